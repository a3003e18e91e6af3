"""Shelves of a shop for cosmetics in lamplight: bottles, jars and lipsticks around an arched mirror."""

import skia

from pictures.forms import shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import bars, cut, join, oval, poly, rect, rounded, stroked
from pictures.textures import even, glow, grain, slope

WALL = mix(PLUM, INK, 0.3)
NICHE = mix(mix(BRICK, PLUM, 0.55), INK, 0.1)
WOOD = mix(BRICK, OCHRE, 0.45)
ROSE = mix(mix(BRICK, SAND, 0.62), PAPER, 0.2)
GLOW = mix(OCHRE, SAND, 0.45)
LAMP = (800.0, 130.0)
SHELVES = (372.0, 640.0, 908.0)
TINTS = (ROSE, OCHRE, mix(SKY, PAPER, 0.2), mix(SAND, PAPER, 0.5), mix(GREEN, SKY, 0.3), mix(BLUE, SKY, 0.25), SAND)


def draw(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), WALL)
    for left in (70, 1090):
        niche(press, left)
    for shelf, y in enumerate(SHELVES):
        for left, right in ((90, 510), (1110, 1530)):
            row(press, (left, right), y, shelf)
    mirror(press)
    counter(press)
    lamp(press)


def arch(left: float, wide: float, top: float, foot: float) -> skia.Path:
    return join(
        rect(left, top + wide / 2, wide, foot - top - wide / 2), oval(left + wide / 2, top + wide / 2, wide / 2)
    )


def niche(press: Press, left: float) -> None:
    shape = arch(left, 440, 60, 940)
    press.lay(arch(left - 22, 484, 38, 960), WOOD)
    press.lay(shape, NICHE)
    press.lay(shape, mix(NICHE, OCHRE, 0.45), grain(glow(LAMP, (330, 760), (0.8, 0.0))))
    for y in SHELVES:
        press.glaze(
            rect(left, y + 14, 440, 26), mix(PLUM, INK, 0.2), grain(slope((0, y + 14), (0, y + 42), (0.9, 0.1)))
        )
        press.lay(rect(left - 4, y, 448, 15), WOOD)


def row(press: Press, span: tuple[float, float], foot: float, shelf: int) -> None:
    """One shelf filled from left to right with what the shelf sells."""
    inset = 80 if shelf == 0 else 0
    x, kind = span[0] + inset, shelf * 2 + (0 if span[0] < 800 else 3)
    while x < span[1] - inset - 58:
        colour = TINTS[(kind * 3 + shelf) % len(TINTS)]
        x += (flacon, jar, lipstick, tall_bottle)[kind % 4](press, x, foot, colour) + 15
        kind += 1


def finish(press: Press, shape: skia.Path, colour: Ink, side: float) -> None:
    """Light falls in from the middle of the shop."""
    box = shape.computeTightBounds()
    lit, dark = (box.right(), box.left()) if side < 800 else (box.left(), box.right())
    shaded(press, shape, colour, mix(colour, PLUM, 0.62), slope((lit, 0), (dark, 0), (-0.1, 0.95)))
    press.lay(
        rounded((lit - 14 if side < 800 else lit + 6, box.top() + 12, 7, box.height() * 0.55), 3), PAPER, clip=shape
    )


def flacon(press: Press, x: float, foot: float, colour: Ink) -> float:
    finish(press, oval(x + 48, foot - 58, 48, 58), colour, x)
    press.lay(rect(x + 36, foot - 128, 24, 20), GLOW)
    press.lay(oval(x + 48, foot - 146, 22), mix(colour, PAPER, 0.5))
    press.lay(stroked(oval(x + 48, foot - 58, 22, 28), 4), mix(colour, PAPER, 0.55))
    return 96


def jar(press: Press, x: float, foot: float, colour: Ink) -> float:
    finish(press, rounded((x, foot - 56, 92, 56), 14), colour, x)
    press.lay(rounded((x - 3, foot - 84, 98, 32), 7), GLOW)
    press.lay(rounded((x + 18, foot - 130, 60, 44), 10), mix(colour, BRICK, 0.5))
    press.lay(rounded((x + 16, foot - 150, 64, 24), 6), PAPER)
    return 92


