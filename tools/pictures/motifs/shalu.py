"""A small painted lorry comes towards us down an avenue of old trees; the morning sun slants in, leaves fall."""

from pictures.forms import clump, scatter, shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

MIST = mix(SAND, PAPER, 0.3)
ROAD = mix(mix(PLUM, SAND, 0.5), SKY, 0.2)
VERGE = mix(mix(OCHRE, BRICK, 0.25), SAND, 0.35)
LEAF = mix(GREEN, INK, 0.22)
LIT = mix(mix(GREEN, OCHRE, 0.5), SAND, 0.1)
BARK = mix(PLUM, INK, 0.5)
CAB = mix(OCHRE, BRICK, 0.08)
X = 800.0  # the lorry's middle


def draw(press: Press) -> None:
    avenue(press)
    road(press)
    trunks(press)
    crown(press)
    load(press)
    cab(press)
    ornaments(press)
    garland(press)


def avenue(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), MIST)
    press.lay(rect(-10, -10, 1620, 700), mix(OCHRE, SAND, 0.4), grain(glow((980, 380), (60, 620), (0.1, 0.75))))
    for x, y, size in ((660, 470, 70), (930, 470, 74), (560, 440, 100), (1040, 440, 110)):
        press.lay(clump(press.rng, (x, y), (size, size * 0.9)), mix(mix(GREEN, SKY, 0.4), SAND, 0.35))
    press.lay(oval(960, 400, 54), PAPER)


def road(press: Press) -> None:
    press.lay(rect(-10, 560, 1620, 460), VERGE)
    press.lay(poly((770, 548), (840, 548), (1420, 1010), (180, 1010)), ROAD)
    press.lay(poly((775, 548), (782, 548), (330, 1010), (250, 1010)), mix(PAPER, SAND, 0.4))
    for top, left in ((610, 900), (690, 1010), (800, 1160)):
        beam = poly((left, top), (1640, top - 70), (1640, top - 30), (left - 500, top + 44), (left - 640, top + 40))
        press.lay(beam, mix(SAND, PAPER, 0.2), dry(even(0.82)))
    press.lay(rect(-10, 560, 1620, 460), BARK, dry(slope((0, 900), (0, 1020), (0.0, 0.4))))


def trunks(press: Press) -> None:
    """Pairs of trees, ringed with paint as roadside trees are."""
    for x, foot, wide in (
        (640, 590, 26),
        (980, 590, 28),
        (520, 650, 46),
        (1100, 650, 50),
        (300, 790, 96),
        (1340, 790, 104),
    ):
        left, right = x - wide / 2, x + wide / 2
        trunk = smooth(
            [
                (left, -20, 1),
                (left - 2, foot * 0.5),
                (left - wide * 0.1, foot - wide * 0.6),
                (left - wide * 0.5, foot, 1),
                (right + wide * 0.5, foot, 1),
                (right + wide * 0.1, foot - wide * 0.6),
                (right, foot * 0.5),
                (right + 4, -20, 1),
            ]
        )
        haze = max(0.0, 0.5 - wide / 160)
        shaded(
            press,
            trunk,
            mix(BARK, MIST, haze),
            mix(mix(BRICK, SAND, 0.35), MIST, haze),
            slope((x, 0), (right + wide * 0.4, 0), (0.0, 0.75)),
        )
        for n, colour in enumerate((PAPER, BRICK, PAPER)):
            press.lay(
                rect(x - wide, foot - wide * (1.9 - 0.36 * n), wide * 2, wide * 0.36),
                mix(colour, MIST, haze * 0.6),
                clip=trunk,
            )
        press.glaze(
            poly(
                (x - wide, foot), (x + wide, foot), (x - wide * 3, foot + wide * 0.9), (x - wide * 5, foot + wide * 0.8)
            ),
            mix(PLUM, SAND, 0.4),
            dry(even(0.9)),
        )


def crown(press: Press) -> None:
    for x, y, wide, tall in (
        (110, 40, 330, 190),
        (520, -20, 330, 150),
        (840, -60, 330, 140),
        (1160, -10, 320, 160),
        (1500, 50, 330, 200),
        (330, 170, 170, 84),
        (1290, 180, 180, 84),
    ):
        leaves = clump(press.rng, (x, y), (wide, tall), 0.1, 30)
        press.lay(leaves, LEAF)
        press.lay(leaves, LIT, grain(slope((x + wide * 0.5, y + tall * 0.9), (x, y + tall * 0.1), (0.7, 0.0))))
    roots = [
        line([(x, y), (x + d, y + t * 0.5), (x + d * 0.4, y + t)], 5)
        for x, y, d, t in (
            (220, 160, 8, 200),
            (260, 190, -8, 130),
            (1390, 190, 10, 180),
            (1440, 200, -6, 240),
            (420, 120, 6, 110),
        )
    ]
    press.lay(join(*roots), BARK)


def load(press: Press) -> None:
    """Sacks above the cab, tied down."""
    press.glaze(oval(X - 130, 876, 420, 40), mix(PLUM, INK, 0.15))
    press.lay(rect(X - 238, 330, 476, 420), mix(BRICK, INK, 0.35))
    for x, y, wide in ((-150, 330, 150), (10, 322, 160), (160, 336, 140), (-80, 262, 150), (80, 258, 150)):
        sack = clump(press.rng, (X + x, y), (wide * 0.58, 54), 0.05, 16)
        shaded(
            press,
            sack,
            mix(SAND, PLUM, 0.12),
            mix(BRICK, PLUM, 0.4),
            slope((X + x + 50, y - 40), (X + x - 70, y + 40), (0.0, 0.8)),
        )
        press.lay(line([(X + x + wide * 0.42, y - 34), (X + x + wide * 0.3, y + 10)], 4), mix(BRICK, PLUM, 0.3))
    press.lay(
        join(
            line([(X - 236, 380), (X - 120, 214), (X + 110, 210), (X + 236, 380)], 5),
            line([(X - 40, 210), (X - 60, 390)], 5),
        ),
        INK,
    )


