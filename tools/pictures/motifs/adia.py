"""A dark round house, its door open on the highland in evening light; inside an empty stool and an empty milk gourd."""

from pictures.cattle import grazing_cow, print_cow
from pictures.forms import clump, shaded, turned
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, cut, join, line, oval, poly, rect, smooth
from pictures.textures import dry, even, grain, hatch, slope

DARK = mix(mix(BLUE, GREEN, 0.4), INK, 0.5)
WALL = mix(DARK, SKY, 0.16)
SUN = mix(SAND, PAPER, 0.35)
FRAME = mix(mix(BRICK, PLUM, 0.4), INK, 0.3)
DOOR = (700.0, 150.0, 330.0, 590.0)  # left, top, width, height of the opening


def draw(press: Press) -> None:
    outside(press)
    print_cow(press, grazing_cow(), ((740, 470), 0.5), (FRAME, mix(SAND, PAPER, 0.4)), mix(GREEN, INK, 0.4))
    room(press)
    light(press)
    stool(press)
    gourd(press)
    shelf(press)


def outside(press: Press) -> None:
    """Terraced hills, a road, one cow far off that belongs to somebody else."""
    left, top, wide, tall = DOOR
    view = rect(left - 60, top - 20, wide + 120, tall + 40)
    press.lay(view, mix(mix(SAND, OCHRE, 0.2), PAPER, 0.35))
    press.lay(
        smooth([(640, 330, 1), (760, 268), (880, 306), (1000, 250), (1100, 290, 1), (1100, 800, 1), (640, 800, 1)]),
        mix(BLUE, SKY, 0.5),
    )
    hill = smooth([(640, 420, 1), (760, 380), (900, 420), (1100, 350, 1), (1100, 800, 1), (640, 800, 1)])
    press.lay(hill, mix(mix(GREEN, OCHRE, 0.3), SKY, 0.25))
    press.lay(hill, mix(GREEN, INK, 0.1), hatch(even(0.3), 22, -7))
    field = smooth([(640, 520, 1), (800, 500), (960, 516), (1100, 480, 1), (1100, 800, 1), (640, 800, 1)])
    press.lay(field, mix(OCHRE, SAND, 0.35))
    press.lay(field, mix(GREEN, OCHRE, 0.4), hatch(slope((0, 520), (0, 740), (0.2, 0.5)), 26, 9))
    press.lay(brush([(900, 745), (880, 680), (820, 620), (850, 560), (842, 512)], [120, 70, 34, 16, 5]), SUN)
    for x, y, size in ((960, 470, 26), (1000, 470, 26), (1016, 520, 34)):
        press.lay(
            join(rect(x - 3, y, 6, size), clump(press.rng, (x, y - size * 0.2), (size * 0.7, size * 0.9))),
            mix(GREEN, INK, 0.3),
        )


def room(press: Press) -> None:
    left, top, wide, tall = DOOR
    opening = rect(left, top, wide, tall)
    press.lay(cut(rect(-10, -10, 1620, 760), opening), DARK)
    near = cut(rect(350, -10, 1030, 760), opening)
    press.lay(near, WALL, grain(slope((700, 400), (330, 420), (0.9, 0.0))), clip=rect(-10, -10, 710, 760))
    press.lay(near, WALL, grain(slope((1030, 400), (1400, 420), (0.9, 0.0))), clip=rect(1030, -10, 600, 760))
    roof(press)
    press.lay(cut(rect(left - 26, top - 30, wide + 52, tall + 30), opening), FRAME)
    press.lay(rect(left - 8, top - 4, 10, tall + 4), mix(OCHRE, SAND, 0.3))
    press.lay(rect(left + wide - 1, top - 4, 9, tall + 4), mix(OCHRE, SAND, 0.3))
    leaf = poly(
        (left + wide, top),
        (left + wide + 150, top - 66),
        (left + wide + 150, top + tall + 84),
        (left + wide, top + tall),
    )
    press.lay(leaf, mix(GREEN, INK, 0.45))
    boards = [
        ((left + wide + 50.0 * n, top - 22 * n), (left + wide + 50.0 * n, top + tall + 28 * n)) for n in range(1, 3)
    ]
    press.lay(bars(boards, 5), INK)
    press.lay(leaf, mix(GREEN, SKY, 0.3), grain(slope((left + wide - 10, 0), (left + wide + 130, 0), (0.7, 0.0))))
    press.lay(rect(-10, 740, 1620, 280), mix(DARK, INK, 0.25))


