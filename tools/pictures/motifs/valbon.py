"""A market stall with fruit under a striped roof: a grey wet day, one warm bulb, and everything twice in the street."""

import skia

from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, panel, poly, rect, smooth, stroked, within
from pictures.textures import dry, even, glow, grain, slope

CLOUD = mix(SKY, BLUE, 0.28)
PALE = mix(SKY, PAPER, 0.35)
HILL = mix(mix(BLUE, GREEN, 0.4), SKY, 0.5)
WET_STONE = mix(mix(BLUE, PLUM, 0.4), SKY, 0.3)
TILE = mix(BRICK, PLUM, 0.3)
TIMBER = mix(PLUM, INK, 0.5)
GLOOM = mix(mix(PLUM, BLUE, 0.5), INK, 0.45)
BULB = mix(OCHRE, SAND, 0.55)
APPLE, ORANGE = mix(BRICK, OCHRE, 0.12), mix(OCHRE, SAND, 0.15)
PLUMS, PEAR = mix(PLUM, INK, 0.15), mix(mix(GREEN, OCHRE, 0.6), SAND, 0.38)
STREET = 800


def draw(press: Press) -> None:
    sky(press)
    houses(press)
    door(press)
    street(press)
    stall(press)
    fruit(press)
    lamp_and_scale(press)
    wet(press)
    rain(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 820), CLOUD)
    press.lay(rect(-10, -10, 1620, 820), PALE, grain(slope((700, 80), (1250, 560))))
    for x, y, length, thick in ((1180, 70, 900, 60), (760, 190, 700, 36), (1420, 250, 560, 40)):
        band = smooth(
            [
                (x - length / 2, y),
                (x - length / 6, y - thick * 0.5),
                (x + length / 4, y - thick * 0.35),
                (x + length / 2, y),
                (x, y + thick * 0.5),
            ]
        )
        press.lay(band, mix(CLOUD, BLUE, 0.22), dry(even(0.8)))
    press.lay(ground([(900, 470), (1060, 400), (1180, 440), (1300, 392), (1420, 450), (1610, 420)], 800), HILL)


def houses(press: Press) -> None:
    far = ((1330.0, 520.0), (1410.0, 535.0), (1410.0, 800.0), (1330.0, 800.0))
    house(press, far, mix(SAND, PLUM, 0.3), (1318, 1424, 452), 2)
    house(
        press,
        ((1180.0, 470.0), (1340.0, 492.0), (1340.0, 800.0), (1180.0, 800.0)),
        mix(PALE, PLUM, 0.28),
        (1160, 1360, 384),
        3,
    )
    house(
        press,
        ((1440.0, 430.0), (1620.0, 380.0), (1620.0, 830.0), (1440.0, 800.0)),
        mix(OCHRE, PLUM, 0.38),
        (1410, 1700, 270),
        3,
    )
    house(
        press,
        ((860.0, 400.0), (1200.0, 428.0), (1200.0, 800.0), (860.0, 800.0)),
        mix(SAND, BLUE, 0.3),
        (820, 1232, 286),
        4,
    )
    house(
        press,
        ((-20.0, 300.0), (880.0, 300.0), (880.0, 800.0), (-20.0, 800.0)),
        mix(mix(SAND, PAPER, 0.3), PLUM, 0.2),
        (-40, 925, 96),
        5,
    )


def door(press: Press) -> None:
    """A closed shop beside the stall, and the gutter's pipe."""
    press.lay(rect(96, 568, 150, 232), mix(PALE, PLUM, 0.12))
    press.lay(rect(110, 582, 122, 218), mix(GREEN, BLUE, 0.35))
    press.lay(bars([((110, 640), (232, 640)), ((171, 582), (171, 800))], 5), mix(GREEN, INK, 0.55))
    press.lay(join(rect(120, 592, 43, 40), rect(179, 592, 43, 40)), mix(BLUE, INK, 0.45))
    press.lay(join(rect(122, 656, 39, 120), rect(181, 656, 39, 120)), mix(GREEN, INK, 0.25))
    press.lay(oval(162, 716, 4.5), OCHRE)
    press.lay(rect(86, 790, 170, 14), mix(WET_STONE, INK, 0.2))
    press.lay(join(rect(30, 310, 12, 476), line([(36, 780), (40, 798), (62, 802)], 12)), mix(BLUE, SKY, 0.35))
    press.lay(bars([((26, y), (46, y)) for y in (380, 520, 660)], 5), mix(BLUE, INK, 0.4))


