"""Quotation marks, digits, dates and the order of lists, in the languages the booklets are made for."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.composition.alphabets import ALPHABETS
from postcards.composition.bidi import levels, line_levels, visual_order
from postcards.composition.orthographies import ORTHOGRAPHIES, orthography
from postcards.composition.orthography import (
    full_date,
    inserted,
    isolate,
    letters_join,
    list_separator,
    month_year,
    native_digits,
    quoted,
    sort_key,
)

LANGUAGES = (
    "en nb ar fa-AF fa ps ckb so ti am ru uk sq om ku es fr tr pt bn ne hi pa si ta th vi mn fil kk ky hy ka ur "
    "sr-Cyrl sr-Latn he"
)
TAGS = LANGUAGES.split()

#: Direction marks, the narrow no-break space, the one-dot leader.
UNWANTED = frozenset("\u200e\u200f\u202f\u2024")


def test_every_language_has_one_entry() -> None:
    assert set(ORTHOGRAPHIES) == set(TAGS)
    assert set(ALPHABETS) <= set(TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_an_entry_is_complete(tag: str) -> None:
    entry = ORTHOGRAPHIES[tag]
    assert len(entry.marks) == 4
    assert len(entry.gaps) % 2 == 0
    assert [unicodedata.decimal(digit) for digit in native_digits("0123456789", tag)] == list(range(10))
    letters = entry.alphabet.replace("=", " ").split()
    assert len(letters) == len(set(letters))
    assert [letter.casefold() for letter in letters] == letters


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "“A”"),
        ("nb", "«A»"),
        ("ar", "”A“"),
        ("ar-IQ", "”A“"),
        ("fa-AF", "«A»"),
        ("ps", "“A”"),
        ("ka", "„A“"),
        ("fr", "«\u00a0A\u00a0»"),
        ("sr-Latn", "„A”"),
        ("he", "”A”"),
        ("xx", "“A”"),
    ],
)
def test_a_quotation_stands_between_the_languages_marks(tag: str, expected: str) -> None:
    assert quoted("A", tag) == expected


def test_inner_marks_differ_from_language_to_language() -> None:
    assert orthography("ru").inner == ("„", "“")
    assert orthography("ti").inner == ("“", "”")
    assert orthography("en").inner == ("‘", "’")
    assert orthography("fr").inner == ("«\u00a0", "\u00a0»")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fa", "۴۵ NOK"),
        ("ckb", "٤٥ NOK"),
        ("ar-YE", "٤٥ NOK"),
        ("ne", "४५ NOK"),
        ("bn", "৪৫ NOK"),
        ("ti", "45 NOK"),
        ("en", "45 NOK"),
        ("xx", "45 NOK"),
    ],
)
def test_native_digits(tag: str, expected: str) -> None:
    assert native_digits("45 NOK", tag) == expected


@pytest.mark.parametrize(("tag", "expected"), [("en", ", "), ("ar-IQ", "، "), ("ti", "፣ "), ("th", " "), ("xx", ", ")])
def test_items_of_a_list_are_parted_by_the_scripts_comma(tag: str, expected: str) -> None:
    assert list_separator(tag) == expected


@pytest.mark.parametrize(
    ("tag", "in_order"),
    [
        ("en", "Côte d’Ivoire|Georgia|Guinea|Guinea-Bissau|Guyana|Türkiye|Tuvalu|Uganda"),
        ("nb", "Egypt|Zambia|Ærø|Østerrike|Åland"),
        ("ar", "آيسلندا|إثيوبيا|أفغانستان|ألبانيا|اليمن|إيران|باكستان|تايلاند|روسيا|نيبال"),
        ("fa", "آلبانی|اتیوپی|افغانستان|ایران|بنگلادش|پاکستان|چین|عراق|گرجستان|نپال|ویتنام|هند|یمن"),
        ("ckb", "ئێران|بەنگلادیش|پاکستان|چین|عێراق|ڤیەتنام|کوردستان|گورجستان|هیندستان"),
        ("ur", "افغانستان|آذربائیجان|بوسنیا|بھارت|پاکستان|ٹوگو|چین|ہانگ|یمن"),
        ("he", "אוגנדה|איראן|ארמניה|ים|ימן|נפאל|ען|ענן|צרפת|קניה"),
        ("uk", "Алжир|Гана|Ґабон|Єгипет|Індія|Ірак|Італія|Їжа|Йорданія|Україна"),
        ("ru", "Елена|Ёлка|Емен|Ирак|Йемен|Катар"),
        ("sq", "Danimarkë|Dhe|Egjipt|Gana|Gjermani|Shqipëri|Tajlandë|Thai|Zvicër|Zhan"),
        ("so", "Baakistaan|Tanzaniya|Jarmal|Ruush|Soomaaliya|Shiinaha|Dhiin|Ciraaq|Norweey|Iiraan"),
        ("tr", "Cezayir|Çin|Irak|İran|Jamaika|Özbekistan|Polonya|Sırbistan|Şili|Türkiye|Ürdün"),
        ("es", "Nauru|Nueva York|Ñandú|Omán"),
        ("vi", "Ả Rập|Ai Cập|Ăng-gô-la|Ấn Độ|Dubai|Đan Mạch|Ê-ti-ô-pi-a|Úc"),
        ("fil", "Norway|Ñuñoa|Ngayon|Oman"),
        ("sr-Latn", "Crna|Čile|Ćup|Danska|Džibuti|Đurđevo|Luksemburg|Ljubljana|Španija|Zambija|Železo"),
        ("kk", "Алжир|Әзербайжан|Грузия|Ғана|Италия|Қазақстан|Латвия|Украина|Үндістан|Індия"),
        ("th", "กาตาร์|เคนยา|แคนาดา|จีน|ไทย|เนปาล|อิรัก|เอธิโอเปีย|แอลเบเนีย"),
        ("ta", "அல்பேனியா|இந்தியா|இலங்கை|ஈராக்|நேபாளம்|ரஷ்யா|வங்கதேசம்|ஜெர்மனி"),
        ("ne", "अफगानिस्तान|इराक|नेपाल|भारत"),
    ],
)
def test_a_list_is_in_the_readers_order(tag: str, in_order: str) -> None:
    names = in_order.split("|")
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sort_key(name, tag)) == names


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(TAGS))
def test_two_names_never_share_a_place(one: str, other: str, tag: str) -> None:
    assert (sort_key(one, tag) == sort_key(other, tag)) == (one == other)


def test_an_isolated_phone_number_reads_from_left_to_right() -> None:
    number = "+47 22 12 34 56"
    for direction, opening in (("ltr", "\u2066"), ("rtl", "\u2067"), ("auto", "\u2068")):
        assert isolate(number, direction) == f"{opening}{number}\u2069"
    text = f"هاتف {isolate(number, 'ltr')} مجانا"
    order = visual_order(line_levels(text, levels(text, 1), 1))
    assert number in "".join(text[place] for place in order)


@pytest.mark.parametrize(
    ("tag", "text", "alone"),
    [
        ("en", "Asrat, 45 000 NOK (IOM)", True),
        ("en", "+47 22 12 34 56", True),
        ("en", "العربية", False),
        ("en", "٤٥", False),
        ("ru", "Ереван 2012", True),
        ("ti", "ኣስራት", True),
        ("ar", "جمهورية إيران", True),
        ("ar", "كَتَبَ", True),
        ("fa-AF", "سومالی\u200cلند", True),
        ("he", "הרצל", True),
        ("ar", "IOM", False),
        ("ar", "45 000 NOK", False),
        ("ar", "شارع 5", False),
        ("ar", "إيران (جمهورية)", False),
        ("fa-AF", "۲۰۱۲", False),
        ("ar", "", True),
    ],
)
def test_what_could_change_the_order_is_inserted_as_an_isolate(tag: str, text: str, alone: bool) -> None:
    assert inserted(text, tag) == (text if alone else f"\u2068{text}\u2069")


@given(st.text(st.sampled_from("aكש5٥ .,()-:\u200c\u200f"), max_size=8), st.sampled_from(["en", "ar", "he"]))
def test_what_is_inserted_moves_nothing_beside_it(value: str, tag: str) -> None:
    """The words around it stand where they would if it were one letter of the language."""
    base = 1 if tag in ("ar", "he") else 0
    letter = {"en": "a", "ar": "ب", "he": "ב"}[tag]
    before, after = f"{letter} 12, (", f") 34 {letter}"
    text = before + inserted(value, tag) + after
    plain = before + letter + after
    found = [
        place for place in visual_order(levels(text, base)) if place < len(before) or place >= len(text) - len(after)
    ]
    shift = len(text) - len(plain)
    moved = [place if place < len(before) else place - shift for place in found]
    assert moved == [place for place in visual_order(levels(plain, base)) if place != len(before)]


def test_letters_that_join_are_never_spaced_apart() -> None:
    assert " ".join(filter(letters_join, TAGS)) == "ar fa-AF fa ps ckb bn ne hi pa ur"


@pytest.mark.parametrize(
    ("tag", "expected", "expected_day"),
    [
        ("en", "November 2012", "5 November 2012"),
        ("nb", "november 2012", "5. november 2012"),
        ("ar", "نوفمبر 2012", "5 نوفمبر 2012"),
        ("ar-IQ", "تشرين الثاني 2012", "5 تشرين الثاني 2012"),
        ("ru", "ноябрь 2012\u00a0г.", "5 ноября 2012\u00a0г."),
        ("ne", "2012 नोभेम्बर", "2012 नोभेम्बर 5"),  # the Gregorian month, not मंसिर
        ("xx", "11/2012", "2012-11-05"),
        ("not a tag", "11/2012", "2012-11-05"),
    ],
)
def test_dates_in_words(tag: str, expected: str, expected_day: str) -> None:
    assert month_year(2012, 11, tag, "text") == expected
    assert full_date(date(2012, 11, 5), tag) == expected_day


def test_a_date_in_numbers_has_no_month_that_another_calendar_has_too() -> None:
    assert full_date(date(2026, 11, 1), "ti", "numeric") == "1/11/2026"
    assert full_date(date(2026, 11, 1), "fr") == "1er novembre 2026"
    assert full_date(date(2026, 11, 11), "fr") == "11 novembre 2026"


@pytest.mark.parametrize("tag", TAGS)
def test_a_date_is_gregorian_in_latin_digits_without_characters_no_font_has(tag: str) -> None:
    months = [month_year(2012, month, tag, "text") for month in range(1, 13)]
    days = [full_date(date(2012, month, 5), tag) for month in range(1, 13)]
    assert len(set(months)) == len(set(days)) == 12
    for shown in (*months, *days):
        assert "2012" in shown
        assert not UNWANTED & set(shown)
        assert all(character.isascii() for character in shown if character.isdecimal())


@pytest.mark.parametrize("style", ["text", "numeric"])
def test_a_year_without_a_month_stands_alone(style: str) -> None:
    assert month_year(2012, None, "ar", "numeric" if style == "numeric" else "text") == "2012"


def test_a_numeric_date_is_the_same_in_every_language() -> None:
    assert {month_year(2012, 3, tag, "numeric") for tag in TAGS} == {"3/2012"}


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="month"):
        month_year(2012, 13, "en", "numeric")
