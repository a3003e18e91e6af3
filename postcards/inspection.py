"""Our own check of a file before it takes its name: what was laid out is there, and nobody has to complain.

A file for readers is read as they read it (`edition/preflight.py`). One for the press is held against the rules of
print shops, as `postcards preflight` does, and against what is to be read on its pages; `preflight/` knows no more of
us. What ink lies where is reckoned from what was painted, which takes a tenth of measuring it. Whatever the staff's
content could do wrong to the other files is told by the stages before.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from postcards.beside import Ahead
from postcards.edition.delivery import Counted
from postcards.edition.intent import Intent
from postcards.edition.painter import EditionPlan
from postcards.edition.preflight import check_file, written_on
from postcards.edition.presses import STANDARDS
from postcards.edition.standard import PDF_X4, Standard
from postcards.geometry import Size
from postcards.pages.page import Pages
from postcards.preflight.demands import Demands
from postcards.preflight.demands import Standard as Promise
from postcards.problems import Problem, UsageError
from postcards.project import folders_of

#: Rules that a build has asked before, of the photo itself: it has told the photo's file, story and line.
TOLD_BEFORE = frozenset({"coarse-pictures", "fine-pictures"})


#: The rules of print shops, and what they read files with: who makes files for screens alone has no need of them.
RULES = ("pikepdf", "postcards.preflight.telling")

#: Begins to hold a file against the rules of print shops, see `inspector`.
Begin = Callable[[str], "Beginning"]


class Beginning(Protocol):
    """What will come of it."""

    def result(self) -> tuple[Problem, ...]: ...


class Inspection(Struct):
    """A check to be handed to `deliver`, and what it found beside the reasons to refuse."""

    pages: Pages
    plan: EditionPlan
    file: str  # the name that the file is to take
    inks: Mapping[int, float]  # the most ink of each page by its number, per cent; none in a file for no press
    begin: Begin | None = None  # to hold it against the rules of print shops; none for a file for no press
    meanwhile: Callable[[Counted], object] | None = None  # what can be done while that is going on
    problems: tuple[Problem, ...] = ()

    def __call__(self, written: Path, counted: Counted) -> list[str]:
        """Why the file at `written` is refused; nothing if it is sound."""
        if self.plan.intent is None:
            return check_file(written, self.pages, _reach(self.pages, self.plan))
        assert self.begin, "no file for the press goes by without the rules of print shops"
        inks = [self.inks[page.number] for page in self.pages.pages]
        stories = {page.number: page.story for page in self.pages.pages}
        demands = demands_of(self.pages, self.plan, self.plan.intent)
        begun = self.begin(pickle.dumps((written, demands, inks, self.file, stories)).hex())
        if self.meanwhile:
            self.meanwhile(counted)
        self.problems = begun.result()
        return [problem.message.rstrip(".") for problem in self.problems if problem.is_error]


def inspector(*, hands: int) -> Ahead[tuple[Problem, ...]]:
    """Who gets ready, if there are `hands` enough, to hold one file against the rules of print shops."""
    return Ahead([partial(import_module, name) for name in RULES], _examined, hands=hands)


def _examined(asked: str) -> tuple[Problem, ...]:
    """What is wrong with a file by the rules of print shops."""
    from postcards.preflight.rulebook import examine
    from postcards.preflight.telling import problems_of

    written, demands, inks, file, stories = pickle.loads(bytes.fromhex(asked))
    return tuple(problems_of(examine(written, demands, inks).found, file, stories))


def demands_for(folder: Path, printer: str) -> Demands:
    """What a print shop asks for: the one of that name, of the project in `folder` or of ours; most of them, if empty.

    Raises UsageError for a name that nobody knows.
    """
    if not printer:
        return Demands()
    from postcards.manuscript.print_shops import read_printers  # whoever builds has read them

    shops = read_printers(folders_of(folder)).printers
    if printer not in shops:
        raise UsageError(f"There is no usable printer “{printer}”.", f"Known are: {', '.join(shops)}.")
    asked = shops[printer]
    return Demands(
        _standard(STANDARDS[asked.standard]),
        bleed=asked.bleed_points,
        ink=asked.ink_limit,
        multiple=asked.page_multiple,
        condition=asked.intent.identifier,
        marks=asked.marks != "none",
    )


def demands_of(pages: Pages, plan: EditionPlan, intent: Intent) -> Demands:
    """What an edition of these pages for a press has to hold."""
    trim, reach = pages.pages[0].trim, _reach(pages, plan)
    return Demands(
        _standard(plan.standard),
        bleed=pages.bleed,
        ink=intent.ink_limit,
        ppi=plan.ppi,
        multiple=1,
        trim=trim,
        sheet=Size(trim.width + 2 * reach, trim.height + 2 * reach),
        words=tuple(map(written_on, pages.pages)),
        condition=intent.identifier,
        marks=pages.slug > 0,
        spares=TOLD_BEFORE,
    )


def _reach(pages: Pages, plan: EditionPlan) -> float:
    """How far sheets reach beyond the trim, points."""
    return pages.bleed + pages.slug if plan.bleeds else 0.0


def _standard(promised: Standard) -> Promise:
    return "x4" if promised == PDF_X4 else "cmyk"
