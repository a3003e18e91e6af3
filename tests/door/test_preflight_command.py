"""`postcards preflight`: what it says of our files and of other people's, and what the shell gets back."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from project import Answer, Office

from postcards.cli import main
from postcards.project import our_folder

PASSED, WRONG, REFUSED = 0, 2, 4


def preflight(*arguments: str | Path) -> Answer:
    """Call the program in this process; it needs no project."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(["preflight", *map(str, arguments)])
        except SystemExit as stop:  # argparse ends a wrong command itself
            code = int(stop.code or 0)
    return Answer(code, out.getvalue(), err.getvalue())


def spoilt(pdf: Path, folder: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    """A copy of a finished file after somebody's change, with the report that lay beside it."""
    folder.mkdir(exist_ok=True)
    shutil.copy(pdf.with_name("report.json"), folder)
    with pikepdf.open(pdf) as document:
        change(document)
        document.save(folder / pdf.name)
    return folder / pdf.name


def in_screen_colours(page: int) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[page - 1].contents_add(b" 0.2 0.4 0.6 rg 100 100 9 9 re f")

    return change


def small_text(document: pikepdf.Pdf) -> None:
    """A warning: text of 4 points, in a font of the page's own."""
    page = document.pages[1]
    label = next(iter(page.obj.Resources.Font.keys()))
    page.contents_add(f" 0 0 0 0.5 k BT {label} 4 Tf 1 0 0 1 60 60 Tm <0001> Tj ET".encode())


def test_everything_that_is_built_passes(good: Office) -> None:
    files = sorted(good.out.rglob("*.pdf"))
    assert len(files) > 2
    answer = preflight(*files, "--strict")
    assert (answer.code, answer.err) == (PASSED, "")
    lines = answer.out.splitlines()
    assert len(lines) == len(files)
    assert all("nothing wrong" in line for line in lines)


def test_the_build_asks_the_same_and_finds_nothing(good: Office) -> None:
    for language in good.languages:
        report = good.report(language)
        assert set(report["editions"]) == {"print", "screen"}
        assert [problem for problem in report["problems"] if problem["code"].startswith("preflight.")] == []


def test_a_finding_names_the_page_and_the_story_that_stands_there(good: Office, tmp_path: Path) -> None:
    story = good.report("en")["editions"]["print"]["stories"][0]
    second = story["page"] + 1
    file = spoilt(good.pdf("en", "print"), tmp_path / "spoilt", in_screen_colours(second))
    answer = preflight("--json", file)
    assert answer.code == REFUSED
    found = answer.finding("preflight.rgb")
    assert (found["page"], found["story"], found["severity"]) == (second, story["story"], "error")
    assert found["path"] == str(file)
    (told,) = answer.answer["files"]
    assert (told["file"], told["passed"], told["pages"]) == (str(file), False, len(told["ink"]))


def test_pages_that_have_the_same_are_told_together(good: Office, tmp_path: Path) -> None:
    def change(document: pikepdf.Pdf) -> None:
        for page in (2, 4, 5, 6):
            in_screen_colours(page)(document)

    answer = preflight(spoilt(good.pdf("en", "print"), tmp_path / "spoilt", change))
    (line,) = answer.err.splitlines()
    assert ", page 2: error: " in line
    assert "pages 4–6" in line
    assert line.endswith("[preflight.rgb]")


def test_details_are_for_those_who_ask(good: Office, tmp_path: Path) -> None:
    file = spoilt(good.pdf("en", "print"), tmp_path / "spoilt", in_screen_colours(2))
    assert "DeviceRGB" not in preflight(file).err
    assert "DeviceRGB" in preflight("-v", file).err


def test_a_warning_alone_passes_unless_they_count(good: Office, tmp_path: Path) -> None:
    file = spoilt(good.pdf("en", "print"), tmp_path / "spoilt", small_text)
    answer = preflight("--json", file)
    assert {problem["severity"] for problem in answer.answer["problems"]} == {"warning"}
    assert answer.findings("preflight.tiny-text")
    assert answer.code == PASSED
    assert preflight("--strict", file).code == REFUSED


def test_what_a_file_is_for_is_in_its_name_or_is_said(good: Office, tmp_path: Path) -> None:
    screen = good.pdf("en", "screen")
    assert preflight(screen).code == PASSED
    assert preflight("--for", "print", screen).code == REFUSED
    other = shutil.copy(screen, tmp_path / "flyer.pdf")
    assert preflight(other).code == REFUSED
    assert preflight("--for", "screen", other).code == PASSED
    refused = shutil.copy(screen, tmp_path / f"{screen.name}.rejected")
    assert preflight(refused).code == PASSED


def test_a_printer_asks_for_what_its_profile_says(good: Office) -> None:
    file = good.pdf("en", "print")
    assert preflight(file, "--printer", "standard").code == PASSED
    answer = preflight(file, "--printer", "crop-marks", "--json")
    assert answer.code == REFUSED
    assert {problem["code"] for problem in answer.answer["problems"]} == {"preflight.bleed", "preflight.marks"}
    plain = preflight(file, "--printer", "plain", "--json")
    assert {problem["code"] for problem in plain.answer["problems"]} == {"preflight.version"}


def test_a_printer_of_the_project_is_known_there(good: Office, tmp_path: Path) -> None:
    file, own = good.pdf("en", "print"), tmp_path / "layouts" / "printers"
    own.mkdir(parents=True)
    thrifty = "name: a thrifty print shop\nink_limit: 150\nintent: {profile: other.icc, identifier: FOGRA51}\n"
    (own / "thrifty.yaml").write_text(thrifty)
    assert preflight(file, "--printer", "thrifty").code == WRONG
    answer = preflight(file, "--printer", "thrifty", "--project", tmp_path, "--json")
    assert answer.code == REFUSED
    assert {problem["code"] for problem in answer.answer["problems"]} == {
        "preflight.ink",
        "preflight.wanted-condition",
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "preflight.no-pdf"), (b"<html>", "preflight.no-pdf"), (b"%PDF-1.7\n", "preflight.damaged")],
)
def test_what_is_no_pdf_is_said_to_be_none(content: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(content)
    answer = preflight("--json", file)
    assert answer.code == REFUSED
    assert [problem["code"] for problem in answer.answer["problems"]] == [code]


def test_details_do_not_tell_where_the_file_lies(good: Office, tmp_path: Path) -> None:
    file = tmp_path / "cut.pdf"
    file.write_bytes(good.pdf("en", "print").read_bytes()[:-300])
    detail = preflight("--json", file).finding("preflight.syntax")["detail"]
    assert "file is damaged" in detail
    assert str(tmp_path) not in detail


def test_one_bad_file_hides_no_other(good: Office, tmp_path: Path) -> None:
    bad = tmp_path / "letter.pdf"
    bad.write_bytes(b"Dear all,")
    answer = preflight("--json", bad, good.pdf("en", "print"))
    assert answer.code == REFUSED
    assert [told["passed"] for told in answer.answer["files"]] == [False, True]


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.pdf"
    with file.open("wb") as sparse:
        sparse.truncate(2 << 30)
    answer = preflight("--json", file)
    assert answer.code == REFUSED
    assert [problem["code"] for problem in answer.answer["problems"]] == ["preflight.too-large"]


@pytest.mark.parametrize("name", ["missing.pdf", ".", "a\nb.pdf"])
def test_a_file_that_is_not_there_is_a_wrong_command(name: str, tmp_path: Path) -> None:
    answer = preflight(tmp_path / name)
    assert answer.code == WRONG
    assert len(answer.err.splitlines()) == 1


def test_a_report_that_is_none_is_passed_over(good: Office, tmp_path: Path) -> None:
    file = spoilt(good.pdf("en", "print"), tmp_path / "spoilt", in_screen_colours(2))
    for report in ("", "[]", '{"editions": {"print": {"file": 7}}}', '{"editions": [1]}', "\0"):
        file.with_name("report.json").write_text(report)
        found = preflight("--json", file).finding("preflight.rgb")
        assert (found["page"], "story" in found) == (2, False)


def test_a_build_refuses_what_a_print_shop_would(office: Office) -> None:
    """The office has made its ink a mixture: text would print in four plates, one beside the other."""
    own = office.root / "layouts"
    shutil.copytree(our_folder("layouts"), own)
    palette = own / "palette.yaml"
    black = "ink: {cmyk: [0, 0, 0, 100]"
    assert black in palette.read_text("utf-8")
    palette.write_text(palette.read_text("utf-8").replace(black, "ink: {cmyk: [60, 40, 40, 100]"), "utf-8")
    last_good = office.pdf("en", "print").read_bytes()
    answer = office.build("-l", "en")
    assert answer.code == REFUSED
    found = answer.finding("preflight.rich-black")
    assert (found["language"], found["booklet"], found["path"]) == ("en", "small", office.pdf("en", "print").name)
    assert "several inks" in answer.finding("edition.rejected")["message"]
    assert office.pdf("en", "print").read_bytes() == last_good
    assert office.pdf("en", "print").with_name(f"{office.pdf('en', 'print').name}.rejected").exists()
    assert str(office.pdf("en", "screen")) in answer.answer["files"]


def test_whether_everybody_can_read_it_is_asked_where_a_file_says_so_or_somebody_does(
    good: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_words(document: pikepdf.Pdf) -> None:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
                del thing.Alt

    monkeypatch.delenv("VERAPDF", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    screen = good.pdf("en", "screen")
    assert "asked as PDF/UA-1" in preflight(screen).out
    assert "not the full proof" not in preflight(screen).out
    mute = spoilt(screen, tmp_path / "spoilt", without_words)
    for asked in ((), ("--for", "screen"), ("--ua",), ("--for", "ua")):
        answer = preflight(mute, *asked, "--json")
        assert answer.code == REFUSED
        assert {problem["code"] for problem in answer.answer["problems"]} == {"preflight.ua-described"}
    asked_aloud = preflight(mute, "--ua")
    assert "not the full proof" in asked_aloud.out
    assert "picture" in asked_aloud.err
    flyer = shutil.copy(good.pdf("en", "print"), tmp_path / "flyer.pdf")
    assert "preflight.ua-untagged" in {
        problem["code"] for problem in preflight(flyer, "--ua", "--json").answer["problems"]
    }
