"""A carpenter's bench with a plane and its shavings: morning light falls through the window from the left."""

import math

import skia

from pictures.lighting import beam, fade, two_tone
from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import (
    Point,
    bars,
    brush,
    cut,
    ground,
    join,
    line,
    oval,
    placed,
    poly,
    rect,
    rounded,
    smooth,
    stroked,
)
from pictures.textures import dry, even, glow, grain, slope

WALL = mix(mix(GREEN, INK, 0.25), PLUM, 0.3)
TIMBER = mix(OCHRE, SAND, 0.5)
BENCH = mix(mix(BRICK, OCHRE, 0.45), PLUM, 0.25)
DARK = mix(mix(BRICK, PLUM, 0.5), INK, 0.55)
STEEL = mix(BLUE, SKY, 0.55)
MORNING = mix(SAND, PAPER, 0.45)
WINDOW = (170.0, 110.0, 440.0, 400.0)  # x, y, width, height
TOP = 668.0  # of the bench


def draw(press: Press) -> None:
    wall(press)
    window(press)
    planks(press)
    tool_board(press)
    x, y, wide, tall = WINDOW
    air = cut(rect(0, 0, 1600, 1000), rect(x - 24, y - 24, wide + 48, tall + 68))
    beam(press, [(560, 110), (400, 520), (960, 1010), (1500, 740)], MORNING, (0.5, 0.06), air)
    bench(press)
    plank_and_plane(press)
    shavings(press)


def wall(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), WALL)
    press.lay(rect(-10, -10, 1620, 1020), mix(WALL, INK, 0.55), grain(glow((560, 420), (620, 1150), (0.0, 1.0))))
    floor = rect(-10, 872, 1620, 140)
    press.lay(floor, mix(DARK, OCHRE, 0.2))
    press.lay(floor, mix(OCHRE, SAND, 0.2), dry(glow((1000, 950), (60, 620), (0.75, 0.05))))


def window(press: Press) -> None:
    x, y, wide, tall = WINDOW
    view = rect(*WINDOW)
    press.lay(view, mix(MORNING, PAPER, 0.5))
    press.lay(view, SKY, fade((0, y + 200), (0, y)))
    peaks = [(160.0, 380.0), (230, 300), (290, 340), (380, 236), (450, 312), (520, 268), (620, 360)]
    massif = poly(*peaks, (620, 520), (160, 520))
    press.lay(massif, mix(mix(BLUE, PLUM, 0.4), SKY, 0.5), clip=view)
    shaded, lit = snowfields(press.rng, peaks, 60)
    press.lay(lit, PAPER, clip=massif)
    press.lay(shaded, mix(SKY, BLUE, 0.15), clip=massif)
    press.lay(ground([(160, 430), (300, 404), (460, 424), (620, 396)], 520), mix(OCHRE, SAND, 0.35), clip=view)
    press.lay(ground([(160, 476), (380, 458), (620, 472)], 520), mix(GREEN, OCHRE, 0.5), clip=view)
    frame = cut(rect(x - 24, y - 24, wide + 48, tall + 48), view)
    press.lay(frame, mix(BRICK, PLUM, 0.35))
    press.lay(frame, TIMBER, fade((x, y), (x + wide, y + tall), 0.6))
    press.lay(join(rect(x + wide / 2 - 9, y, 18, tall), rect(x, y + tall * 0.42, wide, 14)), mix(BRICK, PLUM, 0.45))
    press.lay(rect(x - 44, y + tall + 20, wide + 88, 24), TIMBER)
    jar = rounded((500, 466, 58, 68), 8)
    press.lay(jar, mix(BLUE, SKY, 0.35))
    sticks = [((510.0 + 10 * n, 470.0), (500.0 + 15 * n, 400.0 - 9 * (n % 2))) for n in range(4)]
    press.lay(bars(sticks, 6), DARK)


