"""The stories that come with the program, read as a set: their length, their sentences, and what no two may share.

A failure names the stories and the words. Lengths and sentences are held in English, which all others are translated
from; what repeats and what must not be read is looked for in every language that there is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml
from icu4py.breakers import WordBreaker

from postcards.manuscript.texts import check_privacy

STORIES = Path(__file__).parents[2] / "content" / "stories"
FACTS = "story"
LANGUAGES = sorted({path.stem for path in STORIES.glob("*/*.yaml")} - {FACTS})

#: Words of a card's text and of its quote, fewest and most, as a word processor counts them.
SUMMARY = range(60, 90 + 1)
QUOTE = range(10, 30 + 1)

#: Words of the longest sentence, and of a story's sentences on average: what our texts keep and readers of a second
#: language can still follow.
LONGEST_SENTENCE = 21
MEAN_SENTENCE = 13.0

#: So many words at a text's beginning or end make two stories sound alike; so many in a row are a copy.
OPENING = ENDING = 3
COPIED = 6

#: Beginnings of words that judge people, or promise what nobody can keep.
UNWANTED: Mapping[str, tuple[str, ...]] = {
    "en": ("alien", "bogus", "deportee", "guarantee", "hero", "illegal", "victim"),
    "nb": ("illegal", "ulovlig"),
    "es": ("ilegal",),
    "fr": ("clandestin", "illéga"),
    "pt": ("ilega",),
    "ru": ("нелегал",),
    "uk": ("нелегал",),
}

#: A story is told about the person.
FIRST_PERSON = {"i", "i’d", "i’ll", "i’m", "i’ve", "me", "mine", "my", "our", "ours", "us", "we", "we’re"}

QUOTATION_MARKS = re.compile('["“”„«»‹›]')

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

#: Stands for the person: “Asrat left” and “Elmi left” begin alike.
NAME = "…"


@dataclass(frozen=True, slots=True)
class Told:
    """A story's words in one language; white space is single spaces."""

    name: str
    title: str
    quote: str
    source: str
    summary: str

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.title, self.quote, self.summary)


@cache
def told(language: str) -> Mapping[str, Told]:
    """The stories that are told in the language, by their folders' names."""
    return {file.parent.name: _read(file) for file in sorted(STORIES.glob(f"*/{language}.yaml"))}


def _read(file: Path) -> Told:
    text = yaml.safe_load(file.read_text("utf-8"))
    facts = yaml.safe_load(file.with_name(f"{FACTS}.yaml").read_text("utf-8"))
    fields = (text.get("name") or facts.get("name") or "", text["title"], text["quote"]["text"])
    name, title, quote, summary = (" ".join(field.split()) for field in (*fields, text["summary"]))
    return Told(name, title, quote, text["quote"]["source"], summary)


def words(text: str, language: str) -> list[str]:
    """The words of a text without marks and capitals; Thai ones too, which no spaces part."""
    pieces = WordBreaker(text.replace("'", "’"), language)
    return [piece.casefold() for piece in pieces if any(map(str.isalnum, piece))]


def sentences(text: str) -> list[int]:
    """How many words each sentence of an English text has."""
    return [len(sentence.split()) for sentence in _SENTENCE_END.split(text)]


def shared(runs: Mapping[str, Iterable[tuple[str, ...]]]) -> list[str]:
    """The runs of words that more than one story has, each with the stories: “asrat, elmi: …”."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for slug, run in ((slug, run) for slug, many in runs.items() for run in many):
        found[run].add(slug)
    return [f"{', '.join(sorted(slugs))}: “{' '.join(run)}”" for run, slugs in found.items() if len(slugs) > 1]


def rows(text: str, language: str, length: int = COPIED) -> Iterator[tuple[str, ...]]:
    """Every row of `length` consecutive words of a text."""
    found = words(text, language)
    return zip(*(found[first:] for first in range(length)), strict=False)


def nameless(story: Told, language: str) -> tuple[str, ...]:
    """The words of a summary, in English with the person's name left open; elsewhere names are inflected."""
    names = {*words(story.name, language)} if language == "en" else set()
    return tuple(NAME if word.removesuffix("’s") in names else word for word in words(story.summary, language))


def test_every_summary_fits_a_card() -> None:
    lengths = {slug: len(story.summary.split()) for slug, story in told("en").items()}
    assert {slug: length for slug, length in lengths.items() if length not in SUMMARY} == {}


def test_every_quote_can_be_set_large() -> None:
    lengths = {slug: len(story.quote.split()) for slug, story in told("en").items()}
    assert {slug: length for slug, length in lengths.items() if length not in QUOTE} == {}


def test_sentences_are_short() -> None:
    lengths = {slug: sentences(story.summary) for slug, story in told("en").items()}
    assert {slug: max(each) for slug, each in lengths.items() if max(each) > LONGEST_SENTENCE} == {}
    means = {slug: sum(each) / len(each) for slug, each in lengths.items()}
    assert {slug: round(mean, 1) for slug, mean in means.items() if mean > MEAN_SENTENCE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_stories_have_the_same_title(language: str) -> None:
    assert shared({slug: [tuple(words(story.title, language))] for slug, story in told(language).items()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_stories_open_alike(language: str) -> None:
    assert shared({slug: [nameless(story, language)[:OPENING]] for slug, story in told(language).items()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_stories_end_alike(language: str) -> None:
    assert shared({slug: [nameless(story, language)[-ENDING:]] for slug, story in told(language).items()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_story_repeats_another(language: str) -> None:
    stories = told(language).items()
    every = {slug: [row for text in story.texts for row in rows(text, language)] for slug, story in stories}
    assert shared(every) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_how_to_reach_anybody(language: str) -> None:
    faults = {
        slug: [fault.message for text in story.texts for fault in check_privacy(text, language)]
        for slug, story in told(language).items()
    }
    assert {slug: messages for slug, messages in faults.items() if messages} == {}


@pytest.mark.parametrize("language", sorted({*UNWANTED} & {*LANGUAGES}))
def test_no_word_judges_people(language: str) -> None:
    found = {
        slug: [word for text in story.texts for word in words(text, language) if word.startswith(UNWANTED[language])]
        for slug, story in told(language).items()
    }
    assert {slug: unwanted for slug, unwanted in found.items() if unwanted} == {}


def test_the_stories_are_told_about_people() -> None:
    said = {slug: {word for text in story.texts for word in words(text, "en")} for slug, story in told("en").items()}
    assert {slug: found & FIRST_PERSON for slug, found in said.items() if found & FIRST_PERSON} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_only_reported_bears_no_quotation_marks(language: str) -> None:
    reported = {slug: story.quote for slug, story in told(language).items() if story.source == "reported"}
    assert {slug: quote for slug, quote in reported.items() if QUOTATION_MARKS.search(quote)} == {}


def test_a_copy_is_found_whatever_its_marks_and_capitals() -> None:
    texts = {"asrat": "He went home. To his wife, and", "elmi": "Then: he went home to his wife!", "oleg": "He went."}
    assert shared({slug: rows(text, "en") for slug, text in texts.items()}) == [
        "asrat, elmi: “he went home to his wife”"
    ]


def test_the_name_makes_no_opening_another() -> None:
    openings = [Told(name, "", "", "reported", f"{name}’s family was glad.") for name in ("Asrat", "Elmi")]
    assert {nameless(story, "en")[:OPENING] for story in openings} == {(NAME, "family", "was")}


def test_thai_is_parted_into_words() -> None:
    assert words("ครอบครัวของเขา ๒ คน", "th") == ["ครอบครัว", "ของ", "เขา", "๒", "คน"]
