"""The pages around the stories: cover, notices, contents by country, contact, questions, colophon, back cover.

All words come from the language's file; numbers and dates are set as the language has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from math import ceil

from msgspec.structs import replace

from postcards.composition import orthography
from postcards.manuscript import Story, plural
from postcards.manuscript.links import telephone
from postcards.pages.colours import Palette
from postcards.pages.copyfit import Block
from postcards.pages.fields import Book, beside, note
from postcards.pages.layout import PROSE, Layout
from postcards.pages.makeup import Content

#: Pages that stand before the contents as a rule: the cover and its inside.
BEFORE_CONTENTS = 2

#: Lines to write on: on the page for notes, on the postcard's message side, and for its address.
NOTE_LINES = 8
MESSAGE_LINES = 7
ADDRESS_LINES = 4

#: What stands on a contact card to fill in by hand.
NO_CARD = ("", "", "", "")


def cover(book: Book, palette: Palette) -> Content:
    """A postcard: the booklet's picture, its title, and the language's name in its own script."""
    words = book.language.cover
    fields = {
        "cover-label": (book.block(book.language.endonym, "cover-label"),),
        "cover-title": (book.block(words.title, "cover-title"),),
        "cover-subtitle": (book.block(words.subtitle, "cover-subtitle"),),
        "issue": (book.block(_issue(book), "issue"),),
    }
    alt = book.booklet.cover_words(book.tag)
    return Content("cover", fields, palette.default_accent, book.booklet.cover, alt, heading=words.title)


def inside(book: Book, palette: Palette) -> Content:
    """The cover's inside: what a reader must know first."""
    words = book.language.notices
    body = [
        book.block(text, "body")
        for text in (words.real_stories, words.new_texts, words.pictures, words.names, words.age, words.choice)
    ]
    if book.is_draft:
        body.append(book.block(book.language.draft, "body"))
    if book.is_demonstration:
        demonstration = book.language.demonstration
        body = [book.block(demonstration.title, "strong"), book.block(demonstration.text, "body"), *body]
    return _prose(book, palette, words.title, tuple(body))


def contents(book: Book, palette: Palette, numbers: Mapping[str, int], above: bool = False) -> Content:
    """Stories by country, countries in the reader's order. `numbers` gives each story's first page.

    Each country stands before the first of its stories, or `above` it; a note that must be printed with its name stands
    under them.
    """
    title = book.language.labels.contents
    ordered = sorted(
        book.stories,
        key=lambda story: (
            orthography.sort_key(book.places.name(story.country, book.tag), book.tag),
            numbers[story.slug],
        ),
    )
    body: list[Block] = []
    for country, stories in groupby(ordered, key=lambda story: story.country):
        lead: str | None = book.place(country)
        if above:
            body.append(book.block(book.place(country), "group"))
            lead = None
        for story in stories:
            text, number = story.texts[book.tag], book.figures(str(numbers[story.slug]))
            block = book.block(beside(book.put_in(text.name), text.title), "entry", number)
            body.append(replace(block, lead=lead, keep=bool(note(book, country)), target=f"#{story.slug}"))
            lead = None if above else ""
        body += note(book, country)
    return Content("contents", _fields(book, title, tuple(body)), palette.default_accent, heading=title)


def likely_numbers(book: Book, layout: Layout) -> dict[str, int]:
    """Where stories begin, by slug, if each takes a page for each of its faces, and each entry of the contents a line:
    what the contents are filled in with to see how many pages they take. The nearer, the less is set twice.
    """
    entry, count = layout.styles["entry"], len(layout.story.with_picture)
    columns = [frame for frame in layout.frames(layout.matter.contents) if PROSE in frame.flow]
    lines = sum(layout.place(frame, "ltr", 1).height for frame in columns) // (entry.leading + entry.space)
    first = BEFORE_CONTENTS + ceil(len(book.stories) / max(1, lines)) + 1
    if layout.bound and count % 2 == 0:
        first += first % 2  # their pages face each other
    return {story.slug: first + count * place for place, story in enumerate(book.stories)}


def names_office(book: Book) -> bool:
    """Whether the booklet says in its language whom to ask."""
    return book.tag in (book.booklet.contact or {})


def contact(book: Book, palette: Palette) -> Content:
    """Where to ask, and a code for its web page; empty lines to fill in by hand where the booklet names no office."""
    words = book.language.contact
    card = (book.booklet.contact or {}).get(book.tag)
    phone = orthography.isolate(card.phone, "ltr") if card and card.phone else ""  # as it is dialled
    values = (book.put_in(card.office), book.put_in(card.address), phone, book.put_in(card.hours)) if card else NO_CARD
    labels = (words.office, words.address, words.phone, words.hours)
    targets = ("", "", telephone(card.phone) if card else "", "")
    lines = tuple(
        replace(book.block(value, "value", label), target=target)
        for value, label, target in zip(values, labels, targets, strict=True)
    )
    web = card.web if card and card.web else ""
    fields = _fields(book, words.title, (book.block(words.text, "body"),))
    fields |= {"lines": lines, "web": (book.link(web, "web"),) if web else ()}
    code = book.code(web) if web else None
    return Content("contact", fields, palette.default_accent, heading=words.title, code=code)


