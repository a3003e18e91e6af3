"""A printer profile: what one print shop asks for; `layouts/printers/<name>.yaml` key for key.

What a file does not say is as in `STANDARD`, which is what is used where nobody names a printer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from postcards.geometry import MM
from postcards.manuscript.faults import NOWHERE
from postcards.manuscript.kinds import FileName, Form, Name
from postcards.manuscript.markers import NO_KEY, Block, Described
from postcards.problems import Problem, Where

#: The profile that booklets without one are printed by.
STANDARD = "standard"

#: A cover has four pages: its outside and its inside, front and back.
COVER_PAGES = 4

Bleed: TypeAlias = Annotated[float, Form(r"[35](\.0+)?", float, "a bleed of 3 or 5 millimetres", "3", numeric=True)]
Allowance: TypeAlias = Annotated[
    float, Form(r"\d{1,2}(\.\d{1,2})?", float, "a width from 0 to 99 millimetres", "0.5", numeric=True)
]
InkLimit: TypeAlias = Annotated[
    int, Form(r"[12]\d\d|3[0-9]\d|400", int, "a sum of four inks from 100 to 400 per cent", "300", numeric=True)
]
PageMultiple: TypeAlias = Annotated[
    int, Form(r"[2468]|[1-6][02468]", int, "an even number of pages from 2 to 68", "4", numeric=True)
]
MostPages: TypeAlias = Annotated[int, Form(r"[1-9]\d{0,3}", int, "a number of pages", "64", numeric=True)]

Marks: TypeAlias = Literal["none", "crop"]
Standard: TypeAlias = Literal["x-4", "pdf-1.4"]
CoverFile: TypeAlias = Literal["same-file", "own-file"]
OfficeLanguage: TypeAlias = Literal["en", "nb"]


class OutputIntent(Block, frozen=True):
    """The printing condition that colours are built for."""

    profile: Annotated[FileName, Described("the ICC profile's file name")]
    identifier: Annotated[Name, Described("what the printing condition is called, such as FOGRA39")]
    info: Annotated[Name | None, Described("what people call it, such as ISO Coated v2")] = None


#: Coated paper, offset: still what most print shops ask for.
FOGRA39 = OutputIntent("ISOcoated_v2_300_bas.icc", "FOGRA39", "ISO Coated v2 300% (basICColor)")


class Printer(Block, frozen=True, kw_only=True):
    """What one print shop asks for."""

    id: Annotated[str, NO_KEY] = ""  # the file's name
    name: Annotated[Name, Described("how the print shop is called on the job ticket")]
    language: Annotated[OfficeLanguage, Described("the language the print shop is written to")] = "en"
    bleed: Annotated[Bleed, Described("how far pictures and grounds reach beyond the trim, millimetres")] = 3.0
    marks: Annotated[Marks, Described("crop: cutting and registration marks, and a line that names the sheet")] = "none"
    standard: Annotated[Standard, Described("x-4 (PDF/X-4), or pdf-1.4: plain CMYK without transparency")] = "x-4"
    ink_limit: Annotated[InkLimit, Described("most ink at one place, the four inks' sum in per cent")] = 300
    intent: Annotated[OutputIntent, Described("the printing condition that colours are built for")] = FOGRA39
    cover: Annotated[CoverFile, Described("own-file: back, spine and front as one spread")] = "same-file"
    spine_allowance: Annotated[
        Allowance, Described("what a glued spine is wider than the inside pages are thick, millimetres")
    ] = 0.0
    page_multiple: Annotated[
        PageMultiple, Described("inside pages come to a multiple of this, and of what the binding needs")
    ] = 2
    most_pages: Annotated[MostPages | None, Described("inside pages that the print shop can bind")] = None
    folder: Annotated[str, NO_KEY] = ""  # where its file lies; the ICC profile lies there too, or is one of ours
    where: Annotated[Where, NO_KEY] = NOWHERE
    places: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "intent.profile" -> its place

    @property
    def bleed_points(self) -> float:
        return self.bleed * MM

    @property
    def has_own_cover(self) -> bool:
        return self.cover == "own-file"


class PrintShops(Struct, frozen=True):
    """The printer profiles by name, and what is wrong with the others."""

    printers: Mapping[str, Printer]
    problems: tuple[Problem, ...]


#: What is used where nobody names a printer, and where the one that is named cannot be used.
ANY_PRINTER = replace(Printer(name="any print shop"), id=STANDARD)
