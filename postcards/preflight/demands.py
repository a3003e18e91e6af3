"""What is demanded of a file, and how a fault in it is told."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from postcards.geometry import MM, Size
from postcards.problems import Severity

#: `x4`: PDF/X-4 for a press; `cmyk`: plain PDF 1.4 for a press, without transparency; `any`: a file for readers;
#: `ua`: one for all readers, those too who listen to it (PDF/UA-1).
Standard = Literal["x4", "cmyk", "any", "ua"]


class Demands(Struct, frozen=True):
    """What a printer asks for; lengths in points. Where nothing is said stands what most of them ask (GWG 2015)."""

    standard: Standard = "x4"
    bleed: float = 3 * MM
    safe: float = 5 * MM  # what is read stays this far from the cut
    ink: float = 300.0  # percent, all plates together
    ppi: float = 300.0  # of photos at their printed size
    multiple: int = 4  # of pages
    condition: str = ""  # what the output intent is to be called, such as FOGRA39; any, if empty
    marks: bool | None = None  # whether cutting marks stand around the pages; either, if nothing is said
    trim: Size | None = None  # of a page, where it is known
    sheet: Size | None = None  # that pages lie on, where it is known
    words: tuple[str, ...] = ()  # what is to be read on each page, where it is known
    spares: frozenset[str] = frozenset()  # names of rules that are not asked

    @property
    def for_press(self) -> bool:
        return self.standard in ("x4", "cmyk")


#: What a file for screens or the office's own printer has to hold.
READERS = Demands("any", bleed=0.0, multiple=1)

#: What a file has to hold that is read aloud, or felt, or followed with the keyboard alone.
EVERYBODY = replace(READERS, standard="ua")


class Fault(Struct, frozen=True):
    """One thing that is wrong with a file, for the person who has to do something about it."""

    message: str  # what a reader or printer would see
    remedy: str  # one thing to do
    detail: str = ""  # for prepress people
    page: int = 0  # from 1; 0 for the whole file
    severity: Severity = Severity.ERROR
