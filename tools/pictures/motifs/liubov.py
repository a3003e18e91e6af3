"""Two cups on the sill of a frosted window, a snowy birch wood outside: blue dusk there, a lamp's warmth in here."""

import math

import skia

from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import (
    Point,
    bars,
    brush,
    cut,
    ground,
    join,
    line,
    oval,
    placed,
    poly,
    rect,
    rounded,
    smooth,
    stroked,
)
from pictures.textures import dry, even, slope

DUSK = mix(mix(BLUE, PLUM, 0.3), SKY, 0.3)
AFTERGLOW = mix(mix(BRICK, SAND, 0.6), PAPER, 0.2)
SNOW = mix(SKY, BLUE, 0.12)
WOOD = mix(mix(BLUE, PLUM, 0.4), INK, 0.2)
FRAME = mix(PAPER, SAND, 0.35)
ROOM = mix(mix(BRICK, PLUM, 0.55), INK, 0.2)
LAMPLIGHT = mix(OCHRE, SAND, 0.4)
PANES: tuple[tuple[float, float, float, float], ...] = (
    (330.0, 40.0, 450.0, 190.0),
    (820.0, 40.0, 450.0, 190.0),
    (330.0, 266.0, 450.0, 440.0),
    (820.0, 266.0, 450.0, 440.0),
)
SILL = 752.0


def draw(press: Press) -> None:
    view = join(*[rect(*pane) for pane in PANES])
    outside(press, view)
    frost(press)
    frame(press, view)
    curtains(press)
    sill(press)
    for x, colour in ((700.0, mix(BLUE, INK, 0.05)), (910.0, mix(BRICK, PLUM, 0.05))):
        cup(press, (x, SILL + 86), colour)
    mittens(press)


def outside(press: Press, view: skia.Path) -> None:
    press.lay(view, DUSK)
    press.lay(view, AFTERGLOW, fade((0, 330), (0, 490), 1.0), view)
    press.lay(oval(640, 130, 30), mix(PAPER, SAND, 0.4), clip=view)
    press.lay(oval(656, 122, 27), DUSK, clip=view)
    press.lay(
        join(
            *[
                oval(x, y, 2.6)
                for x, y in ((420, 90), (520, 180), (900, 70), (1010, 150), (1160, 100), (1220, 200), (740, 80))
            ]
        ),
        PAPER,
        clip=view,
    )
    far = [
        poly((x - 16, 560), (x, 560 - tall), (x + 16, 560))
        for x, tall in zip(press.rng.uniform(320, 1280, 110), press.rng.uniform(40, 110, 110), strict=True)
    ]
    press.lay(join(*far), mix(WOOD, DUSK, 0.35), clip=view)
    press.lay(ground([(320, 550), (560, 530), (800, 552), (1060, 528), (1280, 548)], 720), SNOW, clip=view)
    press.lay(ground([(320, 620), (620, 604), (900, 628), (1280, 600)], 720), mix(SNOW, PAPER, 0.5), clip=view)
    drift = ground([(320, 560), (700, 540), (1280, 560)], 720)
    press.lay(drift, DUSK, dry(slope((800, 540), (800, 720), (0.1, 0.5))), view)
    for x, foot, wide in (
        (420.0, 640.0, 26.0),
        (520, 600, 15),
        (590, 660, 32),
        (720, 596, 14),
        (900, 604, 18),
        (980, 650, 30),
        (1090, 600, 16),
        (1190, 668, 36),
        (860, 586, 11),
        (460, 588, 11),
    ):
        birch(press, x, foot, wide, view)
    tracks = [oval(800 + 60 * math.sin(n * 0.7) + 14 * (-1) ** n, 700 - 12 * n, 9 - 0.5 * n, 4) for n in range(11)]
    press.lay(join(*tracks), mix(SNOW, BLUE, 0.35), clip=view)


