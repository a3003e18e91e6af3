"""A story as the staff keep it: facts that need no translation, and one text per language.

`Story` is `content/stories/<slug>/story.yaml` and `StoryText` a `<tag>.yaml` beside it, key for key; `stories.py` adds
what the folder says. All text is NFC (UAX #15), white space is single spaces, paragraphs are items of a tuple.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag, with_config

from postcards.manuscript.faults import LIST, NOWHERE, TEXT, kind_of
from postcards.manuscript.kinds import (
    NO_KEY,
    STRICT,
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
    Annotated[Literal["all"], Tag(TEXT)] | Annotated[Several[LanguageTag], Tag(LIST)], Discriminator(kind_of)
]

#: The language a story is written in where its file names no other.
DEFAULT_SOURCE_LANGUAGE = "en"

#: Hex digits of a text's digest: short enough to copy by hand, long enough that no two texts of a booklet share one.
DIGEST_LENGTH = 12

#: The middle of a picture, as shares of its width and height: what a crop keeps if nobody says otherwise.
MIDDLE = (0.5, 0.5)


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
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


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote, and how near it is to what the person said."""

    text: Annotated[StoryLine, Field(description="the words set large")]
    # spoken: word for word; edited: their words, shortened; reported: our words
    source: Annotated[QuoteSource, Field(description="whose words they are; spoken and edited get quotation marks")]


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Photo:
    """A picture beside the file that names it.

    It is not opened yet: `folder` and `file` go to `project.open_asset`.
    """

    file: Annotated[FileName, Field(description="the picture's file name, in the same folder")]
    shows: Annotated[Shows, Field(description="what is to be seen")]
    role: Annotated[Role, Field(description="whether it is the person's own portrait, and if not, what it is")]
    credit: Annotated[Name, Field(description="who made it, as printed at its edge")]
    focus: Annotated[
        tuple[Share, Share], Field(description="the point a crop must keep, as shares of width and height")
    ] = MIDDLE
    quiet: Annotated[
        Corner | None, Field(description="the lower corner where a name on the picture hides least: left or right")
    ] = None
    folder: Annotated[str, NO_KEY] = ""  # relative to the project
    where: Annotated[Where, NO_KEY] = NOWHERE


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Consent:
    """What the person agreed to."""

    basis: Annotated[Basis, Field(description="a signed form, or none because this is a demonstration")]
    channels: Annotated[Several[Channel], Field(description="where the story may appear")]
    languages: Annotated[AllOrTags, Field(description="all, or a list of language tags")]
    expires: Annotated[Day, Field(description="the last day the consent holds")]
    status: Annotated[ConsentStatus, Field(description="withdrawn takes the story out of every booklet")]


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """A story in one language."""

    language: Annotated[str, NO_KEY] = ""  # BCP 47 tag, the file's name
    name: Annotated[Name | None, Field(description="the name in this language's script")] = None
    title: Annotated[StoryLine, Field(description="the heading")]
    quote: Annotated[Quote, Field(description="the pull quote")]
    summary: Annotated[StoryProse, Field(description="the story; blank lines separate paragraphs")]
    alt: Annotated[Alt | None, Field(description="what the picture shows, for readers who cannot see it")] = None
    status: Annotated[Status, Field(description="draft until a native speaker has read it")]
    translated_from: Annotated[Digest | None, Field(description="digest of the source text that was translated")] = None
    where: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "quote.text" -> place of its value


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One person's story, in all its languages."""

    slug: Annotated[str, NO_KEY] = ""  # the folder's name
    name: Annotated[Name | None, Field(description="the name on the card")] = None
    name_policy: Annotated[NamePolicy, Field(description="whether the name is the person's own")]
    country: Annotated[PlaceId, Field(description="country code, or an id of places.yaml")]
    returned: Annotated[Returned, Field(description="month or year of return, or unknown")]
    support: Annotated[
        ListOf[Key], Field(description="what support went into: keys of “support” in the language files")
    ]
    tone: Annotated[Tone, Field(description="how it turned out")]
    photo: Annotated[Photo | None, Field(description="the picture")] = None
    consent: Annotated[Consent, Field(description="what the person agreed to")]
    source_language: Annotated[LanguageTag, Field(description="the language the story was written in")] = (
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
