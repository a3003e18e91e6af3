"""A story as the staff keep it: facts that need no translation, and one text per language.

`Story` is `content/stories/<slug>/story.yaml` and `StoryText` a `<tag>.yaml` beside it, key for key; `stories.py` adds
what the folder says. All text is NFC (UAX #15), white space is single spaces, paragraphs are items of a tuple.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from msgspec import Struct, field

from postcards.manuscript.faults import LIST, NOWHERE, TEXT, kind_of
from postcards.manuscript.kinds import (
    Alt,
    Day,
    Digest,
    FileName,
    Form,
    Key,
    LanguageTag,
    ListOf,
    Name,
    Several,
    Share,
    StoryLine,
    StoryProse,
)
from postcards.manuscript.markers import NO_KEY, Block, ByKind, Described, Kind
from postcards.manuscript.places import PlaceId
from postcards.problems import Where

NamePolicy: TypeAlias = Literal["published", "pseudonym", "none"]
Tone: TypeAlias = Literal["positive", "mixed", "negative"]
Status: TypeAlias = Literal["draft", "reviewed"]
QuoteSource: TypeAlias = Literal["spoken", "edited", "reported"]
Shows: TypeAlias = Literal["person", "family", "place", "object"]
Role: TypeAlias = Literal["portrait", "illustrative", "staged", "illustration"]
Basis: TypeAlias = Literal["signed", "demonstration"]
Channel: TypeAlias = Literal["print", "screen", "social"]
Corner: TypeAlias = Literal["left", "right"]
ConsentStatus: TypeAlias = Literal["active", "withdrawn"]
AllOrTags: TypeAlias = Annotated[
    Annotated[Literal["all"], Kind(TEXT)] | Annotated[Several[LanguageTag], Kind(LIST)], ByKind(kind_of)
]

#: The language a story is written in where its file names no other.
DEFAULT_SOURCE_LANGUAGE = "en"

#: Hex digits of a text's digest: short enough to copy by hand, long enough that no two texts of a booklet share one.
DIGEST_LENGTH = 12

#: The middle of a picture, as shares of its width and height: what a crop keeps if nobody says otherwise.
MIDDLE = (0.5, 0.5)


class YearMonth(Struct, frozen=True, order=True):
    """A month of the Gregorian calendar, or a whole year."""

    year: int
    month: int | None = None  # 1 to 12

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


def _year_month(value: str) -> YearMonth | None:
    if value == "unknown":
        return None
    year, _, month = value.partition("-")
    return YearMonth(int(year), int(month) if month else None)


Returned: TypeAlias = Annotated[
    YearMonth | None,
    Form(
        r"(19|20)\d\d(-(0[1-9]|1[0-2]))?|unknown",
        _year_month,
        "a year, a year and month, or unknown",
        "2012-11",
        numeric=True,
    ),
]


class Quote(Block, frozen=True):
    """A pull quote, and how near it is to what the person said."""

    text: Annotated[StoryLine, Described("the words set large")]
    # spoken: word for word; edited: their words, shortened; reported: our words
    source: Annotated[QuoteSource, Described("whose words they are; spoken and edited get quotation marks")]


class Photo(Block, frozen=True):
    """A picture beside the file that names it.

    It is not opened yet: `folder` and `file` go to `project.open_asset`.
    """

    file: Annotated[FileName, Described("the picture's file name, in the same folder")]
    shows: Annotated[Shows, Described("what is to be seen")]
    role: Annotated[Role, Described("whether it is the person's own portrait, and if not, what it is")]
    credit: Annotated[Name, Described("who made it, as printed at its edge")]
    focus: Annotated[tuple[Share, Share], Described("the point a crop must keep, as shares of width and height")] = (
        MIDDLE
    )
    quiet: Annotated[
        Corner | None, Described("the lower corner where a name on the picture hides least: left or right")
    ] = None
    folder: Annotated[str, NO_KEY] = ""  # relative to the project
    where: Annotated[Where, NO_KEY] = NOWHERE


class Consent(Block, frozen=True):
    """What the person agreed to."""

    basis: Annotated[Basis, Described("a signed form, or none because this is a demonstration")]
    channels: Annotated[Several[Channel], Described("where the story may appear")]
    languages: Annotated[AllOrTags, Described("all, or a list of language tags")]
    expires: Annotated[Day, Described("the last day the consent holds")]
    status: Annotated[ConsentStatus, Described("withdrawn takes the story out of every booklet")]


class StoryText(Block, frozen=True, kw_only=True):
    """A story in one language."""

    language: Annotated[str, NO_KEY] = ""  # BCP 47 tag, the file's name
    name: Annotated[Name | None, Described("the name in this language's script")] = None
    title: Annotated[StoryLine, Described("the heading")]
    quote: Annotated[Quote, Described("the pull quote")]
    summary: Annotated[StoryProse, Described("the story; blank lines separate paragraphs")]
    alt: Annotated[Alt | None, Described("what the picture shows, for readers who cannot see it")] = None
    status: Annotated[Status, Described("draft until a native speaker has read it")]
    translated_from: Annotated[Digest | None, Described("digest of the source text that was translated")] = None
    where: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "quote.text" -> place of its value


class Story(Block, frozen=True, kw_only=True):
    """One person's story, in all its languages."""

    slug: Annotated[str, NO_KEY] = ""  # the folder's name
    name: Annotated[Name | None, Described("the name on the card")] = None
    name_policy: Annotated[NamePolicy, Described("whether the name is the person's own")]
    country: Annotated[PlaceId, Described("country code, or an id of places.yaml")]
    returned: Annotated[Returned, Described("month or year of return, or unknown")]
    support: Annotated[ListOf[Key], Described("what support went into: keys of “support” in the language files")]
    tone: Annotated[Tone, Described("how it turned out")]
    photo: Annotated[Photo | None, Described("the picture")] = None
    consent: Annotated[Consent, Described("what the person agreed to")]
    source_language: Annotated[LanguageTag, Described("the language the story was written in")] = (
        DEFAULT_SOURCE_LANGUAGE
    )
    texts: Annotated[Mapping[str, StoryText], NO_KEY] = field(default_factory=dict)  # by BCP 47 tag
    where: Annotated[Where, NO_KEY] = NOWHERE
    folder: Annotated[str, NO_KEY] = ""  # relative to the project
    marks: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "consent.expires" -> place


def text_digest(text: StoryText) -> str:
    """What a translation names in `translated_from`: 12 hex digits that change when a reader would see another text."""
    parts = (text.title, text.quote.text, *text.summary, text.alt or "")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:DIGEST_LENGTH]
