"""Rules on tables: whole rows and columns, and cells that know their headings (ISO 14289-1, 7.2 and 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from postcards.preflight.clauses import SAYINGS
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.objects import entry, items, name, words
from postcards.preflight.structure import Element

#: A cell cannot be wider or higher than this, whatever it says, and no table is gone through that has more room.
WIDEST, MOST_ROOM = 1_000, 100_000


class Cell(Struct, frozen=True):
    """A cell, and where in the grid it begins and ends."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


class Heads(Struct, frozen=True):
    """Which columns and rows have a heading, and the names of all headings."""

    any: bool
    columns: frozenset[int]
    rows: frozenset[int]
    names: frozenset[str]


def grids(document: Document, _: Demands) -> Iterator[Fault]:
    """Rows are equally long, and no cell lies on another."""
    for table in document.elements:
        if table.kind == "Table":
            cells, overlap = laid_out(table)
            count = sum(1 for _ in _rows(table))
            width = max((cell.column + cell.columns for cell in cells), default=0)
            if overlap or sum(cell.rows * cell.columns for cell in cells) != count * width:
                message = "A table has rows or columns of unequal length, so that its cells cannot be told apart."
                page = document.binding.page_of(table)
                yield Fault(message, SAYINGS["7.5"].remedy, f"{table.path}: {count} rows, {width} columns", page)


def headed(document: Document, _: Demands) -> Iterator[Fault]:
    """Each cell belongs to a heading: by the headings' Scope, or by their IDs."""
    for table in document.elements:
        if table.kind == "Table":
            cells, _overlap = laid_out(table)
            heads = _heads(cells)
            lonely = [cell for cell in cells if _holds_data(cell) and not _is_headed(cell, heads)]
            if lonely:
                detail = f"{lonely[0].element.path}, and {len(lonely) - 1} more"
                yield Fault(*SAYINGS["7.5"], detail, document.binding.page_of(table))


def laid_out(table: Element) -> tuple[list[Cell], bool]:
    """Its cells in their places, and whether two lie on each other."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    overlap = False
    for row, cells_of_row in enumerate(_rows(table)):
        column = 0
        for element in cells_of_row:
            while (row, column) in taken:
                column += 1
            rows, columns = (_span(element, key) for key in ("RowSpan", "ColSpan"))
            if rows * columns + len(taken) > MOST_ROOM:
                return cells, True
            room = {(row + down, column + across) for down in range(rows) for across in range(columns)}
            overlap = overlap or bool(room & taken)
            taken |= room
            cells.append(Cell(element, row, column, rows, columns))
            column += columns
    return cells, overlap


def _rows(table: Element) -> Iterator[list[Element]]:
    for part in table.children:
        for row in [part] if part.kind == "TR" else part.children:
            if row.kind == "TR":
                yield [cell for cell in row.children if cell.kind in ("TH", "TD")]


def _span(cell: Element, key: str) -> int:
    for found in cell.attributes("Table"):
        span = entry(found, key)
        if isinstance(span, int):
            return min(max(span, 1), WIDEST)
    return 1


def _holds_data(cell: Cell) -> bool:
    """Whether it is to be read under a heading: an empty corner is not."""
    return cell.element.kind == "TD" and bool(cell.element.claims or cell.element.children)


def _is_headed(cell: Cell, heads: Heads) -> bool:
    named = [words(part) for found in cell.element.attributes("Table") for part in items(entry(found, "Headers"))]
    if named:
        return all(part and part in heads.names for part in named)
    across = range(cell.column, cell.column + cell.columns)
    down = range(cell.row, cell.row + cell.rows)
    return (
        not heads.any or any(place in heads.columns for place in across) or any(place in heads.rows for place in down)
    )


def _heads(cells: list[Cell]) -> Heads:
    """What the table's headings say that they are headings of."""
    columns: set[int] = set()
    rows: set[int] = set()
    headings = [cell for cell in cells if cell.element.kind == "TH"]
    for cell in headings:
        scopes = {name(entry(found, "Scope")) for found in cell.element.attributes("Table")}
        if scopes & {"Column", "Both"}:
            columns.update(range(cell.column, cell.column + cell.columns))
        if scopes & {"Row", "Both"}:
            rows.update(range(cell.row, cell.row + cell.rows))
    names = {cell.element.says("ID") or "" for cell in headings}
    return Heads(bool(headings), frozenset(columns), frozenset(rows), frozenset(names))
