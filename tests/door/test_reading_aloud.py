"""What somebody hears who cannot see the booklet: the stories, whole, in order, in their language, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, pairwise

import pikepdf
import pypdfium2
import pytest
import yaml
from pdf_readers import READERS, SOFT_HYPHEN, as_read
from project import BOOKLET, CONTENT, Office, new_office
from tag_tree import Node, TaggedFile

from postcards.composition import orthography

DEMONSTRATION = yaml.safe_load((CONTENT / "booklets" / "postcards-of-return.yaml").read_text("utf-8"))
LANGUAGES = tuple(DEMONSTRATION["languages"])
RIGHT_TO_LEFT = ("ar", "fa-AF", "fa", "ps", "ckb", "ur")
OTHER_LETTERS = (*RIGHT_TO_LEFT, "ti", "am", "ru", "uk", "ne", "th")
ALL_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
EDITIONS = ("screen", "print")
#: Where to ask, in both directions of reading.
WEB, DIALLED = "https://example.org/return", "tel:+4722000000"
CONTACT = f"""\
contact:
  en: {{office: Return office, address: Example Street 12, phone: +47 (0)22 00 00 00, hours: 9 to 15, web: "{WEB}"}}
  ar: {{office: مكتب العودة, address: Example Street 12, phone: +47 22 00 00 00, hours: 9–15, web: "{WEB}"}}
