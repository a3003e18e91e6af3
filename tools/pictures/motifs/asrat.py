"""A house with a café under an awning between green hills: early light from the left, mist in the valley."""

import skia

from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, rounded, smooth
from pictures.textures import dry, even, glow, grain, hatch, slope

FAR = mix(mix(GREEN, BLUE, 0.4), SKY, 0.55)
MIDDLE = mix(mix(GREEN, OCHRE, 0.18), SKY, 0.28)
NEAR = mix(GREEN, OCHRE, 0.22)
DEEP = mix(GREEN, INK, 0.3)
LIT = mix(mix(GREEN, OCHRE, 0.6), SAND, 0.35)
WALL = mix(SAND, PAPER, 0.55)
WALL_SHADE = mix(mix(SAND, PLUM, 0.42), BLUE, 0.12)
ROOF = mix(BRICK, OCHRE, 0.18)
RUST = mix(BRICK, INK, 0.35)
YARD = mix(SAND, OCHRE, 0.38)
SHADOW = mix(mix(PLUM, BLUE, 0.5), SAND, 0.3)
MIST = mix(PAPER, SKY, 0.25)


def draw(press: Press) -> None:
    valley(press)
    eucalypts(press, ((150, 800, 640), (228, 790, 700), (300, 800, 560), (352, 786, 470)))
    yard(press)
    house(press)
    cafe(press)
    eucalypts(press, ((1296, 812, 500), (1372, 826, 690), (1446, 816, 590)))
    tables(press)
    verge(press)


def valley(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 620), mix(SKY, PAPER, 0.35))
    press.lay(rect(-10, -10, 1620, 620), mix(SAND, PAPER, 0.15), grain(glow((40, 330), (80, 900), (0.9, 0.0))))
    press.lay(rect(-10, -10, 1620, 300), mix(SKY, BLUE, 0.1), grain(slope((1300, -20), (900, 330), (0.8, 0.0))))
    far = ground(
        [(-10, 330), (160, 268), (320, 300), (520, 226), (700, 262), (900, 190), (1120, 250), (1320, 214), (1610, 290)]
    )
    press.lay(far, FAR)
    press.lay(far, MIST, grain(slope((0, 260), (0, 430), (0.0, 0.9))))
    middle = ground([(-10, 440), (180, 384), (400, 420), (640, 470), (900, 404), (1180, 336), (1400, 372), (1610, 330)])
    press.lay(middle, MIDDLE)
    press.lay(middle, LIT, hatch(slope((900, 400), (1500, 560), (0.42, 0.2)), 17, -13))
    press.lay(middle, MIST, grain(slope((0, 470), (0, 600), (0.0, 0.95))))
    near = ground([(-10, 500), (140, 520), (340, 590), (620, 640), (1000, 640), (1300, 560), (1610, 470)])
    press.lay(near, NEAR)
    press.lay(near, LIT, hatch(slope((60, 500), (700, 700), (0.5, 0.28)), 21, 17), rect(-10, 400, 820, 500))
    press.lay(near, DEEP, hatch(slope((900, 600), (1600, 700), (0.3, 0.5)), 21, -21), rect(810, 400, 820, 500))


def yard(press: Press) -> None:
    floor = ground([(-10, 776), (400, 752), (900, 748), (1300, 760), (1610, 790)])
    press.lay(floor, YARD)
    press.lay(floor, mix(PAPER, SAND, 0.35), dry(slope((0, 0), (1300, 0), (0.7, 0.15))))
    press.glaze(
        smooth([(1000, 772, 1), (1180, 744, 1), (1610, 768, 1), (1610, 836, 1), (1300, 842)]), SHADOW, dry(even(0.94))
    )


