"""A pair of laced shoes on a fitting stool before a wall of shoe boxes: even daylight from the left."""

from pictures.footwear import laced
from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth
from pictures.textures import dry, even, slope

SHELF = mix(mix(SAND, OCHRE, 0.4), PLUM, 0.15)
DAY = mix(SAND, PAPER, 0.5)
FLOOR = mix(mix(OCHRE, SAND, 0.5), BRICK, 0.15)
BOXES: tuple[Ink, ...] = (
    mix(SAND, PAPER, 0.4),
    mix(GREEN, SKY, 0.45),
    mix(BRICK, SAND, 0.3),
    mix(BLUE, SKY, 0.4),
    mix(OCHRE, SAND, 0.3),
    mix(SAND, PLUM, 0.3),
)


def draw(press: Press) -> None:
    boxes(press)
    ladder(press)
    floor(press)
    stool(press)
    open_box(press)
    laced(press, (690, 700), (2.5, 2.5), (mix(GREEN, INK, 0.1), mix(GREEN, SKY, 0.6)))
    laced(press, (830, 742), (2.5, 2.5), (mix(GREEN, INK, 0.1), mix(GREEN, SKY, 0.6)))
    shoehorn(press)


def boxes(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 800), mix(SHELF, INK, 0.5))
    last = -1
    for row in range(6):
        top = -30.0 + 128 * row
        x = -40.0 - press.rng.uniform(0, 60)
        while x < 1620:
            wide, tall = press.rng.uniform(112, 176), press.rng.uniform(44, 52)
            for level in range(2):
                choice = int(press.rng.integers(0, len(BOXES)))
                choice = (choice + 1) % len(BOXES) if choice == last else choice
                last = choice
                if level == 1 and press.rng.random() < 0.14:
                    continue
                box(
                    press,
                    (x + press.rng.uniform(-4, 4), top + 104 - tall * (level + 1) - level, wide - 8, tall),
                    BOXES[choice],
                )
            x += wide
        press.lay(rect(-10, top + 104, 1620, 18), SHELF)
        press.lay(rect(-10, top + 119, 1620, 5), mix(SHELF, INK, 0.55))
    uprights = [rect(x, -10, 20, 800) for x in (196.0, 792.0, 1388.0)]
    press.lay(join(*uprights), mix(SHELF, PAPER, 0.15))
    press.glaze(poly((1000, -10), (1620, -10), (1620, 800), (1290, 800)), mix(PLUM, SAND, 0.45), veil(0.75))
    press.lay(poly((-10, -10), (240, -10), (700, 800), (-10, 800)), DAY, veil(0.22))


def box(press: Press, place: tuple[float, float, float, float], colour: Ink) -> None:
    x, y, wide, tall = place
    press.lay(rect(*place), colour)
    press.lay(rect(x - 2, y, wide + 4, tall * 0.3), mix(colour, PAPER, 0.3))
    press.lay(rect(x, y + tall * 0.3, wide, 3), mix(colour, INK, 0.4))
    press.lay(rect(x + wide * 0.58, y + tall * 0.46, wide * 0.3, tall * 0.4), mix(PAPER, colour, 0.12))
    press.lay(rect(x + wide * 0.61, y + tall * 0.56, wide * 0.1, tall * 0.2), mix(colour, INK, 0.35))


def ladder(press: Press) -> None:
    rails: list[tuple[Point, Point]] = [((1242, -20), (1190, 830)), ((1384, -20), (1366, 830))]
    steps: list[tuple[Point, Point]] = []
    for n in range(7):
        share = (n + 0.7) / 7.2
        steps.append(((1242 - 52 * share, -20 + 850 * share), (1384 - 18 * share, -20 + 850 * share)))
    press.glaze(placed(join(bars(rails, 22), bars(steps, 16)), (30, 12)), mix(PLUM, SAND, 0.3), dry(even(0.7)))
    press.lay(bars(steps, 16), mix(BRICK, PLUM, 0.35))
    press.lay(bars(rails, 22), mix(BRICK, PLUM, 0.25))
    press.lay(placed(bars(rails, 5), (-7, 0)), mix(OCHRE, SAND, 0.3))


