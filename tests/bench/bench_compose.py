"""What composing costs: processor time of 192 stories in three scripts, beside Typst's. Run by hand.

    TYPESETTERS=DIR/bin/python python tests/bench/bench_compose.py
    TYPESETTERS=DIR/bin/python python tests/bench/bench_compose.py --runs 9

64 stories each in English, Arabic and Tigrinya: title (6 words), quote (20) and summary (110). Ours is from reading the
fonts to the last placed line, in a fresh process with empty caches, titles and quotes balanced; what Python takes to
start and import is a row of its own. Typst's is the whole of its process, user and system, that makes a booklet of the
same stories: a picture page and a message page each, with a photo of its own (about 600 kB) and without; so that row
holds reading and embedding of photos and fonts and the writing of the file, which composing does not. Its start, that
is Python with the module loaded and an empty page set, is a row as well, and `net` is without it.

All on one core, runs alternating, medians of seconds. Judges nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from fontTools.ttLib import TTFont
from others import FONTS, command
from PIL import Image
from processes import measured
from story_texts import COUNT, LANGUAGES, story_texts

#: An odd number, so that the median is a run that took place.
RUNS = 5

#: Pixels of a photo (300 ppi on the page), and what brings its JPEG to about 600 kB.
PHOTO = (1748, 1240)
NOISE, QUALITY = 55, 85

#: Of each language: script, and direction.
SCRIPTS = {"en": ("Latn", "ltr"), "ar": ("Arab", "rtl"), "ti": ("Ethi", "ltr")}

#: A picture page and a message page a story; sizes, leadings and measures are those that ours are composed with. The
#: texts are placed, so that none flows on to another page, however long.
BOOKLET = """\
#let stories = json("stories.json")
#let faces = json("faces.json")
#let pictures = %s
#set page(width: 148mm, height: 105mm, margin: 0mm)
#set par(linebreaks: %s)
#let passage(story, words, size, leading, width, weight: "regular") = {
  let face = faces.at(story.language)
  let shown = size * face.factor
  set text(font: face.families, size: shown, weight: weight, lang: story.language)
  set text(dir: if face.direction == "rtl" { rtl } else { ltr }, top-edge: 0.8em, bottom-edge: -0.2em)
  set par(leading: leading * face.leading - shown)
  block(width: width, words)
}
#for story in stories {
  if pictures { image("photo-" + str(story.photo) + ".jpg", width: 148mm, height: 66mm, fit: "cover") }
  place(top + left, dx: 12mm, dy: 69mm, passage(story, story.quote, 17pt, 22pt, 124mm))
  pagebreak()
  place(top + left, dx: 12mm, dy: 10mm, {
    passage(story, story.title, 16pt, 19pt, 82mm, weight: "bold")
    passage(story, story.summary, 11.5pt, 15.5pt, 82mm)
  })
  pagebreak(weak: true)
}
"""

#: The measurements: Typst's are whole processes, ours what the process says of itself.
START, OURS = "ours: Python and imports", "ours: fonts and composing"
EMPTY = "Typst: Python and an empty page"
TEXT, BEST_LINES, PICTURES = "Typst: text only", "Typst: text only, optimized lines", "Typst: with pictures"

#: Typst's booklets: the file's name, whether with pictures, and how lines are broken.
BOOKLETS = {
    TEXT: ("text", "false", "auto"),
    BEST_LINES: ("lines", "false", '"optimized"'),
    PICTURES: ("pictures", "true", "auto"),
}


def main(arguments: Sequence[str]) -> None:
    """Write what is to be set, measure in turns, print."""
    parser = argparse.ArgumentParser(description="Time composing.")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each (default {RUNS})")
    runs = max(1, parser.parse_args(arguments).runs)
    _on_one_core()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        commands = {
            OURS: [sys.executable, str(Path(__file__).with_name("compose_stories.py")), str(folder / "stories.json")],
            EMPTY: command("typst", folder / "empty.typ", folder / "empty.pdf"),
        }
        for title, (file, *_) in BOOKLETS.items():
            commands[title] = command("typst", folder / f"{file}.typ", folder / f"{file}.pdf")
        for line in table(taken(commands, runs), commands):
            print(line)


def prepare(folder: Path) -> None:
    """Stories, photos, and the sources that Typst sets."""
    stories = [story.as_json() for story in story_texts()]
    (folder / "stories.json").write_text(json.dumps(stories), "utf-8")
    (folder / "faces.json").write_text(json.dumps({language: typst_face(language) for language in LANGUAGES}), "utf-8")
    (folder / "empty.typ").write_text("#page(width: 148mm, height: 105mm)[]\n", "utf-8")
    for file, *wishes in BOOKLETS.values():
        (folder / f"{file}.typ").write_text(BOOKLET % tuple(wishes), "utf-8")
    ground = Image.linear_gradient("L").resize(PHOTO)
    for number in range(COUNT):
        noise = Image.blend(ground, Image.effect_noise(PHOTO, NOISE), 0.5)
        photo = Image.merge("RGB", (noise, ground, ground.rotate(180)))
        photo.save(folder / f"photo-{number}.jpg", quality=QUALITY)


def taken(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Median seconds of every measurement; the first round, which warms the disk's cache, is not counted."""
    seconds: dict[str, list[float]] = {}
    for turn in range(runs + 1):
        for title, words in commands.items():
            run = measured(words)
            if run.exit_code:
                raise SystemExit(f"{title} failed: {' '.join(words)}")
            found = {title: run.processor}
            if title == OURS:
                said = json.loads(run.printed)
                found = {START: said["start"], OURS: said["composing"]}
            for each, value in found.items():
                seconds.setdefault(each, []).extend([value] if turn else [])
    return {title: statistics.median(values) for title, values in seconds.items()}


def table(seconds: Mapping[str, float], commands: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A row a measurement: seconds, and how many times our composing that is."""
    yield f"{'':<34}{'cpu s':>8}{'net s':>8}{'/ ours':>8}{'net':>8}  command"
    for title, value in seconds.items():
        net = value - (seconds[EMPTY] if title in BOOKLETS else 0.0)
        times = f"{value / seconds[OURS]:>8.2f}{net / seconds[OURS]:>8.2f}"
        words = commands.get(title, commands[OURS])
        yield f"{title:<34}{value:>8.3f}{net:>8.3f}{times}  {' '.join(_short(word) for word in words)}"


def _short(word: str) -> str:
    """A path as its last part, a program's text as dots."""
    return "…" if "\n" in word else Path(word).name


def typst_face(language: str, role: str = "serif") -> dict[str, object]:
    """How a language's script is set: its own family and those asked next, as fonts.yaml has them."""
    faces = yaml.safe_load((FONTS / "fonts.yaml").read_text("utf-8"))["roles"][role]
    name, direction = SCRIPTS[language]
    face = faces[name]
    files = [face["regular"], *(faces[other]["regular"] for other in face.get("fallback", []))]
    families = [TTFont(FONTS / file)["name"].getBestFamilyName() for file in files]
    return {"families": families, "factor": face["factor"], "leading": face["leading"], "direction": direction}


def _on_one_core() -> None:
    """This process and its children, where the system can say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main(sys.argv[1:])
