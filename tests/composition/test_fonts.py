"""Reading the type: which faces are asked for a character, and fonts that cannot be used."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from square import LISTING, RESTRICTED, UNITS, write_square_font, write_square_fonts

from postcards.composition import FontShelf, Typesetter, read_fonts, voice_of
from postcards.composition.orthographies import ORTHOGRAPHIES
from postcards.manuscript.language import hand
from postcards.problems import ProjectError

CONTENT = Path(__file__).parents[2] / "content"
FONTS = Path(__file__).parents[2] / "fonts"

#: Nothing heavier lies in fonts/: the whole folder is copied, sent and installed.
HEAVIEST = 1.5e6  # bytes
LANGUAGES = sorted(path.stem for path in (CONTENT / "languages").glob("*.yaml"))


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    return write_square_fonts(tmp_path / "fonts")


def open_all(folder: Path) -> None:
    """Read the shelf, and open the face that everything is set in."""
    read_fonts(folder).faces("serif", "regular", "Latn")


def truncate(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - 400])


@pytest.mark.parametrize(
    "damage",
    [
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("version https://git-lfs.github.com/spec/v1\n" * 20),
        lambda path: path.write_bytes(path.read_bytes()[:100]),
        truncate,
        lambda path: write_square_font(path, RESTRICTED),
    ],
    ids=["missing", "empty", "text", "head only", "cut short", "restricted"],
)
def test_a_font_that_cannot_be_used_is_named(fonts: Path, damage: Callable[[Path], object]) -> None:
    open_all(fonts)
    damage(fonts / "Square.ttf")
    with pytest.raises(ProjectError) as caught:
        open_all(fonts)
    assert "Square.ttf" in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (LISTING, ""),
        (LISTING, "- serif\n- sans\n"),
        (LISTING, "roles: [serif, sans]\n"),
        (LISTING, LISTING.replace("  serif:", "  serif: {")),
        ("sans:", "labels:"),
        ("    Latn:", "    Grek:"),
        ("bold: Square.ttf", "bolder: Square.ttf"),
        ("bold: Square.ttf", "bold: ../Square.ttf"),
        ("bold: Square.ttf", "bold: 7"),
        ("factor: 1", "factor: 0"),
        ("factor: 1", "factor: .inf"),
        ("leading: 1", "leading: .nan"),
        ("floor: 8", "floor: eight"),
        ("floor: 8", "floor: 8, clear: -1"),
        ("floor: 8", "floor: 8, drop: .nan"),
        ("fallback: [Latn]", "fallback: Latn"),
    ],
)
def test_a_listing_that_cannot_be_used_is_named(fonts: Path, good: str, bad: str) -> None:
    (fonts / "fonts.yaml").write_text(LISTING.replace(good, bad), encoding="utf-8")
    with pytest.raises(ProjectError, match=r"fonts\.yaml"):
        read_fonts(fonts)


def test_no_listing(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"fonts\.yaml"):
        read_fonts(tmp_path)


def test_a_square_is_one_em(fonts: Path) -> None:
    face = read_fonts(fonts).faces("serif", "regular", "Latn")[0]
    glyph = face.font.get_nominal_glyph(ord("m"))
    assert (face.name, face.upem, face.advance(glyph)) == ("Square", UNITS, UNITS)
    assert face.has("m")
    assert not face.has("ሀ")


def test_faces_are_asked_in_the_order_of_the_listing(our_shelf: FontShelf) -> None:
    names = [face.name for face in our_shelf.faces("serif", "bold", "Ethi")]
    assert names == ["NotoSerifEthiopic-Bold", "NotoSerif-Bold"]
    unlisted = [face.name for face in our_shelf.faces("sans", "regular", "Xsux")]
    assert unlisted == ["NotoSans-Regular"]


def test_every_font_in_the_folder_is_listed_and_none_is_heavy(our_shelf: FontShelf) -> None:
    listed = {file for scripts in our_shelf.roles.values() for entry in scripts.values() for file in entry.files}
    assert listed == {path.name for path in FONTS.glob("*.ttf")}
    assert max(path.stat().st_size for path in FONTS.iterdir()) < HEAVIEST


def test_every_script_of_our_languages_has_faces_of_its_own(our_shelf: FontShelf) -> None:
    hands = {hand(tag) for tag in ORTHOGRAPHIES}
    for scripts in our_shelf.roles.values():
        assert hands <= set(scripts)
        assert {other for entry in scripts.values() for other in entry.fallback} <= set(scripts)


def test_a_face_is_opened_when_it_is_first_asked_for(fonts: Path) -> None:
    (fonts / "fonts.yaml").write_text(LISTING.replace("Hebr: {regular: Square.ttf", "Hebr: {regular: Broken.ttf"))
    (fonts / "Broken.ttf").write_bytes(b"")
    shelf = read_fonts(fonts)
    assert shelf.faces("serif", "regular", "Arab")[0].name == "Square"
    with pytest.raises(ProjectError, match=r"Broken\.ttf"):
        shelf.faces("serif", "regular", "Hebr")


def test_the_smallest_size_makes_glyphs_as_large_as_the_floor(our_shelf: FontShelf) -> None:
    entry = our_shelf.script_faces("serif", "Arab")
    assert our_shelf.smallest("serif", "Arab") * entry.factor == pytest.approx(entry.floor)


def test_another_worker_opens_the_same_faces(square_shelf: FontShelf) -> None:
    sent = pickle.loads(pickle.dumps(square_shelf))
    here, there = (shelf.faces("sans", "bold", "Latn")[0] for shelf in (square_shelf, sent))
    assert here.digest == there.digest


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("role", "weight"), [("serif", "regular"), ("serif", "bold"), ("sans", "bold")])
def test_every_character_of_our_texts_has_a_glyph(our_shelf: FontShelf, language: str, role: str, weight: str) -> None:
    files = [CONTENT / f"languages/{language}.yaml", *(CONTENT / "stories").glob(f"*/{language}.yaml")]
    assert len(files) > 1
    trees = [yaml.load(path.read_bytes(), yaml.CBaseLoader) for path in files]
    voice = voice_of(role, weight, language)
    words = sorted({word for tree in trees for text in strings(tree) for word in text.split()})
    assert Typesetter(our_shelf).missing(" ".join(words), voice) == ""


def strings(tree: Any) -> Iterator[str]:
    """Every text of a tree that YAML held."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from strings(branch)
    else:
        yield tree
