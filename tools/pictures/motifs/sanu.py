"""A hand-fed printing press among freshly printed sheets hung up to dry: a lamp lights them from above."""

import math

import skia

from pictures.lighting import beam, fade, two_tone
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, glow, grain

WALL = mix(mix(BLUE, GREEN, 0.4), SKY, 0.28)
IRON = mix(mix(PLUM, BLUE, 0.4), INK, 0.55)
GLEAM = mix(SKY, GREEN, 0.35)
BENCH = mix(mix(BRICK, OCHRE, 0.4), PLUM, 0.25)
LAMP: Point = (800.0, 96.0)
SHEET = (206.0, 150.0)


def draw(press: Press) -> None:
    room(press)
    sheets(press)
    beam(press, [(760, 150), (840, 150), (1240, 900), (360, 900)], mix(SAND, PAPER, 0.5), (0.34, 0.08))
    lamp(press)
    machine(press, (760, 888))
    bench(press)
    stacks(press)


def room(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), WALL)
    press.lay(rect(-10, -10, 1620, 1020), mix(BLUE, INK, 0.55), grain(glow((800, 420), (560, 1060), (0.0, 1.0))))
    floor = rect(-10, 846, 1620, 170)
    press.lay(floor, mix(BENCH, INK, 0.5))
    press.lay(floor, mix(OCHRE, BENCH, 0.3), dry(glow((800, 920), (60, 620), (0.8, 0.05))))
    press.lay(rect(-10, 838, 1620, 12), mix(IRON, INK, 0.3))


def picture(press: Press, at: Point, turn: float, kind: int) -> None:
    """One sheet on its peg, with a small print on it."""
    wide, tall = SHEET
    window = placed(rect(-wide / 2 + 16, 24, wide - 32, tall - 32), at, 1.0, turn)
    paper = placed(rect(-wide / 2, 8, wide, tall), at, 1.0, turn)
    press.glaze(placed(paper, (9, 12)), mix(BLUE, WALL, 0.5), dry(even(0.7)))
    press.lay(paper, PAPER)
    grounds: tuple[Ink, ...] = (
        mix(SAND, OCHRE, 0.3),
        SKY,
        mix(BRICK, SAND, 0.5),
        mix(BLUE, SKY, 0.3),
        mix(SAND, PAPER, 0.4),
    )
    press.lay(window, grounds[kind % 5])

    for motif, colour in vignette(kind % 5):
        press.lay(placed(placed(motif, (0, -4), 1.3), at, 1.0, turn), colour, clip=window)
    press.lay(placed(rect(-6, -8, 12, 30), at, 1.0, turn), mix(OCHRE, SAND, 0.4))


def vignette(kind: int) -> list[tuple[skia.Path, Ink]]:
    """What one of the five prints shows: sun and hills, a summit, a flower, a town under the moon, a leaf."""
    if kind == 0:
        hills = ground([(-90, 90), (-20, 74), (30, 96), (90, 80)], 150)
        return [(oval(0, 62, 22), BRICK), (hills, GREEN)]
    if kind == 1:
        summit = poly((-90, 130), (-16, 40), (14, 76), (34, 54), (90, 130))
        return [(summit, BLUE), (poly((-16, 40), (-34, 62), (-18, 58), (-6, 66), (2, 61)), PAPER)]
    if kind == 2:
        petals = [oval(20 * math.cos(n * 1.2566), 66 + 20 * math.sin(n * 1.2566), 14) for n in range(5)]
        return [(join(*petals), mix(BRICK, PLUM, 0.3)), (oval(0, 66, 9), OCHRE)]
    if kind == 3:
        town = join(rect(-56, 74, 26, 70), rect(-26, 60, 26, 80), rect(4, 80, 30, 60), rect(38, 68, 26, 70))
        return [(oval(30, 44, 13), PAPER), (town, mix(BLUE, INK, 0.5))]
    stem = brush([(-4, 112), (0, 70), (6, 30)], [4, 3, 2])
    sides = [(n, side) for n in range(3) for side in (-1, 1)]
    blades = [brush([(0, 98 - 18 * n), (s * 26, 84 - 18 * n), (s * 40, 62 - 16 * n)], [3, 13, 1]) for n, s in sides]
    return [(join(stem, *blades), GREEN)]


def sheets(press: Press) -> None:
    """Two cords of them, the lower one broken off where the press stands before it."""
    for level, places, shift in ((96.0, (50, 300, 550, 1050, 1300, 1550), 0), (326.0, (60, 310, 1290, 1545), 2)):
        cord = [(x, level + 74 * (1 - ((x - 800) / 820) ** 2)) for x in (-20.0, 400.0, 800.0, 1200.0, 1620.0)]
        press.lay(line(cord, 4), mix(SAND, PLUM, 0.4))
        for n, x in enumerate(places):
            sag = level + 74 * (1 - ((x - 800) / 820) ** 2)
            picture(press, (float(x), sag), press.rng.uniform(-3, 3), n * 2 + shift)


def lamp(press: Press) -> None:
    x, y = LAMP
    press.lay(bars([((x, -10), (x, y))], 5), INK)
    press.lay(smooth([(x - 92, y + 62, 1), (x - 40, y), (x + 40, y), (x + 92, y + 62, 1)]), mix(GREEN, INK, 0.2))
    press.lay(oval(x, y + 62, 92, 13), mix(SAND, PAPER, 0.5))
    press.lay(brush([(x - 74, y + 46), (x - 46, y + 14), (x - 20, y + 6)], [2, 8, 2]), GLEAM)


