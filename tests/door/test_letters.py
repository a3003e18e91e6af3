"""The words on the page are the words in the file, letter for letter, whatever they look like."""

from __future__ import annotations

import pypdfium2
import pytest
from project import EDITIONS, Office, letters, new_office

ODD = (
    "AT&T",
    "a<b and c>d",
    "<b>bold</b>",
    "<img src=x>",
    "<!-- gone -->",
    "&nbsp;",
    "{0}",
    "{0.__class__}",
    "{title}",
    "%s and %(x)s",
    "$HOME `ls`",
    "\\textbf{x}",
    "(a) \\(b\\)",
    "=1+2",
    "*star* _line_",
    "null",
    "NaN",
    "no",
    "012",
    "1.10",
    "12:30",
)


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Each odd text is the title of a story of its own."""
    slugs = tuple(f"odd-{number:02d}" for number in range(len(ODD)))
    office = new_office(tmp_path_factory.mktemp("odd") / "project", ("wahed",), ("en",))
    facts = office.content("stories/wahed/story.yaml").read_bytes()
    text = office.content("stories/wahed/en.yaml").read_text("utf-8")
    for slug, words in zip(slugs, ODD, strict=True):
        office.write(f"stories/{slug}/story.yaml", facts)
        (title,) = (line for line in text.splitlines() if line.startswith("title: "))
        quoted = "'" + words.replace("'", "''") + "'"
        office.write(f"stories/{slug}/en.yaml", text.replace(title, f"title: {quoted}", 1))
    office.change("booklets/small.yaml", "layout: spread", "layout: single")
    answer = office.build()
    assert [problem for problem in answer.answer["problems"] if problem["severity"] == "error"] == []
    assert answer.code == 0
    return office


@pytest.mark.parametrize("edition", EDITIONS)
def test_odd_titles_come_out_letter_for_letter(odd: Office, edition: str) -> None:
    read = letters(odd.pdf("en", edition))
    # Once as the story's title, once in the contents.
    missing = [words for words in ODD if read.count(words) < 2]
    assert missing == []


def test_odd_titles_are_bookmarks_letter_for_letter(odd: Office) -> None:
    with pypdfium2.PdfDocument(odd.pdf("en", "screen")) as document:
        titles = [mark.get_title() for mark in document.get_toc()]
    assert [words for words in ODD if f"Wahed: {words}" not in titles] == []
