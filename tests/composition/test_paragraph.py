"""Composing: where lines end and stand, and that every letter of a text comes out again."""

from __future__ import annotations

import gc
import re
import weakref
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from square import LISTING, write_square_fonts

from postcards.composition import FontShelf, Galley, Line, TextStyle, Typesetter, Voice, read_fonts
from postcards.geometry import fits

SIZE, LEADING = 10.0, 14.0
SQUARE = Voice("serif", "regular", "en", "Latn", "ltr")
PLAIN = TextStyle(SQUARE, SIZE, LEADING)

#: What shows nothing beside a letter: the marks of UAX #9.
MARKS = "\u061c\u200e\u200f"

#: What the hyphen of a divided word says: in a word that runs to the left no reader joins it, whatever it said.
HYPHENS = ("-", "\u00ad")

SOFT_HYPHEN, NO_BREAK_SPACE = "\u00ad", "\u00a0"

NORWEGIAN = Voice("serif", "regular", "nb", "Latn", "ltr")

#: Words as our readers have them, each list with a name or a number that runs the other way.
WORDS = {
    NORWEGIAN: "i 2012 reiste hun arbeidstillatelse «hjem» med IOM, støtten på "
    "kjøkkenutstyr til myndighetene Asrat åpnet",
    Voice("serif", "regular", "ar", "Arab", "rtl"): "عاد إلى الوطن، IOM في 2012 «المساعدات» بيتاً لا قصة. (عمل) الأهلية",
    Voice("serif", "regular", "fa-AF", "Arab", "rtl"): "می\u200cرسید خانواده\u200cاش IOM در ۲۰۱۲ کابل، زندگی کند. پول",
    Voice("serif", "regular", "ti", "Ethi", "ltr"): "ኣስራት ብ2002 ዝሓሸ ህይወት፣ ተስፋ ንIOM ኖርወይ ነበረ። ትሽዓተ",
    Voice("serif", "regular", "ne", "Deva", "ltr"): "यो पोस्टकार्ड हो। कार्यक्रमले २०१२ मा IOM सँग श्री व्यवसाय",
}
UNHURRIED = settings(max_examples=150, deadline=None)


@pytest.fixture(scope="module")
def square(square_shelf: FontShelf) -> Typesetter:
    return Typesetter(square_shelf)


@pytest.fixture(scope="module")
def ours(our_shelf: FontShelf) -> Typesetter:
    return Typesetter(our_shelf)


def texts(galley: Galley) -> list[str]:
    return [line.text for line in galley.lines]


#: Invisible codes may stand this far before the letters they belong to (ems).
HAIR = 0.06


def letters(text: str) -> str:
    """`text` without what a break takes away or adds."""
    return re.sub(f"[ {NO_BREAK_SPACE}{SOFT_HYPHEN}]", "", text)


def painted(line: Line) -> Counter[str]:
    """What a reader of the file gets back from the clusters of a line: spaces, direction marks, and the hyphen of a
    divided word aside.
    """
    read = "".join(cluster.text for run in line.runs for cluster in run.clusters)
    if line.hyphenated:
        read = read.replace("-", "", 1)
    return Counter(re.sub("[\u200e\u200f\u061c\u2060]", "", letters(read)))


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, TextStyle, float]:
    """Words of one of our readers, a style and a measure in points."""
    voice = draw(st.sampled_from(list(WORDS)))
    words = st.sampled_from([*WORDS[voice].split(), "45 000 NOK", f"arbeids{SOFT_HYPHEN}tillatelse"])
    text = " ".join(draw(st.lists(words, min_size=1, max_size=25)))
    style = TextStyle(
        voice,
        draw(st.sampled_from([8.5, 11.5, 16])),
        LEADING,
        balanced=draw(st.booleans()),
        tight=draw(st.booleans()),
        divided=draw(st.booleans()),
    )
    return text, style, draw(st.integers(30, 300))


def test_text_arithmetic(square: Typesetter) -> None:
    galley = square.compose("abc def gh", PLAIN, 70)
    assert texts(galley) == ["abc def", "gh"]
    assert [line.width for line in galley.lines] == [70, 20]
    assert (galley.width, galley.height, galley.torn) == (70, 28, False)
    assert galley.baseline(1) - galley.baseline(0) == LEADING
    assert 0 < galley.first_baseline < LEADING


