"""A new railway on tall piers over an old quarter of tin roofs, just after rain; hills behind, a bow over them."""

from pictures.forms import clump, shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import bars, brush, cut, ground, join, oval, poly, rect
from pictures.textures import dry, even, grain, slope

CLOUDY = mix(mix(BLUE, PLUM, 0.3), SKY, 0.42)
CLEARING = mix(SAND, PAPER, 0.4)
HILLS = mix(mix(GREEN, BLUE, 0.4), SKY, 0.3)
TIN = (
    mix(BRICK, PLUM, 0.2),
    mix(BRICK, OCHRE, 0.35),
    mix(SKY, BLUE, 0.4),
    mix(PLUM, SAND, 0.35),
    mix(BRICK, SAND, 0.3),
)
CONCRETE = mix(mix(SAND, SKY, 0.35), PAPER, 0.25)
CONCRETE_SHADE = mix(mix(BLUE, PLUM, 0.45), SKY, 0.3)


def draw(press: Press) -> None:
    sky(press)
    towers(press)
    quarter(press)
    viaduct(press)
    train(press)
    trees(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), CLOUDY)
    press.lay(rect(-10, -10, 1620, 640), CLEARING, grain(slope((900, 250), (1500, 560), (0.0, 1.1))))
    for reach, colour in (
        (470, BRICK),
        (448, OCHRE),
        (426, mix(OCHRE, SAND, 0.6)),
        (404, mix(GREEN, SKY, 0.4)),
        (382, BLUE),
    ):
        ring = cut(oval(560, 600, reach + 12), oval(560, 600, reach - 12))
        press.lay(ring, mix(colour, CLOUDY, 0.42), clip=rect(-10, -10, 1620, 600))
    for x, y, long in ((300, 90, 700), (1060, 150, 560), (1460, 70, 500)):
        press.lay(
            brush([(x - long / 2, y), (x - 60, y - 16), (x + 90, y + 8), (x + long / 2, y - 4)], [2, 60, 48, 2]),
            mix(CLOUDY, INK, 0.2),
            dry(even(0.9)),
        )
    press.lay(
        ground([(-10, 430), (200, 380), (420, 420), (700, 360), (960, 400), (1240, 350), (1450, 390), (1610, 370)]),
        HILLS,
    )
    press.lay(ground([(-10, 480), (300, 450), (800, 470), (1300, 430), (1610, 440)]), mix(HILLS, CLEARING, 0.3))


def towers(press: Press) -> None:
    """A few new blocks far off, one still wears its crane."""
    for x, top, wide in (
        (160, 330, 70),
        (250, 380, 60),
        (1120, 300, 84),
        (1222, 350, 64),
        (1330, 250, 76),
        (1430, 330, 90),
    ):
        wall = mix(CONCRETE_SHADE, CLEARING, 0.3)
        press.lay(rect(x, top, wide, 300), wall)
        press.lay(rect(x + wide * 0.6, top, wide * 0.4, 300), mix(CLEARING, SAND, 0.3))
        panes = [rect(x + 8 + 15 * c, top + 16 + 24 * r, 9, 13) for r in range(8) for c in range(int(wide * 0.5 / 15))]
        press.lay(join(*panes), mix(BLUE, INK, 0.2))
    press.lay(
        bars(
            [
                ((1368.0, 250.0), (1368.0, 168.0)),
                ((1330.0, 176.0), (1470.0, 176.0)),
                ((1368.0, 168.0), (1440.0, 176.0)),
            ],
            5,
        ),
        INK,
    )


def quarter(press: Press) -> None:
    """Pitched tin roofs, wet and bright on the side of the light, row behind row."""
    press.lay(rect(-10, 560, 1620, 460), mix(PLUM, INK, 0.35))
    for row, (y, size) in enumerate(((560, 0.5), (610, 0.64), (680, 0.82), (770, 1.05), (890, 1.4))):
        x = -90.0 + 50 * (row % 2)
        while x < 1640:
            wide = press.rng.uniform(130, 220) * size
            roof(press, (x, y + press.rng.uniform(-14, 14) * size), wide, TIN[int(press.rng.integers(len(TIN)))])
            x += wide * press.rng.uniform(0.86, 1.02)


def roof(press: Press, at: tuple[float, float], wide: float, tin: Ink) -> None:
    x, y = at
    tall = wide * 0.36
    press.lay(rect(x + 6, y, wide - 12, wide), mix(mix(SAND, PLUM, 0.45), tin, 0.2))
    press.lay(rect(x + wide * 0.62, y, wide * 0.38 - 6, wide), mix(SAND, OCHRE, 0.25))
    press.lay(rect(x + wide * 0.2, y + tall * 0.3, wide * 0.16, wide * 0.2), mix(PLUM, INK, 0.6))
    press.lay(rect(x + wide * 0.72, y + tall * 0.3, wide * 0.12, wide * 0.2), mix(GREEN, INK, 0.2))
    press.lay(
        poly((x - 6, y + 4), (x + wide * 0.2, y - tall), (x + wide * 0.74, y - tall), (x + wide * 0.6, y + 4)), tin
    )
    press.lay(
        poly((x + wide * 0.6, y + 4), (x + wide * 0.74, y - tall), (x + wide + 6, y + 4)), mix(tin, CLEARING, 0.6)
    )
    ribs = [((x + wide * (0.2 + 0.54 * n / 6), y - tall), (x + wide * 0.6 * n / 6, y + 4)) for n in range(1, 6)]
    press.lay(bars(ribs, max(1.5, wide * 0.012)), mix(tin, INK, 0.3))


