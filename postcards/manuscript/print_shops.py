"""Reading `layouts/printers/`: the profiles of print shops, the program's own and the project's.

A project's profile stands in for one of ours of the same name. Findings name the file's line; a profile with an error
is left out, and so are print editions that ask for it.
"""

from __future__ import annotations

from msgspec.structs import replace

from postcards.manuscript.folders import Folder, list_folder
from postcards.manuscript.kinds import SLUG
from postcards.manuscript.printers import Printer, PrintShops
from postcards.manuscript.sheets import PRINTER, Sheet, read_sheet
from postcards.problems import Problem, Where
from postcards.project import Project, our_folder

#: Where profiles lie in a folder of layouts.
PRINTERS = "printers"


def read_printers(project: Project) -> PrintShops:
    """All profiles that booklets of the project may name."""
    homes = dict.fromkeys((our_folder("layouts").resolve(), project.layouts.resolve()))
    printers: dict[str, Printer] = {}
    problems: list[Problem] = []
    for home in homes:
        # Files are named from the folder that holds the layouts: ours lie beside no project.
        place = replace(project, root=home.parent)
        folder = list_folder(place, f"{home.name}/{PRINTERS}")
        problems += folder.problems
        for sheet in _sheets(place, folder):
            printers.pop(sheet.stem, None)
            problems += sheet.problems
            if sheet.value is not None:
                folder_path = str(home / PRINTERS)
                placed = replace(sheet.value, folder=folder_path, where=sheet.where(), places=sheet.marks())
                printers[sheet.stem] = replace(placed, id=sheet.stem)
    return PrintShops(dict(sorted(printers.items())), tuple(problems))


def _sheets(place: Project, folder: Folder) -> list[Sheet]:
    sheets = [read_sheet(place, path, PRINTER) for path in folder.files()]
    return [sheet if SLUG.fits(sheet.stem) else _misnamed(sheet) for sheet in sheets]


def _misnamed(sheet: Sheet) -> Sheet:
    remedy = "Use small letters a to z, digits and single hyphens."
    problem = Problem("printer.id", "The file's name is no plain name.", remedy, Where(sheet.path))
    return replace(sheet, value=None, problems=(*sheet.problems, problem))
