"""docs/faults.md: what it says of each fault is shown by a test that exists and says so itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TABLE = TESTS.parent / "docs" / "faults.md"
ROW = re.compile(r"^\| ([A-Z]\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")

#: Each fault's tests, by its row: (file below tests/, function).
SHOWN_BY = {row: TEST.findall(tests) for row, _, _, tests in ROW.findall(TABLE.read_text("utf-8"))}


def test_the_table_is_whole() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if re.match(r"\| [A-Z]\d", line)]
    assert len(SHOWN_BY) == len(lines) > 160
    for group in sorted({row[0] for row in SHOWN_BY}):
        numbers = [int(row[1:]) for row in SHOWN_BY if row[0] == group]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_row_names_tests_that_exist() -> None:
    files = {file: (TESTS / file).read_text("utf-8") for tests in SHOWN_BY.values() for file, _ in tests}
    assert [row for row, tests in SHOWN_BY.items() if not tests] == []
    named = [(file, function) for tests in SHOWN_BY.values() for file, function in tests]
    assert [test for test in named if f"\ndef {test[1]}(" not in files[test[0]]] == []


def test_what_tests_say_of_themselves_is_in_the_table(request: pytest.FixtureRequest) -> None:
    """Of all tests of this run: where it is of a part, the part is compared."""
    marked = {
        (row, item.path.relative_to(TESTS).as_posix(), item.originalname)
        for item in request.session.items
        if isinstance(item, pytest.Function)
        for mark in item.iter_markers("fault")
        for row in mark.args
    }
    collected = {
        (item.path.relative_to(TESTS).as_posix(), item.originalname)
        for item in request.session.items
        if isinstance(item, pytest.Function)
    }
    told = {(row, *test) for row, tests in SHOWN_BY.items() for test in tests}
    assert marked - told == set()
    assert {named for named in told if named[1:] in collected} - marked == set()
