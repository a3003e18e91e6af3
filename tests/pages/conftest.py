"""The print room, opened once; a drawing office for each test that changes a layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from print_room import ROOT, PrintRoom
from small_layout import DrawingOffice, open_office

from postcards.composition import Typesetter, read_fonts
from postcards.manuscript.reader import read_manuscript
from postcards.pages.designs import read_designs
from postcards.pages.layout import Layout
from postcards.project import find_project


@pytest.fixture(scope="session")
def room() -> PrintRoom:
    project = find_project(ROOT)
    shelf = read_fonts(project.fonts)
    return PrintRoom(read_manuscript(project), read_designs(project), shelf, Typesetter(shelf))


@pytest.fixture
def office(tmp_path: Path) -> DrawingOffice:
    return open_office(tmp_path)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    designs = open_office(tmp_path_factory.mktemp("small")).read()
    assert designs.problems == ()
    return designs.layouts["small"]
