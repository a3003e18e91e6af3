"""Bad photo files are called by their names, and of the good ones nothing but pixels goes on."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from photo_samples import (
    GREEN,
    NO_CACHE,
    NOISE,
    PRINT,
    SRGB,
    WHERE,
    enlarged,
    made,
    near,
    noise,
    opened,
    plain,
    png,
    printed,
    webp,
    written,
)
from PIL import Image, PngImagePlugin, TiffImagePlugin

from postcards.edition.darkroom import foreign_markers
from postcards.edition.photos import PhotoRecipe, derive

happened: list[str] = []
sys.addaudithook(
    lambda event, _: happened.append(event) if event.startswith(("socket.", "subprocess.", "os.")) else None
)


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [
        (b"", "photo.empty", ""),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "photo.pointer", "Git LFS"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "photo.kind", "HEIC"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "photo.kind", "film"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "photo.kind", "SVG"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><p>Not found</p></html>", "photo.kind", "web page"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run", "photo.kind", "EPS"),
        (b"%PDF-1.7\n", "photo.kind", "PDF"),
        (written(plain(), "GIF"), "photo.kind", "GIF"),
        (written(plain(), "BMP"), "photo.kind", "BMP"),
        (bytes(range(256)), "photo.kind", ""),
        (written(plain(1.5, "F"), "TIFF"), "photo.kind", ""),
    ],
    ids=["empty", "git-lfs", "heic", "film", "svg", "html", "eps", "pdf", "gif", "bmp", "noise", "science"],
)
def test_what_is_no_photo_is_called_by_its_name(tmp_path: Path, content: bytes, code: str, kind: str) -> None:
    (tmp_path / "photo.jpg").write_bytes(content)
    happened.clear()
    derivative, (problem,) = derive(tmp_path, "photo.jpg", PRINT, NO_CACHE, WHERE)
    assert derivative is None
    assert (problem.code, problem.where) == (code, WHERE)
    assert kind in problem.message
    assert "photo.jpg" in problem.message
    assert not [event for event in happened if event.startswith(("socket", "subprocess", "os.exec", "os.system"))]


#: Develops the photo that is named, and prints the most memory that it took (kB). Not ru_maxrss: that is also of the
#: process that started this one, in which a thousand tests have left their things.
DEVELOP = r"""
import re, sys
from postcards.edition.darkroom import develop
from postcards.edition.photos import PhotoRecipe
from postcards.edition.photo_faults import PhotoError
try:
    develop(open(sys.argv[1], "rb").read(), PhotoRecipe(1750, 1240, (0.5, 0.5), 300))
except PhotoError:
    pass
