"""Whether the fonts can show every character, asked before anything is drawn.

A character that no face has would print as an empty box or vanish; instead it is a finding that names the character,
the story, the language and the field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from postcards.composition import Voice, voice_of
from postcards.manuscript import Language, Story
from postcards.manuscript.markers import Block
from postcards.problems import Problem, Where, character_name

#: The characters of a text that no face of a voice has.
Missing = Callable[[str, Voice], str]

#: What a language's file holds that is never printed.
UNPRINTED = ("where", "keep_whole")

REMEDY = "Write it with another character, or ask for a font that has it."


def check_story(missing: Missing, story: Story, tag: str) -> list[Problem]:
    """A finding for each character that cannot be shown: of a story's text in one language, of its photo's credit."""
    text = story.texts[tag]
    # In the voices that layouts set them in, so that itemizing them here is no work twice.
    texts = [
        ("name", text.name or "", voice_of("sans", "bold", tag)),
        ("name", text.name or "", voice_of("serif", "regular", tag)),
        ("title", text.title, voice_of("serif", "bold", tag)),
        ("quote.text", text.quote.text, voice_of("serif", "regular", tag)),
        *(("summary", paragraph, voice_of("serif", "regular", tag)) for paragraph in text.summary),
        ("photo.credit", story.photo.credit if story.photo else "", voice_of("sans", "regular", tag)),
    ]
    places = {**story.marks, **text.where}
    found = (
        _problem(character, field, places.get(field, story.where), tag).about(story=story.slug)
        for field, words, voice in texts
        for character in missing(words, voice)
    )
    return list(dict.fromkeys(found))


def check_words(missing: Missing, language: Language) -> list[Problem]:
    """The same for the booklet's own words, in both roles: each stands somewhere in one of them."""
    found: dict[str, str] = {}
    for field, words in prose(language):
        for character in words:
            found.setdefault(character, field)
    alphabet = " ".join(sorted(found))  # apart, so that no mark is joined to a letter it never stands on
    voices = [voice_of(role, "regular", language.tag) for role in ("serif", "sans")]
    unshown = dict.fromkeys(character for voice in voices for character in missing(alphabet, voice))
    return [_problem(character, found[character], language.where, language.tag) for character in unshown]


def check_inserted(missing: Missing, texts: Iterable[tuple[str, str, Where]], tag: str) -> list[Problem]:
    """The same for texts that come from elsewhere: (field, text, place) of names of places, notes, contact, issue."""
    voices = [voice_of(role, "regular", tag) for role in ("serif", "sans")]
    found = (
        _problem(character, field, where, tag)
        for field, words, where in texts
        for voice in voices
        for character in missing(words, voice)
    )
    return list(dict.fromkeys(found))


def _problem(character: str, field: str, where: Where, tag: str) -> Problem:
    message = f"No font of ours has the character {character_name(character)}."
    return Problem("text.glyph-missing", message, REMEDY, where, field=field, language=tag)


def prose(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string inside a language's words, with its dotted key, in the order of the file's keys."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from prose(part, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from prose(part, f"{path}.{index}")
    elif isinstance(value, Block):
        for field in value.__struct_fields__:
            if field not in UNPRINTED:
                yield from prose(getattr(value, field), f"{path}.{field}".lstrip("."))
