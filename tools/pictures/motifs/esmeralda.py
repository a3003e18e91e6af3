"""First light on the stone roofs of a hill town: washing on a line between two houses, mountains beyond the mist."""

import skia

from pictures.forms import clump, shaded
from pictures.laundry import DRESS, SHIRT, TOWEL, hung
from pictures.lighting import fade, two_tone
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, panel, poly, rect, smooth
from pictures.textures import dry, glow, grain, slope

HIGH = mix(mix(BLUE, SKY, 0.62), PLUM, 0.12)
LIGHT = mix(mix(SAND, PAPER, 0.4), OCHRE, 0.12)
FAR = mix(mix(BLUE, PLUM, 0.35), SKY, 0.5)
MIST = mix(mix(SKY, PLUM, 0.12), PAPER, 0.4)
STONE = mix(mix(PAPER, SAND, 0.45), PLUM, 0.12)
STONE_SHADE = mix(mix(PLUM, BLUE, 0.55), SKY, 0.3)
SLATE = mix(mix(BLUE, PLUM, 0.5), SAND, 0.36)
SLATE_LIT = mix(mix(SAND, BRICK, 0.22), PAPER, 0.2)
PANE = mix(BLUE, INK, 0.4)
DEEP = mix(mix(PLUM, BLUE, 0.5), INK, 0.4)
#: Houses far to near: left eaves, width, height of the wall, size of what is on it.
HOUSES = (
    ((470.0, 534.0), 90.0, 46.0, 0.4),
    ((1110.0, 540.0), 96.0, 48.0, 0.4),
    ((880.0, 524.0), 84.0, 44.0, 0.36),
    ((620.0, 560.0), 120.0, 60.0, 0.5),
    ((790.0, 548.0), 140.0, 66.0, 0.52),
    ((985.0, 566.0), 124.0, 60.0, 0.5),
    ((362.0, 592.0), 130.0, 70.0, 0.56),
    ((1126.0, 606.0), 130.0, 70.0, 0.56),
    ((520.0, 616.0), 160.0, 84.0, 0.66),
    ((730.0, 632.0), 180.0, 88.0, 0.7),
    ((960.0, 622.0), 170.0, 90.0, 0.68),
    ((330.0, 716.0), 190.0, 110.0, 0.8),
    ((1150.0, 722.0), 190.0, 110.0, 0.8),
    ((600.0, 724.0), 214.0, 112.0, 0.86),
    ((880.0, 730.0), 226.0, 116.0, 0.9),
)


def draw(press: Press) -> None:
    sky(press)
    valley(press)
    for at, wide, tall, size in HOUSES:
        house(press, at, (wide, tall), size)
    cypresses(press)
    house(press, (-170.0, 420.0), (500.0, 620.0), 1.9)
    house(press, (1270.0, 470.0), (520.0, 570.0), 1.9)
    near_roof(press)
    washing(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 620), HIGH)
    press.lay(rect(-10, -10, 1620, 620), LIGHT, grain(slope((300, 0), (760, 400), (0.0, 1.0))))
    press.lay(rect(300, -10, 1320, 620), mix(OCHRE, PAPER, 0.5), grain(glow((1120, 330), (30, 430), (0.85, 0.0))))
    for x, y, length, thick in ((500, 96, 520, 18), (860, 170, 360, 14), (1240, 86, 460, 16)):
        streak = brush([(x - length / 2, y), (x, y - 6), (x + length / 2, y - 2)], [2, thick, 2])
        press.lay(streak, mix(mix(BRICK, SAND, 0.6), PAPER, 0.25))


def valley(press: Press) -> None:
    back = poly(
        (-10, 330),
        (180, 262),
        (330, 304),
        (520, 214),
        (660, 270),
        (800, 232),
        (960, 318),
        (1120, 290),
        (1290, 222),
        (1420, 280),
        (1610, 210),
        (1610, 640),
        (-10, 640),
    )
    two_tone(press, back, (FAR, mix(FAR, LIGHT, 0.55)), fade((600, 420), (1300, 190), 0.8))
    middle = ground([(-10, 400), (240, 372), (480, 420), (720, 388), (960, 430), (1240, 372), (1610, 402)], 700)
    two_tone(press, middle, (mix(FAR, PLUM, 0.25), MIST), grain(slope((0, 400), (0, 500), (0.0, 1.0))))
    slope_of_town = ground([(-10, 470), (240, 500), (520, 546), (820, 560), (1100, 556), (1300, 520), (1610, 470)])
    press.lay(slope_of_town, mix(mix(GREEN, PLUM, 0.45), SKY, 0.18))
    press.lay(slope_of_town, mix(DEEP, GREEN, 0.3), dry(slope((0, 560), (0, 960), (0.0, 0.9))))


def house(press: Press, at: Point, box: Point, size: float) -> None:
    """Stone below, whitewash above, a row of windows, a low roof of slabs lit along its eastern hip."""
    x, y = at
    wide, tall = box
    wall = rect(x, y, wide, tall)
    shaded(press, wall, STONE, STONE_SHADE, slope((x + wide, 0), (x, 0), (0.0, 0.95)))
    press.lay(rect(x, y + tall * 0.56, wide, tall * 0.44), mix(STONE_SHADE, SAND, 0.35))
    courses(press, (x, y + tall * 0.56, wide, tall * 0.44), size)
    count = max(2, round(wide / (58 * size)))
    for n in range(count):
        left = x + wide * (n + 0.5) / count - 15 * size
        press.lay(rect(left - 4 * size, y + 20 * size, 38 * size, 58 * size), mix(BRICK, INK, 0.45))
        press.lay(rect(left, y + 24 * size, 30 * size, 50 * size), OCHRE if press.rng.uniform() < 0.16 else PANE)
        press.lay(
            bars([((left + 15 * size, y + 24 * size), (left + 15 * size, y + 74 * size))], 3 * size),
            mix(BRICK, INK, 0.45),
        )
    roof(press, at, wide, size)


