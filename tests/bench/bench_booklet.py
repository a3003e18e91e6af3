"""A whole booklet beside Typst's: 64 stories in English, Arabic and Tigrinya, the print edition. Run by hand.

    TYPESETTERS=DIR/bin/python python tests/bench/bench_booklet.py
    TYPESETTERS=DIR/bin/python python tests/bench/bench_booklet.py --runs 3 --keep DIR

Ours is `postcards build -e print`: photos are ready, all else is made anew, the files are checked and reported. Typst
sets the same stories from the same texts, with the same fonts, sizes and leadings, on as many pages of the same size:
the picture face with the very JPEG that is in our file, the message face with title, text, facts, stamp and postmark,
and front and end matter of the language's own words. It makes no bleed boxes, output intent or overprinting, weighs no
ink, fits no text that is too long and checks nothing. Both may use all processors: Typst's booklets are made by as many
processes at a time as there are.

Whole processes, in turns, after a first round that is not counted. Peaks are the largest resident memory of any one
process (MiB). Prints the ratio, and judges nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import yaml
from bench_build import built, forget
from bench_compose import SCRIPTS, typst_face
from many_stories import BOOKLET, CONTENT, make_project
from others import command
from processes import Run, measured

COUNT = 64
LANGUAGES = ("en", "ar", "ti")
OURS = ("build", "-e", "print")

#: An odd number, so that the median is a run that took place.
RUNS = 7

#: Words of the matter that Typst sets on a page.
MATTER_WORDS = 90

#: Runs commands, as many at a time as there are processors, and fails if one does.
SIDE_BY_SIDE = """\
import json, os, subprocess, sys
from concurrent.futures import ThreadPoolExecutor
commands = json.load(open(sys.argv[1]))
with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
    sys.exit(max(pool.map(subprocess.call, commands)))
