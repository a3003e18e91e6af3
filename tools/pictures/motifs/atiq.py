"""Spring below the snow: flat-roofed houses of clay up a slope, a water channel, mulberry trees in their first leaf."""

import skia

from pictures.forms import clump, shaded, stone
from pictures.lighting import fade, two_tone
from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, ground, join, line, oval, placed, poly, rect, smooth
from pictures.textures import dry, even, grain, hatch, slope

AIR = mix(SKY, PAPER, 0.4)
RANGE = mix(mix(BLUE, PLUM, 0.2), SKY, 0.4)
HILL = mix(mix(SAND, OCHRE, 0.25), BRICK, 0.1)
HILL_SHADE = mix(mix(PLUM, BRICK, 0.4), SAND, 0.45)
CLAY = mix(mix(SAND, OCHRE, 0.2), PAPER, 0.18)
CLAY_SHADE = mix(mix(PLUM, BRICK, 0.45), SAND, 0.3)
SPROUT = ink("#9DB04C")
WHEAT = mix(SPROUT, GREEN, 0.22)
MEADOW = mix(SPROUT, GREEN, 0.55)
DEEP = mix(GREEN, INK, 0.2)
FRESH = mix(SPROUT, PAPER, 0.18)
WATER = mix(BLUE, SKY, 0.45)
BARK = mix(PLUM, INK, 0.5)
SHADOW = mix(mix(GREEN, BLUE, 0.4), SAND, 0.3)
#: The steps of the village, far to near: where its row stands on the left, how it falls to the right, its houses' size.
ROWS = ((276, 0.16, 0.5), (330, 0.19, 0.58), (390, 0.2, 0.68), (458, 0.2, 0.8), (534, 0.17, 0.94))


def draw(press: Press) -> None:
    mountains(press)
    hillside(press)
    village(press)
    fields(press)
    channel(press)
    for x, y, size in ((1030, 674, 0.5), (850, 694, 0.58), (1200, 734, 0.74), (1440, 806, 1.12), (320, 832, 0.86)):
        mulberry(press, (x, y), size)
    near(press)


def mountains(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), AIR)
    press.lay(rect(-10, -10, 1620, 420), mix(SKY, BLUE, 0.2), fade((0, 230), (0, -60)))
    peaks = [(-10.0, 330.0), (150, 250), (290, 300), (470, 190), (600, 262), (740, 206), (860, 250), (1080, 66)]
    peaks += [(1220, 190), (1310, 150), (1430, 226), (1540, 160), (1610, 210)]
    massif = poly(*peaks, (1610, 620), (-10, 620))
    press.lay(massif, RANGE)
    lit, cold = snowfields(press.rng, peaks, 150)
    press.lay(lit, PAPER, clip=massif)
    press.lay(cold, mix(SKY, BLUE, 0.25), clip=massif)
    press.lay(massif, AIR, grain(slope((0, 330), (0, 520), (0.0, 0.95))))
    spur = ground([(620, 520), (860, 470), (1040, 500), (1240, 424), (1430, 462), (1610, 400)], 660)
    two_tone(
        press,
        spur,
        (mix(HILL, SKY, 0.4), mix(HILL_SHADE, SKY, 0.25)),
        hatch(slope((700, 0), (1610, 0), (0.2, 0.5)), 24, 28),
    )


def hillside(press: Press) -> None:
    slope_of_clay = ground(
        [(-10, 226), (140, 232), (330, 270), (560, 352), (820, 470), (1080, 574), (1300, 624), (1610, 640)], 720
    )
    shaded(press, slope_of_clay, HILL, HILL_SHADE, slope((500, 300), (820, 620), (0.05, 0.5)))
    gullies = [
        brush([(120, 236), (160, 300), (150, 360)], [3, 10, 3]),
        brush([(330, 272), (380, 320), (400, 372)], [3, 12, 3]),
        brush([(560, 354), (620, 400), (640, 450)], [3, 12, 3]),
    ]
    press.lay(join(*gullies), HILL_SHADE, grain(even(0.7)))


def village(press: Press) -> None:
    """Each row of houses stands on a level of its own, its roofs the yards of the next."""
    for left, fall, size in ROWS:
        x = -60 + press.rng.uniform(0, 50)
        end = 330 + 560 * size
        while x < end:
            wide, tall = press.rng.uniform(104, 150) * size, press.rng.uniform(70, 96) * size
            foot = left + fall * x + press.rng.uniform(-8, 8) + 46 * size
            house(press, (x, foot - tall, wide, tall), size, mix(CLAY, HILL, press.rng.uniform(0.0, 0.5)))
            x += wide * press.rng.uniform(1.16, 1.44)


def house(press: Press, box: tuple[float, float, float, float], size: float, clay: Ink) -> None:
    """A box of clay seen from the valley a little to its right: front in the sun, side in the shade, flat roof."""
    x, y, wide, tall = box
    deep, rise = 40 * size, 18 * size
    press.lay(
        poly((x + wide, y), (x + wide + deep, y - rise), (x + wide + deep, y + tall), (x + wide, y + tall)),
        mix(clay, CLAY_SHADE, 0.8),
    )
    press.lay(rect(x, y, wide, tall), clay)
    press.lay(poly((x, y), (x + deep, y - rise), (x + wide + deep, y - rise), (x + wide, y)), mix(clay, PAPER, 0.5))
    ends = [oval(x + wide * share, y + 10 * size, 4 * size) for share in (0.1, 0.25, 0.4, 0.55, 0.7, 0.85)]
    press.lay(join(*ends), BARK)
    opening = mix(BLUE, PLUM, 0.5)
    if press.rng.uniform() < 0.4:
        press.lay(rect(x + wide * 0.14, y + tall * 0.42, 24 * size, tall * 0.58), mix(GREEN, SKY, 0.25))
        press.lay(rect(x + wide * 0.58, y + tall * 0.34, 22 * size, 26 * size), opening)
    else:
        press.lay(
            join(*[rect(x + wide * share, y + tall * 0.34, 20 * size, 26 * size) for share in (0.16, 0.44, 0.72)]),
            opening,
        )