def test_nothing_to_set(square: Typesetter) -> None:
    galley = square.compose("", PLAIN, 70)
    assert (galley.lines, galley.height, galley.width) == ((), 0, 0)


@pytest.mark.parametrize(
    ("direction", "align", "indent"),
    [
        ("ltr", "start", 0),
        ("ltr", "center", 35),
        ("ltr", "end", 70),
        ("rtl", "start", 70),
        ("rtl", "center", 35),
        ("rtl", "end", 0),
    ],
)
def test_lines_stand_where_their_readers_begin(square: Typesetter, direction: str, align: str, indent: float) -> None:
    voice = Voice("serif", "regular", "he", "Hebr", direction)
    galley = square.compose("אבג", replace(PLAIN, voice=voice, align=align), 100)
    assert [line.indent for line in galley.lines] == [indent]


def test_runs_stand_side_by_side_in_the_order_of_their_direction(square: Typesetter) -> None:
    """Arabic, a Latin name, Arabic: read from the right, so the first word is painted last."""
    voice = Voice("serif", "regular", "ar", "Arab", "rtl")
    (line,) = square.compose("اب IOM تس", replace(PLAIN, voice=voice), 100).lines
    places = {run.clusters[0].text: run.x for run in line.runs if run.clusters[0].text == "I"}
    assert places == {"I": 3 * SIZE}
    shown = [run for run in line.runs if any(cluster.components for cluster in run.clusters)]
    edges = sorted((run.x, run.x + run.width) for run in shown)
    assert list(chain(*edges)) == [0, 30, 30, 60, 60, 90]


@pytest.mark.parametrize("measure", range(110, 400, 10))
@pytest.mark.parametrize("text", ["he got 45 000 NOK for it", "a loan of 1 250 000 in all", "and 25 000 EUR"])
def test_amounts_are_never_divided(square: Typesetter, text: str, measure: int) -> None:
    galley = square.compose(text, PLAIN, measure)
    (amount,) = re.findall(r"\d[\d ]*\d(?: [A-Z]{3})?", text)
    assert sum(amount in line.replace(NO_BREAK_SPACE, " ") for line in texts(galley)) == 1
    assert not galley.torn


def test_a_letter_without_room_for_its_hyphen_goes_without(square: Typesetter) -> None:
    galley = square.compose(f"ab{SOFT_HYPHEN}cd", PLAIN, 10)
    assert texts(galley) == ["a", "b", "c", "d"]
    assert (galley.width, galley.torn, galley.hyphens) == (10, True, 0)


@pytest.mark.parametrize("text", [f"{SOFT_HYPHEN}ab cd", f"ab {SOFT_HYPHEN}cd", f"ab {SOFT_HYPHEN}{SOFT_HYPHEN}cd ef"])
@pytest.mark.parametrize("measure", [10, 20, 25, 40, 100])
def test_nothing_is_divided_after_a_soft_hyphen_that_begins_a_word(
    square: Typesetter, text: str, measure: float
) -> None:
    lines = square.compose(text, PLAIN, measure).lines
    painted = ["".join(cluster.text for run in line.runs for cluster in run.clusters).strip() for line in lines]
    assert all(painted)
    assert [letters(line.text) for line in lines] == [letters(each.rstrip("-")) for each in painted]


def test_titles_have_lines_of_even_length(square: Typesetter) -> None:
    title = "aa bb cc dd ee ff"
    assert texts(square.compose(title, replace(PLAIN, tight=True), 140)) == ["aa bb cc dd", "ee ff"]
    assert texts(square.compose(title, replace(PLAIN, balanced=True), 140)) == ["aa bb cc", "dd ee ff"]


def test_no_last_line_of_one_short_word(square: Typesetter) -> None:
    text = "abcdefghi jklmno pq r"
    for style in (PLAIN, replace(PLAIN, tight=True)):
        assert texts(square.compose(text, style, 90)) == ["abcdefghi", "jklmno", "pq r"]


