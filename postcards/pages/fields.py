"""What stands where: the texts of a story's pages, by the names that layouts ask for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import orthography
from postcards.composition.keyboard import typeset
from postcards.manuscript import Booklet, Language, Places, Quote, Story, StoryText, direction, text_digest
from postcards.manuscript.links import shown_link, story_link
from postcards.manuscript.printers import ANY_PRINTER, Printer
from postcards.pages.codes import Code
from postcards.pages.colours import Palette
from postcards.pages.copyfit import Block
from postcards.pages.coverage import prose
from postcards.pages.makeup import Content

#: Quotes that are a person's own words stand in quotation marks; what is reported does not.
OWN_WORDS = ("spoken", "edited")

#: The language that addresses are set and read in: their letters are Latin whatever stands around them.
LATIN = "en"

#: Hex digits of the content digest in the colophon: enough to tell two issues apart by telephone.
SHORT_DIGEST = 8

Fields = dict[str, tuple[Block, ...]]


class Book(Struct, frozen=True):
    """One booklet in one language: everything its pages are made from."""

    booklet: Booklet
    language: Language
    places: Places
    stories: tuple[Story, ...]  # in the booklet's order
    digest: str  # of all texts in it, as printed in the colophon
    printer: Printer = ANY_PRINTER  # whose bleed the pages have, and whose page count they come to

    @property
    def tag(self) -> str:
        return self.language.tag

    @property
    def is_demonstration(self) -> bool:
        """Whether anybody in it was not asked."""
        return any(story.consent.basis == "demonstration" for story in self.stories)

    @property
    def is_draft(self) -> bool:
        """Whether a translation in it was not checked by a native speaker."""
        translated = [story for story in self.stories if story.source_language != self.tag]
        drafts = [story.texts[self.tag].status == "draft" for story in translated]
        return self.language.status == "draft" or any(drafts)

    def figures(self, text: str) -> str:
        """`text` with its digits as the language writes them."""
        return orthography.native_digits(text, self.tag) if self.language.digits == "native" else text

    def block(self, text: str, style: str, label: str = "", lines: int = 0) -> Block:
        """A text as the language prints it, whatever keyboard it was typed on."""
        text, label = (typeset(words, self.tag) for words in (text, label))
        return Block(text, style, self.tag, label, lines=lines)

    def put_in(self, text: str | None) -> str:
        """A name or a value from elsewhere, ready to stand among the language's own words."""
        return orthography.inserted(text, self.tag) if text else ""

    def code(self, address: str) -> Code:
        """The code that leads there, and what is said of it."""
        return Code(address, self.language.contact.code.replace("{address}", self.put_in(shown_link(address))))

    def link(self, address: str, style: str) -> Block:
        """An address as people type it: letter for letter, from the left, and where a line of the page begins."""
        align = "start" if direction(self.tag) == direction(LATIN) else "end"
        return Block(orthography.isolate(shown_link(address), "ltr"), style, LATIN, align=align, target=address)

    def story_address(self, slug: str) -> str:
        """A story's page, if the booklet says that there is one."""
        template = self.booklet.story_link
        return story_link(template, slug, self.tag) if template else ""

    def place(self, place: str) -> str:
        """A place's name with its marker."""
        return self.places.name(place, self.tag) + self.places.marker(place)


def story_contents(book: Book, story: Story, palette: Palette) -> tuple[Content, Content]:
    """The picture face and the message face of a story. A layout with one page takes all fields from either."""
    text = story.texts[book.tag]
    fields = _story_fields(book, story, text)
    accent = palette.accent(story.country)
    motif = hashlib.sha256(story.slug.encode()).digest()[0]
    kind = "picture" if story.photo else "quote"
    address = book.story_address(story.slug)
    code = book.code(address) if address else None
    common = Content(kind, fields, accent, story.photo, text.alt or "", story.slug, heading(book, text), motif, code)
    return common, replace(common, kind="message", heading="")


def heading(book: Book, text: StoryText) -> str:
    """How bookmarks name a story."""
    title = typeset(text.title, book.tag)
    return f"{book.put_in(text.name)}: {title}" if text.name else title


def beside(*texts: str) -> str:
    """Texts in one line, those that are not empty."""
    return " · ".join(filter(None, texts))


def _story_fields(book: Book, story: Story, text: StoryText) -> Fields:
    quote = quoted(text.quote, book.tag)
    country = book.place(story.country)
    language = book.language
    returned = language.unknown.returned
    postmark = language.unknown.postmark
    if story.returned:
        when = orthography.month_year(story.returned.year, story.returned.month, book.tag, language.dates)
        returned, postmark = book.figures(when), book.figures(str(story.returned.year))
    separator = orthography.list_separator(book.tag)
    support = separator.join(language.support[kind] for kind in story.support) or language.unknown.support
    labels = language.labels
    address = book.story_address(story.slug)
    return {
        "name": (book.block(text.name, "name"),) if text.name else (),
        "country": (book.block(country, "country"),),
        "quote": (book.block(quote, "quote"),),
        "quote-face": (book.block(quote, "quote-face"),),
        "credit": _credit(book, story),
        "name-country": (book.block(beside(book.put_in(text.name), book.put_in(country)), "name"),),
        "facts": (
            replace(book.block(f"{labels.returned}: {book.put_in(returned)}", "fact"), keep=True),
            book.block(f"{labels.support}: {book.put_in(support)}", "fact"),
        ),
        "title": (book.block(text.title, "title"),),
        "summary": tuple(book.block(paragraph, "summary") for paragraph in text.summary),
        "note": note(book, story.country),
        "stamp": (book.block(country, "stamp"),),
        "postmark": (book.block(postmark, "postmark"),),
        "year": (book.block(postmark, "postmark"),) if story.returned else (),
        "address": (
            book.block(text.name or language.unknown.name, "value", labels.name),
            book.block(country, "value", labels.country),
            book.block(returned, "value", labels.returned),
            book.block(support, "value", labels.support),
        ),
        "link": (book.link(address, "link"),) if address else (),
    }


def quoted(quote: Quote, tag: str) -> str:
    """A pull quote as it is printed: in quotation marks only where the words are the person's own."""
    return orthography.quoted(quote.text, tag) if quote.source in OWN_WORDS else quote.text


def note(book: Book, place: str) -> tuple[Block, ...]:
    """The note that must be printed with a place's name, in its own language; nothing for most places."""
    text = book.places.note(place, book.tag)
    return (Block(text, "note", book.places.note_language(place, book.tag)),) if text else ()


def _credit(book: Book, story: Story) -> tuple[Block, ...]:
    """What the picture is, and who made it."""
    if not story.photo:
        return ()
    photo = story.photo
    roles: Mapping[str, str] = {
        "illustration": book.language.photo_roles.illustration,
        "illustrative": beside(book.language.photo_roles.illustrative, book.put_in(photo.credit)),
        "staged": beside(book.language.photo_roles.staged, book.put_in(photo.credit)),
    }
    return (book.block(roles.get(photo.role, photo.credit), "credit"),)


def content_digest(language: Language, stories: Iterable[Story]) -> str:
    """Eight hex digits that change with any text of the booklet in this language, however its files are saved."""
    lines = [f"{key} {words}" for key, words in prose(language)]
    for story in stories:
        text = story.texts[language.tag]
        facts = (story.slug, text.name, story.country, story.returned, *story.support, text.quote.source)
        lines.append(" ".join([text_digest(text), *map(str, facts)]))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:SHORT_DIGEST]
