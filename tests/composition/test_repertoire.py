"""What our languages are written with, and that every voice has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from postcards.composition import FontShelf, Typesetter, voice_of
from postcards.composition.fonts import ROLES, WEIGHTS
from postcards.composition.orthographies import ORTHOGRAPHIES, orthography
from postcards.composition.orthography import native_digits
from postcards.composition.repertoire import EXEMPLARS, SETS, exemplars, expected, repertoire, repertoires

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(ORTHOGRAPHIES)
VOICES = [(role, weight) for role in ROLES for weight in WEIGHTS]

#: What CLDR expects and no voice shows, with the reason.
UNSHOWN = {"\u2212": "Noto keeps the minus in its fonts for formulas; a story is told to write an en dash"}

#: CLDR 48 of two languages, word for word: what the pinned data is made from.
CLDR = {
    "he": {
        "exemplarCharacters": "[א ב ג ד ה ו ז ח ט י כך ל מם נן ס ע פף צץ ק ר ש ת]",
        "auxiliary": "[\u05bd \u05c4\\u200E\\u200F \u05b0 \u05b1 \u05b2 \u05b3 \u05b4 \u05b5 \u05b6 \u05b7 \u05b8 "
        "\u05b9 \u05bb \u05c2 \u05c1 \u05bc \u05bf ״]",
        "punctuation": "[\\- ‐‑ – — , ; \\: ! ? . '׳ \"״ ( ) \\[ \\] / ־]",
        "numbers": "[\\u200E \\- ‑ , . % ‰ + 0 1 2 3 4 5 6 7 8 9]",
    },
    "kk": {
        "exemplarCharacters": "[а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я]",
        "auxiliary": "[]",
        "punctuation": "[\\- ‐‑ – — , ; \\: ! ? . … '‘’ \"“” « » ( ) \\[ \\] \\{ \\} § @ * / \\& #]",
        "numbers": "[\u00a0 \\- ‑ , % ‰ + 0 1 2 3 4 5 6 7 8 9]",
    },
}


@pytest.fixture(scope="module")
def ours(our_shelf: FontShelf) -> Typesetter:
    return Typesetter(our_shelf)


def pin(folder: Path, *languages: str) -> str:
    """What the tool prints."""
    command = [sys.executable, str(ROOT / "tools/pin_exemplars.py"), str(folder), *languages]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=environment).stdout


def write_cldr(folder: Path) -> Path:
    """Our two languages as CLDR's package holds them."""
    for tag, characters in CLDR.items():
        (folder / tag).mkdir()
        tree = {"main": {tag: {"characters": characters}}}
        (folder / tag / "characters.json").write_text(json.dumps(tree), encoding="utf-8")
    return folder


def test_every_language_is_pinned_in_order() -> None:
    text = EXEMPLARS.read_text("utf-8")
    pinned = json.loads(text)
    assert list(pinned) == LANGUAGES
    assert not {character for character in text if unicodedata.category(character)[0] in "MZC"} - {" ", "\n"}
    for tag, sets in pinned.items():
        assert list(sets) == list(SETS)
        for kind in SETS:
            members = exemplars(tag, kind)
            assert list(members) == sorted(set(members))
            assert not {
                member for member in members if unicodedata.category(member[0]) == "Cf" or not member.strip(" ")
            }


def test_the_pinned_characters_are_cldrs(tmp_path: Path) -> None:
    """Two languages; all of them where CLDR_MISC names the folder `main` of npm's package cldr-misc-full."""
    pinned = json.loads(EXEMPLARS.read_bytes())
    printed = json.loads(pin(write_cldr(tmp_path), *CLDR))
    assert printed == {tag: pinned[tag] for tag in CLDR}
    assert printed["he"]["auxiliary"].startswith("\u05b0 ")
    if folder := os.environ.get("CLDR_MISC"):
        assert pin(Path(folder)) == EXEMPLARS.read_text("utf-8")


def test_a_longer_tag_has_the_characters_of_its_language() -> None:
    assert exemplars("ar-IQ", "main") == exemplars("ar", "main")
    assert exemplars("sr-Cyrl-XK", "main") == exemplars("sr-Cyrl", "main") != exemplars("sr-Latn", "main")
    assert exemplars("xx", "main") == ()


@pytest.mark.parametrize(
    ("tag", "characters"),
    [
        ("nb", "æøåÆØÅ«»–…"),
        ("tr", "ğıİŞ“”"),
        ("vi", "ệỆơƯđ"),
        ("so", "aeiou"),
        ("uk", "ґҐїЄ„"),
        ("hy", "աԱ՞«"),
        ("ka", "ჰ„“"),
        ("bn", "ড়৯।"),
        ("ur", "ٹے۴”"),
        ("th", "ฤ๙"),
        ("pa", "ਸ਼੦"),
    ],
)
def test_letters_capitals_digits_and_marks_are_expected(tag: str, characters: str) -> None:
    wanted = {unicodedata.normalize("NFC", member) for member in expected(tag)}
    assert set(characters) - wanted <= set("".join(member for member in wanted if len(member) > 1))


def test_georgian_texts_have_no_capitals() -> None:
    assert "ა" in expected("ka")
    assert "Ა" not in expected("ka")


@pytest.mark.parametrize(("role", "weight"), VOICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_voice_has_what_its_language_is_written_with(
    our_shelf: FontShelf, language: str, role: str, weight: str
) -> None:
    row = repertoire(our_shelf, voice_of(role, weight, language))
    assert set(row.missing) <= UNSHOWN.keys()
    assert row.shown == row.expected - len(row.missing) > 50
    assert row.faces[0] == our_shelf.faces(role, weight, voice_of(role, weight, language).script)[0].name


def test_what_is_not_shown_is_still_not_shown(our_shelf: FontShelf) -> None:
    """Else its reason is out of date."""
    assert set(repertoire(our_shelf, voice_of("serif", "regular", "en")).missing) == UNSHOWN.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_puts_in_can_be_shown(ours: Typesetter, language: str) -> None:
    own = orthography(language)
    inserted = f"{own.marks}{own.comma}{own.dash}{own.gaps}{native_digits('0123456789', language)}0123456789–—…"
    for role, weight in VOICES:
        assert ours.missing(inserted, voice_of(role, weight, language)) == ""


def test_what_no_face_has_is_named(square_shelf: FontShelf) -> None:
    """The square font has the letters of English, and none of Norwegian's own."""
    row = repertoire(square_shelf, voice_of("serif", "regular", "nb"))
    assert {"æ", "Å", "«", "–"} <= set(row.missing)
    assert not {"a", "Z", "0"} & set(row.missing)
    assert row.shown == row.expected - len(row.missing)
    assert row.faces == ("Square",)


def test_there_is_a_row_for_each_language_role_and_weight(square_shelf: FontShelf) -> None:
    rows = [(row.language, row.role, row.weight) for row in repertoires(square_shelf, ("en", "he"))]
    assert rows == [(tag, role, weight) for tag in ("en", "he") for role, weight in VOICES]


def test_letters_with_accents_may_be_shown_by_their_parts(square_shelf: FontShelf) -> None:
    missing = repertoire(square_shelf, voice_of("serif", "regular", "es")).missing
    assert {"á", "É"} & set(missing) == set()  # a letter and an acute, which the square font has
    assert {"ñ", "Ü"} <= set(missing)
