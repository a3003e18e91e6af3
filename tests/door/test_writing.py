"""What a keyboard gives is printed as the language has it; what was typed on purpose stays."""

from __future__ import annotations

import pytest
from project import Office, letters, new_office

#: What is typed as a title, and what is printed.
TYPED = {
    "en": ('The "good" house -- since 2010-2012...', "The “good” house – since 2010–2012…"),
    "nb": ('Det "gode" huset -- siden 2010-2012...', "Det «gode» huset – siden 2010–2012…"),
    "ru": ('"Хороший" дом -- с 2010-2012...', "«Хороший» дом — с 2010—2012…"),
}
ON_PURPOSE = "Das „gute“ Haus – 2012-11-22, post@example.org"


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = new_office(tmp_path_factory.mktemp("typed") / "project", ("asrat", "wahed"), tuple(TYPED))
    for tag, (words, _) in TYPED.items():
        for story, title in (("asrat", words), ("wahed", ON_PURPOSE)):
            text = office.content(f"stories/{story}/{tag}.yaml").read_text("utf-8")
            (old,) = (line for line in text.splitlines() if line.startswith("title: "))
            office.write(f"stories/{story}/{tag}.yaml", text.replace(old, f"title: '{title}'", 1))
    answer = office.build("-e", "screen")
    assert answer.code == 0, answer.out
    return office


@pytest.mark.parametrize("tag", TYPED)
def test_typed_marks_are_the_languages_own(typed: Office, tag: str) -> None:
    read = letters(typed.pdf(tag, "screen")).replace("\u00a0", " ")
    typed_words, printed = TYPED[tag]
    assert read.count(printed) == 2  # the story's title, and the contents
    assert typed_words not in read


@pytest.mark.parametrize("tag", TYPED)
def test_what_was_typed_on_purpose_stays(typed: Office, tag: str) -> None:
    assert letters(typed.pdf(tag, "screen")).count(ON_PURPOSE) == 2
