"""Plain content streams are read as qpdf reads them, and what is not plain is left to qpdf."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postcards.preflight.content import PATH, Instruction, instructions, plain_instructions
from postcards.preflight.interpreter import PLAIN

#: Everything that a plain stream may have.
STREAM = b"""q 1 0 0 -1.5 .25 +7. cm\n/F1 12 Tf [<00410042> -20.5 <0043><>]TJ<0044> Tj 0 Tr
/P <</MCID 3>> BDC /Span<</MCID 4/Lang <FEFF0065006E> >>BDC\tEMC EMC /Artifact BMC EMC
[3 2] 0 d /Over gs 0 0 0 1 k 1 2 m 3 4 5 6 7 8 c h f* BT ET 9 .5 m\n-1. +2 l 3 4 m S Q"""

#: What qpdf and we read numbers as, and how many of them a step of a path has.
NUMBERS_READ = (int, float, Decimal)
STEPS = {"m": 2, "l": 2, "c": 6, "h": 0}

#: What is not plain, each in its own way.
OTHERWISE = (
    b"(a string) Tj",
    b"1 0 0 rg % a comment",
    b"/A#20B gs",
    b"1-2 0 m",
    b"--1 0 m",
    b"1e3 0 m",
    b"1_0 0 m",
    b"inf 0 m",
    b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    b"true gs",
    b"<004 Tj",
    b"<41 Tj",
    b"[1 [2] 3] 0 d",
    b"[1 2 0 d",
    b"1 2] 0 d",
    b"/P <</A <</B 1>>>> BDC",
    b"/P <</MCID 1 BDC",
    b"1 2 3",
    b"4 unknown",
    b"/P <</MCID 1 1 2 m BDC",
    b"/> gs",
    b"/A> gs",
    b"1\x0b2 m",
    b"\x01 MCID",
)


def qpdf(content: bytes) -> list[tuple[str, list[Any]]]:
    pdf = pikepdf.new()
    stream = pdf.make_stream(content)
    return [(str(each.operator), list(each.operands)) for each in pikepdf.parse_content_stream(stream)]


def same(ours: Any, theirs: Any) -> bool:
    if isinstance(theirs, int | Decimal):
        return bool(ours == float(theirs))
    if isinstance(theirs, pikepdf.String):
        return bool(ours == bytes(theirs))
    if isinstance(theirs, pikepdf.Array):
        return len(ours) == len(theirs) and all(map(same, ours, theirs.as_list()))
    return bool(ours == theirs)


def with_paths(found: list[Instruction]) -> list[Instruction]:
    """The same with sound steps of a path in one, as we read them wherever all steps are sound."""
    merged: list[Instruction] = []
    for name, operands in found:
        sound = len(operands) == STEPS.get(name) and all(isinstance(each, NUMBERS_READ) for each in operands)
        if not (sound or name == PATH):
            merged.append((name, operands))
        elif merged and merged[-1][0] == PATH:
            merged[-1][1].extend(operands)
        else:
            merged.append((PATH, [*operands]))
    return merged


def agree(content: bytes) -> bool:
    read = plain_instructions(content, PLAIN)
    assert read is not None
    ours, theirs = with_paths(read), with_paths(qpdf(content))
    return [name for name, _ in ours] == [name for name, _ in theirs] and all(
        len(mine) == len(other) and all(map(same, mine, other))
        for (_, mine), (_, other) in zip(ours, theirs, strict=True)
    )


def test_a_plain_stream_is_read_as_qpdf_reads_it() -> None:
    assert agree(STREAM)


def test_a_paths_points_are_read_at_once() -> None:
    found = plain_instructions(b"/Over gs 1 2 m 3 4 l 0 0 5 6 7.5 -8 c h f", PLAIN)
    assert found is not None
    assert [name for name, _ in found] == ["gs", PATH, "f"]
    assert found[1][1] == [1, 2, 3, 4, 0, 0, 5, 6, 7.5, -8]


@pytest.mark.parametrize("content", [b"1 2 3 m f", b"/A 1 2 m f", b"1 2 m 3 4 5 6 7 c f", b"1 2 m 12345678901 4 l f"])
def test_a_step_with_what_it_cannot_take_stands_for_itself(content: bytes) -> None:
    found = plain_instructions(content, PLAIN)
    assert found is not None
    assert {"m", "c", "l"} & {name for name, _ in found}
    assert agree(content)


@pytest.mark.parametrize("content", OTHERWISE)
def test_what_is_not_plain_is_left_to_qpdf(content: bytes) -> None:
    assert plain_instructions(content, PLAIN) is None


def test_damages_are_told_as_qpdf_tells_them() -> None:
    pdf = pikepdf.new()
    found, _ = instructions(pdf.make_stream(b"(\xe9) Tj 1 0 m"), b"(\xe9) Tj 1 0 m", PLAIN)
    assert [name for name, _ in found] == ["Tj", "m"]


NUMBERS = st.decimals(-1000, 1000, places=3).map(str) | st.integers(-9999, 9999).map(str)
NAMES = st.text("ABCxyz019-_.", min_size=1, max_size=5).map(lambda name: f"/{name}")
STRINGS = st.binary(max_size=6).map(lambda content: f"<{content.hex()}>")
ARRAYS = st.lists(NUMBERS | STRINGS, max_size=5).map(lambda parts: f"[{' '.join(parts)}]")
OPERANDS = st.lists(NUMBERS | NAMES | STRINGS | ARRAYS, max_size=6)
OPERATORS = st.sampled_from(sorted(set(PLAIN.values()) - {"BDC"}))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(OPERANDS, OPERATORS), max_size=8), st.sampled_from([" ", "\n", "\r\n", "\t ", "\f"]))
def test_any_plain_stream_is_read_as_qpdf_reads_it(parts: list[tuple[list[str], str]], space: str) -> None:
    assert agree(space.join(word for operands, operator in parts for word in (*operands, operator)).encode())


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_broken_stream_is_read_as_qpdf_reads_it_or_not_at_all(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(STREAM) - 1))
    broken = STREAM[:at] + data.draw(st.binary(max_size=2)) + STREAM[at + data.draw(st.integers(0, 2)) :]
    if plain_instructions(broken, PLAIN) is not None:
        assert agree(broken)