def house(press: Press, front: tuple[Point, ...], wall: Ink, roof: tuple[float, float, float], columns: int) -> None:
    """A plastered front under a tiled roof (left, right, ridge)."""
    press.lay(poly(*front), wall)
    press.lay(poly(*front), mix(wall, GLOOM, 0.55), grain(slope((0, front[0][1]), (0, front[0][1] + 150), (0.6, 0.0))))
    for column in range(columns):
        left = (column + 0.28) / columns
        right = left + 0.44 / columns
        pane = (left, 0.2, right, 0.48)
        press.lay(panel(front, (left - 0.06 / columns, 0.18, right + 0.06 / columns, 0.5)), mix(wall, PAPER, 0.5))
        press.lay(panel(front, pane), mix(BLUE, INK, 0.45))
        press.lay(panel(front, (left, 0.2, right, 0.3)), mix(BLUE, SKY, 0.25))
        middle = (left + right) / 2
        press.lay(
            bars(
                [
                    (within(front, middle, 0.2), within(front, middle, 0.48)),
                    (within(front, left, 0.32), within(front, right, 0.32)),
                ],
                4,
            ),
            mix(wall, PAPER, 0.5),
        )
        for start in (left - 0.2 / columns, right + 0.05 / columns):
            press.lay(panel(front, (start, 0.19, start + 0.15 / columns, 0.49)), mix(GREEN, BLUE, 0.3))
    left_end, right_end, ridge = roof
    eave_left, eave_right = front[0][1] + 8, front[1][1] + 8
    inset = (right_end - left_end) * 0.1
    cover = (
        (left_end + inset, ridge),
        (right_end - inset, ridge + (eave_right - eave_left) * 0.6),
        (right_end, eave_right),
        (left_end, eave_left),
    )
    press.lay(poly(*cover), TILE)
    rows, across = 7, int((right_end - left_end) / 17)
    dark, wet_edge = [], []
    for row in range(1, rows + 1):
        for column in range(across):
            a, b = within(cover, column / across, row / rows), within(cover, (column + 1) / across, row / rows)
            arc = smooth([(a[0], a[1] - 3), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 5), (b[0], b[1] - 3)], closed=False)
            (wet_edge if press.rng.random() < 0.3 else dark).append(stroked(arc, 4))
    press.lay(join(*dark), mix(TILE, INK, 0.45))
    press.lay(join(*wet_edge), mix(TILE, SKY, 0.5))
    press.lay(bars([(cover[0], cover[1])], 9), mix(TILE, INK, 0.35))


def street(press: Press) -> None:
    floor = ground([(-10, STREET), (600, STREET - 6), (1200, STREET - 12), (1300, STREET - 14), (1610, STREET)])
    press.lay(floor, WET_STONE)
    press.lay(floor, mix(PALE, WET_STONE, 0.25), dry(slope((500, 900), (1500, 800), (0.25, 0.9))))


