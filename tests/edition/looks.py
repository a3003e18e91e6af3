"""How colours look: on the press's paper or a screen (CIELAB, ICC.1:2022), and how far two of them are apart."""

from __future__ import annotations

import io
import math
import struct

from PIL import Image, ImageCms

from postcards.edition.intent import default_intent

Lab = tuple[float, float, float]
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION
PAPER = ImageCms.ImageCmsProfile(io.BytesIO(default_intent().profile))
LIGHT, SEEN = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")


def seen(image: Image.Image) -> list[Lab]:
    """Each pixel as the eye sees it on the press's paper, or on a screen."""
    source = PAPER if image.mode == "CMYK" else LIGHT
    way = ImageCms.buildTransform(source, SEEN, image.mode, "LAB", RELATIVE, COMPENSATED)
    told = ImageCms.applyTransform(image, way)
    assert told is not None
    return [(a * 100 / 255, b - 128, c - 128) for a, b, c in struct.iter_unpack("3B", _packed(told))]


def _packed(image: Image.Image) -> bytes:
    return b"".join(bytes(pixel) for pixel in zip(*(band.tobytes() for band in image.split()), strict=True))


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000 (ISO/CIE 11664-6)."""
    mean_chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    grey = 0.5 * (1 - math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    (light1, a1, b1), (light2, a2, b2) = ((light, a * (1 + grey), b) for light, a, b in (one, other))
    chroma1, chroma2 = math.hypot(a1, b1), math.hypot(a2, b2)
    hue1, hue2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn = 0.0 if chroma1 * chroma2 == 0 else (hue2 - hue1 + 180) % 360 - 180
    hue = hue1 + hue2 if chroma1 * chroma2 == 0 else hue1 + turn / 2
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    weight = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    apart = math.radians(60 * math.exp(-(((hue % 360 - 275) / 25) ** 2)))
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(apart)
    dl = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    dc = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    dh = 2 * math.sqrt(chroma1 * chroma2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    return math.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)
