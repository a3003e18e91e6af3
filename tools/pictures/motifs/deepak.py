"""A half-built house above a valley town, mixer and bricks before it: rainy-season dusk, light from the left."""

from pictures.lighting import fade, thrown, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import (
    Point,
    bars,
    brush,
    ground,
    join,
    line,
    oval,
    panel,
    placed,
    poly,
    rect,
    smooth,
    stroked,
    within,
)
from pictures.textures import dry, even, slope

DUSK = mix(mix(BRICK, SAND, 0.58), OCHRE, 0.12)
HIGH = mix(mix(mix(PLUM, BLUE, 0.3), BRICK, 0.12), SAND, 0.36)
CONCRETE = mix(mix(SAND, SKY, 0.5), PLUM, 0.1)
SHADE = mix(mix(PLUM, BLUE, 0.5), INK, 0.3)
WALLS = mix(BRICK, OCHRE, 0.2)
EARTH = mix(mix(BRICK, PLUM, 0.4), SAND, 0.25)
FRONT: tuple[Point, ...] = ((470.0, 208.0), (960.0, 236.0), (960.0, 790.0), (470.0, 812.0))
SIDE: tuple[Point, ...] = ((960.0, 236.0), (1190.0, 276.0), (1190.0, 764.0), (960.0, 790.0))


def draw(press: Press) -> None:
    sky(press)
    valley(press)
    site(press)
    house(press)
    props(press)
    rods(press)
    bricks(press, (1200, 890))
    mixer(press, (660, 918))
    tools(press)


def sky(press: Press) -> None:
    whole = rect(-10, -10, 1620, 700)
    press.lay(whole, DUSK)
    press.lay(whole, HIGH, fade((0, 240), (0, 20)))
    for x, y, size, colour in (
        (250.0, 250.0, 1.5, HIGH),
        (1330, 180, 1.9, mix(HIGH, DUSK, 0.3)),
        (1500, 330, 1.2, HIGH),
        (60, 120, 1.3, HIGH),
    ):
        cloud = smooth(
            [
                (x - 190 * size, y + 20 * size, 1),
                (x - 120 * size, y - 14 * size),
                (x - 50 * size, y - 40 * size),
                (x + 10 * size, y - 72 * size),
                (x + 70 * size, y - 40 * size),
                (x + 130 * size, y - 26 * size),
                (x + 200 * size, y + 20 * size, 1),
            ]
        )
        two_tone(
            press,
            cloud,
            (colour, mix(SAND, PAPER, 0.4)),
            fade((x + 40 * size, y - 10 * size), (x - 150 * size, y - 50 * size), 0.8),
        )


def valley(press: Press) -> None:
    press.lay(ground([(-10, 430), (240, 350), (520, 420), (900, 340), (1240, 410), (1610, 330)]), mix(HIGH, DUSK, 0.25))
    press.lay(ground([(-10, 500), (300, 452), (640, 490), (1080, 436), (1610, 480)]), mix(SHADE, HIGH, 0.55))
    roofs, lights = [], []
    for row in range(5):
        y = 560.0 + 30 * row
        x = -20.0 + press.rng.uniform(0, 20)
        while x < 1610:
            wide, tall = press.rng.uniform(34, 64), press.rng.uniform(30, 74)
            roofs.append((row, rect(x, y - tall, wide, 200)))
            if press.rng.random() < 0.5:
                lights.append(rect(x + wide * 0.3, y - tall + 12, 8, 11))
            x += wide + 3
        tint = mix(mix(WALLS, SHADE, 0.45 + 0.08 * row), HIGH, 0.4 - 0.07 * row)
        press.lay(join(*[path for at, path in roofs if at == row][::2]), tint)
        press.lay(join(*[path for at, path in roofs if at == row][1::2]), mix(tint, SAND, 0.16))
        press.lay(join(*lights[-12:]), mix(OCHRE, SAND, 0.5))


def site(press: Press) -> None:
    floor = ground([(-10, 742), (350, 756), (800, 744), (1300, 752), (1610, 736)])
    press.lay(floor, EARTH)
    press.lay(floor, mix(SHADE, EARTH, 0.2), dry(slope((300, 800), (1500, 900), (0.1, 0.75))))
    press.glaze(
        poly((960, 800), (1190, 770), (1610, 830), (1610, 880), (1000, 850)), mix(PLUM, BLUE, 0.3), dry(even(0.9))
    )


