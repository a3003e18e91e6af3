"""About 300 words of running text in every language, set as a column: every reader gives back all words, in order.

Nothing is normalised but what shows nothing: canonical forms, white space, and the hyphen of words that a reader joins.
Nothing is left out, either: of these texts no word comes back wrong. Of the stories that are read where the texts are
not at hand, pdfium joins two pairs of words.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from declaration import are_stories, column, languages, paragraphs, words
from pdf_readers import READERS, as_read, readers

from postcards.composition.orthographies import ORTHOGRAPHIES

#: How many words a text has.
LEAST, MOST = 250, 600


#: Words of the stories that come back wrong. Between a Latin word, which is tagged for itself, and one that begins with
#: a vowel sign of several parts pdfium leaves out the space, in these two places.
JOINED = {"pdfium": {"si": 2, "ta": 2}}


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@pytest.mark.parametrize("reader", readers())
def test_300_words_of_every_language_come_back(reader: str, tell: Callable[[str], None], tmp_path: Path) -> None:
    file, whole, found, wanted, wrong = tmp_path / "column.pdf", 0, 0, 0, {}
    known = JOINED.get(reader, {}) if are_stories() else {}
    tags = [tag for tag in languages() if reader in readers(tag)]
    for tag in tags:
        file.write_bytes(column(tag).content)
        (read,), (expected,) = [as_read(page) for page in READERS[reader](file)], column(tag).expected(reader)
        came, went = words(read, tag), words(expected, tag)
        back = sum(block.size for block in SequenceMatcher(None, went, came, autojunk=False).get_matching_blocks())
        found += back
        wanted += len(went)
        whole += read == expected
        if len(went) - back != known.get(tag, 0) or (read != expected) != (tag in known):
            wrong[tag] = [(one, other) for one, other in zip(went, came, strict=False) if one != other][:3]
    tell(f"{reader}: {whole} of {len(tags)} languages, {spaced(found)} of {spaced(wanted)} words in order")
    assert wrong == {}
    assert found == wanted - sum(known.values()) >= len(tags) * LEAST


def test_there_is_a_text_in_every_language() -> None:
    """Where the package is not there, in those of the stories at least."""
    assert set(languages()) <= set(ORTHOGRAPHIES)
    for tag in languages():
        assert LEAST <= sum(len(words(text, tag)) for text in paragraphs(tag)) <= MOST, tag
