"""A porter's loaded handcart in an empty market lane, fog between the shuttered stalls: a grey winter morning."""

from pictures.lighting import fade, two_tone, veil
from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, panel, placed, poly, rect, smooth, stroked
from pictures.textures import dry, even, slope

FOG = mix(SKY, PAPER, 0.4)
AIR = mix(SKY, BLUE, 0.12)
MUD = mix(mix(PLUM, BLUE, 0.5), SKY, 0.42)
COVERS: tuple[Ink, ...] = (
    mix(BLUE, SKY, 0.1),
    mix(BRICK, PLUM, 0.2),
    mix(GREEN, SKY, 0.1),
    mix(PLUM, BLUE, 0.3),
    mix(OCHRE, PLUM, 0.25),
    mix(BLUE, INK, 0.3),
)
VANISH: Point = (860.0, 520.0)
CART: Point = (800.0, 880.0)


def draw(press: Press) -> None:
    sky(press)
    lane(press)
    for side in (-1, 1):
        stalls(press, side)
    bulbs(press)
    cart(press)
    sparrows(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), AIR)
    peaks = [
        (380.0, 480.0),
        (540, 350),
        (620, 392),
        (770, 250),
        (880, 352),
        (960, 296),
        (1080, 400),
        (1150, 372),
        (1300, 490),
    ]
    massif = poly(*peaks, (1300, 560), (380, 560))
    press.lay(massif, mix(AIR, BLUE, 0.3))
    lit, shaded = snowfields(press.rng, peaks, 84)
    press.lay(lit, mix(FOG, PAPER, 0.5), clip=massif)
    press.lay(shaded, mix(AIR, FOG, 0.6), clip=massif)
    press.lay(rect(-10, 300, 1620, 260), FOG, fade((0, 420), (0, 520), 1.0))


def toward(at: Point, share: float) -> Point:
    """The place seen `share` of the way down the lane."""
    return VANISH[0] + (at[0] - VANISH[0]) * share, VANISH[1] + (at[1] - VANISH[1]) * share


def lane(press: Press) -> None:
    ground = rect(-10, 552, 1620, 460)
    press.lay(ground, MUD)
    press.lay(ground, FOG, dry(slope((0, 560), (0, 900), (0.85, 0.1))))
    for dx in (-150, 190):
        rut = brush(
            [
                toward((CART[0] + dx * 2.4, 1100), 0.12),
                toward((CART[0] + dx * 2.0, 1010), 0.5),
                (CART[0] + dx * 2.0, 1020),
            ],
            [3, 16, 44],
        )
        press.lay(rut, mix(MUD, INK, 0.25), dry(even(0.85)))
    for x, y, wide in ((470, 930, 130), (1180, 850, 90), (950, 720, 46)):
        pool = smooth(
            [
                (x - wide, y),
                (x - wide * 0.3, y - wide * 0.14),
                (x + wide * 0.7, y - wide * 0.1),
                (x + wide, y + 4),
                (x + wide * 0.2, y + wide * 0.15),
            ]
        )
        press.lay(pool, mix(FOG, PAPER, 0.3))


def stalls(press: Press, side: int) -> None:
    """A row of stalls with their shutters down and cloths tied over, each paler than the one before."""
    edge = VANISH[0] + side * 640.0
    for n in range(7, -1, -1):
        near, far = 0.82**n * 1.5, 0.82 ** (n + 1) * 1.5
        mist = min(0.86, 0.11 * n + 0.02)
        base = COVERS[(n * 5 + (side > 0) * 3) % len(COVERS)]
        top, foot = 60.0, 900.0
        corners = [
            toward((edge, top), near),
            toward((edge, top), far),
            toward((edge, foot), far),
            toward((edge, foot), near),
        ]
        wall = poly(*corners)
        press.lay(wall, mix(mix(base, INK, 0.25), FOG, mist))
        press.lay(panel(corners, (0.06, 0.26, 0.94, 0.98)), mix(base, FOG, mist))
        ribs = [panel(corners, (0.06, 0.3 + 0.085 * k, 0.94, 0.315 + 0.085 * k)) for k in range(8)]
        press.lay(join(*ribs), mix(mix(base, INK, 0.35), FOG, mist))
        press.lay(panel(corners, (0.44, 0.86, 0.58, 0.9)), mix(mix(OCHRE, base, 0.3), FOG, mist))
        inner = edge - side * 190
        eave = poly(
            toward((edge, top + 20), near),
            toward((edge, top + 20), far),
            toward((inner, top + 190), far),
            toward((inner, top + 190), near),
        )
        cloth = COVERS[(n * 5 + 2 + (side > 0)) % len(COVERS)]
        press.lay(eave, mix(cloth, FOG, mist))
        fringe = poly(
            toward((inner, top + 190), near),
            toward((inner, top + 190), far),
            toward((inner, top + 226), far),
            toward((inner, top + 226), near),
        )
        press.lay(fringe, mix(mix(cloth, INK, 0.3), FOG, mist))
        a, b = toward((inner, top + 200), near), toward((inner, foot), near)
        press.lay(bars([(a, b)], 14 * near), mix(mix(PLUM, INK, 0.4), FOG, mist))
        press.lay(wall, FOG, veil(0.05))


