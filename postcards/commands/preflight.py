"""`preflight`: what a print shop or a reader would find wrong with finished files, ours or anybody's."""

from __future__ import annotations

import argparse

from postcards.commands.answers import BUILT, REFUSED, say


def preflight(arguments: argparse.Namespace) -> int:
    """Look at files, and refuse those that have errors."""
    from postcards.inspection import demands_for
    from postcards.preflight.telling import look_at

    demands = demands_for(arguments.project, arguments.printer)
    told = [look_at(path, arguments.purpose, demands) for path in arguments.files]
    problems = [problem for each in told for problem in each.problems]
    say(problems, arguments.json, {"files": [each.as_json() for each in told]}, details=arguments.verbose)
    if not arguments.json:
        print("\n".join(each.summary() for each in told))
    return REFUSED if any(arguments.strict or problem.is_error for problem in problems) else BUILT
