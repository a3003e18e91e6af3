"""A photo's colours, from what its file means by them to a press's inks or a screen's light (ICC.1:2022, LittleCMS).

The source is the photo's own profile; without one RGB is sRGB (IEC 61966-2-1) and CMYK is offset on coated paper, our
default intent. The way is relative colorimetric with black point compensation: what the press can print comes out as
it was, paper is paper, and the darkest is the darkest. Inks always go through the press's own tables, photos in CMYK
too, so that no photo has more ink than the press's profile allows. Grey stays grey: it prints in black ink alone.
Loading this module loads Pillow.
"""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

from postcards.edition.intent import Intent, default_intent
from postcards.edition.photo_faults import PROFILE, Remark
from postcards.problems import ProjectError

#: What an ICC profile may speak of, by the picture's mode. Grey pictures with an RGB profile are common and clear.
PROFILE_SPACES = {"L": ("GRAY", "RGB"), "RGB": ("RGB",), "CMYK": ("CMYK",), "LAB": ()}

#: Pillow's mode of the pictures that a profile of a space speaks of.
MODES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}

#: The darkest that a photo has becomes the darkest that the press has.
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
RENDERING = ImageCms.Intent.RELATIVE_COLORIMETRIC

#: Ink is weighed as printers do (Ghent Workgroup 2015): the mean of any square of 15 mm².
SQUARE_MM = 15**0.5
MM_PER_INCH = 25.4

FULL = 255  # of one ink

#: So many profiles and ways between them are kept: more than the cameras of one office have.
PROFILES = 16


def built(image: Image.Image, profile: bytes | None, intent: Intent | None) -> tuple[Image.Image, Remark | None]:
    """The picture in the inks of `intent`, in sRGB if there is none, or in grey if it was; and whether its own
    `profile` was of no use. Modes L, RGB, CMYK, LAB.
    """
    source, remark = _source(image.mode, profile)
    if image.mode == "L":
        return (image, remark) if source is None else (_converted(image, source, None).convert("L"), remark)
    if source is None and image.mode == "RGB" and intent is None:
        return image, remark
    return _converted(image, source, intent), remark


def ink(image: Image.Image, ppi: float) -> float:
    """The most ink (per cent) that a square of the picture has in the mean; 0 for one that is not printed in inks."""
    if image.mode not in ("L", "CMYK"):
        return 0.0
    side = max(1, round(SQUARE_MM / MM_PER_INCH * ppi))
    small = image.reduce((min(side, image.width), min(side, image.height)))
    pixels = small.tobytes()
    if image.mode == "L":
        return round((FULL - min(pixels)) / FULL * 100, 1)
    return round(max(sum(pixels[at : at + 4]) for at in range(0, len(pixels), 4)) / FULL * 100, 1)


def _source(mode: str, profile: bytes | None) -> tuple[bytes | None, Remark | None]:
    """The profile that speaks of the picture, if its own does, and the finding that it does not."""
    if profile is None or mode == "LAB":
        return None, None
    try:
        space = _opened(profile).profile.xcolor_space.strip()
        if space not in PROFILE_SPACES[mode]:
            return None, PROFILE
        _transform(profile, MODES[space], None)
    except (OSError, TypeError, ValueError, ImageCms.PyCMSError):
        return None, PROFILE
    return profile, None


def _converted(image: Image.Image, source: bytes | None, intent: Intent | None) -> Image.Image:
    if source is not None:
        mode = MODES[_opened(source).profile.xcolor_space.strip()]
    elif image.mode == "CMYK":
        source, mode = default_intent().profile, "CMYK"
    else:
        mode = image.mode
    try:
        transform = _transform(source, mode, intent.profile if intent else None)
    except ImageCms.PyCMSError:
        message = "The colour profile of the print edition cannot be used."
        raise ProjectError(message, "Ask the print shop for its ICC profile again.") from None
    converted = ImageCms.applyTransform(image.convert(mode), transform)
    assert converted is not None  # only where a picture is changed in place
    return converted


@lru_cache(PROFILES)
def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(profile))


@lru_cache(PROFILES)
def _transform(source: bytes | None, mode: str, press: bytes | None) -> ImageCms.ImageCmsTransform:
    """The way from a profile (None: sRGB or Lab) to a press's (None: sRGB); made once a process, it takes a while."""
    begins = ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB") if source is None else _opened(source)
    ends = ImageCms.createProfile("sRGB") if press is None else _opened(press)
    return ImageCms.buildTransform(begins, ends, mode, "RGB" if press is None else "CMYK", RENDERING, FLAGS)