def house(press: Press) -> None:
    """Three floors of columns and slabs; walls stand in some of the bays."""
    press.lay(poly(*FRONT), mix(SHADE, INK, 0.2))
    press.lay(poly(*SIDE), mix(SHADE, INK, 0.45))
    through = ((FRONT, (0.36, 0.05, 0.64, 0.3)), (FRONT, (0.68, 0.05, 0.97, 0.3)), (SIDE, (0.1, 0.06, 0.5, 0.3)))
    for corners, span in through:
        press.lay(panel(corners, span), mix(HIGH, DUSK, 0.5))
    for corners, span in (
        (FRONT, (0.03, 0.37, 0.35, 0.64)),
        (FRONT, (0.03, 0.7, 0.35, 1.0)),
        (FRONT, (0.67, 0.7, 0.99, 1.0)),
        (FRONT, (0.67, 0.48, 0.99, 0.64)),
        (SIDE, (0.0, 0.7, 1.0, 1.0)),
        (SIDE, (0.0, 0.37, 0.52, 0.64)),
    ):
        wall = panel(corners, span)
        side = corners is SIDE
        press.lay(wall, mix(WALLS, SHADE, 0.5) if side else WALLS)
        left, top, right, low = span
        rows = int((low - top) * 42)
        joints = []
        for row in range(rows + 1):
            level = top + (low - top) * row / rows
            joints.append((within(corners, left, level), within(corners, right, level)))
            ends = [left + (right - left) * (k + 0.5 * (row % 2)) / 6 for k in range(1, 6)]
            joints += [(within(corners, u, level), within(corners, u, level + (low - top) / rows)) for u in ends]
        press.lay(bars(joints, 2.2), mix(SHADE, WALLS, 0.3) if side else mix(WALLS, SAND, 0.45), clip=wall)
    press.lay(panel(FRONT, (0.12, 0.44, 0.27, 0.6)), SHADE)
    press.lay(panel(FRONT, (0.76, 0.76, 0.9, 1.0)), SHADE)
    for level in (0.0, 0.32, 0.655):
        press.lay(panel(FRONT, (-0.05, level - 0.01, 1.0, level + 0.042)), CONCRETE)
        press.lay(panel(SIDE, (0.0, level - 0.01, 1.08, level + 0.042)), mix(CONCRETE, SHADE, 0.6))
    for share in (0.0, 0.335, 0.66, 0.97):
        column = panel(FRONT, (share, 0.0, share + 0.05, 1.0))
        two_tone(
            press,
            column,
            (CONCRETE, mix(CONCRETE, PLUM, 0.35)),
            fade((470 + 490 * share + 4, 0), (470 + 490 * share + 40, 0), 0.8),
        )
    for share in (0.5, 0.95):
        press.lay(panel(SIDE, (share, 0.0, share + 0.08, 1.0)), mix(CONCRETE, SHADE, 0.65))
    press.lay(poly(*FRONT), mix(SAND, PAPER, 0.2), veil(0.06))


def props(press: Press) -> None:
    """Bamboo under the highest slab and a ladder of it up the front."""
    poles: list[tuple[Point, Point]] = [((512.0 + 38 * n, 236), (508.0 + 38 * n, 388)) for n in range(12)]
    press.lay(bars(poles, 8), mix(OCHRE, SAND, 0.25))
    press.lay(bars([((x + 3, 236), (xx + 3, 388)) for (x, _), (xx, _) in poles], 3), mix(OCHRE, PLUM, 0.45))
    rails: list[tuple[Point, Point]] = [((792, 850), (706, 372)), ((846, 850), (752, 372))]
    steps: list[tuple[Point, Point]] = [
        ((790 - 86 * t / 12, 838 - 470 * t / 12), (846 - 94 * t / 12, 838 - 470 * t / 12)) for t in range(13)
    ]
    press.lay(bars(steps, 8), mix(OCHRE, PLUM, 0.2))
    press.lay(bars(rails, 12), mix(OCHRE, SAND, 0.2))


def rods(press: Press) -> None:
    """Steel standing out of the columns for a floor to come."""
    pens = []
    for x, y in ((478, 206), (640, 214), (800, 224), (950, 234), (1080, 252), (1182, 272)):
        for dx in (-8, 2, 12):
            lean = press.rng.uniform(-14, 14)
            pens.append(
                line([(x + dx, y), (x + dx + lean * 0.3, y - 60), (x + dx + lean, y - press.rng.uniform(96, 138))], 4)
            )
    press.lay(join(*pens), mix(BRICK, INK, 0.55))
    cord = [(476, 120), (560, 150), (640, 126)]
    press.lay(line(cord, 2.5), mix(BRICK, INK, 0.5))


