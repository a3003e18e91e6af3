"""`watch`: builds whenever something has been saved, until it is stopped, which is its end and no failure."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from postcards.commands.answers import BUILT, say
from postcards.commands.opening import out_folder
from postcards.problems import BusyError, Problem, UsageError

if TYPE_CHECKING:
    from postcards.commands.builder import Answer, Builder
    from postcards.workshop import Order

#: The edition that is made if none is named: the quickest, and made to be looked at.
USUAL = "screen"

#: How often it is tried whether another build has finished (seconds).
RETRY = 0.25

#: What is said of last good files.
HELD = "left as it was until that is mended."

#: What is said of files that are right when watching begins.
KEPT = "nothing has changed"


def watch(arguments: argparse.Namespace) -> int:
    """Make the booklets again whenever they change, and tell what has come of it since the last time."""
    from postcards.commands.builder import Builder
    from postcards.project import find_project
    from postcards.watching import saves

    project = find_project(arguments.project)
    arguments.editions = arguments.editions or [USUAL]
    telling = Telling(out_folder(arguments, project.root))
    try:
        with contextlib.closing(Builder(arguments)) as builder:
            for _ in saves(project.root):
                answer = _build_when_free(builder)
                if telling.is_first:
                    if isinstance(answer.error, UsageError):
                        raise answer.error
                    telling.answer(answer)
                    _print(f"Watching {project.content}; Ctrl-C ends it.")
                else:
                    telling.answer(answer)
    except KeyboardInterrupt:
        _print("Stopped; finished files are whole.")
    return BUILT


def _build_when_free(builder: Builder) -> Answer:
    """Build; as long as another build is at work, wait for it."""
    answer = builder.build()
    if isinstance(answer.error, BusyError):
        _print(f"postcards: {answer.error.message} Waiting for it.", error=True)
    while isinstance(answer.error, BusyError):
        time.sleep(RETRY)
        answer = builder.build()
    return answer


class Telling:
    """Says what has not been said before."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._problems: frozenset[Problem] = frozenset()
        self._files: dict[str, str] = {}  # every file that was told of -> its digest
        self._held: frozenset[tuple[Order, str]] = frozenset()
        self.is_first = True

    def answer(self, answer: Answer) -> None:
        """Say what came of a build."""
        self.is_first = False
        if answer.error:
            _print(f"postcards: {answer.error}", error=True)
        if answer.fault:
            _print(f"postcards: {answer.fault} Watching goes on.", error=True)
        if answer.told is None:
            return
        before, self._problems = self._problems, frozenset(answer.told.problems)
        held = sorted(order for order, _ in answer.held - self._held)
        self._held = answer.held
        new, again = self._problems - before, self._problems & before
        if held and not new:
            # Something else was saved, and is not to be seen: say again why.
            new = frozenset(problem for problem in again if problem.is_error)
        say(new, False, {})
        for name, why in self._new(answer):
            _print(f"{self._out / name}: {why}")
        for order in held:
            _print(f"{order.folder(self._out)}: {HELD}")
        if before and before != self._problems and (again or not self._problems):
            _print(f"Still to be looked at from before: {len(again)}." if again else "Nothing is wrong any more.")

    def _new(self, answer: Answer) -> list[tuple[str, str]]:
        """The finished files that are not those that were told of, and why they were made."""
        assert answer.told is not None
        made = answer.told.files
        new = {name: answer.told.outputs[name] for name in made}
        found = [(name, made[name] or KEPT) for name, digest in new.items() if self._files.get(name) != digest]
        self._files |= new
        return found


def _print(line: str, *, error: bool = False) -> None:
    """Print at once: whoever reads along waits for it."""
    print(line, file=sys.stderr if error else sys.stdout, flush=True)
