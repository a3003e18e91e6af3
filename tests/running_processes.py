"""What processes do, as Linux tells it, and waiting until they have done it.

A process that has ended stays in the lists until somebody asks what became of it. For one whose parent has ended
before, that is the system's first process, which takes its time, or never asks in a container.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

#: Longest wait (seconds), and the time from one look to the next.
PATIENCE = 60
GLANCE = 0.01


def until(happened: Callable[[], bool]) -> None:
    """Wait for something that is sure to happen soon."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end
        time.sleep(GLANCE)


def children(process: int) -> list[int]:
    """Those that it has started, the first first; none where it is gone."""
    found = []
    for thread in sorted(Path(f"/proc/{process}/task").glob("*")):
        try:
            found += [int(word) for word in (thread / "children").read_text().split()]
        except OSError:  # gone since
            continue
    return found


def below(process: int) -> set[int]:
    """Those that it has started, and those that these have."""
    found = set(children(process))
    return found.union(*map(below, found))


def is_at_work(process: int) -> bool:
    """Whether it is there and has not ended."""
    return _stands(process)[0] not in ("", "Z")


def group(leader: int) -> list[int]:
    """Those of a process group that are at work."""
    numbers = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit())
    return sorted(number for number in numbers if _stands(number)[1] == leader and is_at_work(number))


def _stands(process: int) -> tuple[str, int]:
    """Its state and its group (proc_pid_stat(5)); no state if it is gone."""
    try:
        said = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return "", 0
    state, _, leader = said.rpartition(")")[2].split()[:3]
    return state, int(leader)
