"""What is wrong with a layout is told with its line; what is right is not told of."""

from __future__ import annotations

import pytest
from small_layout import DrawingOffice

from postcards.problems import ProjectError

STORY_PICTURE = "{start: bleed, end: bleed, top: bleed, height: 20}"
QUOTE_BOX = "{start: 8, end: 8, top: 22, height: 13}"


def test_the_small_layout_is_sound(office: DrawingOffice) -> None:
    designs = office.read()
    assert designs.problems == ()
    assert list(designs.layouts) == ["small"]
    assert {path.name for path in designs.files} == {"palette.yaml", "small.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("grid: 6", "grid: 6\ngird: 6", "layout.unknown-key"),
        ("quote: {role: serif, size: 12", "quote: {role: serif, roll: 1, size: 12", "layout.unknown-key"),
        ("grid: 6\n", "", "layout.missing-key"),
        ("role: serif, size: 12", "role: gothic, size: 12", "layout.value"),
        ("size: 12, floor: 9", "size: 12, floor: 13", "layout.value"),
        ("size: 12, floor: 9", "size: -12, floor: 9", "layout.value"),
        ("size: 12, floor: 9", "size: 0, floor: 9", "layout.value"),
        ("size: 12, floor: 9", "size: 5000, floor: 9", "layout.value"),
        ("size: 12, floor: 9", "size: '10,5', floor: 9", "layout.value"),
        ("grid: 6", "grid: nan", "layout.value"),
        ("safe: 5", "safe: -5", "layout.value"),
        ("bleed: 3", "bleed: -3", "layout.value"),
        ("trim: {width: 100,", "trim: {width: 0,", "layout.value"),
        ("trim: {width: 100,", "trim: {width: 20000,", "layout.value"),
        ("step: 0.5", "step: 0", "layout.value"),
        ("ladder: [wish, larger,", "ladder: [larger,", "layout.value"),
        ("ladder: [wish, larger, tighter, smaller]", "ladder: []", "layout.value"),
        ("with_picture: [[story]]", "with_picture: [[]]", "layout.value"),
        ("with_picture: [[story]]", "with_picture: []", "layout.value"),
        ("with_picture: [[story]]", "with_picture: [[story], [story], [story]]", "layout.value"),
        ("with_picture: [[story]]", "with_picture: [[storey]]", "layout.unknown-face"),
        ("prose: page", "prose: pages", "layout.unknown-face"),
        ("leading: 15, colour: ink", "leading: 15, colour: inc", "layout.unknown-colour"),
        ("colour: paper, flow: [name", "colour: papr, flow: [name", "layout.unknown-colour"),
        ("colour: paper, flow: [name", "flow: [name", "layout.value"),
        ("flow: [quote]", "flow: [quote, qoute]", "layout.unknown-text"),
        ("flow: [quote], box", "flow: [title], box", "layout.no-frame"),
        ("kind: picture", "kind: ground, colour: accent", "layout.no-frame"),
        ("flow: [cover-title]", "flow: [issue]", "layout.no-frame"),
        ("id: credit", "id: quote", "layout.same-id"),
        ("    like: story", "    like: words", "layout.inheritance"),
        ("    like: story", "    like: storey", "layout.inheritance"),
        ("  summary: {role: serif", "  summery: {role: serif", "layout.missing-style"),
        ("kind: tab", "kind: tag", "layout.value"),
        ("kind: tab, ", "kind: tab, runs_on: true, ", "layout.value"),
        ("  write: card\n", "", "layout.value"),
        ("  body: {role", "  body: {split: true, capitals: true, role", "layout.value"),
        ("lead: 40, ", "lead: 10, ", "layout.no-room"),
        (QUOTE_BOX, "{start: 8, end: 8, top: 22, height: -13}", "layout.value"),
        (QUOTE_BOX, "{start: 60, end: 60, top: 22, height: 13}", "layout.no-room"),
        (QUOTE_BOX, "{start: 8, end: 8, top: 22, height: 0}", "layout.no-room"),
        (QUOTE_BOX, "{start: 8, end: 8, top: 72, height: 13}", "layout.off-page"),
        (QUOTE_BOX, "{start: -8, end: 8, top: 22, height: 13}", "layout.off-page"),
        (QUOTE_BOX, "{start: 8, end: 8, top: 22, height: 13, width: 5}", "layout.value"),
        (QUOTE_BOX, "{start: 8, outer: 8, top: 22, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: 8, end: 8, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: nan, end: 8, top: 22, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: inf, end: 8, top: 22, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: '10,5', end: 8, top: 22, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: 1 cm, end: 8, top: 22, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: true, end: 8, top: 22, height: 13}", "layout.value"),
        (QUOTE_BOX, "{start: bled, end: 8, top: 22, height: 13}", "layout.value"),
        ("safe: 5", "safe: 5\nsafe: 6", "yaml.duplicate-key"),
    ],
)
def test_a_fault_is_told_and_the_layout_left_out(office: DrawingOffice, old: str, new: str, code: str) -> None:
    office.change(old, new)
    designs = office.read()
    assert {problem.code for problem in designs.problems} == {code}
    assert {problem.where.path for problem in designs.problems} == {"layouts/small.yaml"}
    assert designs.layouts == {}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("grid: 6", "gird: 6", "gird"),
        ("leading: 15, colour: ink", "leading: 15, colour: inc", "styles.quote.colour"),
        ("flow: [quote]", "flow: [qoute]", "faces.story.frames.2.flow"),
        (QUOTE_BOX, "{start: 8, end: 8, top: 72, height: 13}", "faces.story.frames.2.box"),
        (QUOTE_BOX, "{start: 1 cm, end: 8, top: 22, height: 13}", "faces.story.frames.2.box.start"),
        ("id: credit", "id: quote", "faces.story.frames.4.id"),
        ("prose: page", "prose: pages", "matter.prose"),
        ("    like: story", "    like: words", "faces.words.like"),
    ],
)
def test_a_fault_names_its_line_and_key(office: DrawingOffice, old: str, new: str, field: str) -> None:
    line = office.change(old, new)
    problem = next(problem for problem in office.problems() if problem.field == field)
    assert problem.where.line == line
    assert problem.where.column is not None


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("grid: 6", "grid: 6\ngird: 6", "grid"),
        ("quote: {role: serif", "quote: {role: serif, roll: serif", "role"),
        ("leading: 15, colour: ink", "leading: 15, colour: inc", "ink"),
        ("flow: [quote]", "flow: [qoute]", "quote"),
        ("prose: page", "prose: pages", "page"),
        ("colour: paper, flow: [name", "colour: acent, flow: [name", "accent"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_likely_one(office: DrawingOffice, old: str, new: str, meant: str) -> None:
    office.change(old, new)
    assert f"“{meant}”" in next(problem for problem in office.problems() if problem.is_error).remedy


def test_how_far_a_frame_is_off_is_told_in_millimetres(office: DrawingOffice) -> None:
    office.change(QUOTE_BOX, "{start: 8, end: 8, top: 72, height: 13}")
    (problem,) = [problem for problem in office.problems() if problem.code == "layout.off-page"]
    assert "2.0 mm" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (QUOTE_BOX, "{start: 8, end: 8, top: 18, height: 13}", "layout.text-over-picture"),
        ("top: 69, height: 6}}\n      - {id: folio", "top: 70, height: 6}}\n      - {id: folio", "layout.unsafe"),
        ("{start: 8, end: 8, top: 36, height: 26}", "{start: 4, end: 8, top: 36, height: 26}", "layout.unsafe"),
    ],
)
def test_what_may_print_badly_is_a_warning(office: DrawingOffice, old: str, new: str, code: str) -> None:
    line = office.change(old, new)
    designs = office.read()
    assert [problem.code for problem in designs.problems] == [code]
    assert designs.problems[0].where.line == line
    assert list(designs.layouts) == ["small"]


