"""Tower houses with white tracery and coloured fanlights, prickly pear on a terrace: the last sun from the left."""

import numpy as np
import skia

from pictures.lighting import fade, two_tone
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, smooth, stroked
from pictures.textures import dry, even, slope

HIGH = mix(mix(BLUE, PLUM, 0.35), SKY, 0.25)
GLOW = mix(mix(OCHRE, BRICK, 0.3), SAND, 0.5)
CLAY = mix(mix(BRICK, OCHRE, 0.5), SAND, 0.12)
LIT = mix(mix(OCHRE, SAND, 0.45), PAPER, 0.1)
SHADE = mix(mix(PLUM, BLUE, 0.3), INK, 0.2)
LIME = mix(PAPER, SAND, 0.25)
GLASS: tuple[Ink, ...] = (OCHRE, mix(BRICK, OCHRE, 0.1), mix(BLUE, SKY, 0.2), mix(GREEN, OCHRE, 0.2))
TOWERS: tuple[tuple[float, float, float, int], ...] = (
    (-30.0, 250.0, 220.0, 1),
    (206.0, 330.0, 170.0, 1),
    (1250.0, 210.0, 210.0, 1),
    (1466.0, 310.0, 190.0, 1),
    (396.0, 180.0, 230.0, 0),
    (1010.0, 270.0, 220.0, 0),
    (660.0, 80.0, 300.0, 0),
)


def draw(press: Press) -> None:
    sky(press)
    for x, top, wide, depth in TOWERS:
        tower(press, (x, top), wide, depth)
    swifts(press)
    terrace(press)
    prickly_pear(press, (1150, 880), 1.25)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), GLOW)
    press.lay(rect(-10, -10, 1620, 1020), HIGH, fade((0, 400), (0, 160), 1.0))
    range_ = ground([(-10, 560), (200, 520), (420, 560), (700, 500), (960, 540), (1250, 490), (1610, 540)])
    press.lay(range_, mix(HIGH, GLOW, 0.35))
    for x, y, long in ((300, 420, 560), (1250, 380, 640), (880, 460, 420)):
        press.lay(
            brush([(x - long / 2, y), (x, y - 9), (x + long / 2, y + 2)], [1, 17, 1]),
            mix(GLOW, PAPER, 0.4),
            dry(even(0.85)),
        )


def tower(press: Press, at: Point, wide: float, depth: int) -> None:
    """Stone below, brick above, bands of zigzag between the floors, every window framed in white."""
    x, top = at
    base = mix(CLAY, HIGH, 0.3 * depth)
    dark = mix(mix(CLAY, SHADE, 0.62), HIGH, 0.25 * depth)
    lime = mix(LIME, HIGH, 0.3 * depth)
    flank = wide * 0.3
    front = rect(x, top, wide - flank, 1000 - top)
    two_tone(press, front, (base, LIT), fade((0, top + 330), (0, top + 20), 1.0 if not depth else 0.8))
    press.lay(rect(x + wide - flank, top, flank, 1000 - top), dark)
    press.lay(rect(x - 4, top - 10, wide + 8, 14), lime)
    steps = [
        poly(
            (x + 4 + 26 * n, top - 8),
            (x + 4 + 26 * n, top - 26),
            (x + 11 + 26 * n, top - 38),
            (x + 18 + 26 * n, top - 26),
            (x + 18 + 26 * n, top - 8),
        )
        for n in range(int(wide / 26))
    ]
    press.lay(join(*steps), lime)
    floors = np.arange(top + 26, 800, 138)
    for n, level in enumerate(floors):
        y = float(level)
        band(press, (x, y + 112), wide, (lime, flank))
        count = max(1, int((wide - flank) / 82))
        pitch = (wide - flank) / count
        for k in range(count):
            window(
                press, (x + pitch * (k + 0.5), y + 100), min(1.0, wide / 260), (lime, (n * 3 + k) if depth == 0 else -1)
            )
        slit = rect(x + wide - flank * 0.66, y + 44, flank * 0.32, 48)
        press.lay(slit, mix(SHADE, INK, 0.3))
        press.lay(stroked(slit, 4, False), mix(lime, dark, 0.45))


def band(press: Press, at: Point, wide: float, look: tuple[Ink, float]) -> None:
    x, y = at
    lime, flank = look
    zigzag = [(x + 13 * n, y + (9 if n % 2 else -3)) for n in range(int((wide - flank) / 13) + 1)]
    path = skia.Path()
    path.addPoly([skia.Point(a, b) for a, b in zigzag], False)
    press.lay(stroked(path, 4.5), lime)
    press.lay(join(rect(x, y - 11, wide - flank, 4), rect(x, y + 14, wide - flank, 4)), lime)
    press.lay(
        join(rect(x + wide - flank, y - 11, flank, 4), rect(x + wide - flank, y + 14, flank, 4)), mix(lime, SHADE, 0.5)
    )


