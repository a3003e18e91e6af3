"""`office`: sheets for the office's own printer, of the booklets or of numbered dummy pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from postcards.commands.answers import exit_code, say
from postcards.commands.build import build
from postcards.commands.opening import open_project


def office(arguments: argparse.Namespace) -> int:
    """Make the office edition, or test sheets for each direction that a booklet's languages have."""
    if not arguments.test_sheet:
        return build(arguments)
    from postcards.aids import test_sheets_of
    from postcards.edition.delivery import deliver
    from postcards.manuscript import direction

    opened = open_project(arguments, writes=False)
    booklets = opened.workshop.manuscript.booklets
    files: list[Path] = []
    for name, reading in sorted({(order.booklet, direction(order.language)) for order in opened.work}):
        content, found = test_sheets_of(opened.workshop, booklets[name], reading, arguments.pages)
        opened.problems += found
        if content:
            files.append(opened.out / f"{name}_test-sheet_{reading}.pdf")
            deliver(files[-1], content, lambda _: [])
    say(opened.problems, arguments.json, {"files": [str(file) for file in files]})
    for file in [] if arguments.json else files:
        print(file)
    return exit_code(opened.problems, bool(files), False, arguments.strict)
