"""From texts to runs: direction, script and face of every stretch, and characters that no face has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postcards.composition import FontShelf, Typesetter, Voice, voice_of
from postcards.composition.graphemes import grapheme_clusters
from postcards.composition.itemize import itemize

ENGLISH = Voice("serif", "regular", "en", "Latn", "ltr")
ARABIC = Voice("serif", "regular", "ar", "Arab", "rtl")
TIGRINYA = Voice("serif", "regular", "ti", "Ethi", "ltr")
NEPALI = Voice("serif", "regular", "ne", "Deva", "ltr")

CUNEIFORM = "\U00012000"
HOUSE = "\U0001f3e0"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def stretches(text: str, voice: Voice, shelf: FontShelf) -> list[tuple[str, int, str]]:
    runs, _ = itemize(text, voice, shelf)
    return [(text[run.start : run.end], run.level, run.face.name) for run in runs]


def test_a_latin_word_in_arabic_is_a_run_of_its_own(our_shelf: FontShelf) -> None:
    naskh, latin = "NotoNaskhArabic-Regular", "NotoSerif-Regular"
    assert stretches("عاد مع IOM إلى", ARABIC, our_shelf) == [
        ("عاد مع ", 1, naskh),
        ("IOM", 2, latin),
        (" إلى", 1, naskh),
    ]
    runs, _ = itemize("عاد مع IOM إلى", ARABIC, our_shelf)
    assert [run.script for run in runs] == ["Arab", "Latn", "Arab"]


@pytest.mark.parametrize("digits", ["2012", "45\u00a0000", "٢٠١٢"])
def test_digits_run_to_the_right_in_arabic(our_shelf: FontShelf, digits: str) -> None:
    levels = {text: level for text, level, _ in stretches(f"عام {digits} في", ARABIC, our_shelf)}
    assert levels == {"عام ": 1, digits: 2, " في": 1}


def test_an_arabic_word_in_english_is_a_run_of_its_own(our_shelf: FontShelf) -> None:
    naskh, latin = "NotoNaskhArabic-Regular", "NotoSerif-Regular"
    assert stretches("called بيت, a house", ENGLISH, our_shelf) == [
        ("called ", 0, latin),
        ("بيت", 1, naskh),
        (", a house", 0, latin),
    ]


@pytest.mark.parametrize("role", ["serif", "sans"])
def test_urdu_is_set_in_nastaliq_with_what_that_lacks_from_other_faces(our_shelf: FontShelf, role: str) -> None:
    """A quotation mark before the first letter, a Latin name, a Kurdish letter, a figure, a sign of none of them."""
    urdu = voice_of(role, "regular", "ur")
    naskh, latin = (shelf_face.name for shelf_face in our_shelf.faces(role, "regular", "Arab"))
    nastaliq = "NotoNastaliqUrdu-Regular"
    assert stretches("“اردو IOM ڵ ۲۰۱۲ ℅", urdu, our_shelf) == [
        ("“اردو ", 1, nastaliq),
        ("IOM", 2, latin),
        (" ", 1, nastaliq),
        ("ڵ", 1, naskh),
        (" ", 1, nastaliq),
        ("۲۰۱۲", 2, nastaliq),
        (" ", 1, nastaliq),
        ("℅", 1, latin),
    ]


def test_what_shows_nothing_is_in_the_face_of_what_stands_before_it(our_shelf: FontShelf) -> None:
    """A line may end after it; in the run of what follows it would take that along."""
    sorani = voice_of("serif", "bold", "ckb")
    assert [part for part, _, _ in stretches("بۆ;\u00adەو", sorani, our_shelf)] == ["بۆ", ";\u00ad", "ەو"]


def test_digits_that_begin_a_word_are_in_its_face(our_shelf: FontShelf) -> None:
    """And those that stand alone, or before letters of the language, in the language's."""
    arabic = voice_of("serif", "regular", "ar")
    faces = {part: face for part, _, face in stretches("رقم 985b24a1 سنة 2012 و 3م", arabic, our_shelf)}
    assert faces["985b24a1"] == "NotoSerif-Regular"
    assert set(faces.values()) == {"NotoSerif-Regular", "NotoNaskhArabic-Regular"}
    assert [face for part, face in faces.items() if "2012" in part or "3" in part] == ["NotoNaskhArabic-Regular"] * 2


