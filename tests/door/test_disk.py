"""What happens around a build: full disks, locked folders, interruptions. The last good files survive all of it."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from project import (
    LANGUAGES,
    PATIENCE,
    REPOSITORY,
    Office,
    Surroundings,
    copy_office,
    draw_slow_photo,
    finish,
    in_child,
    start,
    wait_for,
)
from running_processes import group, until

from postcards.edition.delivery import LOCK, UNFINISHED

USAGE, NOTHING, BUSY, INTERRUPTED = 2, 3, 6, 130

#: Reads the project once, becomes the user that owns nothing (nobody else is kept out by permissions), and builds.
AS_NOBODY = """
import os, sys
import postcards.progress
from postcards.cli import main
main([*sys.argv[1:], "-l", "xx"])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""

CLOSED, OPEN = 0o555, 0o755

#: Bytes that a file may have on the full disk: less than any PDF.
FULL = 1000

#: Longest wait for an interrupted child to end (seconds).
PROMPT = 15


@pytest.mark.fault("E9")
def test_a_second_build_in_the_same_folder_is_sent_away(office: Office, good: Office) -> None:
    with (office.out / LOCK).open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        answer = office.build()
    assert answer.code == BUSY
    assert office.files() == good.files()


@pytest.mark.fault("E10")
def test_a_lock_that_a_dead_build_left_behind_is_taken_over(office: Office) -> None:
    (office.out / LOCK).write_bytes(b"left behind")
    assert office.build("-l", "en").code == 0


@pytest.mark.fault("E3")
def test_leftovers_of_a_killed_build_are_cleared(office: Office) -> None:
    leftover = office.pdf("en", "print").with_name(f"small_en_print.pdf{UNFINISHED}")
    leftover.write_bytes(b"%PDF-1.6 half")
    office.build("-l", "en")
    assert not leftover.exists()


@pytest.mark.fault("E1")
def test_a_full_disk_costs_no_good_file(office: Office, good: Office) -> None:
    def fill_the_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))

    office.forget()
    answer = in_child(office, Surroundings(options={"preexec_fn": fill_the_disk}), "build", "-j", "1")
    assert answer.code == NOTHING
    assert "no space" in answer.err
    assert "Traceback" not in answer.err
    assert office.files() == good.files()
    assert office.unfinished() == []


@pytest.fixture
def open_office(good: Office) -> Iterator[Office]:
    """A copy that every user of the computer can read: pytest's own folder is closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(OPEN)
        office = copy_office(good, Path(folder) / "project")
        for name in ("fonts", "layouts"):
            shutil.copytree(REPOSITORY / name, office.root / name)
        yield office


@pytest.mark.fault("E5")
def test_a_folder_that_may_not_be_written_is_told_before_any_work(open_office: Office, good: Office) -> None:
    open_office.write("stories/asrat/picture.jpg", b"")
    folders = [open_office.out, *(path for path in open_office.out.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(CLOSED)
    answer = in_child(open_office, Surroundings(program=("-c", AS_NOBODY)), "build", "-j", "1")
    for path in folders:
        path.chmod(OPEN)
    assert answer.code == NOTHING
    assert "another folder with -o" in answer.err
    assert "photo.empty" not in answer.err  # nobody has looked at the photos yet
    assert "Traceback" not in answer.err
    assert open_office.files() == good.files()


@pytest.mark.fault("E6")
def test_an_output_folder_that_is_a_file_is_told(office: Office) -> None:
    (office.root / "results").write_text("not a folder")
    answer = office.build("-o", str(office.root / "results"))
    assert answer.code == NOTHING
    assert (office.root / "results").read_text() == "not a folder"


@pytest.mark.fault("E15")
@pytest.mark.parametrize("epoch", ["abc", "-5", "1e9", "99999999999999"])
def test_a_source_date_epoch_that_is_no_time_is_a_wrong_command(
    epoch: str, office: Office, good: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    answer = office.build("-l", "en")
    assert answer.code == USAGE
    assert "SOURCE_DATE_EPOCH" in answer.err
    assert office.files() == good.files()


@pytest.mark.fault("E15")
def test_source_date_epoch_is_the_date_of_the_file(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    office.build("-l", "en")
    for edition in ("print", "screen"):
        with pikepdf.open(office.pdf("en", edition)) as pdf:
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:20010203040506")


def test_without_it_the_date_is_the_issues(good: Office) -> None:
    with pikepdf.open(good.pdf("en", "print")) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261101000000")


@pytest.mark.fault("E18")
def test_a_reader_who_goes_away_stops_nothing(office: Office, good: Office) -> None:
    shutil.rmtree(office.out)
    child = start(office, Surroundings(), "build", "-j", "1")
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    assert child.wait(PATIENCE) == 0
    assert said == ""
    assert office.files() == good.files()


@pytest.mark.fault("E4")
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_ends_soon_and_leaves_the_last_good_files(
    signal_number: signal.Signals, workers: str, office: Office, good: Office
) -> None:
    draw_slow_photo(office.content("stories/asrat/picture.jpg"))
    (office.out / LOCK).unlink()
    child = start(office, Surroundings(options={"start_new_session": True}), "build", "-j", workers)
    wait_for(office.out / LOCK, child)
    time.sleep(0.1)
    began = time.monotonic()
    # Ctrl-C reaches every process of a terminal, a service's stop only the first.
    if signal_number == signal.SIGINT:
        os.killpg(child.pid, signal_number)
    else:
        child.send_signal(signal_number)
    answer = finish(child)
    assert answer.code == INTERRUPTED
    assert time.monotonic() - began < PROMPT
    assert "Traceback" not in answer.err
    until(lambda: not group(child.pid))
    assert office.unfinished() == []
    # What had been finished by then is the new edition, whole; everything else is as it was.
    assert office.files().keys() == good.files().keys()
    assert [
        language for language in LANGUAGES if not office.pdf(language, "print").read_bytes().rstrip().endswith(b"%%EOF")
    ] == []
