"""Unicode's own test files: where they are, what stands in for them, and what they ask for.

The files come from the Debian package unicode-data; UNICODE_DATA names another folder. Where they are not to be had a
small sample stands in for each of them, and the summary of the tests says so; where CI is set nothing but the whole
files will do. The summary also says how many cases of each file passed of how many that were run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

UNICODE_DATA = os.environ.get("UNICODE_DATA", "/usr/share/unicode")

#: Whether samples stand in for the whole files.
SAMPLED = not Path(UNICODE_DATA).is_dir() and not os.environ.get("CI")

#: Writes a line into the summary of the tests.
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class UnicodeFile:
    """What one of the files says, its comments aside."""

    title: str  # with the version: LineBreakTest-15.0.0.txt
    lines: tuple[str, ...]

    @property
    def version(self) -> tuple[int, ...]:
        return tuple(map(int, self.title.removesuffix(".txt").rpartition("-")[2].split(".")))


def unicode_file(name: str, sample: str) -> UnicodeFile:
    """One of Unicode's files; without it the test fails and says what to install."""
    if SAMPLED:
        text = sample
    else:
        path = Path(UNICODE_DATA) / name
        assert path.is_file(), f"{path} is missing: install Debian's package unicode-data, or set UNICODE_DATA."
        text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    contents = (line.partition("#")[0].strip() for line in lines)
    title = lines[0].strip("# ")
    return UnicodeFile(f"sample of {title}" if SAMPLED else title, tuple(content for content in contents if content))


def break_case(line: str) -> tuple[str, list[str]]:
    """A case of the break tests: the text, and ÷ (a break) or × (none) at each of its places, both ends included."""
    fields = line.split()
    return "".join(chr(int(code, 16)) for code in fields[1::2]), fields[::2]


def boundaries(stretches: Iterable[tuple[int, int]], length: int) -> list[str]:
    """Stretches of a text in the form of the break tests, its beginning aside, where the files differ."""
    ends = {end for _, end in stretches}
    return ["÷" if place in ends else "×" for place in range(1, length + 1)]


def assert_all_pass(passed: int, failed: list[str], floor: int) -> None:
    """All that was read has passed, and it was the whole file."""
    read = passed + len(failed)
    assert passed == read, f"{len(failed)} of {read} failed, the first: {failed[:3]}"
    assert read >= (1 if SAMPLED else floor)