def floor(press: Press) -> None:
    ground = rect(-10, 770, 1620, 240)
    press.lay(ground, FLOOR)
    press.lay(ground, DAY, dry(slope((0, 800), (1500, 900), (0.85, 0.1))))
    press.lay(rect(-10, 762, 1620, 16), mix(BRICK, PLUM, 0.4))
    boards: list[tuple[Point, Point]] = [
        ((800 + (x - 800) * 0.6, 778), (800 + (x - 800) * 1.3, 1010)) for x in range(-600, 2300, 170)
    ]
    press.lay(bars(boards, 3), mix(FLOOR, PLUM, 0.45))


def stool(press: Press) -> None:
    press.glaze(
        smooth([(420, 930), (800, 900), (1330, 920), (1400, 950), (1100, 985), (500, 980)]),
        mix(PLUM, BRICK, 0.3),
        dry(even(0.9)),
    )
    for x in (474.0, 1050.0):
        two_tone(
            press,
            poly((x, 780), (x + 54, 780), (x + 44, 950), (x + 8, 950)),
            (mix(BRICK, PLUM, 0.35), OCHRE),
            fade((x + 50, 0), (x - 10, 0), 0.6),
        )
    cushion = smooth(
        [
            (424, 736, 1),
            (470, 706),
            (800, 700),
            (1110, 706),
            (1156, 736, 1),
            (1164, 790),
            (1140, 820, 1),
            (440, 820, 1),
            (416, 790),
        ]
    )
    two_tone(press, cushion, (mix(OCHRE, BRICK, 0.1), mix(SAND, PAPER, 0.3)), fade((640, 760), (440, 700), 0.85))
    press.lay(cushion, mix(BRICK, PLUM, 0.3), fade((900, 770), (1170, 830), 0.9))
    press.lay(line([(424, 790), (800, 800), (1158, 788)], 5), mix(BRICK, PLUM, 0.3))
    press.glaze(
        smooth([(480, 746), (900, 740), (1140, 748), (1120, 770), (520, 776)]),
        mix(OCHRE, PLUM, 0.55),
        dry(even(0.85)),
        cushion,
    )


def open_box(press: Press) -> None:
    """The box the shoes came in, its lid leaning, paper standing out of it."""
    colour = mix(BLUE, SKY, 0.25)
    press.glaze(poly((130, 910), (430, 900), (500, 936), (160, 946)), mix(PLUM, BRICK, 0.3), dry(even(0.85)))
    crumple = poly((150, 800), (176, 720), (226, 764), (262, 700), (300, 758), (348, 716), (372, 800))
    two_tone(press, crumple, (PAPER, mix(SKY, PLUM, 0.2)), fade((180, 720), (340, 800), 0.7))
    two_tone(
        press,
        poly((136, 790), (392, 790), (384, 932), (144, 932)),
        (colour, mix(BLUE, INK, 0.2)),
        fade((150, 0), (420, 0), 0.8),
    )
    press.lay(poly((136, 790), (392, 790), (391, 806), (137, 806)), mix(colour, PAPER, 0.4))
    lid = poly((386, 940), (420, 930), (356, 742), (326, 756))
    press.lay(lid, mix(colour, PAPER, 0.25))
    press.lay(poly((386, 940), (392, 952), (428, 942), (420, 930)), mix(BLUE, INK, 0.3))


def shoehorn(press: Press) -> None:
    horn = brush([(1240, 956), (1330, 936), (1400, 914), (1450, 902)], [10, 14, 30, 20])
    press.glaze(placed(horn, (8, 12)), mix(PLUM, BRICK, 0.3))
    two_tone(press, horn, (mix(SKY, BLUE, 0.3), PAPER), fade((0, 950), (0, 900), 0.8))
    press.lay(oval(1240, 956, 9), OCHRE)
    tin = (330.0, 962.0)
    press.lay(rounded((tin[0] - 200, tin[1] - 20, 110, 34), 6), BRICK)
    press.lay(join(oval(tin[0] - 145, tin[1] - 20, 55, 13)), mix(SAND, PAPER, 0.2))
    press.lay(oval(tin[0] - 145, tin[1] - 20, 40, 8), mix(BRICK, INK, 0.5))
