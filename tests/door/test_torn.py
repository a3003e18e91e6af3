"""A build that dies or fails at any of its file operations leaves every file old or new, and whole.

Every operation that changes the disk is struck in turn, in a process of its own: it is killed just before it, or the
system refuses it. A write is struck in its middle. (The way SQLite is tested: “How SQLite Is Tested”, section 3.)
"""

from __future__ import annotations

import errno
import io
import multiprocessing
import os
import signal
import warnings
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from project import Office, Surroundings, in_child, new_office

BUILT, LEFT_OUT, NOTHING = 0, 1, 3

#: The program, of which whoever looks at a file for the press is killed, as by a system that has no memory left.
KILLED = """
import os, signal, sys
from postcards.preflight import rulebook
rulebook.examine = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from postcards.cli import main
sys.exit(main(sys.argv[1:]))
"""

#: After every twelfth strike the next build is held against one that was never struck.
LOOK_AGAIN = 12

#: A build has fewer operations than this; more means that something goes round in a circle.
MOST = 400


class Strike:
    """Counts operations, and strikes at one of them."""

    def __init__(self, at: int, how: Callable[[], None]) -> None:
        self.at = at
        self.how = how
        self.count = 0

    def now(self) -> bool:
        self.count += 1
        return self.count == self.at

    def before(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def struck(*arguments: Any, **options: Any) -> Any:
            if self.now():
                self.how()
            return operation(*arguments, **options)

        return struck


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def be_refused() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def arm(strike: Strike) -> None:
    """Put every operation of this process that changes the disk behind `strike`."""
    for name in ("fsync", "replace", "rename", "link", "unlink", "mkdir"):
        setattr(os, name, strike.before(getattr(os, name)))
    opened = io.open

    def open_and_watch(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if not set(mode) & set("wax+"):
            return opened(file, mode, *arguments, **options)
        if strike.now():
            strike.how()
        found = opened(file, mode, *arguments, **options)
        return found if mode == "a+b" else Watched(found, strike)

    io.open = open_and_watch  # type: ignore[assignment]
    os.fdopen = open_and_watch


class Watched:
    """A file whose writes can be struck: half of what was to be written is."""

    def __init__(self, file: Any, strike: Strike) -> None:
        self.file = file
        self.strike = strike

    def write(self, content: bytes) -> int:
        if self.strike.now():
            self.file.write(content[: len(content) // 2])
            self.file.flush()
            self.strike.how()
        written: int = self.file.write(content)
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


def struck_build(office: Office, edition: str, strike: Strike) -> tuple[int, bool]:
    """Build an edition in a child that is struck: its exit code (or -signal), and whether it was."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=build_armed, args=(office, edition, strike, sender))
    with warnings.catch_warnings():
        # From Python 3.12 on a process that has threads is warned; those of the test's runner do nothing here.
        warnings.simplefilter("ignore", DeprecationWarning)
        child.start()
    sender.close()
    try:
        code, count = receiver.recv()
    except EOFError:
        code, count = None, strike.at
    child.join()
    assert code is not None or child.exitcode == -signal.SIGKILL
    return child.exitcode if code is None else code, count >= strike.at


def build_armed(office: Office, edition: str, strike: Strike, sender: Connection) -> None:
    arm(strike)
    sender.send((office.build("-e", edition).code, strike.count))


@pytest.fixture
def small_office(tmp_path: Path) -> Office:
    """One story in one language."""
    return new_office(tmp_path / "project", ("elmi",), ("en",))


def change(office: Office) -> None:
    office.change("stories/elmi/en.yaml", "title: ", "title: New ")


@pytest.mark.fault("E2", "E3")
@pytest.mark.parametrize(("how", "edition"), [(be_killed, "print"), (be_refused, "screen")])
def test_every_file_is_old_or_new_whatever_is_struck(
    how: Callable[[], None], edition: str, small_office: Office, tell: Callable[[str], None]
) -> None:
    assert small_office.build("-e", edition).code == BUILT
    old, known = small_office.files(), records(small_office)
    change(small_office)
    assert struck_build(small_office, edition, Strike(MOST, how)) == (BUILT, False)
    new = small_office.files()
    assert new.keys() == old.keys()
    outcomes = Counter[int]()
    for at in range(1, MOST):
        restore(small_office, old, known)
        code, struck = struck_build(small_office, edition, Strike(at, how))
        if not struck:
            break
        outcomes[code] += 1
        left = small_office.files()
        assert [name for name in {*left, *new} if left.get(name) not in (old[name], new[name])] == []
        if at % LOOK_AGAIN == 0:
            assert small_office.build("-e", edition).code == BUILT
            assert small_office.files() == new
            assert small_office.unfinished() == []
    tell(f"Operations of a build struck in turn ({how.__name__.replace('_', ' ')}): {at - 1}; files lost or torn: 0")
    assert new != old
    assert set(outcomes) == ({-signal.SIGKILL} if how is be_killed else {BUILT, NOTHING})


def test_a_process_that_is_killed_while_it_checks_a_file_costs_that_file_alone(small_office: Office) -> None:
    assert small_office.build("-e", "print", "-e", "screen").code == BUILT
    old = small_office.files()
    change(small_office)
    answer = in_child(small_office, Surroundings(program=("-c", KILLED)), "build", "-j", "2", "--json")
    assert answer.code == LEFT_OUT
    assert answer.finding("build.worker-lost")["language"] == "en"
    left = small_office.files()
    kept = {Path(name).name for name in old if left[name] == old[name]}
    assert kept == {"small_en_print.pdf", "small_en_job-ticket.pdf", "small_en_job-ticket.txt"}
    assert small_office.unfinished() == []
    assert small_office.build().code == BUILT
    assert {Path(name).name for name, content in small_office.files().items() if old[name] != content} == {
        "small_en_print.pdf", "small_en_screen.pdf", "small_en_job-ticket.pdf", "small_en_job-ticket.txt", "report.json"
    }  # fmt: skip


def records(office: Office) -> dict[Path, bytes]:
    """What is known of what was made, and finished photos."""
    return {path: path.read_bytes() for path in office.out.rglob(".cache/*")}


def restore(office: Office, files: dict[str, bytes], known: dict[Path, bytes]) -> None:
    """Put the last good files back, with what is known of them."""
    for name, content in files.items():
        (office.out / name).write_bytes(content)
    for path in office.out.rglob(".cache/*"):
        path.unlink()
    for path, content in known.items():
        path.write_bytes(content)