def test_a_picture_moved_under_inherited_text_is_seen(office: DrawingOffice) -> None:
    office.change(
        "{id: photo, kind: ground, colour: accent, box: " + STORY_PICTURE,
        "{id: photo, kind: picture, box: {start: bleed, end: bleed, top: bleed, height: 30}",
    )
    (problem,) = office.problems()
    assert problem.code == "layout.text-over-picture"
    assert problem.field == "faces.words.frames.0.box"


def test_a_chain_of_likenesses_ends_somewhere(office: DrawingOffice) -> None:
    links = "".join(f"  a{number}:\n    like: a{number + 1}\n    frames: []\n" for number in range(1000))
    office.change("faces:\n", "faces:\n" + links + "  a1000:\n    like: story\n    frames: []\n")
    assert {problem.code for problem in office.problems()} == {"layout.inheritance"}


@pytest.mark.parametrize(
    "text", ["", "- a\n- b\n", "only words", "trim: {width: 100\n", "\tgrid: 6\n", "a: b: c\n", "\0"]
)
def test_a_file_that_is_no_layout_is_told_of_and_the_others_stand(office: DrawingOffice, text: str) -> None:
    office.write("other.yaml", text)
    designs = office.read()
    assert designs.problems
    assert {problem.where.path for problem in designs.problems} == {"layouts/other.yaml"}
    assert all(problem.is_error and problem.where.line for problem in designs.problems)
    assert list(designs.layouts) == ["small"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  ink: ", "  inc: "),
        ("default_accent: green", "default_accent: gren"),
        ("  green: [ET]", "  gren: [ET]"),
        ("[0, 0, 0, 100]", "[0, 0, 0, 101]"),
        ("[0, 0, 0, 100]", "[0, 0, 0, nan]"),
        ("[0, 0, 0, 100]", "[0, 0, 100]"),
        ('"#111111"', '"__import__(1)"'),
    ],
)
def test_without_a_sound_palette_nothing_is_built(office: DrawingOffice, old: str, new: str) -> None:
    line = office.change(old, new, "palette.yaml")
    with pytest.raises(ProjectError) as raised:
        office.read()
    assert raised.value.exit_code == 3
    assert "layouts/palette.yaml:" in str(raised.value)
    assert line


def test_without_a_palette_nothing_is_built(office: DrawingOffice) -> None:
    (office.root / "layouts/palette.yaml").unlink()
    with pytest.raises(ProjectError, match=r"layouts/palette\.yaml"):
        office.read()
