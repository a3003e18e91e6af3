"""Letters as they stand in words, in every voice: joined, with their marks in place, conjuncts as one sign."""

from __future__ import annotations

import unicodedata

import pytest

from postcards.composition import Cluster, FontShelf, Typesetter, Voice, voice_of
from postcards.composition.fonts import ROLES, WEIGHTS
from postcards.composition.repertoire import SETS, exemplars, expected

VOICES = [(role, weight) for role in ROLES for weight in WEIGHTS]

#: Arabic letters that join on the right only, and the one that never joins (Unicode's ArabicShaping.txt).
JOINED_ON_THE_RIGHT = frozenset("آأؤإاةدذرزوډڈړڑڕږژۀۂۃۆۍےە")
UNJOINED = frozenset("ء")
JOINER = "\u200d"

#: Conjuncts that readers know as one sign, or as a part of one letter and another: none shows that a vowel is missing.
CONJUNCTS = {
    "bn": "ক্ষ জ্ঞ ত্র ন্দ ক্র স্ত্র র্ক ক্য",
    "hi": "क्ष ज्ञ त्र श्र द्ध न्द र्क क्य",
    "ne": "क्ष ज्ञ त्र श्र न्द र्क र्\u200dय",
    "pa": "ਪ੍ਰ ਨ੍ਹ ਸ੍ਵ",
    "si": "ක්\u200dෂ ප්\u200dර ක්\u200dය ර්\u200dම ශ්\u200dරී",
    "ta": "க்ஷ ஸ்ரீ",
}
#: The first and the last letter of each script that marks stand on.
BASES = {
    "Arab": "ءۿ",
    "Aran": "ءۿ",
    "Hebr": "את",
    "Ethi": "ሀፚ",
    "Thai": "กฮ",
    "Beng": "কহ",
    "Deva": "कह",
    "Guru": "ਕਹ",
    "Sinh": "කෆ",
    "Taml": "கஹ",
}

#: Canonical combining class of what takes a consonant's vowel away.
VIRAMA = 9

DOTTED_CIRCLE = "\u25cc"

#: A mark's middle may lie this far outside of its letter, font units: some hang at a corner.
NEAR = 105


@pytest.fixture(scope="module")
def ours(our_shelf: FontShelf) -> Typesetter:
    return Typesetter(our_shelf)


def clusters(typesetter: Typesetter, text: str, voice: Voice) -> tuple[Cluster, ...]:
    return typesetter.shape_text(text, voice).shaped.clusters


def glyphs(typesetter: Typesetter, text: str, voice: Voice) -> list[int]:
    """The glyphs of a text, in logical order of their clusters."""
    return [number for cluster in clusters(typesetter, text, voice) for number, _, _ in cluster.components]


@pytest.mark.fault("T25")
@pytest.mark.parametrize(("role", "weight"), VOICES)
@pytest.mark.parametrize("language", ["ar", "fa-AF", "fa", "ps", "ckb", "ur"])
def test_arabic_letters_change_their_form_where_they_join(
    ours: Typesetter, language: str, role: str, weight: str
) -> None:
    voice = voice_of(role, weight, language)
    letters = [letter for letter in exemplars(language, "main") if unicodedata.category(letter) == "Lo"]
    assert len(letters) > 30
    for letter in letters:
        alone, start, inside, end = (
            glyphs(ours, before + letter + after, voice)
            for before, after in (("", ""), ("", JOINER), (JOINER, JOINER), (JOINER, ""))
        )
        assert (end == alone) == (letter in UNJOINED), letter
        assert (start == alone) == (letter in UNJOINED | JOINED_ON_THE_RIGHT), letter
        if letter not in UNJOINED | JOINED_ON_THE_RIGHT:
            assert inside not in (alone, end), letter


@pytest.mark.parametrize(("role", "weight"), VOICES)
@pytest.mark.parametrize("language", ["ar", "fa-AF", "fa", "ps", "ckb", "ur", "he", "th", "ti"])
def test_marks_stand_over_or_under_every_letter(ours: Typesetter, language: str, role: str, weight: str) -> None:
    voice = voice_of(role, weight, language)
    pairs = marked(language, voice.script, "Mn")
    assert len(pairs) > 100
    assert [pair for pair in pairs if not is_in_place(ours, pair, voice)] == []


@pytest.mark.parametrize(("role", "weight"), VOICES)
@pytest.mark.parametrize("language", ["ru", "uk", "sr-Cyrl", "vi", "fr", "ku"])
def test_accents_stand_over_or_under_their_letters(ours: Typesetter, language: str, role: str, weight: str) -> None:
    voice = voice_of(role, weight, language)
    parts = [unicodedata.normalize("NFD", member) for member in expected(language)]
    accented = [member for member in parts if len(member) > 1 and unicodedata.category(member[1]) == "Mn"]
    assert accented
    assert [member for member in accented if not is_in_place(ours, member, voice)] == []


@pytest.mark.fault("T25")
@pytest.mark.parametrize(("role", "weight"), VOICES)
@pytest.mark.parametrize("language", CONJUNCTS)
def test_vowel_signs_join_every_consonant(ours: Typesetter, language: str, role: str, weight: str) -> None:
    """HarfBuzz puts a dotted circle where a sign finds no letter to stand on."""
    voice = voice_of(role, weight, language)
    (circle,) = glyphs(ours, DOTTED_CIRCLE, voice)
    pairs = marked(language, voice.script, "MnMc")
    assert len(pairs) > 200
    for pair in pairs:
        assert [cluster.text for cluster in clusters(ours, pair, voice)] == [pair]
        assert circle not in glyphs(ours, pair, voice), pair


@pytest.mark.parametrize(("role", "weight"), VOICES)
@pytest.mark.parametrize("language", CONJUNCTS)
def test_conjuncts_show_no_missing_vowel(ours: Typesetter, language: str, role: str, weight: str) -> None:
    voice = voice_of(role, weight, language)
    for conjunct in CONJUNCTS[language].split():
        virama = next(character for character in conjunct if unicodedata.combining(character) == VIRAMA)
        face = ours.shelf.faces(role, weight, voice.script)[0]
        assert face.font.get_nominal_glyph(ord(virama)) not in glyphs(ours, conjunct, voice), conjunct


def marked(language: str, script: str, kinds: str) -> list[str]:
    """Each letter of the language with each of its marks of some general categories."""
    first, last = BASES[script]
    letters = [letter for letter in exemplars(language, "main") if len(letter) == 1 and first <= letter <= last]
    signs = [sign for kind in SETS[:2] for sign in exemplars(language, kind) if unicodedata.category(sign[0]) in kinds]
    return [letter + sign for letter in letters if unicodedata.category(letter) == "Lo" for sign in signs]


def is_in_place(typesetter: Typesetter, pair: str, voice: Voice) -> bool:
    """Whether a letter and its marks are one cluster, the middle of each over or under the widest of them.

    One glyph for all of them is in place anyway.
    """
    shaped = typesetter.shape_text(pair, voice).shaped
    font = shaped.runs[0].face.font
    edges = []
    for number, x, _ in shaped.clusters[0].components:
        extents = font.get_glyph_extents(number)
        if extents.width:
            edges.append((x + extents.x_bearing, x + extents.x_bearing + extents.width))
    left, right = max(edges, key=lambda edge: edge[1] - edge[0])
    return len(shaped.clusters) == 1 and all(left - NEAR < sum(edge) / 2 < right + NEAR for edge in edges)
