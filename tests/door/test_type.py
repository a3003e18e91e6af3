"""What is told and shown of a language's type: `fonts` and `specimen`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from project import REPOSITORY, Office, letters

from postcards.composition.orthographies import ORTHOGRAPHIES


def test_fonts_tells_for_every_language_and_voice_what_its_faces_have(office: Office) -> None:
    rows = json.loads(office.run("fonts", "--json").out)
    assert {row["language"] for row in rows} == set(ORTHOGRAPHIES)
    assert len(rows) == 4 * len(ORTHOGRAPHIES)
    for row in rows:
        assert row["shown"] + len(row["missing"]) == row["expected"]
        assert set(row["missing"]) <= {"−"}  # Noto has the minus sign in its fonts for mathematics
    faces = {(row["language"], row["role"], row["weight"]): row["faces"][0] for row in rows}
    assert faces["ti", "serif", "bold"] == "NotoSerifEthiopic-Bold"
    assert faces["ur", "sans", "regular"] == "NotoNastaliqUrdu-Regular"
    assert faces["kk", "sans", "regular"] == "NotoSans-Regular"


def test_fonts_names_what_a_project_s_own_fonts_lack(tmp_path: Path) -> None:
    office = Office(tmp_path)
    shutil.copytree(REPOSITORY / "fonts", tmp_path / "fonts")
    listing = tmp_path / "fonts" / "fonts.yaml"
    listing.write_text(listing.read_text("utf-8").replace("NotoSerifThai", "NotoSerif"), "utf-8")
    answer = office.run("fonts", "-l", "th")
    assert answer.code == 0
    serif, _, sans, _ = answer.out.splitlines()
    assert serif.startswith("Thai ")
    assert "lacks ก ข" in serif
    assert "lacks ก" not in sans


@pytest.mark.parametrize("arguments", [("fonts", "-l", "xx"), ("specimen", "-l", "xx"), ("specimen",)])
def test_a_language_nobody_knows_is_a_wrong_command(office: Office, arguments: tuple[str, ...]) -> None:
    answer = office.run(*arguments)
    assert answer.code == 2
    assert answer.err


@pytest.mark.parametrize("tag", ["en", "ar", "ti", "ur", "th", "ckb", "bn"])
def test_a_specimen_shows_the_alphabet_and_every_size(office: Office, tag: str, tmp_path: Path) -> None:
    """Of a language that the project has, and of those in which nobody has written a word."""
    answer = office.run("specimen", "-l", tag, "-o", str(tmp_path))
    assert answer.code == 0, answer.err
    (file,) = tmp_path.glob("*.pdf")
    assert answer.out.strip() == str(file)
    read = letters(file).replace("\u00a0", " ").translate(dict.fromkeys(map(ord, "\u200e\u061c\u2060")))
    for named in ("running text", "summary, 11.5 pt", "summary, 10 pt", "letters", "quotation", "who has read it"):
        assert named in read
    assert "45 000 NOK" in read
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) <= 3
        sizes = {(round(width), round(height)) for width, height in (page.get_size() for page in document)}
    assert sizes == {(595, 842)}


def test_a_specimen_is_the_same_file_every_time(office: Office, tmp_path: Path) -> None:
    contents = []
    for name in ("one", "two"):
        office.run("specimen", "-l", "ar", "-o", str(tmp_path / name))
        contents += [path.read_bytes() for path in (tmp_path / name).iterdir()]
    assert contents[0] == contents[1]
