"""What the pages say: quotation marks, names withheld, dates not known, the reader's order of countries."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from msgspec.structs import replace
from print_room import LANGUAGES, PrintRoom

from postcards.composition.bidi import levels, line_levels, visual_order
from postcards.manuscript import Contact, Quote, Story, YearMonth, direction
from postcards.pages import matter
from postcards.pages.copyfit import Block
from postcards.pages.fields import Book, quoted, story_contents
from postcards.pages.makeup import Content


def one(room: PrintRoom, slug: str, tag: str = "en") -> tuple[Book, Story]:
    book = room.book(tag, [slug])
    return book, book.stories[0]


def texts(room: PrintRoom, book: Book, story: Story, field: str) -> list[str]:
    picture, message = story_contents(book, story, room.designs.palette)
    assert picture.fields == message.fields
    return [block.text for block in picture.fields[field]]


def words(blocks: tuple[Block, ...], style: str) -> list[str]:
    return [block.text for block in blocks if block.style == style]


@pytest.mark.parametrize(
    ("tag", "printed"),
    [("en", "“Home.”"), ("nb", "«Home.»"), ("ru", "«Home.»"), ("fa-AF", "«Home.»"), ("ar", "”Home.“")],
)
@pytest.mark.parametrize("source", ["spoken", "edited"])
def test_own_words_stand_in_the_languages_quotation_marks(
    tag: str, printed: str, source: Literal["spoken", "edited"]
) -> None:
    assert quoted(Quote("Home.", source), tag) == printed


@pytest.mark.parametrize("tag", LANGUAGES)
def test_reported_words_stand_in_no_quotation_marks(tag: str) -> None:
    assert quoted(Quote("He is glad.", "reported"), tag) == "He is glad."


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_name_that_is_withheld_is_nowhere(room: PrintRoom, tag: str) -> None:
    book, story = one(room, "bangladesh-unnamed", tag)
    text = story.texts[tag]
    assert text.name is None
    assert texts(room, book, story, "name") == []
    assert texts(room, book, story, "address")[0] == book.language.unknown.name
    assert texts(room, book, story, "name-country") == [book.place("BD")]
    assert story_contents(book, story, room.designs.palette)[0].heading == text.title
    listed = matter.contents(book, room.designs.palette, {story.slug: 4}).fields["body"]
    assert words(listed, "entry") == [text.title]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_date_that_is_not_known_is_said_to_be(room: PrintRoom, tag: str) -> None:
    book, story = one(room, "wahed", tag)
    assert story.returned is None
    assert texts(room, book, story, "postmark") == [book.language.unknown.postmark]
    assert texts(room, book, story, "address")[2] == book.language.unknown.returned


@pytest.mark.parametrize(
    ("returned", "postmark", "printed"),
    [(YearMonth(2012, 11), "2012", "November 2012"), (YearMonth(2012), "2012", "2012")],
)
def test_a_date_that_is_known(room: PrintRoom, returned: YearMonth, postmark: str, printed: str) -> None:
    book, story = one(room, "asrat")
    story = replace(story, returned=returned)
    assert texts(room, book, story, "postmark") == [postmark]
    assert texts(room, book, story, "address")[2] == printed


def test_native_digits_where_the_language_asks_for_them(room: PrintRoom) -> None:
    book, story = one(room, "asrat", "ne")
    native = replace(book, language=replace(book.language, digits="native"))
    assert texts(room, native, story, "postmark") == ["२०१२"]
    listed = matter.contents(native, room.designs.palette, {story.slug: 14}).fields["body"]
    assert [block.label for block in listed if block.label] == ["१४"]


def test_support_that_nobody_told_of(room: PrintRoom) -> None:
    book, story = one(room, "asrat")
    assert texts(room, book, replace(story, support=()), "address")[3] == "Not told"
    assert texts(room, book, replace(story, support=("housing", "business")), "address")[3] == "housing, a business"


@pytest.mark.parametrize(
    ("role", "printed"),
    [
        ("portrait", "Photo: A. Aas"),
        ("illustration", "Drawn illustration"),
        ("illustrative", "Illustrative photo · Photo: A. Aas"),
        ("staged", "Posed photo · Photo: A. Aas"),
    ],
)
def test_a_picture_that_shows_somebody_else_says_so(room: PrintRoom, role: str, printed: str) -> None:
    book, story = one(room, "asrat")
    assert story.photo
    photo = replace(story.photo, role=role, credit="Photo: A. Aas")
    assert texts(room, book, replace(story, photo=photo), "credit") == [printed]
    assert texts(room, book, replace(story, photo=None), "credit") == []


@pytest.mark.parametrize(
    ("tag", "order"),
    [
        ("en", ["AF", "AL", "ET", "NO"]),  # Afghanistan, Albania, Ethiopia, Norway
        ("nb", ["AF", "ZM", "AT", "AX"]),  # Afghanistan, Zambia, Østerrike, Åland
        ("ru", ["AM", "YE", "UA", "ET"]),  # Армения, Йемен, Украина, Эфиопия
        ("ar", ["ET", "AF", "UA", "IR"]),  # إثيوبيا، أفغانستان، أوكرانيا، إيران
    ],
)
def test_countries_stand_in_the_readers_order(room: PrintRoom, tag: str, order: list[str]) -> None:
    book, story = one(room, "asrat", tag)
    stories = tuple(replace(story, slug=country, country=country) for country in sorted(order))
    numbers = {country: 4 + 2 * place for place, country in enumerate(sorted(order))}
    body = matter.contents(replace(book, stories=stories), room.designs.palette, numbers).fields["body"]
    assert [block.lead for block in body] == [book.places.name(country, tag) for country in order]
    assert [block.label for block in body] == [str(numbers[country]) for country in order]


def test_a_country_is_named_once_and_its_note_stands_under_its_stories(room: PrintRoom) -> None:
    book, story = one(room, "valbon")
    stories = tuple(replace(story, slug=slug) for slug in "ab")
    body = matter.contents(replace(book, stories=stories), room.designs.palette, {"a": 4, "b": 6}).fields["body"]
    assert [block.lead for block in body if block.style == "entry"] == ["Kosovo*", ""]
    assert [block.style for block in body] == ["entry", "entry", "note"]
    assert [block.keep for block in body] == [True, True, False]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_note_is_set_in_its_own_language(room: PrintRoom, tag: str) -> None:
    book, story = one(room, "valbon", tag)
    (note,) = story_contents(book, story, room.designs.palette)[1].fields["note"]
    assert note.language == "en"
    assert "1244" in note.text


def test_no_consent_no_distribution(room: PrintRoom) -> None:
    book, story = one(room, "asrat")
    palette = room.designs.palette
    assert book.is_demonstration
    assert book.language.demonstration.text in words(matter.inside(book, palette).fields["body"], "body")
    assert book.language.demonstration.text in words(matter.colophon(book, palette).fields["body"], "body")
    signed = replace(book, stories=(replace(story, consent=replace(story.consent, basis="signed")),))
    for content in (matter.inside(signed, palette), matter.colophon(signed, palette)):
        assert book.language.demonstration.text not in words(content.fields["body"], "body")


@pytest.mark.parametrize(
    ("status", "language_status", "draft"),
    [("reviewed", "reviewed", False), ("draft", "reviewed", True), ("reviewed", "draft", True)],
)
def test_a_translation_nobody_has_read_is_a_draft(
    room: PrintRoom, status: str, language_status: str, draft: bool
) -> None:
    book, story = one(room, "asrat", "nb")
    story = replace(story, texts={"nb": replace(story.texts["nb"], status=status)})
    book = replace(book, stories=(story,), language=replace(book.language, status=language_status))
    notices = words(matter.inside(book, room.designs.palette).fields["body"], "body")
    assert (book.language.draft in notices) is draft


def test_a_story_in_the_language_it_was_written_in_is_no_draft_translation(room: PrintRoom) -> None:
    book, story = one(room, "asrat")
    written = replace(story, texts={"en": replace(story.texts["en"], status="draft")})
    assert not replace(book, stories=(written,)).is_draft


def test_every_line_of_the_contents_leads_to_its_story(room: PrintRoom) -> None:
    book = room.book("en", ["asrat", "elmi", "valbon"])
    listed = matter.contents(book, room.designs.palette, {story.slug: 4 for story in book.stories}).fields["body"]
    assert {block.target for block in listed if block.style == "entry"} == {"#asrat", "#elmi", "#valbon"}
    assert {block.target for block in listed if block.style == "note"} == {""}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_contact_cards_number_and_address_lead_where_they_say(room: PrintRoom, tag: str) -> None:
    book = room.book(tag, ["asrat"])
    card = Contact("Office", "Street 1", "+47 (0)22 00 00 00", "9–15", "https://example.org/return")
    booklet = replace(book.booklet, contact={tag: card})
    content = matter.contact(replace(book, booklet=booklet), room.designs.palette)
    assert [line.target for line in content.fields["lines"]] == ["", "", "tel:+4722000000", ""]
    (web,) = content.fields["web"]
    assert web.target == "https://example.org/return"
    assert web.text == "\u2066example.org/return\u2069"
    assert content.code
    assert content.code.address == web.target
    label, _, _ = book.language.contact.code.partition("{address}")
    assert content.code.alt.strip("\u2068\u2069").startswith(label)
    assert content.code.alt.strip("\u2068\u2069").endswith("example.org/return")


def test_the_contact_card_is_filled_in_or_left_to_be(room: PrintRoom) -> None:
    book = room.book("en", ["asrat"])
    empty = matter.contact(book, room.designs.palette).fields["lines"]
    assert [(block.label, block.text) for block in empty] == [
        (label, "") for label in ("Office", "Address", "Phone", "Opening hours")
    ]
    card = Contact("The office", "Some Street 1", "+47 22 00 00 00", "9 to 15")
    booklet = replace(book.booklet, contact={"en": card})
    filled = matter.contact(replace(book, booklet=booklet), room.designs.palette).fields["lines"]
    assert [block.text.strip("\u2066\u2069") for block in filled] == [
        "The office",
        "Some Street 1",
        "+47 22 00 00 00",
        "9 to 15",
    ]


def test_the_colophon_tells_issue_date_counts_and_digest(room: PrintRoom) -> None:
    book = room.book("en", ["asrat", "valbon"])
    booklet = replace(book.booklet, issue="7-b", date=date(2027, 3, 9))
    content: Content = matter.colophon(replace(book, booklet=booklet), room.designs.palette)
    told = " ".join(block.text for block in content.fields["body"]).replace("\u2066", "").replace("\u2069", "")
    for part in ("Issue 7-b, 9 March 2027", "2 stories", "2 countries", "Content 0123abcd"):
        assert part in told


def on_paper(block: Block) -> str:
    """A block's line from left to right, by UAX #9; what shows nothing left out."""
    base = 1 if direction(block.language) == "rtl" else 0
    shown = line_levels(block.text, levels(block.text, base), base)
    line = "".join(block.text[place] for place in visual_order(shown))
    return "".join(character for character in line if character not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("tag", ["ar", "fa-AF"])
def test_a_latin_name_moves_nothing_on_a_right_to_left_page(room: PrintRoom, tag: str) -> None:
    """In the contents, on the tab, in bookmarks, on the contact card: the name as it is read, the rest around it."""
    name = "Asrat (2)"
    book, story = one(room, "asrat", tag)
    text = replace(story.texts[tag], name=name, title=f"2012 {story.texts[tag].title}")
    story = replace(story, texts={**story.texts, tag: text})
    book = replace(book, stories=(story,))
    (entry,) = (
        block
        for block in matter.contents(book, room.designs.palette, {story.slug: 4}).fields["body"]
        if block.style == "entry"
    )
    (tab,) = story_contents(book, story, room.designs.palette)[0].fields["name-country"]
    heading = story_contents(book, story, room.designs.palette)[0].heading
    for block in (entry, tab, Block(heading, "entry", tag)):
        assert on_paper(block).endswith(name)
    assert on_paper(entry).removesuffix(name).startswith(text.title.removeprefix("2012 ")[::-1][:4])
    card = Contact("Office (IOM)", "Storgata 12 (2nd floor), 0123 Oslo!", "+47 23 10 53 20", "9–15")
    booklet = replace(book.booklet, contact={tag: card})
    lines = matter.contact(replace(book, booklet=booklet), room.designs.palette).fields["lines"]
    assert [on_paper(line) for line in lines] == [card.office, card.address, card.phone, card.hours]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_covers_picture_is_described_in_the_language(room: PrintRoom, tag: str) -> None:
    book = room.book(tag)
    cover = matter.cover(book, room.designs.palette)
    assert cover.photo
    assert cover.alt == (book.booklet.cover_alt or {})[tag]
    assert cover.alt.startswith(book.language.photo_roles.illustration)
