"""The booklet's own words in one language: `content/languages/<tag>.yaml`, key for key.

Each class is one block of that file, each field one key; every value is one line of text unless typed otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from postcards.manuscript.faults import NOWHERE
from postcards.manuscript.kinds import (
    CodeWords,
    ContentWords,
    Counted,
    IssueWords,
    Key,
    Licence,
    Line,
    ListOf,
    Several,
    Words,
)
from postcards.manuscript.language import PluralCategory, babel_locale
from postcards.manuscript.markers import NO_KEY, Block, Described
from postcards.manuscript.story import Status
from postcards.problems import Where

Digits: TypeAlias = Literal["latin", "native"]
Dates: TypeAlias = Literal["text", "numeric"]


class Cover(Block, frozen=True):
    """The front of the booklet."""

    title: Words
    subtitle: Words


class Labels(Block, frozen=True):
    """Small words beside a fact."""

    name: Words
    country: Words
    returned: Words
    support: Words
    contents: Words
    issue: Words


class Unknown(Block, frozen=True):
    """What stands where a fact is not known."""

    name: Words
    returned: Words
    postmark: Words
    support: Words


class PhotoRoles(Block, frozen=True):
    """What a picture is, where it is no portrait of the person."""

    illustration: Words
    illustrative: Words
    staged: Words


class Notices(Block, frozen=True):
    """About these stories: what a reader must know before believing them."""

    title: Words
    real_stories: Words
    new_texts: Words
    pictures: Words
    names: Words
    age: Words
    choice: Words


class Demonstration(Block, frozen=True):
    """Printed where a story rests on no signed consent."""

    title: Words
    text: Words


class ContactLabels(Block, frozen=True):
    """The contact card; `code`, which holds {address}, is said of the codes that phones read."""

    title: Words
    text: Words
    office: Words
    address: Words
    phone: Words
    hours: Words
    code: CodeWords


class Questions(Block, frozen=True):
    """A list of questions a reader may want to ask."""

    title: Words
    items: Several[Words]


class Notes(Block, frozen=True):
    """The page left free for notes."""

    title: Words


class Write(Block, frozen=True):
    """The empty postcard."""

    title: Words
    text: Words


class Colophon(Block, frozen=True):
    """About this booklet; `issue` holds {issue} and {date}, `content` holds {digest}."""

    title: Words
    opinions: Words
    designations: Words
    changes: Words
    pictures: Words
    licence: Licence
    issue: IssueWords
    content: ContentWords


class Back(Block, frozen=True):
    """The back cover."""

    text: Words


class Counts(Block, frozen=True):
    """Numbers of things: CLDR plural category -> text with {count}."""

    stories: Mapping[PluralCategory, Counted]
    countries: Mapping[PluralCategory, Counted]


class Language(Block, frozen=True, kw_only=True):
    """One language, and what the booklet says in it by itself."""

    tag: Annotated[str, NO_KEY] = ""  # BCP 47, the file's name
    endonym: Annotated[Line, Described("how the language calls itself, in its own script")]
    digits: Annotated[Digits, Described("latin, or the script's own")]
    dates: Annotated[Dates, Described("November 2012, or 11/2012")]
    status: Annotated[Status, Described("draft until a native speaker has read the whole file")]
    cover: Cover
    labels: Labels
    unknown: Unknown
    support: Annotated[Mapping[Key, Words], Described("what support went into")]
    photo_roles: PhotoRoles
    notices: Notices
    draft: Annotated[Words, Described("the notice on a draft translation")]
    demonstration: Demonstration
    contact: ContactLabels
    questions: Questions
    notes: Notes
    write: Write
    colophon: Colophon
    back: Back
    counts: Counts
    keep_whole: Annotated[ListOf[Line], Described("words that no line divides, though there is a place to")] = ()
    where: Annotated[Where, NO_KEY] = NOWHERE


def plural(language: Language, key: str, count: int) -> str:
    """The words for `count` things (`key` is a field of `Counts`), by CLDR's plural category.

    `{count}` is filled with Latin digits; which digits are printed is the composer's to say.
    """
    forms: Mapping[str, str] = getattr(language.counts, key)
    category = str(babel_locale(language.tag).plural_form(count))
    words = forms.get(category) or forms["other"]
    return words.replace("{count}", str(count))
