"""Small things that are fried or served: a leaf, a chilli, a slice of lime, a shrimp."""

import math

import skia

from pictures.palette import BRICK, GREEN, OCHRE, PAPER, SAND, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, join, line, oval, placed, poly


def morsel(press: Press, at: Point, turn: float, kind: str) -> None:
    """One of them, turned by degrees."""

    def lay(path: skia.Path, colour: Ink) -> None:
        press.lay(placed(path, at, 1.0, turn), colour)

    if kind == "leaf":
        lay(brush([(-34, 10), (0, -8), (38, 4)], [2, 26, 2]), mix(GREEN, OCHRE, 0.25))
        lay(brush([(-32, 10), (0, -6), (34, 4)], [2, 3, 1]), mix(GREEN, SAND, 0.55))
    elif kind == "chilli":
        lay(brush([(-26, -4), (0, 6), (28, -6)], [10, 13, 2]), mix(BRICK, OCHRE, 0.15))
        lay(oval(-27, -4, 6), mix(GREEN, OCHRE, 0.3))
    elif kind == "lime":
        lay(oval(0, 0, 26), mix(GREEN, OCHRE, 0.45))
        lay(oval(0, 0, 21), mix(SAND, PAPER, 0.3))
        lay(
            join(*[placed(poly((0, -3), (-6, -17), (6, -17)), (0, 0), 1.0, 60.0 * n) for n in range(6)]),
            mix(GREEN, SAND, 0.6),
        )
    else:
        arc = [(24 * math.cos(t), 20 * math.sin(t)) for t in (0.4, 1.2, 2.0, 2.8, 3.6, 4.4)]
        lay(brush(arc, [5, 14, 18, 18, 14, 6]), mix(BRICK, SAND, 0.45))
        lay(
            join(
                *[
                    line([(15 * math.cos(t), 12 * math.sin(t)), (30 * math.cos(t), 26 * math.sin(t))], 2)
                    for t in (1.3, 2.1, 2.9, 3.6)
                ]
            ),
            BRICK,
        )
