"""Mobile phones on a repairer's bench, seen from straight above: one is open, a lamp lights it from the right."""

import skia

from pictures.forms import shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded
from pictures.textures import dry, even, glow, grain, slope

BENCH = mix(GREEN, INK, 0.18)
MAT = mix(mix(GREEN, SKY, 0.35), OCHRE, 0.1)
STEEL = mix(SKY, BLUE, 0.22)
BOARD = mix(GREEN, OCHRE, 0.28)
SHADOW = mix(PLUM, INK, 0.25)
LAMP: Point = (1080.0, 420.0)
SHELLS = (BRICK, OCHRE, mix(BLUE, INK, 0.3), PLUM, mix(SAND, PAPER, 0.4), INK)


def draw(press: Press) -> None:
    bench(press)
    row = ((150, 60, 0), (330, 40, 1), (510, 66, 2), (150, 400, 3), (330, 386, 4), (150, 742, 5))
    for x, y, kind in row:
        phone(press, (x, y), SHELLS[kind], kind)
    opened(press, (770, 300))
    tools(press)
    screws(press)
    for x, y, turn in ((1330, 690, 8), (1330, 60, -5)):
        back(press, (x, y), turn)


def bench(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), BENCH)
    press.lay(rect(-10, -10, 1620, 1020), mix(BENCH, INK, 0.5), dry(even(0.2)))
    press.glaze(placed(rounded((664, 180, 470, 690), 20), (-14, 16)), SHADOW)
    press.lay(rounded((660, 176, 470, 690), 20), MAT)
    grid = [((660.0, y), (1130.0, y)) for y in range(246, 860, 70)] + [
        ((x, 176.0), (x, 866.0)) for x in range(730, 1130, 70)
    ]
    press.lay(bars(grid, 2.5), mix(MAT, PAPER, 0.35))
    press.lay(rounded((660, 176, 470, 690), 20), mix(PAPER, SAND, 0.5), grain(glow(LAMP, (30, 330), (0.62, 0.0))))


def phone(press: Press, at: Point, shell: Ink, kind: int) -> None:
    """One with a screen and keys, lying face up."""
    x, y = at
    press.glaze(rounded((x - 14, y + 12, 140, 276), 30), SHADOW)
    shaded(
        press, rounded((x, y, 140, 276), 28), shell, mix(shell, INK, 0.5), slope((x + 140, y), (x, y + 60), (0, 0.6))
    )
    screen = rounded((x + 15, y + 34, 110, 118), 6)
    press.lay(screen, mix(SKY, PAPER, 0.35) if kind % 2 == 0 else mix(BLUE, INK, 0.55))
    if kind % 2 == 0:
        press.lay(
            poly(
                (x + 15, y + 152),
                (x + 15, y + 118),
                (x + 52, y + 82),
                (x + 82, y + 116),
                (x + 100, y + 98),
                (x + 125, y + 128),
                (x + 125, y + 152),
            ),
            mix(BLUE, SKY, 0.3),
            clip=screen,
        )
        press.lay(oval(x + 98, y + 66, 11), OCHRE)
    else:
        press.lay(poly((x + 66, y + 34), (x + 108, y + 34), (x + 62, y + 152), (x + 20, y + 152)), mix(BLUE, SKY, 0.3))
    keys = [rounded((x + 18 + 37 * c, y + 168 + 25 * r, 30, 17), 8) for r in range(4) for c in range(3)]
    press.lay(join(*keys), mix(shell, PAPER, 0.55) if kind != 4 else mix(PLUM, SAND, 0.4))
    press.lay(rounded((x + 50, y + 15, 40, 7), 3), mix(shell, INK, 0.6))


