"""A booklet: which stories, in which design, languages and editions; `content/booklets/<id>.yaml` key for key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from msgspec import field

from postcards.manuscript.faults import GROUP, LIST, NOWHERE, TEXT, kind_of
from postcards.manuscript.kinds import (
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
from postcards.manuscript.markers import NO_KEY, Block, ByKind, Described, Kind
from postcards.manuscript.places import PlaceId
from postcards.manuscript.story import Photo, Tone
from postcards.problems import Where

Edition: TypeAlias = Literal["print", "office", "screen", "phone", "card", "preview"]
Binding: TypeAlias = Literal["saddle-stitch", "perfect", "loose"]


class StoryFilter(Block, frozen=True):
    """The stories that fulfil every list given; an empty list asks for nothing."""

    country: Annotated[Several[PlaceId], Described("countries")] = ()
    tone: Annotated[Several[Tone], Described("how the stories turned out")] = ()


class Contact(Block, frozen=True):
    """Where a reader can ask: a role's address, not a person's. Printed as written."""

    office: Name
    address: Name
    phone: Name
    hours: Name
    web: Annotated[WebAddress | None, Described("a page, https://…; a code for phones leads there")] = None


Choice: TypeAlias = Annotated[
    Annotated[Literal["all"], Kind(TEXT)] | Annotated[Several[Slug], Kind(LIST)] | Annotated[StoryFilter, Kind(GROUP)],
    ByKind(kind_of),
]

#: So many copies in every language, or each language its own number.
Quantity: TypeAlias = Annotated[
    Annotated[Copies, Kind(TEXT)] | Annotated[Mapping[LanguageTag, Copies], Kind(GROUP)], ByKind(kind_of)
]


class Booklet(Block, frozen=True, kw_only=True):
    """One booklet, in all its languages and editions."""

    id: Annotated[str, NO_KEY] = ""  # the file's name
    stories: Annotated[Choice, Described("all, a list of story folders, or a filter")]
    layout: Annotated[Slug, Described("the page design, a file in layouts/")]
    languages: Annotated[Several[WantedTag], Described("language tags")]
    editions: Annotated[Several[Edition], Described("what is made")]
    issue: Annotated[Name, Described("the issue's number")]
    date: Annotated[Day, Described("printed in the colophon; consents are checked against it")]
    binding: Annotated[Binding, Described("how the pages are held together")]
    paper: Annotated[Weight, Described("weight of the inside pages in g/m²")]
    caliper: Annotated[
        Caliper | None, Described("thickness of a sheet of that paper in mm; left out, what is usual")
    ] = None
    printer: Annotated[Slug | None, Described("what the print shop asks for, a file in layouts/printers/")] = None
    quantity: Annotated[Quantity | None, Described("copies to be printed, in every language or by tag")] = None
    cover: Annotated[Photo | None, Described("the picture on the front")] = None
    cover_alt: Annotated[ByLanguage[Alt] | None, Described("what that picture shows, by language tag")] = None
    contact: Annotated[ByLanguage[Contact] | None, Described("where readers can ask, by language tag")] = None
    story_link: Annotated[
        StoryLink | None, Described("the page of each story, https://…{story}; a code for phones leads there")
    ] = None
    where: Annotated[Where, NO_KEY] = NOWHERE
    marks: Annotated[Mapping[str, Where], NO_KEY] = field(default_factory=dict)  # "stories.2" -> place of its value

    def copies(self, tag: str) -> int | None:
        """How many are to be printed in a language; None where the file does not say."""
        return self.quantity.get(tag) if isinstance(self.quantity, Mapping) else self.quantity

    def cover_words(self, tag: str) -> str:
        """What the picture on the front shows, in a language; empty where the file does not say."""
        return (self.cover_alt or {}).get(tag, "")
