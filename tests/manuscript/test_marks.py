"""From bytes to plain values with their places, and what is said about a slip."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.manuscript.marks import read_yaml
from postcards.problems import Where, printable

GOOD = "title: A house\nquote:\n  text: No\n"


def found(content: str | bytes) -> list[tuple[str, int | None]]:
    _, problems = read_yaml("en.yaml", content.encode() if isinstance(content, str) else content)
    return [(problem.code, problem.where.line) for problem in problems]


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.rstrip("\n").encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("utf-16"),
        b"---\n" + GOOD.encode(),
        GOOD.replace("title", '"title"').encode(),
    ],
    ids=["lf", "crlf", "cr", "no-final-newline", "utf-8-bom", "utf-16-bom", "document-start", "quoted-key"],
)
def test_every_way_of_saving_gives_the_same_values(content: bytes) -> None:
    document, problems = read_yaml("en.yaml", content)
    assert document is not None
    assert document.content == {"title": "A house", "quote": {"text": "No"}}
    assert problems == ()


@pytest.mark.parametrize(
    "value",
    [
        "no", "Yes", "on", "010", "08", "1_000", "1.10", "1e3", "0x1F", "+12", ".inf", ".nan", "12:30", "190:20:30",
        "1945-05-08", "2011-02-30", "true", "None", "NaN", "AT&T", "I <3 you", "a<b", "R&nbsp;D", "$HOME", "100%",
        "C:\\temp", "it's", "house#5", "http://example.org/#top", "-5 degrees", "9" * 5000,
    ],
)  # fmt: skip
def test_a_value_stays_as_it_is_typed(value: str) -> None:
    document, problems = read_yaml("en.yaml", f"title: {value}\n".encode())
    assert document is not None
    assert document.content == {"title": value}
    assert problems == ()


@pytest.mark.parametrize(
    ("block", "paragraphs"),
    [
        ("summary: one\n  two\n\n  three\n", ["one two", "three"]),
        ("summary: >-\n  one\n  two\n\n  three\n", ["one two", "three"]),
        ("summary: >\n  one\n    two\n  three\n\n\n  four\n", ["one two three", "four"]),
        ("summary: |\n  one\n  two\n \n  three\n", ["one two", "three"]),
        ('summary: "one\n  two\n\n  three"\n', ["one two", "three"]),
    ],
    ids=["plain", "folded", "folded-indented", "literal", "quoted"],
)
def test_only_a_blank_line_begins_a_paragraph(block: str, paragraphs: list[str]) -> None:
    document, problems = read_yaml("en.yaml", block.encode())
    assert document is not None
    assert isinstance(document.content, dict)
    value = document.content["summary"]
    assert isinstance(value, str)
    assert [" ".join(part.split()) for part in value.split("\n")] == paragraphs
    assert problems == ()


def test_every_value_and_key_has_its_place() -> None:
    document, _ = read_yaml("en.yaml", "# a note\nquote:\n  text: née\n  ways: [a, bé, c]\n".encode())
    assert document is not None
    assert document.marks["quote", "text"] == Where("en.yaml", 3, 9)
    assert document.keys["quote", "text"] == Where("en.yaml", 3, 3)
    assert document.marks["quote", "ways", 2] == Where("en.yaml", 4, 17)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ("yaml.empty", 1)),
        ("# only a note\n", ("yaml.empty", 1)),
        ("---\n", ("yaml.empty", 1)),
        ("- a\n- b\n", ("yaml.kind", 1)),
        ("only text\n", ("yaml.kind", 1)),
        ("a: b\n---\nc: d\n", ("yaml.documents", 2)),
        ("a: b\nc: d\na: e\n", ("yaml.duplicate-key", 3)),
        ('a: b\n"a": e\n', ("yaml.duplicate-key", 2)),
        ("q:\n  a: b\n  a: c\n", ("yaml.duplicate-key", 3)),
        ("caf\u00e9: b\ncafe\u0301: c\n", ("yaml.duplicate-key", 2)),
        ("a: &x b\n", ("yaml.anchor", 1)),
        ("a: b\nb: &Amina went home\n", ("yaml.anchor", 2)),
        ("a: b\nb: *a\n", ("yaml.alias", 2)),
        ("a: *Amina* came home\n", ("yaml.special-character", 1)),
        ("a: !!binary abc\n", ("yaml.tag", 1)),
        ("a: !wow it works\n", ("yaml.tag", 1)),
        ("[a, b]: c\n", ("yaml.key", 1)),
        ("%YAML 2.0\n---\na: b\n", ("yaml.directive", 1)),
        ("a: b\n\tc: d\n", ("yaml.tab", 2)),
        ("a:\tb\n", ("yaml.tab", 1)),
        ("a:\n\u00a0\u00a0b: c\n", ("yaml.indent", 2)),
        ("a: b\nc:\n  \u00a0d: e\n", ("yaml.indent", 3)),
        ("a: b\nc\uff1ad\n", ("yaml.colon", 2)),
        ("c\uff1ad\na: b\n", ("yaml.colon", 1)),
        ("a: b\ntitle:House\nc: d\n", ("yaml.colon", 2)),
        ("a: b\nc: Note: the door\n", ("yaml.colon", 2)),
        ("a: b\nc: one\ntwo words\n", ("yaml.indent", 3)),
        ("a: b\n  c: d\n", ("yaml.indent", 2)),
        ("a: b\nc: house #5\n", ("yaml.lost-text", 2)),
        ("a: #5 house\n", ("yaml.lost-text", 1)),
        ("a: one # two\n  three\nb: c\n", ("yaml.lost-text", 1)),
        ("a: ~\n", ("yaml.null", 1)),
        ("a: null\n", ("yaml.null", 1)),
        ('a: b\nc: "Hi" she said\nd: e\n', ("yaml.quote", 2)),
        ("a: b\nc: 'it's'\nd: e\n", ("yaml.quote", 2)),
        ('a: b\nc: "open\nd: e\nf: g\n', ("yaml.quote", 2)),
        ('a: b\nc: "open\nd:\n  e: "g"\n', ("yaml.quote", 2)),
        ('a: b\nc: "open\nd: closed here"\ne: f\n', ("yaml.quote", 2)),
        ('a: b\nc: "C:\\"\n', ("yaml.quote", 2)),
        ('a: "C:\\Users"\n', ("yaml.escape", 1)),
        ('a: "\\ud800"\n', ("yaml.escape", 1)),
        ('a: "\\ud83d\\ude00"\n', ("yaml.escape", 1)),
        ('a: b\nc: "x\\0y"\n', ("yaml.control-character", 2)),
        ('a: "\\e[31m"\n', ("yaml.control-character", 1)),
        ('a: "x\\Ly"\n', ("yaml.control-character", 1)),
        ("a: b\nc: x\x07y\n", ("yaml.control-character", 2)),
        ("a: b\nc: x\x9by\n", ("yaml.control-character", 2)),
        ("a: b\nc: x\x00y\n", ("yaml.control-character", 2)),
        ("a: b\nc: x\uffffy\n", ("yaml.control-character", 2)),
        ("a: b\nc: x\u2028y\nd: e\n", ("yaml.line-separator", 2)),
        ("a: b\nc: x\u0085y\n", ("yaml.line-separator", 2)),
        ("a: b\n\ufeffc: d\n", ("yaml.byte-order-mark", 2)),
        ("a: b\n```\n", ("yaml.fence", 2)),
        (" a: b\nc: [d]\n", ("yaml.indent", 2)),
        ("a: b\nc: >-\n  one\n- two\n", ("yaml.indent", 4)),
        ("a: b\nc: ]\n", ("yaml.special-character", 2)),
        ("a: |5x\n  b\n", ("yaml.special-character", 1)),
        ("a: b\n? |x\n", ("yaml.syntax", 2)),
    ],
)  # fmt: skip
def test_a_slip_is_named_at_its_line(content: str, expected: tuple[str, int]) -> None:
    assert found(content) == [expected]


@pytest.mark.parametrize("sign", [*"@%`|>![{*]},", "? ", "- "])
def test_a_value_that_begins_with_a_sign_is_named_with_the_sign(sign: str) -> None:
    _, problems = read_yaml("en.yaml", f"a: b\ntitle: {sign}house 5 (x\n".encode())
    assert {problem.where.line for problem in problems} == {2}
    assert sign.strip() in problems[0].remedy


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<<: *a\n", [("yaml.merge-key", 1), ("yaml.alias", 1)]),
        (b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other\n", [("yaml.conflict", line) for line in (1, 3, 5)]),
        ("a: b\nc: Ærø\n".encode("latin-1"), [("file.encoding", 2)]),
        ("a: b\nc: Привет\n".encode("cp1251"), [("file.encoding", 2)]),
        ("a: b\rc: سلام\r".encode("cp1256"), [("file.encoding", 2)]),
        (b"a: b\nc: \xed\xa0\x80\n", [("file.encoding", 2)]),
        (b"a: b\nc: \xc3", [("file.encoding", 2)]),
        (b"a: \xc0\xaf", [("file.encoding", 1)]),
        ("a: b".encode("utf-16-le"), [("file.encoding", 1)]),
        ("a: b".encode("utf-32"), [("file.encoding", 1)]),
        (b"PK\x03\x04\x00", [("file.kind", 1)]),
        (b"\n<!DOCTYPE html>\n", [("file.kind", 1)]),
        (b"```yaml\na: b\n```\n", [("file.kind", 1)]),
        (b"a: " + b"x" * 1_000_000, [("file.too-large", 1)]),
        (b"a: " + b"[" * 3000, [("yaml.nesting", 1)]),
        ("".join(f"{' ' * depth}a:\n" for depth in range(800)).encode(), [("yaml.nesting", 13)]),
        (b"a: b\nc: !!python/object/apply:os.system [touch marker]\n", [("yaml.tag", 2)]),
    ],
)  # fmt: skip
def test_what_is_no_text_of_ours_is_told_by_line(content: bytes, expected: list[tuple[str, int]]) -> None:
    assert found(content) == expected


def test_a_bomb_of_aliases_is_not_followed() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join(['*' + before] * 10)}]" for before, name in zip("abcdef", "bcdefg", strict=True)
    ]
    codes = {code for code, _ in found("\n".join(lines))}
    assert codes == {"yaml.anchor", "yaml.alias", "file.many-faults"}


def test_both_lines_of_a_double_key_are_named() -> None:
    _, problems = read_yaml("en.yaml", b"title: a\nalt: b\ntitle: c\n")
    assert re.findall(r"line (\d+)", problems[0].message) == ["1", "3"]


def test_all_slips_that_can_be_seen_in_the_raw_text_come_at_once() -> None:
    assert found("a: x\x07y\n\tb: c\nd: x\u2028y\n") == [
        ("yaml.control-character", 1),
        ("yaml.line-separator", 3),
        ("yaml.tab", 2),
    ]


def test_a_note_after_two_spaces_is_a_note() -> None:
    document, problems = read_yaml("en.yaml", b"digits: latin  # or native\n")
    assert document is not None
    assert (document.content, problems) == ({"digits": "latin"}, ())


PIECES = st.sampled_from(
    ["a", "b: ", "\n", "\n  ", "- ", '"', "'", "#", " #", "[", "]", "{", "}", ",", "&x ", "*x", "!t ", "|", ">", "%",
     "@", "\t", "? ", ": ", "---\n", "...", "\\", "<<: ", "\u00a0", "\u2028", "\ufeff", "\x00", "\uff1a",
     "é", "~", "=" * 7]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=25).map(lambda parts: "".join(parts).encode())))
def test_no_bytes_make_it_fail_and_every_finding_has_a_line_and_can_be_shown(content: bytes) -> None:
    document, problems = read_yaml("en.yaml", content)
    assert document is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        assert problem.where.line is not None
        assert 1 <= problem.where.line <= content.count(b"\n") + content.count(b"\r") + 1
        assert printable(problem.message + problem.remedy) == problem.message + problem.remedy
