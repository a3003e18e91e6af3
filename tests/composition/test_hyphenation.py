"""Where words may be divided."""

from __future__ import annotations

from itertools import pairwise

import pytest

from postcards.composition.hyphenation import hyphenation_points


def divided(text: str, language: str) -> str:
    places = (0, *hyphenation_points(text, language), len(text))
    return "|".join(text[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the shopkeeper, returning", "the shop|keeper, return|ing"),
        ("nb", "arbeidstillatelse", "arbeids|til|la|telse"),
        ("nn", "arbeidsløyve", "arbeids|løyve"),
        ("ru", "правительство", "пра|ви|тель|ство"),
    ],
)
def test_words_are_divided_by_the_language_s_own_patterns(language: str, text: str, expected: str) -> None:
    assert divided(text, language) == expected


@pytest.mark.parametrize("language", ["ti", "ar", "fa-AF", "so", "ne", "x-unknown"])
def test_a_language_without_patterns_is_never_divided(language: str) -> None:
    assert hyphenation_points("returning shopkeeper arbeidstillatelse", language) == ()


@pytest.mark.parametrize("word", ["Shopkeeper", "SHOPKEEPER", "shopKeeper"])
def test_words_with_capitals_stay_whole(word: str) -> None:
    assert hyphenation_points("shopkeeper", "en")
    assert hyphenation_points(word, "en") == ()


def test_no_short_stumps_and_no_short_words() -> None:
    text = "arbeidstillatelse kjøkkenutstyr myndighetene reisen hjemme skolen butikkeieren igjen"
    words = [(text.index(word), word) for word in text.split()]
    points = hyphenation_points(text, "nb")
    for start, word in words:
        inside = [place - start for place in points if start <= place < start + len(word)]
        assert all(3 <= place <= len(word) - 3 for place in inside)
        assert bool(inside) == (len(word) >= 7)
