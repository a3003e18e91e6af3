"""Codes in finished files are read from the rendered page as phones do; a bad address is told at its line."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno
import yaml
import zxingcpp
from PIL import Image
from project import BOOKLET, CONTENT, LANGUAGES, Office, letters, new_office
from tag_tree import TaggedFile

LAYOUTS = ("spread", "single", "large")
SHOWN = ("en", "ar")
EDITIONS = ("print", "screen")
STORIES = ("asrat", "wahed")
BOOKLET_FILE = f"booklets/{BOOKLET}.yaml"

CONTACT = """\
contact:
  en: {{office: Return office, address: Example Street 12, phone: +47 (0)22 00 00 00, hours: 9 to 15, web: "{web}"}}
  ar: {{office: مكتب العودة, address: Example Street 12, phone: +47 22 00 00 00, hours: 9–15, web: https://example.org/ar}}
"""
WEB = "https://example.org/return"
STORY_LINK = "story_link: https://example.org/{language}/{story}\n"

#: Fine enough for a screen, and for a phone's camera held over paper (pixels to the inch).
PPI = 150
MM = 25.4

#: The smallest side of a code on a page (mm), and its white (modules; ISO/IEC 18004, 5.3.8).
SMALLEST = 20
QUIET = 4


@dataclass(frozen=True)
class Seen:
    """A code as it was read from a rendered page."""

    text: str
    level: str
    upright: bool  # module by module the symbol that ISO/IEC 18004 has for its text: not turned, not in a mirror
    side: float  # mm
    white: float  # modules that are paper around it, on the narrowest side; no more than QUIET are looked at


def codes(pdf: Path) -> list[Seen]:
    with pypdfium2.PdfDocument(pdf) as document:
        pictures = [page.render(scale=PPI / 72).to_pil().convert("L") for page in document]
    return [seen(picture, found) for picture in pictures for found in zxingcpp.read_barcodes(picture)]


def seen(picture: Image.Image, found: zxingcpp.Barcode) -> Seen:
    """What is measured: from the corners that were found outwards, until the outermost dark pixels."""
    corners = found.position
    xs = [corner.x for corner in (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)]
    ys = [corner.y for corner in (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)]
    matrix = segno.make_qr(found.text, error="m", boost_error=False).matrix
    count = len(matrix)
    module = (max(xs) - min(xs)) / count
    near = picture.crop((min(xs) - 2, min(ys) - 2, max(xs) + 3, max(ys) + 3)).point(lambda level: 255 * (level < 128))
    left, top, right, bottom = near.getbbox() or (0, 0, 0, 0)
    left, right = left + min(xs) - 2, right + min(xs) - 2
    top, bottom = top + min(ys) - 2, bottom + min(ys) - 2
    white = 0.0
    while white < QUIET and is_bare(picture, (left, top, right, bottom), (white + 0.5) * module):
        white += 0.5
    across, down = (right - left) / count, (bottom - top) / count
    read = [
        [picture.getpixel((int(left + (x + 0.5) * across), int(top + (y + 0.5) * down))) < 128 for x in range(count)]
        for y in range(count)
    ]
    upright = read == [[bool(dark) for dark in row] for row in matrix]
    return Seen(found.text, found.ec_level, upright, min(right - left, bottom - top) / PPI * MM, white)


def is_bare(picture: Image.Image, box: tuple[int, int, int, int], reach: float) -> bool:
    """Whether all is paper within `reach` pixels of the box, its own edge pixels aside."""
    left, top, right, bottom = box
    out = round(reach)
    around = [
        (left - out, top - out, right + out, top - 1),
        (left - out, bottom + 1, right + out, bottom + out),
        (left - out, top - out, left - 1, bottom + out),
        (right + 1, top - out, right + out, bottom + out),
    ]
    return all(
        picture.crop(strip).getextrema()[0] > 250 for strip in around if strip[0] < strip[2] and strip[1] < strip[3]
    )


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Office]:
    """A booklet with codes in each layout, built."""
    made = {}
    for layout in LAYOUTS:
        office = new_office(tmp_path_factory.mktemp(layout) / "project", STORIES, SHOWN)
        office.change(BOOKLET_FILE, "layout: spread", f"layout: {layout}")
        office.append(BOOKLET_FILE, CONTACT.format(web=WEB) + STORY_LINK)
        answer = office.build()
        assert (answer.code, [found["code"] for found in answer.answer["problems"]]) == (0, [])
        made[layout] = office
    return made


@pytest.mark.parametrize(("layout", "language", "edition"), [*product(LAYOUTS, SHOWN, EDITIONS)])
def test_every_code_is_read_from_the_page(offices: dict[str, Office], layout: str, language: str, edition: str) -> None:
    found = codes(offices[layout].pdf(language, edition))
    stories = [f"https://example.org/{language}/{story}" for story in STORIES]
    office = WEB if language == "en" else "https://example.org/ar"
    assert sorted(code.text for code in found) == sorted([*stories, office])
    assert {(code.level, code.upright) for code in found} == {("M", True)}
    assert min(code.side for code in found) >= SMALLEST
    assert {code.white for code in found} == {QUIET}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_address_stands_beside_its_code_in_latin_letters(offices: dict[str, Office], layout: str) -> None:
    for language, web in (("en", "example.org/return"), ("ar", "example.org/ar")):
        said = unbroken(letters(offices[layout].pdf(language, "screen")))
        for address in (web, *(f"example.org/{language}/{story}" for story in STORIES)):
            assert address in said
        assert "https" not in said


@pytest.mark.parametrize(("layout", "language"), [*product(LAYOUTS, SHOWN)])
def test_what_a_code_leads_to_is_said_and_its_address_can_be_followed(
    offices: dict[str, Office], layout: str, language: str
) -> None:
    with pikepdf.open(offices[layout].pdf(language, "screen")) as pdf:
        tagged = TaggedFile(pdf)
        figures = [(node.alt, node.language) for node in tagged.root.all("Figure") if "example.org" in node.alt]
        links = [link for node in tagged.root.all("Link") for link in node.links]
        followed = [str(link.A.URI) for link in links if "/A" in link]
        inside = [link for link in links if "/A" not in link]
        labels = [node.text for node in tagged.root.all("Lbl")]
    words = yaml.safe_load((CONTENT / "languages" / f"{language}.yaml").read_text("utf-8"))["contact"]["code"]
    addresses = [f"https://example.org/{language}/{story}" for story in STORIES]
    addresses.append(WEB if language == "en" else "https://example.org/ar")
    said = [words.replace("{address}", address.removeprefix("https://")) for address in addresses]
    assert sorted(unbroken(alt) for alt, _ in figures) == sorted(map(unbroken, said))
    assert {spoken for _, spoken in figures} == {language}
    assert sorted(followed) == sorted([*addresses, "tel:+4722000000"])
    assert len(inside) == len(STORIES), "the contents"
    assert not [label for label in labels if "example.org" in label]


def unbroken(text: str) -> str:
    """A text without spaces, ends of lines and what shows nothing."""
    return "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Cf")


ADDRESSES = {
    "no-scheme": ("www.example.org", "link.address", "https://"),
    "insecure": ("http://example.org", "link.insecure", "https://"),
    "campaign": (f"{WEB}?utm_source=booklet", "link.tracking", "utm_source"),
    "click": (f"{WEB}?page=2&fbclid=IwAR0", "link.tracking", "fbclid"),
    "mail": (f"{WEB}?mc_eid=7", "link.tracking", "mc_eid"),
    "fragment": (f"{WEB}#hours", "link.fragment", "#hours"),
    "user": ("https://example.org@example.com/", "link.user", "@"),
    "look-alike": ("https://ex\u0430mple.org/", "link.letters", "CYRILLIC SMALL LETTER A"),
    "punycode": ("https://xn--exmple-4nf.org/", "link.letters", "a to z"),
    "long": (WEB.ljust(130, "x"), "link.length", "130"),
}


@pytest.mark.parametrize(("address", "code", "says"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_that_must_not_be_printed_is_told_at_its_line(
    office: Office, good: Office, address: str, code: str, says: str
) -> None:
    office.append(BOOKLET_FILE, CONTACT.format(web=address))
    answer = office.build()
    finding = answer.finding(code)
    assert (finding["path"], finding["field"]) == (f"content/{BOOKLET_FILE}", "contact.en.web")
    assert finding["line"] == office.line(BOOKLET_FILE, "  en: {office")
    assert says in f"{finding['message']} {finding['remedy']}"
    assert answer.code != 0
    assert office.files() == good.files(), "what was good stays"


def test_an_address_of_stories_is_held_to_the_same(office: Office) -> None:
    line = office.append(BOOKLET_FILE, "story_link: https://example.org/{story}?gclid=1\n")
    finding = office.build().finding("link.tracking")
    assert (finding["field"], finding["line"]) == ("story_link", line)
    office.change(BOOKLET_FILE, "{story}?gclid=1", "stories")
    assert "{story}" in office.build().finding("link.story")["remedy"]


def test_an_address_too_long_for_its_place_leaves_the_story_out_and_says_so(office: Office) -> None:
    office.append(BOOKLET_FILE, f"story_link: https://example.org/{'a-long-way/' * 8}{{story}}\n")
    answer = office.build("-l", "en", "-e", "screen")
    findings = {finding["story"]: finding for finding in answer.findings("text.overset")}
    assert "asrat" in findings
    assert "“story_link”" in findings["asrat"]["remedy"]
    assert answer.code != 0


def test_an_address_that_a_storys_name_makes_too_long_is_told(office: Office) -> None:
    office.content("stories/wahed").rename(office.content("stories/wahed-who-went-home"))
    line = office.append(BOOKLET_FILE, f"story_link: https://example.org/{'x' * 90}/{{story}}\n")
    answer = office.build()
    finding = answer.finding("link.length")
    assert (finding["field"], finding["line"]) == ("story_link", line)
    assert "wahed-who-went-home" in finding["message"]
    assert answer.code == 1
    assert "asrat" in office.stories("en"), "stories have no codes, and are there"


@pytest.mark.parametrize(("scale", "is_small"), [("actual", False), ("fit", True)])
def test_on_the_offices_own_sheets_codes_are_read_and_small_ones_are_told(
    office: Office, scale: str, is_small: bool
) -> None:
    office.append(BOOKLET_FILE, CONTACT.format(web=WEB))
    office.write("office.yaml", f"paper: A4\nscale: {scale}\n")
    answer = office.build("-l", "en", "-e", "office")
    told = [(found["severity"], found["field"], found["line"]) for found in answer.findings("office.small-code")]
    assert told == ([("warning", "scale", 2)] if is_small else [])
    assert answer.code == 0
    found = codes(office.pdf("en", "office"))
    assert [(code.text, code.white) for code in found] == [(WEB, QUIET)]
    assert (found[0].side < SMALLEST) is is_small


def test_without_addresses_no_booklet_changes(good: Office) -> None:
    assert [codes(good.pdf(language, "screen")) for language in LANGUAGES] == [[], [], []]
