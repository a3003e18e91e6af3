"""A project's folder on the disk that a test changes, and what a faultless one holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postcards.manuscript import Manuscript
from postcards.manuscript.reader import read_manuscript
from postcards.problems import Problem
from postcards.project import find_project

STORY = """\
name: Amina
name_policy: published
country: ET
returned: 2012-11
support: [housing, business]
tone: positive
photo:
  file: picture.jpg
  shows: place
  role: illustration
  credit: Drawn for this booklet
consent:
  basis: signed
  channels: [print, screen]
  languages: all
  expires: 2030-12-31
  status: active
"""

TEXT = """\
title: A house that earns
quote:
  text: She is glad to be home.
  source: reported
summary: >-
  She went home in 2012.

  Now she has a house.
alt: A house between green hills.
status: reviewed
"""

BOOKLET = """\
stories: all
layout: spread
languages: [en, nb]
editions: [print, screen]
issue: 2026-1
date: 2026-11-01
binding: saddle-stitch
paper: 120
"""


@dataclass(frozen=True)
class Office:
    """A project's folder in which a test changes files."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """Write content/`path`, and the folders above it."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def change(self, path: str, old: str, new: str) -> None:
        """Replace `old`, which must stand there, in content/`path`."""
        text = (self.root / "content" / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def read(self) -> Manuscript:
        return read_manuscript(find_project(self.root))

    def problems(self) -> list[Problem]:
        return list(self.read().problems)

    def codes(self) -> list[str]:
        return [problem.code for problem in self.read().problems]
