"""Good photos print right: their colours, the way up, what is cut, and how coarse they are."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from photo_samples import (
    BLUE,
    GREEN,
    NO_CACHE,
    NOISE,
    PRINT,
    RED,
    SCREEN,
    SRGB,
    WHERE,
    WHITE,
    made,
    near,
    opened,
    plain,
    png,
    printed,
    written,
)
from PIL import Image, ImageCms, JpegImagePlugin

from postcards.edition.photos import PhotoRecipe, derive, recipe_for
from postcards.geometry import MM, Size
from postcards.problems import Severity


@pytest.mark.parametrize(
    "content",
    [
        written(plain()),
        written(plain(), progressive=True, quality=95),
        written(plain(), "PNG"),
        written(plain(), "WEBP", lossless=True),
        written(plain(), "TIFF", compression="tiff_lzw"),
        written(plain(), "MPO", save_all=True, append_images=[plain(GREEN)]),
        written(plain().convert("P", palette=Image.Palette.ADAPTIVE), "PNG"),
        png(160, 80, 16, 2, zlib.compress((b"\0" + struct.pack(">HHH", 220 << 8, 30 << 8, 30 << 8) * 160) * 80)),
    ],
    ids=["jpeg", "progressive", "png", "webp", "tiff", "phone", "palette", "16-bit"],
)
def test_what_an_office_has_is_printed_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    assert near(printed(tmp_path, content), (0.5, 0.5), RED)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (written(plain(128, "L")), 128),
        (written(plain(32768 + 77, "I;16"), "PNG"), 128),
        (written(plain(32768 + 77, "I;16B"), "TIFF"), 128),
        (written(plain((0, 128), "LA"), "PNG"), 127),
        (written(plain(1, "1"), "PNG"), 255),
    ],
    ids=["jpeg", "16-bit", "16-bit-motorola", "half-transparent", "black-and-white"],
)
def test_grey_stays_grey(tmp_path: Path, content: bytes, value: int) -> None:
    image = printed(tmp_path, content)
    assert image.mode == "L"
    assert near(image, (0.5, 0.5), (value, value, value))


QUARTERS = Image.new("RGB", (160, 80))
for colour, corner in zip((RED, GREEN, BLUE, WHITE), ((0, 0), (80, 0), (0, 40), (80, 40)), strict=True):
    QUARTERS.paste(colour, (*corner, corner[0] + 80, corner[1] + 40))
BLACK = (0, 0, 0)
QUARTERS.paste(BLACK, (0, 0, 160, 8))  # an edge, to see that no more is cut away than must be

#: How a camera held this way stores the upright picture.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
    0: None,
    9: None,
}


@pytest.mark.fault("P13")
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("orientation", STORED)
def test_a_photo_stands_upright_however_the_camera_was_held(tmp_path: Path, orientation: int, form: str) -> None:
    turn = STORED[orientation]
    stored = QUARTERS.resize((1600, 800)) if turn is None else QUARTERS.resize((1600, 800)).transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = printed(tmp_path, written(stored, form, exif=exif))
    assert image.size == (80, 40)
    for place, colour in [
        ((0.3, 0.03), BLACK),
        ((0.2, 0.2), RED),
        ((0.8, 0.2), GREEN),
        ((0.2, 0.8), BLUE),
        ((0.8, 0.8), WHITE),
    ]:
        assert near(image, place, colour)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_unreadable_camera_notes_leave_the_photo_as_it_is(tmp_path: Path, form: str) -> None:
    assert near(printed(tmp_path, written(QUARTERS, form, exif=b"Exif\0\0garbage")), (0.2, 0.3), RED)


#: How magenta on yellow looks on FOGRA39's paper: photos in CMYK that say nothing are taken to mean that press.
PRESS_RED = (227, 6, 19)


def test_inverted_cmyk_has_its_own_colours(tmp_path: Path) -> None:
    content = written(plain((0, 255, 255, 0), "CMYK"))
    assert b"Adobe" in content
    assert near(printed(tmp_path, content), (0.5, 0.5), PRESS_RED)


def with_hole(mode: str, colour: Any, clear: Any) -> Image.Image:
    image = plain(colour, mode)
    image.paste(clear, (0, 0, 80, 40))
    return image


@pytest.mark.parametrize(
    ("content", "colour"),
    [
        (written(with_hole("RGBA", (*RED, 255), (0, 0, 0, 0)), "PNG"), RED),
        (written(with_hole("RGBA", (*RED, 255), (0, 0, 0, 0)), "WEBP", lossless=True, exact=True), RED),
        (written(with_hole("LA", (90, 255), (0, 0)), "PNG"), (90, 90, 90)),
        (written(with_hole("RGB", RED, (0, 0, 0)), "PNG", transparency=(0, 0, 0)), RED),
        (written(with_hole("L", 90, 0), "PNG", transparency=0), (90, 90, 90)),
        (written(with_hole("P", 1, 0).remap_palette([0, 1], bytes((*BLUE, *RED))), "PNG", transparency=0), RED),
    ],
    ids=["rgba", "webp", "la", "colour-key", "grey-key", "palette"],
)
def test_transparency_shows_white_paper(tmp_path: Path, content: bytes, colour: tuple[int, int, int]) -> None:
    image = printed(tmp_path, content)
    assert near(image, (0.2, 0.2), WHITE)
    assert near(image, (0.8, 0.8), colour)


def test_a_wholly_transparent_photo_is_not_printed(tmp_path: Path) -> None:
    assert made(tmp_path, written(plain((*RED, 0), "RGBA"), "PNG")) == (None, ["photo.transparent"])


@pytest.mark.parametrize("form", ["WEBP", "PNG", "TIFF"])
def test_of_several_pictures_the_first_is_used(tmp_path: Path, form: str) -> None:
    lossless = {"lossless": True} if form == "WEBP" else {}
    derivative, codes = made(tmp_path, written(plain(), form, save_all=True, append_images=[plain(GREEN)], **lossless))
    assert codes == ["photo.first-picture"]
    assert near(opened(derivative), (0.5, 0.5), RED)


LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
#: A profile in which red is called green, so that it shows whether a profile is followed.
SWAPPED = SRGB.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")


@pytest.mark.parametrize(
    ("content", "codes", "colour"),
    [
        (written(plain(), icc_profile=SRGB), [], RED),
        (written(plain((255, 0, 0)), icc_profile=SWAPPED), [], (0, 255, 0)),
        (written(plain(128, "L"), icc_profile=SRGB), [], (128, 128, 128)),
        (written(plain(), icc_profile=b"garbage"), ["photo.profile"], RED),
        (written(plain(), icc_profile=SRGB[:200]), ["photo.profile"], RED),
        (written(plain(), icc_profile=LAB), ["photo.profile"], RED),
        (written(plain((0, 255, 255, 0), "CMYK"), icc_profile=SRGB), ["photo.profile"], PRESS_RED),
        (png(160, 80, 8, 0, zlib.compress(bytes(161 * 80)), b"iCCPx\0\0garbage"), ["photo.profile"], (0, 0, 0)),
    ],
    ids=["srgb", "followed", "grey", "garbage", "half", "lab", "rgb-on-cmyk", "png"],
)
def test_the_colour_profile_is_followed_or_named(
    tmp_path: Path, content: bytes, codes: list[str], colour: tuple[int, int, int]
) -> None:
    derivative, found = made(tmp_path, content)
    assert found == codes
    assert near(opened(derivative), (0.5, 0.5), colour)


def bands(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), GREEN)
    if width > height:
        image.paste(RED, (0, 0, width // 3, height))
        image.paste(BLUE, (2 * width // 3, 0, width, height))
    else:
        image.paste(RED, (0, 0, width, height // 3))
        image.paste(BLUE, (0, 2 * height // 3, width, height))
    return image


@pytest.mark.parametrize(
    ("focus", "colour"), [(-3.0, RED), (0.0, RED), (0.17, RED), (0.5, GREEN), (0.83, BLUE), (1.0, BLUE)]
)
def test_the_cut_keeps_the_focus_point(tmp_path: Path, focus: float, colour: tuple[int, int, int]) -> None:
    recipe = PhotoRecipe(100, 100, (focus, focus), 300)
    for image in (bands(300, 100), bands(100, 300)):
        shown = printed(tmp_path, written(image, "PNG"), recipe)
        assert shown.size == (100, 100)
        assert all(near(shown, place, colour) for place in ((0.1, 0.1), (0.9, 0.9)))


@pytest.mark.parametrize(
    ("size", "ppi", "codes", "shown"),
    [
        ((1, 1), 300, ["photo.resolution"], None),
        ((120, 80), 300, ["photo.resolution"], None),
        ((6000, 2), 300, ["photo.resolution"], None),
        ((2, 6000), 300, ["photo.resolution"], None),
        ((1200, 700), 300, ["photo.resolution"], None),
        ((1220, 700), 300, [], (1220, 626)),
        ((2500, 2000), 300, [], (1819, 933)),
        ((1200, 700), 150, [], (909, 467)),
        ((700, 700), 150, [], (700, 360)),
        ((600, 600), 150, ["photo.resolution"], (600, 308)),
        ((1, 1), 150, ["photo.resolution"], (1, 1)),
        ((6000, 2), 150, ["photo.resolution"], (4, 2)),
        ((2, 6000), 150, ["photo.resolution"], (2, 1)),
    ],
)
def test_a_photo_is_never_enlarged_and_a_coarse_one_named_and_not_printed(
    tmp_path: Path, size: tuple[int, int], ppi: int, codes: list[str], shown: tuple[int, int] | None
) -> None:
    recipe = recipe_for(Size(154 * MM, 79 * MM), ppi, (0.5, 0.5))
    derivative, found = made(tmp_path, written(plain(size=size), "PNG"), recipe)
    assert found == codes
    if shown is None:
        assert derivative is None
        return
    assert opened(derivative).size == shown
    assert near(opened(derivative), (0.5, 0.5), RED)


@pytest.mark.parametrize(
    ("ppi", "width", "severity", "needed"),
    [(300, 606, Severity.ERROR, "1819 × 933"), (150, 546, Severity.WARNING, "909 × 467")],
)
def test_the_resolution_finding_says_how_coarse_and_what_is_needed(
    tmp_path: Path, ppi: int, width: int, severity: Severity, needed: str
) -> None:
    (tmp_path / "photo.jpg").write_bytes(written(plain(size=(width, 400))))
    recipe = recipe_for(Size(154 * MM, 79 * MM), ppi, (0.5, 0.5))
    derivative, (problem,) = derive(tmp_path, "photo.jpg", recipe, NO_CACHE, WHERE)
    assert problem.severity is severity
    assert (derivative is None) == problem.is_error
    assert f"{width / 154 * 25.4:.0f} to the inch" in problem.message
    assert needed in problem.remedy


@pytest.mark.parametrize(("recipe", "sampling"), [(PRINT, 0), (SCREEN, 2)], ids=["print", "screen"])
def test_colour_is_kept_whole_on_paper_and_halved_on_screens(
    tmp_path: Path, recipe: PhotoRecipe, sampling: int
) -> None:
    assert JpegImagePlugin.get_sampling(printed(tmp_path, written(NOISE), recipe)) == sampling
