"""What most commands begin with: reading the project, and finding out what is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from postcards.problems import Problem, UsageError
from postcards.wish import Wish

if TYPE_CHECKING:
    from postcards.workshop import Order, Workshop


class Opened(Struct):
    """What every command begins with."""

    workshop: Workshop
    out: Path
    work: list[Order]
    problems: list[Problem]


def open_project(arguments: argparse.Namespace, *, writes: bool) -> Opened:
    """Read the project and find out what is asked for."""
    from postcards.production import open_workshop, orders
    from postcards.project import find_project

    project = find_project(arguments.project)
    out = out_folder(arguments, project.root)
    photos = out if writes else project.root / "out"
    workshop = open_workshop(project, photos, arguments.languages, keeps_photos=writes)
    work, problems = orders(workshop, wish_of(arguments))
    sources = (workshop.manuscript, workshop.designs, workshop.print_shops)
    return Opened(workshop, out, work, [*problems, *(problem for source in sources for problem in source.problems)])


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
    from postcards.production import open_workshop, wanted_layouts
    from postcards.project import find_project

    project = find_project(arguments.project)
    workshop = open_workshop(project, project.root / "out", arguments.languages, keeps_photos=False)
    return workshop, wanted_layouts(workshop, arguments.booklets), project.root
