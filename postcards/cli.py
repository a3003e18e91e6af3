"""The command line: arguments, and how a command ends that was stopped. It and its `commands` are what prints."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

from postcards import stopping
from postcards.arguments import parse
from postcards.commands.answers import BUILT, INTERRUPTED, MISHAP, NOTHING
from postcards.commands.build import build
from postcards.commands.comparing import diff, verify
from postcards.commands.look import check, preview
from postcards.commands.office import office
from postcards.commands.preflight import preflight
from postcards.commands.typography import budget, fonts, specimen
from postcards.commands.watch import watch
from postcards.problems import PostcardsError


def run() -> NoReturn:
    """Run one command as a whole process, and end it at once: to give back piece by piece the memory that the system
    takes back anyway costs as much as painting a booklet. Everything that must be ended has been by now.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody listens any more
            stream.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what the shell gets back."""
    # Nothing that grows with the work is in a circle: to look for such garbage all the time costs a tenth, for nothing.
    gc.disable()
    # Nor is there any plug-in of Pydantic's that should read our files: to look for one, all that is installed is read.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
    _print_anything()
    stopping.listen()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except Exception as error:  # noqa: BLE001 whatever it is, nobody should meet a traceback
        from postcards.mishap import tell_of

        print(f"postcards: {tell_of(error, arguments.command, arguments.project)}", file=sys.stderr)
        return MISHAP


def _run(arguments: argparse.Namespace) -> int:
    """The same for a command that is understood."""
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


def _print_anything() -> None:
    """Let no terminal's character set stop a build: what it cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build,
    "watch": watch,
    "office": office,
    "check": check,
    "preview": preview,
    "budget": budget,
    "fonts": fonts,
    "specimen": specimen,
    "preflight": preflight,
    "verify": verify,
    "diff": diff,
}


if __name__ == "__main__":
    run()
