"""The typesetters and programs that ours is measured beside: where they are, and how to get one that is missing.

Typst and WeasyPrint are taken from a Python of their own, so that nothing of theirs gets between our packages:

    python -m venv DIR && DIR/bin/pip install typst weasyprint && export TYPESETTERS=DIR/bin/python
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FONTS = REPOSITORY / "fonts"

#: Debian's package of each program.
PACKAGES = {"xelatex": "texlive-xetex", "mutool": "mupdf-tools"}

#: What the other Python runs; the arguments are source, result, and for Typst the folder of its fonts.
RUNS = {
    "typst": "import sys, typst\n"
    "typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)",
    "weasyprint": "import sys, weasyprint\nweasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])",
}

#: How XeLaTeX is told not to ask, and to stop at the first error.
XELATEX = ("-interaction=nonstopmode", "-halt-on-error")


@cache
def program(name: str) -> str:
    """Where `name` is; ends with a word on how to get it if it is not there."""
    found = shutil.which(name)
    if not found:
        raise SystemExit(f"{name} was not found: install Debian's package {PACKAGES[name]}.")
    return found


@cache
def python_with(module: str) -> str:
    """The Python that has `module`; ends with a word on how to get it if none has."""
    python = os.environ.get("TYPESETTERS", "")
    if not python or subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode:
        raise SystemExit(
            f"{module} was not found: run “python -m venv DIR”, then “DIR/bin/pip install {module}”, "
            "and set TYPESETTERS=DIR/bin/python."
        )
    return python


def command(typesetter: str, source: Path, result: Path) -> list[str]:
    """What makes the PDF `result` of `source`: markup of Typst, LaTeX, or HTML for WeasyPrint."""
    if typesetter == "xelatex":
        return [
            program("xelatex"),
            *XELATEX,
            f"-output-directory={result.parent}",
            f"-jobname={result.stem}",
            str(source),
        ]
    fonts = [str(FONTS)] if typesetter == "typst" else []
    return [python_with(typesetter), "-c", RUNS[typesetter], str(source), str(result), *fonts]


def made(typesetter: str, source: Path, result: Path) -> Path:
    """The PDF that a typesetter makes of `source`; ends with its last words if it makes none."""
    run = subprocess.run(command(typesetter, source, result), capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        raise SystemExit(f"{typesetter} did not set {source}:\n{(run.stderr or run.stdout)[-2000:]}")
    return result
