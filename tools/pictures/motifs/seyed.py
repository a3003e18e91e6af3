"""A rented room with hardly a thing in it: a mattress, a suitcase,
one glass of tea; winter sun lays the window on the floor."""

import skia

from pictures.forms import shaded, turned
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import even, grain, slope

WALL = mix(mix(SKY, BLUE, 0.3), PLUM, 0.16)
SIDE = mix(WALL, PAPER, 0.28)
FLOOR = mix(mix(PLUM, SAND, 0.36), BLUE, 0.1)
SUN = mix(mix(OCHRE, SAND, 0.55), PAPER, 0.2)
SHADOW = mix(mix(PLUM, BLUE, 0.5), INK, 0.2)
TRIM = mix(WALL, INK, 0.35)


def draw(press: Press) -> None:
    room(press)
    window(press)
    sunlight(press)
    nail(press)
    mattress(press)
    suitcase(press)
    glass(press)


def room(press: Press) -> None:
    """The back wall, the window's wall on the left in its own shade, bare boards."""
    press.lay(rect(-10, -10, 1620, 1020), WALL)
    press.lay(poly((-10, -10), (420, 120), (420, 640), (-10, 930)), mix(WALL, INK, 0.25))
    press.lay(poly((420, -10), (1620, -10), (1620, 640), (420, 640)), SIDE)
    press.lay(
        poly((420, -10), (1620, -10), (1620, 640), (420, 640)),
        mix(WALL, PLUM, 0.3),
        grain(slope((1050, 300), (1620, 120), (0.0, 0.85))),
    )
    press.lay(poly((-10, -10), (1620, -10), (1620, 40), (420, 120)), mix(SIDE, PAPER, 0.3))
    press.lay(poly((420, 40), (1620, 40), (1620, -10), (420, -10)), mix(SIDE, PAPER, 0.3))
    press.lay(poly((420, 640), (1620, 640), (1620, 1020), (-140, 1020)), FLOOR)
    boards = [((420.0 + 150 * n, 640.0), (-140.0 + 390 * n, 1020.0)) for n in range(9)]
    press.lay(bars(boards, 4), mix(FLOOR, INK, 0.35))
    press.lay(poly((-10, 930), (420, 640), (-140, 1020), (-140, 1020)), mix(WALL, INK, 0.25))
    press.lay(join(rect(420, 612, 1200, 26), poly((420, 612), (420, 640), (-10, 930), (-10, 892))), TRIM)
    press.lay(bars([((420, 100), (420, 620))], 5), TRIM)


def window(press: Press) -> None:
    """No curtain. Bare branches, a roof with snow on it."""
    frame = poly((110, 176), (330, 218), (330, 560), (110, 640))
    press.lay(frame, mix(PAPER, SKY, 0.3))
    pane = poly((128, 198), (314, 234), (314, 544), (128, 612))
    press.lay(pane, mix(SAND, PAPER, 0.45))
    press.lay(poly((128, 470), (314, 440), (314, 544), (128, 612)), mix(BRICK, PLUM, 0.4), clip=pane)
    press.lay(poly((128, 448), (314, 424), (314, 446), (128, 480)), PAPER, clip=pane)
    twigs = join(
        brush([(200, 560), (214, 420), (190, 300), (210, 220)], [14, 10, 7, 3]),
        brush([(208, 400), (260, 330), (290, 250)], [8, 5, 2]),
        brush([(198, 350), (150, 290), (140, 240)], [7, 4, 2]),
        brush([(206, 300), (240, 262)], [5, 2]),
        brush([(170, 312), (150, 320)], [4, 2]),
    )
    press.lay(twigs, mix(PLUM, INK, 0.4), clip=pane)
    press.lay(join(bars([((220, 200), (220, 590))], 13), bars([((120, 380), (322, 372))], 11)), mix(PAPER, SKY, 0.3))
    press.lay(poly((92, 634), (338, 556), (352, 574), (92, 664)), PAPER)


def sunlight(press: Press) -> None:
    """The four panes, drawn out over floor and wall."""
    floor = [
        [(640, 690), (840, 676), (940, 740), (720, 764)],
        [(862, 674), (1052, 662), (1172, 716), (964, 738)],
        [(736, 784), (960, 756), (1090, 836), (838, 876)],
        [(986, 752), (1198, 730), (1352, 800), (1118, 832)],
    ]
    press.lay(join(*[poly(*pane) for pane in floor]), SUN)
    wide = join(*[poly(*pane) for pane in floor])
    press.lay(wide, mix(PAPER, SAND, 0.3), grain(slope((760, 700), (1200, 860), (0.8, 0.0))))
    press.glaze(
        brush([(1130, 700), (1010, 760), (900, 800), (800, 830)], [4, 9, 14, 6]), mix(FLOOR, PAPER, 0.2), clip=wide
    )
    press.glaze(brush([(990, 768), (1010, 720), (1060, 690)], [8, 5, 3]), mix(FLOOR, PAPER, 0.2), clip=wide)


