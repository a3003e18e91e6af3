"""Slips that people make in YAML, through the front door: a finding with file and line, never a traceback."""

from __future__ import annotations

import pytest
from project import Office

LEFT_OUT = 1
ENGLISH = "stories/asrat/en.yaml"

#: What stands in the file instead, and the line that a finding must name.
SLIPS: dict[str, tuple[str | bytes, int]] = {
    "tab-indent": ("title: x\nquote:\n\ttext: y\n", 3),
    "unclosed-quote": ('title: "A house\nquote:\n  text: y\n', 1),
    "colon-in-text": ("title: Note: the door\n", 1),
    "hash-in-text": ("title: House #5\nsummary: He lives in house #5\n", 1),
    "starts-with-at": ("title: @home\n", 1),
    "starts-with-percent": ("title: %s\n", 1),
    "starts-with-brace": ("title: {0}\n", 1),
    "anchor": ("title: &Amina went home\n", 1),
    "alias": ("title: *Amina* came home\n", 1),
    "merge-key": ("title: x\n<<: {alt: y}\n", 2),
    "python-tag": ("title: !!python/object/apply:os.system [echo]\n", 1),
    "not-indented": ("title: x\nsummary: >-\nHe went home.\n", 3),
    "list-for-text": ("title:\n  - a\n  - b\n", 2),
    "empty": ("", 1),
    "only-comments": ("# nothing\n", 1),
    "plain-text": ("He went home.\n", 1),
    "top-level-list": ("- title\n", 1),
    "two-documents": ("title: x\n---\ntitle: y\n", 2),
    "directive": ("%YAML 2.0\n---\ntitle: x\n", 1),
    "conflict-marks": ("<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> b\n", 1),
    "code-fence": ("```yaml\ntitle: x\n```\n", 1),
    "html": ("<!DOCTYPE html>\n<p>x</p>\n", 1),
    "zip": (b"PK\x03\x04\x14\x00\x00\x00", 1),
    "utf-16": ("title: x\n".encode("utf-16"), 1),
    "latin-1": ("title: x\nalt: g\xe5rd\n".encode("latin-1"), 2),
    "nul": (b"title: x\x00y\n", 1),
    "escape-sequence": ('title: "\\e[31mred"\n', 1),
    "lone-surrogate": ('title: "\\ud800"\n', 1),
    "full-width-colon": ("title： x\n", 1),
    "null": ("title: ~\n", 1),
    "deep-brackets": ("title: " + "[" * 3000 + "]" * 3000 + "\n", 1),
    "deep-maps": ("".join("  " * depth + "a:\n" for depth in range(800)), 13),
    "two-megabytes": ("title: " + "x" * 2_000_000 + "\n", 1),
    "cuneiform-key": ("\U00012000: x\n", 1),
}


@pytest.mark.parametrize(("slip", "line"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_line(slip: str | bytes, line: int, office: Office) -> None:
    office.write(ENGLISH, slip)
    checked = office.run("check", "--json", "-l", "en", "-e", "screen")
    assert checked.code == LEFT_OUT
    ours = [problem for problem in checked.answer["problems"] if problem["path"] == f"content/{ENGLISH}"]
    assert line in [problem.get("line", 1) for problem in ours if problem["severity"] == "error"]
    assert all(problem["message"] and problem["remedy"] for problem in ours)
    assert {problem["story"] for problem in ours} == {"asrat"}


def test_a_terminal_never_gets_what_could_steer_it(office: Office) -> None:
    office.write(ENGLISH, b'title: "\x1b[31mred"\nquote: "\\u202eabc"\n"\\e]0;x\\a": y\n')
    told = office.run("check", "-l", "en", "-e", "screen").err
    assert ENGLISH in told
    assert [char for char in told if not (char.isprintable() or char == "\n")] == []
