"""What a line never divides although there are spaces in it: sums, measures, phone numbers, marks set off by a space.

Each rule is data: an example, a pattern, and the reason. Digits are those of every script (general category Nd).
Dates with the name of a month depend on the language and are found by `dates`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from postcards.composition.dates import BLANK
from postcards.expressions import expression


class Rule(Struct, frozen=True):
    """Spaces that the pattern covers are held."""

    example: str
    pattern: str
    reason: str


#: What stands after a number: signs, measures, money, years. Nothing that is a word beside a year too ("i 2012 min",
#: "en 2012 ha").
UNITS = (
    "% ‰ ٪ ° °C € $ £ ₽ ₹ ₨ ৳ ؋ "
    "mm cm m km m² km² g kg t l dl ml kWh km/h mill. mrd. "
    "мм см м км га г кг т л тыс. млн млрд كم كغ किमी कि.मी. कि.ग्रा. के.जी. ኪ.ሜ ኪ.ሜ. ኪ.ግ ኪ.ግ. กม. กก. "
    "kr kr. krone kroner kruna euro euros birr руб. рублей крон кроны круна كرونة دينار دولار ብር ናቕፋ บาท "
    "هزار کرون دلار دالر افغانی کرونه کرونو ډالر ډالره ډالرو کرۆن کرۆنی دۆلار دۆلاری هەزار دینار "
    "ہزار کرونر کرونا ڈالر روپے रुपैयाँ रुपये क्रोनर क्रोन डलर डॉलर हजार हज़ार ক্রোন ক্রোনের টাকা ডলার হাজার "
    "ਕ੍ਰੋਨਰ ਰੁਪਏ ਡਾਲਰ ਹਜ਼ਾਰ կրոն կրոնի კრონა კრონის кронына кронасына "
    "г. гг. р. рр. ж. թ. م ዓ.ም ዓ.ም. ዓ/ም"
)

#: Whose money it is, where that is said first: 45,000 norveških kruna.
WHOSE = (
    "норвешких norveških норвег նորվեգական ნორვეგიული ناروېژي امریکايي نارویجن امریکی नॉर्वेजियन अमेरिकी নরওয়েজীয় মার্কিন "
    "ਨਾਰਵੇਜੀਅਨ ਅਮਰੀਕੀ"
)

#: ISO 4217, in use today. Not any three capitals: "in 2012 IOM helped".
CURRENCIES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
    "COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR "
    "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS "
    "VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)

#: What stands before a number: signs and abbreviations of money, of paragraphs, of eras.
PREFIXES = "€ $ £ ₽ ₹ ₨ ৳ ؋ № § kr kr. Rs Rs. रु रु. พ.ศ. ค.ศ. እ.ኤ.አ. እ.ኤ.አ"

#: The digit zero as phone numbers begin with it: Latin, Arabic, Persian, Devanagari, Bengali.
ZEROS = "0٠۰०০"

#: Never at the beginning of a line, a space before them or none: Ethiopic marks (U+1361 to U+1368), the dandas, the
#: full stops and repetition signs of Khmer, Burmese, Thai and Lao.
CLOSING = "፡-፨।॥។៕ៗ၊။ๆฯໆ"

#: Set off by a space in French, and here and there in other languages.
SPACED = "!?;:…»›؟؛،"

_GROUPED = rf"\d{{1,3}}(?:{BLANK}\d{{3}}){{1,4}}(?!\d)(?!{BLANK}\d{{2,4}}(?!\d))"
_FRACTION = r"(?:[.,:/٫٬’]\d+)*"
_CODE = "|".join(CURRENCIES.split())


def _range(number: str) -> str:
    return rf"{number}{_FRACTION}(?:[-–]{number}{_FRACTION})?"


NUMBERS = (
    Rule(
        "+47 23 10 53 20",
        r"\(?\+\d{1,4}\)?(?:[ \u00a0-]\(?\d+\)?){1,5}",
        "a phone number with its country code is dialled as it stands, and read as one",
    ),
    Rule("1 250 000", _range(_GROUPED), "half a sum is another sum"),
    Rule(
        "22 12 34 56",
        rf"(?:[{ZEROS}]\d{{1,4}}|\d{{2,3}})(?:{BLANK}\d{{2,4}}){{2,4}}(?!\d)",
        "a phone number without a country code; a year is no beginning of one",
    ),
    Rule("5. 11. 2012", rf"\d{{1,2}}\.{BLANK}\d{{1,2}}\.{BLANK}\d{{4}}(?!\d)", "a date in numbers, as Serbs write it"),
    Rule("12 km", _range(r"\d+"), "any other number, for its unit, and so that no rule begins inside it"),
)

#: After a number, two at most: 5 mill. kr.
SUFFIXED = Rule(
    "12 km",
    rf"{BLANK}(?:{_CODE}|{'|'.join(map(re.escape, [*UNITS.split(), *WHOSE.split()]))})(?![\w'’])",
    "a number without its unit says nothing",
)

#: Before a number, and told by what stands before it.
PREFIXED = (
    Rule("NOK 25", rf"(?<=\b(?:{_CODE}) )", "a currency's code belongs to the number after it"),
    Rule(
        "€ 20",
        "|".join(rf"(?<=(?<!\w){re.escape(prefix)} )" for prefix in PREFIXES.split()),
        "so does a sign or an abbreviation",
    ),
)

#: Told by what stands after them.
MARKS = (
    Rule("hjem – til", r"(?=[-–—―]+(?:[ \u00a0]|$))", "a line never begins with a dash; one may end in it"),
    Rule("Bonjour !", rf"(?=[{SPACED}](?!\w))", "a mark of the sentence before it, set off by a space"),
    Rule("ሰላም ።", rf"(?=[{CLOSING}])", "marks that no line of these scripts begins with"),
)

#: Told by what stands before it.
OPENING = (Rule("« Bonjour", r"(?<=[«‹] )(?<!\w. )", "an opening quotation mark set off from its first word"),)


def _any(rules: tuple[Rule, ...]) -> str:
    return "|".join(rule.pattern for rule in rules)


#: What is held in a text with digits: passages, and single spaces.
HELD_NUMBERS = expression(rf"(?:{_any(NUMBERS)})(?:{SUFFIXED.pattern}){{0,2}}")
HELD_PREFIXES = expression(rf" (?=\d)(?:{_any(PREFIXED)})")

#: What is held in every text. Few spaces at a time, and a look at the next character first, so that it takes no time.
HELD_MARKS = expression(rf" {{1,4}}(?:(?=[-–—―{SPACED}{CLOSING}])(?:{_any(MARKS)})|{_any(OPENING)})")
