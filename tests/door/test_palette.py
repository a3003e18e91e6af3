"""Colours that would not dry, and those that cannot be told apart, are named by their line in the palette."""

from __future__ import annotations

import shutil

import pytest
from project import REPOSITORY, Office

BUILT, REFUSED = 0, 4


@pytest.fixture
def palette(office: Office) -> Office:
    """The project with layouts of its own."""
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    return office


def repaint(office: Office, colour: str, new: str) -> int:
    """Write `new` for a colour of the palette; its line."""
    file = office.root / "layouts" / "palette.yaml"
    lines = file.read_text("utf-8").splitlines()
    (at,) = [index for index, line in enumerate(lines) if line.startswith(f"  {colour}: {{cmyk")]
    lines[at] = f"  {colour}: {new}"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return at + 1


def test_a_colour_with_too_much_ink_is_refused_and_its_pages_are_named(palette: Office) -> None:
    line = repaint(palette, "green", '{cmyk: [100, 90, 80, 60], rgb: "#1F4A42"}')
    answer = palette.build("-l", "en")
    assert answer.code == REFUSED
    finding = answer.finding("palette.ink")
    assert (finding["path"], finding["line"], finding["field"]) == ("layouts/palette.yaml", line, "colours.green.cmyk")
    assert "330 %" in finding["message"]
    (told,) = answer.findings("preflight.ink")
    assert told["page"] == 1
    assert told["message"].endswith("The same on pages 6–9, 12.")  # stories of green countries, and the back
    assert set(palette.report("en")["editions"]) == {"screen"}


@pytest.mark.parametrize(
    ("colour", "build"),
    [
        ("soft", '{cmyk: [0, 0, 0, 40], rgb: "#A0A0A0"}'),
        ("brick", '{cmyk: [0, 40, 40, 0], rgb: "#F0A090"}'),
    ],
)
def test_colours_that_cannot_be_told_apart_are_a_warning(palette: Office, colour: str, build: str) -> None:
    line = repaint(palette, colour, build)
    answer = palette.run("check", "--json", "-l", "en")
    found = answer.findings("palette.contrast")
    assert {(each["line"], each["severity"]) for each in found} == {(line, "warning")}
    assert palette.build("-l", "en").code == BUILT


def test_our_own_palette_has_no_fault(palette: Office) -> None:
    codes = {problem["code"] for problem in palette.run("check", "--json", "-l", "en").answer["problems"]}
    assert {code for code in codes if code.startswith("palette.")} == set()