def fields(press: Press) -> None:
    terrace = ground([(-10, 660), (300, 660), (640, 668), (1000, 652), (1300, 632), (1610, 622)])
    two_tone(press, terrace, (WHEAT, MEADOW), hatch(slope((0, 640), (0, 760), (0.25, 0.5)), 16, 4))
    press.lay(
        line([(-10, 660), (300, 660), (640, 668), (1000, 652), (1300, 632), (1610, 622)], 7), mix(HILL, BARK, 0.25)
    )
    step = ground([(-10, 736), (260, 726), (620, 736), (960, 722), (1240, 706), (1610, 712)])
    two_tone(press, step, (MEADOW, DEEP), dry(slope((0, 720), (0, 940), (0.1, 0.5))))
    blossom = [
        oval(*at, 5, 3.4) for at in zip(press.rng.uniform(0, 1600, 60), press.rng.uniform(760, 980, 60), strict=True)
    ]
    press.lay(join(*blossom), mix(PAPER, SAND, 0.2))


def channel(press: Press) -> None:
    """Snow water led along the foot of the slope and down between the trees."""
    course: list[Point] = [(1610, 676), (1420, 676), (1200, 688), (1010, 714), (880, 756), (780, 840), (700, 1030)]
    widths = [10.0, 14, 20, 32, 58, 116, 230]
    press.lay(brush(course, [wide * 1.5 + 8 for wide in widths]), mix(HILL, PAPER, 0.15))
    press.lay(brush([(x + 3, y + 3) for x, y in course], [wide * 1.22 for wide in widths]), HILL_SHADE)
    water = brush(course, widths)
    two_tone(press, water, (WATER, mix(SKY, PAPER, 0.35)), dry(slope((0, 690), (0, 1000), (0.65, 0.3))))
    ripples = [
        line([(x, y), (x + half, y - 5), (x + 2 * half, y + 1)], 4)
        for x, y, half in (
            (736, 880, 24),
            (760, 918, 34),
            (690, 950, 36),
            (720, 984, 34),
            (776, 836, 18),
            (850, 784, 12),
        )
    ]
    press.lay(join(*ripples), PAPER, clip=water)


def mulberry(press: Press, at: Point, size: float) -> None:
    """A tree lopped every winter: a stout bole, a fist of short boughs, a round head of new leaves."""
    press.glaze(
        placed(smooth([(-20, 6), (90, -6), (250, 0), (280, 18), (120, 30), (0, 18)]), at, size), SHADOW, dry(even(0.95))
    )
    boughs = [
        brush([(0, 10), (-4, -70), (2, -128)], [46, 32, 38]),
        brush([(-2, -100), (-50, -170), (-86, -210)], [26, 18, 8]),
        brush([(0, -110), (-10, -190), (-24, -250)], [24, 17, 8]),
        brush([(6, -106), (48, -176), (70, -230)], [26, 18, 8]),
        brush([(8, -100), (76, -150), (116, -180)], [20, 13, 6]),
    ]
    bole = placed(join(*boughs), at, size)
    two_tone(press, bole, (BARK, mix(BRICK, SAND, 0.4)), fade((at[0] + 6 * size, 0), (at[0] - 26 * size, 0)))
    for x, y, rx, ry in (
        (94, -196, 78, 56),
        (-82, -206, 84, 60),
        (50, -262, 92, 62),
        (-36, -278, 96, 64),
        (4, -214, 70, 46),
    ):
        leaves: skia.Path = placed(clump(press.rng, (x, y), (rx, ry), 0.16, 20), at, size)
        cx, cy = at[0] + x * size, at[1] + y * size
        two_tone(
            press,
            leaves,
            (mix(SPROUT, GREEN, 0.42), FRESH),
            fade((cx + rx * 0.4 * size, cy + ry * 0.5 * size), (cx - rx * 0.6 * size, cy - ry * size)),
        )


def near(press: Press) -> None:
    for x, y, half in ((480, 960, 52), (550, 986, 30), (930, 966, 60), (1020, 988, 34)):
        two_tone(
            press,
            stone(x, y, half),
            (mix(HILL, PAPER, 0.2), HILL_SHADE),
            fade((x - half * 0.2, y - half * 0.3), (x + half, y)),
        )
    blades = []
    for x in press.rng.uniform(-10, 1610, 150):
        if 560 < x < 840:
            continue
        lean, tall = press.rng.uniform(-14, 14), press.rng.uniform(26, 70)
        blades.append(brush([(x, 1008), (x + lean * 0.4, 1008 - tall * 0.6), (x + lean, 1008 - tall)], [6, 5, 1]))
    press.lay(join(*blades[::2]), FRESH)
    press.lay(join(*blades[1::2]), DEEP)
