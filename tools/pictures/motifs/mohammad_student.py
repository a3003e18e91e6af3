"""An exercise book, schoolbooks and tea on a patterned carpet, seen from above: a lamp lights them from top right."""

import math

import skia

from pictures.lighting import fade, thrown, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, cut, join, line, oval, placed, poly, rect, rounded, stroked
from pictures.textures import even, glow, grain

FIELD = mix(BRICK, PLUM, 0.32)
BORDER = mix(BLUE, INK, 0.38)
CREAM = mix(SAND, PAPER, 0.25)
SHADE = mix(PLUM, INK, 0.35)
LAMP: Point = (1240.0, 180.0)
TURN = -7.0  # degrees: how the carpet lies
AWAY: Point = (-16.0, 20.0)  # where shadows fall


def draw(press: Press) -> None:
    carpet(press)
    light(press)
    schoolbooks(press)
    exercise_book(press)
    tea(press)
    tools(press)


def carpet(press: Press) -> None:
    """A corner of the carpet: three bands around a field strewn with flowers."""

    def part(path: skia.Path) -> skia.Path:
        return placed(path, (800, 500), 1.0, TURN)

    press.lay(rect(-10, -10, 1620, 1020), FIELD)
    rim = cut(rect(-1100, -700, 2200, 1500), rect(-590, -350, 1900, 1100))
    press.lay(part(rim), BORDER)
    for inset, width, colour in ((8, 14, OCHRE), (150, 16, CREAM), (172, 8, OCHRE)):
        press.lay(part(stroked(rect(-760 + inset, -520 + inset, 2400, 1500), width, False)), colour)
    flowers = [(-660.0 + 0.0 * n, -420.0 + 96 * n) for n in range(13)] + [(-564.0 + 96 * n, -420.0) for n in range(15)]
    press.lay(part(join(*[rosette(at, 38) for at in flowers])), mix(BRICK, OCHRE, 0.25))
    press.lay(part(join(*[oval(*at, 10) for at in flowers])), CREAM)
    between = [(-660.0, -372.0 + 96 * n) for n in range(13)] + [(-612.0 + 96 * n, -420.0) for n in range(15)]
    press.lay(part(join(*[lozenge(at, 9, 13) for at in between])), CREAM)
    spread = [(-520.0 + 110 * column + 55 * (row % 2), -280.0 + 78 * row) for row in range(11) for column in range(13)]
    press.lay(part(join(*[lozenge(at, 25, 31) for at in spread])), mix(BORDER, FIELD, 0.25))
    press.lay(part(join(*[lozenge(at, 14, 18) for at in spread])), mix(OCHRE, FIELD, 0.15))
    press.lay(part(join(*[oval(*at, 5) for at in spread])), BORDER)


def rosette(at: Point, size: float) -> skia.Path:
    petals = [(at[0] + size * 0.58 * math.cos(turn), at[1] + size * 0.58 * math.sin(turn)) for turn in range(7)]
    return join(*[oval(x, y, size * 0.34) for x, y in petals[:6]])


def lozenge(at: Point, across: float, down: float) -> skia.Path:
    x, y = at
    return poly((x, y - down), (x + across, y), (x, y + down), (x - across, y))


def light(press: Press) -> None:
    whole = rect(-10, -10, 1620, 1020)
    for reach in (420.0, 640.0):
        press.lay(oval(*LAMP, reach), mix(OCHRE, SAND, 0.4), veil(0.13))
    press.glaze(whole, mix(SHADE, BLUE, 0.3), grain(glow(LAMP, (760, 1330), (0.0, 1.0))))


def schoolbooks(press: Press) -> None:
    covers: tuple[tuple[Point, float, Ink, Ink], ...] = (
        ((340, 380), 12, mix(GREEN, INK, 0.1), mix(GREEN, SAND, 0.35)),
        ((328, 360), -3, mix(OCHRE, BRICK, 0.15), mix(OCHRE, SAND, 0.55)),
        ((336, 346), 5, mix(BLUE, INK, 0.1), mix(BLUE, SAND, 0.35)),
    )
    for at, turn, cloth, lit in covers:
        cover = placed(rounded((-150, -200, 300, 400), 8), at, 1.0, turn)
        thrown(press, cover, AWAY, SHADE)
        press.lay(placed(rect(-142, -192, 296, 398), (at[0] - 4, at[1] + 7), 1.0, turn), mix(PAPER, SAND, 0.6))
        two_tone(press, cover, (cloth, lit), fade((at[0] - 120, at[1] + 160), (at[0] + 160, at[1] - 190), 0.85))
        press.lay(placed(rect(-126, -200, 6, 400), at, 1.0, turn), mix(cloth, INK, 0.5))
    at, turn = covers[-1][0], covers[-1][1]
    press.lay(placed(stroked(rounded((-96, -160, 210, 320), 6), 4), at, 1.0, turn), CREAM)
    press.lay(placed(join(rosette((10, -20), 74), stroked(oval(10, -20, 92), 4)), at, 1.0, turn), CREAM)
    press.lay(placed(oval(10, -20, 17), at, 1.0, turn), OCHRE)


