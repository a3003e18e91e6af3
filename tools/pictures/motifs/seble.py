"""Injera from straight above: the round bread on its basket table, sauces on it, books and a cup at the side."""

import math

from pictures.forms import clump, ring_of, scatter, shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

CLOTH = mix(PAPER, SAND, 0.35)
STRAW = mix(OCHRE, SAND, 0.35)
BREAD = mix(mix(SAND, PLUM, 0.16), PAPER, 0.2)
HOLE = mix(mix(OCHRE, PLUM, 0.45), SAND, 0.35)
SHADOW = mix(mix(PLUM, BLUE, 0.4), SAND, 0.3)
DISH: Point = (760.0, 500.0)


def draw(press: Press) -> None:
    ground(press)
    basket(press)
    bread(press)
    sauces(press)
    rolls(press)
    books(press)
    cup(press, (1440, 160))


def ground(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), mix(GREEN, SKY, 0.2))
    press.lay(rect(-10, -10, 1620, 1020), mix(GREEN, INK, 0.25), dry(even(0.3)))
    runner = poly((120, -10), (1400, -10), (1400, 1010), (120, 1010))
    press.lay(runner, CLOTH)
    for edge, side in ((120, 1), (1400, -1)):
        for off, wide, colour in ((26, 40, BRICK), (78, 14, OCHRE), (104, 22, mix(BLUE, SKY, 0.2))):
            press.lay(rect(min(edge + side * off, edge + side * (off + wide)), -10, wide, 1020), colour)
        diamonds = [
            poly((edge + side * 46, y - 20), (edge + side * 60, y), (edge + side * 46, y + 20), (edge + side * 32, y))
            for y in range(10, 1010, 52)
        ]
        press.lay(join(*diamonds), OCHRE)


def basket(press: Press) -> None:
    """Coils of dyed straw around the bread."""
    x, y = DISH
    press.glaze(oval(x - 46, y + 44, 470), SHADOW)
    press.lay(oval(x, y, 470), STRAW)
    wedges = []
    for n in range(28):
        turn = n * math.tau / 28
        points = [
            (x + r * math.cos(turn + a), y + r * math.sin(turn + a))
            for r, a in ((462, -0.05), (462, 0.05), (424, 0.05), (424, -0.05))
        ]
        wedges.append(poly(*points))
    press.lay(join(*wedges[::2]), BRICK)
    press.lay(join(*wedges[1::2]), mix(GREEN, INK, 0.15))
    press.lay(join(*[stroked(oval(x, y, r), 4) for r in (466, 444, 422)]), mix(OCHRE, INK, 0.3))
    press.lay(oval(x, y, 470), mix(PLUM, OCHRE, 0.2), grain(slope((x + 200, y - 160), (x - 400, y + 330), (0.0, 0.75))))


def bread(press: Press) -> None:
    x, y = DISH
    press.glaze(clump(press.rng, (x - 10, y + 10), (404, 404), 0.015, 40), SHADOW)
    disc = clump(press.rng, DISH, (400, 400), 0.014, 40)
    press.lay(disc, BREAD)
    eyes = []
    for turn in range(900):
        reach, angle = 386 * math.sqrt((turn + 0.5) / 900), turn * 2.39996
        eyes.append(oval(x + reach * math.cos(angle), y + reach * math.sin(angle), *press.rng.uniform(2.6, 5.2, 2)))
    press.lay(join(*eyes), HOLE)
    press.lay(disc, mix(PAPER, SAND, 0.2), grain(glow((x + 220, y - 240), (20, 330), (0.6, 0.0))))
    press.lay(disc, mix(SHADOW, SAND, 0.3), grain(glow((x + 90, y - 90), (380, 520), (0.0, 0.9))))