def house(press: Press) -> None:
    front = poly((478, 420), (982, 420), (982, 776), (478, 770))
    side = poly((982, 420), (1160, 436), (1160, 752), (982, 776))
    press.lay(front, WALL)
    press.lay(side, WALL_SHADE)
    press.lay(side, mix(WALL_SHADE, INK, 0.4), grain(slope((0, 430), (0, 560), (0.75, 0.05))))
    press.glaze(poly((478, 424), (982, 424), (982, 452), (478, 462)), SHADOW)
    roof = poly((438, 432), (556, 300), (962, 296), (1012, 434))
    hip = poly((962, 296), (1012, 434), (1196, 448))
    press.lay(roof, ROOF)
    ridges = [
        ((556 + 406 * t, 300 - 4 * t), (438 + 574 * t, 432 + 2 * t)) for t in [step / 40 for step in range(1, 40)]
    ]
    press.lay(bars(ridges, 3.4), RUST)
    press.lay(
        bars([((a[0] + 4, a[1]), (b[0] + 5, b[1])) for a, b in ridges], 3),
        mix(ROOF, SAND, 0.5),
        dry(slope((440, 0), (980, 0), (0.8, 0.3))),
    )
    press.lay(hip, RUST)
    press.lay(
        bars([((962, 296), (1012 + 184 * t, 434 + 14 * t)) for t in (0.15, 0.3, 0.45, 0.6, 0.75, 0.9)], 3),
        mix(ROOF, INK, 0.1),
    )
    press.lay(bars([((548, 300), (968, 296))], 9), mix(ROOF, SAND, 0.35))
    for x in (530, 652, 876):
        window(press, x, 470)
    press.lay(rect(772, 466, 62, 112), mix(GREEN, BLUE, 0.25))
    press.lay(rect(780, 474, 46, 100), mix(GREEN, INK, 0.45))
    press.lay(poly((1044, 486), (1106, 491), (1106, 566), (1044, 564)), mix(INK, PLUM, 0.3))
    press.lay(poly((1036, 484), (1048, 485), (1048, 566), (1036, 566)), mix(GREEN, INK, 0.3))
    balcony(press)


def window(press: Press, x: float, y: float) -> None:
    press.lay(rect(x - 24, y, 112, 88), mix(GREEN, BLUE, 0.15))
    press.lay(rect(x, y + 4, 64, 80), mix(INK, BLUE, 0.3))
    press.lay(bars([((x + 32, y + 4), (x + 32, y + 84)), ((x, y + 40), (x + 64, y + 40))], 4), WALL)
    press.lay(
        bars(
            [((x - 22, y + 10 + step * 12), (x - 4, y + 10 + step * 12)) for step in range(6)]
            + [((x + 68, y + 10 + step * 12), (x + 86, y + 10 + step * 12)) for step in range(6)],
            3,
        ),
        mix(GREEN, SKY, 0.45),
    )


def balcony(press: Press) -> None:
    press.lay(rect(470, 574, 520, 17), mix(SAND, PLUM, 0.35))
    press.lay(bars([((480 + 20 * step, 536), (480 + 20 * step, 576)) for step in range(26)], 4), BRICK)
    press.lay(bars([((474, 536), (988, 536))], 8), BRICK)


def cafe(press: Press) -> None:
    press.lay(rect(520, 640, 300, 132), mix(INK, PLUM, 0.35))
    press.lay(rect(690, 640, 100, 132), mix(BRICK, INK, 0.55))
    press.lay(rect(534, 650, 136, 92), mix(OCHRE, SAND, 0.45))
    press.lay(bars([((528, 742), (676, 742))], 7), RUST)
    for x in (550, 576, 602, 636):
        press.lay(rounded((x, 722, 16, 17), 5), BRICK)
    press.lay(rect(880, 640, 66, 132), mix(BLUE, INK, 0.2))
    press.lay(rect(890, 650, 46, 56), mix(SKY, BLUE, 0.35))
    press.lay(oval(938, 716, 4), OCHRE)
    top, low = [(500 + 350 * t, 596) for t in (0, 1)], [(462 + 412 * t, 676) for t in (0, 1)]
    press.lay(poly(top[0], top[1], low[1], low[0]), OCHRE)
    press.lay(poly(top[0], top[1], low[1], low[0]), mix(SAND, PAPER, 0.3), grain(slope((470, 0), (760, 0), (0.7, 0.0))))
    press.lay(poly(top[1], (884, 600), (906, 672), low[1]), mix(OCHRE, PLUM, 0.45))
    for step in range(12):
        x = 462 + 412 * step / 12
        colour = OCHRE if step % 2 else BRICK
        press.lay(smooth([(x, 674, 1), (x + 34.5, 674, 1), (x + 31, 694), (x + 17, 702), (x + 3, 694)]), colour)
    press.lay(bars([((470, 690), (470, 790)), ((868, 690), (868, 794))], 8), RUST)