def test_words_are_divided_only_where_the_style_allows_it(square: Typesetter) -> None:
    text = "the shopkeeper and"
    divided = replace(PLAIN, tight=True, divided=True)
    assert texts(square.compose(text, divided, 100)) == ["the shop" + SOFT_HYPHEN, "keeper and"]
    assert [line.hyphenated for line in square.compose(text, divided, 100).lines] == [True, False]
    assert texts(square.compose(text, replace(PLAIN, tight=True), 100)) == ["the", "shopkeeper", "and"]
    assert texts(square.compose("the Shopkeeper and", divided, 100)) == ["the", "Shopkeeper", "and"]


def test_hyphens_one_below_the_other_where_they_save_a_line(square: Typesetter) -> None:
    text = "abcde shopkeeper shopkeeper abcde"
    assert len(square.compose(text, replace(PLAIN, tight=True), 120).lines) == 4
    divided = square.compose(text, replace(PLAIN, tight=True, divided=True), 120)
    assert [line.hyphenated for line in divided.lines] == [True, True, False]


def test_never_three_hyphens_one_below_the_other(square: Typesetter) -> None:
    text = "abcde shopkeeper shopkeeper shopkeeper abcde"
    for tight in (False, True):
        divided = square.compose(text, replace(PLAIN, tight=tight, divided=True), 120)
        assert "TTT" not in "".join("T" if line.hyphenated else "F" for line in divided.lines)


def test_no_word_is_divided_that_saves_no_line(square: Typesetter) -> None:
    divided = replace(PLAIN, tight=True, divided=True)
    assert texts(square.compose("the shopkeeper", divided, 100)) == ["the", "shopkeeper"]


def test_the_hyphen_of_a_divided_word_takes_room_and_reads_as_one(square: Typesetter) -> None:
    line = square.compose("the shopkeeper and", replace(PLAIN, tight=True, divided=True), 100).lines[0]
    assert line.width == len("the shop-") * SIZE
    assert line.text == f"the shop{SOFT_HYPHEN}"
    assert line.runs[-1].clusters[-1].text == "-"
    assert line.runs[-1].clusters[-1].components


def test_a_word_is_divided_where_the_writer_put_a_soft_hyphen(square: Typesetter) -> None:
    """Where that saves a line, in any word and language; elsewhere the soft hyphen shows nothing."""
    text = f"the Shop{SOFT_HYPHEN}keeper and"
    for style in (replace(PLAIN, tight=True), replace(PLAIN, balanced=True)):
        lines = square.compose(text, style, 100).lines
        assert [line.text for line in lines] == ["the Shop" + SOFT_HYPHEN, "keeper and"]
        assert [line.width for line in lines] == [90, 100]
        assert lines[0].runs[-1].clusters[-1].components
    (whole,) = square.compose(text, PLAIN, 300).lines
    assert whole.width == len("the Shopkeeper and") * SIZE
    assert painted(whole) == Counter(letters(text))


@pytest.mark.parametrize("word", ["shopkeepers", "Shopkeepers", "https://example.org", "اباتساباتسم"])
def test_a_word_wider_than_the_measure_is_divided_anywhere(square: Typesetter, word: str) -> None:
    galley = square.compose(f"a {word} b", PLAIN, 50)
    assert galley.torn
    assert galley.width <= 50
    assert letters("".join(texts(galley))) == f"a{word}b"


def test_torn_words_lose_nothing_and_stay_inside_the_measure(ours: Typesetter) -> None:
    """Letters that are no longer kerned, or joined otherwise, may be wider than they were in the whole word."""
    for voice, words in WORDS.items():
        galleys = [ours.compose(word * 12, TextStyle(voice, SIZE, LEADING), 36) for word in words.split()]
        assert any(galley.torn for galley in galleys)
        for galley in galleys:
            assert fits(galley.width, 36)
            assert [painted(line) for line in galley.lines] == [Counter(letters(text)) for text in texts(galley)]


