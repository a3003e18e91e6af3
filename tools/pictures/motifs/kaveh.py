"""The road from behind the wheel of a taxi: dry hills at sunrise, beads on the mirror,
lamps going out in the town ahead."""

import math

from pictures.forms import shaded
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
    overlap,
    placed,
    poly,
    rect,
    rounded,
    smooth,
    stroked,
)
from pictures.textures import dry, even, glow, grain, slope

ROSE = mix(mix(BRICK, SAND, 0.65), PAPER, 0.25)
DASH = mix(mix(PLUM, INK, 0.5), BLUE, 0.12)
RIM = mix(INK, PLUM, 0.25)
ROAD = mix(mix(BLUE, PLUM, 0.45), SAND, 0.3)
HILL = mix(mix(OCHRE, BRICK, 0.3), SAND, 0.35)
SUN: Point = (980.0, 396.0)


def draw(press: Press) -> None:
    sky(press)
    land(press)
    town(press)
    road(press)
    inside(press)
    wheel(press)
    mirror(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 520), mix(SKY, BLUE, 0.22))
    press.lay(rect(-10, -10, 1620, 520), ROSE, grain(slope((0, 60), (0, 360), (0.0, 1.1))))
    press.lay(oval(*SUN, 210), mix(OCHRE, SAND, 0.5), grain(glow(SUN, (60, 210), (0.9, 0.0))))
    press.lay(oval(*SUN, 58), PAPER)
    for x, y, long in ((420, 200, 460), (1180, 250, 520), (700, 290, 300)):
        press.lay(brush([(x - long / 2, y), (x, y - 8), (x + long / 2, y)], [1, 15, 1]), mix(PLUM, ROSE, 0.5))


def land(press: Press) -> None:
    press.lay(
        ground(
            [
                (-10, 300),
                (180, 250),
                (380, 330),
                (560, 372),
                (760, 410),
                (1000, 420),
                (1200, 370),
                (1420, 290),
                (1610, 330),
            ]
        ),
        mix(mix(BLUE, PLUM, 0.4), ROSE, 0.45),
    )
    left = ground([(-10, 350), (160, 330), (330, 400), (520, 440), (700, 452), (860, 460)])
    shaded(press, left, HILL, mix(BRICK, PLUM, 0.5), slope((560, 400), (40, 520), (0.0, 0.85)))
    right = ground([(860, 462), (1060, 446), (1260, 400), (1440, 340), (1610, 380)])
    shaded(press, right, mix(HILL, PLUM, 0.3), mix(BRICK, PLUM, 0.6), slope((1100, 430), (1500, 620), (0.0, 0.8)))
    creases = [
        line([(90, 350), (130, 420), (110, 500)], 5),
        line([(230, 362), (280, 430), (300, 500)], 5),
        line([(1420, 360), (1380, 440), (1400, 520)], 5),
    ]
    press.lay(join(*creases), mix(BRICK, PLUM, 0.6), grain(even(0.8)))


def town(press: Press) -> None:
    """Flat roofs at the hills' feet, some windows still lit."""
    lit = []
    for _ in range(46):
        x, y = press.rng.uniform(560, 1260), press.rng.uniform(440, 478)
        wide, tall = press.rng.uniform(20, 46), press.rng.uniform(14, 40)
        press.lay(rect(x, y - tall, wide, tall + 12), mix(mix(SAND, PLUM, press.rng.uniform(0.2, 0.5)), ROSE, 0.3))
        press.lay(rect(x, y - tall, wide * 0.4, tall + 12), mix(PLUM, SAND, 0.3))
        lit.append(rect(x + wide * 0.6, y - tall * 0.7, 5, 6))
    press.lay(join(*lit[::3]), mix(OCHRE, PAPER, 0.3))
    dome = join(oval(1110, 424, 26, 26), rect(1082, 428, 56, 34))
    press.lay(dome, mix(GREEN, SKY, 0.35))


def road(press: Press) -> None:
    press.lay(rect(-10, 474, 1620, 320), mix(HILL, SAND, 0.3))
    press.lay(rect(-10, 474, 1620, 320), mix(BRICK, PLUM, 0.3), dry(slope((0, 480), (0, 760), (0.1, 0.5))))
    lane = smooth(
        [(884, 476, 1), (900, 476, 1), (980, 520), (1120, 600), (1330, 790, 1), (140, 790, 1), (560, 610), (800, 520)]
    )
    press.lay(lane, ROAD)
    press.lay(lane, mix(OCHRE, SAND, 0.5), dry(slope((1000, 480), (800, 680), (0.7, 0.0))))
    for y, wide, tall, x in ((506, 6, 10, 893), (540, 10, 20, 874), (590, 16, 34, 842), (664, 26, 60, 788)):
        press.lay(
            poly((x, y), (x + wide, y), (x + wide - tall * 0.5, y + tall), (x - tall * 0.5 - wide * 0.4, y + tall)),
            PAPER,
        )
    posts = [((x, y), (x, y - t)) for x, y, t in ((1000, 500, 26), (1060, 530, 40), (1160, 586, 66), (1330, 690, 110))]
    press.lay(bars(posts, 7), mix(PLUM, INK, 0.4))