def stall(press: Press) -> None:
    press.lay(rect(430, 470, 590, 330), mix(OCHRE, GLOOM, 0.62))
    press.lay(rect(430, 470, 590, 330), GLOOM, grain(glow((730, 560), (210, 420), (0.0, 0.9))))
    press.lay(rect(430, 470, 590, 330), BULB, grain(glow((730, 534), (20, 300), (0.9, 0.0))))
    press.lay(bars([((418, 430), (418, 812)), ((1032, 430), (1032, 812))], 15), TIMBER)
    top, low = ((452.0, 330.0), (998.0, 330.0)), ((1082.0, 470.0), (368.0, 470.0))
    awning = (*top, *low)
    stripes = 15
    for index in range(stripes):
        colour = BRICK if index % 2 == 0 else PAPER
        span = (index / stripes, 0, (index + 1) / stripes, 1)
        press.lay(panel(awning, span), colour)
        a, b = within(awning, span[0], 1), within(awning, span[2], 1)
        press.lay(
            smooth(
                [
                    (a[0], a[1] - 2, 1),
                    (b[0], b[1] - 2, 1),
                    (b[0] - 3, b[1] + 26),
                    ((a[0] + b[0]) / 2, b[1] + 36),
                    (a[0] + 3, a[1] + 26),
                ]
            ),
            mix(colour, GLOOM, 0.28),
        )
    press.lay(poly(*awning), mix(PLUM, BLUE, 0.4), grain(slope((600, 330), (1040, 480), (0.0, 0.3))))
    press.lay(bars([(top[0], top[1])], 8), TIMBER)


def fruit(press: Press) -> None:
    tiers = ((588, 470, 980, 5), (672, 448, 1004, 5), (760, 424, 1030, 5))
    kinds = (
        (ORANGE, APPLE, PEAR, PLUMS, ORANGE),
        (PEAR, PLUMS, ORANGE, APPLE, PEAR),
        (APPLE, ORANGE, PLUMS, PEAR, APPLE),
    )
    for (y, left, right, count), row in zip(tiers, kinds, strict=True):
        wide = (right - left) / count
        for index, kind in enumerate(row):
            crate(press, (left + index * wide + 4, y, wide - 8), kind)
    press.lay(rect(414, 796, 626, 16), TIMBER)
    for x, y, size in ((1090, 806, 46), (1172, 808, 40), (1130, 762, 36)):
        melon(press, (x, y), size)
    for x in (300, 356):
        press.lay(poly((x - 34, 770), (x + 34, 770), (x + 26, 826), (x - 26, 826)), mix(OCHRE, PLUM, 0.4))
        press.lay(bars([((x - 32, 786), (x + 32, 786)), ((x - 29, 804), (x + 29, 804))], 4), TIMBER)
        heap = [oval(x + dx, 766 - dy, 15) for dx, dy in ((-22, 0), (0, 2), (22, 0), (-11, 16), (12, 17), (0, 30))]
        press.lay(join(*heap), APPLE if x == 300 else PEAR)
        press.lay(
            join(*[oval(x + dx - 4, 760 - dy, 3.4, 2.6) for dx, dy in ((-22, 0), (22, 0), (-11, 16), (12, 17))]),
            mix(SAND, PAPER, 0.4),
        )


def crate(press: Press, box: tuple[float, float, float], kind: Ink) -> None:
    """A slatted crate (left, top, width) heaped with one kind of fruit."""
    left, top, wide = box
    radius = 15 if kind != PLUMS else 11
    balls, lights, shades = [], [], []
    for row, inset in ((2, 20), (1, 10), (0, 0)):
        count = int((wide - 2 * inset) / (radius * 1.75))
        for index in range(count):
            x = left + inset + (index + 0.5) * (wide - 2 * inset) / count + press.rng.uniform(-2, 2)
            y = top - 2 - row * radius * 1.0 + press.rng.uniform(-2, 2)
            balls.append(oval(x, y, radius))
            lights.append(oval(x - radius * 0.3, y - radius * 0.42, radius * 0.24, radius * 0.18))
            shades.append(
                stroked(
                    smooth(
                        [
                            (x - radius * 0.8, y + radius * 0.4),
                            (x, y + radius * 0.95),
                            (x + radius * 0.85, y + radius * 0.3),
                        ],
                        closed=False,
                    ),
                    2.5,
                )
            )
    press.lay(join(*balls), kind)
    press.lay(join(*shades), mix(kind, INK, 0.45))
    press.lay(join(*lights), mix(kind, PAPER, 0.6))
    press.lay(rect(left, top + 4, wide, 34), mix(OCHRE, SAND, 0.25))
    press.lay(rect(left, top + 4, wide, 34), mix(PLUM, OCHRE, 0.4), grain(slope((0, top), (0, top + 44), (0.05, 0.6))))
    press.lay(bars([((left, top + 20), (left + wide, top + 20))], 4), TIMBER)


