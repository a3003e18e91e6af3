"""Text of both directions in one line: what is painted stands from left to right as UAX #9 has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.composition import FontShelf, Line, TextStyle, Typesetter
from postcards.composition.bidi import levels, line_levels, visual_order
from postcards.composition.itemize import voice_of
from postcards.composition.opportunities import held
from postcards.composition.orthography import inserted, isolate

SIZE, LEADING, WIDE = 10.0, 14.0, 2000.0

#: A word before and after what is put in, by language.
AROUND = {
    "ar": ("عاد", "إلى"),
    "fa-AF": ("برگشت", "به"),
    "ps": ("راستون", "کور"),
    "ckb": ("گەڕایەوە", "بۆ"),
    "ur": ("واپس", "گھر"),
    "he": ("חזר", "הביתה"),
}

#: Names, amounts, numbers and signs that are put in from tables or stand in stories.
PUT_IN = [
    "IOM",
    "Asrat",
    "Oslo (Norway)",
    "(Oslo)",
    "45 000 NOK",
    "NOK 45 000",
    "12.5 %",
    "2010–2012",
    "11/2012",
    "2012-11-22",
    "+47 23 10 53 20",
    "post@example.org",
    "https://example.org/ar?x=1",
    "Storgata 12, 0123 Oslo!",
    "C++",
    "«A» – “B”",
]

#: What shows nothing, and the marks by which readers of the file keep order.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"))


@pytest.fixture(scope="module")
def ours(our_shelf: FontShelf) -> Typesetter:
    return Typesetter(our_shelf)


def composed(ours: Typesetter, text: str, language: str) -> Line:
    style = TextStyle(voice_of("serif", "regular", language), SIZE, LEADING)
    (line,) = ours.compose(text, style, WIDE).lines
    return line


def painted(line: Line) -> str:
    """The letters of a line as they stand from left to right, those of a cluster in the order of reading."""
    found = []
    for run in line.runs:
        x = run.x
        for cluster, adjust in zip(run.clusters, run.adjusts, strict=True):
            if cluster.components:
                found.append((x, "".join(sorted(cluster.text))))
            x += (cluster.width + adjust) * run.size / run.face.upem
    return "".join(text for _, text in sorted(found, key=lambda entry: entry[0])).translate(UNSEEN)


def in_order(text: str, base: int) -> str:
    """The same by the algorithm, which Unicode's own test files have passed (test_bidi.py)."""
    order = visual_order(line_levels(text, levels(text, base), base))
    return "".join(text[place] for place in order).translate(UNSEEN)


def unmarked(text: str) -> str:
    """Letters without marks and spaces: a mark is painted with its letter, wherever the algorithm has it."""
    return "".join(character for character in text if not character.isspace() and not "\u064b" <= character <= "\u0652")


@pytest.mark.fault("T24")
@pytest.mark.parametrize("language", AROUND)
@pytest.mark.parametrize("put_in", PUT_IN)
@pytest.mark.parametrize("put", [str, inserted, isolate], ids=["as typed", "inserted", "isolated"])
def test_a_line_stands_as_the_algorithm_has_it(ours: Typesetter, language: str, put_in: str, put: object) -> None:
    passages = {str: put_in, inserted: inserted(put_in, language), isolate: isolate(put_in, "ltr")}
    before, after = AROUND[language]
    text = held(f"{before} {passages[put]} {after}", language)
    assert unmarked(painted(composed(ours, text, language))) == unmarked(in_order(text, 1))


@pytest.mark.parametrize("language", AROUND)
@pytest.mark.parametrize("put_in", PUT_IN)
def test_what_is_inserted_reads_from_left_to_right_and_moves_nothing(
    ours: Typesetter, language: str, put_in: str
) -> None:
    before, after = AROUND[language]
    for text in (f"{before} {{}} {after}", f"{before}: {{}}", f"{{}} · {before}", f"({{}}) {after}, {before}"):
        line = unmarked(painted(composed(ours, text.format(isolate(put_in, "ltr")), language)))
        without = unmarked(in_order(text.replace("{}", "\ufffc"), 1))
        assert line == without.replace("\ufffc", unmarked(put_in))


@pytest.mark.parametrize("put_in", ["أسرات", "بيت (قديم)", "دری", "עברית"])
def test_a_right_to_left_name_in_a_left_to_right_line(ours: Typesetter, put_in: str) -> None:
    text = f"Name: {inserted(put_in, 'en')} (2012)"
    line = unmarked(painted(composed(ours, text, "en")))
    assert line == unmarked(in_order(text, 0))
    assert line.startswith("Name:")
    assert line.endswith("(2012)")


PIECES = st.sampled_from([*PUT_IN, *(word for words in AROUND.values() for word in words), "،", "؟", "12", "۱۲", "…"])


@pytest.mark.fault("T24")
@given(pieces=st.lists(PIECES, min_size=1, max_size=8), language=st.sampled_from([*AROUND, "en"]))
def test_any_mixture_stands_as_the_algorithm_has_it(ours: Typesetter, pieces: list[str], language: str) -> None:
    text = held(" ".join(inserted(piece, language) for piece in pieces), language)
    assert unmarked(painted(composed(ours, text, language))) == unmarked(in_order(text, 0 if language == "en" else 1))
