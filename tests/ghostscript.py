"""Ghostscript as a second opinion on print files: the plates that a press would get, and not a word of complaint.

It stands in for a print shop's own interpreter; Debian's package ghostscript has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

INKS = ("Cyan", "Magenta", "Yellow", "Black")

#: What it is told: quiet, no questions, no files but the one it is given.
COMMAND = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep")


def is_there(tell: Callable[[str], None]) -> bool:
    """Whether it can be asked. A missing one fails the test where CI is set, and is told in the summary elsewhere."""
    if shutil.which("gs"):
        return True
    assert not os.environ.get("CI"), "Ghostscript was not found: install Debian's package ghostscript."
    tell("Print files were not separated into plates: install Debian's package ghostscript.")
    return False


def plates(file: Path, ppi: int) -> Iterator[dict[str, Image.Image]]:
    """The four plates of each page, 255 where an ink is full; a complaint of Ghostscript's fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [*COMMAND, f"-r{ppi}", "-o", f"{folder}/%04d.tif", str(file)], capture_output=True, text=True, check=False
        )
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
        for composite in sorted(Path(folder).glob("????.tif")):
            yield {ink: _plate(composite.with_name(f"{composite.stem}({ink}).tif")) for ink in INKS}


def _plate(path: Path) -> Image.Image:
    with Image.open(path) as plate:
        return plate.convert("L").point([255 - level for level in range(256)])
