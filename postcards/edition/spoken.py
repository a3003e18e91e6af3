"""What a file that is read aloud owes its readers: each picture says, in their language, what it shows.

A picture that says nothing is taken out of such an edition as one that cannot be used is (PDF/UA-1, 7.3: a figure has
an alternative text). Paper is not read aloud and keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from postcards.edition.exposures import file_of
from postcards.manuscript import Photo
from postcards.pages.fields import Book
from postcards.problems import Problem, Where

REMEDY = "Write what it shows in one sentence for those who cannot see it"


class Mute(Struct, frozen=True):
    """A picture without words, and what to tell of it."""

    photo: Photo
    problem: Problem

    @property
    def file(self) -> str:
        return file_of(self.photo)


def mute_pictures(book: Book) -> list[Mute]:
    """The pictures of `book` that nothing is said of in its language."""
    return [*_mute_cover(book), *_mute_stories(book)]


def _mute_cover(book: Book) -> Iterator[Mute]:
    cover, tag = book.booklet.cover, book.tag
    if cover and not book.booklet.cover_words(tag):
        where = book.booklet.marks.get("cover_alt", cover.where)
        message = f"Nothing says in {tag} what the cover's picture shows; files for screens do without it."
        remedy = f"{REMEDY}, below “cover_alt”: “{tag}: …”."
        problem = Problem("photo.alt-missing", message, remedy, where, field="cover_alt", language=tag)
        yield Mute(cover, problem.about(booklet=book.booklet.id))


def _mute_stories(book: Book) -> Iterator[Mute]:
    tag = book.tag
    for story in book.stories:
        text = story.texts[tag]
        if story.photo and not text.alt:
            where = text.where.get("title") or next(iter(text.where.values()), Where(""))
            message = f"Nothing says in {tag} what the photo shows; files for screens have the story without it."
            remedy = f"{REMEDY}: “alt: …”."
            problem = Problem("photo.alt-missing", message, remedy, where, field="alt", language=tag)
            yield Mute(story.photo, problem.about(story=story.slug))
