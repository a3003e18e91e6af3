"""How pages of one size lie on the office's paper, and what the office is told where they cannot."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from painted import REPOSITORY
from twelve import twelve

from postcards.edition.arrangement import SMALLEST, Arrangement, arrange
from postcards.edition.painter import UNPRINTABLE
from postcards.geometry import MM, fits
from postcards.manuscript import Booklet, Office
from postcards.manuscript.reader import read_manuscript
from postcards.pages.designs import read_designs
from postcards.pages.layout import Layout, Trim
from postcards.problems import Problem
from postcards.project import find_project

PROJECT = find_project(REPOSITORY)
BOOKLET = twelve(read_manuscript(PROJECT, ["en"]))
SPREAD = read_designs(PROJECT).layouts["spread"]

PAGES = {"A6": (148, 105), "A6 upright": (105, 148), "A5": (210, 148), "A5 upright": (148, 210)}


def layout(size: str) -> Layout:
    width, height = PAGES[size]
    return replace(SPREAD, trim=Trim(width=width, height=height))


def arranged(size: str, office: Office, pages: int = 32, booklet: Booklet = BOOKLET) -> Arrangement:
    found, problems = arrange(layout(size), booklet, office, pages)
    assert found is not None, problems
    return found


def refused(size: str, office: Office, pages: int = 32, booklet: Booklet = BOOKLET) -> Problem:
    found, (problem,) = arrange(layout(size), booklet, office, pages)
    assert found is None
    assert problem.is_error
    assert problem.booklet == BOOKLET.id
    return problem


@pytest.mark.parametrize(
    ("size", "office", "columns", "rows", "lies", "edge"),
    [
        ("A6", Office(), 2, 2, True, "short"),
        ("A6", Office(up=2), 2, 1, True, "short"),
        ("A6", Office(scheme="stack"), 2, 2, True, "short"),
        ("A6", Office(paper="Letter", scheme="stack"), 1, 2, False, "long"),
        ("A6 upright", Office(), 2, 2, False, "long"),
        ("A6 upright", Office(up=2), 2, 1, True, "short"),
        ("A6 upright", Office(paper="Letter"), 2, 1, True, "short"),
        ("A5 upright", Office(), 2, 1, True, "short"),
        ("A5", Office(scheme="stack"), 1, 2, False, "long"),
        ("A5", Office(paper="A3"), 2, 2, True, "short"),
        ("A6", Office(flip="long"), 2, 2, True, "long"),
        ("A6 upright", Office(flip="short"), 2, 2, False, "short"),
    ],
)
def test_where_pages_have_room_and_how_sheets_are_turned(
    size: str, office: Office, columns: int, rows: int, lies: bool, edge: str
) -> None:
    found = arranged(size, office)
    assert (found.scheme.columns, found.scheme.rows) == (columns, rows)
    assert (found.paper.size.width > found.paper.size.height) == lies
    assert found.edge == edge
    assert found.scheme.turned == (office.flip is not None)
    assert found.scale == 1
    assert fits(columns * found.scheme.cell.width, found.paper.size.width)
    assert fits(rows * found.scheme.cell.height, found.paper.size.height)


@pytest.mark.parametrize(("binding", "kind"), [("saddle-stitch", "fold"), ("perfect", "stack"), ("loose", "stack")])
def test_the_binding_says_what_becomes_of_sheets(binding: str, kind: str) -> None:
    booklet = replace(BOOKLET, binding=binding)  # type: ignore[arg-type]
    assert arranged("A6", Office(), booklet=booklet).scheme.kind == kind
    assert arranged("A6", Office(scheme="fold"), booklet=booklet).scheme.kind == "fold"


@pytest.mark.parametrize(("size", "paper"), [("A6", "A4"), ("A6", "Letter"), ("A5 upright", "Letter"), ("A5", "A3")])
def test_pages_that_are_made_smaller_stand_clear_of_every_edge(size: str, paper: str) -> None:
    office = Office(paper=paper, scale="fit")  # type: ignore[arg-type]
    found = arranged(size, office)
    cell, trim = found.scheme.cell, layout(size).trim_size
    assert SMALLEST <= found.scale < 1
    assert fits(trim.width * found.scale + 2 * UNPRINTABLE, cell.width)
    assert fits(trim.height * found.scale + 2 * UNPRINTABLE, cell.height)
    assert found.scheme.columns * cell.width == pytest.approx(found.paper.size.width)
    assert found.scheme.rows * cell.height == pytest.approx(found.paper.size.height)


@pytest.mark.parametrize(
    ("size", "office", "code"),
    [
        ("A5", Office(), "office.paper"),  # it would fold at its head
        ("A6", Office(paper="Letter"), "office.paper"),
        ("A5", Office(scale="fit"), "office.paper"),  # too small to be read
        ("A5 upright", Office(up=4), "office.up"),
        ("A5 upright", Office(copies=2), "office.copies"),
    ],
)
def test_what_has_no_room_is_told(size: str, office: Office, code: str) -> None:
    assert refused(size, office).code == code


def test_a_smaller_scale_is_proposed_only_where_it_would_do() -> None:
    assert "fit" in refused("A6", Office(paper="Letter")).remedy
    assert "fit" not in refused("A5", Office()).remedy


@pytest.mark.parametrize("pages", [30, 31, 33])
def test_pages_that_fill_no_folded_sheets_are_told(pages: int) -> None:
    booklet = replace(BOOKLET, binding="perfect")
    assert refused("A6", Office(scheme="fold"), pages, booklet).code == "office.scheme"
    assert arranged("A6", Office(), pages, booklet).scheme.kind == "stack"


def test_more_sheets_than_the_stapler_holds_come_in_sections() -> None:
    found, (problem,) = arrange(SPREAD, BOOKLET, Office(stapler=10), 60)
    assert found is not None
    # Ten sheets of 80 g/m² are 1.1 mm, seven of 120 g/m² 1.05 mm.
    assert found.scheme.section == 7
    assert (problem.code, problem.is_error) == ("office.sections", False)
    assert arrange(SPREAD, BOOKLET, Office(stapler=10), 28)[1] == []


def test_creep_is_a_sheets_thickness() -> None:
    assert arranged("A6", Office()).paper.caliper == pytest.approx(0.15 * MM)