def melon(press: Press, at: Point, size: float) -> None:
    x, y = at
    press.lay(oval(x, y - size * 0.7, size, size * 0.84), mix(GREEN, OCHRE, 0.2))
    stripes = [
        stroked(
            smooth(
                [
                    (x + size * k * 0.3, y - size * 1.5),
                    (x + size * k, y - size * 0.7),
                    (x + size * k * 0.3, y + size * 0.1),
                ],
                closed=False,
            ),
            size * 0.13,
        )
        for k in (-0.85, -0.45, 0.0, 0.45, 0.85)
    ]
    press.lay(join(*stripes), mix(GREEN, INK, 0.45), clip=oval(x, y - size * 0.7, size, size * 0.84))
    press.lay(oval(x - size * 0.36, y - size * 1.12, size * 0.2, size * 0.12), PALE)


def lamp_and_scale(press: Press) -> None:
    press.lay(line([(730, 470), (730, 512)], 4), INK)
    press.lay(poly((704, 524), (718, 506), (742, 506), (756, 524)), mix(GREEN, INK, 0.4))
    press.lay(oval(730, 530, 14), PAPER)
    press.lay(line([(900, 470), (900, 506)], 3), INK)
    press.lay(oval(900, 522, 19), mix(SKY, PAPER, 0.4))
    press.lay(bars([((900, 522), (908, 511))], 3), INK)
    press.lay(join(line([(888, 540), (872, 566)], 2.5), line([(912, 540), (928, 566)], 2.5)), INK)
    press.lay(smooth([(864, 566, 1), (936, 566, 1), (922, 580), (878, 580)]), mix(SKY, BLUE, 0.3))
    for x in (480, 520, 562):
        bunch = [oval(x + dx, 512 + dy, 8) for dx, dy in ((0, 0), (-9, 8), (9, 8), (-5, 20), (6, 20), (0, 32))]
        press.lay(join(*bunch), PLUMS if x != 520 else PEAR)
        press.lay(line([(x, 478), (x, 504)], 3), INK)


def wet(press: Press) -> None:
    floor = rect(-10, STREET + 10, 1620, 200)
    press.mirror(STREET + 12, floor, dry(slope((0, 812), (0, 1000), (0.9, 0.42))), mix(PAPER, BLUE, 0.22))
    press.lay(floor, mix(SKY, PAPER, 0.4), dry(slope((0, 820), (0, 1000), (0.12, 0.28))))
    joints = [((-10.0, y), (1610.0, y + 4)) for y in (846, 884, 932, 990)]
    press.lay(bars(joints, 2.5), mix(WET_STONE, INK, 0.45), dry(even(0.7)))
    rings = []
    for x, y, wide in (
        (210, 905, 46),
        (560, 950, 54),
        (905, 890, 36),
        (1290, 930, 52),
        (1480, 870, 34),
        (1080, 972, 40),
        (90, 860, 26),
    ):
        rings += [stroked(oval(x, y, wide, wide * 0.24), 3), stroked(oval(x, y, wide * 0.5, wide * 0.12), 2.6)]
    press.lay(join(*rings), mix(SKY, PAPER, 0.6))


def rain(press: Press) -> None:
    drops: list[skia.Path] = []
    for x, y in zip(press.rng.uniform(-20, 1700, 230), press.rng.uniform(-20, 860, 230), strict=True):
        long = press.rng.uniform(24, 66)
        drops.append(brush([(x, y), (x - long * 0.14, y + long * 0.5), (x - long * 0.28, y + long)], [0.8, 2.8, 0.8]))
    press.lay(join(*drops), mix(SKY, PAPER, 0.55), grain(even(0.85)))
