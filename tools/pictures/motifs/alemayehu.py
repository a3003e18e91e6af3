"""A wide dry plain early in the morning: one road to the horizon, an acacia, and rain from a single cloud far away."""

import skia

from pictures.forms import stone
from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, brush, ground, join, oval, poly, rect, smooth
from pictures.textures import dry, even, glow, grain, slope

HIGH = mix(mix(BLUE, SKY, 0.6), PLUM, 0.1)
ROSE = mix(mix(BRICK, SAND, 0.62), PAPER, 0.28)
FIRST_LIGHT = mix(mix(SAND, OCHRE, 0.12), PAPER, 0.45)
CLOUD = mix(mix(BLUE, PLUM, 0.35), SKY, 0.3)
RIM = mix(ROSE, PAPER, 0.45)
FAR = mix(mix(PLUM, BLUE, 0.5), SKY, 0.45)
PLAIN = mix(mix(SAND, BRICK, 0.22), PLUM, 0.14)
STRAW = mix(SAND, OCHRE, 0.22)
DEEP = mix(mix(PLUM, BRICK, 0.4), INK, 0.15)
ROAD = mix(mix(SAND, PAPER, 0.45), PLUM, 0.08)
BARK = mix(PLUM, INK, 0.6)
LEAF = mix(GREEN, INK, 0.25)
HORIZON = 668.0


def draw(press: Press) -> None:
    sky(press)
    rain(press)
    plain(press)
    road(press)
    acacia(press)
    near(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 720), HIGH)
    press.lay(rect(-10, -10, 1620, 720), ROSE, grain(slope((500, 120), (760, 640), (0.0, 1.0))))
    press.lay(rect(400, 200, 1220, 520), FIRST_LIGHT, grain(glow((1330, 700), (120, 640), (1.0, 0.0))))
    for x, y, length, thick in ((1240, 118, 720, 26), (930, 206, 420, 16), (1420, 268, 520, 18), (1120, 352, 300, 12)):
        streak = brush(
            [(x - length / 2, y + 8), (x - length / 5, y - 4), (x + length / 4, y + 3), (x + length / 2, y - 6)],
            [2, thick, thick * 0.8, 2],
        )
        two_tone(press, streak, (mix(HIGH, PLUM, 0.25), RIM), fade((0, y - 2), (0, y + thick * 0.6)))


def rain(press: Press) -> None:
    """One heaped cloud, its eastern edge already in the light, and what falls from it."""
    shower = poly((130, 400), (640, 400), (520, HORIZON + 10), (-20, HORIZON + 10))
    press.lay(shower, mix(CLOUD, SKY, 0.2), veil(0.55))
    threads = [brush([(x, 400), (x - 60, 540), (x - 122, 672)], [2, 9, 3]) for x in range(160, 640, 46)]
    press.lay(join(*threads), CLOUD, veil(0.55))
    top: list[tuple[float, ...]] = [
        (-60, 410),
        (-20, 330),
        (60, 300),
        (96, 214),
        (196, 196),
        (250, 122),
        (352, 112),
        (420, 160),
        (500, 168),
        (548, 236),
        (640, 262),
        (668, 320),
        (760, 350),
        (790, 392),
        (700, 412),
        (560, 404),
        (420, 424),
        (260, 408),
        (100, 426),
    ]
    heap = smooth(top)
    press.lay(heap, CLOUD)
    for x, y, rx, ry in ((352, 196, 110, 92), (500, 258, 112, 96), (180, 282, 118, 92), (640, 340, 118, 78)):
        press.lay(
            oval(x, y, rx, ry), RIM, grain(slope((x - rx * 0.1, y + 30), (x + rx, y - ry * 0.7), (0.0, 1.0))), heap
        )
    press.lay(heap, mix(CLOUD, INK, 0.35), grain(slope((0, 320), (0, 430), (0.0, 0.9))))


def plain(press: Press) -> None:
    hills = [(-10.0, 640.0), (160, 632), (300, 652), (460, 640), (620, 660), (820, 656), (980, 628), (1100, 622)]
    press.lay(ground([*hills, (1190, 650), (1330, 662), (1480, 640), (1610, 632)], 720), FAR)
    land = ground([(-10, HORIZON), (500, HORIZON - 4), (1000, HORIZON), (1610, HORIZON - 2)])
    press.lay(land, PLAIN)
    press.lay(land, mix(FAR, PLAIN, 0.4), dry(slope((900, 0), (0, 0), (0.1, 0.75))), rect(-10, 660, 1620, 90))
    press.lay(land, STRAW, dry(slope((300, 860), (1500, 700), (0.12, 0.72))))
    press.lay(land, DEEP, dry(slope((0, 830), (0, 1010), (0.0, 0.7))))
    tufts = []
    for _ in range(120):
        depth = press.rng.uniform(0, 1) ** 1.6
        x, y = press.rng.uniform(-10, 1610), HORIZON + 14 + 210 * depth
        size = 5 + 22 * depth
        tufts.append(
            smooth([(x - size, y), (x - size * 0.4, y - size * 0.5), (x + size * 0.5, y - size * 0.4), (x + size, y)])
        )
    press.lay(join(*tufts), mix(mix(GREEN, PLUM, 0.4), STRAW, 0.35))


