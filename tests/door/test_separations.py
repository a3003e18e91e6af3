"""What a press gets: the plates of a finished print edition, as Ghostscript makes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from ghostscript import INKS, is_there, plates
from PIL import Image, ImageDraw, ImageFilter
from project import Office, new_office

PPI = 150

#: Ink is weighed by squares of 15 mm² (Ghent Workgroup 2015).
SQUARE = round(15**0.5 / 25.4 * PPI)

#: How far the report's figure, made of photos and flat colours, may be below or above what Ghostscript's plates say
#: (per cent): squares lie elsewhere.
BELOW, ABOVE = 2.0, 15.0

LIMIT = 300

#: A page of text alone has black at its full; in a whole square there is never so much.
TEXT = 100


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A booklet with photos of strong colours, one of them grey; not to be changed."""
    office = new_office(tmp_path_factory.mktemp("printed") / "project", ("asrat", "elmi", "wahed"), ("en",))
    noise = Image.effect_noise((1900, 1000), 90)
    vivid = Image.merge("RGB", (noise, noise.filter(ImageFilter.GaussianBlur(9)), noise.transpose(Image.ROTATE_180)))
    ImageDraw.Draw(vivid).rectangle((400, 200, 800, 500), fill=(20, 0, 40))
    vivid.save(office.content("stories/asrat/picture.jpg"), quality=90)
    Image.linear_gradient("L").resize((1900, 1000)).save(office.content("stories/elmi/picture.jpg"))
    assert office.build("-e", "print").code == 0
    return office


def heaviest(page: Mapping[str, Image.Image]) -> float:
    """The most ink that a square of the page has in the mean, per cent."""
    small = [page[ink].reduce(SQUARE).tobytes() for ink in INKS]
    return max(map(sum, zip(*small, strict=True))) / 255 * 100


def test_no_page_has_more_ink_than_the_report_says_and_paper_takes(
    printed: Office, tell: Callable[[str], None]
) -> None:
    part = printed.report("en")["editions"]["print"]
    reported = part["ink"]
    assert max(reported.values()) <= LIMIT
    if not is_there(tell):
        return
    measured = [heaviest(page) for page in plates(printed.pdf("en", "print"), PPI)]
    assert len(measured) == len(reported)
    pictured = {story["page"] for story in part["stories"]}
    for number, (most, said) in enumerate(zip(measured, reported.values(), strict=True), start=1):
        assert most <= said + BELOW
        # Small shapes and letters never fill a square; photos and grounds do.
        assert most >= said - ABOVE or number not in pictured


def test_the_coloured_plates_of_a_page_of_text_are_empty(printed: Office, tell: Callable[[str], None]) -> None:
    reported = printed.report("en")["editions"]["print"]["ink"]
    text_pages = [int(number) for number, ink in reported.items() if ink == TEXT]
    assert text_pages
    if not is_there(tell):
        return
    for number, page in enumerate(plates(printed.pdf("en", "print"), PPI), start=1):
        if number in text_pages:
            assert {ink: page[ink].getextrema()[1] for ink in INKS[:3]} == dict.fromkeys(INKS[:3], 0)
            assert page["Black"].getextrema() == (0, 255)


def test_a_grey_photo_is_on_the_black_plate_alone(printed: Office, tell: Callable[[str], None]) -> None:
    (number,) = [
        story["page"] for story in printed.report("en")["editions"]["print"]["stories"] if story["story"] == "elmi"
    ]
    if not is_there(tell):
        return
    page = list(plates(printed.pdf("en", "print"), PPI))[number - 1]
    upper = (0, 0, page["Black"].width, page["Black"].height // 2)
    assert {ink: page[ink].crop(upper).getextrema()[1] for ink in INKS[:3]} == dict.fromkeys(INKS[:3], 0)
    assert page["Black"].crop(upper).getextrema()[1] > 100
