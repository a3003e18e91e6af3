"""A small project of real stories on the disk, and the program as staff call it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from postcards.cli import main
from postcards.edition.delivery import UNFINISHED

REPOSITORY = Path(__file__).parents[2]
CONTENT = REPOSITORY / "content"

#: A photo on a spread, one from a place that has no country code, and one without a photo.
STORIES = ("asrat", "elmi", "wahed")
LANGUAGES = ("en", "nb", "ar")
EDITIONS = ("print", "screen")
BESIDE = ("report.json", "job-ticket.pdf", "job-ticket.txt")
BOOKLET = "small"

#: Just enough for a picture face at 300 ppi, and quickly made.
PHOTO_SIZE = (1900, 1000)

#: Longest wait for what a child does (seconds).
PATIENCE = 20

BOOKLET_FILE = """\
stories: all
layout: spread
languages: [{languages}]
editions: [print, screen]
issue: 2026-1
date: 2026-11-01
binding: saddle-stitch
paper: 120
"""


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @cached_property
    def answer(self) -> dict[str, Any]:
        """What stands in the JSON of a command with `--json`."""
        parsed: dict[str, Any] = json.loads(self.out)
        return parsed

    def findings(self, code: str) -> list[dict[str, Any]]:
        return [problem for problem in self.answer["problems"] if problem["code"] == code]

    def finding(self, code: str) -> dict[str, Any]:
        """The first finding of that code; the message of a failure lists the others."""
        found = self.findings(code)
        assert found, [(problem["code"], problem["path"], problem.get("line")) for problem in self.answer["problems"]]
        return found[0]


@dataclass(frozen=True)
class Office:
    """A project's folder, in which a test changes files and calls the program."""

    root: Path
    languages: tuple[str, ...] = LANGUAGES

    @property
    def out(self) -> Path:
        return self.root / "out"

    def content(self, path: str) -> Path:
        return self.root / "content" / path

    def write(self, path: str, text: str | bytes) -> None:
        """Write content/`path`, and the folders above it."""
        file = self.content(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def line(self, path: str, words: str) -> int:
        """The line (from 1) of content/`path` that `words`, which must stand there, begin on."""
        text = self.content(path).read_text("utf-8")
        return text[: text.index(words)].count("\n") + 1

    def change(self, path: str, old: str, new: str) -> int:
        """Replace `old`, which must stand there, in content/`path`; the line (from 1) it stood on."""
        line = self.line(path, old)
        text = self.content(path).read_text("utf-8")
        self.write(path, text.replace(old, new, 1))
        return line

    def append(self, path: str, text: str) -> int:
        """Add lines to the end of content/`path`; the number of the first of them."""
        old = self.content(path).read_text("utf-8")
        self.write(path, old + text)
        return old.count("\n") + 1

    def run(self, command: str, *arguments: str) -> Answer:
        """Call the program in this process."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main([command, *arguments, "--project", str(self.root)])
            except SystemExit as stop:  # argparse ends a wrong command itself
                code = int(stop.code or 0)
        return Answer(code, out.getvalue(), err.getvalue())

    def build(self, *arguments: str) -> Answer:
        return self.run("build", "-j", "1", "--json", *arguments)

    def pdf(self, language: str, edition: str) -> Path:
        return self.out / BOOKLET / language / f"{BOOKLET}_{language}_{edition}.pdf"

    def report(self, language: str) -> dict[str, Any]:
        report: dict[str, Any] = json.loads((self.out / BOOKLET / language / "report.json").read_bytes())
        return report

    def stories(self, language: str, edition: str = "print") -> set[str]:
        """The slugs that the report says were built."""
        return {story["story"] for story in self.report(language)["editions"][edition]["stories"]}

    def files(self) -> dict[str, bytes]:
        """Every PDF, job ticket and report by its path in the output folder."""
        kept = (path for path in sorted(self.out.rglob("*")) if path.suffix in (".pdf", ".json", ".txt"))
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in kept}

    def forget(self) -> None:
        """Let the next build know of nothing that was made before; photos stay made."""
        for kind in ("made-*", "memory-*"):
            for entry in (self.out / ".cache").glob(kind):
                entry.unlink()

    def unfinished(self) -> list[str]:
        """Temporary files that were left behind."""
        return [path.name for path in sorted(self.root.rglob(f"*{UNFINISHED}"))]


@dataclass(frozen=True)
class Surroundings:
    """What a child process finds around it."""

    environment: Mapping[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = ("-m", "postcards.cli")  # what Python runs
    options: Mapping[str, Any] = field(default_factory=dict)  # of subprocess.Popen


def new_office(root: Path, stories: tuple[str, ...] = STORIES, languages: tuple[str, ...] = LANGUAGES) -> Office:
    """A project without an error that has `stories` and `languages` of the repository's content."""
    office = Office(root, languages)
    for path in _texts(stories, languages):
        office.write(path, (CONTENT / path).read_bytes())
    for story in stories:
        if "photo:" in office.content(f"stories/{story}/story.yaml").read_text("utf-8"):
            draw_photo(office.content(f"stories/{story}/picture.jpg"))
    office.write(f"booklets/{BOOKLET}.yaml", BOOKLET_FILE.format(languages=", ".join(languages)))
    return office


def _texts(stories: tuple[str, ...], languages: tuple[str, ...]) -> Iterator[str]:
    yield "places.yaml"
    yield from (f"languages/{tag}.yaml" for tag in languages)
    yield from (f"stories/{story}/{name}.yaml" for story in stories for name in ("story", *languages))


def copy_office(office: Office, root: Path) -> Office:
    """The same project, with what was built from it, in another folder."""
    shutil.copytree(office.root, root)
    return Office(root, office.languages)


def draw_photo(path: Path, size: tuple[int, int] = PHOTO_SIZE) -> None:
    """A gradient: its pixels differ, and its file is small."""
    Image.linear_gradient("L").resize(size).convert("RGB").save(path, "JPEG", quality=80)


def draw_slow_photo(path: Path) -> None:
    """A photo that takes its time: noise in many pixels."""
    Image.effect_noise((6000, 4000), 90).convert("RGB").save(path, "JPEG", quality=95)


def start(office: Office, surroundings: Surroundings, *arguments: str) -> subprocess.Popen[str]:
    """Start the program as a process of its own, in a neutral environment.

    It writes no bytecode: on a full disk Python would leave halves of it in the program's own folder.
    """
    neutral = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
    environment = {**neutral, **surroundings.environment}
    command = [sys.executable, *surroundings.program, *arguments, "--project", str(office.root)]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **surroundings.options}
    return subprocess.Popen(
        command,
        cwd="/",
        env=environment,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        **options,
    )


def wait_for(path: Path, child: subprocess.Popen[str]) -> None:
    """Wait until a file exists; a child that ended before is a failure."""
    end = time.monotonic() + PATIENCE
    while not path.exists():
        assert child.poll() is None
        assert time.monotonic() < end
        time.sleep(0.01)


def finish(child: subprocess.Popen[str]) -> Answer:
    out, err = child.communicate(timeout=60)
    return Answer(child.returncode, out, err)


def in_child(office: Office, surroundings: Surroundings, *arguments: str) -> Answer:
    return finish(start(office, surroundings, *arguments))


def letters(pdf: Path) -> str:
    """All text of a PDF as pdfium reads it, lines joined by single spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        read = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(read).split())