@pytest.mark.parametrize("word", ["arbeids\u00adtillatelse", "المساع\u00adدات", "ፖስት\u00adካርድ", "कार्य\u00adक्रमले"])
def test_the_hyphen_is_in_the_face_it_is_painted_with(ours: Typesetter, word: str) -> None:
    """That of its word where it has one, whatever the language around it."""
    for voice in WORDS:
        style = TextStyle(voice, SIZE, LEADING)
        measure = 0.9 * ours.compose(word, style, 1000).width
        first, _ = ours.compose(word, style, measure).lines
        assert first.hyphenated
        assert fits(first.width, measure)
        shown = [(run.face, each) for run in first.runs for each in run.clusters if each.text.strip(MARKS) in HYPHENS]
        ((face, hyphen),) = shown
        ((glyph, _, _),) = hyphen.components
        assert glyph in {face.font.get_nominal_glyph(ord(sign)) for sign in "\u2010-"}


def test_only_words_that_no_hyphen_helps_are_torn(square: Typesetter) -> None:
    """Room for six letters: where a soft hyphen was written the hyphen would be the seventh."""
    divided = replace(PLAIN, tight=True, divided=True)
    for word, torn in ((f"shopke{SOFT_HYPHEN}eper", True), ("strengths", True), (f"shop{SOFT_HYPHEN}keeper", False)):
        galley = square.compose(f"{word} shopkeeper", divided, 60)
        assert galley.torn == torn
        assert texts(galley)[-2:] == [f"shop{SOFT_HYPHEN}", "keeper"]
        assert fits(galley.width, 60)


def test_a_line_ends_as_if_nothing_followed(ours: Typesetter) -> None:
    """The kerning between A and T or A and A ends with the line."""
    style = TextStyle(replace(SQUARE, language="nb"), SIZE, LEADING)
    torn = ours.compose("AVATOVAVAVATO", style, 22)
    assert len(torn.lines) > 2
    for line in torn.lines:
        (alone,) = ours.compose(line.text, style, 100).lines
        assert (line.runs, line.width) == (alone.runs, alone.width)


def test_emoji_break_no_line_in_the_wrong_place(square: Typesetter) -> None:
    assert texts(square.compose("ab \U0001f3e0 cd", PLAIN, 40)) == ["ab \U0001f3e0", "cd"]


@pytest.mark.parametrize("text", ["\u200b", SOFT_HYPHEN, "\u200d", "\u200f"])
def test_what_shows_nothing_alone_paints_nothing(ours: Typesetter, text: str) -> None:
    for voice in WORDS:
        galley = ours.compose(text, TextStyle(voice, SIZE, LEADING), 100)
        assert [line.runs for line in galley.lines] == [()]
        assert galley.width == 0


def test_another_size_keeps_the_leading_in_proportion(square: Typesetter) -> None:
    style = PLAIN.at(15)
    assert (style.size, style.leading) == (15, 21)
    small, large = square.compose("abc def gh", PLAIN, 70), square.compose("abc def gh", style, 105)
    assert texts(small) == texts(large)
    assert [line.width for line in large.lines] == [1.5 * line.width for line in small.lines]
    assert large.first_baseline == pytest.approx(1.5 * small.first_baseline)
    assert PLAIN.with_leading(20).at(5).leading == 10


@pytest.mark.parametrize(("leading", "expected"), [(LEADING, 20), (26, 26)], ids=["too tight", "wide enough"])
def test_lines_that_would_touch_are_kept_apart(tmp_path: Path, leading: float, expected: float) -> None:
    """A script whose lines need twice the glyph size, which is 1 here; above the first and below the last nothing."""
    folder = write_square_fonts(tmp_path / "fonts")
    listing = folder / "fonts.yaml"
    listing.write_text(LISTING.replace("Hebr: {", "Hebr: {clear: 2, drop: 0.5, "), encoding="utf-8")
    style = replace(PLAIN, voice=replace(SQUARE, language="he", script="Hebr", direction="rtl"), leading=leading)
    galley = Typesetter(read_fonts(folder)).compose("אבג דה אב", style, 70)
    assert texts(galley) == ["אבג דה", "אב"]
    assert galley.leading == galley.baseline(1) - galley.baseline(0) == expected
    assert galley.height == leading + expected
    assert galley.first_baseline == leading / 2 + 0.5 * SIZE


