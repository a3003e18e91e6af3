"""What to say of texts that do not fit their frames: which text, by how many lines, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postcards.manuscript import Story
from postcards.pages.copyfit import Fit
from postcards.pages.fields import Book
from postcards.pages.makeup import MadeUp
from postcards.problems import Problem, Severity, brief

#: Which key of a text file fills which frame, for findings; the other frames take the booklet's own words.
FIELD_OF_FRAME = {"quote": "quote.text", "message": "summary", "tab": "name"}
#: The frame of the contact card's address.
WEB = "web"
#: Which key of the booklet's file fills a frame of a story.
KEY_OF_FRAME = {"link": "story_link"}
SHORTER_ADDRESS = "Give the page a shorter address, “{key}” in the booklet's file"
SHORTER_WORDS = "Use shorter words in content/languages/{tag}.yaml"


def story_misfits(story: Story, tag: str, fits: Iterable[Fit]) -> list[Problem]:
    """A finding for each frame of a story that could not take its text whole.

    Lines that are too many are an error; a word wider than its line, which is divided anywhere, is a warning.
    """
    text = story.texts[tag]
    found = []
    for fit in fits:
        field = FIELD_OF_FRAME.get(fit.frame, "")
        where = text.where.get(field, story.where)
        if fit.over:
            lines = _lines(fit.over)
            code, severity = "text.overset", Severity.ERROR
            message = f"“{brief(text.title)}”: {lines} too many for the {fit.frame} frame, even at the smallest size."
            remedy = f"Shorten the {field.split('.')[0]} by about {lines}" if field else SHORTER_WORDS.format(tag=tag)
            if key := KEY_OF_FRAME.get(fit.frame):
                remedy = SHORTER_ADDRESS.format(key=key)
            remedy += "; until then the story is left out in this language."
        elif fit.torn:
            code, severity = "text.torn", Severity.WARNING
            message = f"“{brief(text.title)}”: a word is wider than the {fit.frame} frame and is divided anywhere."
            remedy = "Write it with a space or a soft hyphen, or use a shorter word."
        else:
            continue
        found.append(Problem(code, message, remedy, where, severity, field, story.slug, tag))
    return found


def lost_words(book: Book, made: MadeUp) -> Iterator[Problem]:
    """A finding for each frame of a page around the stories that could not take the booklet's own words."""
    for fit in (fit for fit in made.fits if fit.over):
        page = f"Page {made.page.number} ({made.page.kind})"
        message = f"{page}: {_lines(fit.over)} too many for the {fit.frame} frame; they are lost."
        if fit.frame == WEB:
            key = f"contact.{book.tag}.{WEB}"
            remedy, where = f"{SHORTER_ADDRESS.format(key=key)}.", book.booklet.marks.get(key, book.booklet.where)
        else:
            remedy, where = f"{SHORTER_WORDS.format(tag=book.tag)}.", book.language.where
        yield Problem("text.overset", message, remedy, where, language=book.tag)


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
