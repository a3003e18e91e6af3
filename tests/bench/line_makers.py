"""The same paragraphs set by us, by Typst and by XeLaTeX: one a page, at one measure, in one font and size.

What would keep lines from being comparable is off in all of them: nothing hangs in the margin, no letter is widened,
and no space after a full stop is wider than others.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyphen
from fontTools.ttLib import TTFont
from others import FONTS, REPOSITORY, made

sys.path.insert(0, str(REPOSITORY))
sys.path.insert(0, str(REPOSITORY / "tests" / "edition"))

from painted import TYPESETTER, pdf

from postcards.composition import Galley, TextStyle, Voice
from postcards.composition.hyphenation import DICTIONARIES
from postcards.geometry import Point, Size
from postcards.manuscript.language import direction, script
from postcards.pages.page import Page, Pages, Text

#: From the page's left and upper edge to the text, points: room for what sticks out.
MARGIN = 40.0

#: Leading over size.
LEADING = 1.6

#: Pages are this much higher than wide: nothing is ever cut off.
HEIGHT = 3.0

#: The letters that TeX leaves before and after a hyphen by default (the format's \lefthyphenmin, \righthyphenmin).
TEX_MINIMA = {"en": (2, 3), "nb": (2, 2), "ru": (2, 2)}

#: A word as TeX's list of divided words has it.
WORD = re.compile(r"[^\W\d_]+")

#: Characters that mean something to TeX.
SPECIAL = re.compile(r"[\\{}$&#^_~%]")

TYPST = """\
#let paragraphs = json("paragraphs.json")
#set page(width: {width}pt, height: {height}pt, margin: {margin}pt)
#set text(font: {fonts}, size: {size}pt, lang: "{language}", dir: {direction}, overhang: false)
#set text(top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: {hyphenate})
#set par(leading: {leading}pt - 1em, justify: {justify}, linebreaks: "{linebreaks}")
#for paragraph in paragraphs {{ paragraph; pagebreak(weak: true) }}
"""

XELATEX = r"""
\documentclass{{article}}
\usepackage{{fontspec}}
\IfFileExists{{ragged2e.sty}}{{\usepackage{{ragged2e}}}}{{\let\RaggedRight\raggedright}}
\setmainfont[Path={fonts}/]{{{font}}}
\pagestyle{{empty}}\frenchspacing
\hoffset=-1in \voffset=-1in \pdfpagewidth={width}bp \pdfpageheight={height}bp
\advance\hoffset{margin}bp \advance\voffset{margin}bp
\language=\csname l@nohyphenation\endcsname \lefthyphenmin={before} \righthyphenmin={after}
\hyphenation{{{divided}}}
\begin{{document}}
\fontsize{{{size}bp}}{{{leading}bp}}\selectfont \lineskiplimit=-\maxdimen
\def\set#1{{\setbox0\vbox{{\hsize={measure}bp \linewidth\hsize {align}\parindent0pt #1\par}}\shipout\box0}}
{paragraphs}
\end{{document}}
"""


@dataclass(frozen=True, slots=True)
class Job:
    """Paragraphs, and how all of them are set."""

    paragraphs: tuple[str, ...]
    language: str
    measure: float  # points
    size: float  # points

    @property
    def leading(self) -> float:
        """The same for everyone, so wide that the marks of every script stay nearest to their own line."""
        return LEADING * self.size

    @property
    def voice(self) -> Voice:
        return Voice("serif", "regular", self.language, script(self.language), direction(self.language))

    @property
    def files(self) -> list[Path]:
        """The font files that set it, the script's own first."""
        faces = TYPESETTER.shelf.script_faces("serif", self.voice.script)
        others = [TYPESETTER.shelf.script_faces("serif", name) for name in faces.fallback]
        return [FONTS / each.files[0] for each in (faces, *others)]

    @property
    def glyph_size(self) -> float:
        """Points; nominal size, as the script's own font is set."""
        return self.size * TYPESETTER.shelf.script_faces("serif", self.voice.script).factor

    @property
    def space(self) -> float:
        """Width of the font's own space, points."""
        font = TTFont(self.files[0])
        return self.glyph_size * font["hmtx"][font.getBestCmap()[ord(" ")]][0] / font["head"].unitsPerEm


#: Sets a job, with a folder for what it needs to write; the file it makes.
Maker = Callable[[Job, Path], Path]


