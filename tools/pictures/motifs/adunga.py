"""A city like a maze, drawn as a plan set upright: tin roofs and new towers, streets between them, one blue minibus."""

from pictures.forms import clump, shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, join, oval, poly, rect
from pictures.textures import slope

STREET = mix(SAND, PAPER, 0.35)
SHADE = mix(mix(PLUM, BLUE, 0.55), SAND, 0.25)
CELL = 100.0  # a plot's edge
SIDE = (0.866, 0.5)  # of the two level directions, in the drawing
ROWS, COLUMNS = 15, 15
STREETS = ((3, 9), (3, 7, 11))  # rows and columns that are streets from end to end
LANES = ((5, 4, 6), (7, 8, 10), (1, 4, 6), (12, 0, 2), (6, 12, 14), (11, 4, 6), (5, 8, 10))  # row, columns from, to
TOWERS = {
    (1, 5): 3.6,
    (5, 1): 3.0,
    (2, 9): 4.4,
    (6, 6): 3.4,
    (8, 9): 2.6,
    (4, 12): 4.8,
    (10, 4): 2.4,
    (1, 12): 3.0,
    (8, 1): 3.8,
    (5, 13): 2.2,
    (12, 9): 1.9,
}
TIN = (
    mix(BRICK, PLUM, 0.15),
    mix(BRICK, OCHRE, 0.4),
    mix(SKY, BLUE, 0.35),
    mix(BRICK, SAND, 0.35),
    mix(OCHRE, SAND, 0.4),
)
WALLS = (mix(SAND, PAPER, 0.4), mix(SKY, PAPER, 0.3), mix(OCHRE, SAND, 0.5), mix(mix(GREEN, SKY, 0.4), PAPER, 0.2))


def draw(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), STREET)
    lines(press)
    for row in range(ROWS):
        for column in range(COLUMNS):
            if (row, column) == (9, 7):
                minibus(press, (row, column))
            if is_street(row, column):
                continue
            if (row, column) in TOWERS:
                tower(press, (row, column), TOWERS[row, column])
            elif (row * 7 + column * 5) % 13 == 0:
                grove(press, (row, column))
            else:
                house(press, (row, column))


def spot(row: float, column: float, height: float = 0.0) -> Point:
    """Where a point of the plan lies in the drawing."""
    across, down = (column - row) * SIDE[0] * CELL, (column + row) * SIDE[1] * CELL
    return 800 + across, -190 + down - height * CELL


def is_street(row: int, column: int) -> bool:
    return row in STREETS[0] or column in STREETS[1] or any(row == r and a <= column <= b for r, a, b in LANES)


def lines(press: Press) -> None:
    """The long streets are paved and have a dashed middle."""
    paving, dashes = [], []
    for row in STREETS[0]:
        paving.append(poly(spot(row + 0.14, -1), spot(row + 0.14, 16), spot(row + 0.86, 16), spot(row + 0.86, -1)))
        dashes += [(spot(row + 0.5, n / 2), spot(row + 0.5, n / 2 + 0.22)) for n in range(-2, 32)]
    for column in STREETS[1]:
        paving.append(
            poly(spot(-1, column + 0.14), spot(16, column + 0.14), spot(16, column + 0.86), spot(-1, column + 0.86))
        )
        dashes += [(spot(n / 2, column + 0.5), spot(n / 2 + 0.22, column + 0.5)) for n in range(-2, 32)]
    press.lay(join(*paving), mix(mix(BLUE, PLUM, 0.4), SAND, 0.32))
    press.lay(bars(dashes, 4), PAPER)


def box(press: Press, at: tuple[float, float, float, float], tall: float, inks: tuple[Ink, Ink, Ink]) -> None:
    """A block on the plan (row, column, rows, columns): left face, right face, top."""
    row, column, deep, wide = at
    left = poly(
        spot(row + deep, column),
        spot(row + deep, column + wide),
        spot(row + deep, column + wide, tall),
        spot(row + deep, column, tall),
    )
    right = poly(
        spot(row + deep, column + wide),
        spot(row, column + wide),
        spot(row, column + wide, tall),
        spot(row + deep, column + wide, tall),
    )
    top = poly(
        spot(row, column, tall),
        spot(row, column + wide, tall),
        spot(row + deep, column + wide, tall),
        spot(row + deep, column, tall),
    )
    for face, colour in zip((left, right, top), inks, strict=True):
        press.lay(face, colour)


def shadow(press: Press, at: tuple[int, int], reach: float) -> None:
    """Evening: shadows fall towards the right, along the rows."""
    row, column = at
    press.glaze(
        poly(
            spot(row + 0.1, column + 0.9),
            spot(row + 0.1, column + 0.9 + reach),
            spot(row + 0.9, column + 0.9 + reach),
            spot(row + 0.9, column + 0.9),
        ),
        mix(SHADE, PAPER, 0.2),
    )


