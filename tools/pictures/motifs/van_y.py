"""A palm-leaf hat and a welder's mask on a bamboo rack by flooded rice fields, karst hills behind: a bright morning."""

import skia

from pictures.bamboo import cane
from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, rounded, smooth
from pictures.textures import dry, even, slope

AIR = mix(mix(SKY, PAPER, 0.3), SAND, 0.2)
MIRROR = mix(SKY, PAPER, 0.35)
RICE = mix(mix(GREEN, OCHRE, 0.34), SKY, 0.3)
DEEP = mix(GREEN, INK, 0.12)
SUN = mix(SAND, PAPER, 0.5)
BANK = 886.0
BAR = 268.0  # where the rack's crossbar hangs


def draw(press: Press) -> None:
    sky(press)
    fields(press)
    bank(press)
    rack(press)
    hat(press, (610, 400))
    mask(press, (1000, 440))
    basket(press, (624, 936))
    grasses(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 560), AIR)
    press.lay(rect(-10, -10, 1620, 560), mix(SKY, BLUE, 0.2), fade((0, 130), (0, -40)))
    for reach, share in ((130.0, 0.4), (84.0, 0.5)):
        press.lay(oval(300, 190, reach), SUN, veil(share))
    press.lay(oval(300, 190, 46), PAPER)
    far = [
        (-20, 420),
        (60, 330),
        (130, 300),
        (190, 380),
        (270, 430),
        (340, 340),
        (420, 240),
        (500, 270),
        (540, 400),
        (640, 430),
    ]
    far += [
        (740, 330),
        (820, 210),
        (900, 250),
        (930, 390),
        (1040, 410),
        (1120, 300),
        (1190, 270),
        (1250, 390),
        (1360, 400),
    ]
    far += [(1440, 250), (1520, 220), (1570, 330), (1620, 360)]
    press.lay(ground(far, 560), mix(AIR, BLUE, 0.26))
    near = [(-20, 330), (60, 300), (130, 330), (170, 450), (300, 486), (520, 480), (700, 490), (1180, 486), (1270, 440)]
    near += [(1310, 330), (1390, 290), (1470, 340), (1510, 450), (1620, 470)]
    hills = ground(near, 560)
    press.lay(hills, mix(mix(GREEN, BLUE, 0.3), AIR, 0.3))
    press.lay(hills, DEEP, fade((300, 400), (-20, 470), 0.8), hills)
    for x, y, long in ((360, 476, 620), (1150, 486, 760)):
        haze = smooth([(x - long / 2, y), (x, y - 22), (x + long / 2, y), (x, y + 20)])
        press.lay(haze, PAPER, veil(0.75))


def fields(press: Press) -> None:
    """Flooded and grown fields by turns, their rows wider apart the nearer they are."""
    y = 500.0
    for n, deep in enumerate((34.0, 46, 64, 90, 160)):
        press.lay(rect(-10, y, 1620, deep), MIRROR if n % 2 else mix(RICE, SAND, 0.14))
        if n % 2:
            press.lay(rect(-10, y, 1620, deep), mix(GREEN, SKY, 0.5), dry(slope((800, y), (800, y + deep), (0.0, 0.5))))
        pitch = 30 + 9.0 * n
        tufts = []
        for k in range(int(1640 / pitch)):
            x = -10 + pitch * (k + 0.5 * (n % 2))
            for level in range(3):
                foot, tall = y + deep * (0.3 + 0.3 * level), 12 + 7.0 * n
                shift = (x - 800) * 0.05 * level
                tufts += [
                    brush([(x + shift, foot), (x + shift + lean * (2 + n), foot - tall)], [4 + n, 1])
                    for lean in (-1.6, 0, 1.6)
                ]
        press.lay(join(*tufts), DEEP if n % 2 else mix(GREEN, OCHRE, 0.08))
        press.lay(rect(-10, y + deep - 3, 1620, 7 + 3 * n), mix(BRICK, GREEN, 0.55))
        y += deep
    egret = join(
        smooth([(-14, 0), (0, -12), (16, -8), (24, 0, 1), (6, 6)]), line([(-10, -4), (-18, -16), (-14, -26)], 4)
    )
    for x, foot, size in ((1240.0, 662.0, 1.6), (1320, 650, -1.3), (340, 560, 1.0)):
        press.lay(placed(bars([((0, 4), (0, 22))], 2), (x, foot), (size, abs(size))), INK)
        press.lay(placed(egret, (x, foot), (size, abs(size))), PAPER)


