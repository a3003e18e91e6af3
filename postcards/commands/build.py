"""`build`: the booklets, made or kept."""

from __future__ import annotations

import argparse
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING

from postcards.commands.answers import exit_code, say
from postcards.commands.opening import Begun, Opened, open_project, out_folder, reading, wish_of
from postcards.problems import UsageError

if TYPE_CHECKING:
    from postcards.beside import Ahead
    from postcards.inputs import Stock
    from postcards.lastbuild import Told
    from postcards.sources import Sources
    from postcards.workshop import Produced

#: What is said of a file that was not made again.
KEPT = "kept, nothing has changed"


def build(arguments: argparse.Namespace) -> int:
    """Make the booklets."""
    from postcards.inputs import take_stock
    from postcards.lastbuild import told_before
    from postcards.project import find_project

    if arguments.cluster and not find_spec("distributed"):
        message = "To have booklets made by a cluster, dask has to be installed beside this program, and is not."
        raise UsageError(
            message, "Run “python -m pip install '.[cluster]'” in this program's folder, or leave out --executor."
        )
    project = find_project(arguments.project)
    out = out_folder(arguments, project.root)
    with reading(project, arguments, out, remembers=True) as ahead:  # if nothing has changed, nothing is read
        stock = take_stock(project)
        told = told_before(out, wish_of(arguments), stock) or _built(arguments, stock, ahead)
    files = {str(out / name): why for name, why in told.files.items()}
    explained = {file: why or KEPT for file, why in files.items()} if arguments.explain else {}
    say(told.problems, arguments.json, {"files": list(files), **({"explain": explained} if explained else {})})
    if not arguments.json:
        for file, why in explained.items():
            print(f"{file}: {why}")
        print(f"{len(files)} files in {out}" if files else "Nothing was built.")
    return exit_code(told.problems, bool(files), told.refused, arguments.strict)


def _built(arguments: argparse.Namespace, stock: Stock, ahead: Ahead[Sources]) -> Told:
    """Read everything, and make what is not as it should be."""
    if arguments.cluster:
        from postcards.scheduler import must_answer

        must_answer(arguments.cluster)
    opened = open_project(arguments, writes=True, begun=begun_with(ahead, stock))
    return make_changed(opened, arguments, stock, ahead)[0]


def begun_with(ahead: Ahead[Sources], stock: Stock) -> Begun:
    """The reading of files, begun; what was made of them before counts where it is known what they are."""
    from postcards.inputs import PROGRAM

    return ahead.begin(stock.digests[PROGRAM] if stock.whole else "")


def make_changed(
    opened: Opened, arguments: argparse.Namespace, stock: Stock, ahead: Ahead[Sources], *, shown: bool = True
) -> tuple[Told, list[Produced]]:
    """Make what of an opened project is not as it should be, its progress shown or not; what is told, and what came.

    Raises BusyError where another build is at work.
    """
    from postcards.beside import usual_workers
    from postcards.cards import take_away
    from postcards.edition.delivery import output_folder
    from postcards.inputs import once_read
    from postcards.lastbuild import Told, remember
    from postcards.pool import Site
    from postcards.progress import Progress
    from postcards.rebuild import lasting, produce_changed

    out, results = opened.out, []
    with output_folder(out), ahead.let(), closing(Progress(opened.work, shown=shown)) as progress:
        take_away(opened.workshop.manuscript, out, guards=opened.workshop.guards)
        stock = once_read(opened.workshop.project, stock)
        site = Site(arguments.workers or usual_workers(), arguments.cluster or "", evens=not arguments.workers)
        with closing(produce_changed(opened.workshop, opened.work, stock, out, site, progress.tell)) as builds:
            for built in builds:
                results.append(built)
                progress.done(built.produced)
        made = [built.produced for built in results]
        told = Told(
            (*opened.problems, *(problem for produced in made for problem in produced.problems)),
            {file: built.why[name] for built in results for name, file in built.produced.files.items()},
            {name: digest for produced in made for name, digest in produced.outputs.items()},
            all(map(lasting, made)),
            any(produced.refused for produced in made),
        )
        remember(out, wish_of(arguments), stock, told)
        opened.workshop.cache.trim()
    return told, made
