"""veraPDF beside our own rules: its word becomes findings; where it cannot be asked, that is a finding and no pass.

VERAPDF names the program or a folder of its jars; under CI it has to.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from press_file import sound
from running_processes import is_at_work, until

from postcards.preflight import verapdf
from postcards.preflight.clauses import OTHER, SAYINGS, plainly
from postcards.preflight.verapdf import VARIABLE, Verdict, second_opinion


def has_verapdf() -> bool:
    return VARIABLE in os.environ or shutil.which("verapdf") is not None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sound print file, whose name no locale but UTF-8 can say."""
    path = tmp_path / "hilsen på prent.pdf"
    path.write_bytes(sound())
    return path


def program(folder: Path, script: str) -> str:
    """A program that does something else than veraPDF does."""
    path = folder / "verapdf"
    path.write_text(f"#!{sys.executable}\n{script}\n")
    path.chmod(0o755)
    return str(path)


def said(verdict: Verdict | None, file: Path) -> str:
    """Why there is no answer."""
    assert verdict is not None
    (found,) = verdict.of(file)
    assert (found.rule, verdict.summary()) == ("verapdf", "veraPDF gave no answer.")
    return found.fault.detail


if os.environ.get("CI") or has_verapdf():

    def test_what_verapdf_finds_is_told_in_our_words(file: Path, tmp_path: Path) -> None:
        assert has_verapdf(), "Set VERAPDF: tools/verapdf/pom.xml says how to bring it."
        damaged = tmp_path / "damaged.pdf"
        damaged.write_bytes(b"%PDF-1.6\nnothing")
        verdict = second_opinion([file, damaged, file])
        assert verdict is not None
        assert verdict.as_json() | {"checks": 0, "failed": 0, "version": ""} == {
            "version": "",
            "files": 2,
            "checks": 0,
            "failed": 0,
        }
        assert verdict.checks > verdict.failed > 0
        found = {each.rule: each.fault for each in verdict.of(file)}
        assert {"verapdf-5-1", "verapdf-7.1-3", "verapdf-7.1-11"} <= set(found)
        assert found["verapdf-7.1-3"].page == 1
        assert found["verapdf-7.1-3"].detail.startswith("ISO 14289-1, 7.1, test 3, 13 times: ")
        assert [each.rule for each in verdict.of(damaged)] == ["verapdf"]


def test_a_name_that_leads_nowhere_is_no_pass(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    assert "no program and no folder" in said(second_opinion([file]), file)
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "empty"))
    assert "no jars in it" in said(second_opinion([file]), file) or shutil.which("java") is None


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("", "it left with 0: no word"),
        ("import sys; sys.exit('out of memory')", "it left with 1: out of memory"),
        ("print('<html>')", "its report cannot be read"),
        ('print(\'{"report": {"jobs": []}}\')', "its report cannot be read"),
    ],
    ids=["silent", "failing", "no JSON", "another report"],
)
def test_an_answer_that_is_none_is_no_pass(
    script: str, reason: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, program(tmp_path, script))
    assert reason in said(second_opinion([file]), file)


def test_it_is_not_waited_for_without_end(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a starting script has started ends with it."""
    left = tmp_path / "left"
    script = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(left)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)"
    )
    monkeypatch.setenv(VARIABLE, program(tmp_path, script))
    monkeypatch.setattr(verapdf, "STARTING", 2)
    monkeypatch.setattr(verapdf, "EACH", 0)
    assert "did not answer within 2 seconds" in said(second_opinion([file]), file)
    until(lambda: not is_at_work(int(left.read_text())))


def test_where_nobody_has_it_nothing_is_said(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert second_opinion([file]) is None


@pytest.mark.parametrize(
    ("clause", "test", "told"),
    [
        ("7.1", 3, SAYINGS["7.1-3"]),
        ("7.1", 5, SAYINGS["7.1"]),
        ("7.18.6.2", 1, SAYINGS["7.18"]),
        ("7.2", 34, SAYINGS["7.2-34"]),
        ("9", 1, OTHER),
    ],
)
def test_every_clause_has_words(clause: str, test: int, told: object) -> None:
    assert plainly(clause, test) is told