def bank(press: Press) -> None:
    near = ground([(-10, BANK), (400, BANK - 12), (900, BANK), (1300, BANK - 10), (1610, BANK + 6)])
    two_tone(press, near, (mix(GREEN, INK, 0.3), mix(GREEN, INK, 0.6)), dry(slope((0, BANK), (0, 1010), (0.05, 0.8))))


def rack(press: Press) -> None:
    """Two posts and a bar; the welder's cable is wound round the right one."""
    for x in (450.0, 1150.0):
        press.glaze(
            poly((x, 930), (x + 20, 930), (x + 260, 972), (x + 200, 972)), mix(GREEN, INK, 0.3), dry(even(0.85))
        )
        cane(press, (x, 196), (x, 936), 30)
    cane(press, (400, BAR), (1200, BAR), 24)
    ties = [rect(x - 19, BAR - 16 + 9 * n, 38, 6) for x in (450.0, 1150.0) for n in range(4)]
    press.lay(join(*ties), mix(BRICK, PLUM, 0.3))
    loops = [placed(oval(0, 0, 62 - 5 * n, 108 - 6 * n), (1152 + 4 * n, 700 + 3 * n)) for n in range(3)]
    for n, loop in enumerate(loops):
        outline = [
            (loop.computeTightBounds().centerX() + (62 - 5 * n) * dx, 700 + (108 - 6 * n) * dy)
            for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0), (0, -1))
        ]
        press.lay(line(outline, 13), INK)
        press.lay(line([(px - 3, py - 2) for px, py in outline], 3), mix(BRICK, SAND, 0.3))
    press.lay(placed(rounded((-52, -13, 104, 26), 10), (1130, 838), 1.0, -66), mix(BRICK, PLUM, 0.1))
    press.lay(placed(rect(-88, -8, 40, 16), (1130, 838), 1.0, -66), mix(OCHRE, SAND, 0.2))


def hat(press: Press, at: Point) -> None:
    """A cone of palm leaf on its peg, the chin band hanging loose."""
    x, y = at
    press.lay(
        line([(x - 108, y + 104), (x - 50, y + 200), (x + 40, y + 208), (x + 106, y + 104)], 7), mix(BRICK, PLUM, 0.1)
    )
    cone = smooth(
        [
            (x, y - 104, 1),
            (x + 78, y + 6),
            (x + 152, y + 92, 1),
            (x + 58, y + 124),
            (x - 58, y + 124),
            (x - 152, y + 92, 1),
            (x - 78, y + 6),
        ]
    )
    two_tone(press, cone, (mix(SAND, OCHRE, 0.3), mix(PLUM, BRICK, 0.3)), fade((x + 10, y), (x - 154, y + 60), 0.95))
    press.lay(cone, SUN, fade((x + 60, y + 20), (x + 154, y + 70), 0.9))
    for n in range(1, 9):
        t = n / 9
        ring = [
            (x - 152 * t, y - 104 + 196 * t),
            (x - 58 * t, y - 104 + 228 * t),
            (x + 58 * t, y - 104 + 228 * t),
            (x + 152 * t, y - 104 + 196 * t),
        ]
        press.lay(line(ring, 2.4), mix(OCHRE, PLUM, 0.4), clip=cone)
    seams: list[tuple[Point, Point]] = [((x, y - 104), (x + dx, y + 130)) for dx in (-124, -66, 0, 66, 124)]
    press.lay(bars(seams, 1.8), mix(OCHRE, PLUM, 0.4), clip=cone)
    press.lay(bars([((x, BAR), (x, y - 100))], 5), mix(BRICK, PLUM, 0.3))


