"""What fonts say of their codes is read as ISO 32000-1, 9 has it, in every way that it can be written."""

from __future__ import annotations

from typing import Any

import pytest
from breakages import helvetica
from pikepdf import Array, Dictionary, Name, Pdf

from postcards.preflight.typefaces import Typeface, read_letters, read_typeface


@pytest.mark.parametrize(
    ("cmap", "letters"),
    [
        (b"2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar", {1: "A", 2: "fi"}),
        (b"1 beginbfchar <01> <D83DDE00> endbfchar", {1: "\N{GRINNING FACE}"}),
        (b"1 beginbfrange <0010> <0012> <0061> endbfrange", {16: "a", 17: "b", 18: "c"}),
        (b"1 beginbfrange <0010> <0011> <00660061> endbfrange", {16: "fa", 17: "fb"}),
        (b"1 beginbfrange <0010> <0011> [<0061> <00660069>] endbfrange", {16: "a", 17: "fi"}),
        (b"1 beginbfrange\n<05>\n<05>\n<0645 0627>\nendbfrange", {5: "ما"}),
        (b"1 beginbfchar <0001> <> endbfchar", {1: ""}),
        (b"1 beginbfchar <0001> endbfchar 1 beginbfrange <01> <02> endbfrange", {}),
        (b"", {}),
    ],
)
def test_letters_of_codes(cmap: bytes, letters: dict[int, str]) -> None:
    assert read_letters(cmap) == letters


IDENTITY = Name("/Identity-H")


def composite(encoding: Any = IDENTITY, **below: Any) -> Typeface:
    descendant = Dictionary(Subtype=Name.CIDFontType2, **below)
    return read_typeface(Dictionary(Subtype=Name.Type0, Encoding=encoding, DescendantFonts=Array([descendant])))


def test_widths_of_composite_fonts() -> None:
    face = composite(DW=700, W=Array([3, Array([250, 500]), 10, 12, 600, 20]))
    assert [face.width(code) for code in (3, 4, 5, 10, 12, 13)] == [0.25, 0.5, 0.7, 0.6, 0.6, 0.7]
    assert composite().width(1) == 1.0


def test_codes_are_as_long_as_the_encoding_says() -> None:
    assert list(composite().codes(b"\0\1\0\2")) == [1, 2]
    pdf = Pdf.new()
    narrow = pdf.make_stream(b"1 begincodespacerange <00> <FF> endcodespacerange")
    assert list(composite(narrow).codes(b"\0\1")) == [0, 1]


def test_a_simple_font_has_widths_from_its_first_code_on() -> None:
    face = read_typeface(helvetica(FirstChar=65, Widths=Array([600, 700])))
    assert [face.width(code) for code in (65, 66)] == [0.6, 0.7]
    assert (face.is_embedded, face.has_known_letters, face.letters) == (False, True, None)
