"""The edition for phones, as staff ask for it and as a reader's program finds it."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import yaml
from project import REPOSITORY, STORIES, Office, new_office

from postcards.geometry import MM

TAGS = ("en", "ar", "ti", "ne")
PAGE = (90 * MM, 160 * MM)

#: Points of Latin type.
SMALLEST = 11.0


@pytest.fixture(scope="session")
def phones(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = new_office(tmp_path_factory.mktemp("phones") / "project", STORIES, TAGS)
    office.change("booklets/small.yaml", "[print, screen]", "[print, screen, phone]")
    assert office.build().code == 0
    return office


def letters_of(text: str) -> str:
    """Letters, marks and digits."""
    return "".join(character for character in text if unicodedata.category(character)[0] in "LMN")


def read_pages(pdf: Path, numbers: range) -> list[str]:
    """The texts of pages (from 1) as pdfium reads them, each without its folio, the last line if there is one."""
    with pypdfium2.PdfDocument(pdf) as document:
        read = [document[number - 1].get_textpage().get_text_range().split("\r\n") for number in numbers]
    return ["\n".join(lines[:-1] if letters_of(lines[-1]).isnumeric() else lines) for lines in read]


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_is_as_large_as_a_phone(phones: Office, tag: str) -> None:
    with pypdfium2.PdfDocument(phones.pdf(tag, "phone")) as document:
        assert len(document) == phones.report(tag)["editions"]["phone"]["pages"]
        for page in document:
            assert page.get_size() == pytest.approx(PAGE, abs=0.01)


@pytest.mark.parametrize("tag", TAGS)
def test_a_summary_is_read_whole_over_the_pages_it_takes(phones: Office, tag: str) -> None:
    for story in phones.report(tag)["editions"]["phone"]["stories"]:
        first, *others = read_pages(phones.pdf(tag, "phone"), range(story["page"], story["page"] + story["pages"]))
        text = yaml.safe_load(phones.content(f"stories/{story['story']}/{tag}.yaml").read_text("utf-8"))
        assert letters_of(text["title"]) in letters_of(first)
        assert letters_of(text["quote"]["text"]) in letters_of(first)
        assert letters_of("".join(others)).startswith(letters_of(text["summary"]))


def test_the_smallest_text_of_the_finished_file(phones: Office) -> None:
    with pypdfium2.PdfDocument(phones.pdf("en", "phone")) as document:
        sizes = []
        for page in document:
            text = page.get_textpage()
            sizes += [pdfium.FPDFText_GetFontSize(text, place) for place in range(text.count_chars())]
    shown = [size for size in sizes if size > 1.0]  # pdfium says 1 of the line ends it adds
    assert len(shown) > 3000
    assert min(shown) >= SMALLEST - 0.01


def test_the_stories_are_those_of_the_screen_in_the_same_order(phones: Office) -> None:
    editions = phones.report("en")["editions"]
    slugs = {name: [story["story"] for story in editions[name]["stories"]] for name in editions}
    assert slugs["phone"] == slugs["screen"] == sorted(STORIES, key=slugs["print"].index)


def test_a_person_who_did_not_agree_to_screens_is_on_no_phone(office: Office) -> None:
    office.change("stories/asrat/story.yaml", "channels: [print, screen", "channels: [print")
    answer = office.build("-e", "phone", "-e", "print", "-l", "en")
    assert answer.finding("consent.channel")["story"] == "asrat"
    assert office.stories("en", "phone") == {*STORIES} - {"asrat"}
    assert office.stories("en", "print") == {*STORIES}


def test_the_files_for_paper_do_not_know_whether_a_phone_edition_is_made(phones: Office, tmp_path: Path) -> None:
    office = new_office(tmp_path / "project", STORIES, ("en",))
    office.build("-e", "print", "-e", "screen")
    for edition in ("print", "screen"):
        assert office.pdf("en", edition).read_bytes() == phones.pdf("en", edition).read_bytes()


def test_pages_for_screens_are_no_layout_of_a_booklet(office: Office) -> None:
    office.change("booklets/small.yaml", "layout: spread", "layout: phone")
    answer = office.build()
    finding = answer.finding("booklet.unknown-layout")
    assert "phone" in finding["message"]
    assert "phone" not in finding["remedy"]
    assert answer.code == 3


def test_without_its_layout_the_phone_edition_is_left_out_and_no_other(office: Office) -> None:
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    (office.root / "layouts" / "phone.yaml").unlink()
    answer = office.build("-e", "phone", "-e", "screen", "-l", "en")
    assert answer.finding("edition.unknown-layout")["path"] == "content/booklets/small.yaml"
    assert answer.code == 1
    assert [Path(file).name for file in answer.answer["files"]] == ["small_en_screen.pdf"]
