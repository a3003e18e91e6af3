"""The land from an aeroplane at sunrise: fields like patches, a gorge,
round roofs; the wing reaches in from the right."""

import skia
from numpy.random import Generator

from pictures.forms import scatter
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, smooth
from pictures.textures import even, glow, grain, hatch, slope

HORIZON = 236.0
TEFF = mix(OCHRE, SAND, 0.5)
FIELDS = (
    TEFF,
    mix(mix(GREEN, OCHRE, 0.4), SAND, 0.25),
    mix(GREEN, SKY, 0.12),
    mix(mix(BRICK, OCHRE, 0.35), SAND, 0.25),
    mix(SAND, PAPER, 0.3),
    mix(mix(GREEN, OCHRE, 0.25), SAND, 0.05),
    mix(mix(BRICK, PLUM, 0.35), SAND, 0.3),
)
SHADOW = mix(mix(BLUE, PLUM, 0.5), SAND, 0.2)
METAL = mix(mix(SKY, BLUE, 0.14), PAPER, 0.25)


def draw(press: Press) -> None:
    sky(press)
    patches(press)
    gorge(press)
    villages(press)
    clouds(press)
    wing(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 280), mix(SKY, BLUE, 0.18))
    press.lay(rect(-10, -10, 1620, 280), mix(SAND, PAPER, 0.3), grain(slope((0, 20), (0, 220), (0.0, 1.1))))
    press.lay(rect(-10, -10, 1620, 280), mix(OCHRE, SAND, 0.35), grain(glow((330, HORIZON), (60, 420), (0.85, 0.0))))
    press.lay(oval(330, HORIZON - 26, 62), PAPER)
    press.lay(
        ground([(-10, 232), (240, 214), (520, 236), (820, 206), (1080, 230), (1400, 196), (1610, 220)]),
        mix(BLUE, SKY, 0.5),
    )


def project(u: float, v: float) -> Point:
    """A place on the plain, u to the side (in fields), v away from us (0 near, 1 at the horizon)."""
    depth = 0.14 + 0.86 * (1 - v) ** 1.9
    return 560 + (u - 5) * 330 * depth, HORIZON + 20 + (1020 - HORIZON) * (depth - 0.14) / 0.86


def patches(press: Press) -> None:
    rows, columns = 11, 26
    corner: dict[tuple[int, int], Point] = {}
    for row in range(rows + 1):
        for column in range(columns + 1):
            jut, drift = press.rng.uniform(-0.3, 0.3, 2)
            corner[row, column] = project(
                column - 8 + float(jut), min(1, max(0, (row + float(drift) * (0 < row < rows)) / rows))
            )
    press.lay(rect(-10, HORIZON + 14, 1620, 800), FIELDS[1])
    for row in range(rows - 1, -1, -1):
        for column in range(columns):
            at = [corner[row, column], corner[row, column + 1], corner[row + 1, column + 1], corner[row + 1, column]]
            kind = int(press.rng.integers(len(FIELDS)))
            plot(press, at, FIELDS[kind], (kind, row))
    press.lay(
        rect(-10, HORIZON, 1620, 240), mix(SAND, PAPER, 0.2), grain(slope((0, HORIZON + 20), (0, 350), (1.1, 0.0)))
    )


def plot(press: Press, corners: list[Point], colour: Ink, place: tuple[int, int]) -> None:
    """A field; some near ones show furrows, some are hedged."""
    shape = poly(*corners)
    if not shape.getBounds().intersects(skia.Rect.MakeWH(1600, 1000)):
        return
    press.lay(shape, colour)
    kind, row = place
    if row < 5 and kind in (0, 3):
        press.lay(shape, mix(colour, INK, 0.35), hatch(even(0.26), 18 - 2 * row, 8 + 25 * (kind - 3)))
    if row < 8 and kind in (2, 4):
        (ax, ay), (bx, by) = corners[2], corners[3]
        size = 11 - row
        press.lay(
            join(*[oval(ax + (bx - ax) * n / 7, ay + (by - ay) * n / 7, size, size * 0.8) for n in range(8)]),
            mix(GREEN, INK, 0.3),
        )


def gorge(press: Press) -> None:
    """A river has cut deep; the far wall is in the sun, the near one in shade."""
    course = (
        (-60, 660),
        (130, 620),
        (300, 640),
        (430, 560),
        (600, 560),
        (700, 480),
        (840, 470),
        (930, 410),
        (1060, 400),
        (1150, 352),
    )
    widths = (190, 170, 160, 130, 116, 88, 72, 50, 36, 18)
    ravines = [
        brush([(210, 640), (250, 560), (320, 520), (350, 470)], [46, 30, 18, 2]),
        brush([(480, 560), (540, 640), (640, 660), (700, 712)], [44, 30, 16, 2]),
        brush([(640, 520), (600, 460), (520, 440)], [30, 18, 2]),
        brush([(60, 650), (120, 720), (250, 740)], [50, 30, 2]),
        brush([(820, 470), (890, 520), (960, 520)], [22, 14, 2]),
    ]
    rim = join(brush(course, widths), *ravines)
    press.lay(rim, mix(mix(BRICK, OCHRE, 0.3), SAND, 0.25))
    press.lay(
        placed(join(brush(course, [w * 0.72 for w in widths]), *ravines), (4, 15)), mix(BRICK, PLUM, 0.35), clip=rim
    )
    press.lay(placed(brush(course, [w * 0.44 for w in widths]), (0, 30)), SHADOW, clip=rim)
    river = [(x, y + 40 + 7 * (-1) ** n) for n, (x, y) in enumerate(course)]
    press.lay(brush(river, [w * 0.07 + 2 for w in widths]), mix(SKY, PAPER, 0.4), clip=rim)


