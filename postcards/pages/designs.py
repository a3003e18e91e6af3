"""Reading `layouts/`: every design and the palette, checked key by key and frame by frame.

Findings name the file's line. A layout with an error is left out; booklets that ask for it are not built.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from postcards.manuscript.marks import Document, read_yaml
from postcards.pages import colours, layout
from postcards.pages.code_faults import code_faults
from postcards.pages.colours import Palette
from postcards.pages.design_faults import design_faults
from postcards.pages.layout import Designs, Layout
from postcards.pages.palette_faults import palette_faults
from postcards.pages.reach import Edge, fixed_edges
from postcards.problems import Problem, ProjectError, Severity, Where
from postcards.project import Project
from postcards.remembering import known

PALETTE = "palette.yaml"

AREA = "layout"
WRONG_VALUE = f"{AREA}.value"
KEY_CODES = frozenset({f"{AREA}.unknown-key", f"{AREA}.missing-key"})

Model = TypeVar("Model")

#: All that comes of reading a design.
KNOWN = known(Document, Problem, Severity, Where, colours, layout)


def read_designs(project: Project) -> Designs:
    """All layouts of the project; raises ProjectError if there is no usable palette."""
    paths = sorted(path for path in project.layouts.glob("*.yaml") if path.name != PALETTE)
    palette, colours, problems = _read(project, project.layouts / PALETTE, Palette)
    if palette is None or colours is None:
        raise ProjectError(str(problems[0]), "Without colours nothing can be built.")
    problems += tuple(palette_faults(palette, colours, _shown(project, project.layouts / PALETTE)))
    layouts: dict[str, Layout] = {}
    edges: dict[str, tuple[Edge, ...]] = {}
    for path in paths:
        layout, document, found = _read(project, path, Layout)
        if layout is not None and document is not None:
            shown = _shown(project, path)
            faults = design_faults(layout, palette, document, shown)
            whole = not any(fault.is_error for fault in faults)  # of faces that cannot be made no more can be said
            found += (*faults, *(code_faults(layout, document, shown) if whole else ()))
        if layout is not None and not any(problem.is_error for problem in found):
            layouts[path.stem] = layout
            edges[path.stem] = fixed_edges(layout, document, _shown(project, path)) if document else ()
        problems += found
    return Designs(layouts, palette, problems, (project.layouts / PALETTE, *paths), edges)


def _shown(project: Project, path: Path) -> str:
    own = project.relative(path)
    return own if "/" in own else f"layouts/{own}"


def _read(
    project: Project, path: Path, model: type[Model]
) -> tuple[Model | None, Document | None, tuple[Problem, ...]]:
    shown = _shown(project, path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ProjectError(f"{shown} cannot be read: {error.strerror}.", "Put it back.") from None

    def read() -> tuple[Model | None, Document | None, tuple[Problem, ...]]:
        from postcards.manuscript.validation import validate  # what is known need not be held against its model

        document, problems = read_yaml(shown, content)
        if document is None:
            return None, None, problems
        value, found = validate(model, document, shown, AREA)
        return value, document, (*problems, *map(_as_value, found))

    if project.readings is None:
        return read()
    return project.readings.reading("", (str(path), model.__name__), content, KNOWN, read)


def _as_value(problem: Problem) -> Problem:
    """A layout's values are few and strange: that one is empty, too long or of another kind has no code of its own."""
    return problem if problem.code in KEY_CODES else replace(problem, code=WRONG_VALUE)
