"""What a language's readers expect the type to have, and whether the faces of a voice have it.

Expected are CLDR 48's exemplar characters, pinned in `exemplars.json` (`tools/pin_exemplars.py` prints it anew), with
their capitals, and what `orthography` puts in: native digits, quotation marks, commas, dashes, the ellipsis. An
exemplar may be a sequence, such as a letter with its mark. A character counts as there if some face of the voice shows
it the way texts are set, see `itemize`. Whether the texts at hand can be shown is another question: `pages.coverage`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from postcards.composition.capitals import capitals
from postcards.composition.fonts import ROLES, WEIGHTS, FontShelf
from postcards.composition.itemize import Voice, itemize, voice_of
from postcards.composition.orthographies import Orthography, orthography
from postcards.composition.orthography import native_digits

EXEMPLARS = Path(__file__).with_name("exemplars.json")

#: CLDR's sets (LDML part 1, “Exemplars”): what the language is written with, letters of foreign names, signs, figures.
Exemplars: TypeAlias = Literal["main", "auxiliary", "punctuation", "numbers"]
SETS: tuple[Exemplars, ...] = get_args(Exemplars)

#: Put in in every language.
ELLIPSIS = "…"


class Repertoire(Struct, frozen=True):
    """What one voice has of what its language's readers expect."""

    language: str  # BCP 47
    role: str  # serif or sans
    weight: str  # regular or bold
    faces: tuple[str, ...]  # names of those that show something of it, in the order they are asked
    expected: int  # characters and sequences
    missing: tuple[str, ...]  # those that no face shows

    @property
    def shown(self) -> int:
        return self.expected - len(self.missing)


def repertoires(shelf: FontShelf, languages: Iterable[str]) -> Iterator[Repertoire]:
    """One for each language, role and weight, in this order."""
    for language in languages:
        for role in ROLES:
            for weight in WEIGHTS:
                yield repertoire(shelf, voice_of(role, weight, language))


def repertoire(shelf: FontShelf, voice: Voice) -> Repertoire:
    """What the faces of one voice have."""
    wanted = expected(voice.language)
    missing: list[str] = []
    used: set[str] = set()
    for characters in wanted:
        runs, lacking = itemize(characters, voice, shelf)
        if lacking:
            missing.append(characters)
        else:
            used.update(run.face.name for run in runs)
    asked = (face.name for face in shelf.faces(voice.role, voice.weight, voice.script))
    faces = [name for name in dict.fromkeys(asked) if name in used]
    return Repertoire(voice.language, voice.role, voice.weight, tuple(faces), len(wanted), tuple(missing))


@cache
def expected(language: str) -> tuple[str, ...]:
    """Every character and sequence that the language's readers expect, each once."""
    letters = [character for kind in SETS for character in exemplars(language, kind)]
    large = [capitals(character, language) for character in letters]
    inserted = native_digits("0123456789", language) + ELLIPSIS + _signs(orthography(language))
    return tuple(dict.fromkeys([*letters, *large, *inserted]))


def _signs(own: Orthography) -> str:
    """What a language's orthography puts between letters, spaces aside."""
    dashes = own.dash + own.closing_dash + own.span
    return "".join((own.marks, own.inset, own.comma, dashes, own.gaps, own.apostrophe, own.gershayim)).replace(" ", "")


def exemplars(language: str, kind: Exemplars) -> tuple[str, ...]:
    """One of CLDR's sets; that of the longest beginning of the tag that is pinned, empty if there is none."""
    pinned = _pinned()
    while language and language not in pinned:
        language = language.rpartition("-")[0]
    return tuple(pinned[language][kind].split(" ")) if language and pinned[language][kind] else ()


@cache
def _pinned() -> dict[str, dict[Exemplars, str]]:
    content: dict[str, dict[Exemplars, str]] = json.loads(EXEMPLARS.read_bytes())
    return content
