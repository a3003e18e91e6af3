"""Three horses on the open steppe, early: long light from the left, bands of cloud, a ger far off."""

import skia

from pictures.horses import Horse, grazing_horse, standing_horse
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import brush, ground, join, line, oval, placed, rect, smooth
from pictures.textures import dry, even, glow, grain, slope

DAWN = mix(SAND, PAPER, 0.35)
HIGH = mix(SKY, BLUE, 0.16)
CLOUD = mix(PAPER, SAND, 0.15)
GRASS = mix(OCHRE, SAND, 0.45)
DEEP_GRASS = mix(mix(GREEN, OCHRE, 0.45), SAND, 0.15)
HILL = mix(BLUE, SKY, 0.5)
BAY = mix(BRICK, INK, 0.25)
DUN = mix(OCHRE, BRICK, 0.18)
DARK = mix(PLUM, INK, 0.55)
SUN = (330.0, 610.0)


def draw(press: Press) -> None:
    sky(press)
    land(press)
    ger(press, 1464)
    horse(press, placed_horse(grazing_horse(), (1085, 590), 1.5), DUN)
    horse(press, placed_horse(standing_horse(), (450, 545), 1.72), BAY)
    horse(press, placed_horse(standing_horse(), (1050, 612), (-1.74, 1.74)), DARK)
    grass(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 760), HIGH)
    press.lay(rect(-10, -10, 1620, 760), DAWN, grain(slope((0, 60), (0, 600))))
    press.lay(rect(-10, -10, 1620, 730), mix(OCHRE, PAPER, 0.45), grain(glow(SUN, (60, 600), (0.75, 0.0))))
    press.lay(oval(*SUN, 74), PAPER)
    for x, y, length, thick in (
        (560, 150, 1500, 74),
        (1320, 262, 900, 56),
        (180, 300, 760, 46),
        (980, 372, 860, 34),
        (420, 452, 620, 22),
        (1330, 470, 520, 20),
    ):
        streak = cloud(x, y, length, thick)
        press.lay(streak, CLOUD)
        press.lay(
            placed(streak, (0, thick * 0.16)),
            mix(PLUM, SKY, 0.62),
            dry(slope((0, y - thick * 0.1), (0, y + thick * 0.5), (0, 0.9))),
            streak,
        )


def cloud(x: float, y: float, length: float, thick: float) -> skia.Path:
    """A long flat cloud with a heaped upper edge."""
    half = length / 2
    top = [
        (-1.0, 0.3),
        (-0.72, 0.05),
        (-0.5, -0.25),
        (-0.3, -0.2),
        (-0.08, -0.62),
        (0.12, -0.4),
        (0.3, -0.45),
        (0.52, -0.1),
        (0.78, 0.06),
        (1.0, 0.3),
    ]
    low = [(0.6, 0.4), (0.2, 0.36), (-0.3, 0.45), (-0.7, 0.36)]
    return smooth([(x + half * u, y + thick * v) for u, v in top + low])


def land(press: Press) -> None:
    press.lay(
        ground(
            [
                (-10, 650),
                (180, 622),
                (360, 648),
                (560, 612),
                (760, 650),
                (980, 628),
                (1240, 590),
                (1430, 632),
                (1610, 600),
            ]
        ),
        HILL,
    )
    press.lay(ground([(-10, 690), (300, 664), (700, 676), (1100, 650), (1610, 676)]), mix(HILL, GRASS, 0.55))
    near = ground([(-10, 712), (400, 700), (800, 716), (1200, 698), (1610, 720)])
    press.lay(near, GRASS)
    press.lay(near, mix(SAND, PAPER, 0.3), dry(slope((0, 690), (0, 830), (0.65, 0.1))))
    press.lay(near, DEEP_GRASS, dry(slope((0, 790), (0, 1000), (0.0, 0.85))))


def ger(press: Press, x: float) -> None:
    """A felt tent far off, its stove lit."""
    tent = smooth(
        [
            (x - 48, 690, 1),
            (x - 48, 662, 1),
            (x - 34, 652),
            (x - 8, 636),
            (x, 634),
            (x + 8, 636),
            (x + 34, 652),
            (x + 48, 662, 1),
            (x + 48, 690, 1),
        ]
    )
    press.lay(tent, PAPER)
    press.lay(rect(x - 8, 664, 17, 26), BRICK)
    press.lay(tent, HILL, grain(slope((x, 0), (x + 48, 0), (0.0, 0.9))))
    press.lay(line([(x - 48, 663), (x, 667), (x + 48, 663)], 3), DARK)
    smoke = brush([(x + 2, 634), (x + 8, 606), (x, 580), (x + 22, 548), (x + 42, 520)], [4, 7, 10, 14, 6])
    press.lay(smoke, CLOUD, grain(even(0.8)))


def placed_horse(horse: Horse, at: tuple[float, float], scale: float | tuple[float, float]) -> Horse:
    return Horse(*(placed(part, at, scale) for part in horse))


def horse(press: Press, parts: Horse, coat: Ink) -> None:
    bounds = parts.body.computeTightBounds()
    feet, left, right = bounds.bottom(), bounds.left(), bounds.right()
    shade = smooth(
        [
            (left + 30, feet - 8),
            (right, feet - 14),
            (right + 190, feet + 6),
            (right + 330, feet + 22),
            (right + 120, feet + 24),
            (left + 120, feet + 10),
        ]
    )
    press.glaze(shade, mix(PLUM, PAPER, 0.35), dry(slope((left, 0), (right + 330, 0), (1.0, 0.35))))
    press.lay(parts.far, mix(coat, INK, 0.5))
    press.lay(parts.body, coat)
    press.lay(parts.body, mix(coat, SAND, 0.5), grain(slope((left, feet - 200), (left + 260, feet - 60), (0.75, 0.0))))
    press.lay(parts.body, mix(coat, INK, 0.6), grain(slope((0, feet - 170), (0, feet - 70), (0.0, 0.6))))
    press.lay(join(parts.hair, parts.socks), mix(DARK, INK, 0.4))


def grass(press: Press) -> None:
    blades = []
    for _ in range(260):
        x, depth = press.rng.uniform(-10, 1610), press.rng.uniform(0, 1) ** 0.7
        y, tall = 870 + 150 * depth, 14 + 30 * depth
        lean = press.rng.uniform(4, 16)
        blades.append(brush([(x, y), (x + lean * 0.3, y - tall * 0.6), (x + lean, y - tall)], [3.5, 3, 1]))
    press.lay(join(*blades), mix(GREEN, INK, 0.2))
    press.lay(join(*[placed(blade, (9, 4)) for blade in blades[::3]]), SAND)