def sauces(press: Press) -> None:
    """Heaps of stew, lentils and greens, one in the middle, six around it."""
    heaps: list[tuple[Point, Ink]] = [((DISH), mix(BRICK, INK, 0.15))]
    colours = (
        OCHRE,
        mix(GREEN, OCHRE, 0.15),
        mix(BRICK, OCHRE, 0.45),
        mix(SAND, OCHRE, 0.4),
        mix(GREEN, INK, 0.1),
        mix(BRICK, PLUM, 0.4),
    )
    heaps += list(zip(ring_of(DISH, (215, 215), 6, 0.3), colours, strict=True))
    for (x, y), colour in heaps:
        size = 92 if (x, y) == DISH else 76
        press.glaze(clump(press.rng, (x - 12, y + 12), (size, size), 0.1), mix(SHADOW, PAPER, 0.1))
        heap = clump(press.rng, (x, y), (size, size), 0.1)
        shaded(press, heap, colour, mix(colour, INK, 0.5), slope((x + 20, y - 20), (x - size, y + size), (0.0, 0.85)))
        bits = [
            oval(px, py, *press.rng.uniform(5, 12, 2))
            for px, py in scatter(press.rng, (x - size * 0.6, y - size * 0.6, size * 1.2, size * 1.2), 16)
        ]
        press.lay(join(*bits), mix(colour, PAPER, 0.4))
    x, y = DISH
    press.lay(join(oval(x - 26, y + 6, 34, 26), oval(x + 30, y - 20, 32, 25)), PAPER)
    press.lay(join(oval(x - 26, y + 8, 15), oval(x + 30, y - 18, 14)), OCHRE)


def rolls(press: Press) -> None:
    """Rolled up bread, laid over the rim."""
    for at, turn in (((1040, 770), 28), ((1092, 716), 24), ((420, 800), -36)):
        roll = placed(rounded((-40, -118, 80, 236), 36), at, 1, turn)
        press.glaze(placed(roll, (-14, 16)), SHADOW)
        shaded(press, roll, BREAD, HOLE, slope((at[0] + 20, at[1]), (at[0] - 44, at[1] + 10), (0.0, 0.9)))
        press.lay(placed(line([(-8, -112), (4, -20), (-6, 112)], 5), at, 1, turn), HOLE)


def books(press: Press) -> None:
    for box, turn, colour in (((0, 0, 230, 310), 7, BLUE), ((14, 20, 206, 276), -5, BRICK)):
        at = (1330.0, 620.0)
        book = placed(rect(*box), at, 1, turn)
        press.glaze(placed(book, (-20, 20)), mix(PLUM, INK, 0.35))
        press.lay(placed(rect(box[0] + 7, box[1] + 8, box[2], box[3]), at, 1, turn), PAPER)
        shaded(press, book, colour, mix(colour, INK, 0.5), slope((1560, 620), (1330, 930), (0.0, 0.55)))
        press.lay(placed(rect(box[0] + 16, box[1], 9, box[3]), at, 1, turn), mix(colour, INK, 0.5))
    press.lay(placed(rounded((62, 66, 118, 64), 4), (1330, 620), 1, -5), mix(SAND, PAPER, 0.4))
    press.lay(
        placed(bars([((78.0, 88.0), (164.0, 88.0)), ((92.0, 108.0), (150.0, 108.0))], 6), (1330, 620), 1, -5), BRICK
    )
    pen = placed(join(rounded((-8, -120, 16, 200), 7), poly((-8, 78), (8, 78), (0, 108))), (1500, 520), 1, 64)
    press.glaze(placed(pen, (-12, 14)), mix(PLUM, INK, 0.35))
    press.lay(pen, OCHRE)
    press.lay(placed(rounded((-8, -120, 16, 40), 7), (1500, 520), 1, 64), INK)


def cup(press: Press, at: Point) -> None:
    x, y = at
    press.glaze(oval(x - 20, y + 22, 92), mix(PLUM, INK, 0.35))
    press.lay(oval(x, y, 92), PAPER)
    press.lay(stroked(oval(x, y, 78), 6), BRICK)
    press.glaze(oval(x - 8, y + 10, 54), SHADOW)
    press.lay(oval(x, y, 52), mix(SKY, PAPER, 0.5))
    press.lay(oval(x, y, 43), mix(INK, BRICK, 0.25))
    press.lay(smooth([(x - 20, y + 20), (x + 4, y + 32), (x + 28, y + 18), (x + 8, y + 24)]), mix(BRICK, SAND, 0.4))
