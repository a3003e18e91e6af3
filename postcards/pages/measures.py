"""Numbers in layout files: what they may be, in millimetres or points; and what is drawn in frames takes."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from postcards.geometry import MM
from postcards.manuscript.markers import Bounds, Checked

#: Trim sizes and boxes beyond this (mm) are typing errors: no press of an office takes A2.
LARGEST_MM = 600.0

#: Distance between a stamp's teeth, from middle to middle, points.
PERFORATION = 5.2

#: Modules around a code's symbol that stay paper (ISO/IEC 18004, 5.3.8).
QUIET = 4

#: Side of the smallest symbol there is, in modules, and the least that it measures on a page, points: what cheap phones
#: read at arm's length.
FEWEST_MODULES = 21
SMALLEST = 20 * MM

#: The least side of a frame: the smallest symbol has the widest quiet zone. Larger symbols come out larger.
LEAST_ROOM = SMALLEST * (FEWEST_MODULES + 2 * QUIET) / FEWEST_MODULES


def _sane(number: float) -> float:
    if not math.isfinite(number) or abs(number) > LARGEST_MM:
        raise ValueError(f"a number of millimetres or points between 0 and {LARGEST_MM:.0f} is needed")
    return number


def _positive(number: float) -> float:
    if _sane(number) <= 0:
        raise ValueError("a number above 0 is needed")
    return number


def _not_negative(number: float) -> float:
    if _sane(number) < 0:
        raise ValueError("a number that is not below 0 is needed")
    return number


Length = Annotated[float, Checked(_sane)]
Distance = Annotated[float, Checked(_not_negative)]
Positive = Annotated[float, Checked(_positive)]
Edge = Length | Literal["bleed"]
Percent = Annotated[float, Bounds(ge=0, le=100)]