def window(press: Press, at: Point, size: float, look: tuple[Ink, int]) -> None:
    """Shutters below, a half-moon of coloured glass above; a negative number leaves the glass dark."""
    lime, number = look

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, size)

    surround = smooth([(-32, 0, 1), (-32, -66), (-22, -90), (0, -100), (22, -90), (32, -66), (32, 0, 1)])
    press.lay(part(surround), lime)
    press.lay(part(rect(-23, -52, 46, 50)), mix(SHADE, BRICK, 0.25))
    press.lay(part(join(rect(-2, -52, 4, 50), rect(-23, -28, 46, 4))), mix(SHADE, INK, 0.5))
    moon = smooth([(-23, -58, 1), (-19, -76), (0, -88), (19, -76), (23, -58, 1)])
    press.lay(part(moon), SHADE if number < 0 else GLASS[number % 4])
    if number >= 0:
        wedge = poly((0, -58), (-14, -92), (14, -92))
        press.lay(part(wedge), GLASS[(number + 1) % 4], clip=part(moon))
        press.lay(part(bars([((0, -58), (-16, -86)), ((0, -58), (16, -86))], 3)), lime, clip=part(moon))
        press.lay(part(stroked(oval(0, -58, 11), 3)), lime, clip=part(moon))


def swifts(press: Press) -> None:
    wing = smooth([(-34, -14, 1), (-12, -4), (0, -8), (14, -6), (36, -18, 1), (12, 4), (0, 12, 1), (-8, 4)])
    places = (
        (330, 120, 1.0, 14),
        (420, 80, 0.8, -10),
        (500, 150, 0.7, 24),
        (1150, 110, 0.9, -16),
        (1080, 180, 0.7, 8),
        (250, 210, 0.7, -20),
    )
    press.lay(join(*[placed(wing, (x, y), size, turn) for x, y, size, turn in places]), INK)


def terrace(press: Press) -> None:
    """The parapet of the roof we look from."""
    press.lay(rect(-10, 868, 1620, 150), mix(CLAY, SHADE, 0.6))
    two_tone(
        press, rect(-10, 850, 1620, 30), (mix(LIME, SHADE, 0.2), LIT), dry(slope((100, 0), (1600, 0), (0.85, 0.2)))
    )
    diamonds = [poly((x, 906), (x + 30, 940), (x, 974), (x - 30, 940)) for x in range(20, 1620, 84)]
    press.lay(join(*[stroked(diamond, 7) for diamond in diamonds]), mix(LIME, SHADE, 0.45))
    press.lay(join(*[oval(x, 940, 7) for x in range(20, 1620, 84)]), mix(LIME, SHADE, 0.45))


def prickly_pear(press: Press, at: Point, size: float) -> None:
    """Flat pads with fruit along their rims, in a clay pot."""
    x, y = at
    pads = (
        (0.0, -130.0, 0.0, 1.0),
        (-52, -222, -34, 0.86),
        (50, -226, 30, 0.9),
        (-104, -300, -52, 0.7),
        (-24, -320, -8, 0.78),
        (36, -330, 10, 0.7),
        (112, -296, 52, 0.74),
        (84, -396, 24, 0.6),
    )
    pad = smooth([(0, 66), (-38, 34), (-44, -26), (-20, -66), (20, -66), (44, -26), (38, 34)])
    for n, (dx, dy, turn, scale) in enumerate(pads):
        spot = (x + dx * size, y + dy * size)
        shape = placed(pad, spot, scale * size, turn)
        press.lay(placed(shape, (5, 4)), mix(GREEN, INK, 0.5))
        two_tone(
            press,
            shape,
            (mix(GREEN, SKY, 0.1 + 0.05 * (n % 3)), mix(GREEN, INK, 0.45)),
            fade((spot[0] - 4, 0), (spot[0] + 48 * size, 0)),
        )
        press.lay(shape, mix(OCHRE, SAND, 0.4), fade((spot[0] - 22 * size, 0), (spot[0] - 48 * size, 0), 0.9))
        spines = [oval(a, b, 2.6) for a in (-22, 0, 22) for b in (-40, -14, 12, 38) if abs(a) + abs(b) < 56]
        press.lay(placed(join(*spines), spot, scale * size, turn), LIME)
        if n > 2:
            fruit = [
                placed(oval(0, -7, 9, 13), (a, b), 1.0, lean)
                for a, b, lean in ((-22, -66, -22), (2, -74, 0), (26, -62, 24))
            ]
            press.lay(placed(join(*fruit), spot, scale * size, turn), BRICK)
    pot = poly((x - 78 * size, y - 96 * size), (x + 78 * size, y - 96 * size), (x + 56 * size, y), (x - 56 * size, y))
    two_tone(press, pot, (mix(BRICK, OCHRE, 0.25), SHADE), fade((x - 10, 0), (x + 80 * size, 0)))
    press.lay(rect(x - 86 * size, y - 112 * size, 172 * size, 26 * size), mix(BRICK, OCHRE, 0.4))
    press.lay(line([(x - 70 * size, y - 50 * size), (x, y - 44 * size), (x + 66 * size, y - 50 * size)], 6), LIME)
