"""Any bytes as a finished file that preflight is shown: it ends in findings, for every purpose a file can have."""

from __future__ import annotations

from postcards.preflight.demands import EVERYBODY, Demands
from postcards.preflight.rulebook import examine
from postcards.preflight.telling import problems_of

PURPOSES = (Demands(), Demands("cmyk"), EVERYBODY)


def check(data: bytes) -> None:
    """Look at the file `data` for a press, for one that asks for plain CMYK, and for readers of every kind."""
    inks: tuple[float, ...] = ()  # measured once, since that takes longest
    for demands in PURPOSES:
        examined = examine(data, demands, inks)
        inks = examined.ink
        assert all(ink >= 0.0 for ink in examined.ink)
        for problem in problems_of(examined.found, "file.pdf", {}):
            assert problem.message and problem.remedy, problem
            str(problem).encode()
