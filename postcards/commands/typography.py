"""`budget`, `fonts` and `specimen`: for translators, and for those who know a language's letters."""

from __future__ import annotations

import argparse

from postcards.commands.answers import BUILT, say_list
from postcards.commands.opening import open_designs, out_folder


def budget(arguments: argparse.Namespace) -> int:
    """Tell how much may be written in a language."""
    from postcards.aids import budgets_of
    from postcards.listing import budget_as_json, budget_lines

    (tag,) = arguments.languages
    workshop, layouts, _ = open_designs(arguments)
    found = {layout: budgets_of(workshop, layout, tag) for layout in layouts}
    rows = [budget_as_json(tag, layout, budget) for layout, budgets in found.items() for budget in budgets]
    lines = [line for layout, budgets in found.items() for line in budget_lines(tag, layout, budgets)]
    say_list(lines, rows, arguments.json)
    return BUILT


def fonts(arguments: argparse.Namespace) -> int:
    """Tell what each language is set in."""
    from postcards.composition import read_fonts
    from postcards.composition.orthographies import ORTHOGRAPHIES
    from postcards.composition.repertoire import repertoires
    from postcards.listing import font_as_json, font_lines
    from postcards.production import must_know
    from postcards.project import find_fonts

    must_know("language", arguments.languages, sorted(ORTHOGRAPHIES))
    shelf = read_fonts(find_fonts(arguments.project))
    found = list(repertoires(shelf, arguments.languages or ORTHOGRAPHIES))
    say_list(font_lines(found), [font_as_json(each) for each in found], arguments.json)
    return BUILT


def specimen(arguments: argparse.Namespace) -> int:
    """Make sheets of a language's type."""
    from postcards.aids import specimen_of
    from postcards.edition.delivery import deliver
    from postcards.manuscript.language import language_name

    workshop, layouts, root = open_designs(arguments)
    out = out_folder(arguments, root)
    for tag in arguments.languages:
        for layout in layouts:
            content = specimen_of(workshop, layout, tag, f"{language_name(tag)} ({tag}), layout {layout}")
            path = out / f"specimen_{tag}_{layout}.pdf"
            deliver(path, content, lambda _: [])
            print(path)
    return BUILT
