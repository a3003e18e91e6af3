"""What most commands begin with: reading the project, and finding out what is asked for."""

from __future__ import annotations

import argparse
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from postcards.problems import Problem, UsageError
from postcards.wish import Wish

if TYPE_CHECKING:
    from postcards.beside import Ahead
    from postcards.project import Project
    from postcards.remembering import Readings
    from postcards.sources import Sources
    from postcards.workshop import Order, Workshop


class Begun(Protocol):
    """Files that are being read."""

    @property
    def is_done(self) -> bool: ...

    def result(self) -> Sources: ...


class Opened(Struct):
    """What every command begins with."""

    workshop: Workshop
    out: Path
    work: list[Order]
    problems: list[Problem]


def open_project(arguments: argparse.Namespace, *, writes: bool, begun: Begun | None = None) -> Opened:
    """Read the project, which somebody may have `begun`, and find out what is asked for."""
    from postcards.project import find_project

    project = find_project(arguments.project)
    out = out_folder(arguments, project.root)
    photos = out if writes else project.root / "out"
    if begun:
        workshop = _opened(project, photos, arguments, begun, keeps_photos=writes)
    else:
        with reading(project, arguments, photos) as ahead:
            workshop = _opened(project, photos, arguments, ahead.begin(""), keeps_photos=writes)

    from postcards.production import orders

    work, problems = orders(workshop, wish_of(arguments))
    sources = (workshop.manuscript, workshop.designs, workshop.print_shops)
    return Opened(workshop, out, work, [*problems, *(problem for source in sources for problem in source.problems)])


def reading(project: Project, arguments: argparse.Namespace, out: Path, *, remembers: bool = False) -> Ahead[Sources]:
    """A process that gets ready to read the project's files, and reads them when it is told the digest of the program;
    what it has made of files is kept in `out`, where that is known and it is let.

    Where it `remembers` something from before, it gets ready no further when it is told: mostly nothing is to be read.
    """
    from postcards.beside import Ahead, usual_workers
    from postcards.edition.cache import Cache
    from postcards.edition.memory import Memory, anything_kept
    from postcards.lastbuild import CACHE
    from postcards.sources import LIBRARIES, Sources, get_ready, read_sources

    kept: list[Readings] = []
    hands = getattr(arguments, "workers", None) or usual_workers()

    def read(program: str) -> Sources:
        if program:
            from postcards.remembering import Readings

            cache = Cache(out / CACHE)
            kept.append(Readings(lambda shelf: Memory(cache, sha256(f"files {shelf}".encode()).hexdigest()), program))
        known = replace(project, readings=kept[0] if kept else None)
        return read_sources(known, tuple(arguments.languages), hands)

    def keep() -> None:
        for readings in kept:
            readings.save()

    known = remembers and anything_kept(Cache(out / CACHE))
    ready = [partial(import_module, name) for name in LIBRARIES] if known else [get_ready]
    return Ahead[Sources](ready, read, keep, hands=hands)


def _opened(
    project: Project, photos: Path, arguments: argparse.Namespace, begun: Begun, *, keeps_photos: bool
) -> Workshop:
    """Everything that booklets are made from. Files are read while the rest of the program is loaded."""
    from postcards.beside import WorkerLostError
    from postcards.sources import read_sources

    def sources() -> Sources:
        # There is time for it, and workers need not load, each for itself, what they are forked with.
        for step in getting_ready(wish_of(arguments)) if keeps_photos else ():
            if begun.is_done:
                break
            step()
        try:
            return begun.result()
        except WorkerLostError:
            return read_sources(project, tuple(arguments.languages))

    from postcards.production import getting_ready, open_workshop

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
    photos = project.root / "out"
    with reading(project, arguments, photos) as ahead:
        workshop = _opened(project, photos, arguments, ahead.begin(""), keeps_photos=False)

    from postcards.production import wanted_layouts

    return workshop, wanted_layouts(workshop, arguments.booklets), project.root
