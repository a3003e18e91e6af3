"""What the stage ends in: everything under `content/`, as `reader` has read it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from postcards.manuscript.booklets import Booklet
from postcards.manuscript.office import Office
from postcards.manuscript.places import Places
from postcards.manuscript.story import Story
from postcards.manuscript.words import Language
from postcards.problems import Problem


class Manuscript(Struct, frozen=True):
    """All that the staff have written, and everything that is wrong with it."""

    stories: tuple[Story, ...]  # by slug; without those that have an error
    languages: Mapping[str, Language]  # by BCP 47 tag; without those that have an error
    places: Places
    booklets: Mapping[str, Booklet]  # by id; without those that have an error
    problems: tuple[Problem, ...]  # in the order of `problems.sort_key`
    digests: Mapping[str, str]  # path relative to the project -> SHA-256 of the bytes read, hex
    office: Office | None  # None if its file has an error
