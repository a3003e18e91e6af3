"""The first run: made once, never half believed, and said plainly when it cannot be."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from doorstep import (
    door,
    knock,
    make_ready,
    new_project,
    nothing_happens,
    place_python,
    python_is_gone,
    requirements_change,
    stamp_is_lost,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_project(tmp_path)


@pytest.mark.parametrize(
    ("happens", "steps"),
    [
        (nothing_happens, []),
        (requirements_change, ["pip ."]),
        (stamp_is_lost, ["venv", "pip ."]),
        (python_is_gone, ["venv", "pip ."]),
    ],
)
def test_only_what_is_missing_is_made(folder: Path, happens: Callable[[Path], None], steps: list[str]) -> None:
    make_ready(folder)
    happens(folder)
    made = []

    def run(command: Sequence[str], where: Path) -> None:
        assert where == folder
        made.append("venv" if "venv" in command else f"pip {command[-1]}")
        assert ("venv" in command) == ("--clear" in command)
        door.environment_python(folder).unlink()
        place_python(folder)
        assert not door.is_ready(folder, ())

    door.set_up(folder, (), run)
    assert made == steps
    assert door.is_ready(folder, ())


def test_the_checks_need_more_than_the_program(folder: Path) -> None:
    make_ready(folder)
    made = []
    door.set_up(folder, ("test",), lambda command, _: made.append(command[-1]))
    assert made == [".[test]"]
    assert door.is_ready(folder, ("test",))


def test_a_set_up_that_fails_says_its_last_lines_and_is_not_believed(folder: Path) -> None:
    make_ready(folder)
    requirements_change(folder)

    def offline(_: Sequence[str], where: Path) -> None:
        chatter = "import sys; print(*range(99), sep='\\n'); sys.exit('No route to host')"
        door.run_step([sys.executable, "-c", chatter], where)

    with pytest.raises(door.SetupError) as caught:
        door.set_up(folder, (), offline)
    lines = str(caught.value).splitlines()
    assert "    No route to host" in lines
    assert "    98" in lines
    assert "    9" not in lines
    assert not door.is_ready(folder, ())


def test_python_finds_the_program_whatever_letters_its_path_has(folder: Path) -> None:
    packages = folder / ".venv" / "lib" / "python3.11" / "site-packages"

    def run(_: Sequence[str], where: Path) -> None:
        packages.mkdir(parents=True, exist_ok=True)
        (packages / "ours.pth").write_text(f"{where}\n", encoding="utf-8")
        (packages / "other.pth").write_text("import other\n", encoding="utf-8")
        place_python(where)

    door.set_up(folder, (), run)
    assert (packages / (packages / "ours.pth").read_text(encoding="ascii")).resolve() == folder
    assert (packages / "other.pth").read_text(encoding="ascii") == "import other\n"


def test_a_link_in_place_of_the_venv_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (folder / ".venv").symlink_to(tmp_path / "documents")
    door.set_up(folder, (), lambda _, where: place_python(where))
    assert list((tmp_path / "documents").iterdir()) == []


def test_a_python_without_venv_says_what_to_install(folder: Path) -> None:
    program = (
        "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv = sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    command = [sys.executable, "-c", program, str(folder / "make_booklet.py")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 3
    assert "-venv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_its_pyproject_says_so(folder: Path) -> None:
    (folder / "pyproject.toml").unlink()
    done = knock(folder)
    assert done.returncode == 3
    assert "pyproject.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("ready", [True, False])
def test_a_read_only_folder_works_once_it_is_set_up(folder: Path, ready: bool) -> None:
    # Root may write anywhere, so the child becomes nobody, who in turn may not read root's Python any more.
    program = (
        "import os, runpy, sys\n"
        "door = runpy.run_path(sys.argv[1])\n"
        "os.geteuid() or os.setuid(65534)\n"
        "sys.exit(door['main']([]))"
    )
    with tempfile.TemporaryDirectory() as open_to_all:
        Path(open_to_all).chmod(0o755)
        project = Path(open_to_all) / "project"
        shutil.copytree(folder, project)
        if ready:
            make_ready(project)
            python = door.environment_python(project)
            python.unlink()
            python.write_text("#!/bin/sh\nexit 7\n")
            python.chmod(0o755)
        project.chmod(0o555)
        command = [sys.executable, "-c", program, str(project / "make_booklet.py")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        project.chmod(0o755)
    assert done.returncode == (7 if ready else 3), done.stderr
    assert "Traceback" not in done.stderr
    assert (str(project) in done.stderr) is not ready


def test_of_two_that_start_at_once_one_sets_up(folder: Path) -> None:
    program = (
        "import runpy, sys, time; from pathlib import Path\n"
        "door = runpy.run_path(sys.argv[1]); folder = Path(sys.argv[1]).parent\n"
        "def run(command, where):\n"
        "    with (where / 'log').open('a') as log: print('begin', file=log, flush=True)\n"
        "    time.sleep(0.3); python = door['environment_python'](where)\n"
        "    python.parent.mkdir(parents=True, exist_ok=True); python.touch()\n"
        "    with (where / 'log').open('a') as log: print('end', file=log, flush=True)\n"
        "door['set_up'](folder, (), run)"
    )
    command = [sys.executable, "-c", program, str(folder / "make_booklet.py")]
    children = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    said = [child.communicate(timeout=60)[1] for child in children]
    assert [child.returncode for child in children] == [0, 0, 0], said
    assert (folder / "log").read_text().split() == ["begin", "end"] * 2
    assert sum("waiting" in text for text in said) == 2


def test_ctrl_c_leaves_without_a_word_of_python(folder: Path) -> None:
    (folder / ".cache").mkdir()
    with (folder / door.LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = [sys.executable, "-I", str(folder / "make_booklet.py")]
        child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert child.stderr is not None
        assert "waiting" in child.stderr.readline()
        child.send_signal(signal.SIGINT)
        _, rest = child.communicate(timeout=60)
    assert (child.returncode, rest) == (130, "")


def test_an_interrupted_step_is_ended(folder: Path) -> None:
    step = "import os, time; print(os.getpid(), file=open('pid', 'w'), flush=True); time.sleep(60)"
    program = (
        "import runpy, sys; from pathlib import Path\n"
        "run_step = runpy.run_path(sys.argv[1])['run_step']\n"
        "run_step([sys.executable, '-c', sys.argv[2]], Path(sys.argv[1]).parent)"
    )
    command = [sys.executable, "-c", program, str(folder / "make_booklet.py"), step]
    child = subprocess.Popen(command, stderr=subprocess.PIPE)
    while not (folder / "pid").exists() or not (folder / "pid").read_text():
        assert child.poll() is None
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    assert b"KeyboardInterrupt" in child.communicate(timeout=60)[1]
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "pid").read_text()), 0)
