"""Our own check of a finished file finds what a reader would miss."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from painted import BLEED, bound, everything, page, pdf, text

from postcards.edition.painter import PLANS
from postcards.edition.preflight import check_file
from postcards.inspection import demands_of
from postcards.pages.page import Pages
from postcards.preflight.rulebook import examine
from postcards.problems import Severity


def faults(content: bytes, pages: Pages, edition: str) -> list[str]:
    """What our own check says of a file painted from `pages`, as it is asked for that edition."""
    plan = PLANS[edition]
    if plan.intent is None:
        return check_file(content, pages, 0.0)
    examined = examine(content, demands_of(pages, plan, plan.intent), [100.0] * len(pages.pages))
    return [
        f"page {found.fault.page} {found.fault.message.removeprefix('The page ').rstrip('.')}"
        for found in examined.found
        if found.fault.severity is Severity.ERROR
    ]


def tampered(content: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The same file after somebody's `change`."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        change(document)
        document.save(file)
    return file.getvalue()


def remove_page(document: pikepdf.Pdf) -> None:
    del document.pages[1]


def add_page(document: pikepdf.Pdf) -> None:
    document.add_blank_page()


def swap_pages(document: pikepdf.Pdf) -> None:
    document.pages.reverse()


def shrink_page(document: pikepdf.Pdf) -> None:
    document.pages[0].MediaBox = pikepdf.Array([0, 0, 400, 250])


def empty_page(document: pikepdf.Pdf) -> None:
    document.pages[1].Contents = document.make_stream(b"")


def forget_letters(document: pikepdf.Pdf) -> None:
    for font in document.pages[1].Resources.Font.values():
        del font["/ToUnicode"]


TAMPERINGS = (remove_page, add_page, swap_pages, shrink_page, empty_page, forget_letters)


@pytest.mark.parametrize("edition", PLANS)
def test_what_we_paint_passes(edition: str) -> None:
    pages = everything()
    assert faults(pdf(pages, edition), pages, edition) == []


@pytest.mark.parametrize("edition", ["print", "screen"])
@pytest.mark.parametrize("change", TAMPERINGS, ids=[change.__name__ for change in TAMPERINGS])
def test_what_somebody_changed_does_not(change: Callable[[pikepdf.Pdf], object], edition: str) -> None:
    pages = everything()
    sound = pdf(pages, edition)
    assert faults(tampered(sound, lambda _document: None), pages, edition) == []
    assert faults(tampered(sound, change), pages, edition)


@pytest.mark.parametrize("edition", ["print", "screen"])
@pytest.mark.parametrize(
    "spoil", [lambda sound: sound[: len(sound) // 2], lambda _sound: b"", lambda _sound: b"%PDF-1.6"]
)
def test_what_is_no_whole_file_does_not(spoil: Callable[[bytes], bytes], edition: str) -> None:
    pages = everything()
    assert faults(spoil(pdf(pages, edition)), pages, edition)


def test_an_edition_on_the_wrong_sheet_does_not() -> None:
    pages = everything()
    assert check_file(pdf(pages, "screen"), pages, BLEED)
    assert faults(pdf(pages, "screen"), pages, "print")


@pytest.mark.parametrize("edition", ["print", "screen"])
def test_a_single_lost_letter_is_named(edition: str) -> None:
    written, composed = bound(page(1, text("He went home."))), bound(page(1, text("He went homes.")))
    (fault,) = faults(pdf(written, edition), composed, edition)
    assert fault.startswith("page 1 ")
    assert fault.endswith(" lost the letters s")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("He went home in 2012, with 45 000 NOK.", "en"),
        ("Blåbærsyltetøy på 1. etasje – «hjemme»", "nb"),
        ("Café, e\u0301te\u0301 and Å", "en"),
        ("Pasted from a PDF: ﬁne, oﬀer, ĳ", "nb"),
        ("½ of 12 m² is 6 m², or 0 °C", "en"),
        ("Он вернулся домой, ёлка, й", "ru"),
        ("عاد إلى وطنه في نوفمبر 2012 آملاً، لا", "ar"),
        ("صلى ﷺ", "ar"),
        ("خانه‌ای که نان خود را پیدا می‌کند", "fa-AF"),
        ("ናብ ገዝኡ ተመሊሱ።", "ti"),
        ("उनी घर फर्किए, क्षत्रिय श्री द्वि", "ne"),
    ],
)
@pytest.mark.parametrize("edition", PLANS)
def test_every_script_of_ours_is_read_back_whole(words: str, language: str, edition: str) -> None:
    pages = bound(page(1, text(words, language)), language=language)
    assert faults(pdf(pages, edition), pages, edition) == []