def villages(press: Press) -> None:
    """Round thatched roofs in yards, a pale road between them."""
    road = line(
        [(-20, 900), (210, 850), (420, 880), (620, 780), (820, 730), (880, 600), (1010, 520), (1220, 470), (1330, 400)],
        8,
    )
    press.lay(road, mix(PAPER, SAND, 0.4))
    for x, y, size, count in (
        (250, 822, 1.0, 8),
        (560, 868, 1.2, 7),
        (830, 660, 0.7, 8),
        (1060, 540, 0.46, 9),
        (420, 450, 0.36, 8),
        (120, 500, 0.42, 7),
    ):
        press.lay(oval(x, y, 96 * size, 50 * size), mix(SAND, OCHRE, 0.25))
        for px, py in scatter(press.rng, (x - 80 * size, y - 40 * size, 160 * size, 76 * size), count):
            roof(press, (px, py), 21 * size)
        press.lay(join(*[trees(press.rng, (x, y), size) for _ in range(5)]), mix(GREEN, INK, 0.3))


def roof(press: Press, at: Point, size: float) -> None:
    x, y = at
    press.glaze(oval(x + size * 0.7, y + size * 0.4, size, size * 0.6), SHADOW)
    press.lay(oval(x, y, size, size * 0.8), mix(OCHRE, PLUM, 0.35))
    press.lay(
        poly((x, y - size * 0.5), (x - size, y), (x - size * 0.5, y + size * 0.7), (x, y - size * 0.5)),
        mix(OCHRE, SAND, 0.5),
    )


def trees(rng: Generator, at: Point, size: float) -> skia.Path:
    dx, dy = rng.uniform(-1, 1, 2)
    return oval(at[0] + 110 * size * float(dx), at[1] + 56 * size * float(dy), 16 * size, 13 * size)


def clouds(press: Press) -> None:
    heap = [
        (-170, 30),
        (-150, -4),
        (-104, -14),
        (-84, -58),
        (-20, -76),
        (30, -46),
        (84, -56),
        (118, -10),
        (190, 30),
        (60, 46),
        (-60, 40),
    ]
    for x, y, size in ((470, 330, 0.5), (1010, 300, 0.42), (1190, 640, 1.0), (90, 760, 0.8)):
        press.glaze(
            placed(smooth(heap), (x + 70 * size, y + 150 * size), (size, size * 0.42)), mix(SHADOW, PAPER, 0.25)
        )
        cloud = placed(smooth(heap), (x, y), (size, size * 0.62))
        press.lay(cloud, PAPER)
        press.lay(
            cloud,
            mix(SKY, BLUE, 0.2),
            grain(slope((x - 40 * size, y - 20 * size), (x + 120 * size, y + 50 * size), (0.0, 0.9))),
        )


def wing(press: Press) -> None:
    """Seen from a seat behind it; the sun runs along its front edge."""
    sheet = poly((1620, 560), (880, 470), (858, 486), (1110, 640), (1620, 850))
    press.lay(sheet, METAL)
    press.lay(sheet, mix(BLUE, SKY, 0.3), grain(slope((1180, 560), (1300, 800), (-0.2, 0.9))))
    press.lay(poly((1620, 560), (880, 470), (872, 476), (1620, 590)), PAPER)
    press.lay(poly((880, 470), (858, 486), (842, 410), (852, 404)), mix(BRICK, OCHRE, 0.15))
    press.lay(poly((1110, 640), (1240, 700), (1230, 716), (1100, 648)), mix(BLUE, INK, 0.2))
    flaps = [
        ((1150.0, 600.0), (1110.0, 640.0)),
        ((1340.0, 660.0), (1300.0, 724.0)),
        ((1150.0, 600.0), (1620.0, 748.0)),
        ((960.0, 500.0), (1150.0, 600.0)),
    ]
    press.lay(bars(flaps, 5), mix(BLUE, PLUM, 0.3))
    press.lay(
        join(
            *[brush([(x, y), (x + 60, y + 58), (x + 70, y + 80)], [16, 26, 4]) for x, y in ((1280, 686), (1470, 758))]
        ),
        mix(METAL, BLUE, 0.4),
    )
