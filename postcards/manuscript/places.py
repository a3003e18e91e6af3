"""Names of countries and places, and the notes that must stand beside some of them.

`content/places.yaml` says what the Unicode locale data (CLDR) does not say, or says otherwise than we print it; every
other name comes from CLDR through Babel. Ids are ISO 3166-1 codes of two letters, or our own, `x-…`.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Annotated, TypeAlias

from msgspec import Struct, field

from postcards.manuscript.faults import NOWHERE
from postcards.manuscript.kinds import ByLanguage, Form, Line, Name
from postcards.manuscript.language import babel_locale
from postcards.manuscript.markers import NO_KEY, Block, Described
from postcards.problems import Where

#: The language whose note stands in where a language has none of its own.
NOTE_FALLBACK = "en"

#: What our own ids begin with (the prefix BCP 47 keeps for private use).
OWN_PREFIX = "x-"

#: How like an English name a word must be before we suggest its country (difflib's ratio).
LIKENESS = 0.8

#: CLDR's code for “unknown”, which has speakers like a country.
NO_COUNTRY = "ZZ"


def is_country(place: str) -> bool:
    """Whether `place` is a code of ISO 3166-1 (or XK) that CLDR names: one of a place where people speak a language."""
    from babel.core import get_global

    return place in get_global("territory_languages") and place != NO_COUNTRY


def country_called(word: str) -> str:
    """The code that somebody who wrote `word` is likely to mean: “et”, “UK”, “Ethiopia”; empty if none."""
    from babel.core import get_global

    code = word.upper()
    for candidate in (code, *get_global("territory_aliases").get(code, ())):
        if is_country(candidate):
            return str(candidate)
    names = babel_locale(NOTE_FALLBACK).territories
    english = {str(name).casefold(): place for place, name in sorted(names.items()) if is_country(place)}
    near = get_close_matches(word.casefold(), english, n=1, cutoff=LIKENESS)
    return english[near[0]] if near else ""


#: A country code, or an own id.
PlaceId: TypeAlias = Annotated[
    str,
    Form(
        rf"[A-Z]{{2}}|{OWN_PREFIX}[a-z0-9]+(-[a-z0-9]+)*",
        str,
        "a country code of two capitals or an own id",
        "ET",
        country_called,
    ),
]


class Place(Block, frozen=True):
    """One entry of places.yaml."""

    names: Annotated[ByLanguage[Line], Described("names by language tag")] = field(default_factory=dict)
    marker: Annotated[Name, Described("the sign that leads to the note")] = ""
    note: Annotated[ByLanguage[Line], Described("notes by language tag")] = field(default_factory=dict)
    where: Annotated[Where, NO_KEY] = NOWHERE  # of its id


class Places(Struct, frozen=True):
    """All places; the entries of places.yaml stand before CLDR's."""

    entries: Mapping[str, Place] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()  # entries that have an error: how to name these places is not known
    readable: bool = True  # False: places.yaml could not be read, so no place is sure to need no note

    def name(self, place: str, tag: str) -> str:
        """The place's name in the language `tag`; raises KeyError for an unknown id or an own id without a name."""
        own = self.entries.get(place)
        if own is not None and tag in own.names:
            return own.names[tag]
        if place.startswith(OWN_PREFIX):
            raise KeyError(place)
        return _territory(place, tag)

    def marker(self, place: str) -> str:
        """The sign beside the name that leads to the note; empty if there is none."""
        return self.entries[place].marker if place in self.entries else ""

    def note(self, place: str, tag: str) -> str:
        """The note that must be printed with the name; English where `tag` has none; empty if there is none."""
        language = self.note_language(place, tag)
        return self.entries[place].note[language] if language else ""

    def note_language(self, place: str, tag: str) -> str:
        """The language `note` answers in; empty if there is no note."""
        notes = self.entries[place].note if place in self.entries else {}
        return next((language for language in (tag, NOTE_FALLBACK) if language in notes), "")

    def knows(self, place: str) -> bool:
        """Whether `place` is an entry of places.yaml or a country of CLDR; never one whose entry has an error."""
        if place in self.faulty or not self.readable:
            return False
        return place in self.entries or is_country(place)


@cache
def _territory(place: str, tag: str) -> str:
    if not is_country(place):
        raise KeyError(place)
    return str(babel_locale(tag).territories[place])
