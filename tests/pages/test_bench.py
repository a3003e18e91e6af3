"""What the texts of a language are set in: its hand, and lines as far apart as that needs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from print_room import LAYOUTS, PrintRoom

from postcards.pages.bench import Tables
from postcards.pages.copyfit import Block, Step
from postcards.pages.pour import pour

#: Styles whose texts take several lines, and are read as one.
RUNNING = ("summary", "body", "strong", "quote", "quote-face", "question", "entry")

#: Lines further apart than this, in glyph sizes, are separate blocks to poppler, which then mixes them with others.
FURTHEST = 1.5


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lines_of_running_text_stay_one_block_in_every_script_but_nastaliq(room: PrintRoom, layout: str) -> None:
    styles = room.designs.layouts[layout].styles
    for name in RUNNING:
        style = styles[name]
        for script, entry in room.shelf.roles[style.role].items():
            distance = max(style.leading * entry.leading / (style.size * entry.factor), entry.clear)
            assert (distance <= FURTHEST) == (script != "Aran"), (name, script, distance)


@pytest.mark.parametrize("style", ["summary", "label"])
def test_urdu_is_set_in_nastaliq(room: PrintRoom, style: str) -> None:
    bench = room.bench("spread", "ur")
    design, urdu = bench.layout.styles[style], bench.text_style(style, "ur")
    entry = room.shelf.script_faces(design.role, "Aran")
    assert urdu.voice.script == "Aran"
    assert urdu.leading == design.leading * entry.leading
    piece = bench.set_block(Block("وہ اپنے گھر واپس گیا اور اس نے دکان کھولی", style, "ur"), Step("smaller", -99), 80)
    assert piece.galley.size == pytest.approx(min(design.size, max(design.floor, entry.floor / entry.factor)))
    assert {run.face.name for line in piece.galley.lines for run in line.runs} == {"NotoNastaliqUrdu-Regular"}
    assert piece.galley.leading >= entry.clear * entry.factor * piece.galley.size


def test_urdu_pages_stand_on_a_wider_grid(room: PrintRoom) -> None:
    latin, urdu = room.bench("spread", "en").grid, room.bench("spread", "ur").grid
    assert urdu == latin * room.shelf.script_faces("serif", "Aran").leading


@pytest.mark.parametrize("language", ["en", "ar", "ur", "he", "am", "hi", "bn", "pa", "si", "ta", "th", "hy", "ka"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_frame_has_room_for_a_line_of_each_of_its_texts(room: PrintRoom, layout: str, language: str) -> None:
    """At the script's smallest size; a digit is as high as its line. The page to write on is left out if it has not."""
    bench = room.bench(layout, language)
    for face in bench.layout.faces.keys() - {bench.layout.matter.write}:
        for frame in bench.layout.frames(face):
            blocks = [Block("1", style, language) for style in frame.flow if style in bench.layout.styles]
            if blocks and frame.kind in ("text", "tab"):
                rect = bench.layout.place(frame, bench.direction, 1)
                assert pour(bench, blocks, [rect], False).left == (), (face, frame.id)


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Ethiopia", "ETHIOPIA"),
        ("tr", "İran iki", "İRAN İKİ"),
        ("ar", "إيران", "إيران"),
        ("ka", "სახლი", "სახლი"),
    ],
)
def test_capitals_only_where_the_script_has_them(room: PrintRoom, language: str, text: str, printed: str) -> None:
    bench = room.bench("spread", language)
    label = replace(bench.layout.styles["label"], capitals=True, tracking=0.1)
    layout = replace(bench.layout, styles={**bench.layout.styles, "label": label})
    loud = replace(bench, layout=layout, tables=Tables())
    galleys = [each.set_block(Block(text, "label", language), Step("wish"), 300).galley for each in (bench, loud)]
    assert galleys[1].lines[0].text == printed
    assert (galleys[1].width > galleys[0].width) == (language != "ar")
