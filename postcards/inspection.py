"""Our own check of a file before it takes its name: what was laid out is there, and nobody has to complain.

`edition/preflight.py` knows the pages that the file was painted from, `preflight/` knows nothing of us and holds the
file against the rules of print shops and readers, as `postcards preflight` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from postcards.edition.painter import EditionPlan
from postcards.edition.preflight import check_file
from postcards.pages.page import Pages
from postcards.preflight.demands import READERS, Demands
from postcards.preflight.rulebook import examine
from postcards.preflight.telling import problems_of
from postcards.problems import Problem

#: Rules that the print edition does not hold yet: what makes it PDF/X-4 is still to come.
NOT_YET = frozenset(
    {
        *("xmp", "conformance", "xmp-required", "in-step", "trapped", "output-intent", "condition", "intent-profile"),
        *("rgb", "black-overprint"),
    }
)

#: Rules that a build has asked before, of the photo itself: it has told the photo's file, story and line.
TOLD_BEFORE = frozenset({"coarse-pictures", "fine-pictures"})


@dataclass(slots=True)
class Inspection:
    """A check to be handed to `deliver`, and what it found beside the reasons to refuse."""

    pages: Pages
    plan: EditionPlan
    file: str  # the name that the file is to take
    problems: tuple[Problem, ...] = ()
    ink: tuple[float, ...] = ()  # the most on each page, in percent; measured for presses alone

    def __call__(self, written: bytes) -> list[str]:
        """Why the file is refused; nothing if it is sound."""
        lost = check_file(written, self.pages, self.pages.bleed if self.plan.bleeds else 0.0)
        examined = examine(written, demands_of(self.pages, self.plan))
        stories = {page.number: page.story for page in self.pages.pages}
        self.problems = tuple(problems_of(examined.found, self.file, stories))
        self.ink = examined.ink
        return lost + [problem.message.rstrip(".") for problem in self.problems if problem.is_error]


def demands_of(pages: Pages, plan: EditionPlan) -> Demands:
    """What an edition of these pages has to hold."""
    trim = pages.pages[0].trim
    if not plan.bleeds:
        return READERS._replace(trim=trim)
    return Demands(bleed=pages.bleed, ppi=plan.ppi, multiple=1, trim=trim, spares=TOLD_BEFORE | NOT_YET)