def bulbs(press: Press) -> None:
    for n in range(4, 0, -1):
        share = 0.72**n * 1.5
        a, b = toward((VANISH[0] - 450, 250), share), toward((VANISH[0] + 450, 250), share)
        middle = ((a[0] + b[0]) / 2, a[1] + 70 * share)
        press.lay(line([a, middle, b], 4 * share), mix(INK, FOG, 0.16 * n))
        press.lay(oval(middle[0], middle[1] + 14 * share, 52 * share), mix(OCHRE, SAND, 0.5), veil(0.22))
        press.lay(oval(middle[0], middle[1] + 14 * share, 13 * share), mix(SAND, PAPER, 0.4))


def cart(press: Press) -> None:
    """Two tall wheels, a flat bed, checked bales roped on it, the handles resting towards us."""
    x, y = CART
    press.glaze(oval(x + 10, y + 4, 330, 26), mix(BLUE, INK, 0.25), dry(even(0.92)))
    for dx, dy, wide, tall, inks in (
        (-196, -250, 214, 132, (mix(BLUE, SKY, 0.2), PAPER)),
        (24, -262, 190, 144, (mix(BRICK, PLUM, 0.1), mix(SAND, PAPER, 0.4))),
        (-110, -378, 220, 134, (mix(SAND, PAPER, 0.3), BRICK)),
    ):
        bale(press, (x + dx, y + dy, wide, tall), inks)
    box = rect(x + 118, y - 340, 106, 84)
    two_tone(press, box, (mix(OCHRE, SAND, 0.45), mix(BRICK, PLUM, 0.4)), fade((x + 130, 0), (x + 236, 0)))
    press.lay(rect(x + 160, y - 340, 18, 84), mix(OCHRE, BRICK, 0.4))
    ropes: list[tuple[Point, Point]] = [
        ((x - 180, y - 118), (x - 60, y - 384)),
        ((x + 150, y - 118), (x + 50, y - 384)),
        ((x - 30, y - 118), (x - 10, y - 384)),
    ]
    press.lay(bars(ropes, 7), mix(SAND, PLUM, 0.3))
    press.lay(rect(x - 240, y - 126, 480, 26), mix(BRICK, INK, 0.45))
    press.lay(rect(x - 240, y - 126, 480, 7), mix(OCHRE, SAND, 0.3))
    press.lay(
        join(
            line([(x + 220, y - 112), (x + 330, y - 118), (x + 440, y - 60)], 15),
            line([(x + 430, y - 72), (x + 470, y - 36)], 20),
        ),
        mix(BRICK, INK, 0.5),
    )
    press.lay(bars([((x + 250, y - 110), (x + 262, y + 4))], 12), mix(BRICK, INK, 0.5))
    hub = (x - 50, y - 92)
    press.lay(stroked(oval(*hub, 92), 20), INK)
    press.lay(stroked(oval(*hub, 78), 6), mix(BLUE, SKY, 0.5))
    spokes = [placed(rect(-76, -3, 152, 6), hub, 1.0, 30.0 * n) for n in range(6)]
    press.lay(join(*spokes), mix(BLUE, SKY, 0.4))
    press.lay(oval(*hub, 17), BRICK)


def bale(press: Press, place: tuple[float, float, float, float], inks: tuple[Ink, Ink]) -> None:
    """A checked bag stuffed full, tied at the corners."""
    x, y, wide, tall = place
    bag = smooth(
        [
            (x + 6, y + 16, 1),
            (x + wide * 0.3, y - 6),
            (x + wide * 0.7, y - 4),
            (x + wide - 4, y + 14, 1),
            (x + wide + 9, y + tall * 0.6),
            (x + wide - 2, y + tall, 1),
            (x + 2, y + tall, 1),
            (x - 8, y + tall * 0.5),
        ]
    )
    press.lay(bag, inks[0])
    lines: list[tuple[Point, Point]] = [
        ((x - 10 + 34 * n, y - 10), (x - 14 + 34 * n, y + tall)) for n in range(int(wide / 34) + 1)
    ]
    lines += [((x - 12, y + 22 + 32 * n), (x + wide + 12, y + 20 + 32 * n)) for n in range(int(tall / 32) + 1)]
    press.lay(bars(lines, 6), inks[1], clip=bag)
    press.lay(bag, mix(PLUM, INK, 0.3), fade((x + wide * 0.55, y + tall * 0.3), (x + wide * 1.1, y + tall * 1.1)), bag)
    press.lay(stroked(bag, 3), mix(PLUM, INK, 0.4))


def sparrows(press: Press) -> None:
    bird = join(
        smooth([(-16, -6), (-4, -16), (8, -18), (12, -14, 1), (4, -4), (-8, 0)]),
        poly((-14, -6), (-30, -10), (-28, -2)),
        bars([((-4, 0), (-5, 8)), ((2, 0), (2, 8))], 2),
    )
    for x, y, size in ((440.0, 866.0, 1.5), (500, 890, -1.6), (1240, 930, 1.7)):
        press.lay(placed(bird, (x, y), (size, abs(size))), mix(PLUM, INK, 0.4))
