"""Our own check of a file before it takes its name: what was laid out is there, and nobody has to complain.

`edition/preflight.py` knows the pages that the file was painted from. `preflight/` knows nothing of us and holds a file
for the press against the rules of print shops, as `postcards preflight` does; what ink lies where is reckoned from what
was painted, which takes a tenth of measuring it. Whatever the staff's content could do wrong to the other files is told
by the stages before.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from postcards.edition.intent import Intent
from postcards.edition.painter import EditionPlan
from postcards.edition.preflight import check_file
from postcards.edition.presses import STANDARDS
from postcards.edition.standard import PDF_X4, Standard
from postcards.pages.page import Pages
from postcards.preflight.demands import Demands
from postcards.preflight.demands import Standard as Promise
from postcards.problems import Problem, UsageError
from postcards.project import folders_of

#: Rules that a build has asked before, of the photo itself: it has told the photo's file, story and line.
TOLD_BEFORE = frozenset({"coarse-pictures", "fine-pictures"})


class Inspection(Struct):
    """A check to be handed to `deliver`, and what it found beside the reasons to refuse."""

    pages: Pages
    plan: EditionPlan
    file: str  # the name that the file is to take
    inks: Mapping[int, float]  # the most ink of each page by its number, per cent; none in a file for no press
    problems: tuple[Problem, ...] = ()

    def __call__(self, written: Path) -> list[str]:
        """Why the file at `written` is refused; nothing if it is sound."""
        lost = check_file(written, self.pages, self.pages.bleed + self.pages.slug if self.plan.bleeds else 0.0)
        if self.plan.intent is None:
            return lost
        # Loaded here, because whoever makes files for screens alone needs no rules of print shops.
        from postcards.preflight.rulebook import examine
        from postcards.preflight.telling import problems_of

        inks = [self.inks[page.number] for page in self.pages.pages]
        examined = examine(written, demands_of(self.pages, self.plan, self.plan.intent), inks)
        stories = {page.number: page.story for page in self.pages.pages}
        self.problems = tuple(problems_of(examined.found, self.file, stories))
        return lost + [problem.message.rstrip(".") for problem in self.problems if problem.is_error]


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
    return Demands(
        _standard(plan.standard),
        bleed=pages.bleed,
        ink=intent.ink_limit,
        ppi=plan.ppi,
        multiple=1,
        trim=pages.pages[0].trim,
        condition=intent.identifier,
        marks=pages.slug > 0,
        spares=TOLD_BEFORE,
    )


def _standard(promised: Standard) -> Promise:
    return "x4" if promised == PDF_X4 else "cmyk"