def opened(press: Press, at: Point) -> None:
    """The one under repair: its works laid bare, the cover beside it."""
    x, y = at
    press.glaze(rounded((x - 18, y + 16, 236, 430), 40), mix(SHADOW, SKY, 0.2))
    press.lay(rounded((x, y, 236, 430), 38), INK)
    press.lay(rounded((x + 16, y + 16, 204, 398), 26), BOARD)
    press.lay(
        rounded((x + 16, y + 16, 204, 398), 26), mix(BOARD, INK, 0.4), grain(slope(LAMP, (x, y + 430), (0.0, 0.7)))
    )
    traces = []
    for n in range(6):
        traces.append(
            bars(
                [
                    ((x + 40 + 9 * n, y + 40), (x + 40 + 9 * n, y + 96 + 7 * n)),
                    ((x + 40 + 9 * n, y + 96 + 7 * n), (x + 108 + 9 * n, y + 140 + 7 * n)),
                ],
                3.5,
            )
        )
    press.lay(join(*traces), mix(OCHRE, SAND, 0.5))
    for cx, cy, wide, tall in ((124, 40, 76, 66), (38, 164, 58, 58), (136, 128, 60, 44)):
        press.lay(rounded((x + cx, y + cy, wide, tall), 4), mix(INK, BLUE, 0.25))
        pins = [
            ((x + cx + 6 + 10 * n, y + cy - 7), (x + cx + 6 + 10 * n, y + cy + tall + 7)) for n in range(wide // 10)
        ]
        press.lay(bars(pins, 4), STEEL)
        press.lay(rounded((x + cx, y + cy, wide, tall), 4), mix(INK, BLUE, 0.25))
    shaded(press, rounded((x + 34, y + 238, 168, 158), 8), OCHRE, BRICK, slope(LAMP, (x + 20, y + 420), (0.0, 0.8)))
    press.lay(rounded((x + 34, y + 238, 168, 34), 6), mix(PAPER, SAND, 0.3))
    press.lay(join(oval(x + 190, y + 206, 13), oval(x + 56, y + 132, 9)), STEEL)


def tools(press: Press) -> None:
    for x, y, turn, colour in ((1190, 420, 9, BRICK), (1262, 590, 24, OCHRE)):
        blade = placed(
            join(rect(-5, -190, 10, 200), poly((-8, -200), (8, -200), (5, -180), (-5, -180))), (x, y), 1, turn
        )
        handle = placed(rounded((-20, 0, 40, 190), 18), (x, y), 1, turn)
        press.glaze(placed(join(blade, handle), (-12, 14)), SHADOW)
        press.lay(blade, STEEL)
        press.lay(handle, colour)
        ribs = placed(bars([((n, 24), (n, 168)) for n in (-9.0, 1.0)], 5), (x, y), 1, turn)
        press.lay(ribs, mix(colour, INK, 0.45))
        press.lay(placed(bars([((11, 20), (11, 172))], 6), (x, y), 1, turn), mix(colour, PAPER, 0.5))
    arm = brush([(560, 960), (600, 860), (640, 760), (668, 690)], [26, 20, 12, 3])
    other = brush([(606, 975), (632, 880), (656, 780), (670, 694)], [26, 20, 12, 3])
    press.glaze(placed(join(arm, other), (-14, 10)), SHADOW)
    press.lay(join(arm, other), mix(STEEL, PAPER, 0.25))
    press.lay(brush([(616, 970), (640, 880), (660, 780)], [8, 6, 3]), mix(BLUE, INK, 0.2))


def screws(press: Press) -> None:
    dish = (1452.0, 470.0)
    press.glaze(oval(dish[0] - 14, dish[1] + 14, 96), SHADOW)
    shaded(press, oval(*dish, 96), STEEL, PAPER, slope((1372, 420), (1520, 540), (0.9, 0.0)))
    press.lay(oval(*dish, 76), mix(STEEL, BLUE, 0.35))
    heads = [(float(dx), float(dy)) for dx, dy in ((-34, -20), (6, -40), (40, -4), (-8, 10), (24, 36), (-42, 30))]
    heads = [(dish[0] + dx, dish[1] + dy) for dx, dy in heads] + [(700.0, 812.0), (760.0, 800.0), (1060.0, 222.0)]
    press.lay(join(*[oval(x, y, 11) for x, y in heads]), mix(SAND, OCHRE, 0.4))
    press.lay(join(*[bars([((x - 7, y - 4), (x + 7, y + 4))], 4) for x, y in heads]), INK)


def back(press: Press, at: Point, turn: float) -> None:
    """A cover or a spare shell, face down."""

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, 1, turn)

    press.glaze(placed(part(rounded((0, 0, 150, 260), 30)), (-14, 14)), SHADOW)
    shell = mix(SAND, OCHRE, 0.2) if turn > 0 else mix(BLUE, SKY, 0.25)
    shaded(
        press, part(rounded((0, 0, 150, 260), 30)), shell, mix(shell, PLUM, 0.5), slope((1480, 0), (1330, 60), (0, 0.5))
    )
    press.lay(part(oval(75, 44, 21)), INK)
    press.lay(part(oval(75, 44, 11)), mix(BLUE, SKY, 0.4))
    press.lay(part(line([(46, 214), (104, 214)], 5)), mix(shell, INK, 0.4))
