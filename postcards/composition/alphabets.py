"""The order of letters in each language, for lists in the reader's order.

An alphabet is written out only where the order of code points, marks aside, is not the reader's: letters stand in
order between spaces, letters that share a place are joined by `=`, and a letter may be two characters (`dh`).
The orders are those of CLDR 48, except where it has none (Somali, Sorani Kurdish) or differs from the schoolbook
(Dari and Pashto put و before ه, as Persian does; a Norwegian aa is not always an å).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from postcards.expressions import expression

_PERSIAN = "آ ا ء=أ=ؤ=ئ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک=ك گ ل م ن و ه=ة ی=ي=ى"
_SERBIAN_CYRILLIC = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_SERBIAN_LATIN = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"

ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "nb": "a b c d e f g h i j k l m n o p q r s t u v w x y z æ=ä ø=ö å",
        "ar": "آ ا=ء=ؤ=ئ ب ت=ة ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي=ى",
        "fa": _PERSIAN,
        "fa-AF": _PERSIAN,
        "ps": "آ ا ء ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک=ك ګ=گ ل م ن ڼ و ه ی=ي=ې=ۍ=ئ",
        "ckb": "ئ ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک=ك گ ل ڵ م ن و ۆ ه=ھ ە ی=ي ێ",
        "ur": "ا آ ب بھ پ پھ ت تھ ٹ ٹھ ث ج جھ چ چھ ح خ د دھ ڈ ڈھ ذ ر رھ ڑ ڑھ ز ژ س ش ص ض ط ظ ع غ ف ق ک=ك کھ گ گھ "
        "ل لھ م مھ ن نھ ں و ہ=ه ھ ء ی=ي ے",
        "he": "א ב ג ד ה ו ז ח ט י כ=ך ל מ=ם נ=ן ס ע פ=ף צ=ץ ק ר ש ת",
        "so": "b t j x kh d r s sh dh c g f q k l m n w h y a e i o u",
        "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
        "om": "a b c d e f g h i j k l m n o p q r s t u v w x y z ch dh kh ny ph sh",
        "ku": "a b c ç d e ê f g h i î j k l m n o p q r s ş t u û v w x y z",
        "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
        "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
        "vi": "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
        "fil": "a b c d e f g h i j k l m n ñ ng o p q r s t u v w x y z",
        "ru": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
        "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
        "mn": "а б в г д е ж з и й к л м н о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
        "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
        "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
        "sr-Cyrl": _SERBIAN_CYRILLIC,
        "sr-Latn": _SERBIAN_LATIN,
        "bn": "অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ং ঃ ঁ ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ঢ ণ ত ৎ থ দ ধ ন প ফ ব ভ ম য র ল শ ষ স হ "
        "া ি ী ু ূ ৃ ে ৈ ো ৌ ্",
        "pa": "ੳ ਉ ਊ ਓ ਅ ਆ ਐ ਔ ੲ ਇ ਈ ਏ ਸ ਹ ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ ੍ ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ",
        "si": "අ ආ ඇ ඈ ඉ ඊ උ ඌ ඍ එ ඒ ඓ ඔ ඕ ඖ ං ඃ ක ඛ ග ඝ ඞ ඟ ච ඡ ජ ඣ ඥ ඤ ට ඨ ඩ ඪ ණ ඬ ත ථ ද ධ න ඳ ප ඵ බ භ ම ඹ "
        "ය ර ල ව ශ ෂ ස හ ළ ෆ ා ැ ෑ ි ී ු ූ ෘ ෲ ෟ ෙ ේ ෛ ො ෝ ෞ ්",
        "ta": "் அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ ஃ க ங ச ஞ ட ண த ந ப ம ய ர ல வ ழ ள ற ன ஜ ஶ ஷ ஸ ஹ ா ி ீ ு ூ ெ ே ை ொ ோ ௌ",
    }
)

#: Canonical combining classes of what is a letter all the same: no class, virama, Thai vowels below.
_LETTER_CLASSES = (0, 9, 103)
#: What does not count either: signs of Thai and Gurmukhi without a class, tatweel, the Ukrainian apostrophe.
_SILENT = "\u0e47\u0e4c\u0e4e\u0a02\u0a70\u0a71\u0640\u02bc"
#: Thai vowels that are written before the consonant they follow.
_PREPOSED = expression("([\u0e40-\u0e44])(.)")
#: Latin letters without a decomposition, as they are sorted where they are foreign.
_FOREIGN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})

#: What comes first in a list: spaces and dashes, digits, letters of the alphabet, all other letters.
_GAP, _DIGIT, _OWN, _OTHER = range(4)
_GAPS = ("Zs", "Pd")

Weight = tuple[int, int]


def weights(text: str, alphabet: str) -> tuple[Weight, ...]:
    """The places of `text`'s letters in `alphabet`: compare these, and words are in the reader's order.

    Case, punctuation, and marks that make no other letter do not count.
    """
    ranks = _ranks(alphabet)
    letters = _letters(text, ranks)
    found = []
    place = 0
    while place < len(letters):
        pair = "".join(letters[place : place + 2])
        if pair in ranks and place + 1 < len(letters):
            found.append((_OWN, ranks[pair]))
            place += 2
        else:
            found += _single(letters[place], ranks)
            place += 1
    return tuple(found)


@cache
def _ranks(alphabet: str) -> Mapping[str, int]:
    return {letter: rank for rank, place in enumerate(alphabet.split()) for letter in place.split("=")}


def _letters(text: str, ranks: Mapping[str, int]) -> list[str]:
    """The letters of `text`, folded, each with those marks only that make it another letter of the alphabet."""
    if "ı" in ranks:
        text = text.replace("I", "ı")  # Turkish: I is the capital of ı, İ that of i
    letters = [""]
    for character in _PREPOSED.sub(r"\2\1", unicodedata.normalize("NFD", text.casefold())):
        counts = unicodedata.combining(character) in _LETTER_CLASSES and character not in _SILENT
        whole = unicodedata.normalize("NFC", letters[-1] + character)
        if len(whole) == 1 and (counts or whole in ranks):
            letters[-1] = whole
        elif counts:
            letters.append(character)
    return letters if letters[0] else []


def _single(letter: str, ranks: Mapping[str, int]) -> list[Weight]:
    """The weight of one letter; two where a foreign letter counts as two, none for punctuation."""
    if letter in ranks:
        return [(_OWN, ranks[letter])]
    category = unicodedata.category(letter)
    if category in _GAPS:
        return [(_GAP, 0)]
    if category == "Nd":
        return [(_DIGIT, unicodedata.decimal(letter))]
    if category[0] not in "LMN":
        return []
    plain = letter.translate(_FOREIGN)
    return [(_OWN, ranks[part]) if part in ranks else (_OTHER, ord(part)) for part in plain]
