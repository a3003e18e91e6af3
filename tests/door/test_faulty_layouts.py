"""What designers do to layouts, each row of docs/faults.md that begins with F.

All faulty layouts lie in one project, beside ours and a booklet that uses ours: one build tells of all.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from crowd import ERROR, WARNING, losses
from project import REPOSITORY, Office, Surroundings, copy_office, in_child

LEFT_OUT = 1
SPREAD = (REPOSITORY / "layouts" / "spread.yaml").read_text("utf-8")
MARKER = "was-run"

#: Lines of our own layout, as they stand there.
NAME = next(line for line in SPREAD.splitlines() if line.startswith("  name: {role: sans"))
QUOTE = next(line for line in SPREAD.splitlines() if "flow: [quote]" in line)


#: Code where a colour is due, a thousand faces that stand in for each other, sizes in units of all kinds.
CODE = f"__import__('os').system('touch {MARKER}')"
CHAIN = "".join(f"  a{number}:\n    like: a{number + 1}\n    frames: []\n" for number in range(1000))
CHAIN += "  a1000:\n    like: message\n    frames: []\n"
UNITS = (("'10,5'", "10,5"), ("1 cm", "1 cm"))


@dataclass(frozen=True)
class Change:
    """Other words in a copy of our layout, and what must be said of them."""

    row: str  # of docs/faults.md
    old: str
    new: str
    code: str
    says: tuple[str, ...] = ()
    severity: str = ERROR

    @property
    def text(self) -> str:
        assert self.old in SPREAD
        return SPREAD.replace(self.old, self.new, 1)


def boxed(row: str, box: str, code: str, *says: str) -> Change:
    """The quote's frame with another box."""
    return Change(row, QUOTE, f"{QUOTE.partition('box:')[0]}box: {{{box}}}}}", code, says)


def styled(row: str, style: str, code: str, *says: str) -> Change:
    return Change(row, NAME, f"  name: {{{style}, leading: 12, colour: ink}}", code, says)


CHANGES = (
    boxed("F1", "start: 12, end: 12, top: 100, height: 20", "layout.off-page", "quote", "mm"),
    boxed("F1", "start: 200, width: 20, top: 70, height: 20", "layout.off-page", "quote", "mm"),
    boxed("F1", "start: 12, width: 140, top: 70, height: 20", "layout.off-page", "quote", "mm"),
    boxed("F2", "start: -900, width: 20, top: 70, height: 20", "layout.value"),
    boxed("F2", "start: 12, end: 12, top: 70, height: -20", "layout.value"),
    boxed("F2", "start: 12, end: 12, top: 70, height: 0", "layout.no-room", "quote"),
    *(boxed("F3", f"start: {size}, end: 8, top: 70, height: 20", "layout.value") for size in ("nan", "inf", "true")),
    *(boxed("F3", f"start: {size}, end: 8, top: 70, height: 20", "layout.value", words) for size, words in UNITS),
    boxed("F3", "start: null, end: 8, top: 70, height: 20", "yaml.null"),
    Change("F4", QUOTE, QUOTE.replace("top: 68.5", "top: 40"), "layout.text-over-picture", ("quote", "photo"), WARNING),
    Change("F5", "{id: credit,", "{id: quote,", "layout.same-id", ("“quote”",)),
    Change("F5", "kind: tab,", "kind: tag,", "layout.value", ("“tag”", "“tab”")),
    Change("F5", "grid: 7.75", "gird: 7.75", "layout.unknown-key", ("“gird”", "“grid”")),
    styled("F6", "role: gothic, size: 10, floor: 8", "layout.value", "“gothic”", "serif, sans"),
    styled("F6", "role: ../../secret.ttf, size: 10, floor: 8", "layout.value", "serif, sans"),
    *(styled("F7", f"role: sans, size: {size}, floor: {size}", "layout.value") for size in (0, -3, 5000)),
    Change("F7", NAME, NAME.replace("size: 10, floor: 8.5", "size: 4, floor: 4"), "layout.small", ("4 pt",), WARNING),
    Change("F8", "bleed: 3", "bleed: -3", "layout.value"),
    Change("F9", "trim: {width: 148,", "trim: {width: 0,", "layout.value"),
    Change("F9", "trim: {width: 148,", "trim: {width: 20000000,", "layout.value"),
    Change("F9", "trim: {width: 148,", "trim: {width: 148 furlongs,", "layout.value", ("148 furlongs",)),
    Change(
        "F10",
        "  cover:\n    frames:\n",
        "  cover:\n    frames: []\n  other:\n    frames:\n",
        "layout.no-frame",
        ("cover",),
    ),
    Change("F10", "  cover:\n    frames:\n", "  cover:\n    frames: {a: b}\n  other:\n    frames:\n", "layout.value"),
    Change(
        "F11", "    like: message\n", "    like: message-wide\n", "layout.inheritance", ("message-wide → message-wide",)
    ),
    Change("F11", "    like: message\n", "    like: mesage\n", "layout.inheritance", ("mesage",)),
    Change("F11", "    like: message\n", "    like: ../spread\n", "layout.inheritance", ("../spread",)),
    Change("F11", "faces:\n", f"faces:\n{CHAIN}", "layout.inheritance", ("a0 → a1 → a2",)),
    Change("F12", NAME, NAME.replace("colour: ink", f"colour: {CODE}"), "layout.unknown-colour", ("ink",)),
    Change(
        "F14",
        "      - {id: photo, kind: picture, box: {start: bleed, end: bleed, top: bleed, height: 66}}\n",
        "",
        "layout.no-frame",
        ("picture", "lost"),
    ),
)
NAMES = {f"{change.row.lower()}-{number:02d}": change for number, change in enumerate(CHANGES)}