"""

#: Sizes and leadings are the layout's, lengths are from the corner of the sheet, which has 3 mm of bleed all round.
SOURCE = """\
#let data = json("LANGUAGE.json")
#let paper = cmyk(2%, 3%, 8%, 0%)
#let ink = cmyk(0%, 0%, 0%, 100%)
#let soft = cmyk(0%, 0%, 0%, 75%)
#let ground = cmyk(85%, 55%, 40%, 30%)
#set page(width: 154mm, height: 111mm, margin: 0mm, fill: paper)
#let passage(words, size, leading, width, role: "serif", weight: "regular", colour: ink) = {
  let face = data.faces.at(role)
  let shown = size * face.factor
  set text(font: face.families, size: shown, weight: weight, lang: data.language, fill: colour)
  set text(dir: if data.direction == "rtl" { rtl } else { ltr }, top-edge: 0.8em, bottom-edge: -0.2em)
  set par(leading: leading * face.leading - shown)
  block(width: width, words)
}
#set block(spacing: 2pt)
#let folio(number) = place(top + left, dx: 139mm, dy: 100mm, passage(str(number), 8.5pt, 11pt, 10mm, role: "sans"))
#let stamp(words) = {
  rect(width: 26mm, height: 31mm, fill: ground, stroke: (paint: paper, thickness: 1.5pt, dash: "dotted"))
  place(top + left, dx: 2mm, dy: 2mm, rect(width: 22mm, height: 19mm, stroke: 0.6pt + paper))
  for step in range(8) {
    place(top + left, dx: 4mm + 2mm * step, dy: 14mm - 1mm * calc.rem(step * 3, 7), circle(radius: 1.6mm, fill: paper))
  }
  place(top + left, dx: 2mm, dy: 23mm, passage(words, 8pt, 9.5pt, 22mm, role: "sans", weight: "bold", colour: paper))
}
#let postmark(words) = {
  circle(radius: 11mm, stroke: 1pt + ink)
  place(top + left, dx: 2mm, dy: 2mm, circle(radius: 9mm, stroke: 0.5pt + ink))
  for step in range(4) {
    place(top + left, dx: 22mm, dy: 6mm + 3mm * step, curve(stroke: 0.8pt + ink, curve.move((0mm, 0mm)),
      curve.cubic((4mm, -2mm), (8mm, 2mm), (12mm, 0mm)), curve.cubic((16mm, -2mm), (20mm, 2mm), (24mm, 0mm))))
  }
  place(top + left, dx: 4mm, dy: 8mm, passage(words, 9pt, 10.5pt, 14mm, role: "sans", weight: "bold"))
}
#for page in data.pages {
  if page.kind == "matter" {
    place(top + left, dx: 15mm, dy: 13mm, {
      passage(page.title, 17pt, 21pt, 124mm, weight: "bold")
      passage(page.text, 10pt, 13.5pt, 124mm)
    })
  } else if page.kind == "picture" {
    if page.photo == none { rect(width: 154mm, height: 111mm, fill: ground) } else {
      image(page.photo, width: 154mm)
      place(top + left, dy: 69mm, rect(width: 154mm, height: 42mm, fill: ground))
    }
    place(top + left, dx: 15mm, dy: 60mm, rect(width: 50mm, height: 12mm, fill: paper))
    place(top + left, dx: 17mm, dy: 61mm, {
      passage(page.name, 10pt, 13pt, 46mm, role: "sans", weight: "bold")
      passage(page.country, 8.5pt, 11pt, 46mm, role: "sans", colour: soft)
    })
    place(top + left, dx: 15mm, dy: 76mm, passage(page.quote, 17pt, 22pt, 124mm, colour: paper))
    place(top + left, dx: 100mm, dy: 63mm, passage(page.credit, 8pt, 10pt, 46mm, role: "sans", colour: paper))
  } else {
    place(top + left, dx: 15mm, dy: 13mm, {
      passage(page.title, 16pt, 19pt, 82mm, weight: "bold")
      for paragraph in page.summary { passage(paragraph, 11.5pt, 15.5pt, 82mm) }
    })
    place(top + left, dx: 102mm, dy: 10mm, line(length: 92mm, angle: 90deg, stroke: 0.5pt + soft))
    place(top + left, dx: 117mm, dy: 12mm, stamp(page.country))
    place(top + left, dx: 95mm, dy: 20mm, postmark(page.returned))
    for (number, fact) in page.facts.enumerate() {
      place(top + left, dx: 106mm, dy: 52mm + 11mm * number, {
        passage(fact.at(0), 8pt, 10pt, 40mm, role: "sans", colour: soft)
        passage(fact.at(1), 10.5pt, 13pt, 40mm)
        line(length: 40mm, stroke: 0.4pt + soft)
      })
    }
  }
  folio(page.number)
  pagebreak(weak: true)
}
"""


def main(arguments: Sequence[str]) -> None:
    """Make both booklets' sources, measure in turns, print."""
    parser = argparse.ArgumentParser(description="Time a booklet beside Typst's.")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each (default {RUNS})")
    parser.add_argument("--keep", type=Path, help="folder for the project and Typst's sources")
    wish = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = (wish.keep or Path(name)).resolve()
        project, other = folder / "ours", folder / "typst"
        if not project.exists():
            make_project(project, COUNT, LANGUAGES, ("print",))
        theirs = prepare(project, other)
        rounds = []
        for _ in range(max(1, wish.runs)):
            forget(project)
            rounds.append((built(project, OURS), measured(theirs)))
        for line in table(
            [*zip(*rounds, strict=True)], [" ".join(("postcards", *OURS)), "typst, a process a language"]
        ):
            print(line)
        for language in LANGUAGES:
            pages = [_pages(path) for path in (_pdf(project, language), other / f"{language}.pdf")]
            print(f"{language}: {pages[0]} pages, Typst's {pages[1]}")


def prepare(project: Path, folder: Path) -> list[str]:
    """Build ours once, which makes the photos ready, and write what Typst sets; the command that does."""
    forget(project)
    built(project, OURS)
    folder.mkdir(exist_ok=True)
    commands = []
    for language in LANGUAGES:
        data = {
            "language": language,
            "direction": SCRIPTS[language][1],
            "faces": {role: typst_face(language, role) for role in ("serif", "sans")},
            "pages": [*pages(project, language, folder)],
        }
        (folder / f"{language}.json").write_text(json.dumps(data), "utf-8")
        source = folder / f"{language}.typ"
        source.write_text(SOURCE.replace("LANGUAGE", language), "utf-8")
        commands.append(command("typst", source, folder / f"{language}.pdf"))
    (folder / "commands.json").write_text(json.dumps(commands), "utf-8")
    theirs = [sys.executable, "-c", SIDE_BY_SIDE, str(folder / "commands.json")]
    if measured(theirs).exit_code:
        raise SystemExit(f"Typst did not set {folder}.")
    return theirs


