"""Rules on pictures and lines: fine enough, thick enough (GWG 2015, 4.13 to 4.20)."""

from __future__ import annotations

from collections.abc import Iterator

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet
from postcards.preflight.marks import Area, Photo
from postcards.problems import Severity

#: Photos coarser than this at their printed size show their pixels (pixels to the inch).
COARSE = 200.0

#: Drawings in two tones need more (pixels to the inch): an error below the first, worth a look below the second.
COARSE_LINE_ART, FINE_LINE_ART = 550.0, 800.0

#: Whole pixels lead off a resolution by this share.
ROUNDING = 0.02

#: Pictures this small (pixels on a side) are ornaments or tricks of programs, and no photos.
ORNAMENT = 16

#: Thinner lines break up on the plate (points).
HAIRLINE = 0.25


def coarse(document: Document, demands: Demands) -> Iterator[Fault]:
    """Photos are fine enough for the size that they are printed in."""
    for sheet in document.sheets:
        for photo in _judged(sheet):
            if photo.picture.bits > 1 and photo.resolution < COARSE * (1 - ROUNDING):
                yield _too_coarse(photo, demands.ppi, sheet.number, Severity.ERROR)


def below_wish(document: Document, demands: Demands) -> Iterator[Fault]:
    """Photos are as fine as the printer wishes."""
    for sheet in document.sheets:
        for photo in _judged(sheet):
            least, most = COARSE * (1 - ROUNDING), demands.ppi * (1 - ROUNDING)
            if photo.picture.bits > 1 and least <= photo.resolution < most:
                yield _too_coarse(photo, demands.ppi, sheet.number, Severity.WARNING)


def coarse_line_art(document: Document, _: Demands) -> Iterator[Fault]:
    """Drawings in two tones are fine enough that no steps are seen."""
    for sheet in document.sheets:
        for photo in _judged(sheet):
            if photo.picture.bits == 1 and photo.resolution < FINE_LINE_ART * (1 - ROUNDING):
                bad = photo.resolution < COARSE_LINE_ART * (1 - ROUNDING)
                severity = Severity.ERROR if bad else Severity.WARNING
                yield _too_coarse(photo, FINE_LINE_ART, sheet.number, severity)


def _too_coarse(photo: Photo, wanted: float, page: int, severity: Severity) -> Fault:
    width, height = round(photo.width / 72 * wanted), round(photo.height / 72 * wanted)
    message = f"A picture has {photo.resolution:.0f} pixels to the inch at its printed size: it will look blurred."
    remedy = f"Take a larger original, of {width} × {height} pixels, or print it smaller."
    return Fault(message, remedy, f"{photo.picture.width} × {photo.picture.height} pixels", page, severity)


def _judged(sheet: Sheet) -> Iterator[Photo]:
    return (photo for photo in sheet.photos if min(photo.picture.width, photo.picture.height) > ORNAMENT)


def jpeg2000(document: Document, _: Demands) -> Iterator[Fault]:
    """No picture is packed as JPEG 2000, which many print shops' programs get wrong."""
    for sheet in document.sheets:
        if any("JPXDecode" in photo.picture.filters for photo in sheet.photos):
            message = "A picture on this page is packed in a way (JPEG 2000) that many print shops do not take."
            yield Fault(message, "Export it again with JPEG.", "JPXDecode", sheet.number)


def hairlines(document: Document, _: Demands) -> Iterator[Fault]:
    """Every line is thick enough to print."""
    for sheet in document.sheets:
        widths = [line.width for line in sheet.lines]
        widths += [
            min(area.box.width, area.box.height)
            for area in sheet.areas
            if isinstance(area, Area) and area.is_upright and min(area.box.width, area.box.height) > 0
        ]
        least = min(widths, default=HAIRLINE)
        if least < HAIRLINE - _SMALLEST_STEP:
            message = f"A line of {least:.2f} points is too thin: it may break up or vanish in print."
            yield Fault(message, f"Make it {HAIRLINE:g} points or thicker.", f"{least:.3f} pt", sheet.number)


#: A thousandth of a point is finer than PDF numbers are written.
_SMALLEST_STEP = 0.001
