"""What a file was made of then and now, held against each other and said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from postcards.inputs import MOMENT, PICTURE, PROGRAM
from postcards.problems import printable

#: Names of inputs, and what staff call them; the first that fits.
CALLED = (
    (rf"content/stories/([^/]+)/{PICTURE}", "the picture of story {}"),
    (r"content/stories/([^/]+)/story\.yaml", "the facts of story {}"),
    (r"content/stories/([^/]+)/[^/]+\.yaml", "the text of story {}"),
    (rf"content/booklets/([^/]+)/{PICTURE}", "the picture on the front"),
    (r"content/booklets/([^/]+)\.yaml", "the booklet's file"),
    (r"content/languages/([^/]+)\.yaml", "the booklet's own words in {}"),
    (r"content/places\.yaml", "the list of places"),
    (r"content/office\.yaml", "what the office's printer is like"),
    (r"layouts/palette\.yaml", "the palette"),
    (r"layouts/([^/]+)\.yaml", "layout {}"),
    (r"(?:our |layouts/)printers/([^/]+)\.yaml", "printer profile {}"),
    (r"(?:(?:our |layouts/)printers|profiles)/([^/]+)", "ICC profile {}"),
    (r"fonts/fonts\.yaml", "the list of fonts"),
    (r"fonts/([^/]+)\.[^./]+", "font {}"),
)

#: How of these begins what is more than one thing.
SEVERAL = ("the facts", "the booklet's own words")

STORY = re.compile(r"content/stories/([^/]+)/")


def input_changes(old: Mapping[str, str], new: Mapping[str, str], versions: tuple[str, str]) -> Iterator[str]:
    """What is not as it was, a few words each; `versions` are the program's, then and now.

    A story that came or went is one change, and so is the program.
    """
    stories = tuple({match[1] for name in names if (match := STORY.match(name))} for names in (old, new))
    whole = stories[0] ^ stories[1]
    for story in sorted(whole):
        yield f"story {printable(story)} {'is gone' if story in stories[0] else 'is new'}"
    for name in sorted(old.keys() | new.keys()):
        match = STORY.match(name)
        if old.get(name) == new.get(name) or (match and match[1] in whole):
            continue
        if name == PROGRAM:
            then, now = map(printable, versions)
            yield f"the program was {then} and is {now}" if then != now else "the program has changed"
        elif name == MOMENT:
            yield f"{MOMENT} was “{printable(old.get(name, ''))}” and is “{printable(new.get(name, ''))}”"
        else:
            words = called(name)
            is_, has = ("are", "have") if words.startswith(SEVERAL) else ("is", "has")
            yield (
                f"{words} {has} changed"
                if name in old and name in new
                else f"{words} {is_} {'new' if name in new else 'gone'}"
            )


def called(name: str) -> str:
    """What staff call an input."""
    for pattern, words in CALLED:
        if match := re.fullmatch(pattern, name):
            return printable(words.format(*match.groups()))
    return printable(name)
