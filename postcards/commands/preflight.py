"""`preflight`: what a print shop or a reader would find wrong with finished files, ours or anybody's."""

from __future__ import annotations

import argparse

from postcards.commands.answers import BUILT, REFUSED, say

#: What is said where PDF/UA-1 was asked for and veraPDF is not there.
NO_PROOF = (
    "Our own checks of PDF/UA-1 are not the full proof: for that, install veraPDF, or let VERAPDF name it, "
    "or a folder of its jars."
)


def preflight(arguments: argparse.Namespace) -> int:
    """Look at files, and refuse those that have errors."""
    from postcards.inspection import demands_for
    from postcards.preflight.telling import look_at, seconded
    from postcards.preflight.verapdf import second_opinion

    demands = demands_for(arguments.project, arguments.printer)
    told = [look_at(path, arguments.purpose, demands) for path in arguments.files]
    verdict = second_opinion(arguments.files) if arguments.purpose == "ua" else None
    if verdict is not None:
        told = [seconded(each, verdict.of(each.path)) for each in told]
    problems = [problem for each in told for problem in each.problems]
    results: dict[str, object] = {"files": [each.as_json() for each in told]}
    if verdict is not None:
        results["verapdf"] = verdict.as_json()
    say(problems, arguments.json, results, details=arguments.verbose)
    if not arguments.json:
        print("\n".join(each.summary() for each in told))
        if verdict is not None:
            print(verdict.summary())
        elif arguments.purpose == "ua":
            print(NO_PROOF)
    return REFUSED if any(arguments.strict or problem.is_error for problem in problems) else BUILT
