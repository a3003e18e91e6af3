"""When the program itself is at fault: it says so, keeps a report without names, and leaves every good file alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from crowd import losses
from project import REPOSITORY, Answer, Office, Surroundings, in_child

MISHAP = 70


def half_installed(folder: Path, module: str) -> str:
    """A copy of the program of which one file was copied only half, as on a disk that ran full."""
    shutil.copytree(REPOSITORY / "postcards", folder / "postcards", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("layouts", "fonts", "profiles"):
        (folder / name).symlink_to(REPOSITORY / name)
    file = folder / "postcards" / module
    whole = file.read_text("utf-8")
    file.write_text(whole[: len(whole) // 2] + "\n    (", "utf-8")
    return str(folder)


@pytest.fixture(params=["1", "2"])
def answer(request: pytest.FixtureRequest, office: Office, tmp_path: Path) -> Answer:
    """What is said where the file with the rules is half a file; with one worker, and with two."""
    program = half_installed(tmp_path / "Installed by Nordmannsen", "preflight/rulebook.py")
    office.forget()
    shutil.rmtree(office.out / ".cache")
    return in_child(office, Surroundings({"PYTHONPATH": program}), "build", "-j", request.param)


def test_a_fault_of_ours_is_told_as_ours_and_kept_in_a_file(
    answer: Answer, office: Office, good: Office, record_property: Callable[[str, object], None]
) -> None:
    assert answer.code == MISHAP
    assert "Traceback" not in answer.err
    assert "fault of the program, not yours (SyntaxError)" in answer.err
    assert "please send us that file" in answer.err
    (report,) = office.out.glob("mishap-*.txt")
    assert str(report) in answer.err
    before, after = good.files(), office.files()
    assert losses(record_property, before, [name for name in before if before[name] != after[name]]) == []
    assert office.unfinished() == []


def test_the_report_says_where_it_happened_and_names_nobody(answer: Answer, office: Office) -> None:
    assert answer.code == MISHAP
    (report,) = office.out.glob("mishap-*.txt")
    said = report.read_text("utf-8")
    for needed in ("postcards 0", "(build)", "Python 3.", "rulebook.py", "SyntaxError", "reportlab ", "pillow "):
        assert needed in said
    for private in (str(office.root), "asrat", "elmi", "wahed", "picture.jpg", "Wahed"):
        assert private.lower() not in said.lower()


def test_where_results_cannot_be_written_the_report_is_with_the_temporary_files(office: Office, tmp_path: Path) -> None:
    program = half_installed(tmp_path / "installed", "production.py")
    shutil.rmtree(office.out)
    office.out.write_text("no folder")
    (tmp_path / "temporary").mkdir()
    surroundings = Surroundings({"TMPDIR": str(tmp_path / "temporary"), "PYTHONPATH": program})
    answer = in_child(office, surroundings, "check")
    assert answer.code == MISHAP
    (report,) = (tmp_path / "temporary").glob("mishap-*.txt")
    assert str(report) in answer.err
    assert office.out.read_text() == "no folder"
