"""Words stay whole, and lines end at spaces rather than between words, in languages that set no spaces between them.

In the examples | is a place where a line may end, and : one that costs as much as one beside a small word.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from pathlib import Path

import pytest

from postcards.composition import FontShelf, TextStyle, Typesetter, voice_of
from postcards.composition.opportunities import held, segments
from postcards.composition.whole_words import BETWEEN, INSIDE, LEANING, LONGEST, NOTHING_KEPT, Kept, kept, priced
from postcards.manuscript import Language
from postcards.manuscript.reader import read_manuscript
from postcards.project import find_project

ROOT = Path(__file__).parents[2]
SIGNS = {0: "|", BETWEEN: "|", LEANING: ":", INSIDE: "!"}

#: From the narrowest column to the widest, in points.
MEASURES = range(110, 400, 10)


@pytest.fixture(scope="module")
def languages() -> dict[str, Language]:
    return dict(read_manuscript(find_project(ROOT), ("th", "ur")).languages)


@pytest.fixture(scope="module")
def thai(our_shelf: FontShelf, languages: dict[str, Language]) -> Typesetter:
    return Typesetter(our_shelf, {"th": kept(languages["th"].keep_whole)})


def style(language: str, *, balanced: bool = False) -> TextStyle:
    return TextStyle(voice_of("serif", "regular", language), 11.5, 15.5, balanced=balanced)


def split(text: str, language: str, words: Kept = NOTHING_KEPT, room: float = inf) -> str:
    """`text` with a sign wherever a line of `room` characters may end."""
    asked = language, words
    found = list(priced(text, segments(text, *asked), asked, lambda start, end: end - start > room, list))
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][:-1]
    return "".join(text[start:end] + SIGNS[cost] for start, end, cost in found)[:-1]


def lines(typesetter: Typesetter, text: str, set_in: TextStyle, measure: float) -> list[str]:
    galley = typesetter.compose(text, set_in, measure)
    assert not galley.torn
    return [line.text for line in galley.lines]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("", "ที่|ปรึกษา"),
        ("ที่ปรึกษา", "ที่ปรึกษา"),
        ("เดินทาง ต่างประเทศ", "เดินทาง|ต่างประเทศ"),
        # ICU finds การก|ลับ: the word is whole, and what it cut through is looked at anew.
        ("กลับบ้าน", "การกลับบ้าน|ผ่าน"),
        ("สถานทูต", "โทร|หา|สถานทูต"),
        # Names that no dictionary has.
        ("มักซ็องส์", "ของ|มักซ็องส์|เหนื่อย"),
        ("เบลรินา อาร์เม็นด์", "เบลรินา|และ|อาร์เม็นด์"),
        ("ปาร์เคต", "ปาร์เคต|หวัง"),
        # Of two that begin at one place the longer is meant.
        ("ช่วย ช่วยเหลือ", "ช่วยเหลือ|ครอบครัว"),
    ],
)
def test_words_of_the_list_are_whole(words: str, text: str) -> None:
    assert split(text.replace("|", ""), "th", kept(tuple(words.split()))).replace(":", "|") == text


def test_a_word_whose_letters_only_happen_to_stand_there_tears_no_other() -> None:
    """มีน is a name; มี and นอร์เวย์ are two words."""
    assert split("มีนอร์เวย์", "th", kept(("มีน",))) == split("มีนอร์เวย์", "th") == "มี:นอร์เวย์"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "การเรียน|หนังสือ"),
        ("th", "ความปลอดภัย|ของ:ครอบครัว"),
        ("th", "ค่าเช่า|ห้องน้ำ"),
        ("th", "จัดการ|ธุรกิจ"),  # ends in a prefix, and is a word
        ("th", "ครอบครัว|และ:ธุรกิจ"),
        ("th", "ธุรกิจ:นี้"),
        ("th", "ธุรกิจ |ครอบครัว |โรงเรียน"),
        ("th", "ธุรกิจ |คุณ:รู้สึก|ปลอดภัย"),  # one short word of a phrase alone at the line's end
        ("th", "รู้สึก|ปลอดภัย:ดี |ธุรกิจ"),  # or at its beginning
        ("lo", "ຂ້ອຍ:ຮັກ:ບ້ານ"),
        ("km", "ខ្ញុំ|ស្រឡាញ់:ផ្ទះ"),
        ("my", "ကျွန်တော်|အိမ်|ပြန်သည်"),
        ("nb", "han |reiste |hjem"),
    ],
)
def test_a_line_ends_at_a_space_for_nothing_and_beside_a_small_word_at_a_price(language: str, text: str) -> None:
    assert split(text.replace("|", "").replace(":", ""), language) == text


def test_spaces_cost_nothing() -> None:
    text = "ธุรกิจ ครอบครัว"
    found = priced(text, segments(text, "th"), ("th", NOTHING_KEPT), lambda *_: False, list)
    assert [cost for *_, cost in found] == [0, 0]


def test_what_a_prefix_joins_is_bounded() -> None:
    words = kept(("ประกาศนียบัตรวิชาชีพ",))
    assert len("การประกาศนียบัตรวิชาชีพ") > LONGEST
    assert split("การประกาศนียบัตรวิชาชีพ", "th", words) == "การ:ประกาศนียบัตรวิชาชีพ"


def test_a_word_wider_than_its_line_falls_apart_into_shorter_ones_and_those_as_the_dictionary_has_it() -> None:
    words = kept(("ค่าใช้จ่ายช่วงแรก", "ค่าใช้จ่าย", "ช่วงแรก"))
    text = "ค่าใช้จ่ายช่วงแรก"
    assert split(text, "th", words) == text
    assert split(text, "th", words, room=12) == "ค่าใช้จ่าย!ช่วงแรก"
    assert split(text, "th", words, room=8) == "ค่าใช้!จ่าย!ช่วงแรก"


def test_a_narrow_line_tears_no_syllable(thai: Typesetter) -> None:
    assert lines(thai, "ค่าใช้จ่ายช่วงแรก", style("th"), 50) == ["ค่าใช้จ่าย", "ช่วงแรก"]
    assert lines(thai, "ค่าใช้จ่าย", style("th"), 42) == ["ค่าใช้", "จ่าย"]


#: What was seen torn at line ends of our stories before there was a list.
TORN = (
    "กลับ|บ้าน กลับ|มา เดิน|ทาง ช่วย|เหลือ ความ|ช่วยเหลือ เงิน|ช่วยเหลือ ที่|ปรึกษา คำ|ปรึกษา ดำรง|ชีพ ต่าง|ประเทศ "
    "เครื่อง|เรือน ข้อ|เท็จจริง การ|เรียน การ|หางาน ค่า|ใช้จ่าย ค่าใช้|จ่าย มี|ความสุข เย็บ|ผ้า นอนไม่|หลับ เบี้ย|เลี้ยง เจ้าของ|ภาษา"
)
STORY = (
    "เงินช่วยเหลือจ่ายค่าใช้จ่ายช่วงแรกและเครื่องเรือน ที่ปรึกษาให้คำปรึกษาก่อนเดินทางกลับบ้านจากต่างประเทศ เมื่อกลับมาเขามีความสุข "
    "แต่นอนไม่หลับเพราะการหางานยาก ความช่วยเหลือใช้ไปกับการเรียนเย็บผ้าและเบี้ยเลี้ยงเพื่อดำรงชีพ ข้อเท็จจริงเหล่านี้เจ้าของภาษาตรวจแล้ว"
)


@pytest.mark.parametrize("balanced", [False, True])
def test_at_every_measure_no_line_ends_within_a_word(thai: Typesetter, balanced: bool) -> None:
    torn = [tuple(word.split("|")) for word in TORN.split()]
    ends = set()
    for measure in MEASURES:
        found = lines(thai, STORY, style("th", balanced=balanced), measure)
        assert "".join(found).replace(" ", "") == STORY.replace(" ", "")
        for above, below in pairwise(found):
            assert not [parts for parts in torn if above.endswith(parts[0]) and below.startswith(parts[1])]
            ends.add((above[-4:], below[:4]))
    assert len(ends) > len(STORY.split())


def test_without_the_list_they_are_torn(our_shelf: FontShelf) -> None:
    bare = Typesetter(our_shelf)
    torn = [tuple(word.split("|")) for word in TORN.split()]
    found = {
        parts
        for measure in MEASURES
        for above, below in pairwise(lines(bare, STORY, style("th"), measure))
        for parts in torn
        if above.endswith(parts[0]) and below.startswith(parts[1])
    }
    assert len(found) > len(torn) / 3


@pytest.mark.parametrize(
    "text",
    [
        "จะกลับบ้านหรือไม่ |คุณเป็นคนตัดสินใจเอง",
        "อัสรัตบอกว่าดีใจที่ได้อยู่กับภรรยาและลูก |หลังจากกลับบ้านผ่าน IOM",
    ],
)
def test_titles_and_quotes_end_lines_at_spaces_where_they_stay_as_few_and_nearly_as_even(
    thai: Typesetter, text: str
) -> None:
    first, second = text.split(" |")
    measure = 260.0 if "IOM" in text else 150.0
    assert lines(thai, f"{first} {second}", style("th", balanced=True), measure) == [first, second]


def test_words_written_in_two_parts_stay_together(our_shelf: FontShelf, languages: dict[str, Language]) -> None:
    words = kept(languages["ur"].keep_whole)
    text = "اسے ڈی پورٹ کیے جانے کا ڈر تھا، اس کے رشتہ داروں اور شراکت دار نے سفارت خانے سے اجازت نامہ لیا۔"
    held_text = held(text, "ur", words)
    assert held_text.replace("\u00a0", " ") == text
    urdu = Typesetter(our_shelf, {"ur": words})
    for measure in MEASURES:
        found = [line.replace("\u00a0", " ") for line in lines(urdu, text, style("ur"), measure)]
        for word in ("ڈی پورٹ", "رشتہ داروں", "شراکت دار", "سفارت خانے", "اجازت نامہ"):
            assert any(word in line for line in found)


def test_only_whole_words_are_held() -> None:
    words = kept(("بے روزگار",))
    assert held("بے روزگاری اور بے روزگار", "ur", words) == "بے روزگاری اور بے\u00a0روزگار"


def test_other_languages_have_no_costs_and_no_words() -> None:
    text = "Hun reiste hjem – til Addis Abeba – og ኣስራት ናብ ቤቱ عاد إلى بيته."
    assert {cost for *_, cost in priced(text, segments(text, "nb"), ("nb", NOTHING_KEPT), lambda *_: True, list)} == {0}
