"""The house's own rules: stages import only what lies before them, one corner knows ReportLab, modules stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "postcards"

#: From the first stage to the last; names in one group may import each other.
ORDER = (
    ("geometry", "problems", "project", "expressions", "remembering", "stopping", "beside"),
    ("inputs", "wish", "scheduler", "fontlist"),
    ("watching",),
    ("manuscript",),
    ("composition",),
    ("pages",),
    ("sources",),
    ("edition", "preflight"),
    ("records",),
    ("lastbuild",),
    ("lock", "changes"),
    ("comparison",),
    ("listing",),
    ("report", "workshop", "inspection"),
    ("ingredients",),
    ("printing", "cards"),
    ("standing",),
    ("laying_out",),
    ("booklet",),
    ("pool",),
    ("cluster",),
    ("production", "aids"),
    ("rebuild", "verifying"),
    ("progress",),
    ("arguments", "mishap"),
    ("commands",),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}

#: The only modules that may import what writes PDF.
WRITERS = frozenset(
    {"edition/pdf.py", "edition/document.py", "edition/embedding.py", "edition/objects.py", "edition/tags.py"}
)

MOST_LINES = 300

NAMES_THAT_SAY_NOTHING = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler"})

MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    """Every module that `module` imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def stage(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def named(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_every_stage_has_its_place() -> None:
    assert {stage(module) for module in MODULES} - set(RANK) == {"__init__"}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_imports_point_left(module: Path) -> None:
    stages = {name.split(".")[1] for name in imported(module) if name.startswith("postcards.")}
    later = {other for other in stages if RANK.get(other, 0) > RANK.get(stage(module), 0)}
    assert not later


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_one_corner_knows_what_writes_pdf(module: Path) -> None:
    if named(module) not in WRITERS:
        assert not any(name.split(".")[0] == "reportlab" for name in imported(module))


def test_who_makes_booklets_loads_no_rules_of_print_shops() -> None:
    """Whoever looks at a print file loads them beside; they would be a tenth of a small build."""
    loaded = "import postcards.production, sys; print(sorted({'pikepdf', 'pydantic'} & {*sys.modules}))"
    run = subprocess.run([sys.executable, "-c", loaded], cwd=PACKAGE.parent, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_modules_are_small_and_say_what_they_are(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= MOST_LINES
    assert not {part.lower() for part in module.relative_to(PACKAGE).with_suffix("").parts} & NAMES_THAT_SAY_NOTHING
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))