def nail(press: Press) -> None:
    """Where a picture hung before: a pale patch, the nail still in the wall. A bulb without a shade."""
    press.lay(rect(900, 220, 210, 156), mix(SIDE, PAPER, 0.42))
    press.lay(oval(1005, 206, 6), INK)
    press.lay(bars([((760, -10), (760, 120))], 5), INK)
    press.lay(rect(750, 116, 20, 30), INK)
    press.lay(smooth([(750, 146, 1), (742, 172), (760, 196), (778, 172), (770, 146, 1)]), mix(SKY, PAPER, 0.6))
    door = rect(1300, 170, 220, 442)
    press.lay(door, mix(SIDE, BLUE, 0.2))
    press.lay(stroked(door, 12), TRIM)
    press.lay(join(*[stroked(rect(1334, y, 152, 150), 5) for y in (210, 410)]), TRIM)
    press.lay(oval(1322, 404, 10), OCHRE)
    press.lay(
        join(stroked(oval(1322, 440, 9), 4), bars([((1322, 449), (1322, 478)), ((1322, 470), (1332, 470))], 5)), OCHRE
    )


def mattress(press: Press) -> None:
    """Thin, on the floor, a folded blanket and one pillow on it."""
    top = poly((470, 700), (720, 684), (560, 900), (180, 930))
    press.glaze(poly((540, 930), (720, 716), (780, 730), (620, 950)), SHADOW)
    press.lay(poly((180, 930), (560, 900), (560, 944), (180, 976)), mix(SAND, PLUM, 0.45))
    press.lay(poly((560, 900), (720, 684), (720, 722), (560, 944)), mix(SAND, PLUM, 0.6))
    shaded(press, top, mix(SAND, PAPER, 0.4), mix(PLUM, SAND, 0.5), slope((640, 720), (260, 960), (0.0, 0.6)))
    stripes = [(((470 + 36 * n), 700 - 2.3 * n), (180 + 54.0 * n, 930 - 4.3 * n)) for n in range(1, 7)]
    press.lay(bars(stripes, 5), mix(BLUE, SKY, 0.3))
    blanket = poly((330, 810), (640, 790), (560, 900), (180, 930))
    shaded(press, blanket, BRICK, mix(BRICK, INK, 0.5), slope((620, 800), (220, 940), (0.0, 0.8)))
    press.lay(join(line([(312, 828), (626, 806)], 7), line([(212, 904), (572, 878)], 7)), mix(OCHRE, SAND, 0.3))
    pillow = smooth([(470, 674), (560, 654), (690, 650), (722, 676), (690, 706), (590, 716), (490, 722), (456, 700)])
    shaded(press, pillow, PAPER, mix(SKY, PLUM, 0.3), slope((660, 660), (480, 720), (0.0, 0.8)))


def suitcase(press: Press) -> None:
    """It stands by the wall, still strapped."""
    press.glaze(poly((1230, 700), (1420, 700), (1560, 760), (1380, 774)), SHADOW)
    press.lay(rounded((1190, 500, 212, 204), 20), mix(BRICK, OCHRE, 0.35))
    press.lay(rounded((1190, 500, 212, 204), 20), mix(PLUM, INK, 0.2), grain(slope((1260, 0), (1410, 0), (0.0, 0.9))))
    press.lay(join(rect(1232, 500, 20, 204), rect(1340, 500, 20, 204)), mix(PLUM, INK, 0.4))
    press.lay(join(rect(1228, 560, 28, 22), rect(1336, 560, 28, 22)), OCHRE)
    press.lay(skia.Path(stroked(rounded((1260, 470, 72, 44), 16), 11)), mix(PLUM, INK, 0.5))


def glass(press: Press) -> None:
    """Tea on a saucer on the bare floor, in the middle of the light."""
    at: Point = (1010.0, 800.0)
    x, y = at
    press.glaze(poly((x + 10, y + 16), (x + 60, y + 6), (x + 220, y + 60), (x + 150, y + 74)), SHADOW)
    press.lay(oval(x, y + 18, 78, 20), PAPER)
    press.lay(stroked(oval(x, y + 18, 60, 14), 4), BLUE)
    body = turned(x, [(32, y - 92, 1), (26, y - 60), (22, y - 40), (30, y - 14), (26, y + 12), (16, y + 16, 1)])
    press.lay(body, mix(BRICK, OCHRE, 0.4))
    press.lay(body, mix(OCHRE, SAND, 0.5), grain(slope((x - 34, y), (x + 10, y), (0.9, 0.0))))
    press.lay(turned(x, [(32, y - 92, 1), (27, y - 66), (27, y - 66, 1)]), mix(SKY, PAPER, 0.5))
    press.lay(stroked(body, 4), PAPER)
    steam = brush([(x, y - 104), (x - 14, y - 140), (x + 10, y - 176), (x - 6, y - 220)], [3, 10, 12, 3])
    press.lay(steam, PAPER, grain(even(0.6)))
    press.lay(join(placed(rect(-11, -9, 22, 18), (x + 52, y + 12), 1, 20)), PAPER)
    press.lay(oval(x - 4, y - 60, 3, 12), mix(GREEN, PAPER, 0.9))
