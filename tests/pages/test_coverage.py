"""A character that no font of ours has is told of before anything is drawn, with its field and line."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from print_room import LANGUAGES, PrintRoom

from postcards.manuscript import Story
from postcards.pages.coverage import check_story, check_words
from postcards.problems import Problem

CUNEIFORM = "\U00012000"


def found(room: PrintRoom, story: Story) -> list[Problem]:
    return check_story(room.typesetter.missing, story, "en")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_our_own_texts_can_all_be_shown(room: PrintRoom, tag: str) -> None:
    book = room.book(tag)
    assert check_words(room.typesetter.missing, book.language) == []
    assert [problem for story in book.stories for problem in check_story(room.typesetter.missing, story, tag)] == []


@pytest.mark.parametrize("field", ["name", "title", "quote.text", "summary"])
def test_a_character_is_named_with_field_and_line(room: PrintRoom, field: str) -> None:
    (story,) = room.book("en", ["asrat"]).stories
    text = story.texts["en"]
    changed = {
        "name": replace(text, name=f"Asrat {CUNEIFORM}"),
        "title": replace(text, title=f"A {CUNEIFORM} house"),
        "quote.text": replace(text, quote=replace(text.quote, text=f"Home {CUNEIFORM}.")),
        "summary": replace(text, summary=(*text.summary, f"{CUNEIFORM} and {CUNEIFORM} again")),
    }[field]
    (problem,) = found(room, replace(story, texts={"en": changed}))
    assert (problem.code, problem.field, problem.story, problem.language) == (
        "text.glyph-missing",
        field,
        "asrat",
        "en",
    )
    assert problem.is_error
    assert "U+12000" in problem.message
    assert problem.where == {**story.marks, **text.where}[field]
    assert problem.where.line


def test_a_photos_credit_is_printed_and_so_looked_at(room: PrintRoom) -> None:
    (story,) = room.book("en", ["asrat"]).stories
    assert story.photo
    (problem,) = found(room, replace(story, photo=replace(story.photo, credit=f"Photo {CUNEIFORM}")))
    assert problem.field == "photo.credit"
    assert problem.where == story.marks["photo.credit"]


@pytest.mark.parametrize("character", ["\ue000", "漢", "😀", "𝐀"])
def test_every_kind_of_unknown_character_is_found(room: PrintRoom, character: str) -> None:
    (story,) = room.book("en", ["asrat"]).stories
    text = replace(story.texts["en"], title=f"House {character}")
    assert [problem.code for problem in found(room, replace(story, texts={"en": text}))] == ["text.glyph-missing"]


@pytest.mark.parametrize(
    "words", ["Åse Øyjord, naïve, “so” – 45 000 kr", "Мост и ёлка", "የሰላም ቤት", "سلامٌ عليكم", "नमस्ते"]
)
def test_other_scripts_inside_a_text_are_set_in_their_own_faces(room: PrintRoom, words: str) -> None:
    (story,) = room.book("en", ["asrat"]).stories
    text = replace(story.texts["en"], summary=(f"On the sign stood {words}.",))
    assert found(room, replace(story, texts={"en": text})) == []


def test_the_booklets_own_words_are_looked_at_to_the_last(room: PrintRoom) -> None:
    language = room.book("en").language
    changed = replace(
        language,
        endonym=f"English {CUNEIFORM}",
        questions=replace(language.questions, items=(*language.questions.items, "Why 漢?")),
        support={**language.support, "job": "𝐀 job"},
    )
    problems = check_words(room.typesetter.missing, changed)
    assert {(problem.code, problem.field) for problem in problems} == {
        ("text.glyph-missing", "endonym"),
        ("text.glyph-missing", f"questions.items.{len(language.questions.items)}"),
        ("text.glyph-missing", "support.job"),
    }
    assert all(problem.where == language.where and problem.language == "en" for problem in problems)
