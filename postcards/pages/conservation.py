"""Whether every letter that was written for a story is on its pages: asked of the finished pages, whatever made them.

What does not go in is told before, and its story left out; this is for our own mistakes. Whoever checks the file that
is painted from the pages asks the same of that, by `preflight/letters.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from postcards.composition.galley import SOFT_HYPHEN
from postcards.composition.keyboard import typeset
from postcards.manuscript import Story
from postcards.pages.page import Page
from postcards.problems import Problem

#: What a reader reads: letters, marks, numbers. All else may change where lines end.
READ = "LMN"


def lost_letters(stories: Iterable[Story], tag: str, pages: Iterable[Page]) -> Iterator[Problem]:
    """A finding for each text of a story that is not on the story's pages, letter by letter."""
    lines: dict[str, dict[str, list[str]]] = {}  # by story and role: other texts stand between those of two pages
    for page in pages:
        if page.story:
            told = lines.setdefault(page.story, {})
            for item in page.texts:
                told.setdefault(item.role, []).append(item.line.text)
    for story in stories:
        text = story.texts[tag]
        shown = ["".join(part) for part in lines.get(story.slug, {}).values()]
        written = [
            ("title", text.title),
            ("quote.text", text.quote.text),
            *(("summary", part) for part in text.summary),
        ]
        for field, words in written:
            if not _stands_in(typeset(words, tag), shown):
                message = "Not every letter of this text is on its page."
                remedy = "Send us the story: it is our fault."
                where = text.where.get(field, story.where)
                yield Problem("page.lost-letters", message, remedy, where, field=field, story=story.slug, language=tag)


def _stands_in(text: str, shown: Iterable[str]) -> bool:
    """Whether a text stands in one of those that are shown, but for spaces and hyphens, which nearly every one does, or
    letter by letter.
    """
    if any(_close(text) in _close(part) for part in shown):
        return True
    letters = _letters(text)
    return any(letters in _letters(part) for part in shown)


def _close(text: str) -> str:
    """A text without what line ends add and take away."""
    return "".join(text.replace(SOFT_HYPHEN, "").split())


def _letters(text: str) -> str:
    """The letters of a text in their order, large or small, ligatures taken apart (NFKC)."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_READ)


class _Read(dict[int, int | None]):
    """For `str.translate`: what is read stays, all else goes."""

    def __missing__(self, char: int) -> int | None:
        self[char] = char if unicodedata.category(chr(char))[0] in READ else None
        return self[char]


_READ = _Read()