"""

#: Letters of a country's name on a stamp, of a postmark and of a page number.
LONGEST_DRAWN = 60

STORIES = tuple(DEMONSTRATION["stories"])
COUNTRIES = {
    yaml.safe_load((CONTENT / "stories" / story / "story.yaml").read_text("utf-8"))["country"] for story in STORIES
}
FEW = ("asrat", "valbon", "wahed")


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The demonstration stories in all its languages."""
    office = new_office(tmp_path_factory.mktemp("spoken") / "project", STORIES, LANGUAGES)
    office.append(f"booklets/{BOOKLET}.yaml", CONTACT)
    answer = office.build("-e", "screen", "-e", "phone")
    assert answer.code == 0, answer.err
    return office


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A few stories in all languages, with tags and without."""
    office = new_office(tmp_path_factory.mktemp("copied") / "project", FEW, LANGUAGES)
    assert office.build().code == 0
    return office


def opened(office: Office, language: str, edition: str = "screen") -> TaggedFile:
    return TaggedFile(pikepdf.open(office.pdf(language, edition)))


def told(story: str, language: str) -> dict[str, object]:
    text: dict[str, object] = yaml.safe_load((CONTENT / "stories" / story / f"{language}.yaml").read_text("utf-8"))
    return text


def section(tagged: TaggedFile, title: str) -> Node:
    """The section that begins with this heading."""
    found = [each for each in tagged.root.all("Sect") if title in [as_read(head.text) for head in each.all("H1", "H2")]]
    assert len(found) == 1, title
    return found[0]


def heard(text: str) -> str:
    """What somebody hears of it."""
    return as_read(text.replace(SOFT_HYPHEN, ""))


def bare(text: str) -> str:
    """`text` without marks on letters, which reach out of a rectangle about their line, and without page numbers."""
    return "".join(letter for letter in as_read(text) if unicodedata.category(letter) not in ("Mn", "Nd"))


@pytest.mark.parametrize("edition", ["screen", "phone"])
@ALL_LANGUAGES
def test_a_story_is_read_in_its_own_order_and_language(spoken: Office, language: str, edition: str) -> None:
    tagged = opened(spoken, language, edition)
    assert tagged.language == language
    for story in STORIES:
        text = told(story, language)
        quote = text["quote"]["text"]
        if text["quote"]["source"] != "reported":
            quote = orthography.quoted(quote, language)
        paragraphs = [as_read(paragraph) for paragraph in text["summary"].split("\n\n")]
        part = section(tagged, as_read(text["title"]))
        read = [
            (node.tag, heard(node.alt or node.text), node.language)
            for node in part.all("H2", "BlockQuote", "P", "Figure")
            if node.tag != "P" or heard(node.text) in paragraphs
        ]
        expected = [("H2", text["title"]), ("BlockQuote", quote), *(("P", paragraph) for paragraph in paragraphs)]
        if text.get("alt"):
            expected.append(("Figure", text["alt"]))
        assert read == [(tag, as_read(passage), language) for tag, passage in expected]


@ALL_LANGUAGES
def test_every_word_on_the_pages_is_read_or_is_a_drawings_or_a_page_number(spoken: Office, language: str) -> None:
    tagged = opened(spoken, language)
    words = yaml.safe_load((CONTENT / "languages" / f"{language}.yaml").read_text("utf-8"))
    said = heard(tagged.root.text.replace("\n", " "))
    for part in ("notices", "demonstration", "colophon"):
        for passage in passages(words[part]):
            assert as_read(passage).split("{")[0].strip() in said, passage
    assert max(len(heard(page)) for page in tagged.artifacts) < LONGEST_DRAWN


def passages(words: object) -> list[str]:
    if isinstance(words, str):
        return [words]
    return [passage for each in (words.values() if isinstance(words, dict) else words) for passage in passages(each)]


@ALL_LANGUAGES
def test_what_is_in_another_language_says_so(spoken: Office, language: str) -> None:
    tagged = opened(spoken, language)
    others = " ".join(kid.text for kid in tagged.root.all("Span") if kid.language != language)
    note = next(node for node in tagged.root.all("Note"))
    assert heard(note.text).startswith("* This designation is without prejudice")
    assert note.language == "en"
    if language in OTHER_LETTERS:
        assert {"IOM", "SIL", "License"} <= set(re.findall(r"\w+", others))
        assert all(word.isascii() for word in re.findall(r"\w+", others))
    else:
        assert others == ""


@ALL_LANGUAGES
def test_headings_begin_at_the_top_and_skip_no_level(spoken: Office, language: str) -> None:
    levels = [int(node.tag[1]) for node in opened(spoken, language).root.all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@ALL_LANGUAGES
def test_lists_and_contents_are_what_they_are(spoken: Office, language: str) -> None:
    root = opened(spoken, language).root
    entries = list(root.all("TOCI"))
    assert len(entries) == len(STORIES)
    numbers = [heard(next(entry.all("Lbl")).text) for entry in entries]
    assert len(set(numbers)) == len(numbers)
    lists = [node for node in root.all("TOC") if any(kid.tag == "TOCI" for kid in node.kids)]
    named = [next(node.all("Caption")).text for node in lists]  # overleaf a country is said again
    assert len([name for name, _ in groupby(named)]) == len(set(named)) == len(COUNTRIES)
    for item in root.all("LI"):
        assert [kid.tag for kid in item.kids] in (["Lbl", "LBody"], ["LBody"])
    facts = [item for item in root.all("L") if len(item.kids) == 4]
    assert len(facts) == len(STORIES) + 1  # the contact card


@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
@ALL_LANGUAGES
def test_tags_leave_what_is_copied_as_it_is(copied: Office, language: str, reader: str) -> None:
    tagged, plain = ([as_read(page) for page in READERS[reader](copied.pdf(language, each))] for each in EDITIONS)
    assert tagged == plain


@ALL_LANGUAGES
def test_pages_are_called_what_is_printed_on_them(spoken: Office, language: str) -> None:
    with pypdfium2.PdfDocument(spoken.pdf(language, "screen")) as document:
        labels = [document.get_page_label(index) for index in range(len(document))]
    words = yaml.safe_load((CONTENT / "languages" / f"{language}.yaml").read_text("utf-8"))
    digits = orthography.native_digits("0123456789", language) if words["digits"] == "native" else "0123456789"
    assert labels == ["".join(digits[int(digit)] for digit in str(number + 1)) for number in range(len(labels))]


@ALL_LANGUAGES
def test_a_file_opens_as_a_book_of_its_direction(spoken: Office, language: str) -> None:
    tagged = opened(spoken, language)
    root = tagged.pdf.Root
    assert root.PageLayout == "/TwoPageRight"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.ViewerPreferences.get("/Direction", "/L2R") == ("/R2L" if language in RIGHT_TO_LEFT else "/L2R")
    mode = root.StructTreeRoot.K.get("/A", {}).get("/WritingMode")
    assert mode == ("/RlTb" if language in RIGHT_TO_LEFT else None)


@ALL_LANGUAGES
def test_the_contents_lead_to_the_stories(spoken: Office, language: str) -> None:
    tagged = opened(spoken, language)
    numbers = {page.obj.objgen: index for index, page in enumerate(tagged.pdf.pages, start=1)}
    titles = {heard(head.text): head for head in tagged.root.all("H2")}
    led = []
    for link in tagged.root.all("Link"):
        (annotation,) = link.links
        assert as_read(str(annotation.Contents)) == heard(link.text)
        if "/Dest" in annotation:
            led.append(annotation.Dest[0].objgen)
            title = next(title for title in titles if heard(link.text).endswith(title))
            assert numbers[titles[title].entry.get("/Pg", annotation.Dest[0]).objgen] - numbers[led[-1]] in (0, 1)
    assert len(set(led)) == len(STORIES)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_address_is_dialled_or_opened(spoken: Office, language: str) -> None:
    tagged = opened(spoken, language)
    addresses = {str(link.links[0].A.URI) for link in tagged.root.all("Link") if "/A" in link.links[0]}
    assert addresses == {WEB, DIALLED}
    for page in tagged.pdf.pages:
        if "/Annots" in page.obj:
            assert page.obj.Tabs == "/S"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_link_lies_on_its_words(spoken: Office, language: str) -> None:
    with (
        pypdfium2.PdfDocument(spoken.pdf(language, "screen")) as document,
        pikepdf.open(spoken.pdf(language, "screen")) as pdf,
    ):
        for page, entry in zip(document, pdf.pages, strict=True):
            for annotation in entry.obj.get("/Annots", []):
                left, bottom, right, top = (float(side) for side in annotation.Rect)
                there = page.get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
                assert set(bare(str(annotation.Contents)).split()) <= set(bare(there).split())
