"""How large the finished files are: what the report says, and what staff are told where it is too much."""

from __future__ import annotations

from random import Random

import pytest
from PIL import Image
from project import Office, new_office


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return new_office(tmp_path_factory.mktemp("sizes"), languages=("en", "ar"))


def test_the_report_says_what_a_files_bytes_are_spent_on(office: Office) -> None:
    assert office.build("-e", "print", "-e", "screen").code == 0
    for language in office.languages:
        for part in office.report(language)["editions"].values():
            assert list(part["parts"]) == ["photos", "fonts", "pages", "structure", "rest"]
            assert sum(part["parts"].values()) == part["bytes"]
            assert (office.out / "small" / language / part["file"]).stat().st_size == part["bytes"]


def test_a_file_that_is_too_large_is_delivered_and_named(office: Office) -> None:
    """Photos of nothing but the brightest and the darkest dots, as wide as A5: no rule makes them small."""
    noise = Image.frombytes("RGB", (1240, 552), Random(1).randbytes(1240 * 552 * 3)).point(
        lambda light: 255 * (light > 127)
    )
    for story in ("asrat", "elmi"):
        noise.save(office.content(f"stories/{story}/picture.jpg"), quality=95)
    office.change("booklets/small.yaml", "layout: spread", "layout: large")
    answer = office.build("-e", "screen", "-l", "en")
    assert answer.code == 0
    finding = answer.finding("edition.large")
    assert (finding["severity"], finding["booklet"], finding["language"]) == ("warning", "small", "en")
    assert finding["path"] == office.pdf("en", "screen").name
    size = office.pdf("en", "screen").stat().st_size
    assert f"The file has {size / 1000:.0f} kB" in finding["message"]
    assert "photos" in finding["message"].split("largest parts: ")[1].split(";")[0]
    assert {"asrat", "elmi"} <= set(finding["message"].replace("(", " ").split())
    assert "picture.jpg" not in finding["message"]
    assert finding in office.report("en")["problems"]


def test_a_file_that_is_small_enough_is_not_named(office: Office) -> None:
    answer = office.build("-e", "print", "-e", "screen")
    assert answer.findings("edition.large") == []
