"""When the project's files have changed: what `watch` waits for.

The system's notices (watchfiles: inotify, FSEvents, ReadDirectoryChangesW) only say when to look; whether anything has
changed is seen by looking at every file's stamp. So a notice that is lost, a network drive that sends none, and a
folder that is replaced by another cost a moment and nothing else; what editors put beside a file, and a file that is
saved as it was, wake nobody.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from postcards.inputs import SCRATCH, Stamp, stamps_of
from postcards.problems import ProjectError
from postcards.project import find_project

#: How long (seconds) all files must be as they were before they count as saved, and how often that is tried: whoever
#: copies a large photo, or saves ten files at once, gets one build; what never rests gets one too.
REST = 0.1
MOST_LOOKS = 50

#: How long nothing is looked at where no notice comes (seconds): a look at 800 files takes 5 ms.
HEARTBEAT = 2.0

#: How often the notices are asked for, and how long they are gathered where they do not end (milliseconds).
STEP = 40
GATHERED = 200


def saves(root: Path) -> Iterator[None]:
    """At once, and whenever the files of the project in `root` have changed and come to rest; without end."""
    seen = _look(root)
    yield
    for _ in _notices(root):
        if _look(root) != seen and (rested := _at_rest(root)) != seen:
            # What is written from here on is another change, and whoever builds now may see it or not.
            seen = rested
            yield


def _look(root: Path) -> dict[str, Stamp] | None:
    """What every file of the project is like; None where there is no project at the moment."""
    try:
        return stamps_of(find_project(root))
    except ProjectError:
        return None


def _at_rest(root: Path) -> dict[str, Stamp] | None:
    """The same, once nothing changes any more."""
    now = _look(root)
    for _ in range(MOST_LOOKS):
        time.sleep(REST)
        before, now = now, _look(root)
        if now == before:
            break
    return now


def _notices(root: Path) -> Iterator[None]:
    """Whenever something may have changed, and now and then anyhow."""
    from watchfiles import watch

    while True:
        folders = _folders(root)
        try:
            for _ in watch(
                *folders,
                watch_filter=lambda _, path: not SCRATCH.fullmatch(Path(path).name),
                debounce=GATHERED,
                step=STEP,
                rust_timeout=round(HEARTBEAT * 1000),
                yield_on_timeout=True,
                ignore_permission_denied=True,
            ):
                yield
                if _folders(root) != folders:
                    break  # notices are of a folder, wherever it is moved to, and not of its name
        except (OSError, RuntimeError):
            # There are no notices: too many files are watched on this computer, or a folder went at this moment.
            time.sleep(HEARTBEAT)
            yield


def _folders(root: Path) -> dict[str, int]:
    """The folders of the staff's files that are there, and which ones they are on the disk."""
    found = {}
    for path in (root / name for name in ("content", "layouts", "fonts")):
        try:
            found[str(path)] = path.stat().st_ino
        except OSError:
            continue
    return found
