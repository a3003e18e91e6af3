"""What most commands begin with: reading the project, and finding out what is asked for."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from postcards.problems import Problem, UsageError
from postcards.wish import Wish

if TYPE_CHECKING:
    from postcards.manuscript import Manuscript
    from postcards.project import Project
    from postcards.workshop import Order, Workshop


class Opened(Struct):
    """What every command begins with."""

    workshop: Workshop
    out: Path
    work: list[Order]
    problems: list[Problem]


def open_project(arguments: argparse.Namespace, *, writes: bool) -> Opened:
    """Read the project and find out what is asked for."""
    from postcards.project import find_project

    project = find_project(arguments.project)
    out = out_folder(arguments, project.root)
    photos = out if writes else project.root / "out"
    workshop = _opened(project, photos, arguments, keeps_photos=writes)

    from postcards.production import orders

    work, problems = orders(workshop, wish_of(arguments))
    sources = (workshop.manuscript, workshop.designs, workshop.print_shops)
    return Opened(workshop, out, work, [*problems, *(problem for source in sources for problem in source.problems)])


def _opened(project: Project, photos: Path, arguments: argparse.Namespace, *, keeps_photos: bool) -> Workshop:
    """Everything that booklets are made from. The staff's files are read while the rest of the program is loaded."""
    from postcards.beside import Beside, WorkerLostError, usual_workers

    read = partial(_read, project, tuple(arguments.languages))
    with Beside["Manuscript"](hands=getattr(arguments, "workers", None) or usual_workers()) as beside:
        begun = beside.begin(read, worth_it=True)

        def manuscript() -> Manuscript:
            try:
                return begun()
            except WorkerLostError:
                return read()

        from postcards.production import open_workshop

        return open_workshop(project, photos, keeps_photos=keeps_photos, read=manuscript)


def _read(project: Project, languages: tuple[str, ...]) -> Manuscript:
    from postcards.manuscript import read_manuscript

    return read_manuscript(project, languages)


def wish_of(arguments: argparse.Namespace) -> Wish:
    """What is asked for."""
    booklets, languages, editions = map(tuple, (arguments.booklets, arguments.languages, arguments.editions))
    return Wish(booklets, languages, editions, arguments.printer)


def out_folder(arguments: argparse.Namespace, root: Path) -> Path:
    """Where results go; raises UsageError for a folder of the staff's own files."""
    out: Path = (arguments.out or root / str(arguments.usual_out)).resolve()
    own = [(root / name).resolve() for name in ("content", "layouts", "fonts")]
    if any(folder in (out, *out.parents) for folder in own):
        raise UsageError(f"Results do not go into {out.name}: that folder holds your own files.", "Choose another -o.")
    return out


def open_designs(arguments: argparse.Namespace) -> tuple[Workshop, list[str], Path]:
    """The project, and the layouts of the booklets that are asked for."""
    from postcards.project import find_project

    project = find_project(arguments.project)
    workshop = _opened(project, project.root / "out", arguments, keeps_photos=False)

    from postcards.production import wanted_layouts

    return workshop, wanted_layouts(workshop, arguments.booklets), project.root