def questions(book: Book, palette: Palette) -> Content:
    """Questions a reader may want to ask, numbered."""
    words = book.language.questions
    body = tuple(
        book.block(item, "question", book.figures(str(number))) for number, item in enumerate(words.items, start=1)
    )
    return Content("questions", _fields(book, words.title, body), palette.default_accent)


def told(book: Book, closing: Content) -> Content:
    """The closing page with what is said of asking below its own text: where no office is named, and nobody fills in
    lines, that needs no page.
    """
    words = book.language.contact
    body = (*closing.fields["body"], book.block(words.title, "strong"), book.block(words.text, "body"))
    return replace(closing, fields={**closing.fields, "body": body})


def write(book: Book, palette: Palette) -> Content:
    """A postcard for the reader's own story."""
    words = book.language.write
    fields = _fields(book, words.title, (book.block(words.text, "body"),)) | {
        "lines": (book.block("", "value", lines=MESSAGE_LINES),),
        "address": (book.block("", "value", lines=ADDRESS_LINES),),
    }
    return Content("write", fields, palette.default_accent)


def notes(book: Book, palette: Palette) -> Content:
    """A page to write on."""
    fields = _fields(book, book.language.notes.title, ()) | {"lines": (book.block("", "value", lines=NOTE_LINES),)}
    return Content("notes", fields, palette.default_accent)


def colophon(book: Book, palette: Palette) -> Content:
    """Issue and date, whose opinions these are, credits, licence, and the digest of the texts."""
    words = book.language.colophon
    date = orthography.full_date(book.booklet.date, book.tag, book.language.dates)
    issue = book.figures(
        words.issue.replace("{issue}", orthography.isolate(book.booklet.issue, "ltr")).replace("{date}", date)
    )
    digest = orthography.isolate(book.digest, "ltr")
    counts = orthography.list_separator(book.tag).join(
        book.figures(plural(book.language, key, count)) for key, count in _counts(book).items()
    )
    texts = [issue, counts, words.opinions, words.designations, words.changes, words.pictures, words.licence]
    if book.is_demonstration:
        texts.insert(0, book.language.demonstration.text)
    body = [book.block(text, "body") for text in (*texts, words.content.replace("{digest}", digest))]
    return _prose(book, palette, words.title, tuple(body))


def back(book: Book, palette: Palette) -> Content:
    """The back cover."""
    fields = {
        "closing": (book.block(book.language.back.text, "closing"),),
        "closing-label": (book.block(beside(book.language.cover.title, book.language.endonym), "closing-label"),),
    }
    return Content("back", fields, palette.default_accent)


def card(book: Book, palette: Palette, story: Story) -> Content:
    """The last page of a card of one story: which booklet it is from, and what whoever gets it must know."""
    words = book.language.notices
    texts = [words.real_stories, *((words.pictures,) if story.photo else ()), words.names]
    if book.is_draft:
        texts.append(book.language.draft)
    if book.is_demonstration:
        texts.insert(0, book.language.demonstration.text)
    body = [book.block(_issue(book), "group"), *(book.block(text, "fact") for text in texts)]
    return Content("card", _fields(book, book.language.cover.title, tuple(body)), palette.accent(story.country))


def running(content: Content) -> Content:
    """The same page with its lines as text that runs on: nobody fills in lines on a screen."""
    fields = content.fields
    told: list[Block] = []
    for block in fields.get("lines", ()):
        if block.text:
            told += [replace(block, text=block.label, style="label", label="", target=""), replace(block, label="")]
    body = (*fields["body"], *told, *fields.get("web", ()))
    return replace(content, fields={**fields, "body": body, "lines": (), "web": ()}, code=None)


def with_folio(content: Content, book: Book, number: int) -> Content:
    """The same page with its folio."""
    folio = {"folio": (book.block(book.figures(str(number)), "folio"),)}
    return replace(content, fields={**content.fields, **folio})


def _prose(book: Book, palette: Palette, title: str, body: tuple[Block, ...]) -> Content:
    return Content("prose", _fields(book, title, body), palette.default_accent, heading=title)


def _fields(book: Book, title: str, body: tuple[Block, ...]) -> dict[str, tuple[Block, ...]]:
    return {"heading": (book.block(title, "heading"),), "body": body}


def _issue(book: Book) -> str:
    return book.figures(f"{book.language.labels.issue} {orthography.isolate(book.booklet.issue, 'ltr')}")


def _counts(book: Book) -> dict[str, int]:
    return {"stories": len(book.stories), "countries": len({story.country for story in book.stories})}
