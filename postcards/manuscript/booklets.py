"""A booklet: which stories, in which design, languages and editions; `content/booklets/<id>.yaml` key for key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag, with_config

from postcards.manuscript.faults import GROUP, LIST, NOWHERE, TEXT, kind_of
from postcards.manuscript.kinds import (
    NO_KEY,
    STRICT,
    Alt,
    ByLanguage,
    Caliper,
    Copies,
    Day,
    LanguageTag,
    Name,
    Several,
    Slug,
    StoryLink,
    WantedTag,
    WebAddress,
    Weight,
)
from postcards.manuscript.places import PlaceId
from postcards.manuscript.story import Photo, Tone
from postcards.problems import Where

Edition: TypeAlias = Literal["print", "office", "screen", "phone", "card", "preview"]
Binding: TypeAlias = Literal["saddle-stitch", "perfect", "loose"]


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class StoryFilter:
    """The stories that fulfil every list given; an empty list asks for nothing."""

    country: Annotated[Several[PlaceId], Field(description="countries")] = ()
    tone: Annotated[Several[Tone], Field(description="how the stories turned out")] = ()


@with_config(STRICT)
@dataclass(frozen=True, slots=True)
class Contact:
    """Where a reader can ask: a role's address, not a person's. Printed as written."""

    office: Name
    address: Name
    phone: Name
    hours: Name
    web: Annotated[WebAddress | None, Field(description="a page, https://…; a code for phones leads there")] = None


Choice: TypeAlias = Annotated[
    Annotated[Literal["all"], Tag(TEXT)] | Annotated[Several[Slug], Tag(LIST)] | Annotated[StoryFilter, Tag(GROUP)],
    Discriminator(kind_of),
]

#: So many copies in every language, or each language its own number.
Quantity: TypeAlias = Annotated[
    Annotated[Copies, Tag(TEXT)] | Annotated[Mapping[LanguageTag, Copies], Tag(GROUP)], Discriminator(kind_of)
]


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """One booklet, in all its languages and editions."""

    id: Annotated[str, NO_KEY] = ""  # the file's name
    stories: Annotated[Choice, Field(description="all, a list of story folders, or a filter")]
    layout: Annotated[Slug, Field(description="the page design, a file in layouts/")]
    languages: Annotated[Several[WantedTag], Field(description="language tags")]
    editions: Annotated[Several[Edition], Field(description="what is made")]
    issue: Annotated[Name, Field(description="the issue's number")]
    date: Annotated[Day, Field(description="printed in the colophon; consents are checked against it")]
    binding: Annotated[Binding, Field(description="how the pages are held together")]
    paper: Annotated[Weight, Field(description="weight of the inside pages in g/m²")]
    caliper: Annotated[
        Caliper | None, Field(description="thickness of a sheet of that paper in mm; left out, what is usual")
    ] = None
    printer: Annotated[Slug | None, Field(description="what the print shop asks for, a file in layouts/printers/")] = (
        None
    )
    quantity: Annotated[Quantity | None, Field(description="copies to be printed, in every language or by tag")] = None
    cover: Annotated[Photo | None, Field(description="the picture on the front")] = None
    cover_alt: Annotated[ByLanguage[Alt] | None, Field(description="what that picture shows, by language tag")] = None
    contact: Annotated[ByLanguage[Contact] | None, Field(description="where readers can ask, by language tag")] = None
    story_link: Annotated[
        StoryLink | None, Field(description="the page of each story, https://…{story}; a code for phones leads there")
    ] = None
    where: Annotated[Where, NO_KEY] = NOWHERE
    marks: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "stories.2" -> place of its value

    def copies(self, tag: str) -> int | None:
        """How many are to be printed in a language; None where the file does not say."""
        return self.quantity.get(tag) if isinstance(self.quantity, Mapping) else self.quantity

    def cover_words(self, tag: str) -> str:
        """What the picture on the front shows, in a language; empty where the file does not say."""
        return (self.cover_alt or {}).get(tag, "")