def inside(press: Press) -> None:
    """Pillars, roof edge, dashboard."""
    screen = smooth(
        [(70, 660, 1), (170, 150), (260, 78), (800, 50), (1340, 78), (1430, 150), (1530, 660, 1), (800, 690)]
    )
    press.lay(cut(rect(-10, -10, 1620, 760), screen), DASH)
    press.lay(stroked(screen, 12), mix(INK, PLUM, 0.2))
    glint = poly((250, 90), (330, 84), (210, 670), (100, 664))
    press.lay(overlap(glint, screen), mix(SKY, PAPER, 0.4), grain(even(0.36)))
    dash = smooth([(-10, 690, 1), (300, 668), (800, 690), (1300, 668), (1610, 690, 1), (1610, 1020, 1), (-10, 1020, 1)])
    press.lay(dash, DASH)
    press.lay(dash, mix(BRICK, OCHRE, 0.2), grain(slope((900, 670), (900, 800), (0.6, 0.0))))
    press.lay(rounded((1050, 770, 420, 110), 16), mix(DASH, INK, 0.5))
    press.lay(bars([((1074.0 + 24 * n, 790.0), (1074.0 + 24 * n, 858.0)) for n in range(9)], 8), mix(DASH, BLUE, 0.35))
    for x in (1340, 1420):
        press.lay(oval(x, 825, 28), mix(DASH, BLUE, 0.4))
        press.lay(bars([((x, 825), (x + 12, 804))], 6), PAPER)
    meter = rounded((880, 640, 150, 84), 10)
    press.lay(meter, INK)
    press.lay(rounded((894, 654, 122, 40), 5), mix(OCHRE, BRICK, 0.2))
    press.lay(bars([((904.0 + 26 * n, 674.0), (920.0 + 26 * n, 674.0)) for n in range(4)], 20), mix(OCHRE, PAPER, 0.5))
    press.lay(smooth([(350, 800), (420, 742), (620, 742), (690, 800), (690, 900), (350, 900)]), mix(INK, BLUE, 0.2))
    for x in (450, 590):
        press.lay(oval(x, 820, 56), mix(BLUE, INK, 0.35))
        press.lay(stroked(oval(x, 820, 50), 4), mix(SKY, PAPER, 0.2))
        ticks = [
            (
                (x + 40 * math.cos(a / 10), 820 + 40 * math.sin(a / 10)),
                (x + 47 * math.cos(a / 10), 820 + 47 * math.sin(a / 10)),
            )
            for a in range(26, 70, 4)
        ]
        press.lay(bars(ticks, 3), PAPER)
        press.lay(bars([((x, 820), (x + 26, 794 if x > 500 else 836))], 5), BRICK)


def wheel(press: Press) -> None:
    cx, cy = 520.0, 930.0
    rim = stroked(oval(cx, cy, 300, 262), 40)
    spokes = join(
        brush([(cx - 290, cy - 16), (cx - 120, cy + 20), (cx, cy + 30)], [36, 34, 60]),
        brush([(cx + 290, cy - 16), (cx + 120, cy + 20), (cx, cy + 30)], [36, 34, 60]),
    )
    press.lay(spokes, mix(RIM, BLUE, 0.12))
    press.lay(oval(cx, cy + 34, 110, 84), mix(RIM, BLUE, 0.2))
    press.lay(rim, RIM)
    lights = line([(cx + 60, cy - 268), (cx + 170, cy - 226), (cx + 256, cy - 136), (cx + 292, cy - 40)], 9)
    press.lay(lights, mix(ROSE, OCHRE, 0.3), grain(even(0.9)))
    stitches = [
        (
            (cx + 281 * math.cos(a), cy + 245 * math.sin(a)),
            (cx + 296 * math.cos(a + 0.03), cy + 259 * math.sin(a + 0.03)),
        )
        for a in [n * 0.11 - 3.0 for n in range(26)]
    ]
    press.lay(bars(stitches, 4), mix(OCHRE, BRICK, 0.3))


def mirror(press: Press) -> None:
    """In it the road already driven; beads swing below."""
    press.lay(brush([(800, 40), (806, 90)], [26, 18]), INK)
    press.lay(placed(rounded((-190, -46, 380, 104), 40), (800, 130), 1, -2), INK)
    glass = placed(rounded((-174, -34, 348, 80), 30), (800, 130), 1, -2)
    press.lay(glass, mix(BLUE, SKY, 0.4))
    press.lay(
        poly((620, 150), (720, 128), (840, 140), (990, 120), (990, 190), (620, 190)), mix(PLUM, BLUE, 0.5), clip=glass
    )
    press.lay(poly((795, 142), (806, 142), (860, 190), (750, 190)), mix(ROAD, SAND, 0.5), clip=glass)
    thread: list[Point] = [
        (800, 184),
        (786, 230),
        (772, 280),
        (790, 330),
        (812, 352),
        (830, 326),
        (836, 280),
        (820, 230),
        (806, 184),
    ]
    press.lay(line(thread, 3), INK)
    press.lay(join(*[oval(x, y, 11) for x, y in thread[1:-1]]), BRICK)
    press.lay(join(*[oval(x - 3, y - 4, 3) for x, y in thread[1:-1]]), mix(BRICK, PAPER, 0.7))
    press.lay(join(brush([(812, 362), (812, 384), (812, 420)], [8, 16, 26])), mix(GREEN, SKY, 0.2))
    press.lay(oval(812, 368, 9), OCHRE)
