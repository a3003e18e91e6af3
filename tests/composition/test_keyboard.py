"""What a keyboard gives comes out as the language prints it, and what was typed on purpose stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.composition import FontShelf, Typesetter, Voice
from postcards.composition.keyboard import typeset
from postcards.composition.orthographies import ORTHOGRAPHIES
from postcards.composition.orthography import quoted
from postcards.manuscript.language import direction, script

TAGS = [*ORTHOGRAPHIES, "ar-IQ", "xx"]

#: Spaces at which no line ends, wide and narrow, as they stand in the tables below.
SHOWN = str.maketrans({"_": "\u00a0", "·": "\u202f"})

#: One row a language: a quotation in a quotation, a dash, a range of years, an ellipsis.
ROWS = {
    "en": ("\"He said 'no',\" - 2010-2012...", "“He said ‘no’,”_– 2010–2012…"),
    "nb": ("\"Han sa 'nei',\" - 2010-2012...", "«Han sa ‘nei’,»_– 2010–2012…"),
    "ar": ('"قال "لا"" - 2010-2012...', "”قال ’لا‘“_– 2010–2012…"),
    "fa-AF": ('"گفت "نه"" - ۲۰۱۰-۲۰۱۲...', "«گفت ‹نه›»_– ۲۰۱۰–۲۰۱۲…"),
    "fa": ('"می‌گفت "نه"" - ۲۰۱۰-۲۰۱۲...', "«می‌گفت ‹نه›»_– ۲۰۱۰–۲۰۱۲…"),
    "ps": ('"وویل "نه"" - ۲۰۱۰-۲۰۱۲...', "“وویل ‘نه’”_– ۲۰۱۰–۲۰۱۲…"),
    "ckb": ('"گوتی "نا"" - ٢٠١٠-٢٠١٢...', "“گوتی ‘نا’”_– ٢٠١٠–٢٠١٢…"),
    "so": ("\"Wuxuu yiri 'maya'\" - 2010-2012...", "“Wuxuu yiri ‘maya’”_– 2010–2012…"),
    "ti": ('"በለ "ኣይፋል"" - 2010-2012...', "«በለ “ኣይፋል”»_– 2010–2012…"),
    "am": ('"አለ "አይ"" - 2010-2012...', "«አለ ‹አይ›»_– 2010–2012…"),
    "ru": ('"Он сказал "нет"" - 2010-2012...', "«Он сказал „нет“»_— 2010—2012…"),
    "uk": ('"Він сказав "ні"" - 2010-2012...', "«Він сказав „ні“»_— 2010–2012…"),
    "sq": ("\"Ai tha 'jo'\" - 2010-2012...", "“Ai tha ‘jo’”_– 2010–2012…"),
    "om": ("\"Inni 'lakki' jedhe\" - 2010-2012...", "“Inni ‘lakki’ jedhe”_– 2010–2012…"),
    "ku": ("\"Wî got 'na'\" - 2010-2012...", "“Wî got ‘na’”_– 2010–2012…"),
    "es": ("\"Dijo 'no'\" - eso - 2010-2012...", "“Dijo ‘no’” —eso— 2010–2012…"),
    "fr": ('"Il a dit "non" !" - 2010-2012...', "«_Il a dit «_non_»·!_»_– 2010–2012…"),
    "tr": ("\"'Hayır' dedi\" - 2010-2012...", "“‘Hayır’ dedi”_– 2010–2012…"),
    "pt": ("\"Disse 'não'\" - 2010-2012...", "“Disse ‘não’”_– 2010–2012…"),
    "bn": ("\"সে বলল 'না'\" - ২০১০-২০১২...", "“সে বলল ‘না’”_– ২০১০–২০১২…"),
    "ne": ("\"उहाँले 'होइन' भन्नुभयो\" - २०१०-२०१२...", "“उहाँले ‘होइन’ भन्नुभयो”_– २०१०–२०१२…"),
    "hi": ("\"उसने 'नहीं' कहा\" - 2010-2012...", "“उसने ‘नहीं’ कहा”_– 2010–2012…"),
    "pa": ("\"ਉਸਨੇ 'ਨਹੀਂ' ਕਿਹਾ\" - 2010-2012...", "“ਉਸਨੇ ‘ਨਹੀਂ’ ਕਿਹਾ”_– 2010–2012…"),
    "si": ("\"ඔහු 'නැහැ' කීවේය\" - 2010-2012...", "“ඔහු ‘නැහැ’ කීවේය”_– 2010–2012…"),
    "ta": ("\"அவர் 'இல்லை' என்றார்\" - 2010-2012...", "“அவர் ‘இல்லை’ என்றார்”_– 2010–2012…"),
    "th": ('เขาพูดว่า"ไม่"แล้ว - 2010-2012...', "เขาพูดว่า“ไม่”แล้ว_– 2010–2012…"),
    "vi": ("\"Anh nói 'không'\" - 2010-2012...", "“Anh nói ‘không’”_– 2010–2012…"),
    "mn": ("\"Тэр 'үгүй' гэв\" - 2010-2012...", "“Тэр ‘үгүй’ гэв”_– 2010–2012…"),
    "fil": ("\"Sabi niya 'hindi'\" - 2010-2012...", "“Sabi niya ‘hindi’”—2010–2012…"),
    "kk": ('"Ол "жоқ" деді" - 2010-2012...', "«Ол “жоқ” деді»_– 2010–2012…"),
    "ky": ('"Ал "жок" деди" - 2010-2012...', "«Ал „жок“ деди»_– 2010–2012…"),
    "hy": ('"Նա ասաց "ոչ"" - 2010-2012...', "«Նա ասաց «ոչ»»_– 2010–2012…"),
    "ka": ('"მან თქვა "არა"" - 2010-2012...', "„მან თქვა «არა»“_– 2010–2012…"),
    "ur": ('"اس نے "نہیں" کہا" - 2010-2012...', "”اس نے ’نہیں‘ کہا“_– 2010–2012…"),
    "sr-Cyrl": ('"Рекао је "не"" - 2010-2012...', "„Рекао је ’не’”_– 2010–2012…"),
    "sr-Latn": ('"Rekao je "ne"" - 2010-2012...', "„Rekao je ’ne’”_– 2010–2012…"),
    "he": ('"הוא אמר "לא"" - 2010-2012...', "”הוא אמר ’לא’”_– 2010–2012…"),
}


def test_every_language_has_its_row() -> None:
    assert set(ROWS) == set(ORTHOGRAPHIES)


@pytest.mark.parametrize("tag", ROWS)
def test_a_language_s_own_marks(tag: str) -> None:
    typed, printed = ROWS[tag]
    assert typeset(typed, tag) == printed.translate(SHOWN)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"He said "no" to me"', "“He said ‘no’ to me”"),
        ("'He said \"no\" to me'", "‘He said “no” to me’"),
        ("\"'No,' he said\"", "“‘No,’ he said”"),
        ("\"He said: 'No.'\"", "“He said: ‘No.’”"),
        ('He said ("no").', "He said (“no”)."),
        ("''no''", "“no”"),
        ('word--"no"--word', "word_– “no”_– word"),
        ('"But I--" he said', "“But I_–” he said"),
        ('"-- and then"', "“–_and then”"),
        ('“He said "no" to me”', "“He said ‘no’ to me”"),
        ("“He said 'no' to me”", "“He said ‘no’ to me”"),
        ('\u2068"no"\u2069 and \u200e"no"\u200e', "\u2068“no”\u2069 and \u200e“no”\u200e"),
        ('caf\u0065\u0301\'s "no\u0301"', "caf\u0065\u0301’s “no\u0301”"),
        ('an open "word', "an open “word"),
        ('a word" alone', "a word” alone"),
        ('"', "“"),
        ("'", "’"),
    ],
)
def test_quotation_marks_open_and_close_by_what_is_around_them(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed.translate(SHOWN)


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("en", "don't, the workers' house, IOM's and (IOM)'s", "don’t, the workers’ house, IOM’s and (IOM)’s"),
        ("en", "in the '90s, since '68, the 1990's", "in the ’90s, since ’68, the 1990’s"),
        ("en", "'tis rock 'n' roll, give 'em 'that'", "’tis rock ’n’ roll, give ’em ‘that’"),
        ("en", "'Ali came", "’Ali came"),
        ("nb", "Hans' hus, '68-generasjonen", "Hans’ hus, ’68-generasjonen"),
        ("fr", "aujourd'hui l'homme, l'\"autre\"", "aujourd’hui l’homme, l’«_autre_»"),
        ("tr", "İstanbul'da 2012'de \"Kitap\"'ta", "İstanbul’da 2012’de “Kitap”’ta"),
        ("so", "la'aan, lo' iyo ri', \"go'\"", "la’aan, lo’ iyo ri’, “go’”"),
        ("om", "Laa'oos, re'ee", "Laa’oos, re’ee"),
        ("ti", "ከም'ዚ", "ከም’ዚ"),
        ("uk", "об'єднання \"м'яч\", Côte d'Ivoire", "обʼєднання «мʼяч», Côte d’Ivoire"),
        ("hy", "ս'ա", "ս՚ա"),
        ("he", "ג'ירפה, רח' הרצל, d'Ivoire", "ג׳ירפה, רח׳ הרצל, d’Ivoire"),
        ("ar", "و'نعم' ثم Côte d'Ivoire", "و’نعم‘ ثم Côte d’Ivoire"),
    ],
)
def test_apostrophes_are_told_from_quotation_marks(tag: str, typed: str, printed: str) -> None:
    assert typeset(typed, tag) == printed.translate(SHOWN)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('צה"ל, ד"ר, מנכ"לית, ארה"ב', "צה״ל, ד״ר, מנכ״לית, ארה״ב"),
        ('"צה"ל"', "”צה״ל”"),
        ("צה''ל", "צה״ל"),
        ('קראו את "הארץ" בבית', "קראו את ”הארץ” בבית"),
        ('ב"הארץ" כתבו, וה"שלום" בא', "ב”הארץ” כתבו, וה”שלום” בא"),
        ('ב-"הארץ" כתבו', "ב-”הארץ” כתבו"),
    ],
)
def test_hebrew_abbreviations_are_told_from_quotations(typed: str, printed: str) -> None:
    assert typeset(typed, "he") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("5'10\" tall", "5′10″ tall"),
        ('"He is 5\'10" tall"', "“He is 5′10″ tall”"),
        ("a 12\" pipe, 6' long", "a 12″ pipe, 6′ long"),
        ('"born in 1998"', "“born in 1998”"),
        ('in 1998" he said', "in 1998” he said"),
        ("10'000 francs", "10’000 francs"),
    ],
)
def test_feet_and_inches_are_what_closes_nothing_after_a_number(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("en", "home--at last", "home_– at last"),
        ("en", "home -- at last --- and", "home_– at last_– and"),
        ("en", "short- and long-term, e-mail, -5", "short- and long-term, e-mail, -5"),
        ("en", "name: -----", "name: -----"),
        ("en", "a - - b", "a - - b"),
        ("en", "- an item", "–_an item"),
        ("ru", "- Привет, - сказал он.", "—_Привет,_— сказал он."),
        ("ru", "кто-то, 20-летний", "кто-то, 20-летний"),
        ("es", "uno - dos - tres. Y - no", "uno —dos— tres. Y —no"),
        ("es", "- Hola - dijo Juan - y adiós.", "—Hola —dijo Juan— y adiós."),
        ("es", "uno —dos - tres", "uno —dos— tres"),
        ("fil", "ito - iyan", "ito—iyan"),
    ],
)
def test_dashes(tag: str, typed: str, printed: str) -> None:
    assert typeset(typed, tag) == printed.translate(SHOWN)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2010-2012, (1998-99), page 12-15.", "2010–2012, (1998–99), page 12–15."),
        ("3-5 years, 80-120 NOK", "3–5 years, 80–120 NOK"),
        ("10 000-15 000 NOK, 10-15 000 NOK", "10 000–15 000 NOK, 10–15 000 NOK"),
        ("8:30-15:00, 8.30-9.15", "8:30–15:00, 8.30–9.15"),
        ("2010--2012", "2010–2012"),
        ("2010 - 2012", "2010_– 2012"),
        ("2012 - ten years", "2012_– ten years"),
        ("1-2--3", "1-2--3"),
        ("1-2-- home", "1–2_– home"),
    ],
)
def test_ranges(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed.translate(SHOWN)


@pytest.mark.parametrize(
    "text",
    [
        "2012-11-22, 2012-11, issue 2026-1, 2026-12, 22-11-2012, 01-02",
        "+47 22-12-34-56, 22-12-34-56, 22 12-34 56, 555-1234, (+47) 22-33-44-55",
        "978-3-16-148410-0, UNSCR 1244/1999-2000, A4-5, COVID-19, 3-5-åringer, 20-30x, 5-3",
        "https://a.org/x--y?z=2010-2012&q='a'...b, www.b.org/1-2",
        "o'neil--x@iom.int, mailto:a--b",
        "report--2010-2012.pdf, IMG_1-2.jpg, a/b--c.txt",
        "AT&T; I <3 you, a<b, &nbsp; {0.__class__} {count} %s $(ls) \\textbf{a}",
        "<!-- gone -- or not -->, <img src=\"x\" alt='y'>, <b>bold</b>, <?x -- ?>",
        "“a” ‘b’ ’90s «c» „d“ ‹e› ” – — … 5′10″",
        "a\u00a0b\u202fc می\u200cروم \U0001f468\u200d\U0001f469 \u2066+47\u2069 \u200e",
        "fill in: ........",
    ],
)
@pytest.mark.parametrize("tag", ["en", "nb", "ar", "ru", "he", "es"])
def test_what_is_meant_as_it_is_typed_stays(text: str, tag: str) -> None:
    assert typeset(text, tag) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("wait...", "wait…"),
        ("wait....", "wait…."),
        ("why?...", "why?…"),
        ("...and", "…and"),
    ],
)
def test_ellipses(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Oui! Non ? Si; là : ici.", "Oui·! Non·? Si·; là_: ici."),
        ("Quoi?! (ah!) Bien...?", "Quoi·?! (ah·!) Bien…·?"),
        ("«mot», « mot », " + '" mot "', "«_mot_», «_mot_», «_mot_»"),
        ("«_mot_» «·mot·» mot_: mot·! mot_!", "«_mot_» «·mot·» mot_: mot·! mot_!"),
        ("8:30, a::b, :-) ;) (!) ?", "8:30, a::b, :-) ;) (!)·?"),
        ("http://x.org/?a;b: www.x.org? &nbsp;", "http://x.org/?a;b_: www.x.org·? &nbsp;"),
        ('Art. 3: "l\'un"', "Art. 3_: «_l’un_»"),
    ],
)
def test_french_spaces(typed: str, printed: str) -> None:
    assert typeset(typed.translate(SHOWN), "fr") == printed.translate(SHOWN)


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("en", "I said \"no\" and 'home'", "“I said ‘no’ and ‘home’”"),
        ("en", "I said \"never say 'no'\"", "“I said ‘never say “no”’”"),
        ("nb", 'Jeg sa "nei"', "«Jeg sa ‘nei’»"),
        ("ru", 'Я сказал "нет"...', "«Я сказал „нет“…»"),
        ("ar", 'قلت "لا"', "”قلت ’لا‘“"),
        ("fr", 'J\'ai dit "non"!', "«_J’ai dit «_non_»·!_»"),
        ("he", 'אמרתי "לא"', "”אמרתי ’לא’”"),
    ],
)
def test_a_pull_quote_quotes_in_inner_marks(tag: str, typed: str, printed: str) -> None:
    assert quoted(typed, tag) == printed.translate(SHOWN)


@pytest.mark.parametrize("tag", TAGS)
def test_our_fonts_have_every_sign_that_is_put_in(our_shelf: FontShelf, tag: str) -> None:
    if script(tag) not in our_shelf.roles["serif"]:
        tag = "en"  # the signs are Latin's
    entry = ORTHOGRAPHIES.get(tag, ORTHOGRAPHIES["en"])
    signs = "".join((*entry.outer, *entry.inner, entry.dash, entry.closing_dash, entry.span, entry.gaps, "’…′″"))
    for role in ("serif", "sans"):
        voice = Voice(role, "regular", tag, script(tag), direction(tag))
        assert Typesetter(our_shelf).missing(signs + (entry.apostrophe if tag == "uk" else ""), voice) == ""


#: What texts are made of that typesetting looks at, and some that it does not.
PIECES = [
    *"\"\"\"'''---  ..:;!?,()«»“”„‘’–—…&@#/\\_\n\u00a0\u202f\u200c\u2068\u2069",
    *("''", "--", "...", "http://", "www.", ".pdf", "x;", "em", "n", "%s", "{0}", "\U0001f600"),
    *("a", "Z", "é", "e\u0301", "כ", "ה", "ש", "ع", "о", "ก", "ትግ", "1", "7", "90", "2010", "2012", "٣", "۲"),
]
TYPED = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=20))
DEPTHS = st.integers(0, 3)


@given(TYPED, st.sampled_from(TAGS), DEPTHS)
def test_typesetting_twice_is_the_same_as_once(text: str, tag: str, depth: int) -> None:
    once = typeset(text, tag, depth)
    assert typeset(once, tag, depth) == once


@given(TYPED, st.sampled_from(TAGS), DEPTHS)
def test_letters_digits_and_marks_that_show_nothing_never_change(text: str, tag: str, depth: int) -> None:
    assert kept(typeset(text, tag, depth)) == kept(text)


def kept(text: str) -> str:
    """Letters with their marks, digits, joiners and direction marks; the Ukrainian apostrophe is all but a letter."""
    wanted = ("L", "M", "N", "Cf")
    return "".join(each for each in text if unicodedata.category(each).startswith(wanted) and each != "\u02bc")


@given(st.text(st.characters(exclude_characters="\"'.-:;!?«»")), st.sampled_from(TAGS))
def test_a_text_without_such_signs_is_returned_itself(text: str, tag: str) -> None:
    assert typeset(text, tag) is text
