"""Words that are divided at a line's end are found whole, and copied whole where a reader joins lines at all.

What a line's hyphen says was decided by trying what it could say, with words of five languages:

    says           pdfium: whole once      pdftotext gives    pdf.js finds    poppler's search across
                   U+FFFE is taken out     it whole           it whole        lines finds it
    U+002D         yes                     yes                yes             yes
    U+00AD         yes                     from 26.05 on      no              no
    U+2010         no                      from 26.05 on      no              no
    U+002D, and U+00AD as ActualText
                   yes                     from 26.05 on      yes             no
    nothing        no                      no                 no              no

ISO 32000-1 (14.8.2.2.3) asks for U+00AD; two of three readers do not know it. What no writing helps against: pdfium's
own search, as other programs than Chromium call it, does not skip U+FFFE; pdf.js and mupdf copy the hyphen and the line
end; right-to-left words, which are divided only where a soft hyphen was written, are joined by none.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pdf_readers import DIVIDED, JOINING, READERS, SOFT_HYPHEN, as_read, found_by_pdfjs, readers
from sheets import Passage, Sheets, set_sheets

#: Words that a narrow column divides, what stands around them, and how narrow it is, points.
TEXTS = {
    "en": ("the understanding of independent organisations, and his responsibilities", 70),
    "nb": ("da anerkjennelsen av menneskerettighetene, og den grunnleggende undertrykkelsen", 70),
    "ru": ("признание достоинства и неотъемлемых прав, справедливости, пренебрежение", 70),
    "es": ("considerando el reconocimiento, y el desconocimiento de las libertades fundamentales", 70),
    "uk": ("визнання справедливості, невід’ємних прав, висловлювання переконань", 80),
    "tr": (f"bir tanın{SOFT_HYPHEN}ması", 50),
    "hy": (f"մարդու իրավունք{SOFT_HYPHEN}ների", 70),
    "am": (f"ሰብ መብ{SOFT_HYPHEN}ቶች", 32),
}
SIZE = 11.5

#: Compounds that are written with a hyphen; a line ends in it.
TYPED = "the IOM-office in the Oslo-region sends e-mail day-by-day and word-for-word"

#: A word that runs to the left, with a soft hyphen in it.
TO_THE_LEFT = f"גם האוניבר{SOFT_HYPHEN}סיטאות היו"


@cache
def divided(tag: str) -> tuple[Sheets, tuple[str, ...]]:
    """A narrow column, and the words that are divided in it."""
    text, measure = TEXTS[tag]
    sheets = set_sheets([[Passage(text, SIZE, divided=True)]], tag, measure)
    lines = [line.line.text for line in sheets.booklet.pages[0].texts]
    found = [
        (before.split()[-1].removesuffix(SOFT_HYPHEN) + after.split()[0]).strip(",")
        for before, after in pairwise(lines)
        if before.endswith(SOFT_HYPHEN)
    ]
    return sheets, tuple(found)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "divided.pdf"


@pytest.mark.parametrize("tag", TEXTS)
def test_pdfium_gives_a_divided_word_whole_but_for_its_own_sign(tag: str, file: Path) -> None:
    sheets, words = divided(tag)
    assert words
    file.write_bytes(sheets.content)
    with pypdfium2.PdfDocument(file) as document:
        letters = document[0].get_textpage()
        written = letters.get_text_range()
        assert written.count(DIVIDED) == len(words)
        assert [word for word in words if word not in written.replace(DIVIDED, "")] == []
        assert "-" not in written
        for half in (half for word in words for half in halves(written, word)):
            assert letters.search(half, match_case=True).get_next() is not None


def halves(written: str, word: str) -> list[str]:
    """The parts of a word that pdfium's sign stands between."""
    place = next(place for place in range(len(word)) if word[:place] + DIVIDED + word[place:] in written)
    return [word[:place], word[place:]]


@pytest.mark.parametrize("tag", TEXTS)
@pytest.mark.parametrize("reader", [reader for reader in readers() if reader in JOINING])
def test_readers_that_join_lines_copy_a_divided_word_whole(reader: str, tag: str, file: Path) -> None:
    sheets, words = divided(tag)
    file.write_bytes(sheets.content)
    (written,) = map(as_read, READERS[reader](file))
    assert [word for word in words if word not in written] == []
    assert "-" not in written


@pytest.mark.parametrize("tag", TEXTS if "pdfjs" in readers() else [])
def test_firefox_finds_a_divided_word(tag: str, file: Path) -> None:
    """Letters of one case joined over the line end, as pdf.js does; scripts without case have none to go by."""
    sheets, words = divided(tag)
    file.write_bytes(sheets.content)
    assert found_by_pdfjs(file, words) == ([] if tag == "am" else list(words))


@pytest.mark.parametrize("reader", readers())
def test_a_hyphen_that_was_written_stays(reader: str, file: Path) -> None:
    for measure in range(60, 120, 5):
        sheets = set_sheets([[Passage(TYPED, SIZE)]], "en", measure)
        file.write_bytes(sheets.content)
        assert [as_read(page) for page in READERS[reader](file)] == sheets.expected(reader)


@pytest.mark.parametrize("reader", [reader for reader in readers("he") if reader in JOINING])
def test_no_reader_joins_a_word_that_runs_to_the_left(reader: str, file: Path) -> None:
    """The smallest example of what cannot be had: poppler looks for the hyphen at the line's right end only."""
    sheets = set_sheets([[Passage(TO_THE_LEFT, SIZE)]], "he", 70)
    assert [line.line.hyphenated for line in sheets.booklet.pages[0].texts] == [True, False]
    file.write_bytes(sheets.content)
    (written,) = READERS[reader](file)
    assert TO_THE_LEFT.replace(SOFT_HYPHEN, "") not in as_read(written)
    assert as_read(written.replace(SOFT_HYPHEN, "")) == as_read(TO_THE_LEFT.replace(SOFT_HYPHEN, " "))
