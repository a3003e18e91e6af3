"""Composes the stories of a JSON file in a fresh process, caches empty, and prints what that took, as JSON.

    python compose_stories.py stories.json

Clocks are of the processor (time.process_time): `start` from the start of Python to where everything is imported,
`composing` from before the fonts are read to the last placed line.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from postcards.composition import TextStyle, Typesetter, Voice, read_fonts
from postcards.geometry import MM
from postcards.manuscript.language import direction, script

FONTS = Path(__file__).resolve().parents[2] / "fonts"

#: Everything is imported; the clock began with the process.
STARTED = time.process_time()

#: Measures of title and summary, and of the quote, as in the layout `spread`.
MESSAGE, PICTURE = 82 * MM, 124 * MM


def main(file: str) -> None:
    """Compose, and say how long it took."""
    stories = json.loads(Path(file).read_text("utf-8"))
    gc.disable()  # as the command line does
    began = time.process_time()
    typesetter = Typesetter(read_fonts(FONTS))
    placed = lines = 0
    for story in stories:
        for text, style, measure in _texts(story):
            for line in typesetter.compose(text, style, measure).lines:
                lines += 1
                placed += sum(len(run.clusters) for run in line.runs)
    composing = time.process_time() - began
    print(json.dumps({"start": STARTED, "composing": composing, "lines": lines, "placed": placed}))


def _texts(story: dict[str, str]) -> Iterator[tuple[str, TextStyle, float]]:
    language = story["language"]
    voice = Voice("serif", "regular", language, script(language), direction(language))
    yield story["title"], TextStyle(replace(voice, weight="bold"), 16, 19, balanced=True), MESSAGE
    yield story["quote"], TextStyle(voice, 17, 22, balanced=True), PICTURE
    yield story["summary"], TextStyle(voice, 11.5, 15.5), MESSAGE


if __name__ == "__main__":
    main(sys.argv[1])