def mask(press: Press, at: Point) -> None:
    """A welder's shield with its dark window, on a peg."""
    x, y = at
    shape = smooth(
        [
            (x - 96, y - 96),
            (x, y - 132),
            (x + 96, y - 96),
            (x + 116, y),
            (x + 100, y + 96),
            (x + 46, y + 178),
            (x - 46, y + 178),
            (x - 100, y + 96),
            (x - 116, y),
        ]
    )
    press.lay(bars([((x - 6, BAR), (x - 40, y - 112)), ((x + 6, BAR), (x + 40, y - 112))], 6), mix(BRICK, PLUM, 0.3))
    two_tone(press, shape, (mix(BLUE, INK, 0.3), INK), fade((x + 10, y), (x + 120, y + 60)))
    press.lay(shape, mix(SUN, BLUE, 0.25), fade((x - 50, y), (x - 124, y + 10), 0.95))
    press.lay(rounded((x - 76, y - 52, 152, 80), 10), mix(BLUE, SKY, 0.25))
    press.lay(rounded((x - 62, y - 40, 124, 56), 6), INK)
    press.lay(
        poly((x - 56, y + 12), (x - 16, y - 38), (x + 8, y - 38), (x - 32, y + 12)), mix(GREEN, SKY, 0.5), veil(0.8)
    )
    press.lay(join(rect(x - 40, y + 96, 80, 8), rect(x - 34, y + 118, 68, 8)), mix(BLUE, INK, 0.6))


def basket(press: Press, at: Point) -> None:
    """Rice seedlings in a basket on the bank, under the hat; `at` is the middle of its foot."""
    scale = 1.25

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, scale)

    x = at[0]
    press.glaze(
        part(smooth([(-60, -4), (80, -12), (240, 12), (180, 30), (-40, 16)])), mix(GREEN, INK, 0.5), dry(even(0.9))
    )
    seedlings = []
    for n in range(15):
        foot, tip = -78 + 11.0 * n, (-98 + 14.0 * n, -204 - 16.0 * (n % 4))
        seedlings.append(part(brush([(foot, -100), (foot - 4 + 4 * (n % 3), -160 - 12 * (n % 3)), tip], [7, 6, 1])))
    press.lay(join(*seedlings[::2]), mix(GREEN, INK, 0.1))
    press.lay(join(*seedlings[1::2]), mix(GREEN, OCHRE, 0.45))
    wall = smooth([(-98, -106, 1), (98, -106, 1), (86, -32), (58, 0, 1), (-58, 0, 1), (-86, -32)])
    two_tone(press, part(wall), (mix(OCHRE, SAND, 0.1), mix(BRICK, PLUM, 0.3)), fade((x - 10, 0), (x + 120, 0)))
    weaving: list[tuple[Point, Point]] = [((-108, -88 + 20.0 * n), (112, -88 + 20.0 * n)) for n in range(5)]
    weaving += [((-92 + 24.0 * n, -112), (-84 + 22.0 * n, 4)) for n in range(9)]
    press.lay(part(bars(weaving, 4)), mix(BRICK, PLUM, 0.4), clip=part(wall))
    press.lay(part(rounded((-106, -116, 212, 18), 8)), mix(OCHRE, SAND, 0.45))


def grasses(press: Press) -> None:
    blades = []
    for x in [*press.rng.uniform(-10, 420, 46), *press.rng.uniform(1220, 1610, 42), *press.rng.uniform(700, 1100, 16)]:
        foot, tall, lean = press.rng.uniform(960, 1020), press.rng.uniform(40, 110), press.rng.uniform(-24, 24)
        blades.append(brush([(x, foot), (x + lean * 0.3, foot - tall * 0.6), (x + lean, foot - tall)], [9, 7, 1]))
    press.lay(join(*blades[::2]), mix(GREEN, OCHRE, 0.25))
    press.lay(join(*blades[1::2]), RICE)
