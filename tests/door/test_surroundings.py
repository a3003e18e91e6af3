"""What a computer may do to a build, beside what is in `test_disk.py` and `test_torn.py`: rows E of docs/faults.md."""

from __future__ import annotations

import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from crowd import losses
from fontTools.ttLib import TTFont
from project import (
    PATIENCE,
    REPOSITORY,
    Answer,
    Office,
    Surroundings,
    copy_office,
    draw_photo,
    finish,
    in_child,
    start,
    wait_for,
)
from running_processes import children

from postcards.edition.delivery import LOCK

BUILT, LEFT_OUT, USAGE, NOTHING, BUSY = 0, 1, 2, 3, 6

#: A user that no list of users has, and what everybody may do with a folder.
STRANGER, OPEN = 54_321, 0o777

#: Says that it is another time whenever it is asked: 1970, 2100, and back again.
OTHER_CLOCKS = """
import itertools, sys, time
times = itertools.cycle([0.0, 4102444800.0, 1.0])
time.time = lambda: next(times)
time.time_ns = lambda: int(next(times) * 10**9)
from postcards.cli import main
sys.exit(main(sys.argv[1:]))
"""

#: Builds somewhere else first, to have everything read that a stranger may not read, and then again as one.
AS_STRANGER = f"""
import os, sys, tempfile
from postcards.cli import main
with tempfile.TemporaryDirectory() as elsewhere:
    main([*sys.argv[1:], "-o", elsewhere])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({STRANGER})
    os.setuid({STRANGER})
sys.exit(main(sys.argv[1:]))
"""

Record = Callable[[str, object], None]


def limited(kind: int, most: int) -> Surroundings:
    return Surroundings(options={"preexec_fn": lambda: resource.setrlimit(kind, (most, most))})


@pytest.fixture
def empty(office: Office) -> Office:
    """A project of which nothing was built yet."""
    shutil.rmtree(office.out)
    return office


def whole(office: Office, good: Office, answer: Answer, record: Record) -> None:
    """Everything was built, and is what it is elsewhere."""
    assert (answer.code, "Traceback" in answer.err) == (BUILT, False), answer.err
    before, after = good.files(), office.files()
    assert losses(record, before, [name for name in before if before[name] != after.get(name)]) == []


@pytest.mark.parametrize(
    "surroundings",
    [
        pytest.param(limited(resource.RLIMIT_AS, 400 << 20), marks=pytest.mark.fault("E12"), id="memory"),
        pytest.param(limited(resource.RLIMIT_NOFILE, 32), marks=pytest.mark.fault("E13"), id="open-files"),
        pytest.param(Surroundings(program=("-c", OTHER_CLOCKS)), marks=pytest.mark.fault("E14"), id="clock"),
    ],
)
def test_it_builds_the_same(surroundings: Surroundings, empty: Office, good: Office, record_property: Record) -> None:
    for path in sorted(empty.root.rglob("*.yaml")):
        os.utime(path, (0, 4102444800))
    whole(empty, good, in_child(empty, surroundings, "build", "-j", "1"), record_property)


@pytest.mark.fault("E12")
def test_too_little_memory_is_told(office: Office, good: Office, record_property: Record) -> None:
    office.forget()
    answer = in_child(office, limited(resource.RLIMIT_AS, 100 << 20), "build", "-j", "1")
    assert answer.code == NOTHING
    assert "not enough memory" in answer.err
    assert "Traceback" not in answer.err
    before, after = good.files(), office.files()
    assert losses(record_property, before, [name for name in before if before[name] != after.get(name)]) == []


@pytest.fixture
def open_office(good: Office) -> Iterator[Office]:
    """A copy in a folder that everybody can write to, but not to its sources."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(OPEN)
        office = copy_office(good, Path(folder) / "project")
        for name in ("fonts", "layouts"):
            shutil.copytree(REPOSITORY / name, office.root / name)
        shutil.rmtree(office.out)
        office.out.mkdir()
        office.out.chmod(OPEN)
        yield office


@pytest.mark.fault("E16", "E23")
def test_a_user_that_nobody_knows_builds_from_sources_that_nobody_may_write_to(
    open_office: Office, good: Office, record_property: Record
) -> None:
    """Without a home, without a name, without programs; the sources are another user's."""

    surroundings = Surroundings({"PATH": ""}, program=("-c", AS_STRANGER))
    before = {path: path.stat().st_mtime_ns for path in open_office.content("").rglob("*")}
    answer = in_child(open_office, surroundings, "build", "-j", "1")
    whole(open_office, good, answer, record_property)
    assert {path: path.stat().st_mtime_ns for path in open_office.content("").rglob("*")} == before


