"""Printer profiles: what a file may say, what is wrong with it and where, and which of two files counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from postcards.manuscript.faults import NOWHERE
from postcards.manuscript.print_shops import read_printers
from postcards.manuscript.printers import ANY_PRINTER, STANDARD, Printer, PrintShops
from postcards.project import find_project

ROOT = Path(__file__).parents[2]

WHOLE = """\
name: Hus og bok trykkeri
language: nb
bleed: 5
marks: crop
standard: pdf-1.4
ink_limit: 280
intent: {profile: newsprint.icc, identifier: FOGRA48}
cover: own-file
spine_allowance: 0.5
page_multiple: 8
most_pages: 48
"""


def read(root: Path, text: str, name: str = "ours") -> PrintShops:
    """The profiles of a project that has one of its own."""
    (root / "content").mkdir(exist_ok=True)
    folder = root / "layouts" / "printers"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, "utf-8")
    return read_printers(find_project(root))


def as_written(printer: Printer) -> Printer:
    """Without where it was found."""
    return replace(printer, folder="", where=NOWHERE, places={})


def test_ours_are_sound_and_the_standard_one_says_what_is_used_without_any() -> None:
    shops = read_printers(find_project(ROOT))
    assert shops.problems == ()
    assert {STANDARD, "crop-marks", "own-cover", "plain"} <= set(shops.printers)
    assert as_written(shops.printers[STANDARD]) == ANY_PRINTER


def test_every_key_is_read(tmp_path: Path) -> None:
    shops = read(tmp_path, WHOLE)
    assert shops.problems == ()
    printer = shops.printers["ours"]
    assert (printer.id, printer.name, printer.language, printer.bleed) == ("ours", "Hus og bok trykkeri", "nb", 5.0)
    assert (printer.marks, printer.standard, printer.ink_limit) == ("crop", "pdf-1.4", 280)
    assert (printer.intent.profile, printer.intent.identifier) == ("newsprint.icc", "FOGRA48")
    assert (printer.has_own_cover, printer.spine_allowance) == (True, 0.5)
    assert (printer.page_multiple, printer.most_pages) == (8, 48)


def test_what_a_file_leaves_out_is_as_in_the_standard_profile(tmp_path: Path) -> None:
    printer = read(tmp_path, "name: Hus og bok\n").printers["ours"]
    assert as_written(printer) == replace(ANY_PRINTER, id="ours", name="Hus og bok")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("marks: crop", "mraks: crop", "printer.unknown-key"),
        ("marks: crop", "Marks: crop", "printer.unknown-key"),
        ("identifier: FOGRA48", "identifier: FOGRA48, is: newsprint", "printer.unknown-key"),
        ("name: Hus og bok trykkeri\n", "", "printer.missing-key"),
        ("{profile: newsprint.icc, identifier: FOGRA48}", "{profile: newsprint.icc}", "printer.missing-key"),
        ("bleed: 5", "bleed: 4", "printer.value"),
        ("bleed: 5", "bleed: -3", "printer.value"),
        ("bleed: 5", "bleed: 5 mm", "printer.value"),
        ("marks: crop", "marks: some", "printer.value"),
        ("standard: pdf-1.4", "standard: X-1a", "printer.value"),
        ("ink_limit: 280", "ink_limit: 30", "printer.value"),
        ("ink_limit: 280", "ink_limit: 401", "printer.value"),
        ("language: nb", "language: de", "printer.value"),
        ("cover: own-file", "cover: apart", "printer.value"),
        ("spine_allowance: 0.5", "spine_allowance: wide", "printer.value"),
        ("page_multiple: 8", "page_multiple: 3", "printer.value"),
        ("page_multiple: 8", "page_multiple: 0", "printer.value"),
        ("most_pages: 48", "most_pages: many", "printer.value"),
        ("marks: crop", "marks: crop\nmarks: none", "yaml.duplicate-key"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_profile_left_out(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert old in WHOLE
    text = WHOLE.replace(old, new, 1)
    shops = read(tmp_path, text)
    assert [problem.code for problem in shops.problems] == [code]
    (problem,) = shops.problems
    assert problem.where.path == "layouts/printers/ours.yaml"
    expected = [text[: text.index(line)].count("\n") + 1 for line in new.splitlines()[-1:]] or [1]
    if code != "printer.missing-key":
        assert problem.where.line == expected[0]
    assert problem.remedy
    assert "ours" not in shops.printers
    assert STANDARD in shops.printers


def test_a_misspelt_key_is_asked_back(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, WHOLE.replace("marks:", "mraks:")).problems
    assert "marks" in problem.remedy


def test_a_projects_profile_stands_in_for_ours_of_that_name(tmp_path: Path) -> None:
    shops = read(tmp_path, "name: Our own\nbleed: 5\n", STANDARD)
    assert shops.printers[STANDARD].name == "Our own"
    assert "plain" in shops.printers


def test_a_broken_profile_does_not_bring_back_ours_of_that_name(tmp_path: Path) -> None:
    shops = read(tmp_path, "name: Our own\nbleed: 6\n", STANDARD)
    assert STANDARD not in shops.printers
    assert shops.problems[0].where.path == "layouts/printers/standard.yaml"


@pytest.mark.parametrize("name", ["Our Shop", "ÆØÅ", "shop_1"])
def test_a_name_that_no_booklet_can_write_is_told(tmp_path: Path, name: str) -> None:
    shops = read(tmp_path, "name: Our own\n", name)
    assert {problem.code for problem in shops.problems} == {"printer.id"}
    assert name not in shops.printers
