"""Coffee for a company: a clay pot on the coals, a tray of small cups, popcorn,
cut grass; incense rises to a skylight."""

from pictures.forms import ring_of, scatter, shaded, turned
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, cut, join, line, oval, poly, rect, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

WALL = mix(mix(BRICK, OCHRE, 0.3), PLUM, 0.35)
MAT = mix(OCHRE, SAND, 0.3)
CLAY = mix(INK, PLUM, 0.35)
RIM = mix(BRICK, SAND, 0.4)
EMBER = mix(OCHRE, BRICK, 0.3)
GRASS = mix(mix(GREEN, OCHRE, 0.4), SAND, 0.1)
POT: Point = (640.0, 470.0)


def draw(press: Press) -> None:
    room(press)
    floor(press)
    brazier(press)
    pot(press)
    table(press)
    bowl(press)
    smoke(press)


def room(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), WALL)
    press.lay(rect(-10, -10, 1620, 640), mix(WALL, INK, 0.55), grain(glow((760, 460), (380, 980), (0.0, 0.95))))
    ray = poly((1146, 86), (1364, 344), (860, 640), (300, 640))
    press.lay(ray, mix(OCHRE, SAND, 0.4), grain(slope((1250, 200), (560, 640), (0.55, 0.12))))
    press.lay(rect(1130, 70, 250, 290), mix(PLUM, INK, 0.5))
    press.lay(rect(1146, 86, 218, 258), mix(SAND, PAPER, 0.4))
    press.lay(
        smooth([(1146, 260, 1), (1200, 226), (1260, 250), (1320, 204), (1364, 232, 1), (1364, 344, 1), (1146, 344, 1)]),
        mix(GREEN, SKY, 0.35),
    )
    press.lay(bars([((1255.0, 86.0), (1255.0, 344.0)), ((1146.0, 214.0), (1364.0, 214.0))], 9), mix(PLUM, INK, 0.5))
    for x, y, size in ((190, 250, 120), (390, 180, 84)):
        basket(press, (x, y), size)


def basket(press: Press, at: Point, size: float) -> None:
    """A flat woven basket hung on the wall, with a star in it."""
    press.glaze(oval(at[0] - 16, at[1] + 14, size), mix(PLUM, INK, 0.2))
    for share, colour in (
        (1.0, OCHRE),
        (0.84, SAND),
        (0.66, BRICK),
        (0.5, SAND),
        (0.3, mix(GREEN, INK, 0.1)),
        (0.14, OCHRE),
    ):
        press.lay(oval(*at, size * share), colour)
    rays = [bars([(at, end)], size * 0.05) for end in ring_of(at, (size * 0.66, size * 0.66), 10)]
    press.lay(join(*rays), mix(SAND, PAPER, 0.3))
    press.lay(
        oval(*at, size), mix(WALL, INK, 0.5), grain(slope((at[0] + size * 0.2, 0), (at[0] - size, 0), (0.0, 0.8)))
    )


def floor(press: Press) -> None:
    press.lay(rect(-10, 620, 1620, 400), mix(mix(BRICK, PLUM, 0.45), INK, 0.15))
    mat = poly((130, 690), (1430, 690), (1640, 1010), (-60, 1010))
    press.lay(mat, MAT)
    press.lay(mat, BRICK, dry(slope((0, 700), (0, 1010), (0.1, 0.5))))
    blades = []
    for x, y in scatter(press.rng, (60, 690, 1480, 310), 250):
        lean = press.rng.uniform(-34, 34)
        blades.append(brush([(x, y), (x + lean * 0.5, y - 6), (x + lean, y + press.rng.uniform(-8, 8))], [1, 6, 1]))
    press.lay(join(*blades[::2]), GRASS)
    press.lay(join(*blades[1::2]), mix(GREEN, INK, 0.2))


def brazier(press: Press) -> None:
    x, y = POT[0], 745.0
    press.glaze(oval(x - 40, y + 128, 240, 26), mix(PLUM, INK, 0.2))
    body = turned(x, [(170, y, 1), (120, y + 70), (96, y + 84), (112, y + 120), (130, y + 130, 1)])
    shaded(press, body, RIM, mix(PLUM, INK, 0.3), slope((x + 60, 0), (x - 170, 0), (0.0, 1.0)))
    press.lay(oval(x, y, 172, 32), mix(RIM, SAND, 0.4))
    press.lay(oval(x, y + 2, 150, 24), mix(INK, BRICK, 0.3))
    coals = [
        oval(px, py, 20, 11) for px, py in (*ring_of((x, y + 4), (120, 14), 9), (x - 40, y + 12), (x + 44, y + 14))
    ]
    press.lay(join(*coals), mix(INK, PLUM, 0.2))
    press.lay(join(*coals[::2]), BRICK)
    press.lay(join(*[oval(c.getBounds().centerX(), c.getBounds().centerY(), 10, 5) for c in coals[::2]]), OCHRE)
    press.lay(oval(x, y - 20, 250, 110), EMBER, grain(glow((x, y), (30, 230), (0.4, 0.0))))


