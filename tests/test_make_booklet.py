"""The staff's door: quick when all is there, plain when something is not."""

from __future__ import annotations

import ast
import json
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from doorstep import (
    DOOR,
    door,
    knock,
    make_ready,
    new_project,
    nothing_happens,
    python_is_gone,
    requirements_change,
    stamp_is_garbled,
    stamp_is_lost,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_project(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "reaches"),
    [
        ([], ["build", "--project", "HERE"]),
        (["--strict", "-o", "ut mappe/قصص"], ["build", "--project", "HERE", "--strict", "-o", "ut mappe/قصص"]),
        (["check", "--json"], ["check", "--project", "HERE", "--json"]),
        (["build", "--project", "/else"], ["build", "--project", "/else"]),
        (["--project=/else"], ["build", "--project=/else"]),
    ],
)
def test_a_later_run_goes_straight_to_the_program(folder: Path, arguments: list[str], reaches: list[str]) -> None:
    make_ready(folder)
    elsewhere = folder / "somewhere else"
    elsewhere.mkdir()
    (elsewhere / "yaml.py").write_text("raise SystemExit('the wrong yaml')")
    done = knock(folder, *arguments, cwd=elsewhere, env={**os.environ, "LEAVE_WITH": "4"})
    assert done.returncode == 4, done.stderr
    assert json.loads(done.stdout) == {
        "arguments": [str(folder) if argument == "HERE" else argument for argument in reaches],
        "folder": str(elsewhere),
    }
    assert done.stderr == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_says_so(version: tuple[int, int]) -> None:
    with pytest.raises(door.SetupError, match=r"Python 3\.11 or newer"):
        door.refuse_old(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 20), (4, 0)])
def test_a_new_python_is_welcome(version: tuple[int, int]) -> None:
    assert door.refuse_old(version) is None


def test_an_old_python_can_read_the_file_and_its_annotations() -> None:
    tree = ast.parse(DOOR.read_text(encoding="utf-8"), feature_version=(3, 6))
    annotations = [node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    annotations += [node.annotation for node in ast.walk(tree) if isinstance(node, ast.arg)]
    assert len(annotations) > 20
    assert not [annotation for annotation in annotations if isinstance(annotation, ast.Subscript | ast.BinOp)]


@pytest.mark.parametrize(
    ("held", "wanted", "happens", "ready"),
    [
        ((), (), nothing_happens, True),
        (("test",), (), nothing_happens, True),
        (("test",), ("test",), nothing_happens, True),
        ((), ("test",), nothing_happens, False),
        ((), (), stamp_is_lost, False),
        ((), (), stamp_is_garbled, False),
        ((), (), python_is_gone, False),
        ((), (), requirements_change, False),
    ],
)
def test_nothing_is_installed_while_the_stamp_fits(
    folder: Path, held: Sequence[str], wanted: Sequence[str], happens: Callable[[Path], None], ready: bool
) -> None:
    make_ready(folder, held)
    happens(folder)
    assert door.is_ready(folder, wanted) is ready


def test_another_python_or_a_copied_folder_is_set_up_anew(folder: Path) -> None:
    make_ready(folder)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy, symlinks=True)
    assert door.is_ready(folder, ())
    assert not door.is_ready(folder, (), (3, 99))
    assert not door.is_ready(copy, ())


@pytest.mark.parametrize("broken", [[], ["ruff"], ["mypy", "pytest"]])
def test_all_checks_run_and_the_failed_ones_are_named(folder: Path, broken: list[str]) -> None:
    make_ready(folder, ("test",))
    for tool in ("ruff", "mypy", "pytest"):
        (folder / f"{tool}.py").write_text(
            f"import os, sys; print('{tool}', *sys.argv[1:], os.getcwd()); sys.exit({int(tool in broken)})"
        )
    done = knock(folder, "--test", "-x", cwd="/")
    lines = done.stdout.splitlines()
    assert [line for line in lines if not line.startswith("---")] == [
        f"ruff check . {folder}",
        f"ruff format --check . {folder}",
        f"mypy --strict postcards {folder}",
        f"pytest -x {folder}",
    ]
    assert done.returncode == bool(broken)
    assert all(tool in lines[-1] for tool in broken)
    assert ("failed" in lines[-1]) == bool(broken)
