"""Whatever two files are, comparing them ends, soon and without much memory, with a comparison or with a reason."""

from __future__ import annotations

import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hostile_files import FILES, spoilt
from hostile_tags import TAGS
from measured import measured
from peak import peak
from press_file import sound

from postcards.comparison.comparing import Comparison, compare
from postcards.comparison.volume import UncomparedError

#: What a comparison may take: seconds, and MiB of memory beside what the program takes itself.
SECONDS, MEGABYTES = 20, 400

#: How many spoilt files are compared.
ACCIDENTS = 60

#: Every file that is made to stop programs.
HOSTILE = {name: make for name, (make, _) in FILES.items()} | {
    f"tags: {name}": make for name, (make, _) in TAGS.items()
}

#: Files that pdfium would paint for hours, or not in any memory: nobody begins to.
TOO_MUCH = (
    "the same page again and again",
    "a form of itself",
    "forms in a ring",
    "a pattern of itself",
    "forms that double",
    "too many operators",
    "a bomb of blanks",
    "a bomb within a bomb",
    "a picture of ten thousand megapixels",
    "tags: sequences in sequences",
)


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """What a process of its own says of each file, which is measured."""
    return measured(Path(__file__))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_stops_programs_does_not_stop_this_one(name: str, answers: dict[str, dict[str, Any]]) -> None:
    answer = answers[name]
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES
    assert (answer["said"] == "too-much") == (name in TOO_MUCH)


def test_accidents_end_in_a_comparison_or_a_reason(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    content = sound()
    said = [compared(spoilt(seed, content), tmp_path) for seed in range(ACCIDENTS)]
    assert {type(each) for each in said} == {Comparison, UncomparedError}
    assert all(each.remedy for each in said if isinstance(each, UncomparedError))
    assert capfd.readouterr() == ("", "")


def compared(content: bytes, folder: Path) -> Comparison | UncomparedError:
    """What comes of a sound file and this one."""
    (folder / "old.pdf").write_bytes(sound())
    (folder / "new.pdf").write_bytes(content)
    try:
        return compare(folder / "old.pdf", folder / "new.pdf", lambda number, _: folder / f"{number}.png")
    except UncomparedError as error:
        return error


def measure() -> None:
    """Compare each file in turn, and tell what came of it, the time it took, and the most memory up to then."""
    with TemporaryDirectory() as folder:
        for name, make in HOSTILE.items():
            content = make()
            before, begun = peak(), time.perf_counter()
            answer = compared(content, Path(folder))
            taken = {"seconds": time.perf_counter() - begun, "megabytes": peak() - before}
            print(json.dumps({name: {"said": getattr(answer, "code", "compared"), **taken}}))


if __name__ == "__main__":
    measure()
