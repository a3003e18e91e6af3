"""The office edition and its test sheets, as staff ask for them, and what they are told when it cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from project import Office, Surroundings, in_child, letters

#: Signs that keep text of another direction in order for readers of the file.
UNSEEN = "\u200e\u061c\u2060"

BOOKLET_FILE, OFFICE_FILE = "booklets/small.yaml", "office.yaml"


def sides(pdf: Path) -> list[tuple[int, int]]:
    """Sizes of a PDF's pages in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in document]


def test_the_office_edition_holds_every_letter_of_the_pages_on_sheets(office: Office) -> None:
    stories = {language: office.stories(language, "print") for language in office.languages}
    assert office.build("-e", "office").code == 0
    for language in office.languages:
        printed, sheets = office.pdf(language, "print"), office.pdf(language, "office")
        pages = len(sides(printed))
        assert sides(sheets) == [(297, 210)] * (2 + 2 * -(-pages // 8))
        # All that is written on pages is on sheets, in another order and below the instructions.
        wanted, found = sorted(letters(printed).split()), letters(sheets).split()
        for word in found:
            if word in wanted:
                wanted.remove(word)
        assert wanted == []
        assert office.stories(language, "office") == stories[language]


def test_office_is_build_with_one_edition(office: Office) -> None:
    office.build("-e", "office")
    built = office.pdf("ar", "office").read_bytes()
    for language in office.languages:
        office.pdf(language, "office").unlink()
    answer = office.run("office", "-l", "ar")
    assert answer.code == 0, answer.err
    assert office.pdf("ar", "office").read_bytes() == built
    assert not office.pdf("en", "office").exists()


def test_the_same_bytes_elsewhere_and_with_more_workers(office: Office, tmp_path: Path) -> None:
    assert office.build("-e", "office").code == 0
    there = Office(tmp_path / "Vår mappe – قصص")
    shutil.copytree(office.root / "content", there.root / "content")
    surroundings = Surroundings({"LC_ALL": "C", "TZ": "Asia/Tehran", "PYTHONHASHSEED": "1"})
    assert in_child(there, surroundings, "build", "-e", "office", "-j", "2").code == 0
    for language in office.languages:
        assert there.pdf(language, "office").read_bytes() == office.pdf(language, "office").read_bytes()


def test_photos_end_within_the_white_edge_and_are_as_fine_as_office_printers_show(office: Office) -> None:
    assert office.build("-e", "office", "-l", "en").code == 0
    with pikepdf.open(office.pdf("en", "office")) as document:
        widths = {int(part.Width) for part in document.objects if part.get("/Subtype") == "/Image"}
    assert widths == {round((148 - 2 * 5) / 25.4 * 200)}


def test_another_paper_or_printer_makes_it_anew(office: Office) -> None:
    assert office.build("-e", "office").code == 0
    before = office.pdf("en", "office").read_bytes()
    office.write(OFFICE_FILE, "scale: fit\n")
    assert office.build("-e", "office").code == 0
    assert office.pdf("en", "office").read_bytes() != before


def test_who_agreed_to_print_is_in_the_office_edition_and_who_did_not_is_not(office: Office) -> None:
    office.change("stories/elmi/story.yaml", "channels: [print, screen, social]", "channels: [screen]")
    assert office.build("-e", "office", "-e", "screen").code == 1
    assert "elmi" not in office.stories("en", "office")
    assert "elmi" in office.stories("en", "screen")


def test_a_booklet_may_ask_for_it_and_the_first_sheet_speaks_norwegian(office: Office) -> None:
    office.change(BOOKLET_FILE, "editions: [print, screen]", "editions: [office]")
    office.write(OFFICE_FILE, "language: nb\nflip: long\n")
    assert office.build("-l", "ar").code == 0
    read = letters(office.pdf("ar", "office")).translate(dict.fromkeys(map(ord, UNSEEN)))
    for words in ("vend langs LANGSIDEN", "faktisk størrelse (100 %)", "Heftet er bundet til HØYRE"):
        assert words in read


@pytest.mark.parametrize(
    ("settings", "line", "code"),
    [
        ("paper: A7\n", 1, "office.value"),
        ("language: en\nscheme: roll\n", 2, "office.value"),
        ("stapler: many\n", 1, "office.value"),
        ("papper: A4\n", 1, "office.unknown-key"),
        ("paper: Letter\n", 1, "office.paper"),
        ("language: nb\nup: 2\ncopies: 2\n", 3, "office.copies"),
    ],
)
def test_what_cannot_be_is_told_with_its_place_and_the_rest_is_built(
    office: Office, settings: str, line: int, code: str
) -> None:
    office.write(OFFICE_FILE, settings)
    answer = office.build("-l", "en", "-e", "office", "-e", "screen")
    assert answer.code == 1
    told = [(problem["code"], problem["path"], problem["line"]) for problem in answer.answer["problems"]]
    assert told == [(code, "content/office.yaml", line)]
    assert office.pdf("en", "screen").exists()
    assert not office.pdf("en", "office").exists()


def test_check_tells_it_too(office: Office) -> None:
    office.write(OFFICE_FILE, "paper: Letter\n")
    answer = office.run("check", "-e", "office", "--json")
    assert [problem["code"] for problem in answer.answer["problems"]] == ["office.paper"]


def test_a_booklet_that_is_glued_cannot_be_folded_by_chance(office: Office) -> None:
    """Three stories, glued, have a number of pages that folded sheets do not take."""
    office.change(BOOKLET_FILE, "binding: saddle-stitch", "binding: perfect")
    office.change(BOOKLET_FILE, "layout: spread", "layout: single")
    office.write(OFFICE_FILE, "scheme: fold\n")
    answer = office.build("-l", "en", "-e", "office", "-e", "print")
    pages = len(sides(office.pdf("en", "print")))
    told = {problem["code"] for problem in answer.answer["problems"]}
    assert ("office.scheme" in told) == (pages % 4 != 0)
    assert office.pdf("en", "office").exists() == (pages % 4 == 0)
    assert "booklet.thin-spine" in told


def test_the_thickness_that_was_measured_counts(office: Office) -> None:
    line = office.change(BOOKLET_FILE, "paper: 120\n", "paper: 120\ncaliper: 0.9\n")
    answer = office.build("-l", "en", "-e", "screen")
    assert answer.code == 0
    (problem,) = answer.answer["problems"]
    assert (problem["code"], problem["severity"], problem["line"]) == ("booklet.thick", "warning", line)


@pytest.mark.parametrize("caliper", ["1.2", "0", "0.0", "-0.1", "0,15", "thin"])
def test_a_thickness_is_millimetres_of_one_sheet(office: Office, caliper: str) -> None:
    line = office.append(BOOKLET_FILE, f"caliper: {caliper}\n")
    answer = office.build()
    assert answer.code == 3
    told = [(problem["code"], problem["line"]) for problem in answer.answer["problems"]]
    assert told == [("booklet.value", line)]


def test_test_sheets_are_made_for_both_directions_and_nothing_else_is_touched(office: Office, tmp_path: Path) -> None:
    before = office.files()
    answer = office.run("office", "--test-sheet", "-o", str(tmp_path))
    assert answer.code == 0, answer.err
    left, right = sorted(tmp_path.glob("*.pdf"))
    assert answer.out.split() == [str(left), str(right)]
    assert "ltr" in left.name
    assert "rtl" in right.name
    assert sides(left) == [(297, 210)] * 6
    numbers = [word for word in letters(left).split() if word.isdigit()]
    assert {str(number) for number in range(1, 17)} <= set(numbers)
    assert office.files() == before


@pytest.mark.parametrize(("pages", "code"), [("7", 3), ("0", 2), ("x", 2), ("201", 2), ("200", 0), ("4", 0)])
def test_so_many_dummy_pages(office: Office, tmp_path: Path, pages: str, code: int) -> None:
    answer = office.run("office", "--test-sheet", "--pages", pages, "-l", "en", "-o", str(tmp_path))
    assert answer.code == code, answer.err
    assert len(list(tmp_path.glob("*.pdf"))) == (1 if code == 0 else 0)
    assert ("[office.scheme]" in answer.err) == (pages == "7")