def road(press: Press) -> None:
    """Two ruts of pale dust that meet far off, right of the rain."""
    bed = smooth(
        [
            (430, 1010, 1),
            (640, 880),
            (890, 790),
            (900, 742),
            (812, 706),
            (790, 684),
            (802, HORIZON + 2, 1),
            (808, HORIZON + 2, 1),
            (806, 684),
            (846, 704),
            (966, 738),
            (1000, 800),
            (890, 900),
            (820, 1010, 1),
        ]
    )
    press.lay(bed, ROAD)
    press.lay(bed, mix(PLAIN, PLUM, 0.25), dry(slope((0, 720), (0, 1010), (0.1, 0.5))))
    ridge = brush([(630, 1010), (770, 890), (940, 796), (928, 744), (830, 706)], [44, 26, 13, 7, 2])
    press.lay(ridge, mix(STRAW, DEEP, 0.3), dry(even(0.95)))


def acacia(press: Press) -> None:
    x, foot = 1240.0, 790.0
    shadow = [(x + 6, foot - 6), (x - 130, foot + 22), (x - 300, foot + 40), (x - 560, foot + 74)]
    press.glaze(brush(shadow, [26, 22, 60, 6]), mix(PLUM, SAND, 0.35), dry(even(0.92)))
    trunk = join(
        brush([(x, foot), (x + 4, 700), (x - 12, 600), (x - 8, 450)], [34, 24, 20, 10]),
        brush([(x - 6, 640), (x - 70, 560), (x - 160, 500)], [16, 12, 6]),
        brush([(x, 620), (x + 66, 540), (x + 170, 484)], [17, 12, 6]),
        brush([(x - 10, 580), (x + 24, 520), (x + 50, 470)], [12, 9, 5]),
    )
    press.lay(trunk, BARK)
    press.lay(brush([(x + 11, foot - 6), (x + 12, 700), (x - 3, 610)], [9, 6, 4]), mix(BRICK, SAND, 0.4))
    for tuft in (
        crown(press, (x - 170, 506), (130, 26)),
        crown(press, (x + 190, 490), (140, 28)),
        crown(press, (x - 60, 466), (190, 34)),
        crown(press, (x + 96, 444), (180, 34)),
        crown(press, (x + 6, 424), (120, 26)),
    ):
        box = tuft.computeTightBounds()
        lit = grain(slope((box.centerX(), box.centerY() + 8), (box.right(), box.top()), (0.0, 0.9)))
        two_tone(press, tuft, (LEAF, mix(mix(GREEN, OCHRE, 0.55), SAND, 0.2)), lit)


def crown(press: Press, centre: Point, radii: Point) -> skia.Path:
    """One level tuft, flat above and ragged all round."""
    rim = []
    for step in range(-9, 10):
        u = step / 9
        rim.append((centre[0] + radii[0] * u, centre[1] - radii[1] * (1 - u * u) ** 0.6 + press.rng.uniform(-6, 6)))
    for step in range(8, -9, -1):
        u = step / 9
        rim.append(
            (centre[0] + radii[0] * u, centre[1] + radii[1] * 0.5 * (1 - u * u) ** 0.5 + press.rng.uniform(-5, 5))
        )
    return smooth(rim)


def near(press: Press) -> None:
    for x, y, half in ((250, 944, 46), (328, 962, 26), (1010, 930, 22), (1480, 962, 58), (1396, 978, 30)):
        press.glaze(oval(x - half * 0.9, y + 2, half * 1.5, half * 0.2), mix(PLUM, SAND, 0.3))
        two_tone(press, stone(x, y, half), (DEEP, ROSE), fade((x, y), (x + half, y - half * 0.6)))
    blades = []
    for x in (30, 70, 150, 380, 1130, 1180, 1290, 1560, 1590):
        for lean in (-26, -15, -5, 6, 16, 28):
            tall = press.rng.uniform(40, 84)
            blades.append(brush([(x, 1004), (x + lean * 0.4, 1004 - tall * 0.6), (x + lean, 1004 - tall)], [5, 4, 1]))
    press.lay(join(*blades[::2]), mix(DEEP, INK, 0.4))
    press.lay(join(*blades[1::2]), STRAW)
