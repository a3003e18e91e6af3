"""Photos in a press's inks: they look as they did, within the press's reach and its ink, whatever their file held."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from itertools import product
from pathlib import Path
from random import Random

import pytest
from looks import LIGHT, PAPER, RELATIVE, Lab, difference, seen
from msgspec.structs import replace
from photo_samples import LAB, SRGB, made, noise, plain, png, written
from PIL import Image, ImageCms

from postcards.edition.intent import default_intent
from postcards.edition.photos import Cache, Derivative, PhotoRecipe

INTENT = default_intent()
PRESS = PhotoRecipe(80, 40, (0.5, 0.5), 300, INTENT, quality=88)

#: The largest difference (CIEDE2000) allowed in the mean, and that of a single colour: a step that a trained eye sees.
MEAN_DIFFERENCE, SINGLE_DIFFERENCE = 3.0, 6.0

#: A photo's own profile, in which red is called green.
SWAPPED = SRGB.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")


def inks(derivative: Derivative | None) -> Image.Image:
    assert derivative is not None
    image = Image.open(io.BytesIO(derivative.jpeg))
    assert (image.size, image.mode) == ((derivative.width, derivative.height), "CMYK")
    return image


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_that_of_the_published_pairs(one: Lab, other: Lab, expected: float) -> None:
    """Sharma, Wu and Dalal's data for CIEDE2000."""
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


#: Every colour of 6 × 6 × 6 of sRGB, in patches of so many pixels.
STEPS = [0, 51, 102, 153, 204, 255]
PATCH, ACROSS = 16, 18