def courses(press: Press, box: tuple[float, float, float, float], size: float) -> None:
    """Joints of the rough stone, a few only."""
    x, y, wide, tall = box
    marks = []
    for down in press.rng.uniform(0.1, 0.9, 3 + round(tall / 40)):
        start = press.rng.uniform(0.05, 0.7)
        across = x + wide * start
        marks.append(line([(across, y + tall * down), (across + 44 * size, y + tall * down + 2)], 3 * size + 1))
    press.lay(join(*marks), DEEP, clip=rect(*box))


def roof(press: Press, at: Point, wide: float, size: float) -> None:
    x, y = at
    rise, over = wide * 0.24, 16 * size
    corners = ((x + wide * 0.26, y - rise), (x + wide * 0.74, y - rise), (x + wide + over, y + 6), (x - over, y + 6))
    slabs = poly(*corners)
    press.lay(slabs, SLATE)
    press.lay(panel(corners, (0.66, 0, 1, 1)), SLATE_LIT)
    rows = max(3, round(rise / (13 * size)))
    edges = []
    for row in range(1, rows):
        down = row / rows
        left, right = x + wide * 0.26 * (1 - down) - over * down, x + wide * (0.74 + 0.26 * down) + over * down
        edges.append(
            line([(left, y - rise + (rise + 6) * down), (right, y - rise + (rise + 6) * down)], 2.4 * size + 0.8)
        )
    press.lay(join(*edges), mix(SLATE, INK, 0.4), clip=slabs)
    press.lay(rect(x - over, y + 4, wide + 2 * over, 8 * size), DEEP)
    chimney = rect(x + wide * 0.4, y - rise - 30 * size, 26 * size, 50 * size)
    two_tone(
        press, chimney, (STONE_SHADE, STONE), fade((x + wide * 0.4 + 6 * size, 0), (x + wide * 0.4 + 26 * size, 0))
    )
    press.lay(rect(x + wide * 0.4 - 5 * size, y - rise - 36 * size, 36 * size, 8 * size), DEEP)


def cypresses(press: Press) -> None:
    for x, foot, tall in ((548, 716, 170), (576, 730, 126), (846, 700, 150), (1130, 726, 190)):
        tree = smooth(
            [(x, foot - tall), (x + 20, foot - tall * 0.4), (x + 14, foot), (x - 14, foot), (x - 20, foot - tall * 0.4)]
        )
        two_tone(
            press, tree, (mix(GREEN, INK, 0.35), mix(mix(GREEN, OCHRE, 0.5), SAND, 0.2)), fade((x, 0), (x + 22, 0))
        )


def near_roof(press: Press) -> None:
    """The roof below the line, and a vine on it."""
    corners = ((250.0, 872.0), (1350.0, 872.0), (1480.0, 1020.0), (120.0, 1020.0))
    press.lay(poly(*corners), SLATE)
    press.lay(panel(corners, (0.72, 0, 1, 1)), SLATE_LIT, grain(slope((900, 0), (1300, 0), (0.4, 1.0))))
    edges = [panel(corners, (0, down, 1, down + 0.03)) for down in (0.26, 0.54, 0.84)]
    joints = [
        panel(corners, (u, v, u + 0.004, v + 0.3))
        for v in (0.0, 0.28, 0.56)
        for u in (0.09 * (n + press.rng.uniform(0.2, 0.8)) for n in range(11))
    ]
    press.lay(join(*edges, *joints), mix(SLATE, INK, 0.4))
    press.lay(panel(corners, (0, 0, 1, 0.09)), mix(SLATE_LIT, PAPER, 0.2))
    for x, y, rx, ry in ((310, 850, 70, 40), (240, 900, 80, 52), (386, 872, 50, 26)):
        leaves: skia.Path = clump(press.rng, (x, y), (rx, ry), 0.2)
        two_tone(
            press,
            leaves,
            (mix(GREEN, INK, 0.15), mix(mix(GREEN, OCHRE, 0.5), SAND, 0.2)),
            fade((x - rx * 0.2, y), (x + rx, y - ry)),
        )


def washing(press: Press) -> None:
    ends: tuple[Point, Point] = ((330.0, 560.0), (1270.0, 580.0))
    span = ends[1][0] - ends[0][0]

    def height(x: float) -> float:
        share = (x - ends[0][0]) / span
        return ends[0][1] + (ends[1][1] - ends[0][1]) * share + 64 * 4 * share * (1 - share)

    press.lay(line([(x, height(x)) for x in range(330, 1271, 94)], 4), INK)
    press.lay(join(oval(*ends[0], 9), oval(*ends[1], 9)), DEEP)
    clothes: tuple[tuple[skia.Path, float, float, Ink], ...] = (
        (TOWEL, 470, 0.95, mix(PAPER, SAND, 0.25)),
        (DRESS, 640, 0.72, BRICK),
        (SHIRT, 800, 0.8, PAPER),
        (SHIRT, 935, 0.6, OCHRE),
        (TOWEL, 1070, 1.0, mix(BLUE, SKY, 0.35)),
    )
    for cloth, x, size, colour in clothes:
        hung(press, cloth, (x, height(x)), (size, 2.0), colour)
