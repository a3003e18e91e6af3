"""A project on its own, and the command that stands at its door."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

DOOR = Path(__file__).parents[1] / "make_booklet.py"

#: Stands in for the program: says how it was called, and leaves with the code it is asked for.
PROGRAM = """
import json, os, sys, yaml
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd()}))
sys.exit(int(os.environ.get("LEAVE_WITH", 0)))
"""


def loaded(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location("make_booklet", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


door = loaded(DOOR)


def new_project(tmp_path: Path) -> Path:
    """A project whose path has all that paths of offices have."""
    folder = tmp_path / "Vår mappe – قصص [2] 'x'"
    (folder / "postcards").mkdir(parents=True)
    shutil.copy(DOOR, folder)
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (folder / "postcards" / "__init__.py").touch()
    (folder / "postcards" / "cli.py").write_text(PROGRAM)
    (folder / "yaml.py").touch()
    return folder


def make_ready(folder: Path, extras: Sequence[str] = ()) -> None:
    """What a first run leaves behind."""
    place_python(folder)
    (folder / ".venv" / door.STAMP).write_text(" ".join(door.stamp(folder, extras)))


def place_python(folder: Path) -> None:
    python = door.environment_python(folder)
    python.parent.mkdir(parents=True, exist_ok=True)
    if not python.is_symlink():
        python.symlink_to(sys.executable)


def knock(folder: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the command as staff do."""
    command = [sys.executable, "-I", str(folder / "make_booklet.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, **options)


def nothing_happens(_: Path) -> None:
    pass


def stamp_is_lost(folder: Path) -> None:
    (folder / ".venv" / door.STAMP).unlink()


def python_is_gone(folder: Path) -> None:
    door.environment_python(folder).unlink()
    door.environment_python(folder).symlink_to("/nowhere/python3")


def requirements_change(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\nname = 'y'\n")


def stamp_is_garbled(folder: Path) -> None:
    (folder / ".venv" / door.STAMP).write_bytes(b"\xff\0 garbled")
