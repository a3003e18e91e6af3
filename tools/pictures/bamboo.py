"""Lengths of bamboo, for porches, benches and racks: upright or level, lit from above and from the right."""

import math

from pictures.palette import BRICK, INK, OCHRE, PAPER, PLUM, SAND, mix
from pictures.press import Press
from pictures.shapes import Point, bars, join, placed, rect

BAMBOO = mix(OCHRE, SAND, 0.35)
NODE = mix(mix(PLUM, INK, 0.4), BRICK, 0.2)


def cane(press: Press, start: Point, end: Point, wide: float) -> None:
    """A length of bamboo with its joints."""
    press.lay(bars([(start, end)], wide), BAMBOO)
    level = start[1] == end[1]
    low = (0.0, wide * 0.3) if level else (-wide * 0.3, 0.0)
    high = (0.0, -wide * 0.28) if level else (wide * 0.28, 0.0)
    press.lay(placed(bars([(start, end)], wide * 0.36), low), mix(BAMBOO, NODE, 0.5))
    press.lay(placed(bars([(start, end)], wide * 0.16), high), mix(SAND, PAPER, 0.5))
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    joints = []
    for n in range(int((length - 90) / 190) + 1):
        t = (90 + 190.0 * n) / length
        x, y = start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
        joints.append(rect(x - 4, y - wide / 2, 8, wide) if level else rect(x - wide / 2, y - 4, wide, 8))
    press.lay(join(*joints), mix(BAMBOO, NODE, 0.65))