def viaduct(press: Press) -> None:
    """It comes in from the left, far off, and passes over us on the right."""
    for x, foot, size in ((150, 660, 0.4), (330, 690, 0.52), (560, 740, 0.7), (860, 820, 0.98), (1270, 960, 1.42)):
        top = deck(x)
        head = poly(
            (x - 84 * size, top),
            (x + 84 * size, top),
            (x + 36 * size, top + 92 * size),
            (x - 36 * size, top + 92 * size),
        )
        column = poly(
            (x - 34 * size, top + 60 * size),
            (x + 34 * size, top + 60 * size),
            (x + 40 * size, foot),
            (x - 40 * size, foot),
        )
        for part in (head, column):
            shaded(press, part, CONCRETE, CONCRETE_SHADE, slope((x + 10 * size, 0), (x - 44 * size, 0), (0.0, 1.1)))
    line = [(-20, deck(-20)), (1640, deck(1640)), (1640, deck(1640) + 92), (-20, deck(-20) + 18)]
    press.lay(poly(*line), mix(CONCRETE, PAPER, 0.3))
    press.lay(
        poly((-20, deck(-20) + 12), (1640, deck(1640) + 58), (1640, deck(1640) + 94), (-20, deck(-20) + 19)),
        CONCRETE_SHADE,
    )


def deck(x: float) -> float:
    """The height of the bridge's upper edge at x."""
    return 520 - x * 0.105


def train(press: Press) -> None:
    """Three cars in a light that comes from behind us on the right; nobody's colours."""
    spans = ((500.0, 690.0), (700.0, 930.0), (942.0, 1230.0))
    for left, right in spans:
        low, high = 70 + left * 0.03, 70 + right * 0.03
        a, b = deck(left), deck(right)
        body = poly((left, a - low), (right, b - high), (right, b - 4), (left, a - 4))
        press.lay(body, mix(PAPER, SAND, 0.25))
        press.lay(
            poly((left, a - low * 0.36), (right, b - high * 0.36), (right, b - 4), (left, a - 4)), mix(GREEN, INK, 0.1)
        )
        press.lay(
            poly((left, a - low * 0.42), (right, b - high * 0.42), (right, b - high * 0.34), (left, a - low * 0.34)),
            OCHRE,
        )
        count = 5
        for n in range(count):
            u, v = (n + 0.16) / count, (n + 0.84) / count
            x, z = left + (right - left) * u, left + (right - left) * v
            tall = 70 + x * 0.03
            press.lay(
                poly(
                    (x, deck(x) - tall * 0.86),
                    (z, deck(z) - tall * 0.86),
                    (z, deck(z) - tall * 0.5),
                    (x, deck(x) - tall * 0.5),
                ),
                mix(BLUE, INK, 0.35) if n != 2 else mix(OCHRE, SAND, 0.4),
            )
        press.lay(body, mix(PLUM, BLUE, 0.4), grain(slope((left + 20, 0), (left - 40, 0), (0.0, 1.0))))
    nose = poly((1230, deck(1230) - 107), (1262, deck(1262) - 84), (1276, deck(1276) - 4), (1230, deck(1230) - 4))
    press.lay(nose, mix(GREEN, INK, 0.1))
    press.lay(
        poly((1234, deck(1234) - 98), (1256, deck(1256) - 78), (1262, deck(1262) - 50), (1234, deck(1234) - 50)),
        mix(SKY, PAPER, 0.3),
    )
    press.lay(oval(1264, deck(1264) - 24, 8), PAPER)
    poles = [((float(x), deck(x)), (float(x), deck(x) - 120 - x * 0.05)) for x in (60, 240, 440, 1340, 1560)]
    press.lay(bars([*poles, ((-20.0, deck(-20) - 116), (1640.0, deck(1640) - 196))], 4), mix(BLUE, INK, 0.5))


def trees(press: Press) -> None:
    for x, y, size in ((1500, 930, 130), (70, 930, 150), (240, 985, 90), (1400, 1000, 90)):
        leaves = clump(press.rng, (x, y), (size, size * 0.8))
        shaded(
            press,
            leaves,
            mix(GREEN, INK, 0.3),
            mix(GREEN, OCHRE, 0.45),
            slope((x + size, y - size), (x, y), (0.9, 0.0)),
        )
