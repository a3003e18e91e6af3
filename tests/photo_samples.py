"""Photos as offices have them, made for the tests, and what comes out of the darkroom."""

from __future__ import annotations

import io
import struct
import zlib
from math import log10
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageMath, ImageStat

from postcards.edition.photos import Cache, Derivative, PhotoRecipe, derive
from postcards.problems import Where

WHERE = Where("content/stories/asrat/story.yaml", 9, 9)
NO_CACHE = Cache(None)
RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (255, 255, 255)
ROUNDING = 12  # what JPEG and colour conversion may change
PRINT = PhotoRecipe(80, 40, (0.5, 0.5), 300)
SCREEN = PhotoRecipe(80, 40, (0.5, 0.5), 150)


def written(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def plain(colour: Any = RED, mode: str = "RGB", size: tuple[int, int] = (160, 80)) -> Image.Image:
    return Image.new(mode, size, colour)


def made(
    folder: Path, content: bytes, recipe: PhotoRecipe = PRINT, cache: Cache = NO_CACHE
) -> tuple[Derivative | None, list[str]]:
    (folder / "photo.jpg").write_bytes(content)
    derivative, problems = derive(folder, "photo.jpg", recipe, cache, WHERE)
    assert all(problem.where == WHERE for problem in problems)
    assert (derivative is None) == any(problem.is_error for problem in problems)
    return derivative, [problem.code for problem in problems]


def printed(folder: Path, content: bytes, recipe: PhotoRecipe = PRINT) -> Image.Image:
    derivative, codes = made(folder, content, recipe)
    assert derivative is not None
    assert codes == []
    return opened(derivative)


def opened(derivative: Derivative | None) -> Image.Image:
    assert derivative is not None
    image = Image.open(io.BytesIO(derivative.jpeg))
    assert image.size == (derivative.width, derivative.height)
    assert image.mode == {"rgb": "RGB", "grey": "L"}[derivative.colour]
    return image


def near(image: Image.Image, place: tuple[float, float], colour: tuple[int, ...]) -> bool:
    """Whether the pixel at `place`, in shares of width and height, has about this colour."""
    at = (int(place[0] * image.width), int(place[1] * image.height))
    pixel = image.convert("RGB").getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= ROUNDING for a, b in zip(pixel, colour, strict=True))


def png(width: int, height: int, depth: int, colour_type: int, idat: bytes, *extra: bytes) -> bytes:
    """A PNG put together by hand, for what no program would write."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    parts = [chunk(b"IHDR", header), *(chunk(body[:4], body[4:]) for body in extra), chunk(b"IDAT", idat)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


def webp(side: int) -> bytes:
    """A square WebP of one colour: 38 bytes, whatever its size, which stands in its 28 bits after the signature."""
    content = written(plain((9, 9, 9, 9), "RGBA", (64, 64)), "WEBP", lossless=True, quality=0, method=0)
    at = content.index(b"VP8L") + 9
    others = int.from_bytes(content[at : at + 4], "little") >> 28 << 28
    return content[:at] + (others | (side - 1) << 14 | side - 1).to_bytes(4, "little") + content[at + 4 :]


def enlarged(content: bytes, side: int) -> bytes:
    """A file that `written` made of a `plain` picture, whose header says that the picture is a square of this side."""
    jpeg, tiff = struct.pack(">HH", 80, 160), [b"%b\x04\0\1\0\0\0" % tag for tag in (b"\0\1", b"\1\1")]
    content = content.replace(jpeg, struct.pack(">HH", side, side), 1)
    for entry, length in zip(tiff, (160, 80), strict=True):
        content = content.replace(entry + struct.pack("<I", length), entry + struct.pack("<I", side), 1)
    return content


def noise(mode: str, width: int, height: int) -> Image.Image:
    return Image.frombytes(mode, (width, height), Random(1).randbytes(len(mode) * width * height))


def textured(width: int, height: int) -> Image.Image:
    """A picture with detail of every size, as photos have it: noise of all scales, almost alike."""
    random = Random(2)
    planes = []
    for share in (0.3, 0.1, 0.1):  # brightness and its two colour differences
        plane = Image.new("F", (width, height), 128.0)
        for scale in (256, 128, 64, 32, 16, 8, 4, 2, 1):
            size = (width // scale + 2, height // scale + 2)
            coarse = Image.frombytes("L", size, random.randbytes(size[0] * size[1]))
            fine = coarse.resize((width, height), Image.Resampling.BICUBIC).convert("F")
            height_of = share * (scale / 256) ** 0.25
            plane = ImageMath.lambda_eval(lambda a, by=height_of: a["p"] + (a["f"] - 128) * by, p=plane, f=fine)
        planes.append(plane.convert("L"))
    return Image.merge("YCbCr", planes).convert("RGB")


def fidelity(one: Image.Image, other: Image.Image) -> float:
    """How far the difference in brightness lies below the brightest white (PSNR), decibels."""
    lights = [image.convert("L") for image in (one, other)]
    (squares,) = ImageStat.Stat(ImageChops.difference(*lights)).sum2
    return 10 * log10(255**2 * one.width * one.height / squares)


NOISE = noise("RGB", 400, 300)
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
