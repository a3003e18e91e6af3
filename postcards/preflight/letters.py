"""Which letters of a text can be read where it is shown, by how often each stands there: readers of files differ in the
order they read in, and in what they take for one letter.
"""

from __future__ import annotations

import unicodedata

#: What a reader reads: letters, marks, numbers.
READ = "LMN"


def lost_letters(written: str, read: str) -> list[str]:
    """Letters, marks and digits that were written more often than read, each once; ligatures and letters with accents
    count as what they are made of (NFKD).
    """
    written, read = (unicodedata.normalize("NFKD", text) for text in (written, read))
    missing = [letter for letter in sorted(set(written)) if written.count(letter) > read.count(letter)]
    return [letter for letter in missing if unicodedata.category(letter)[0] in READ]