@dataclass(frozen=True)
class Told:
    """What a build said, and what was there before it."""

    office: Office
    code: int
    errors: str
    problems: list[dict[str, Any]]
    before: dict[str, bytes]


@pytest.fixture(scope="module")
def told(good: Office, tmp_path_factory: pytest.TempPathFactory) -> Told:
    office = copy_office(good, tmp_path_factory.mktemp("layouts") / "project")
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    for name, change in NAMES.items():
        (office.root / "layouts" / f"{name}.yaml").write_text(change.text, "utf-8")
    booklet = office.content("booklets/small.yaml").read_text("utf-8")
    office.write("booklets/faulty.yaml", booklet.replace("layout: spread", "layout: f1-00"))
    before = {name: content for name, content in office.files().items() if not name.endswith(".json")}
    answer = in_child(office, Surroundings(), "build", "-j", "1", "--json")
    return Told(office, answer.code, answer.err, json.loads(answer.out)["problems"], before)


@pytest.mark.parametrize(
    ("name", "change"),
    [pytest.param(name, change, id=name, marks=pytest.mark.fault(change.row)) for name, change in NAMES.items()],
)
def test_a_fault_in_a_layout_is_told_with_its_line(name: str, change: Change, told: Told) -> None:
    ours = [problem for problem in told.problems if problem["path"] == f"layouts/{name}.yaml"]
    found = [problem for problem in ours if (problem["code"], problem["severity"]) == (change.code, change.severity)]
    assert found, ours
    assert all(problem["line"] and problem["message"] and problem["remedy"] for problem in ours)
    words = " ".join(f"{problem['message']} {problem['remedy']}" for problem in found)
    assert [said for said in change.says if said not in words] == []
    assert any(problem["severity"] == ERROR for problem in ours) == (change.severity == ERROR)


def test_booklets_of_other_layouts_are_as_they_were(told: Told, record_property: Callable[[str, object], None]) -> None:
    after = told.office.files()
    lost = [name for name, content in told.before.items() if after.get(name) != content]
    assert losses(record_property, told.before, lost) == []
    assert (told.code, told.errors) == (LEFT_OUT, "")
    assert [problem["path"] for problem in told.problems if problem["code"] == "booklet.unknown-layout"] == [
        "content/booklets/faulty.yaml"
    ]
    assert told.office.unfinished() == []
    assert [*told.office.root.rglob(MARKER), *Path.cwd().glob(MARKER)] == []


@pytest.mark.fault("F13")
def test_white_on_white_is_told_with_its_contrast(office: Office) -> None:
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    spread = office.root / "layouts" / "spread.yaml"
    (summary,) = (line for line in SPREAD.splitlines() if line.startswith("  summary: "))
    spread.write_text(SPREAD.replace(summary, summary.replace("colour: ink", "colour: paper")), "utf-8")
    answer = office.build("-l", "en", "-e", "screen")
    finding = answer.finding("page.contrast")
    assert "1.0" in finding["message"]


@pytest.mark.fault("F8")
def test_a_layout_without_bleed_gets_the_print_shops(office: Office) -> None:
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    (office.root / "layouts" / "spread.yaml").write_text(SPREAD.replace("bleed: 3", "bleed: 0", 1), "utf-8")
    assert office.build("-l", "en").code == 0
    with pikepdf.open(office.pdf("en", "print")) as pdf:
        trim, bleed = pdf.pages[1].TrimBox, pdf.pages[1].BleedBox
    assert float(trim[0]) - float(bleed[0]) > 8


@pytest.mark.fault("F15")
def test_a_folded_booklet_has_pages_in_fours(good: Office) -> None:
    assert good.report("en")["editions"]["print"]["pages"] % 4 == 0