def roof(press: Press) -> None:
    """The thatch from below: rafters run together above us, laths lie across them."""
    eaves = [(-60, 330), (300, 150), (700, 84), (1000, 84), (1350, 150), (1660, 330)]
    cone = join(smooth([(-60, 330, 1), *eaves[1:-1], (1660, 330, 1), (1660, -20, 1), (-60, -20, 1)]))
    press.lay(cone, mix(DARK, INK, 0.45))
    rafters = [((860.0, -700.0), (860.0 + 130 * n, 420.0)) for n in range(-9, 10)]
    press.lay(bars(rafters, 15), mix(BRICK, INK, 0.5), clip=cone)
    laths = [line([(x, y - 56 * n) for x, y in eaves], 8) for n in range(1, 5)]
    press.lay(join(*laths), mix(BRICK, INK, 0.62), clip=cone)
    press.lay(line(eaves, 17), mix(BRICK, INK, 0.4))
    press.lay(cone, mix(OCHRE, BRICK, 0.4), grain(slope((865, 140), (865, -60), (0.42, 0.0))))


def light(press: Press) -> None:
    """The door's shape lies on the floor, drawn out towards us."""
    left, _, wide, _ = DOOR
    patch = poly((left, 740), (left + wide, 740), (left + wide + 40, 1010), (left - 330, 1010))
    press.lay(patch, mix(OCHRE, SAND, 0.45))
    press.lay(patch, mix(SUN, PAPER, 0.3), dry(slope((0, 740), (0, 1000), (0.9, 0.15))))
    press.lay(rect(left - 26, 736, wide + 52, 12), mix(SUN, PAPER, 0.4))


def stool(press: Press) -> None:
    """Three legs, a dished seat, nobody on it."""
    x, y = 640.0, 792.0
    press.glaze(poly((600, 900), (740, 900), (560, 1010), (380, 1010)), mix(DARK, SAND, 0.15), dry(even(0.96)))
    legs = [brush([(x + dx, y + 10), (x + dx * 1.25, y + 110)], [26, 18]) for dx in (-78, 6, 78)]
    press.lay(join(*legs), mix(FRAME, INK, 0.3))
    press.lay(brush([(x + 86, y + 10), (x + 104, y + 110)], [9, 6]), OCHRE)
    shaded(
        press,
        oval(x, y, 128, 34),
        mix(BRICK, OCHRE, 0.3),
        mix(FRAME, INK, 0.2),
        slope((x + 60, 0), (x - 128, 0), (0.0, 1.1)),
    )
    press.lay(oval(x, y - 4, 100, 20), mix(FRAME, BRICK, 0.3))
    press.lay(brush([(x - 20, y + 24), (x + 70, y + 20), (x + 122, y - 2)], [2, 7, 2]), SUN)


def gourd(press: Press) -> None:
    """A milk gourd in its net of leather, lying on its side: it is empty."""
    x = 1010.0
    press.glaze(smooth([(820, 940), (1010, 932), (1130, 950), (940, 1000), (740, 996)]), mix(DARK, SAND, 0.15))
    body = smooth(
        [
            (1120, 900),
            (1090, 836),
            (1010, 812),
            (930, 838),
            (872, 878),
            (812, 884),
            (812, 916),
            (872, 922),
            (930, 952),
            (1020, 966),
            (1096, 950),
        ]
    )
    shaded(press, body, mix(OCHRE, BRICK, 0.35), mix(FRAME, INK, 0.3), slope((0, 850), (0, 970), (0.0, 1.1)))
    press.lay(body, mix(SAND, OCHRE, 0.3), grain(slope((0, 812), (0, 880), (0.85, 0.0))))
    press.lay(oval(810, 900, 12, 19), mix(INK, PLUM, 0.2))
    straps: list[tuple[Point, ...]] = [
        ((950, 830), (966, 890), (950, 956)),
        ((1010, 812), (1034, 890), (1016, 964)),
        ((1070, 824), (1092, 890), (1080, 956)),
        ((880, 874), (1000, 868), (1116, 880)),
        ((880, 922), (1000, 926), (1112, 920)),
    ]
    press.lay(join(*[line(strap, 8) for strap in straps]), FRAME, clip=body)
    press.lay(line([(x + 20, 812), (x + 80, 770), (x + 150, 850), (x + 96, 950)], 7), FRAME)


def shelf(press: Press) -> None:
    """Two enamel cups turned upside down."""
    press.lay(rect(452, 372, 196, 14), FRAME)
    for x, colour in ((500, mix(BLUE, SKY, 0.2)), (592, mix(SAND, PLUM, 0.25))):
        body = turned(x, [(26, 316, 1), (34, 372, 1)])
        shaded(press, body, colour, mix(DARK, BLUE, 0.2), slope((x + 30, 0), (x - 34, 0), (0.0, 1.0)))
        press.lay(line([(x - 26, 330), (x - 52, 336), (x - 48, 358), (x - 32, 360)], 7), colour)