def machine(press: Press, at: Point) -> None:
    """A platen press in profile: flywheel, frame, ink disc, and the boards for the sheets."""
    x, y = at
    press.glaze(oval(x + 10, y + 8, 380, 30), mix(PLUM, INK, 0.2), dry(even(0.95)))
    frame = smooth(
        [
            (x - 210, y, 1),
            (x - 176, y - 60),
            (x - 150, y - 200),
            (x - 120, y - 300, 1),
            (x + 60, y - 330),
            (x + 140, y - 250, 1),
            (x + 160, y - 90),
            (x + 220, y, 1),
            (x + 110, y, 1),
            (x + 60, y - 84),
            (x - 60, y - 84),
            (x - 104, y, 1),
        ]
    )
    two_tone(press, frame, (IRON, GLEAM), fade((x - 10, y - 130), (x + 10, y - 330), 0.75))
    bed = placed(rounded((-30, -130, 46, 260), 8), (x + 20, y - 410), 1.0, 12)
    platen = placed(rounded((-20, -130, 34, 236), 8), (x + 150, y - 390), 1.0, 40)
    press.lay(bed, mix(IRON, GLEAM, 0.25))
    press.lay(platen, mix(IRON, GLEAM, 0.4))
    sheet = placed(rect(-30, -112, 8, 200), (x + 150, y - 390), 1.0, 40)
    press.lay(sheet, PAPER)
    disc = placed(oval(0, 0, 126, 34), (x - 36, y - 566), 1.0, -24)
    press.lay(bars([((x + 4, y - 530), (x - 36, y - 566))], 26), IRON)
    press.lay(placed(disc, (4, 12)), IRON)
    two_tone(press, disc, (BRICK, mix(BRICK, SAND, 0.5)), fade((x + 10, y - 560), (x - 80, y - 600)))
    press.lay(stroked(disc, 4), mix(IRON, GLEAM, 0.4))
    board = poly((x + 190, y - 330), (x + 420, y - 344), (x + 436, y - 322), (x + 196, y - 306))
    press.lay(bars([((x + 230, y - 316), (x + 130, y - 200)), ((x + 400, y - 330), (x + 150, y - 180))], 12), IRON)
    press.lay(board, BENCH)
    for n in range(7):
        press.lay(rect(x + 226, y - 344 - 9 * n, 158, 7), PAPER if n % 2 == 0 else mix(SAND, PAPER, 0.4))
    hub = (x - 210, y - 250)
    press.lay(stroked(oval(*hub, 196), 34), IRON)
    press.lay(stroked(oval(*hub, 204), 7), mix(IRON, GLEAM, 0.55))
    spokes = [
        placed(brush([(0, 0), (70, 26), (130, 14), (186, -10)], [36, 24, 17, 26]), hub, 1.0, 60.0 * n + 14)
        for n in range(6)
    ]
    press.lay(join(*spokes), IRON)
    press.lay(oval(*hub, 44), mix(IRON, INK, 0.3))
    press.lay(oval(*hub, 20), mix(OCHRE, SAND, 0.2))
    press.lay(line([(hub[0] - 150, hub[1] - 96), (hub[0] - 196, hub[1] - 128)], 20), BRICK)
    arc = [(hub[0] + 196 * math.cos(t), hub[1] + 196 * math.sin(t)) for t in (-2.4, -2.0, -1.6, -1.2, -0.8)]
    press.lay(brush(arc, [2, 10, 12, 10, 2]), mix(GLEAM, PAPER, 0.4))


def bench(press: Press) -> None:
    press.lay(join(rect(1240, 720, 26, 240), rect(1530, 720, 26, 240)), mix(BENCH, INK, 0.4))
    two_tone(press, rect(1196, 700, 420, 34), (BENCH, mix(OCHRE, SAND, 0.3)), dry(even(0.5)))
    press.lay(rect(1196, 700, 420, 7), mix(OCHRE, SAND, 0.5))
    for x, colour in ((1268.0, BRICK), (1362, OCHRE), (1456, BLUE)):
        tin = rect(x - 38, 628, 76, 72)
        two_tone(press, tin, (mix(SAND, SKY, 0.4), mix(PLUM, INK, 0.2)), fade((x, 0), (x + 46, 0)))
        press.lay(rect(x - 38, 648, 76, 34), colour)
        press.lay(oval(x, 628, 38, 9), colour)
        press.lay(brush([(x + 36, 650), (x + 33, 666), (x + 36, 680)], [4, 9, 4]), colour)
    press.lay(bars([((1380, 626), (1440, 556))], 7), mix(SAND, BENCH, 0.3))
    press.lay(placed(rounded((-52, -20, 104, 40), 18), (1550, 682), 1.0, 0), mix(PLUM, INK, 0.3))
    press.lay(line([(1550, 682), (1556, 628), (1590, 600)], 8), INK)


def stacks(press: Press) -> None:
    """Cut paper waiting beside the wheel."""
    for n in range(14):
        dx = press.rng.uniform(-5, 5)
        press.lay(rect(104 + dx, 918 - 12 * n, 250, 9), PAPER if n % 3 else mix(SAND, PAPER, 0.2))
    press.lay(rect(86, 930, 286, 16), mix(BENCH, INK, 0.2))
    press.lay(rect(300, 762, 58, 170), mix(PLUM, BLUE, 0.4), fade((290, 0), (360, 0), 0.7))