def lipstick(press: Press, x: float, foot: float, colour: Ink) -> float:
    for dx in (0, 40):
        press.lay(
            poly(
                (x + dx + 5, foot - 80), (x + dx + 5, foot - 132), (x + dx + 25, foot - 112), (x + dx + 25, foot - 80)
            ),
            BRICK if dx else mix(BRICK, PLUM, 0.5),
        )
        press.lay(rect(x + dx + 2, foot - 88, 26, 40), GLOW)
        finish(press, rect(x + dx, foot - 54, 30, 54), mix(colour, INK, 0.3), x)
    return 70


def tall_bottle(press: Press, x: float, foot: float, colour: Ink) -> float:
    """Shampoo, with a pump."""
    finish(press, rounded((x, foot - 142, 74, 142), 24), colour, x)
    press.lay(join(rect(x + 27, foot - 158, 20, 20), rect(x + 33, foot - 184, 8, 30)), mix(INK, PLUM, 0.4))
    press.lay(rounded((x + 8, foot - 194, 44, 14), 5), mix(INK, PLUM, 0.4))
    press.lay(oval(x + 37, foot - 66, 21, 27), PAPER)
    press.lay(
        poly((x + 37, foot - 84), (x + 47, foot - 66), (x + 37, foot - 48), (x + 27, foot - 66)),
        mix(colour, BRICK, 0.3),
    )
    return 74


def mirror(press: Press) -> None:
    """It shows the shop's other side: the door, and daylight going blue."""
    press.lay(arch(588, 424, 196, 800), mix(WOOD, INK, 0.35))
    press.lay(arch(600, 400, 208, 790), GLOW)
    glass = arch(626, 348, 234, 770)
    press.lay(glass, mix(BLUE, PLUM, 0.35))
    press.lay(glass, mix(SKY, BLUE, 0.35), grain(slope((640, 300), (980, 720), (0.95, -0.25))))
    press.lay(
        poly((626, 560), (700, 500), (760, 540), (840, 452), (920, 530), (974, 500), (974, 780), (626, 780)),
        mix(BLUE, INK, 0.35),
        clip=glass,
    )
    steps = [rect(x, y, 46, 300) for x, y in ((640, 640), (694, 612), (756, 650), (812, 606), (872, 638), (926, 604))]
    press.lay(join(*steps), mix(PLUM, INK, 0.45), clip=glass)
    panes = [
        rect(x, y, 11, 15)
        for x, y in (
            (654, 660),
            (710, 632),
            (712, 680),
            (770, 672),
            (826, 626),
            (844, 668),
            (890, 660),
            (942, 630),
            (940, 690),
        )
    ]
    press.lay(join(*panes), GLOW, clip=glass)
    for x in (690, 744):
        press.lay(
            poly((x, 240), (x + 32, 240), (x - 120, 772), (x - 152, 772)),
            mix(SKY, PAPER, 0.4),
            grain(even(0.8)),
            clip=glass,
        )
    beads = [oval(588 + 4, y, 9) for y in range(430, 800, 40)] + [oval(1008, y, 9) for y in range(430, 800, 40)]
    press.lay(join(*beads), mix(GLOW, PAPER, 0.4))


def counter(press: Press) -> None:
    press.lay(rect(-10, 930, 1620, 90), mix(WOOD, INK, 0.45))
    press.lay(rect(-10, 926, 1620, 14), WOOD)
    press.lay(rect(588, 800, 424, 130), mix(WALL, INK, 0.3))
    press.lay(rect(588, 800, 424, 14), WOOD)
    press.lay(bars([((n, 820.0), (n, 926.0)) for n in range(620, 1010, 60)], 5), mix(WALL, BRICK, 0.4))
    flacon(press, 690, 800, ROSE)
    jar(press, 812, 800, mix(SKY, PAPER, 0.2))


def lamp(press: Press) -> None:
    press.lay(oval(*LAMP, 190), GLOW, grain(glow(LAMP, (30, 190), (0.8, 0.0))))
    press.lay(rect(797, -10, 6, 90), INK)
    press.lay(cut(oval(800, 138, 86, 76), rect(700, 138, 200, 100)), mix(GREEN, INK, 0.2))
    press.lay(oval(800, 142, 34, 22), PAPER)