def birch(press: Press, x: float, foot: float, wide: float, view: skia.Path) -> None:
    trunk = brush([(x, foot), (x + wide * 0.2, 300), (x - wide * 0.1, 20)], [wide, wide * 0.8, wide * 0.5])
    press.lay(trunk, mix(PAPER, SKY, 0.3), clip=view)
    press.lay(trunk, mix(DUSK, BLUE, 0.3), fade((x - wide * 0.1, 0), (x + wide * 0.7, 0), 0.9), view)
    marks = [
        poly((x - wide * 0.5, y), (x + wide * press.rng.uniform(-0.2, 0.3), y + 2), (x - wide * 0.5, y + 7))
        for y in press.rng.uniform(40, foot - 10, int(wide * 0.8))
    ]
    press.lay(join(*marks), WOOD, clip=view)
    twigs = []
    for y in press.rng.uniform(40, foot * 0.55, 7):
        side = press.rng.choice((-1, 1))
        reach = press.rng.uniform(2, 4.5) * wide
        twigs.append(
            brush([(x, y + 30), (x + side * reach * 0.5, y), (x + side * reach, y + 14)], [wide * 0.14, wide * 0.1, 1])
        )
    press.lay(join(*twigs), WOOD, clip=view)


def fern(at: Point, turn: float, long: float, depth: int) -> list[skia.Path]:
    """A feather of ice: a bent stem with smaller feathers on both sides."""
    stem = [
        (at[0] + long * t * math.cos(turn + 0.5 * t), at[1] + long * t * math.sin(turn + 0.5 * t))
        for t in (0.0, 0.35, 0.7, 1.0)
    ]
    paths = [brush(stem, [max(2.2, long * 0.022), max(2.2, long * 0.02), 2, 1])]
    if depth:
        for n in range(1, 9):
            t = n / 9
            spot = (at[0] + long * t * math.cos(turn + 0.5 * t), at[1] + long * t * math.sin(turn + 0.5 * t))
            for side in (-1, 1):
                paths += fern(spot, turn + 0.5 * t + side * 0.85, long * 0.34 * (1.1 - t), depth - 1)
    return paths


def frost(press: Press) -> None:
    """It grows from the lower corners of each pane and leaves the middle clear."""
    for x, y, wide, tall in PANES:
        pane = rect(x, y, wide, tall)
        feathers: list[skia.Path] = []
        for corner, turn in (((x, y + tall), -1.15), ((x + wide, y + tall), -2.45)):
            for n in range(3):
                reach = min(tall, 330) * (0.95 if n == 1 else 0.66) * press.rng.uniform(0.85, 1.1)
                feathers += fern(corner, turn + (n - 1) * 0.5, reach, 2)
        for n in range(6):
            spot = (x + wide * (n + 0.5) / 6, y + tall)
            feathers += fern(spot, -1.57 + press.rng.uniform(-0.5, 0.3), tall * press.rng.uniform(0.1, 0.2), 1)
        press.lay(join(*feathers), PAPER, clip=pane)


def frame(press: Press, view: skia.Path) -> None:
    press.lay(cut(rect(-10, -10, 1620, 1020), view), ROOM)
    body = cut(rect(282, -20, 1036, 770), view)
    two_tone(press, body, (FRAME, mix(SAND, PLUM, 0.35)), fade((430, 200), (290, 120), 1.0))
    edges = join(*[stroked(rect(*pane), 7, False) for pane in PANES])
    press.lay(edges, mix(BLUE, PLUM, 0.4), veil(0.5))
    press.lay(join(rect(786, 440, 28, 60), rounded((790, 452, 20, 80), 8)), OCHRE)


def curtains(press: Press) -> None:
    for side in (-1, 1):
        outer, inner = 800 + side * 830, 800 + side * 500
        cloth = smooth(
            [
                (outer, -20, 1),
                (inner, -20, 1),
                (inner + side * 14, 260),
                (inner + side * 60, 520),
                (inner + side * 30, 800, 1),
                (outer, 800, 1),
            ]
        )
        two_tone(press, cloth, (mix(OCHRE, BRICK, 0.35), ROOM), fade((inner + side * 130, 500), (outer, 400), 1.0))
        folds = [
            brush(
                [
                    (inner + side * (40 + 70 * n), -20),
                    (inner + side * (60 + 66 * n), 400),
                    (inner + side * (66 + 66 * n), 800),
                ],
                [6, 18, 22],
            )
            for n in range(5)
        ]
        press.lay(join(*folds), ROOM, dry(even(0.9)), cloth)
        dots = [
            oval(inner + side * (26 + 62 * n + 20 * (row % 2)), 40 + 84 * row, 9) for n in range(5) for row in range(9)
        ]
        press.lay(join(*dots), mix(SAND, PAPER, 0.3), clip=cloth)


