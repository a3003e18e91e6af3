"""Web addresses that may be printed and made into codes, those that may not, and what a telephone is told to dial."""

from __future__ import annotations

import pytest

from postcards.manuscript.links import (
    LONGEST,
    TRACKING,
    TRACKING_PREFIXES,
    check_link,
    check_story_link,
    shown_link,
    story_link,
    telephone,
)

PAGE = "https://example.org/return"


def codes(address: str) -> list[str]:
    return [fault.code for fault in check_link(address, "en")]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        PAGE,
        "https://www.example-office.example.org/nb/retur_hjelp.html?page=3&lang=nb",
        "https://example.org/a%20b/(c)",
        "https://example.org/?reference=7&preferred=x&sidebar=no",
        PAGE.ljust(LONGEST, "x"),
    ],
)
def test_a_plain_address_is_printed(address: str) -> None:
    assert codes(address) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("example.org/return", "link.address"),
        ("www.example.org", "link.address"),
        ("HTTPS://example.org", "link.address"),
        ("https://", "link.address"),
        ("https://localhost/return", "link.address"),
        ("https://192.0.2.7/return", "link.address"),
        ("https://[2001:db8::1]/return", "link.address"),
        ("https://[example.org", "link.address"),
        ("https://example.org:8443/", "link.address"),
        ("https://example.org:port/", "link.address"),
        ("https://example.org/a b", "link.address"),
        ("https://example.org/100%", "link.address"),
        ("https://-example.org", "link.address"),
        ("https://example..org", "link.address"),
        ("ftp://example.org/return", "link.address"),
        ("javascript:alert(1)", "link.address"),
        ("mailto:office@example.org", "link.address"),
        ("http://example.org/return", "link.insecure"),
        ("https://office@example.org/", "link.user"),
        ("https://example.org@example.com/", "link.user"),
        ("https://office:secret@example.org/", "link.user"),
        (f"{PAGE}#hours", "link.fragment"),
        (f"{PAGE}#", "link.fragment"),
        ("https://ex\u0430mple.org/", "link.letters"),
        ("https://xn--exmple-4nf.org/", "link.letters"),
        ("https://www.xn--exmple-4nf.org/", "link.letters"),
        ("https://example.org/mål", "link.letters"),
        ("https://example.org/\u202etxt", "link.letters"),
        (PAGE.ljust(LONGEST + 1, "x"), "link.length"),
    ],
)
def test_an_address_that_may_mislead_is_not(address: str, code: str) -> None:
    assert codes(address) == [code]


@pytest.mark.parametrize("name", [*sorted(TRACKING), *(f"{prefix}x" for prefix in TRACKING_PREFIXES), "UTM_Source"])
def test_a_parameter_that_tells_who_came_from_where_is_named(name: str) -> None:
    for address in (f"{PAGE}?{name}=1", f"{PAGE}?page=2&{name}=1", f"{PAGE}?{name}", f"{PAGE};{name}=1"):
        (fault,) = check_link(address, "en")
        assert (fault.code, fault.is_error) == ("link.tracking", True)
        assert f"“{name}”" in fault.message
        assert f"“{name}=…”" in fault.remedy


def test_every_such_parameter_is_told_once() -> None:
    faults = list(check_link(f"{PAGE}?utm_source=a&utm_source=b&fbclid=c&page=2", "en"))
    assert [fault.message.split("”")[0].split("“")[1] for fault in faults] == ["utm_source", "fbclid"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("https://example.org/{story}", []),
        ("https://example.org/{language}/{story}.html", []),
        ("https://example.org/?story={story}&lang={language}", []),
        ("https://example.org/stories", ["link.story"]),
        ("https://example.org/{story}/{story}", ["link.story"]),
        ("https://example.org/{story}/{name}", ["link.story"]),
        ("https://example.org/{story", ["link.story"]),
        ("http://example.org/{story}", ["link.insecure"]),
        ("https://example.org/{story}?utm_medium=qr", ["link.tracking"]),
    ],
)
def test_the_address_of_stories(template: str, expected: list[str]) -> None:
    assert [fault.code for fault in check_story_link(template, "en")] == expected


def test_a_storys_address_has_its_folder_and_the_language() -> None:
    assert story_link("https://example.org/{language}/{story}", "asrat", "fa-AF") == "https://example.org/fa-AF/asrat"


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://example.org/", "example.org"),
        (PAGE, "example.org/return"),
        ("https://www.example.org/a/", "www.example.org/a"),
    ],
)
def test_an_address_is_printed_as_people_type_it(address: str, printed: str) -> None:
    assert shown_link(address) == printed


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+47 23 10 53 20", "tel:+4723105320"),
        ("+47 (0)23 10 53 20", "tel:+4723105320"),
        ("(+47) 23-10-53-20", "tel:+4723105320"),
        ("0047 23 10 53 20", "tel:+4723105320"),
        ("23 10 53 20", "tel:23105320"),
        ("(023) 105 320", "tel:023105320"),
        ("Tel. 815 44", "tel:81544"),
        ("+47 23 10 53 20 / 21", "tel:+4723105320"),
        ("23 10 53 20 – 23 10 53 29", "tel:23105320"),
        ("+47 23 10 53 20, +47 99 99 99 99", "tel:+4723105320"),
        ("+47\u00a023\u202f10\u00a053\u00a020", "tel:+4723105320"),
        ("+47\u201123\u201110\u201153\u201120", "tel:+4723105320"),
        ("+\u0664\u0667 \u0662\u0663 \u0661\u0660 \u0665\u0663 \u0662\u0660", "tel:+4723105320"),
        ("\u06f2\u06f3 \u06f1\u06f0 \u06f5\u06f3 \u06f2\u06f0", "tel:23105320"),
        ("\u0968\u0969 \u0967\u0966 \u096b\u0969 \u0968\u0966", "tel:23105320"),
        ("\uff12\uff13 \uff11\uff10 \uff15\uff13 \uff12\uff10", "tel:23105320"),
        ("ask at the desk", ""),
        ("room 12", ""),
        ("1234567890123456", ""),
        ("", ""),
    ],
)
def test_a_telephone_number_is_dialled_in_digits_and_plus_alone(written: str, dialled: str) -> None:
    assert telephone(written) == dialled
