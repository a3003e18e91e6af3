"""How lines are judged: badness, fitness and demerits as TeX reckons them, in whole numbers (D. E. Knuth, “TeX: The
Program”, 1986, §108 and §813-§890).
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from msgspec import Struct

#: Badness of a line that stretches more than four and a half times as far as it should.
WORST = 10_000

#: Demerits of a line that is as bad as that, and of one that is too wide.
AWFUL = 100_000_000

#: TeX's badness is about 100 times the cube of the ratio of what a line must give to what it has: reckoned in 297ths,
#: cubed, rounded, and halved 18 times (§108). A larger ratio is as bad as can be.
RATIO_UNIT, MOST_RATIO, ROUNDING, SHIFT = 297, 1291, 1 << 17, 18

#: Widths that differ by less are equal.
EPSILON = 1e-6


class Setting(NamedTuple):
    """How lines are judged; where TeX has a parameter for it, by its name and usual value."""

    rag: float = 0.0  # stretch that every line has at its end (\rightskip); 0 sets justified
    line_penalty: int = 10
    tolerance: float = WORST - 1  # worst badness of a line, as long as any way of breaking keeps to it
    hyphen_demerits: int = 0  # of every line that ends in a hyphen, its penalty aside
    double_hyphen_demerits: int = 10_000  # of two lines in a row that end in a hyphen
    final_hyphen_demerits: int = 5_000  # of a last line but one that does
    adjacent_demerits: int = 10_000  # of neighbours more than a class apart (\adjdemerits)
    most_hyphens: float = inf  # lines in a row that may end in a hyphen
    line_demerits: int = 0  # of every line: enough of them, and the fewest lines win
    runt: float = 0.0  # a last line narrower than this is a runt
    runt_demerits: int = 0


class Broken(Struct, frozen=True):
    """Where the lines end."""

    ends: tuple[int, ...]  # indices of the items at which they do, the last one the number of items
    demerits: int
    worst: float  # badness of the worst line, the last one aside; infinite if one is too wide
