"""A small layout of our own for tests: every text has a frame, one a line, and a page holds little."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postcards.pages.designs import read_designs
from postcards.pages.layout import Designs
from postcards.problems import Problem
from postcards.project import find_project

PALETTE = """\
colours:
  ink: {cmyk: [0, 0, 0, 100], rgb: "#111111"}
  soft: {cmyk: [0, 0, 0, 70], rgb: "#555555"}
  hairline: {cmyk: [0, 0, 0, 40], rgb: "#aaaaaa"}
  paper: {cmyk: [0, 0, 0, 0], rgb: "#FFFFFF"}
  sand: {cmyk: [5, 10, 30, 0], rgb: "#EEDDBB"}
  green: {cmyk: [80, 40, 60, 40], rgb: "#114433"}
accents:
  green: [ET]
default_accent: green
"""

_PLAIN = (
    "name country quote-face credit fact title note label value web stamp postmark folio cover-label cover-title "
    "cover-subtitle issue heading strong question group number closing closing-label"
)
_KEPT = ("group", "strong")

LAYOUT = "\n".join(
    [
        "trim: {width: 100, height: 80}",
        "bleed: 3",
        "safe: 5",
        "grid: 6",
        "ladder: [wish, larger, tighter, smaller]",
        "step: 0.5",
        "styles:",
        *(
            f"  {name}: {{role: sans, size: 8, floor: 8, leading: 10, keep: {str(name in _KEPT).lower()}, colour: ink}}"
            for name in _PLAIN.split()
        ),
        "  entry: {role: sans, size: 8, floor: 8, leading: 10, lead: 40, colour: ink}",
        "  quote: {role: serif, size: 12, floor: 9, leading: 15, colour: ink}",
        "  summary: {role: serif, size: 10, floor: 8, ceiling: 12, leading: 13, space: 3, colour: ink}",
        "  body: {role: serif, size: 9, floor: 8, leading: 12, space: 4, colour: ink}",
        "story:",
        "  with_picture: [[story]]",
        "  without_picture: [[words]]",
        "matter:",
        "  cover: cover",
        "  prose: page",
        "  contents: page",
        "  contact: card",
        "  questions: page",
        "  notes: card",
        "  write: card",
        "  back: back",
        "faces:",
        "  story:",
        "    frames:",
        "      - {id: photo, kind: picture, box: {start: bleed, end: bleed, top: bleed, height: 20}}",
        "      - {id: tab, kind: tab, colour: paper, flow: [name, country],",
        "         box: {start: 8, width: 40, top: 12, height: 8}}",
        "      - {id: quote, kind: text, flow: [quote], box: {start: 8, end: 8, top: 22, height: 13}}",
        "      - {id: message, kind: text, flow: [title, summary, note], box: {start: 8, end: 8, top: 36, height: 26}}",
        "      - {id: credit, kind: text, flow: [credit], box: {start: 8, width: 40, top: 69, height: 6}}",
        "      - {id: folio, kind: text, flow: [folio], box: {inner: 60, outer: 8, top: 69, height: 6}}",
        "  words:",
        "    like: story",
        "    frames:",
        "      - {id: photo, kind: ground, colour: accent, box: {start: bleed, end: bleed, top: bleed, height: 20}}",
        "  cover:",
        "    frames:",
        "      - {id: title, kind: text, flow: [cover-title], box: {start: 8, end: 8, top: 8, bottom: 8}}",
        "  page:",
        "    frames:",
        "      - {id: heading, kind: text, flow: [heading], box: {start: 8, end: 8, top: 8, height: 8}}",
        "      - {id: column, kind: text, flow: [body], box: {start: 8, width: 40, top: 18, bottom: 12}}",
        "      - {id: column-2, kind: text, flow: [body], box: {start: 52, width: 40, top: 18, bottom: 12}}",
        "      - {id: folio, kind: text, flow: [folio], box: {inner: 60, outer: 8, top: 69, height: 6}}",
        "  card:",
        "    frames:",
        "      - {id: heading, kind: text, flow: [heading, body], box: {start: 8, width: 40, top: 8, bottom: 8}}",
        "      - {id: lines, kind: ruled, flow: [lines], box: {start: 52, end: 8, top: 8, bottom: 8}}",
        "  back:",
        "    frames:",
        "      - {id: closing, kind: text, flow: [closing], box: {start: 8, end: 8, top: 8, bottom: 8}}",
        "",
    ]
)


@dataclass(frozen=True)
class DrawingOffice:
    """A project on the disk whose layout `small` a test changes."""

    root: Path

    def write(self, name: str, text: str) -> None:
        (self.root / "layouts" / name).write_text(text, "utf-8")

    def change(self, old: str, new: str, name: str = "small.yaml") -> int:
        """Replace `old`, which must stand there; the line (from 1) at which it stood."""
        text = (self.root / "layouts" / name).read_text("utf-8")
        before, found, _ = text.partition(old)
        assert found
        self.write(name, text.replace(old, new, 1))
        return before.count("\n") + 1

    def read(self) -> Designs:
        return read_designs(find_project(self.root))

    def problems(self) -> list[Problem]:
        return list(self.read().problems)


def open_office(root: Path) -> DrawingOffice:
    """A project with our small layout and palette in `root`."""
    (root / "content").mkdir()
    (root / "layouts").mkdir()
    office = DrawingOffice(root)
    office.write("palette.yaml", PALETTE)
    office.write("small.yaml", LAYOUT)
    return office