def sill(press: Press) -> None:
    board = poly((200, SILL), (1400, SILL), (1500, SILL + 150), (100, SILL + 150))
    two_tone(press, board, (FRAME, LAMPLIGHT), dry(slope((500, SILL), (1450, SILL + 150), (0.0, 0.6))))
    two_tone(press, rect(100, SILL + 150, 1400, 40), (mix(SAND, PLUM, 0.3), ROOM), fade((1000, 0), (100, 0)))
    press.glaze(rect(210, SILL, 1180, 16), mix(BLUE, SAND, 0.4), dry(even(0.8)))
    press.glaze(rect(-10, SILL + 190, 1620, 90), mix(INK, PLUM, 0.4))


def cup(press: Press, at: Point, colour: tuple[float, float, float]) -> None:
    x, y = at
    press.glaze(
        smooth([(x - 50, y - 6), (x + 60, y - 8), (x - 60, y + 26), (x - 190, y + 34), (x - 150, y + 8)]),
        mix(PLUM, SAND, 0.25),
        dry(even(0.9)),
    )
    press.lay(oval(x, y, 92, 20), mix(PAPER, SAND, 0.2))
    press.lay(stroked(oval(x, y, 82, 16), 4), colour)
    side = -1 if x < 800 else 1
    press.lay(stroked(oval(x + side * 66, y - 72, 28, 30), 11), PAPER)
    body = smooth(
        [(x - 66, y - 122, 1), (x - 60, y - 50), (x - 36, y, 1), (x + 36, y, 1), (x + 60, y - 50), (x + 66, y - 122, 1)]
    )
    two_tone(press, body, (PAPER, mix(BLUE, PLUM, 0.3)), fade((x + 10, 0), (x - 70, 0), 0.75))
    band = smooth(
        [(x - 70, y - 92, 1), (x, y - 82), (x + 70, y - 92, 1), (x + 70, y - 62, 1), (x, y - 52), (x - 70, y - 62, 1)]
    )
    press.lay(band, colour, clip=body)
    press.lay(
        join(*[oval(x - 50 + 20 * n, y - 71 + (n - 2.5) ** 2 * -0.9 + 3, 5) for n in range(6)]),
        mix(SAND, PAPER, 0.4),
        clip=body,
    )
    press.lay(oval(x, y - 122, 66, 13), mix(BRICK, INK, 0.35))
    press.lay(stroked(oval(x, y - 122, 66, 13), 5), PAPER)
    wisp = brush([(x, y - 134), (x - 18, y - 180), (x + 14, y - 230), (x - 10, y - 290)], [3, 14, 13, 2])
    press.lay(wisp, PAPER, veil(0.6))


def mittens(press: Press) -> None:
    for x, y, turn in ((1112.0, 828.0, -24.0), (1216, 836, 16)):
        shape = smooth([(-30, 60, 1), (30, 60, 1), (36, -10), (20, -64), (-12, -66), (-34, -20), (-38, 10)])
        thumb = smooth([(24, 10, 1), (54, -20), (62, -6), (40, 34, 1)])
        press.glaze(placed(join(shape, thumb), (x - 14, y + 14), 0.86, turn), mix(PLUM, SAND, 0.2), dry(even(0.85)))
        press.lay(placed(join(shape, thumb), (x, y), 0.86, turn), mix(GREEN, INK, 0.1))
        press.lay(placed(rect(-33, 34, 66, 30), (x, y), 0.86, turn), mix(SAND, PAPER, 0.2))
        press.lay(placed(bars([((-30, 6), (34, 6)), ((-32, 20), (32, 20))], 5), (x, y), 0.86, turn), BRICK)
        star = [placed(rect(-2.5, -17, 5, 34), (0, -24), 1.0, 45.0 * k) for k in range(4)]
        press.lay(placed(join(*star), (x, y), 0.86, turn), mix(SAND, PAPER, 0.2))
    press.lay(line([(1060, 890), (1080, 904), (1130, 900)], 4), mix(GREEN, INK, 0.1))
