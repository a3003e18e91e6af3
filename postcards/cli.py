"""The command line: arguments, progress, findings, exit codes. The one place that prints.

Exit codes: 0 all built · 1 built, but a story, language or edition was left out · 2 the command was wrong ·
3 nothing could be built · 4 our own check refused a file · 6 another build runs · 130 interrupted.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from postcards.arguments import parser
from postcards.problems import PostcardsError, Problem, UsageError, sort_key
from postcards.wish import Wish

if TYPE_CHECKING:
    from postcards.booklet import Order, Workshop
    from postcards.inputs import Stock
    from postcards.lastbuild import Told

#: What is said of a file that was not made again.
KEPT = "kept, nothing has changed"

BUILT, LEFT_OUT, USAGE, NOTHING, REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what the shell gets back."""
    # Nothing that grows with the work is in a circle: to look for such garbage all the time costs a tenth, for nothing.
    gc.disable()
    _print_anything()
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _interrupt)
    arguments = parser().parse_args(argv)
    try:
        code = COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
        return code
    except PostcardsError as error:
        print(f"postcards: {error}", file=sys.stderr)
        return error.exit_code
    except MemoryError:
        print("postcards: there is not enough memory. Close other programs, or run it with -j 1.", file=sys.stderr)
        return NOTHING
    except (KeyboardInterrupt, RuntimeError) as error:
        # Before Python 3.12 what is raised while a class is made may come out wrapped (type.__set_name__).
        if not isinstance(error.__cause__ or error, KeyboardInterrupt):
            raise
        print("postcards: stopped; finished files are whole, the rest is as it was.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; what was built stays built, and nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BUILT


def _build(arguments: argparse.Namespace) -> int:
    from postcards.inputs import take_stock
    from postcards.lastbuild import told_before
    from postcards.project import find_project

    project = find_project(arguments.project)
    out = _out(arguments, project.root)
    stock = take_stock(project)
    told = told_before(out, _wish(arguments), stock) or _built(arguments, stock)
    files = {str(out / name): why for name, why in told.files.items()}
    explained = {file: why or KEPT for file, why in files.items()} if arguments.explain else {}
    _say(told.problems, arguments.json, {"files": list(files), **({"explain": explained} if explained else {})})
    if not arguments.json:
        for file, why in explained.items():
            print(f"{file}: {why}")
        print(f"{len(files)} files in {out}" if files else "Nothing was built.")
    return _exit_code(told.problems, bool(files), told.refused, arguments.strict)


def _built(arguments: argparse.Namespace, stock: Stock) -> Told:
    """Read everything, and make what is not as it should be."""
    from postcards.edition.delivery import output_folder
    from postcards.lastbuild import Told, remember
    from postcards.production import usual_workers
    from postcards.progress import Progress
    from postcards.rebuild import lasting, produce_changed

    opened = _open(arguments, writes=True)
    out, results = opened.out, []
    with output_folder(out):
        progress = Progress(opened.work)
        workers = arguments.workers or usual_workers()
        for built in produce_changed(opened.workshop, opened.work, stock, out, workers, progress.tell):
            results.append(built)
            progress.done(built.produced)
        progress.close()
        made = [built.produced for built in results]
        told = Told(
            (*opened.problems, *(problem for produced in made for problem in produced.problems)),
            {name: built.why for built in results for name in built.produced.files.values()},
            {name: digest for produced in made for name, digest in produced.outputs.items()},
            all(map(lasting, made)),
            any(produced.refused for produced in made),
        )
        remember(opened.workshop.project, out, _wish(arguments), stock, told)
    return told


def _check(arguments: argparse.Namespace) -> int:
    from postcards.booklet import alike, lay_out

    opened = _open(arguments, writes=False)
    fitting = []
    for order in opened.work:
        for plans in alike(opened.workshop, order):
            laid_out, found = lay_out(opened.workshop, order, plans)
            opened.problems += found
            fitting += [laid_out.assembled] if laid_out else []
    results: dict[str, object] = {"booklets": len(opened.work)}
    if arguments.fit:
        from postcards.listing import fit_lines, fits_as_json

        results["fit"] = [entry for assembled in fitting for entry in fits_as_json(assembled)]
        for line in [] if arguments.json else [line for assembled in fitting for line in fit_lines(assembled)]:
            print(line)
    _say(opened.problems, arguments.json, results)
    return _exit_code(opened.problems, bool(fitting), False, arguments.strict)


def _budget(arguments: argparse.Namespace) -> int:
    from postcards.aids import budgets_of
    from postcards.listing import budget_as_json, budget_lines

    (tag,) = arguments.languages
    workshop, layouts, _ = _designs(arguments)
    found = {layout: budgets_of(workshop, layout, tag) for layout in layouts}
    rows = [budget_as_json(tag, layout, budget) for layout, budgets in found.items() for budget in budgets]
    lines = [line for layout, budgets in found.items() for line in budget_lines(tag, layout, budgets)]
    _list(lines, rows, arguments.json)
    return BUILT


def _fonts(arguments: argparse.Namespace) -> int:
    from postcards.composition import read_fonts
    from postcards.composition.orthographies import ORTHOGRAPHIES
    from postcards.composition.repertoire import repertoires
    from postcards.listing import font_as_json, font_lines
    from postcards.production import must_know
    from postcards.project import find_fonts

    must_know("language", arguments.languages, sorted(ORTHOGRAPHIES))
    shelf = read_fonts(find_fonts(arguments.project))
    found = list(repertoires(shelf, arguments.languages or ORTHOGRAPHIES))
    _list(font_lines(found), [font_as_json(each) for each in found], arguments.json)
    return BUILT


def _specimen(arguments: argparse.Namespace) -> int:
    from postcards.aids import specimen_of
    from postcards.edition.delivery import deliver
    from postcards.listing import language_name

    workshop, layouts, root = _designs(arguments)
    out = _out(arguments, root)
    for tag in arguments.languages:
        for layout in layouts:
            content = specimen_of(workshop, layout, tag, f"{language_name(tag)} ({tag}), layout {layout}")
            path = out / f"specimen_{tag}_{layout}.pdf"
            deliver(path, content, lambda _: [])
            print(path)
    return BUILT


def _designs(arguments: argparse.Namespace) -> tuple[Workshop, list[str], Path]:
    """The project, and the layouts of the booklets that are asked for."""
    from postcards.production import open_workshop, wanted_layouts
    from postcards.project import find_project

    project = find_project(arguments.project)
    workshop = open_workshop(project, project.root / "out", arguments.languages, keeps_photos=False)
    return workshop, wanted_layouts(workshop, arguments.booklets), project.root


def _list(lines: Iterable[str], rows: list[dict[str, Any]], as_json: bool) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


def _preview(arguments: argparse.Namespace) -> int:
    from postcards.booklet import lay_out, paint_edition
    from postcards.edition.embedding import embed
    from postcards.edition.painter import PLANS
    from postcards.edition.raster import page_pictures

    opened = _open(arguments, writes=False)
    problems = [problem for problem in opened.problems if problem.language in ("", arguments.languages[0])]
    files: list[Path] = []
    for order in opened.work:
        laid_out, found = lay_out(opened.workshop, order, (PLANS["screen"],))
        problems += found
        if laid_out is not None:
            pages = arguments.pages or range(1, len(laid_out.pages.pages) + 1)
            content = paint_edition(opened.workshop, laid_out, PLANS["screen"], embed(laid_out.pages.pages))
            files += page_pictures(content, pages, opened.out, f"{order.booklet}_{order.language}")
    _say(problems, False, {})
    for file in files:
        print(file)
    return _exit_code(problems, bool(files), False, False)


@dataclass(slots=True)
class _Opened:
    """What every command begins with."""

    workshop: Workshop
    out: Path
    work: list[Order]
    problems: list[Problem]


def _open(arguments: argparse.Namespace, *, writes: bool) -> _Opened:
    """Read the project and find out what is asked for."""
    from postcards.production import open_workshop, orders
    from postcards.project import find_project

    project = find_project(arguments.project)
    out = _out(arguments, project.root)
    photos = out if writes else project.root / "out"
    workshop = open_workshop(project, photos, arguments.languages, keeps_photos=writes)
    work, problems = orders(workshop, _wish(arguments))
    return _Opened(workshop, out, work, [*problems, *workshop.manuscript.problems, *workshop.designs.problems])


def _wish(arguments: argparse.Namespace) -> Wish:
    return Wish(*map(tuple, (arguments.booklets, arguments.languages, arguments.editions)))


def _out(arguments: argparse.Namespace, root: Path) -> Path:
    out: Path = (arguments.out or root / str(arguments.usual_out)).resolve()
    own = [(root / name).resolve() for name in ("content", "layouts", "fonts")]
    if any(folder in (out, *out.parents) for folder in own):
        raise UsageError(f"Results do not go into {out.name}: that folder holds your own files.", "Choose another -o.")
    return out


def _say(problems: Iterable[Problem], as_json: bool, results: dict[str, object]) -> None:
    """Print findings, each once, files in order."""
    found = sorted(set(problems), key=sort_key)
    if as_json:
        print(json.dumps({"problems": [problem.as_json() for problem in found], **results}, indent=2))
        return
    for problem in found:
        print(problem, file=sys.stderr)


def _exit_code(problems: Sequence[Problem], built: bool, refused: bool, strict: bool) -> int:
    if refused:
        return REFUSED
    if not built:
        return NOTHING
    return LEFT_OUT if any(strict or problem.is_error for problem in problems) else BUILT


def _print_anything() -> None:
    """Let no terminal's character set stop a build: what it cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


class _Stopped(KeyboardInterrupt):
    """What Ctrl-C is here. Python itself ends by the signal, and not with our code, once a plain KeyboardInterrupt has
    come out of an eval() or exec(), be it caught or not (CPython's run_eval_code_obj); classes are made by such.
    """


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _Stopped


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "preview": _preview,
    "budget": _budget,
    "fonts": _fonts,
    "specimen": _specimen,
}


if __name__ == "__main__":
    sys.exit(main())