def planks(press: Press) -> None:
    """Boards leaning in the corner."""
    colours = (
        mix(TIMBER, BRICK, 0.3),
        TIMBER,
        mix(TIMBER, OCHRE, 0.4),
        mix(TIMBER, PLUM, 0.25),
        mix(TIMBER, PAPER, 0.3),
    )
    for n, colour in enumerate(colours):
        foot, head, wide = 1330.0 + 62 * n, 1420.0 + 52 * n, 58.0
        tall = (60.0, -20.0, 110.0, 30.0, -30.0)[n]
        board = poly((head, tall), (head + wide * 0.8, tall + 8), (foot + wide, 880), (foot, 880))
        two_tone(press, board, (colour, mix(DARK, PLUM, 0.3)), fade((foot, 0), (foot + wide + 50, 0), 0.75))
        grains = [brush([(head + 14 * k + 8, tall + 30), (foot + 14 * k + 12, 860)], [1, 3]) for k in range(3)]
        press.lay(join(*grains), mix(colour, DARK, 0.5), clip=board)


def tool_board(press: Press) -> None:
    press.lay(rect(760, 120, 520, 26), mix(BENCH, INK, 0.2))
    press.lay(rect(760, 120, 520, 7), mix(TIMBER, OCHRE, 0.3))
    shadow = mix(WALL, INK, 0.7)
    blade = poly((800, 190), (846, 190), (930, 440), (902, 450))
    grip = cut(rounded((782, 130, 78, 72), 20), rounded((804, 148, 36, 34), 12))
    square = join(rect(980, 150, 24, 250), rect(980, 150, 150, 24))
    mallet = join(rect(1108, 210, 16, 200), rounded((1064, 196, 104, 66), 8))
    for thing in (blade, grip, square, mallet):
        press.lay(placed(thing, (16, 12)), shadow)
    two_tone(press, blade, (STEEL, PAPER), fade((880, 320), (800, 200), 0.8))
    teeth = [
        poly((846 + 6.6 * n, 190 + 20 * n), (858 + 6.6 * n, 198 + 20 * n), (852 + 6.6 * n, 208 + 20 * n))
        for n in range(12)
    ]
    press.lay(join(*teeth), STEEL)
    press.lay(grip, BRICK)
    two_tone(press, square, (TIMBER, PAPER), fade((1000, 400), (980, 150), 0.6))
    two_tone(press, mallet, (BENCH, TIMBER), fade((1160, 0), (1060, 0), 0.8))
    for n in range(3):
        x = 1196.0 + 34 * n
        press.lay(placed(join(rounded((x, 150, 20, 92), 8), rect(x + 5, 240, 10, 104)), (12, 10)), shadow)
        press.lay(rect(x + 5, 240, 10, 104), STEEL)
        press.lay(rounded((x, 150, 20, 92), 8), (OCHRE, BRICK, mix(GREEN, SAND, 0.2))[n])


def bench(press: Press) -> None:
    for x in (330, 1130):
        leg = poly((x, TOP + 50), (x + 74, TOP + 50), (x + 74, 930), (x, 930))
        two_tone(press, leg, (mix(BENCH, INK, 0.35), INK), fade((x, 0), (x + 80, 0), 0.7))
    press.lay(rect(330, 840, 860, 30), mix(BENCH, INK, 0.45))
    press.glaze(poly((300, TOP + 70), (1260, TOP + 70), (1260, TOP + 100), (320, TOP + 100)), mix(INK, PLUM, 0.3))
    top = poly((290, TOP - 46), (1236, TOP - 46), (1290, TOP + 16), (236, TOP + 16))
    two_tone(press, top, (mix(BENCH, TIMBER, 0.35), MORNING), dry(glow((760, TOP), (80, 560), (0.75, 0.12))))
    two_tone(press, rect(236, TOP + 16, 1054, 58), (BENCH, DARK), fade((500, 0), (1300, 0), 0.85))
    press.lay(rect(236, TOP + 16, 1054, 6), MORNING, dry(even(0.8)))
    jaw = rounded((262, TOP + 2, 92, 116), 6)
    two_tone(press, jaw, (mix(BENCH, OCHRE, 0.2), DARK), fade((270, 0), (370, 0), 0.7))
    press.lay(join(oval(308, TOP + 84, 14), rect(250, TOP + 80, 116, 8)), STEEL)


