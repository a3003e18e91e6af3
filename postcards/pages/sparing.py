"""A last page with next to nothing on it: what would stand there goes in a little smaller on the pages before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from postcards.pages.copyfit import WISH, Step
from postcards.pages.makeup import MadeUp

#: A last page with fewer lines than this share of the first one's looks left over.
SCANT = 0.6


def spared(ladder: Iterable[Step], make: Callable[[Step], Sequence[MadeUp]]) -> tuple[Step, Sequence[MadeUp]]:
    """The pages of a text and their step: one fewer than as wished if the last would be scant and a smaller step of
    the `ladder` makes do without it.

    `make` makes them up at a step; steps go from large to small, and the first that will do is taken.
    """
    made = make(WISH)
    if len(made) < 2 or len(made[-1].page.texts) >= SCANT * len(made[0].page.texts):
        return WISH, made
    for step in ladder:
        if step.shift < 0 and not step.tight:
            fewer = make(step)
            if len(fewer) < len(made) and not any(page.over for page in fewer):
                return step, fewer
    return WISH, made
