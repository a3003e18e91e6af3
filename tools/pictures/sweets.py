"""Diamond-cut baklava and round date cookies, seen from the edge of the table."""

import math

from pictures.palette import BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, mix
from pictures.press import Press
from pictures.shapes import Point, bars, join, line, oval, poly
from pictures.textures import grain, slope

CRUST = mix(OCHRE, SAND, 0.12)
BAKED = mix(BRICK, OCHRE, 0.4)
PISTACHIO = mix(GREEN, OCHRE, 0.5)


def baklava(press: Press, tray: tuple[float, float, float, float]) -> None:
    """Diamond-cut pieces, back rows first; a few are already gone."""
    cx, cy, rx, ry = tray
    half_wide, half_deep = 0.128, 0.128
    places = []
    for row in range(-8, 9):
        for column in range(-8, 9):
            u, v = column * half_wide * 2 + (row % 2) * half_wide, row * half_deep
            reach = math.hypot(u, v)
            if reach < 0.775 and not (v > 0.35 and -0.1 < u < 0.4):
                places.append((cx + u * rx, cy - 6 + v * ry))
    wide, deep = half_wide * rx * 0.92, half_deep * ry * 0.9
    for x, y in places:
        top = [(x, y - deep), (x + wide, y), (x, y + deep), (x - wide, y)]
        press.lay(poly(top[3], top[2], top[1], (top[1][0], y + 19), (x, y + deep + 19), (top[3][0], y + 19)), BAKED)
        press.lay(poly(top[2], top[1], (top[1][0], y + 19), (x, y + deep + 19)), mix(BAKED, INK, 0.35))
        press.lay(
            bars([((x - wide, y + 10), (x, y + deep + 10)), ((x, y + deep + 10), (x + wide, y + 10))], 2.5),
            mix(CRUST, PAPER, 0.2),
        )
        press.lay(poly(*top), mix(CRUST, SAND, 0.3))
        press.lay(poly(*top), mix(SAND, PAPER, 0.55), grain(slope((0, y - deep), (0, y + deep * 0.6), (0.85, 0.0))))
        press.lay(oval(x, y - 1, 11, 6), PISTACHIO)
        press.lay(oval(x - 2, y - 3, 5, 2.4), mix(PISTACHIO, SAND, 0.6))
    crumbs = [oval(cx + press.rng.uniform(-10, 150), cy + press.rng.uniform(92, 142), 4, 2.4) for _ in range(16)]
    press.lay(join(*crumbs), PISTACHIO)


def cookie(press: Press, at: Point) -> None:
    x, y = at
    press.lay(oval(x, y + 14, 50, 25), BAKED)
    press.lay(oval(x, y, 50, 26), CRUST)
    press.lay(oval(x, y, 50, 26), mix(SAND, PAPER, 0.5), grain(slope((0, y - 28), (0, y + 14), (0.75, 0.0))))
    spiral = [(x + 40 * (1 - t / 16) * math.cos(t * 0.9), y + 20 * (1 - t / 16) * math.sin(t * 0.9)) for t in range(15)]
    press.lay(line(spiral, 6), mix(PLUM, BRICK, 0.4))