@pytest.mark.fault("E19")
def test_a_path_may_hold_anything(good: Office, tmp_path: Path, record_property: Record) -> None:
    office = copy_office(good, tmp_path / ("a b 'c' \"d\" قصص\n" + "l" * 200))
    shutil.rmtree(office.out)
    whole(office, good, in_child(office, Surroundings(), "build", "-j", "1"), record_property)


@pytest.mark.fault("E24")
def test_it_needs_no_network(empty: Office, good: Office, record_property: Record) -> None:
    command = ["unshare", "--map-root-user", "--net", sys.executable, "-m", "postcards.cli", "build", "-j", "1"]
    child = subprocess.run(
        [*command, "--project", str(empty.root)],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE * 3,
    )
    whole(empty, good, Answer(child.returncode, child.stdout, child.stderr), record_property)


def without_table(path: Path) -> None:
    font = TTFont(path)
    del font["cmap"]
    font.save(path)


def without_right(path: Path) -> None:
    font = TTFont(path)
    font["OS/2"].fsType = 2  # restricted licence embedding
    font.save(path)


@pytest.mark.fault("E21")
@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (Path.unlink, "is missing"),
        (lambda path: path.write_bytes(b""), "is damaged"),
        (lambda path: path.write_bytes(b"\0\1\0\0" + b"x" * 500), "is damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), "is damaged"),
        (without_table, "is damaged"),
        (without_right, "may not be embedded"),
    ],
    ids=["missing", "empty", "garbage", "half", "no-cmap", "no-right"],
)
def test_a_font_that_cannot_be_used_is_named(
    damage: Callable[[Path], object], says: str, office: Office, good: Office, record_property: Record
) -> None:
    shutil.copytree(REPOSITORY / "fonts", office.root / "fonts")
    damage(office.root / "fonts" / "NotoSans-Bold.ttf")
    answer = office.build()
    assert answer.code == NOTHING
    assert "NotoSans-Bold.ttf" in answer.err
    assert says in answer.err
    before, after = good.files(), office.files()
    assert losses(record_property, before, [name for name in before if before[name] != after.get(name)]) == []


@pytest.mark.fault("E6")
def test_a_folder_in_the_place_of_a_booklet_is_told_and_stays(office: Office) -> None:
    office.forget()
    pdf = office.pdf("nb", "print")
    pdf.unlink()
    (pdf / "mine").mkdir(parents=True)
    answer = office.build()
    assert answer.code == NOTHING
    assert pdf.name in answer.err
    assert (pdf / "mine").is_dir()
    assert office.unfinished() == []


@pytest.mark.fault("E7")
def test_a_booklet_that_is_a_link_stays_one(office: Office, good: Office) -> None:
    office.forget()
    pdf, elsewhere = office.pdf("nb", "print"), office.root / "shared.pdf"
    pdf.unlink()
    elsewhere.write_bytes(b"old")
    pdf.symlink_to(elsewhere)
    assert office.build().code == BUILT
    assert pdf.is_symlink()
    assert elsewhere.read_bytes() == good.pdf("nb", "print").read_bytes()


@pytest.mark.fault("E8")
@pytest.mark.parametrize("folder", ["content", "content/stories", "layouts", "fonts/new"])
def test_results_never_go_among_the_sources(folder: str, office: Office) -> None:
    before = {path: path.read_bytes() for path in office.content("").rglob("*") if path.is_file()}
    answer = office.build("-o", str(office.root / folder))
    assert answer.code == USAGE
    assert "your own files" in answer.err
    assert {path: path.read_bytes() for path in office.content("").rglob("*") if path.is_file()} == before


