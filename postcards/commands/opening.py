"""What most commands begin with: reading the project, and finding out what is asked for."""

from __future__ import annotations

import argparse
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from postcards.problems import Problem, UsageError
from postcards.wish import Wish

if TYPE_CHECKING:
    from postcards.beside import Ahead
    from postcards.project import Project
    from postcards.sources import Sources
    from postcards.workshop import Order, Workshop


class Opened(Struct):
    """What every command begins with."""

    workshop: Workshop
    out: Path
    work: list[Order]
    problems: list[Problem]


def open_project(arguments: argparse.Namespace, *, writes: bool, ahead: Ahead[Sources] | None = None) -> Opened:
    """Read the project, by who has got ready for it `ahead`, and find out what is asked for."""
    from postcards.project import find_project

    project = find_project(arguments.project)
    out = out_folder(arguments, project.root)
    photos = out if writes else project.root / "out"
    with nullcontext(ahead) if ahead else reading(project, arguments) as ahead:
        workshop = _opened(project, photos, arguments, ahead, keeps_photos=writes)

    from postcards.production import orders

    work, problems = orders(workshop, wish_of(arguments))
    sources = (workshop.manuscript, workshop.designs, workshop.print_shops)
    return Opened(workshop, out, work, [*problems, *(problem for source in sources for problem in source.problems)])


def reading(project: Project, arguments: argparse.Namespace) -> Ahead[Sources]:
    """A process that gets ready to read the project's files; it reads them when it is asked to."""
    from postcards.beside import Ahead, usual_workers
    from postcards.sources import Sources, get_ready, read_sources

    read = partial(read_sources, project, tuple(arguments.languages))
    return Ahead[Sources](get_ready, read, hands=getattr(arguments, "workers", None) or usual_workers())


def _opened(
    project: Project, photos: Path, arguments: argparse.Namespace, ahead: Ahead[Sources], *, keeps_photos: bool
) -> Workshop:
    """Everything that booklets are made from. Files are read while the rest of the program is loaded."""
    from postcards.beside import WorkerLostError
    from postcards.sources import read_sources

    begun = ahead.begin()

    def sources() -> Sources:
        if keeps_photos and PRINT in (arguments.editions or (PRINT,)):
            import postcards.preflight.rulebook  # noqa: F401  before any worker is forked that would load it too
        try:
            return begun()
        except WorkerLostError:
            return read_sources(project, tuple(arguments.languages))

    from postcards.edition.handover import PRINT
    from postcards.production import open_workshop

    return open_workshop(project, photos, keeps_photos=keeps_photos, read=sources)


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
    with reading(project, arguments) as ahead:
        workshop = _opened(project, project.root / "out", arguments, ahead, keeps_photos=False)

    from postcards.production import wanted_layouts

    return workshop, wanted_layouts(workshop, arguments.booklets), project.root
