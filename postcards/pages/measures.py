"""Numbers in layout files: what they may be, in millimetres or points."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

#: Trim sizes and boxes beyond this (mm) are typing errors: no press of an office takes A2.
LARGEST_MM = 600.0


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


Length = Annotated[float, AfterValidator(_sane)]
Distance = Annotated[float, AfterValidator(_not_negative)]
Positive = Annotated[float, AfterValidator(_positive)]
Edge = Length | Literal["bleed"]
Percent = Annotated[float, Field(ge=0, le=100)]
