"""What an edition wants of a photo: so many pixels, cut around a focus point, in a press's inks or a screen's light.

A photo fills its frame: what does not fit the frame's shape is cut away, and the focus point stays as near to the
middle as the picture's edges allow. It is never enlarged: where the photo has fewer pixels than the frame wants, the
picture has those pixels. One that would look coarse is shown on a screen with a warning, and is not printed: paper
stays. The finding `photo.resolution` says how coarse it would look and how many pixels are needed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from postcards.edition.intent import Intent
from postcards.edition.photo_faults import Remark
from postcards.geometry import Size
from postcards.problems import Severity

POINTS_PER_INCH = 72

#: An edition of this many pixels per inch or more goes on paper, a coarser one on a screen.
PRINT_PPI = 200

#: Below these a reader sees the coarseness: on paper at arm's length, on a screen at its own size (ppi).
COARSE_ON_PAPER = 200
COARSE_ON_SCREEN = 100

#: JPEG qualities: on paper no difference from the original is seen. In inks, which JPEG packs one by one, the picture
#: is off by one per cent of an ink, below what a raster dot shows.
PAPER_QUALITY = 92
INK_QUALITY = 88

#: On a screen a photo has this quality, and where it would take more than its share of the file, the next lower one at
#: which it does not; the least, whatever it takes. At 75 our pictures' brightness is 32 dB or more above what JPEG adds
#: (PSNR), at 50, which only pictures as wide as A5 come to, 31 dB.
SCREEN_QUALITY = 75
LEAST_QUALITY = 50
QUALITY_STEP = 5

#: A photo's share (bytes): those of 24 stories and the cover leave a tenth of 3 MB to fonts, pages and tags.
SCREEN_BYTES = 106_000


class PhotoRecipe(Struct, frozen=True):
    """How a photo is to be made ready for one frame of one edition."""

    width: int  # pixels wanted, at least 1
    height: int  # pixels wanted, at least 1
    focus: tuple[float, float]  # what the cut must keep, as shares of the upright photo's width and height
    ppi: int  # pixels per inch of the edition
    intent: Intent | None = None  # the press it is printed on; None for screens, in sRGB
    quality: int = PAPER_QUALITY  # JPEG quality, 1 to 95
    most: int = 0  # bytes it should take at most, for which quality is given up down to LEAST_QUALITY; 0 is any number

    @property
    def qualities(self) -> Sequence[int]:
        """JPEG qualities from the one that is wanted to the least that will do."""
        return range(self.quality, LEAST_QUALITY - 1, -QUALITY_STEP) if self.most else (self.quality,)

    @property
    def on_paper(self) -> bool:
        return self.ppi >= PRINT_PPI


class Cut(Struct, frozen=True):
    """The part of an upright photo that is shown, and how many pixels it is given."""

    left: float  # shares of the photo's width and height
    top: float
    right: float
    bottom: float
    width: int  # pixels of the derivative
    height: int
    scale: float  # pixels of the derivative per pixel of the photo, at most 1
    ppi: float  # pixels per inch of what is shown, at the size of its frame


def recipe_for(frame: Size, ppi: int, focus: tuple[float, float], intent: Intent | None = None) -> PhotoRecipe:
    """The recipe of a photo that fills `frame` (points) in an edition of `ppi` pixels per inch, for a press or not."""
    width, height = (max(1, round(length / POINTS_PER_INCH * ppi)) for length in (frame.width, frame.height))
    if ppi < PRINT_PPI:
        return PhotoRecipe(width, height, focus, ppi, intent, SCREEN_QUALITY, SCREEN_BYTES)
    return PhotoRecipe(width, height, focus, ppi, intent, INK_QUALITY if intent else PAPER_QUALITY)


def cut_for(recipe: PhotoRecipe, width: int, height: int) -> Cut:
    """What `recipe` shows of an upright photo of `width` by `height` pixels."""
    shape = recipe.width / recipe.height
    shown_width = min(width, height * shape)
    shown_height = min(height, width / shape)
    left, right = _span(recipe.focus[0], shown_width / width)
    top, bottom = _span(recipe.focus[1], shown_height / height)
    scale = min(1.0, recipe.width / shown_width)
    return Cut(
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        width=max(1, min(recipe.width, round(shown_width))),
        height=max(1, min(recipe.height, round(shown_height))),
        scale=scale,
        ppi=recipe.ppi * shown_width / recipe.width,
    )


def resolution_remark(recipe: PhotoRecipe, cut: Cut) -> Remark | None:
    """The finding that the photo will look coarse, or None where it will not."""
    floor = COARSE_ON_PAPER if recipe.on_paper else COARSE_ON_SCREEN
    if cut.ppi >= floor:
        return None
    return Remark(
        "photo.resolution",
        f"is too small for its place: {cut.width} × {cut.height} of its pixels are shown there, "
        f"{cut.ppi:.0f} to the inch. {'It is left out of print' if recipe.on_paper else 'It will look coarse'}.",
        f"Use a photo of at least {recipe.width} × {recipe.height} pixels.",
        Severity.ERROR if recipe.on_paper else Severity.WARNING,
    )


def _span(focus: float, share: float) -> tuple[float, float]:
    """Where a stretch of `share` of the whole begins and ends, with `focus` as near its middle as the ends allow."""
    start = min(max(focus - share / 2, 0.0), 1.0 - share)
    return start, start + share