@pytest.mark.fault("E9")
def test_of_two_builds_at_once_one_is_sent_away_and_the_result_is_whole(
    empty: Office, good: Office, record_property: Record
) -> None:
    children = [start(empty, Surroundings(), "build", "-j", "1") for _ in range(2)]
    answers = [finish(child) for child in children]
    codes = {answer.code for answer in answers}
    assert codes <= {BUILT, BUSY}
    assert BUILT in codes
    whole(empty, good, next(answer for answer in answers if answer.code == BUILT), record_property)


@pytest.mark.fault("E11")
def test_a_worker_that_is_killed_is_told_and_costs_no_good_file(
    office: Office, good: Office, record_property: Record
) -> None:
    draw_photo(office.content("stories/asrat/picture.jpg"), (6000, 5000))
    (office.out / LOCK).unlink()
    child = start(office, Surroundings(), "build", "-j", "2", "--json")
    wait_for(office.out / LOCK, child)
    os.kill(_workers(child, 3)[1], signal.SIGKILL)
    answer = finish(child)
    assert answer.code in (LEFT_OUT, NOTHING)
    assert "Traceback" not in answer.err
    lost = {finding["language"] for finding in answer.findings("build.worker-lost")}
    assert lost
    assert all(finding["booklet"] == "small" for finding in answer.findings("build.worker-lost"))
    before = {
        name: content for name, content in good.files().items() if name.split("/")[1] in lost and "report" not in name
    }
    after = office.files()
    torn = [name for name in before if not after.get(name, b"").startswith(before[name][:5])]
    assert losses(record_property, before, torn) == []
    assert office.unfinished() == []


@pytest.mark.skipif(sys.platform != "linux", reason="files are read beside loading the program on Linux alone")
def test_a_process_that_is_killed_while_it_reads_costs_nothing(office: Office, good: Office) -> None:
    (office.out / LOCK).unlink(missing_ok=True)
    office.forget()
    child = start(office, Surroundings(), "build", "-j", "2", "--json")
    os.kill(_workers(child, 1)[0], signal.SIGKILL)
    answer = finish(child)
    assert (answer.code, answer.findings("build.worker-lost")) == (0, [])
    assert office.files() == good.files()


def _workers(child: subprocess.Popen[str], count: int) -> list[int]:
    """The first processes of a build that are there together: one reads, the others make booklets."""
    workers: list[int] = []
    while len(workers) < count and child.poll() is None:
        workers = children(child.pid)
        time.sleep(0.005)
    return workers


@pytest.mark.fault("E18")
def test_a_terminal_without_colours_gets_none(empty: Office) -> None:
    leader, follower = pty.openpty()
    child = start(empty, Surroundings({"TERM": "dumb"}, options={}), "check")
    plain = finish(child)
    assert "\x1b" not in plain.out + plain.err
    command = [sys.executable, "-m", "postcards.cli", "build", "-j", "1", "-l", "en", "--project", str(empty.root)]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "TERM": "dumb"}
    with subprocess.Popen(
        command, env=environment, stdout=follower, stderr=follower, stdin=subprocess.DEVNULL
    ) as build:
        os.close(follower)
        said = b"".join(_read(leader))
    os.close(leader)
    assert build.returncode == BUILT
    assert b"\x1b[3" not in said
    assert b"files in" in said


def _read(leader: int) -> Iterator[bytes]:
    """What comes out of a terminal, until nobody writes to it any more."""
    try:
        while part := os.read(leader, 4096):
            yield part
    except OSError:
        return


@pytest.mark.fault("E20")
def test_names_of_stories_that_work_here_and_not_elsewhere_are_told(office: Office) -> None:
    facts = office.content("stories/elmi/story.yaml").read_bytes()
    text = office.content("stories/elmi/en.yaml").read_bytes()
    names = ("CON", "aux", "a:b", "dot.", "Elmi")
    for name in names:
        office.write(f"stories/{name}/story.yaml", facts)
        office.write(f"stories/{name}/en.yaml", text)
    answer = office.build("-l", "en")
    assert answer.code == LEFT_OUT
    told = {
        problem["path"].rpartition("/")[2] for problem in answer.answer["problems"] if problem["severity"] == "error"
    }
    assert {*names, "elmi"} - told <= {"Elmi", "elmi"}
    assert {"Elmi", "elmi"} & told
    assert office.stories("en") == {"asrat", "elmi", "wahed"}