def exercise_book(press: Press) -> None:
    at, turn = (800.0, 560.0), 5.0

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, 1.0, turn)

    thrown(press, part(rounded((-330, -236, 660, 472), 10)), (-18, 24), SHADE)
    press.lay(part(rounded((-336, -240, 672, 484), 10)), mix(BRICK, INK, 0.25))
    for side in (-1, 1):
        page = part(rounded((min(0, side * 322), -228, 322, 456), 5))
        press.lay(page, mix(PAPER, SAND, 0.1))
        spine, edge = at[0], at[0] + side * 80
        press.lay(page, mix(SAND, PLUM, 0.35), fade((edge, 0), (spine, 0), 0.75))
        rules = [((side * 20.0, -180.0 + 34 * n), (side * 302.0, -180.0 + 34 * n)) for n in range(12)]
        press.lay(part(bars(rules, 2)), mix(BLUE, PAPER, 0.6))
    circle = join(stroked(oval(-166, -70, 92), 4), stroked(poly((-246, -24), (-166, -162), (-86, -24)), 4))
    press.lay(part(circle), mix(BLUE, INK, 0.3))
    press.lay(part(bars([((-166, -162), (-166, -24))], 3)), BRICK)
    ends = [300.0, 262, 288, 180]
    press.lay(part(join(*[scrawl(press, (-296, 62 + 34 * n), end - 60) for n, end in enumerate(ends)])), INK)
    ends = [262.0, 270, 214, 258, 246, 268, 120]
    press.lay(part(join(*[scrawl(press, (30, -152 + 34 * n), end) for n, end in enumerate(ends)])), INK)


def scrawl(press: Press, start: Point, length: float) -> skia.Path:
    """A line of handwriting too far off to read: words as waves."""
    words, x = [], start[0]
    while x < start[0] + length - 20:
        word = press.rng.uniform(26, 64)
        steps = int(word / 6)
        wave = [(x + 6 * n, start[1] - 4 + (-1) ** n * press.rng.uniform(1.5, 6)) for n in range(steps)]
        words.append(line(wave, 2.4))
        x += word + 12
    return join(*words)


def tea(press: Press) -> None:
    x, y = 1290.0, 350.0
    saucer = oval(x, y, 118)
    thrown(press, saucer, AWAY, SHADE)
    two_tone(press, saucer, (mix(PAPER, SAND, 0.2), mix(SAND, PLUM, 0.3)), fade((x + 40, y - 60), (x - 90, y + 100)))
    press.lay(join(stroked(oval(x, y, 108), 7)), BLUE)
    press.lay(join(stroked(oval(x, y, 96), 3)), OCHRE)
    thrown(press, oval(x, y, 66), (-14, 16), mix(OCHRE, PLUM, 0.4))
    press.lay(oval(x, y, 68), mix(SAND, PAPER, 0.5))
    two_tone(
        press, oval(x, y, 60), (mix(BRICK, INK, 0.1), mix(OCHRE, BRICK, 0.2)), fade((x + 40, y - 40), (x - 50, y + 50))
    )
    press.lay(brush([(x + 8, y - 46), (x + 36, y - 30), (x + 48, y + 2)], [2, 10, 2]), PAPER)
    for dx, dy, turn in ((-84, -64, 20), (-110, -30, 52), (86, 66, 12)):
        cube = placed(rect(-17, -17, 34, 34), (x + dx, y + dy), 1.0, turn)
        thrown(press, cube, (-6, 8), mix(PLUM, SAND, 0.4))
        press.lay(cube, PAPER)
    press.lay(
        placed(join(rect(-5, -10, 10, 120), oval(0, -30, 17, 25)), (x + 70, y + 22), 1.0, -52), mix(SAND, PLUM, 0.35)
    )


def tools(press: Press) -> None:
    pencil = join(rect(-130, -9, 240, 18))
    at, turn = (1290.0, 650.0), -58.0
    thrown(press, placed(pencil, at, 1.0, turn), (-10, 13), SHADE)
    press.lay(placed(pencil, at, 1.0, turn), OCHRE)
    press.lay(placed(rect(-130, 1, 240, 8), at, 1.0, turn), mix(OCHRE, BRICK, 0.45))
    press.lay(placed(poly((110, -9), (146, 0), (110, 9)), at, 1.0, turn), mix(SAND, PAPER, 0.3))
    press.lay(placed(poly((134, -3), (147, 0), (134, 3)), at, 1.0, turn), INK)
    press.lay(placed(rect(-150, -9, 22, 18), at, 1.0, turn), BRICK)
    square = cut(poly((0, 0), (250, 0), (0, 180)), poly((44, 40), (160, 40), (44, 124)))
    at, turn = (330.0, 720.0), 16.0
    thrown(press, placed(square, at, 1.0, turn), (-8, 10), SHADE)
    press.lay(placed(square, at, 1.0, turn), mix(OCHRE, SAND, 0.5), grain(even(0.86)))
    ticks = [((10.0 + 12 * n, 0.0), (10.0 + 12 * n, 9.0 + 6 * (n % 5 == 0))) for n in range(19)]
    press.lay(placed(bars(ticks, 2), at, 1.0, turn), INK)
    eraser = placed(rounded((-34, -20, 68, 40), 7), (1130, 850), 1.0, 24)
    thrown(press, eraser, (-9, 11), SHADE)
    press.lay(eraser, mix(PAPER, SAND, 0.3))
    press.lay(placed(rect(-34, -20, 30, 40), (1130, 850), 1.0, 24), BLUE, clip=eraser)
