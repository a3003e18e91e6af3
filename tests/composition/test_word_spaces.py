"""Between Nastaliq and what stands upright there is a space that one sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcards.composition import Typesetter, read_fonts, voice_of
from postcards.composition.word_spaces import LEAST, parted

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(read_fonts(FONTS))


def spaces(typesetter: Typesetter, text: str, tag: str) -> list[float]:
    """Widths of the spaces of a text, nominal ems."""
    shaped = typesetter.shape_text(text, voice_of("serif", "regular", tag)).shaped
    return [width for cluster, width in zip(shaped.clusters, shaped.advances, strict=True) if cluster.text == " "]


def test_a_space_beside_latin_or_a_number_is_as_wide_as_theirs(typesetter: Typesetter) -> None:
    before, after, among = spaces(typesetter, "آپ IOM سے پوچھیں", "ur")
    assert before == pytest.approx(LEAST, abs=0.001)
    assert after == pytest.approx(LEAST, abs=0.001)
    assert among < 0.7 * LEAST
    assert spaces(typesetter, "ستمبر 2012 میں", "ur") == [pytest.approx(LEAST, abs=0.001)] * 2


@pytest.mark.parametrize(("text", "tag"), [("مع IOM في", "ar"), ("with IOM in", "en"), ("ምስ IOM ኣብ", "ti")])
def test_other_scripts_have_spaces_that_are_wide_enough(typesetter: Typesetter, text: str, tag: str) -> None:
    voice = voice_of("serif", "regular", tag)
    shaped = typesetter.shape_text(text, voice).shaped
    assert len(spaces(typesetter, text, tag)) == 2
    assert min(spaces(typesetter, text, tag)) >= LEAST
    assert parted(shaped) == shaped