def plank_and_plane(press: Press) -> None:
    board = poly((400, TOP - 62), (1180, TOP - 62), (1192, TOP - 34), (388, TOP - 34))
    two_tone(press, board, (MORNING, TIMBER), fade((600, 0), (1180, 0), 0.8))
    press.lay(rect(388, TOP - 34, 804, 30), TIMBER)
    press.lay(rect(388, TOP - 34, 804, 30), mix(TIMBER, BRICK, 0.6), dry(slope((400, 0), (1190, 0), (0.25, 0.8))))
    x, y = 700.0, TOP - 50.0
    press.glaze(poly((x + 6, y + 4), (x + 250, y - 10), (x + 400, y + 10), (x + 250, y + 16)), mix(PLUM, OCHRE, 0.3))
    body = smooth(
        [(x, y - 62, 1), (x + 60, y - 74), (x + 250, y - 70, 1), (x + 262, y - 10), (x + 256, y + 4, 1), (x, y + 4, 1)]
    )
    iron = poly((x + 78, y - 150), (x + 104, y - 158), (x + 158, y - 66), (x + 118, y - 66))
    knob = join(oval(x + 216, y - 104, 22, 24), rect(x + 206, y - 90, 20, 26))
    tote = smooth(
        [
            (x + 12, y - 68, 1),
            (x - 2, y - 116),
            (x + 10, y - 148),
            (x + 40, y - 142),
            (x + 46, y - 100),
            (x + 62, y - 70, 1),
        ]
    )
    two_tone(press, iron, (STEEL, PAPER), fade((x + 140, 0), (x + 80, 0), 0.8))
    press.lay(join(knob, tote), mix(BRICK, INK, 0.2))
    press.lay(
        join(oval(x + 209, y - 112, 8, 10), brush([(x + 8, y - 80), (x + 4, y - 112), (x + 14, y - 136)], [2, 7, 2])),
        OCHRE,
    )
    two_tone(press, body, (mix(BENCH, BRICK, 0.3), TIMBER), fade((x + 200, y), (x + 30, y - 74), 0.8))
    press.lay(rect(x, y - 6, 258, 11), DARK)


def curl(at: Point, size: float, turns: float, start: float) -> skia.Path:
    """A shaving rolled up on itself."""
    steps = int(turns * 14)
    points, widths = [], []
    for n in range(steps + 1):
        angle = start + n / steps * turns * 2 * math.pi
        away = size * (1 - 0.72 * n / steps)
        points.append((at[0] + away * math.cos(angle), at[1] + away * 0.86 * math.sin(angle)))
        widths.append(size * 0.3 * (1 - 0.55 * n / steps))
    return brush(points, widths)


def shavings(press: Press) -> None:
    pale, deep = mix(SAND, PAPER, 0.5), mix(OCHRE, SAND, 0.2)
    heap = [(640.0, TOP - 74, 34.0), (590, TOP - 62, 26), (850, TOP - 130, 40), (520, TOP - 70, 30), (460, TOP - 4, 24)]
    heap += [(1010, TOP - 6, 26), (1080, TOP - 72, 22)]
    for _ in range(26):
        heap.append((press.rng.uniform(420, 1160), press.rng.uniform(895, 975), press.rng.uniform(16, 34)))
    for n, (x, y, size) in enumerate(heap):
        press.glaze(oval(x + size * 0.4, y + size * 0.8, size * 1.1, size * 0.22), mix(PLUM, OCHRE, 0.2))
        start, turns = press.rng.uniform(0, 6), press.rng.uniform(1.2, 1.9)
        roll = curl((x, y), size, turns, start)
        press.lay(roll, (deep, pale, mix(deep, BRICK, 0.25))[n % 3])
        press.lay(stroked(roll, 1.6), mix(deep, BRICK, 0.55))
        press.lay(
            line([(x - size * 0.5, y - size * 0.5), (x, y - size * 0.75), (x + size * 0.4, y - size * 0.6)], 2.5), PAPER
        )
