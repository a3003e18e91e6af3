"""Many stories out of few: title, quote and summary cut from the repository's summaries, each beginning elsewhere."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

STORIES = Path(__file__).resolve().parents[2] / "content" / "stories"

#: A script each: Latin, Arabic, Ethiopic.
LANGUAGES = ("en", "ar", "ti")

#: How many stories of each language, and how many words their texts have.
COUNT = 64
TITLE, QUOTE, SUMMARY = 6, 20, 110

#: Words from where one story begins to where the next does: a prime, so that none begins where another did.
STEP = 37


@dataclass(frozen=True, slots=True)
class StoryText:
    """The texts of one story, and the number of its photo."""

    language: str
    title: str
    quote: str
    summary: str
    photo: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def story_texts() -> list[StoryText]:
    """All of them, language after language."""
    return [story for language in LANGUAGES for story in _of(language)]


def _of(language: str) -> list[StoryText]:
    files = sorted(STORIES.glob(f"*/{language}.yaml"))
    words = [word for file in files for word in yaml.safe_load(file.read_text("utf-8"))["summary"].split()]
    begins = [number * STEP % len(words) for number in range(COUNT)]
    if len(set(begins)) < COUNT:
        raise ValueError(f"stories in {language} repeat each other: {len(words)} words are too few for {COUNT}")
    endless = words + words

    def cut(begin: int, count: int) -> str:
        return " ".join(endless[begin : begin + count])

    return [
        StoryText(language, cut(begin, TITLE), cut(begin + TITLE, QUOTE), cut(begin, SUMMARY), number)
        for number, begin in enumerate(begins)
    ]
