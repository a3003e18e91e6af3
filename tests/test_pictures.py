"""The drawn pictures: small enough to be kept with the texts, large enough for a page, each with its program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
COVER = ROOT / "content" / "booklets" / "cover.jpg"
PICTURES = (*sorted(ROOT.glob("content/stories/*/picture.jpg")), COVER)
ALL_BYTES = 10_000_000  # what all pictures together may take
SIZE = (2400, 1500)  # px: a whole page of 148 × 105 mm with its bleed at 300 ppi and more


def name_of(picture: Path) -> str:
    """The motif a picture shows, as its drawing program is called."""
    return "cover" if picture == COVER else picture.parent.name.replace("-", "_")


def test_all_pictures_together_are_small() -> None:
    taken = {str(picture.relative_to(ROOT)): picture.stat().st_size for picture in PICTURES}
    assert sum(taken.values()) <= ALL_BYTES, sorted(taken.items(), key=lambda item: -item[1])[:5]


@pytest.mark.parametrize("picture", PICTURES, ids=name_of)
def test_a_picture_fills_a_page_and_tells_nothing_about_its_making(picture: Path) -> None:
    with Image.open(picture) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", SIZE)
        assert not image.getexif()


def test_every_picture_has_its_drawing_program_and_every_program_its_picture() -> None:
    programs = {path.stem for path in ROOT.glob("tools/pictures/motifs/*.py")} - {"__init__"}
    assert programs == {name_of(picture) for picture in PICTURES}