def pages(project: Path, language: str, folder: Path) -> Iterator[dict[str, Any]]:
    """What stands on each page of our file, as Typst is told it."""
    report = json.loads((_pdf(project, language).parent / "report.json").read_text("utf-8"))
    edition = report["editions"]["print"]
    faces = {story["page"] + face: (story["story"], face) for story in edition["stories"] for face in range(2)}
    words = yaml.safe_load((CONTENT / "languages" / f"{language}.yaml").read_text("utf-8"))
    prose = [*_prose(words)]
    photos = _photos(_pdf(project, language), folder)
    for number in range(1, edition["pages"] + 1):
        if number not in faces:
            begin = number * MATTER_WORDS % max(1, len(prose) - MATTER_WORDS)
            text = " ".join(prose[begin : begin + MATTER_WORDS])
            yield {"kind": "matter", "number": number, "title": words["labels"]["contents"], "text": text}
            continue
        slug, face = faces[number]
        story, text = (
            yaml.safe_load((project / "content" / "stories" / slug / f"{name}.yaml").read_text("utf-8"))
            for name in ("story", language)
        )
        labels = words["labels"]
        country, returned = str(story["country"]), str(story["returned"])
        page = {"number": number, "country": country, "returned": returned, "title": text["title"]}
        page |= {"name": text.get("name", ""), "quote": text["quote"]["text"], "credit": "IOM"}
        page |= {"summary": str(text["summary"]).split("\n"), "photo": photos.get(number)}
        support = ", ".join(words["support"].get(each, each) for each in story.get("support", ()))
        page["facts"] = [
            (labels["name"], page["name"]),
            (labels["country"], country),
            (labels["returned"], returned),
            (labels["support"], support),
        ]
        yield {"kind": "message" if face else "picture", **page}


def _photos(pdf: Path, folder: Path) -> dict[int, str]:
    """The JPEG of each page that has one, by its number, as a file in `folder`."""
    found = {}
    with pikepdf.open(pdf) as document:
        for number, page in enumerate(document.pages, start=1):
            for name, image in page.resources.get("/XObject", {}).items():
                if image.get("/Subtype") == "/Image":
                    file = f"{str(name).rpartition('-')[2][:16]}.jpg"
                    (folder / file).write_bytes(image.read_raw_bytes())
                    found[number] = file
    return found


def _prose(words: Mapping[str, Any]) -> Iterator[str]:
    """Every word of a language's file, one after the other."""
    for value in words.values():
        if isinstance(value, dict):
            yield from _prose(value)
        elif isinstance(value, str):
            yield from value.split()


def table(taken: Sequence[Sequence[Run]], titles: Sequence[str]) -> Iterator[str]:
    """A row each, and the ratio of the medians."""
    yield f"{'':<30}{'wall s':>8}{'cpu s':>8}{'peak MiB':>10}{'runs':>6}{'exit':>6}  (medians)"
    for title, runs in zip(titles, taken, strict=True):
        figures = [(run.seconds, run.processor, run.peak) for run in runs]
        seconds, processor, peak = map(statistics.median, zip(*figures, strict=True))
        codes = ",".join(sorted({str(run.exit_code) for run in runs}))
        yield f"{title:<30}{seconds:>8.2f}{processor:>8.2f}{peak:>10.0f}{len(runs):>6}{codes:>6}"
    ours, theirs = taken
    ratio = statistics.median(run.seconds for run in ours) / statistics.median(run.seconds for run in theirs)
    pairs = statistics.median(one.seconds / other.seconds for one, other in zip(ours, theirs, strict=True))
    yield f"ours takes {ratio:.2f} of Typst's time (median of the pairs' ratios {pairs:.2f})"


def _pdf(project: Path, language: str) -> Path:
    return project / "out" / BOOKLET / language / f"{BOOKLET}_{language}_print.pdf"


def _pages(pdf: Path) -> int:
    with pikepdf.open(pdf) as document:
        return len(document.pages)


if __name__ == "__main__":
    main(sys.argv[1:])
