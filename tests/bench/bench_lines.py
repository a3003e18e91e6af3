"""How well lines are broken: the same paragraphs by us, by Typst and by XeLaTeX. Run by hand.

    TYPESETTERS=DIR/bin/python python tests/bench/bench_lines.py
    TYPESETTERS=DIR/bin/python python tests/bench/bench_lines.py --picture lines.png   a page of each, side by side

Paragraphs are the summaries of the repository's stories, one from every sentence on, as many sentences as make 90
words. Spaces are over the font's own, rag is over the measure. Justified text is compared where we do justify: where no
way of breaking keeps word spaces within our limits we set ragged, and what the others make of those paragraphs stands
in a table of its own. Under a table stands where we are behind the best of the others.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from line_makers import JUSTIFIED, OURS, RAGGED, Job, Maker, galleys
from line_quality import (
    JUSTIFIED_COLUMNS,
    RAGGED_COLUMNS,
    Column,
    SetParagraph,
    justified_figures,
    ragged_figures,
)
from line_reading import pages_of
from others import REPOSITORY, program
from PIL import Image

from postcards.geometry import MM

STORIES = REPOSITORY / "content" / "stories"

#: A paragraph has as many sentences as make this many words.
WORDS = 90

#: Where one sentence ends and the next begins.
SENTENCE_END = re.compile(r"(?<=[.!?؟።])\s+")

#: Measure (mm) and size (points): the spread's summary, a narrow column, and a wide one.
MEASURES = ((84, 11.5), (60, 11.5), (116, 10.0))

#: What XeLaTeX sets as well, and what only Typst does: it knows direction and script without being told.
LANGUAGES, RAGGED_ONLY = ("en", "nb", "ru"), ("ar", "ti")

#: Dots per inch of the picture, and the paragraph on it.
RESOLUTION, SHOWN = 110, 1

Figures = Callable[[Sequence[SetParagraph], float, float], list[float]]


@dataclass(frozen=True, slots=True)
class Table:
    """The same paragraphs by several makers."""

    title: str
    columns: tuple[Column, ...]
    rows: Mapping[str, list[float]]

    def __str__(self) -> str:
        heads = "".join(f"{column.title:>10}" for column in self.columns)
        rows = [f"  {name:<44}{''.join(map(_printed, self.columns, values))}" for name, values in self.rows.items()]
        return "\n".join([f"{self.title:<46}{heads}", *rows, *(f"  behind: {word}" for word in self._behind())])

    def _behind(self) -> Iterator[str]:
        """Columns in which our first row is worse than the best of the others'."""
        ours = self.rows.get(OURS, ())
        others = {name: values for name, values in self.rows.items() if not name.startswith(OURS)}
        for index, (column, mine) in enumerate(zip(self.columns, ours, strict=False)):
            better = [name for name, values in others.items() if column.behind(mine, values[index])]
            if better:
                yield f"{column.title} ({', '.join(better)})"


def _printed(column: Column, value: float) -> str:
    return f"{value:>10{column.form}}"


def main(arguments: Sequence[str]) -> None:
    """Set, read back and print, or draw."""
    parser = argparse.ArgumentParser(description="Compare how lines are broken.")
    parser.add_argument("--picture", type=Path, help="only draw a paragraph by each into this PNG")
    wish = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if wish.picture:
            draw(Path(folder), wish.picture)
            return
        for language in LANGUAGES + RAGGED_ONLY:
            for measure, size in MEASURES:
                job = Job(paragraphs(language), language, measure * MM, size)
                for table in tables(job, Path(folder)):
                    print(table, end="\n\n", flush=True)


def paragraphs(language: str) -> tuple[str, ...]:
    """One from every sentence on, those of the last story followed by the first's."""
    texts = [yaml.safe_load(file.read_text("utf-8")) for file in sorted(STORIES.glob(f"*/{language}.yaml"))]
    sentences = [sentence for text in texts for sentence in SENTENCE_END.split(" ".join(text["summary"].split()))]
    return tuple(_paragraph(sentences[index:] + sentences[:index]) for index in range(len(sentences)))


def _paragraph(sentences: Sequence[str]) -> str:
    words: list[str] = []
    for sentence in sentences:
        if len(words) >= WORDS:
            break
        words += sentence.split(" ")
    return " ".join(words)


def tables(job: Job, folder: Path) -> Iterator[Table]:
    """Justified, what we do not justify, and ragged."""
    title = f"{job.language}, {job.measure / MM:.0f} mm, {job.size:g} pt"
    if job.language in LANGUAGES:
        pages = _read(JUSTIFIED, job, folder)
        loose = [galley.loose for galley in galleys(job, "justify", True)]
        if not all(loose):
            ours = {name: _those(read, loose, False) for name, read in pages.items()}
            yield _table(f"{title}: {len(loose) - sum(loose)} of {len(loose)} justified", ours, justified_figures, job)
        if any(loose):
            theirs = {name: _those(read, loose, True) for name, read in pages.items() if name != OURS}
            yield _table(f"{title}: what we set ragged ({sum(loose)})", theirs, justified_figures, job)
    makers = {name: maker for name, maker in RAGGED.items() if job.language in LANGUAGES or "XeLaTeX" not in name}
    yield _table(f"{title}: ragged", _read(makers, job, folder), ragged_figures, job)


def _read(makers: Mapping[str, Maker], job: Job, folder: Path) -> dict[str, list[SetParagraph]]:
    return {name: list(pages_of(maker(job, folder), job.leading, job.paragraphs)) for name, maker in makers.items()}


def _those(read: Sequence[SetParagraph], loose: Sequence[bool], wanted: bool) -> list[SetParagraph]:
    return [paragraph for paragraph, is_loose in zip(read, loose, strict=True) if is_loose is wanted]


def _table(title: str, read: Mapping[str, Sequence[SetParagraph]], figures: Figures, job: Job) -> Table:
    columns = RAGGED_COLUMNS if figures is ragged_figures else JUSTIFIED_COLUMNS
    rows = {name: figures(paragraphs, job.space, job.measure) for name, paragraphs in read.items() if paragraphs}
    return Table(title, columns, rows)


def draw(folder: Path, picture: Path) -> None:
    """One English paragraph, justified above and ragged below, by each maker in a column."""
    measure, size = MEASURES[0]
    job = Job(paragraphs("en")[SHOWN : SHOWN + 1], "en", measure * MM, size)
    shown = [(JUSTIFIED, "Typst"), (RAGGED, "Typst, optimized")]
    rows = [
        [_drawn(makers[name](job, folder), folder) for name in (OURS, typst, xelatex)]
        for (makers, typst), xelatex in zip(shown, ("XeLaTeX", r"XeLaTeX \raggedright"), strict=True)
    ]
    width, height = (max(page.size[axis] for row in rows for page in row) for axis in (0, 1))
    sheet = Image.new("L", (width * len(rows[0]), height * len(rows)), "white")
    for down, row in enumerate(rows):
        for across, page in enumerate(row):
            sheet.paste(page, (across * width, down * height))
    sheet.save(picture)


def _drawn(file: Path, folder: Path) -> Image.Image:
    """A page without the empty paper at its foot."""
    drawn = folder / "page.png"
    command = [program("mutool"), "draw", "-r", str(RESOLUTION), "-c", "gray", "-o", str(drawn), str(file), "1"]
    subprocess.run(command, capture_output=True, check=True)
    with Image.open(drawn) as page:
        black = page.convert("L").point(lambda value: 255 - value).getbbox()
        return page.convert("L").crop((0, 0, page.width, black[3] + RESOLUTION // 4))


if __name__ == "__main__":
    main(sys.argv[1:])
