"""Where words may be divided, by the hyphenation patterns that pyphen carries for the language.

A language without patterns is never hyphenated: a wrong division is worse than a ragged line.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pyphen

from postcards.expressions import expression

#: Letters that stay on the line before a hyphen and after it; shorter stumps hinder slow readers.
BEFORE, AFTER = 3, 3

#: Words below this length stay whole.
SHORTEST = 7

#: Patterns to take where the bare tag names none.
DICTIONARIES = {"en": "en_GB", "sr-Latn": "sr_Latn", "sr-Cyrl": "sr"}

WORD = expression(r"[^\W\d_]+")


@lru_cache
def _patterns(language: str) -> Any | None:
    name = DICTIONARIES.get(language) or pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=BEFORE, right=AFTER) if name else None


def hyphenation_points(text: str, language: str) -> tuple[int, ...]:
    """Places in `text` before which a word may be divided. Words with a capital inside or in front stay whole."""
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return tuple(
        match.start() + place
        for match in WORD.finditer(text)
        if len(match.group()) >= SHORTEST and match.group().islower()
        for place in patterns.positions(match.group())
    )
