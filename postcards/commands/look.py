"""`check` and `preview`: what is wrong, and what pages look like, without making anything that lasts."""

from __future__ import annotations

import argparse
from pathlib import Path

from postcards.commands.answers import exit_code, say
from postcards.commands.opening import open_project


def check(arguments: argparse.Namespace) -> int:
    """Do everything but write, and tell what is wrong."""
    from postcards.laying_out import alike, edition_parts, lay_out

    opened = open_project(arguments, writes=False)
    fitting = []
    for order in opened.work:
        for plans in alike(opened.workshop, order):
            laid_out, found = lay_out(opened.workshop, order, plans)
            opened.problems += found
            for each in laid_out:
                fitting.append(each.assembled)
                for plan in each.plans:
                    opened.problems += edition_parts(opened.workshop, order, each, plan)[1]
    results: dict[str, object] = {"booklets": len(opened.work)}
    if arguments.fit:
        from postcards.listing import fit_lines, fits_as_json

        results["fit"] = [entry for assembled in fitting for entry in fits_as_json(assembled)]
        for line in [] if arguments.json else [line for assembled in fitting for line in fit_lines(assembled)]:
            print(line)
    say(opened.problems, arguments.json, results)
    return exit_code(opened.problems, bool(fitting), False, arguments.strict)


def preview(arguments: argparse.Namespace) -> int:
    """Make pictures of pages."""
    from postcards.booklet import paint_edition
    from postcards.edition.embedding import embed
    from postcards.edition.painter import PLANS
    from postcards.edition.raster import page_pictures
    from postcards.laying_out import lay_out

    opened = open_project(arguments, writes=False)
    problems = [problem for problem in opened.problems if problem.language in ("", arguments.languages[0])]
    files: list[Path] = []
    for order in opened.work:
        laid_out, found = lay_out(opened.workshop, order, (PLANS["screen"],))
        problems += found
        for each in laid_out:
            pages = arguments.pages or range(1, len(each.pages.pages) + 1)
            surface = paint_edition(opened.workshop, each, PLANS["screen"], embed(each.pages.pages))
            files += page_pictures(surface.finish(), pages, opened.out, f"{order.booklet}_{order.language}")
    say(problems, False, {})
    for file in files:
        print(file)
    return exit_code(problems, bool(files), False, False)