def pot(press: Press) -> None:
    """The jebena: round belly, long neck, a spout on the right, a handle on the left, a straw stopper."""
    x, y = POT
    handle = stroked(
        smooth([(x - 24, y - 110), (x - 130, y - 92), (x - 168, y + 20), (x - 120, y + 110)], closed=False), 24
    )
    press.lay(handle, mix(CLAY, INK, 0.4))
    press.lay(
        brush([(x + 90, y + 110), (x + 150, y + 60), (x + 186, y - 30), (x + 200, y - 44)], [56, 36, 24, 20]), CLAY
    )
    body = turned(
        x,
        [
            (30, y - 176, 1),
            (27, y - 90),
            (40, y - 30),
            (110, y + 30),
            (158, y + 130),
            (150, y + 210),
            (90, y + 264),
            (0, y + 274),
        ],
    )
    shaded(press, body, CLAY, mix(RIM, PLUM, 0.35), slope((x - 10, y + 100), (x + 160, y + 40), (0.0, 0.85)))
    press.lay(body, EMBER, grain(slope((x, y + 200), (x + 10, y + 280), (0.0, 0.8))))
    press.lay(line([(x - 112, y + 40), (x, y + 66), (x + 112, y + 40)], 6), RIM)
    marks = [
        poly(
            (x - 96 + 32 * n, y + 56 + 8 * (1 - abs(n - 3) / 3)), (x - 80 + 32 * n, y + 86), (x - 110 + 32 * n, y + 86)
        )
        for n in range(7)
    ]
    press.lay(join(*marks), RIM, clip=body)
    press.lay(oval(x, y - 176, 34, 10), RIM)
    press.lay(turned(x, [(10, y - 230), (20, y - 210), (14, y - 178, 1)]), OCHRE)


def table(press: Press) -> None:
    """A low carved table with cups without handles; one is being left for whoever comes."""
    press.glaze(poly((860, 900), (1440, 900), (1300, 960), (800, 950)), mix(PLUM, INK, 0.25))
    press.lay(join(rect(930, 800, 40, 120), rect(1370, 800, 40, 120)), mix(CLAY, BRICK, 0.3))
    press.lay(poly((860, 790), (1480, 790), (1450, 856), (890, 856)), mix(BRICK, INK, 0.45))
    press.lay(poly((920, 700), (1420, 700), (1480, 790), (860, 790)), mix(BRICK, OCHRE, 0.25))
    press.lay(bars([((916.0 + 52 * n, 826.0), (942.0 + 52 * n, 826.0)) for n in range(11)], 14), mix(OCHRE, SAND, 0.2))
    for x, y in (
        (990, 706),
        (1100, 702),
        (1212, 702),
        (1330, 706),
        (930, 756),
        (1046, 760),
        (1170, 762),
        (1292, 760),
        (1410, 756),
    ):
        cup(press, (x, y))


def cup(press: Press, at: Point) -> None:
    x, y = at
    press.glaze(oval(x - 20, y + 16, 46, 9), mix(PLUM, INK, 0.3))
    body = turned(x, [(38, y - 46, 1), (34, y - 8), (18, y + 12), (18, y + 20, 1)])
    shaded(press, body, PAPER, mix(PLUM, SKY, 0.5), slope((x - 2, 0), (x - 40, 0), (0.0, 0.85)))
    press.lay(line([(x - 36, y - 28), (x, y - 20), (x + 36, y - 28)], 6), (GREEN, BRICK)[int(x) % 4 // 2])
    press.lay(oval(x, y - 46, 38, 11), mix(SKY, PAPER, 0.6))
    press.lay(oval(x, y - 45, 31, 8), mix(INK, BRICK, 0.25))


def bowl(press: Press) -> None:
    x, y = 250.0, 840.0
    press.glaze(oval(x - 30, y + 82, 170, 18), mix(PLUM, INK, 0.3))
    corn = [oval(px, py, 20, 15) for px, py in scatter(press.rng, (x - 120, y - 54, 240, 56), 40)]
    press.lay(oval(x, y - 14, 136, 46), mix(OCHRE, SAND, 0.5))
    press.lay(join(*corn), PAPER)
    press.lay(join(*[oval(c.getBounds().centerX() + 5, c.getBounds().centerY() + 5, 5) for c in corn[::2]]), OCHRE)
    body = turned(x, [(150, y, 1), (120, y + 60), (80, y + 88, 1)])
    shaded(
        press, cut(body, oval(x, y - 6, 140, 22)), BRICK, mix(PLUM, INK, 0.2), slope((x, 0), (x - 140, 0), (0.0, 0.9))
    )
    bands = [
        line([(x - 136 + 10 * n, y + 26 + 20 * n), (x, y + 40 + 20 * n), (x + 136 - 10 * n, y + 26 + 20 * n)], 8)
        for n in range(2)
    ]
    press.lay(join(*bands), mix(OCHRE, SAND, 0.3), clip=body)


def smoke(press: Press) -> None:
    x, y = POT
    thread = brush(
        [
            (x + 202, y - 52),
            (x + 180, y - 120),
            (x + 226, y - 190),
            (x + 196, y - 270),
            (x + 250, y - 350),
            (x + 240, y - 470),
        ],
        [3, 12, 18, 16, 22, 8],
    )
    press.lay(thread, mix(SAND, PAPER, 0.5), grain(even(0.66)))
    press.lay(oval(x + 100, y + 262, 20, 5), mix(SKY, BLUE, 0.3))
