"""Small words that lean on a neighbour, in languages without spaces between words.

Closed classes only, which no story adds to; what is kept whole besides is the language's own file's to say
(`keep_whole`). A language that is not here has no such words: its lines may end between any two.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class SmallWords(Struct, frozen=True):
    """The small words of one language."""

    prefixes: frozenset[str] = frozenset()  # make one word with the next one
    forward: frozenset[str] = frozenset()  # a line had better not end in these
    backward: frozenset[str] = frozenset()  # nor begin with these


#: Thai: what makes nouns of verbs and things (การเดินทาง, ความช่วยเหลือ), costs (ค่าเช่า) and words (คำแนะนำ). The last
#: three are what ICU's dictionary takes for words where a noun begins behind ว่า, เป็น and ใน.
_THAI_PREFIXES = "การ ความ ผู้ นัก ชาว ช่าง ค่า คำ ว่าการ เป็นการ ในการ"

#: Relatives, conjunctions and prepositions; negation and what else stands before a verb; what stands before a measure.
_THAI_FORWARD = (
    "ที่ ซึ่ง อัน ว่า และ หรือ แต่ กับ แก่ แด่ ต่อ ของ แห่ง ใน นอก จาก ถึง สู่ ตาม โดย ด้วย เพื่อ เพราะ เมื่อ ถ้า หาก แม้ จน จนถึง "
    "ตั้งแต่ หลังจาก ระหว่าง สำหรับ เกี่ยวกับ อย่าง คือ เป็น ทั้ง ให้ ทำให้ คนใน ที่จะ ว่าจะ เพื่อให้ พร้อม ทาง "
    "ไม่ ไม่ได้ ไม่มี ไม่ใช่ ไม่เคย จะ ก็ จึง ยัง กำลัง เคย ต้อง อาจ ควร คง อยาก ถูก อย่า เพิ่ง มัก จะได้ ก็ได้ "
    "เพียง แค่ เกือบ ประมาณ ราว กว่า ทุก บาง แต่ละ หลาย กี่ ไม่กี่ ครึ่ง "
    "หนึ่ง สอง ทั้งสอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบสอง สิบห้า ยี่สิบ ร้อย พัน หมื่น แสน ล้าน"
)

#: What points, what tells the way of a verb, what ends a sentence.
_THAI_BACKWARD = (
    "นี้ นั้น โน้น นี่ นั่น ไหน ใด อื่น เอง เดียว อีก ด้วย แล้ว เลย ไว้ ขึ้น ลง มา ไป ออก เข้า อยู่ ได้ กัน "
    "บ้าง มาก น้อย กว่า ที่สุด ไหม ครับ ค่ะ คะ นะ หนึ่ง แรก ละ"
)

_NONE = SmallWords()
_LANGUAGES: Mapping[str, SmallWords] = MappingProxyType(
    {
        "th": SmallWords(
            frozenset(_THAI_PREFIXES.split()), frozenset(_THAI_FORWARD.split()), frozenset(_THAI_BACKWARD.split())
        )
    }
)


def small_words(tag: str) -> SmallWords:
    """The small words of a language (BCP 47), a region's those of the language."""
    return _LANGUAGES.get(tag.split("-")[0], _NONE)