print(re.search(r"VmHWM:\s*(\d+) kB", open("/proc/self/status").read())[1])
"""

WHOLE_PNG = written(NOISE, "PNG")
IDAT = WHOLE_PNG.index(b"IDAT")


@pytest.mark.parametrize(
    "content",
    [
        written(NOISE)[: len(written(NOISE)) // 2],
        written(NOISE)[: len(written(NOISE)) // 2] + b"\xff\xd9",
        written(NOISE)[: len(written(NOISE)) // 2] + b"\xff\xd9, and what a phone adds",
        written(NOISE)[:330],
        written(NOISE, progressive=True)[:-4000],
        WHOLE_PNG[: len(WHOLE_PNG) // 2],
        WHOLE_PNG[:IDAT] + b"IDAT" + bytes([WHOLE_PNG[IDAT + 4] ^ 1]) + WHOLE_PNG[IDAT + 5 :],
        WHOLE_PNG[:-16] + bytes(4) + WHOLE_PNG[-12:],
        png(64, 64, 8, 2, zlib.compress(bytes(1 + 64 * 3))),
        png(0, 0, 8, 2, b""),
        written(NOISE, "WEBP")[:-2000],
        written(NOISE, "TIFF", compression="tiff_deflate")[:-9000],
    ],
    ids=[
        "half",
        "half-ended",
        "half-added",
        "header",
        "progressive",
        "png",
        "bit",
        "checksum",
        "short",
        "no-size",
        "webp",
        "tiff",
    ],
)
def test_a_damaged_photo_is_not_printed(tmp_path: Path, content: bytes) -> None:
    assert made(tmp_path, content) == (None, ["photo.damaged"])


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_without_its_last_bytes_loses_only_rows_that_are_lost(tmp_path: Path, progressive: bool) -> None:
    image = plain(GREEN, size=(1600, 1600))
    image.paste(noise("RGB", 1600, 800), (0, 800))
    recipe = PhotoRecipe(1600, 1600, (0.5, 0.5), 300)
    derivative, codes = made(tmp_path, written(image, progressive=progressive)[:-20], recipe)
    assert codes == ["photo.cut-short"]
    assert near(opened(derivative), (0.5, 0.25), GREEN)
    assert derivative is not None
    assert 1600 * 0.98 <= derivative.height < 1600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (png(30_000, 30_000, 1, 0, zlib.compress(bytes(3751 * 30_000), 9)), "photo.pixels"),
        (png(10_000, 10_000, 1, 0, b""), "photo.pixels"),
        (png(8_945, 8_945, 1, 0, b""), "photo.pixels"),
        (webp(4_900), "photo.pixels"),
        (enlarged(written(plain(), progressive=True), 6_400), "photo.pixels"),
        (enlarged(written(plain(), "TIFF"), 6_400), "photo.pixels"),
        (enlarged(written(plain()), 6_400), "photo.damaged"),  # not too many, but not there
        (
            png(64, 64, 8, 0, zlib.compress(bytes(65 * 64)), b"zTXtx\0\0" + zlib.compress(bytes(70_000_000))),
            "photo.damaged",
        ),
    ],
    ids=["900-million", "100-million", "80-million", "webp", "progressive", "tiff", "plain", "text"],
)
def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path, content: bytes, code: str) -> None:
    assert made(tmp_path, content) == (None, [code])


@pytest.mark.parametrize("content", [webp(4_898), enlarged(written(plain()), 8_944)], ids=["webp", "jpeg"])
def test_the_largest_pictures_take_less_memory_than_any_office_has(tmp_path: Path, content: bytes) -> None:
    """In a process of its own, whatever is in the file: 38 bytes can hold a picture of any size."""
    (tmp_path / "photo").write_bytes(content)
    ran = subprocess.run(
        [sys.executable, "-c", DEVELOP, tmp_path / "photo"], capture_output=True, check=True, text=True
    )
    assert int(ran.stdout) * 1e-3 < 600


def test_pixels_beyond_the_picture_are_not_unpacked(tmp_path: Path) -> None:
    content = png(160, 80, 8, 0, zlib.compress((b"\0" + b"\x80" * 160) * 80 + bytes(60_000_000)))
    assert near(printed(tmp_path, content), (0.5, 0.5), (128, 128, 128))


def test_a_file_too_large_for_a_photo_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "photo.jpg").open("wb") as file:
        file.write(written(plain()))
        file.truncate(60_000_001)
    derivative, problems = derive(tmp_path, "photo.jpg", PRINT, NO_CACHE, WHERE)
    assert (derivative, [problem.code for problem in problems]) == (None, ["photo.file-size"])


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("foto.jpg", "photo.missing"),
        ("Photo.jpg", "file.spelling"),
        ("folder.jpg", "file.kind"),
        ("../outside.jpg", "file.name"),
        ("link.jpg", "file.outside"),
        ("/etc/passwd", "file.name"),
    ],
)
def test_only_files_of_the_story_are_opened(tmp_path: Path, file: str, code: str) -> None:
    story = tmp_path / "story"
    (story / "folder.jpg").mkdir(parents=True)
    (story / "photo.jpg").write_bytes(written(plain()))
    (tmp_path / "outside.jpg").write_bytes(written(plain()))
    (story / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    derivative, problems = derive(story, file, PRINT, NO_CACHE, WHERE)
    assert (derivative, [(problem.code, problem.where) for problem in problems]) == (None, [(code, WHERE)])


SECRET = "Kwame-Planted-4711"


def telltales() -> Iterator[Any]:
    exif = Image.Exif()
    for tag in (0x010E, 0x013B, 0x9C9B, 0x010F):  # description, artist, title, maker
        exif[tag] = SECRET
    exif.get_ifd(0x8825).update({1: "N", 2: (9.0, 1.0, 2.0), 29: SECRET})
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    profile = SRGB.replace(b"sRGB built-in", SECRET.encode()[:13])
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET)
    text.add_itxt("Title", SECRET, zip=True)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[0x013B] = SECRET
    thumbnail = written(plain(GREEN), comment=SECRET)
    yield "jpeg", written(NOISE, exif=exif, xmp=xmp, icc_profile=profile, comment=SECRET)
    yield "comment", written(NOISE, comment=SECRET)
    yield "behind-the-end", written(NOISE) + SECRET.encode() + thumbnail
    yield "photoshop", b"\xff\xd8\xff\xed\x00\x22Photoshop 3.0\0" + SECRET.encode() + written(NOISE)[2:]
    yield "png", written(NOISE, "PNG", exif=exif, pnginfo=text, icc_profile=profile)
    yield "webp", written(NOISE, "WEBP", exif=exif, xmp=xmp, lossless=True)
    yield "tiff", written(NOISE, "TIFF", tiffinfo=tags)


@pytest.mark.parametrize("content", [pytest.param(content, id=name) for name, content in telltales()])
def test_nothing_but_pixels_goes_on(tmp_path: Path, content: bytes) -> None:
    derivative, _ = made(tmp_path, content, PhotoRecipe(400, 200, (0.5, 0.5), 300))
    assert derivative is not None
    assert not [
        word for word in (SECRET.encode(), SECRET[:13].encode(), b"Exif", b"GPS", b"ICC") if word in derivative.jpeg
    ]
    assert set(opened(derivative).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("content", "markers"),
    [
        (written(NOISE), ()),
        (written(NOISE, exif=b"Exif\0\0x"), (0xE1,)),
        (written(NOISE, icc_profile=SRGB, comment="x"), (0xE2, 0xFE)),
        (b"\xff\xd8\xff\xed\x00\x04ab" + written(NOISE)[2:], (0xED,)),
        (written(NOISE) + b"more", (0,)),
        (written(NOISE) + written(NOISE, comment="x"), (0xD8, 0xFE, 0)),
    ],
    ids=["bare", "exif", "icc-comment", "photoshop", "tail", "second-picture"],
)
def test_the_last_look_finds_what_is_no_pixel(content: bytes, markers: tuple[int, ...]) -> None:
    assert foreign_markers(content) == markers
