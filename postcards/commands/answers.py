"""What a command says at its end, and the code it leaves with.

Exit codes: 0 all built · 1 built, but a story, language or edition was left out · 2 the command was wrong ·
3 nothing could be built · 4 our own check refused a file · 6 another build runs · 70 a fault of ours, of which a
report is kept (as EX_SOFTWARE in sysexits.h) · 130 interrupted. To be stopped is how `watch` ends, and no
interruption: 0.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from postcards.problems import Problem, printable, sort_key

BUILT, LEFT_OUT, USAGE, NOTHING, REFUSED, MISHAP, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130


def say(problems: Iterable[Problem], as_json: bool, results: dict[str, object], *, details: bool = False) -> None:
    """Print findings, each once, files in order; with their technical details or without."""
    found = sorted(set(problems), key=sort_key)
    if as_json:
        print(json.dumps({"problems": [problem.as_json() for problem in found], **results}, indent=2))
        return
    for problem in found:
        print(problem, file=sys.stderr)
        if details and problem.detail:
            print(f"    {printable(problem.detail)}", file=sys.stderr)


def exit_code(problems: Sequence[Problem], built: bool, refused: bool, strict: bool) -> int:
    """The code for what was found, and whether anything was built, or refused by our own check."""
    if refused:
        return REFUSED
    if not built:
        return NOTHING
    return LEFT_OUT if any(strict or problem.is_error for problem in problems) else BUILT


def say_list(lines: Iterable[str], rows: list[dict[str, Any]], as_json: bool) -> None:
    """Print lines, or the same as JSON."""
    print(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))