def eucalypts(press: Press, trees: tuple[tuple[float, float, float], ...]) -> None:
    """Tall bare trunks with hanging crowns: foot x, foot y, height."""
    for x, foot, tall in trees:
        lean = press.rng.uniform(-14, 14)
        trunk = brush([(x, foot), (x + lean * 0.4, foot - tall * 0.5), (x + lean, foot - tall * 0.9)], [17, 12, 4])
        press.lay(trunk, mix(SAND, PLUM, 0.3))
        press.lay(placed(trunk, (3, 0)), mix(PLUM, INK, 0.3), grain(even(0.45)), trunk)
        for _ in range(int(tall / 6)):
            up = press.rng.uniform(0.42, 1.0)
            reach = tall * 0.15 * (1.15 - up) ** 0.6 + 8
            leaf_x, leaf_y = x + lean * up + press.rng.uniform(-reach, reach), foot - tall * up
            tuft = placed(
                smooth([(0, -24), (11, -6), (9, 20), (3, 40, 1), (-7, 16), (-10, -6)]),
                (leaf_x, leaf_y),
                press.rng.uniform(0.7, 1.15),
                -16 * (leaf_x - x) / 40,
            )
            press.lay(tuft, mix(DEEP, BLUE, 0.15) if press.rng.random() < 0.55 else NEAR)
            press.lay(tuft, LIT, grain(slope((leaf_x - 12, 0), (leaf_x + 5, 0), (0.7, 0.0))))


def tables(press: Press) -> None:
    for x, y in ((520, 872), (776, 908), (1030, 878)):
        press.glaze(
            smooth([(x - 40, y + 6), (x + 30, y - 2), (x + 180, y + 8), (x + 250, y + 20), (x + 90, y + 24)]),
            SHADOW,
            dry(even(0.9)),
        )
        press.lay(bars([((x, y - 66), (x, y + 4)), ((x - 26, y + 8), (x + 26, y + 8))], 8), RUST)
        press.lay(oval(x, y - 68, 66, 15), mix(BLUE, SKY, 0.25))
        press.lay(oval(x, y - 71, 66, 13), mix(SKY, PAPER, 0.3))
        for dx in (-94, 96):
            stool(press, x + dx, y + 12)
    jebena(press, (776, 836))


def stool(press: Press, x: float, y: float) -> None:
    press.lay(
        bars(
            [((x - 17, y - 40), (x - 22, y)), ((x + 17, y - 40), (x + 22, y)), ((x - 18, y - 16), (x + 18, y - 16))], 6
        ),
        RUST,
    )
    press.lay(rounded((x - 27, y - 50, 54, 13), 5), BRICK)
    press.lay(rounded((x - 27, y - 50, 30, 6), 3), mix(BRICK, SAND, 0.5))


def jebena(press: Press, at: Point) -> None:
    """The round-bellied coffee pot, and cups."""
    pot = join(
        smooth(
            [
                (-7, -62, 1),
                (-8, -44),
                (-24, -30),
                (-29, -12),
                (-18, 4),
                (18, 4),
                (29, -12),
                (24, -30),
                (8, -44),
                (7, -62, 1),
            ]
        ),
        line([(22, -20), (38, -36), (42, -42)], 6),
        line([(-8, -54), (-30, -50), (-28, -26)], 5),
    )
    press.lay(placed(pot, at), mix(INK, PLUM, 0.15))
    for dx in (-46, 50):
        press.lay(placed(smooth([(dx - 9, -14, 1), (dx - 6, 2), (dx + 6, 2), (dx + 9, -14, 1)]), at), PAPER)


def verge(press: Press) -> None:
    edge: skia.Path = ground([(-10, 930), (220, 950), (520, 978), (800, 990), (1100, 978), (1400, 944), (1610, 920)])
    press.lay(edge, DEEP)
    blades = []
    for _ in range(230):
        x = press.rng.uniform(-10, 1610)
        base = 1004 - abs(x - 800) * 0.07
        tall, lean = press.rng.uniform(24, 66), press.rng.uniform(-20, 24)
        blades.append(brush([(x, base), (x + lean * 0.3, base - tall * 0.6), (x + lean, base - tall)], [7, 5, 1]))
    press.lay(join(*blades), DEEP)
    press.lay(join(*[placed(blade, (6, 9)) for blade in blades[::3]]), LIT)
    flowers = [
        oval(x, 935 + abs(800 - x) * -0.03 + press.rng.uniform(-16, 40), 6.5) for x in press.rng.uniform(0, 1600, 46)
    ]
    press.lay(join(*flowers), OCHRE)