def cab(press: Press) -> None:
    body = smooth(
        [
            (X - 250, 800, 1),
            (X - 262, 620),
            (X - 240, 400),
            (X - 200, 362, 1),
            (X + 200, 362, 1),
            (X + 240, 400),
            (X + 262, 620),
            (X + 250, 800, 1),
        ]
    )
    for side in (-1, 1):
        press.lay(rounded((X + side * 196 - 48, 760, 96, 126), 22), INK)
    shaded(press, body, CAB, mix(BRICK, PLUM, 0.3), slope((X - 60, 0), (X - 270, 0), (0.0, 0.85)))
    screen = smooth([(X - 208, 562, 1), (X - 196, 424), (X + 196, 424), (X + 208, 562, 1)])
    press.lay(placed(stroked(screen, 22), (0, 0)), mix(BRICK, INK, 0.3))
    press.lay(screen, mix(BLUE, INK, 0.35))
    press.lay(poly((X - 40, 420), (X + 70, 420), (X - 20, 566), (X - 130, 566)), mix(SKY, BLUE, 0.3), clip=screen)
    press.lay(poly((X + 100, 420), (X + 130, 420), (X + 40, 566), (X + 10, 566)), mix(SKY, BLUE, 0.3), clip=screen)
    press.lay(bars([((X, 420), (X, 566))], 10), mix(BRICK, INK, 0.3))
    press.lay(join(line([(X - 90, 562), (X - 30, 520)], 5), line([(X + 110, 562), (X + 170, 520)], 5)), INK)
    press.lay(rounded((X - 116, 626, 232, 118), 14), mix(INK, BLUE, 0.25))
    press.lay(bars([((X - 104, 644.0 + 18 * n), (X + 104, 644.0 + 18 * n)) for n in range(6)], 6), mix(SKY, PAPER, 0.2))
    for side in (-1, 1):
        x = X + side * 182
        press.lay(oval(x, 684, 50), mix(SKY, BLUE, 0.3))
        press.lay(oval(x, 684, 41), PAPER)
        press.lay(oval(x, 684, 41), OCHRE, grain(slope((x + 20, 660), (x - 30, 720), (0.0, 0.7))))
        press.lay(oval(x, 762, 17), BRICK)
        press.lay(brush([(X + side * 250, 470), (X + side * 300, 470)], [7, 7]), INK)
        press.lay(rounded((X + side * 318 - 22, 420, 44, 96), 12), mix(BLUE, INK, 0.3))
    press.lay(rounded((X - 272, 796, 544, 48), 16), mix(SKY, BLUE, 0.25))
    press.lay(rounded((X - 272, 796, 544, 16), 8), mix(SKY, PAPER, 0.5))
    press.lay(rounded((X - 70, 806, 140, 32), 4), PAPER)


def ornaments(press: Press) -> None:
    """Painted flowers, eyes of colour and a scalloped rim, no word anywhere."""
    press.lay(rect(X - 200, 366, 400, 44), mix(GREEN, INK, 0.05))
    for n in range(-3, 4):
        flower(press, (X + 56 * n, 388), 15)
    for side in (-1, 1):
        flower(press, (X + side * 188, 600), 24)
        press.lay(
            join(
                *[
                    placed(brush([(0, 0), (30, -12), (58, 0)], [2, 18, 2]), (X + side * 160, 600), (-side, 1), t)
                    for t in (-20, 24)
                ]
            ),
            GREEN,
        )
    scallops = [oval(X - 250 + 50 * n, 846, 27, 20) for n in range(11)]
    press.lay(join(*scallops), BRICK)
    press.lay(join(*[oval(X - 250 + 50 * n, 848, 12, 9) for n in range(11)]), mix(OCHRE, SAND, 0.4))


def flower(press: Press, at: Point, size: float) -> None:
    petals = [placed(oval(0, -size * 0.8, size * 0.5, size * 0.7), at, 1, turn) for turn in range(0, 360, 72)]
    press.lay(join(*petals), mix(BRICK, SAND, 0.2) if size > 20 else PAPER)
    press.lay(oval(*at, size * 0.45), OCHRE if size > 20 else BRICK)


def garland(press: Press) -> None:
    beads: list[Point] = []
    for n in range(25):
        u = n / 24 * 2 - 1
        beads.append((X + 214 * u, 572 + 50 * (1 - u * u)))
    press.lay(join(*[clump(press.rng, at, (13, 12), 0.2, 9) for at in beads[::2]]), mix(OCHRE, PAPER, 0.25))
    press.lay(join(*[clump(press.rng, at, (13, 12), 0.2, 9) for at in beads[1::2]]), mix(BRICK, OCHRE, 0.4))
    falling = [
        placed(brush([(-14, 0), (0, 0), (14, 0)], [1, 12, 1]), at, 1, turn)
        for at, turn in zip(scatter(press.rng, (0, 260, 1600, 640), 26), press.rng.uniform(-80, 80, 26), strict=True)
    ]
    press.lay(join(*falling), mix(OCHRE, BRICK, 0.3))