def galleys(job: Job, align: str, divided: bool) -> list[Galley]:
    """A job as we compose it."""
    style = TextStyle(job.voice, job.size, job.leading, align=align, divided=divided)
    return [TYPESETTER.compose(paragraph, style, job.measure) for paragraph in job.paragraphs]


def ours(align: str, divided: bool, job: Job, folder: Path) -> Path:
    pages = [_page(number, galley, job) for number, galley in enumerate(galleys(job, align, divided), start=1)]
    way = direction(job.language)
    file = folder / "ours.pdf"
    file.write_bytes(pdf(Pages("lines", job.language, way, "Lines", "1", 0.0, tuple(pages), ()), "screen"))
    return file


def _page(number: int, galley: Galley, job: Job) -> Page:
    items = [
        Text(Point(MARGIN + line.indent, MARGIN + galley.baseline(index)), line, "ink", "summary", job.language, 1)
        for index, line in enumerate(galley.lines)
    ]
    return Page(number, str(number), "inside", _sheet(job), tuple(items))


def typst(justify: bool, linebreaks: str, job: Job, folder: Path) -> Path:
    """Hyphens as Typst has them by default: in justified text, and in no other."""
    (folder / "paragraphs.json").write_text(json.dumps(job.paragraphs), "utf-8")
    source = folder / "typst.typ"
    families = [TTFont(file)["name"].getBestFamilyName() for file in job.files]
    markup = TYPST.format(
        width=_sheet(job).width,
        height=_sheet(job).height,
        margin=MARGIN,
        fonts=f"({', '.join(json.dumps(family) for family in families)},)",
        size=job.glyph_size,
        language=job.language,
        direction=direction(job.language),
        hyphenate=_word(justify),
        leading=job.leading,
        justify=_word(justify),
        linebreaks=linebreaks,
    )
    source.write_text(markup, "utf-8")
    return made("typst", source, folder / "typst.pdf")


def xelatex(align: str, job: Job, folder: Path) -> Path:
    """Words may be divided wherever the patterns that we read allow it, but for TeX's own limits at their ends.

    They come as TeX's list of exceptions, which needs no patterns of its own.
    """
    before, after = TEX_MINIMA[job.language]
    source = folder / "xelatex.tex"
    markup = XELATEX.format(
        fonts=FONTS,
        font=job.files[0].name,
        width=_sheet(job).width,
        height=_sheet(job).height,
        margin=MARGIN,
        before=before,
        after=after,
        divided=" ".join(_divided(job)),
        size=job.size,
        leading=job.leading,
        measure=job.measure,
        align=align,
        paragraphs="\n".join(rf"\set{{{SPECIAL.sub(_escaped, paragraph)}}}" for paragraph in job.paragraphs),
    )
    source.write_text(markup, "utf-8")
    return made("xelatex", source, folder / "xelatex.pdf")


def _divided(job: Job) -> Sequence[str]:
    """Every word that may be divided, with hyphens where."""
    before, after = TEX_MINIMA[job.language]
    name = DICTIONARIES.get(job.language) or pyphen.language_fallback(job.language)
    patterns = pyphen.Pyphen(lang=name, left=before, right=after)
    words = {word.lower() for paragraph in job.paragraphs for word in WORD.findall(paragraph)}
    return sorted(divided for divided in map(patterns.inserted, words) if "-" in divided)


def _escaped(found: re.Match[str]) -> str:
    return rf"\char{ord(found[0])}{{}}"


def _word(truth: bool) -> str:
    return "true" if truth else "false"


def _sheet(job: Job) -> Size:
    width = job.measure + 2 * MARGIN
    return Size(width, HEIGHT * width)


OURS, OURS_DIVIDED = "ours", "ours, words divided"

JUSTIFIED: dict[str, Maker] = {
    OURS: partial(ours, "justify", True),
    "Typst": partial(typst, True, "optimized"),
    "XeLaTeX": partial(xelatex, ""),
}
RAGGED: dict[str, Maker] = {
    OURS: partial(ours, "start", False),
    OURS_DIVIDED: partial(ours, "start", True),
    "Typst": partial(typst, False, "simple"),
    "Typst, optimized": partial(typst, False, "optimized"),
    r"XeLaTeX \raggedright": partial(xelatex, r"\raggedright"),
    r"XeLaTeX \RaggedRight": partial(xelatex, r"\RaggedRight"),
}
