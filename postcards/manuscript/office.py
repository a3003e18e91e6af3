"""How the office prints for itself: `content/office.yaml` key for key. The file and every key may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from msgspec import field

from postcards.manuscript.faults import NOWHERE
from postcards.manuscript.kinds import Form
from postcards.manuscript.markers import NO_KEY, Block, Described
from postcards.problems import Where

OfficeLanguage: TypeAlias = Literal["en", "nb"]
PaperSize: TypeAlias = Literal["A4", "A3", "Letter"]
Kind: TypeAlias = Literal["fold", "stack"]
Scale: TypeAlias = Literal["actual", "fit"]
Edge: TypeAlias = Literal["short", "long"]
Up: TypeAlias = Annotated[int, Form(r"[24]", int, "2 or 4", "4", numeric=True)]
Copies: TypeAlias = Annotated[int, Form(r"[12]", int, "1 or 2", "2", numeric=True)]
Capacity: TypeAlias = Annotated[int, Form(r"[1-9]\d{0,2}", int, "a number of sheets", "20", numeric=True)]


class Office(Block, frozen=True, kw_only=True):
    """The office's printer, paper and stapler."""

    language: Annotated[OfficeLanguage, Described("of the sheet that says how to print and fold")] = "en"
    paper: Annotated[PaperSize, Described("what lies in the printer")] = "A4"
    scheme: Annotated[
        Kind | None, Described("folded and stapled, or cut into leaves; left out, as the booklet is bound")
    ] = None
    up: Annotated[Up | None, Described("pages on a side of a sheet; left out, as many as there is room for")] = None
    copies: Annotated[Copies, Described("of the booklet on each sheet, side by side")] = 1
    scale: Annotated[Scale, Described("actual: true to size; fit: pages made smaller, nothing cut off")] = "actual"
    flip: Annotated[
        Edge | None, Described("the one edge the printer can turn sheets about; left out, as it is best")
    ] = None
    stapler: Annotated[Capacity, Described("sheets of 80 g/m² that the stapler holds")] = 20
    where: Annotated[Where, NO_KEY] = NOWHERE
    marks: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "paper" -> place of its value

    def mark(self, key: str) -> Where:
        """Where a key's value stands, or would."""
        return self.marks.get(key, self.where)
