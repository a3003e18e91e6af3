"""Whatever the file, preflight ends, soon and without much memory, with a finding that names what is wrong."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from breakages import RGB_PLACES
from hostile_files import FILES, spoilt
from hostile_tags import TAGS
from measured import measured
from peak import peak
from press_file import changed, sound
from tagged_breakages import TAGGED

from postcards.preflight.demands import EVERYBODY, READERS, Demands
from postcards.preflight.rulebook import examine

#: What a file may take: seconds, and MiB of memory beside what the program takes itself.
SECONDS, MEGABYTES = 20, 400

#: How many spoilt files are looked at for each purpose.
ACCIDENTS = 200


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """What a process of its own says of each file, which is measured."""
    return measured(Path(__file__))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_stops_programs_is_named(name: str, answers: dict[str, dict[str, Any]]) -> None:
    named_by(FILES[name][1], answers[name])


@pytest.mark.parametrize("name", TAGS)
def test_tags_that_stop_programs_are_named(name: str, answers: dict[str, dict[str, Any]]) -> None:
    named_by(TAGS[name][1], answers[f"tags: {name}"])


def named_by(code: str, answer: dict[str, Any]) -> None:
    """A finding with the code, or none if there is no code, soon and without much memory."""
    assert code in answer["found"] if code else answer["found"] == []
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES


@pytest.mark.parametrize("demands", [Demands(), Demands("cmyk"), READERS], ids=["x4", "cmyk", "readers"])
def test_accidents_end_in_findings(demands: Demands, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever happens to a file's bytes, it is looked at to the end, and nothing but findings is said."""
    names = sorted(RGB_PLACES)
    files = [sound(), *(changed(RGB_PLACES[name]) for name in names)]
    for seed in range(ACCIDENTS):
        examined = examine(spoilt(seed, files[seed % len(files)]), demands)
        assert all(found.fault.message and found.fault.remedy for found in examined.found)
    assert capfd.readouterr() == ("", "")


def test_accidents_to_tagged_files_end_in_findings(capfd: pytest.CaptureFixture[str]) -> None:
    files = [breakage.clean() for breakage in TAGGED]
    for seed in range(ACCIDENTS):
        examined = examine(spoilt(seed, files[seed % len(files)]), EVERYBODY)
        assert all(found.fault.message and found.fault.remedy for found in examined.found)
    assert capfd.readouterr() == ("", "")


def measure() -> None:
    """Look at each file in turn, and tell what was found, the time it took, and the most memory up to then."""
    files = {name: (make, Demands()) for name, (make, _) in FILES.items()}
    files |= {f"tags: {name}": (make, EVERYBODY) for name, (make, _) in TAGS.items()}
    for name, (make, demands) in files.items():
        content = make()
        before, begun = peak(), time.perf_counter()
        found = sorted({each.rule for each in examine(content, demands).found})
        taken = {"seconds": time.perf_counter() - begun, "megabytes": peak() - before}
        print(json.dumps({name: {"found": found, **taken}}))


if __name__ == "__main__":
    measure()