def test_urdu_letters_join_as_arabic_ones(our_shelf: FontShelf) -> None:
    """Nastaliq is a hand and no script: Unicode and HarfBuzz know Arabic letters only."""
    urdu = voice_of("serif", "regular", "ur")
    runs, _ = itemize("(نستعلیق)", urdu, our_shelf)
    assert [run.script for run in runs] == ["Arab"]
    typesetter = Typesetter(our_shelf)

    def drawn(text: str) -> list[tuple[tuple[int, int, int], ...]]:
        return [cluster.components for cluster in typesetter.shape_text(text, urdu).shaped.clusters]

    apart = [components for letter in "نستعلیق" for components in drawn(letter)]
    assert len(drawn("نستعلیق")) == len(apart)
    assert not set(drawn("نستعلیق")) & set(apart)


def test_arabic_in_an_urdu_text_is_in_its_hand_and_urdu_in_an_english_one_in_naskh(our_shelf: FontShelf) -> None:
    assert stretches("called اردو", ENGLISH, our_shelf)[1] == ("اردو", 1, "NotoNaskhArabic-Regular")
    english_in_urdu = stretches("house بيت", voice_of("serif", "regular", "ur"), our_shelf)
    assert [name for _, _, name in english_in_urdu] == ["NotoSerif-Regular", "NotoNastaliqUrdu-Regular"]


def test_what_a_face_lacks_comes_from_its_fallback(our_shelf: FontShelf) -> None:
    assert [name for _, _, name in stretches("ገዛ 45", TIGRINYA, our_shelf)] == [
        "NotoSerifEthiopic-Regular",
        "NotoSerif-Regular",
    ]


def test_a_joiner_stays_with_its_letter(our_shelf: FontShelf, square_shelf: FontShelf) -> None:
    persian = Voice("serif", "regular", "fa-AF", "Arab", "rtl")
    assert len(stretches("می\u200cرسید", persian, our_shelf)) == 1
    assert itemize("اب\u200cتس", ARABIC, square_shelf)[1] == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a house", ()),
        (f"a {CUNEIFORM} sign", (2,)),
        (f"{HOUSE} home {HOUSE}", (0, 7)),
        (f"my {FAMILY}.", (3, 5, 7)),
        ("re\u0301sume\u0301, \u00e9", ()),
        ("ab\u0915", (2,)),
        ("\ue000", (0,)),
        ("soft\u00adhyphen\u200b", ()),
    ],
    ids=["none", "cuneiform", "emoji", "family", "canonical parts", "other script", "private use", "invisible"],
)
def test_characters_that_no_face_has_are_reported_by_place(
    square_shelf: FontShelf, text: str, places: tuple[int, ...]
) -> None:
    assert itemize(text, ENGLISH, square_shelf)[1] == places


def test_a_cluster_that_no_single_face_has_is_reported(our_shelf: FontShelf) -> None:
    """The accent stands in the Latin face, the letter in the Devanagari one; together they stand in none."""
    assert itemize("e\u0301 \u0915", NEPALI, our_shelf)[1] == ()
    assert itemize("\u0915\u0301", NEPALI, our_shelf)[1] == (1,)


def test_missing_characters_are_named_once_and_in_order(square_shelf: FontShelf) -> None:
    assert Typesetter(square_shelf).missing(f"{HOUSE}a{CUNEIFORM}b{HOUSE}", ENGLISH) == HOUSE + CUNEIFORM


@pytest.mark.parametrize("voice", [ENGLISH, ARABIC])
@settings(deadline=None)
@given(text=st.text(st.sampled_from(f"aZ 1(.\u0301\u05d0\u0627\u0628\u200c\u1200\u0915\u094d{HOUSE}"), max_size=20))
def test_runs_follow_each_other_and_never_split_a_cluster(our_shelf: FontShelf, voice: Voice, text: str) -> None:
    runs, missing = itemize(text, voice, our_shelf)
    starts, ends = [run.start for run in runs], [run.end for run in runs]
    clusters = list(grapheme_clusters(text))
    assert [0, *ends] == [*starts, len(text)]
    assert set(starts) <= {start for start, _ in clusters} | {0}
    assert {place for place, character in enumerate(text) if character == HOUSE} <= set(missing)
