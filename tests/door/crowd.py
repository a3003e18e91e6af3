"""A crowd of faulty stories in a project that was good: one build tells of all of them, and loses no good file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from project import Answer, Office, Surroundings, in_child

ERROR, WARNING = "error", "warning"

#: What hostile input may cost a whole build: seconds of a processor, and bytes at the peak.
MOST_SECONDS, MOST_BYTES = 10, 600_000_000

#: The facts and the text of a story without a fault; in the text each key has a line of its own.
FACTS = """\
name: Amina
name_policy: published
country: ET
returned: 2012-11
support: [housing]
tone: positive
consent:
  basis: demonstration
  channels: [print, screen]
  languages: all
  expires: 2030-12-31
  status: active
"""
TEXT = """\
title: A house
quote:
  text: She is glad to be home.
  source: reported
summary: She went home in 2012.
status: draft
"""

#: Says at its end, to whoever reads its errors, what the build has cost.
MEASURED = r"""
import re, resource, sys
from pathlib import Path
from postcards.cli import main
code = main(sys.argv[1:])
sys.stdout.flush()
used = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss: that is also of the process that started this one, in which a thousand tests have left their things.
peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
print(used.ru_utime + used.ru_stime, int(peak[1]) * 1024, file=sys.stderr)
sys.exit(code)
"""
COSTS = re.compile(r"[\d.]+ \d+")


@dataclass(frozen=True)
class Case:
    """A fault in a story, and what must be said of it."""

    row: str  # of docs/faults.md
    files: Mapping[str, str | bytes]  # in the story's folder; what is not named is without fault
    code: str
    line: int | None = None  # None where the whole file is meant
    says: tuple[str, ...] = ()  # what message and remedy must name
    file: str = "en.yaml"  # that the finding names
    severity: str = ERROR


def title(written: str) -> dict[str, str | bytes]:
    """A story's text with another value behind “title:”, as it stands in the file."""
    return {"en.yaml": TEXT.replace("A house", written, 1)}


def whole(written: str | bytes) -> dict[str, str | bytes]:
    """A story whose text is something else altogether."""
    return {"en.yaml": written}


def changed(old: str, new: str, source: str = TEXT) -> dict[str, str | bytes]:
    """A story with other words in its text, or in its facts."""
    assert old in source
    return {"en.yaml" if source is TEXT else "story.yaml": source.replace(old, new, 1)}


def parameters(cases: Iterable[Case]) -> list[Any]:
    """The cases for `parametrize`: each is marked with its row."""
    return [pytest.param(slug, case, id=slug, marks=pytest.mark.fault(case.row)) for slug, case in slugs(cases).items()]


def slugs(cases: Iterable[Case]) -> dict[str, Case]:
    return {f"{case.row.lower()}-{number:03d}": case for number, case in enumerate(cases)}


@dataclass(frozen=True)
class Crowd:
    """What came of a build with all the cases."""

    answer: Answer
    seconds: float
    peak: int  # bytes
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]

    def told_of(self, slug: str) -> list[dict[str, Any]]:
        return [problem for problem in self.answer.answer["problems"] if problem.get("story") == slug]

    def check(self, slug: str, case: Case) -> None:
        """The finding is there, with its place, and says what to do."""
        told = self.told_of(slug)
        ours = [
            problem
            for problem in told
            if (problem["code"], problem["severity"], problem.get("line")) == (case.code, case.severity, case.line)
            and problem["path"].endswith(f"{slug}/{case.file}" if case.file else slug)
        ]
        assert ours, told
        words = " ".join(f"{problem['message']} {problem['remedy']}" for problem in ours)
        assert [said for said in case.says if said not in words] == []
        assert all(problem["message"] and problem["remedy"] for problem in told)
        # What is not a fault must not be told as one: a warning leaves the story in.
        assert any(problem["severity"] == ERROR for problem in told) == (case.severity == ERROR), told

    def lost(self) -> list[str]:
        """Good files that are not what they were."""
        return [name for name, content in self.before.items() if self.after.get(name) != content]


def gather(office: Office, cases: Iterable[Case]) -> Crowd:
    """Put a story for each case into a project that was built, and build it again in a process of its own."""
    before = {name: content for name, content in office.files().items() if not name.endswith(".json")}
    for slug, case in slugs(cases).items():
        for name, content in {"story.yaml": FACTS, "en.yaml": TEXT, **case.files}.items():
            office.write(f"stories/{slug}/{name}", content)
    answer = in_child(office, Surroundings(program=("-c", MEASURED)), "build", "-j", "1", "--json")
    *said, costs = answer.err.splitlines()
    assert COSTS.fullmatch(costs), answer.err
    seconds, peak = costs.split()
    return Crowd(Answer(answer.code, answer.out, "\n".join(said)), float(seconds), int(peak), before, office.files())


def losses(record: Callable[[str, object], None], before: Mapping[str, bytes], lost: list[str]) -> list[str]:
    """The same list, counted for the summary of the tests."""
    record("files", len(before))
    record("lost", len(lost))
    return lost


def answers(problems: list[dict[str, Any]]) -> str:
    """Findings as a failure shows them."""
    return json.dumps(problems, ensure_ascii=False, indent=1)