def house(press: Press, at: tuple[int, int]) -> None:
    """Walls and a ridged tin roof; some plots hold two."""
    row, column = at
    kind = int(press.rng.integers(len(TIN)))
    tin, wall = TIN[kind], WALLS[int(press.rng.integers(len(WALLS)))]
    shadow(press, at, 0.32)
    tall = 0.36 + 0.16 * float(press.rng.random())
    box(press, (row + 0.1, column + 0.1, 0.8, 0.8), tall, (wall, mix(wall, SHADE, 0.6), tin))
    low = [spot(row + 0.96, column + 0.04, tall), spot(row + 0.96, column + 0.96, tall)]
    ridge = [spot(row + 0.5, column + 0.96, tall + 0.34), spot(row + 0.5, column + 0.04, tall + 0.34)]
    press.lay(
        poly(ridge[1], ridge[0], spot(row + 0.04, column + 0.96, tall), spot(row + 0.04, column + 0.04, tall)),
        mix(tin, SHADE, 0.5),
    )
    press.lay(poly(low[1], ridge[0], spot(row + 0.04, column + 0.96, tall)), mix(wall, SHADE, 0.5))
    slope_ = poly(*low, *ridge)
    press.lay(slope_, tin)
    ribs = [
        (spot(row + 0.96, column + 0.04 + 0.184 * n, tall), spot(row + 0.5, column + 0.04 + 0.184 * n, tall + 0.34))
        for n in range(1, 5)
    ]
    press.lay(bars(ribs, 2.5), mix(tin, INK, 0.3))
    door = [
        spot(row + 0.9, column + 0.36),
        spot(row + 0.9, column + 0.54),
        spot(row + 0.9, column + 0.54, 0.26),
        spot(row + 0.9, column + 0.36, 0.26),
    ]
    press.lay(poly(*door), (GREEN, BLUE, BRICK)[kind % 3])


def tower(press: Press, at: tuple[int, int], tall: float) -> None:
    row, column = at
    wall = WALLS[(row + column) % len(WALLS)]
    shadow(press, at, min(1.6, tall * 0.5))
    box(press, (row + 0.08, column + 0.08, 0.84, 0.84), tall, (wall, mix(wall, SHADE, 0.7), mix(wall, PAPER, 0.4)))
    lit, dark = [], []
    for floor in range(int(tall / 0.26)):
        level = 0.14 + floor * 0.26
        for n in range(4):
            u = 0.14 + 0.2 * n
            lit.append(
                poly(
                    *[
                        spot(row + 0.92, column + u + a, level + b)
                        for a, b in ((0, 0), (0.13, 0), (0.13, 0.15), (0, 0.15))
                    ]
                )
            )
            dark.append(
                poly(
                    *[
                        spot(row + 0.06 + u + a, column + 0.92, level + b)
                        for a, b in ((0, 0), (0.13, 0), (0.13, 0.15), (0, 0.15))
                    ]
                )
            )
    press.lay(join(*lit), mix(BLUE, SKY, 0.25))
    press.lay(join(*dark), mix(BLUE, INK, 0.4))
    box(press, (row + 0.3, column + 0.3, 0.3, 0.3), tall + 0.2, (wall, mix(wall, SHADE, 0.7), mix(wall, PAPER, 0.5)))


def grove(press: Press, at: tuple[int, int]) -> None:
    row, column = at
    press.lay(
        poly(
            spot(row + 0.1, column + 0.1),
            spot(row + 0.1, column + 0.9),
            spot(row + 0.9, column + 0.9),
            spot(row + 0.9, column + 0.1),
        ),
        mix(mix(GREEN, OCHRE, 0.4), SAND, 0.25),
    )
    for dr, dc, size in ((0.25, 0.3, 25), (0.3, 0.7, 30), (0.6, 0.45, 33), (0.75, 0.75, 25)):
        x, y = spot(row + dr, column + dc)
        leaves = clump(press.rng, (x, y - size), (size, size * 1.05))
        shaded(
            press,
            leaves,
            mix(GREEN, INK, 0.1),
            mix(GREEN, INK, 0.55),
            slope((x, y - size), (x + size, y - size * 0.3), (0.0, 1.0)),
        )


def minibus(press: Press, at: tuple[int, int]) -> None:
    """The one that knows the way: blue below, white above."""
    row, column = at
    press.glaze(oval(*spot(row + 0.66, column + 0.66), 50, 22), SHADE)
    box(press, (row + 0.3, column - 0.1, 0.44, 1.1), 0.2, (BLUE, mix(BLUE, INK, 0.45), BLUE))
    low = 0.2
    left = poly(*[spot(row + 0.74, column + u, h) for u, h in ((-0.1, low), (1.0, low), (0.9, 0.5), (-0.08, 0.5))])
    front = poly(
        *[
            spot(row + r, column + u, h)
            for r, u, h in ((0.74, 1.0, low), (0.3, 1.0, low), (0.3, 0.9, 0.5), (0.74, 0.9, 0.5))
        ]
    )
    press.lay(left, PAPER)
    press.lay(front, mix(SKY, BLUE, 0.5))
    press.lay(
        poly(*[spot(row + r, column + u, 0.5) for r, u in ((0.74, -0.08), (0.74, 0.9), (0.3, 0.9), (0.3, -0.08))]),
        mix(PAPER, SKY, 0.2),
    )
    panes = [
        poly(*[spot(row + 0.74, column + u + a, h) for a, h in ((0, 0.26), (0.2, 0.26), (0.19, 0.43), (0, 0.43))])
        for u in (0.0, 0.27, 0.54)
    ]
    press.lay(join(*panes), mix(BLUE, INK, 0.4))
    wheels = [oval(*spot(row + 0.74, column + u, 0.02), 12, 14) for u in (0.12, 0.76)]
    press.lay(join(*wheels), INK)
    press.lay(join(*[oval(*spot(row + r, column + 1.0, 0.13), 5) for r in (0.38, 0.66)]), mix(OCHRE, SAND, 0.4))