@UNHURRIED
@given(passages())
def test_letters_in_are_letters_out(ours: Typesetter, passage: tuple[str, TextStyle, float]) -> None:
    text, style, measure = passage
    galley = ours.compose(text, style, measure)
    assert letters("".join(texts(galley))) == letters(text)
    for line in galley.lines:
        assert line.text == line.text.strip(" ")
        assert painted(line) == Counter(letters(line.text))
    if not galley.torn and not style.divided:
        assert " ".join(texts(galley)).replace(NO_BREAK_SPACE, " ").replace(f"{SOFT_HYPHEN} ", SOFT_HYPHEN) == text


@UNHURRIED
@given(passages())
@example(("kjøkkenutstyr", TextStyle(NORWEGIAN, 16, LEADING, divided=True), 38))  # kjøk-ken-ut-styr
def test_no_line_is_wider_than_its_measure(ours: Typesetter, passage: tuple[str, TextStyle, float]) -> None:
    text, style, measure = passage
    galley = ours.compose(text, style, measure)
    assert fits(galley.width, measure)
    for line in galley.lines:
        assert fits(0, line.indent)
        assert fits(line.indent + line.width, measure)
        assert max(run.x + run.width for run in line.runs) == pytest.approx(line.width, abs=HAIR * style.size)


@UNHURRIED
@given(passages())
def test_a_tight_text_never_needs_more_lines(ours: Typesetter, passage: tuple[str, TextStyle, float]) -> None:
    text, style, measure = passage
    loose, tight = (ours.compose(text, replace(style, tight=tight, balanced=False), measure) for tight in (False, True))
    assert len(tight.lines) <= len(loose.lines)


@UNHURRIED
@given(passages())
@example(("arbeidstillatelse støtten arbeidstillatelse", TextStyle(NORWEGIAN, 8.5, LEADING, divided=True), 49))
def test_a_balanced_text_needs_no_more_lines(ours: Typesetter, passage: tuple[str, TextStyle, float]) -> None:
    text, style, measure = passage
    plain, even = (ours.compose(text, replace(style, balanced=even), measure) for even in (False, True))
    if plain.torn:
        return
    assert len(even.lines) <= len(plain.lines)
    assert fits(even.width, plain.width) or len(even.lines) < len(plain.lines)


@UNHURRIED
@given(passages())
def test_a_galley_depends_on_nothing_that_was_set_before(
    ours: Typesetter, passage: tuple[str, TextStyle, float]
) -> None:
    text, style, measure = passage
    ours.compose(text, style.at(style.size / 2), measure / 3)
    used, fresh = ours.compose(text, style, measure), Typesetter(ours.shelf).compose(text, style, measure)
    assert used == fresh
    assert ours.compose(text, style, measure) == used


def test_a_typesetter_goes_with_all_it_has_kept(square: Typesetter) -> None:
    """A build makes one for every language, and never looks for garbage."""
    gc.disable()
    typesetter = Typesetter(square.shelf)
    assert typesetter.compose("abc def", PLAIN, 300).lines[0].runs
    gone = weakref.ref(typesetter)
    del typesetter
    gc.enable()
    assert gone() is None


def test_letters_are_set_apart_except_where_they_join(ours: Typesetter) -> None:
    """Tracking adds to every letter, unties ligatures, and leaves Arabic and Devanagari as they are."""
    for voice, words in WORDS.items():
        plain, tracked = (
            ours.compose(words.split()[0], TextStyle(replace(voice, tracking=space), SIZE, LEADING), 300).lines[0]
            for space in (0.0, 0.1)
        )
        if voice.script in ("Arab", "Deva"):
            assert tracked == plain
        else:
            letters_of = sum(len(run.clusters) for run in tracked.runs)
            factor = tracked.runs[0].face.factor
            assert tracked.width == pytest.approx(plain.width + letters_of * 0.1 * factor * SIZE)
    office, untied = (
        ours.compose("office", TextStyle(replace(SQUARE, tracking=space), SIZE, LEADING), 300).lines[0].runs[0]
        for space in (0.0, 0.1)
    )
    assert len(office.clusters) < len(untied.clusters) == len("office")
