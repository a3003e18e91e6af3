"""Photos on screens: small enough for 24 of them in 3 MB, and as good as that leaves them, by a rule."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from photo_samples import fidelity, noise, textured, written
from PIL import Image, JpegImagePlugin

from postcards.edition.darkroom import develop
from postcards.edition.photo_recipe import (
    LEAST_QUALITY,
    PAPER_QUALITY,
    SCREEN_BYTES,
    SCREEN_QUALITY,
    PhotoRecipe,
    recipe_for,
)
from postcards.geometry import MM, Size

CONTENT = Path(__file__).parents[2] / "content"
DRAWINGS = sorted((*CONTENT.glob("stories/*/*.jpg"), *CONTENT.glob("booklets/*.jpg")))
CENTRE = (0.5, 0.5)

#: The frames of our layouts: across the postcard, and across A5.
POSTCARD, A5 = Size(148 * MM, 66 * MM), Size(210 * MM, 93.5 * MM)

#: What quality 75 leaves of brightness, and the least (dB); a difference below 30 dB is seen side by side.
GOOD, LEAST = 32.0, 30.0


@cache
def samples(frame: Size) -> dict[str, bytes]:
    """The drawings, which have grain, and a picture with a photo's texture, as files."""
    recipe = recipe_for(frame, 150, CENTRE)
    files = {file.parent.name: file.read_bytes() for file in DRAWINGS}
    return {**files, "texture": written(textured(recipe.width, recipe.height), "PNG")}


@cache
def shown(frame: Size, name: str) -> tuple[bytes, Image.Image]:
    """A sample as screens show it."""
    jpeg = develop(samples(frame)[name], recipe_for(frame, 150, CENTRE)).jpeg
    return jpeg, Image.open(io.BytesIO(jpeg))


def at(frame: Size, name: str, quality: int) -> Image.Image:
    """The same with another quality, whatever it takes."""
    recipe = replace(recipe_for(frame, 150, CENTRE), quality=quality, most=0)
    return Image.open(io.BytesIO(develop(samples(frame)[name], recipe).jpeg))


def tables(image: Image.Image) -> object:
    """What a JPEG's quality is: the steps that its numbers are rounded to."""
    assert isinstance(image, JpegImagePlugin.JpegImageFile)
    return image.quantization


def names() -> list[str]:
    return [*(file.parent.name for file in DRAWINGS), "texture"]


@pytest.mark.parametrize("frame", [POSTCARD, A5], ids=["postcard", "a5"])
@pytest.mark.parametrize("name", names())
def test_no_photo_takes_more_than_its_share_nor_loses_more_than_it_must(name: str, frame: Size) -> None:
    jpeg, image = shown(frame, name)
    assert len(jpeg) <= SCREEN_BYTES
    given = [quality for quality in range(LEAST_QUALITY, 100, 5) if tables(at(frame, name, quality)) == tables(image)]
    assert len(given) == 1
    assert fidelity(image, at(frame, name, 100)) >= (GOOD if given[0] == SCREEN_QUALITY else LEAST)
    if given[0] != SCREEN_QUALITY:
        better = replace(recipe_for(frame, 150, CENTRE), quality=given[0] + 5, most=0)
        assert len(develop(samples(frame)[name], better).jpeg) > SCREEN_BYTES


def test_most_photos_across_a_postcard_have_the_quality_that_is_wanted() -> None:
    wanted = [tables(shown(POSTCARD, name)[1]) == tables(at(POSTCARD, name, SCREEN_QUALITY)) for name in names()]
    assert sum(wanted) > 0.9 * len(wanted) > 10


def test_what_cannot_be_small_has_the_least_quality() -> None:
    recipe = PhotoRecipe(1240, 552, CENTRE, 150, None, SCREEN_QUALITY, SCREEN_BYTES)
    jpeg = develop(written(noise("RGB", 1240, 552), "PNG"), recipe).jpeg
    assert len(jpeg) > SCREEN_BYTES
    least = Image.open(io.BytesIO(written(Image.new("RGB", (8, 8)), quality=LEAST_QUALITY)))
    assert tables(Image.open(io.BytesIO(jpeg))) == tables(least)


def test_a_screens_file_is_smaller_at_the_same_look() -> None:
    """Against the plain file with the same pixels, and the one with full chroma at the same quality."""
    recipe = recipe_for(POSTCARD, 150, CENTRE)
    picture = textured(recipe.width, recipe.height)
    jpeg, image = shown(POSTCARD, "texture")
    plain = written(picture, quality=SCREEN_QUALITY, subsampling=2, optimize=True)
    whole = written(picture, quality=SCREEN_QUALITY, subsampling=0, optimize=True, progressive=True)
    assert Image.open(io.BytesIO(plain)).tobytes() == image.tobytes()
    assert len(jpeg) < 0.98 * len(plain)
    assert len(jpeg) < 0.85 * len(whole)
    brightness = [fidelity(picture, Image.open(io.BytesIO(each))) for each in (jpeg, whole)]
    assert brightness[0] == pytest.approx(brightness[1], abs=0.2)


@pytest.mark.parametrize("ppi", [200, 300])
def test_on_paper_nothing_is_saved(ppi: int) -> None:
    recipe = recipe_for(A5, ppi, CENTRE)
    assert tuple(recipe.qualities) == (PAPER_QUALITY,)
    content = develop(written(textured(recipe.width, recipe.height), "PNG"), recipe).jpeg
    assert "progressive" not in Image.open(io.BytesIO(content)).info
    assert len(content) > 2 * SCREEN_BYTES