def bricks(press: Press, at: Point) -> None:
    x, y = at
    thrown(press, poly((x - 150, y), (x + 150, y), (x + 300, y + 26), (x - 60, y + 26)), (0, 0), mix(PLUM, BLUE, 0.25))
    for row in range(6):
        for n in range(6 - (row > 3) * (row - 2)):
            left, top = x - 156 + 52 * n + (row % 2) * 12, y - 30 * (row + 1)
            press.lay(
                rect(left, top, 48, 27), (WALLS, mix(WALLS, OCHRE, 0.35), mix(WALLS, PLUM, 0.25))[(n * 2 + row) % 3]
            )
            press.lay(rect(left, top, 48, 6), mix(WALLS, SAND, 0.5))
            press.lay(rect(left + 38, top, 10, 27), mix(WALLS, SHADE, 0.6))


def mixer(press: Press, at: Point) -> None:
    """A small drum mixer on two wheels, its mouth tipped to the left."""
    x, y = at
    press.glaze(oval(x + 60, y + 2, 240, 20), mix(PLUM, BLUE, 0.2), dry(even(0.9)))
    frame: list[tuple[Point, Point]] = [
        ((x - 90, y), (x - 20, y - 150)),
        ((x + 70, y - 20), (x - 20, y - 150)),
        ((x + 60, y - 70), (x + 190, y - 60)),
        ((x - 70, y - 42), (x + 80, y - 42)),
    ]
    press.lay(bars(frame, 14), mix(BLUE, INK, 0.5))
    press.lay(rect(x + 84, y - 170, 96, 108), BLUE)
    press.lay(rect(x + 84, y - 170, 30, 108), mix(BLUE, SKY, 0.4))
    press.lay(join(*[rect(x + 122, y - 150 + 18 * n, 46, 7) for n in range(4)]), mix(BLUE, INK, 0.5))
    drum = placed(
        smooth([(-96, -58, 1), (-40, -92), (40, -92), (92, -40), (92, 40), (40, 92), (-40, 92), (-96, 58, 1)]),
        (x - 20, y - 196),
        1.0,
        24,
    )
    two_tone(press, drum, (mix(OCHRE, BRICK, 0.12), mix(PLUM, INK, 0.2)), fade((x, y - 220), (x + 90, y - 110)))
    press.lay(drum, mix(SAND, PAPER, 0.3), fade((x - 40, y - 230), (x - 90, y - 300)))
    mouth = placed(oval(-96, 0, 20, 60), (x - 20, y - 196), 1.0, 24)
    press.lay(mouth, SHADE)
    press.lay(stroked(mouth, 8), mix(OCHRE, SAND, 0.4))
    press.lay(
        placed(stroked(smooth([(14, -93), (32, 0), (14, 93)], closed=False), 12), (x - 20, y - 196), 1.0, 24),
        mix(OCHRE, INK, 0.5),
    )
    wheel = (x + 66, y - 32)
    press.lay(oval(*wheel, 42), INK)
    press.lay(oval(*wheel, 21), mix(BRICK, SAND, 0.3))
    press.lay(oval(*wheel, 7), INK)


def tools(press: Press) -> None:
    heap = smooth([(300, 934, 1), (350, 880), (410, 846), (470, 872), (540, 934, 1)])
    two_tone(press, heap, (mix(SAND, PLUM, 0.25), mix(SAND, PAPER, 0.3)), fade((460, 930), (350, 850)))
    press.lay(bars([((420, 850), (352, 700))], 9), mix(OCHRE, PLUM, 0.3))
    press.lay(
        placed(smooth([(-26, 0, 1), (26, 0, 1), (24, 46), (0, 70, 1), (-24, 46)]), (430, 862), 1.0, -24),
        mix(BLUE, SKY, 0.3),
    )
    pail = poly((930, 856), (1004, 856), (992, 928), (942, 928))
    two_tone(press, pail, (mix(GREEN, INK, 0.1), mix(GREEN, SKY, 0.5)), fade((990, 0), (930, 0)))
    press.lay(line([(932, 856), (967, 806), (1002, 856)], 5), INK)
    tufts = [
        brush([(x, 1010), (x + lean, 975), (x + lean * 2, 940 + abs(lean))], [7, 6, 1])
        for x in (40, 70, 96, 1460, 1490, 1526, 1570)
        for lean in (-14, 2, 15)
    ]
    press.lay(join(*tufts), mix(GREEN, INK, 0.3))