def chart() -> Image.Image:
    colours = list(product(STEPS, repeat=3))
    image = Image.new("RGB", (ACROSS * PATCH, len(colours) // ACROSS * PATCH))
    for place, colour in enumerate(colours):
        x, y = place % ACROSS * PATCH, place // ACROSS * PATCH
        image.paste(colour, (x, y, x + PATCH, y + PATCH))
    return image


def patches(image: Image.Image) -> Image.Image:
    """The middle of each patch, which no neighbour has coloured."""
    edge = PATCH // 4
    small = Image.new(image.mode, (ACROSS, image.height // PATCH))
    for x, y in product(range(small.width), range(small.height)):
        box = (x * PATCH + edge, y * PATCH + edge, (x + 1) * PATCH - edge, (y + 1) * PATCH - edge)
        small.paste(image.crop(box).reduce(PATCH - 2 * edge), (x, y))
    return small


def within_reach(image: Image.Image) -> list[bool]:
    """Which pixels of a picture in sRGB the press can print, by its profile's own table (ICC.1:2022, gamutTag)."""
    flags = ImageCms.Flags.SOFTPROOFING
    ways = [
        ImageCms.buildProofTransform(LIGHT, LIGHT, PAPER, "RGB", "RGB", RELATIVE, RELATIVE, flags | extra)
        for extra in (ImageCms.Flags.NONE, ImageCms.Flags.GAMUTCHECK)
    ]
    plain, marked = (ImageCms.applyTransform(image, way) for way in ways)
    assert plain is not None
    assert marked is not None
    return [a == b for a, b in zip(_pixels(plain), _pixels(marked), strict=True)]


def _pixels(image: Image.Image) -> list[tuple[int, ...]]:
    return list(struct.iter_unpack(f"{len(image.getbands())}B", image.tobytes()))


def test_what_the_press_can_print_looks_as_it_did(tmp_path: Path, tell: Callable[[str], None]) -> None:
    original = chart()
    recipe = replace(PRESS, width=original.width, height=original.height)
    derivative, codes = made(tmp_path, written(original, "PNG"), recipe)
    assert codes == []
    wanted = patches(original)
    pairs = zip(seen(wanted), seen(patches(inks(derivative))), within_reach(wanted), strict=True)
    found = [difference(one, other) for one, other, inside in pairs if inside]
    assert len(found) > len(STEPS) ** 3 / 4
    mean = sum(found) / len(found)
    tell(
        f"Photos in inks: of {len(STEPS) ** 3} colours {len(found)} inside the press's reach, dE2000 {mean:.2f} in "
        f"the mean, {max(found):.2f} at most."
    )
    assert mean <= MEAN_DIFFERENCE
    assert max(found) <= SINGLE_DIFFERENCE


def test_white_is_paper_and_nothing_has_more_ink_than_the_press_takes(tmp_path: Path) -> None:
    white, _ = made(tmp_path, written(plain((255, 255, 255))), PRESS)
    assert inks(white).getextrema() == ((0, 0),) * 4
    assert white is not None
    assert white.ink == 0
    for image in (plain((0, 0, 0)), plain((60, 0, 90)), noise("RGB", 400, 200)):
        dark, _ = made(tmp_path, written(image, "PNG"), PRESS)
        assert dark is not None
        assert 0 < dark.ink <= INTENT.ink_limit


def test_ink_is_weighed_by_the_square_where_it_is_thickest(tmp_path: Path) -> None:
    """A square of 15 mm² is 46 pixels wide at 300 ppi: a stroke of black weighs little, a corner weighs all it has."""
    recipe = replace(PRESS, width=460, height=230)
    image = plain((255, 255, 255), size=(460, 230))
    image.paste((0, 0, 0), (100, 0, 101, 230))
    stroke, _ = made(tmp_path, written(image, "PNG"), recipe)
    image.paste((0, 0, 0), (0, 0, 46, 46))
    corner, _ = made(tmp_path, written(image, "PNG"), recipe)
    assert stroke is not None
    assert corner is not None
    assert 0 < stroke.ink < 20
    assert corner.ink > 200


def test_grey_stays_black_ink_alone(tmp_path: Path) -> None:
    for mode, form in (("L", "JPEG"), ("LA", "PNG"), ("1", "PNG")):
        derivative, codes = made(tmp_path, written(plain(0, "L").convert(mode), form), PRESS)
        assert codes == []
        assert derivative is not None
        assert (derivative.colour, derivative.ink) == ("grey", 100)


def lab_picture() -> bytes:
    """A picture in Lab, as Photoshop writes it: 45 of lightness, a and b as of a brick."""
    return written(Image.new("LAB", (160, 80), (115, 128 + 40, 128 + 30)), "TIFF")


def deep(colour_type: int, *samples: int) -> bytes:
    """A PNG of 16 bits a sample."""
    row = b"\0" + b"".join(struct.pack(">H", sample << 8) for sample in samples) * 160
    return png(160, 80, 16, colour_type, zlib.compress(row * 80))


BRICK: Lab = (45.0, 40.0, 30.0)
RED_INKS = plain((0, 230, 230, 0), "CMYK")


@pytest.mark.parametrize(
    ("content", "codes", "expected"),
    [
        (written(RED_INKS), [], seen(RED_INKS)[0]),
        (written(RED_INKS, "TIFF"), [], seen(RED_INKS)[0]),
        (written(RED_INKS, icc_profile=INTENT.profile), [], seen(RED_INKS)[0]),
        (written(RED_INKS, icc_profile=SRGB), ["photo.profile"], seen(RED_INKS)[0]),
        (written(RED_INKS, icc_profile=INTENT.profile[:5000]), ["photo.profile"], seen(RED_INKS)[0]),
        (lab_picture(), [], BRICK),
        (deep(2, 150, 80, 60), [], seen(plain((150, 80, 60)))[0]),
        (written(plain((150, 80, 60)), icc_profile=SRGB), [], seen(plain((150, 80, 60)))[0]),
        (written(plain((80, 150, 60)), icc_profile=SWAPPED), [], seen(plain((150, 80, 60)))[0]),
        (written(plain((150, 80, 60)), icc_profile=b"garbage"), ["photo.profile"], seen(plain((150, 80, 60)))[0]),
        (written(plain((150, 80, 60)), icc_profile=INTENT.profile), ["photo.profile"], seen(plain((150, 80, 60)))[0]),
        (written(plain((150, 80, 60)), icc_profile=LAB), ["photo.profile"], seen(plain((150, 80, 60)))[0]),
    ],
    ids=[
        *("inverted-cmyk", "cmyk-tiff", "cmyk-own", "rgb-on-cmyk", "half-profile", "lab", "16-bit", "srgb"),
        *("followed", "garbage", "cmyk-on-rgb", "lab-on-rgb"),
    ],
)
def test_a_photos_colours_are_what_its_file_means(
    tmp_path: Path, content: bytes, codes: list[str], expected: Lab
) -> None:
    derivative, found = made(tmp_path, content, PRESS)
    assert found == codes
    middle = inks(derivative).crop((40, 20, 41, 21))
    assert difference(seen(middle)[0], expected) <= MEAN_DIFFERENCE


def test_a_photo_in_too_much_ink_gets_less_and_looks_the_same(tmp_path: Path) -> None:
    image = plain((255, 235, 225, 240), "CMYK")
    derivative, codes = made(tmp_path, written(image, "TIFF"), PRESS)
    assert codes == []
    assert derivative is not None
    assert derivative.ink <= INTENT.ink_limit
    assert difference(seen(inks(derivative))[0], seen(image)[0]) <= MEAN_DIFFERENCE


def test_another_press_has_its_own_place_in_the_cache(tmp_path: Path) -> None:
    """The pixels depend on the profile's bytes, and on nothing else of the intent."""
    cache, content = Cache(tmp_path / "cache"), written(plain())
    described = bytearray(INTENT.profile)
    described[24:36] = bytes(12)  # its date alone
    presses = [
        (INTENT, 1),
        (replace(INTENT, identifier="FOGRA39L", info="The same", ink_limit=280.0), 1),
        (replace(INTENT, profile=bytes(described)), 2),
        (None, 3),
    ]
    for press, entries in presses:
        made(tmp_path, content, replace(PRESS, intent=press), cache)
        assert len(list((tmp_path / "cache").iterdir())) == entries


def test_the_same_photo_in_inks_is_the_same_bytes(tmp_path: Path) -> None:
    content = written(Image.frombytes("RGB", (160, 80), Random(2).randbytes(3 * 160 * 80)), "PNG")
    (first, _), (second, _) = (made(tmp_path, content, PRESS) for _ in range(2))
    assert first is not None
    assert second is not None
    assert (first, first.jpeg) == (second, second.jpeg)
