"""When the program itself is at fault: what happened is kept in a file for those who mend it, and names nobody.

The file holds versions, the command's name and where in the program it happened. What stories, photos and persons are
called is taken out of it; its own name is a digest, so that one fault keeps one file.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from postcards import __version__

#: What stands for something that was taken out.
TAKEN_OUT = "[…]"

#: Shorter words of a name occur in any word (letters).
SHORTEST_NAME = 3

#: Hex digits that tell one fault from another.
SHORT_DIGEST = 8

#: Files with a name that says nothing of anybody.
TEXTS = ".yaml"

#: What names the folder of whoever runs the command, here and on Windows.
HOMES = ("HOME", "USERPROFILE")

_NAME = re.compile(r"^\s*(?:name|credit): *(.+)$", re.MULTILINE)


def tell_of(error: BaseException, command: str, project: Path) -> str:
    """Keep a report of `error` in the project's `out/`, or where there is room; what to say to whoever is there."""
    report = _report(error, command, project)
    name = f"mishap-{hashlib.sha256(report.encode()).hexdigest()[:SHORT_DIGEST]}.txt"
    said = f"This is a fault of the program, not yours ({type(error).__name__}). Finished files are whole."
    for place in (_out_of, _for_a_while):
        try:
            folder = place(project)
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(report, "utf-8")
        except OSError:
            continue
        return f"{said} What happened stands in {folder / name}, without names and stories: please send us that file."
    return f"{said} There is nowhere to write down what happened; please send us this:\n{report}"


def _out_of(project: Path) -> Path:
    """Where results go; not made in a folder that is no project."""
    return (project / "out" if (project / "content").is_dir() else _for_a_while(project)).resolve()


def _for_a_while(_project: Path) -> Path:
    """The computer's folder for temporary files; raises OSError where it has none."""
    return Path(tempfile.gettempdir())


def _report(error: BaseException, command: str, project: Path) -> str:
    happened = "".join(traceback.format_exception(error))
    happened = happened.replace(str(project.resolve()), "PROJECT")
    for home in filter(None, map(os.environ.get, HOMES)):
        happened = happened.replace(home, "HOME")
    installed = sorted(f"{found.name} {found.version}" for found in distributions())
    words = sorted({*_names(project)}, key=lambda word: (-len(word), word))
    if words:
        happened = re.sub("|".join(map(re.escape, words)), TAKEN_OUT, happened, flags=re.IGNORECASE)
    about = f"postcards {__version__} ({command}), Python {platform.python_version()}, {sys.platform}"
    return "\n".join((about, "", happened, ", ".join(installed), ""))


def _names(project: Path) -> Iterator[str]:
    """The names of stories and photos, and what stands behind “name:” in any text."""
    for path in sorted((project / "content").rglob("*")):
        if path.suffix != TEXTS:
            yield from _words(path.stem if path.suffix else path.name)
        elif path.is_file():
            try:
                text = path.read_text("utf-8", "replace")
            except OSError:
                continue
            for match in _NAME.finditer(text):
                yield from _words(match[1])


def _words(name: str) -> Iterator[str]:
    yield from (word for word in re.findall(r"\w+", name) if len(word) >= SHORTEST_NAME)
