"""Our own check reads every finished file; one that a reader would miss something in never takes its name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from project import EDITIONS, REPOSITORY, Office

REFUSED = 4
LABELS = "NotoSans-Bold.ttf"  # sets labels in Latin script


def without_advances(path: Path) -> None:
    """Make a font whose letters all fall upon each other: it can be painted, but not be read back."""
    font = TTFont(path)
    metrics = font["hmtx"].metrics
    for glyph, (_advance, bearing) in list(metrics.items()):
        metrics[glyph] = (0, bearing)
    font.save(path)


@pytest.fixture
def unreadable(office: Office) -> Office:
    shutil.copytree(REPOSITORY / "fonts", office.root / "fonts")
    without_advances(office.root / "fonts" / LABELS)
    return office


def test_a_file_that_cannot_be_read_back_is_kept_aside_and_the_last_good_one_stays(
    unreadable: Office, good: Office
) -> None:
    answer = unreadable.build()
    assert answer.code == REFUSED
    refused = answer.findings("edition.rejected")
    # What goes to the print shop with the Arabic booklet is in English, and so refused as well.
    assert {problem["language"] for problem in refused if "job-ticket" not in problem["message"]} == {"en", "nb"}
    assert {problem["language"] for problem in refused if "job-ticket" in problem["message"]} == {"ar"}
    assert {problem["booklet"] for problem in refused} == {"small"}
    assert all(".rejected" in problem["remedy"] for problem in refused)
    for language in ("en", "nb"):
        for edition in EDITIONS:
            pdf = unreadable.pdf(language, edition)
            assert pdf.read_bytes() == good.pdf(language, edition).read_bytes()
            assert pdf.with_name(f"{pdf.name}.rejected").read_bytes().startswith(b"%PDF")
            assert str(pdf) not in answer.answer["files"]
        assert unreadable.report(language)["editions"] == {}
    assert unreadable.unfinished() == []


def test_other_languages_are_built(unreadable: Office) -> None:
    for edition in EDITIONS:
        unreadable.pdf("ar", edition).unlink()
    answer = unreadable.build()
    assert answer.answer["files"] == [str(unreadable.pdf("ar", edition)) for edition in EDITIONS]
    assert all(unreadable.pdf("ar", edition).exists() for edition in EDITIONS)


def test_the_next_sound_build_takes_the_refused_file_away(unreadable: Office) -> None:
    unreadable.build("-l", "en")
    shutil.rmtree(unreadable.root / "fonts")
    assert unreadable.build("-l", "en").code == 0
    assert list(unreadable.out.rglob("*.rejected")) == []
