"""Six cows on a meadow under steep limestone mountains, early on a summer day; milk cans by the path."""

from pictures.cattle import grazing_cow, print_cow, standing_cow
from pictures.forms import clump, scatter, shaded, turned
from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import brush, ground, join, line, oval, poly, rect, smooth
from pictures.textures import dry, even, grain, slope

MORNING = mix(SKY, PAPER, 0.35)
ROCK = mix(mix(SKY, BLUE, 0.32), PAPER, 0.1)
ROCK_SHADE = mix(mix(BLUE, PLUM, 0.25), SKY, 0.25)
WOOD = mix(mix(GREEN, BLUE, 0.25), SKY, 0.12)
MEADOW = mix(mix(GREEN, OCHRE, 0.36), SAND, 0.38)
NEAR = mix(mix(GREEN, OCHRE, 0.25), SAND, 0.05)
DARK = mix(GREEN, INK, 0.45)


def draw(press: Press) -> None:
    mountains(press)
    forest(press)
    meadow(press)
    white, brown = (PAPER, mix(BRICK, INK, 0.3)), (mix(BRICK, OCHRE, 0.4), mix(BRICK, PLUM, 0.5))
    far, near = standing_cow(), grazing_cow()
    print_cow(press, near, ((1010, 520), 0.72), brown, DARK)
    print_cow(press, far, ((420, 520), (-0.76, 0.76)), (SAND, mix(OCHRE, BRICK, 0.5)), DARK)
    print_cow(press, near, ((1290, 560), (-0.95, 0.95)), white, DARK)
    print_cow(press, near, ((250, 610), 1.1), (mix(OCHRE, SAND, 0.3), BRICK), DARK)
    print_cow(press, far, ((620, 600), 1.75), white, DARK)
    print_cow(press, near, ((1240, 690), (-1.5, 1.5)), (mix(PLUM, INK, 0.45), PAPER), DARK)
    cans(press)
    flowers(press)


def mountains(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), MORNING)
    press.lay(rect(-10, -10, 1620, 400), mix(SKY, BLUE, 0.12), grain(slope((0, -60), (0, 240), (0.9, 0.0))))
    peaks = [
        (-60, 330),
        (90, 150),
        (200, 250),
        (330, 110),
        (440, 260),
        (560, 200),
        (650, 330),
        (790, 380),
        (930, 260),
        (1030, 330),
        (1190, 90),
        (1330, 230),
        (1430, 160),
        (1560, 290),
        (1680, 200),
    ]
    massif = poly(*peaks, (1680, 600), (-60, 600))
    press.lay(massif, ROCK)
    for before, peak, after in zip(peaks, peaks[1:], peaks[2:], strict=False):
        if peak[1] < before[1] and peak[1] < after[1]:
            foot = peak[0] + (after[0] - peak[0]) * 0.2
            flank = poly(
                peak, after, (after[0] + 60, 600), (foot - 60, 600), (foot, peak[1] + 150), (foot - 30, peak[1] + 80)
            )
            press.lay(flank, ROCK_SHADE, clip=massif)
    lit, cold = snowfields(press.rng, peaks, 46)
    press.lay(lit, PAPER, clip=massif)
    press.lay(cold, mix(SKY, PAPER, 0.2), clip=massif)
    press.lay(massif, mix(MORNING, PAPER, 0.3), grain(slope((0, 330), (0, 500), (0.0, 0.9))))


def forest(press: Press) -> None:
    press.lay(
        ground([(-10, 440), (240, 420), (520, 470), (800, 500), (1100, 470), (1400, 420), (1610, 400)], 640), WOOD
    )
    firs = []
    for x in range(-10, 1620, 23):
        foot = 470 + 60 * (1 - abs(x - 800) / 800) + press.rng.uniform(-8, 8)
        tall = press.rng.uniform(50, 96)
        firs.append(poly((x, foot - tall), (x + 17, foot + 20), (x - 17, foot + 20)))
    press.lay(join(*firs), mix(WOOD, GREEN, 0.5))


def meadow(press: Press) -> None:
    land = ground([(-10, 520), (300, 545), (700, 566), (1000, 556), (1350, 530), (1610, 500)])
    press.lay(land, MEADOW)
    press.lay(land, mix(SAND, PAPER, 0.2), dry(slope((0, 520), (0, 680), (0.7, 0.0))))
    near = ground([(-10, 800), (300, 770), (700, 800), (1100, 850), (1610, 830)])
    shaded(press, near, NEAR, DARK, slope((0, 840), (0, 1080), (0.0, 0.75)))
    path = brush([(860, 1010), (840, 920), (930, 860), (960, 800)], [150, 92, 44, 18])
    press.lay(path, mix(SAND, PAPER, 0.25))
    press.lay(path, mix(OCHRE, SAND, 0.5), dry(even(0.45)))


def cans(press: Press) -> None:
    """Two milk cans, the nearer one large."""
    for x, foot, size in ((560, 890, 0.9), (470, 930, 1.25)):
        profile = [(34, -190, 1), (34, -170), (30, -160), (30, -150), (56, -116), (58, -100), (58, -8), (52, 0, 1)]
        can = turned(x, [(half * size, foot + y * size, *corner) for half, y, *corner in profile])
        press.glaze(smooth([(x - 40, foot - 12), (x + 60, foot - 14), (x + 190, foot + 12), (x, foot + 14)]), DARK)
        shaded(press, can, mix(SKY, PAPER, 0.3), ROCK_SHADE, slope((x - 20 * size, 0), (x + 58 * size, 0), (0.0, 1.0)))
        press.lay(
            line([(x - 56 * size, foot - 104 * size), (x, foot - 94 * size), (x + 56 * size, foot - 104 * size)], 6),
            mix(BLUE, INK, 0.3),
        )
        press.lay(oval(x, foot - 190 * size, 38 * size, 11 * size), mix(BLUE, SKY, 0.3))
        press.lay(oval(x, foot - 196 * size, 30 * size, 9 * size), PAPER)
        press.lay(
            line(
                [
                    (x - 34 * size, foot - 150 * size),
                    (x - 62 * size, foot - 130 * size),
                    (x - 54 * size, foot - 90 * size),
                ],
                7,
            ),
            mix(BLUE, INK, 0.4),
        )


def flowers(press: Press) -> None:
    tufts = [
        clump(press.rng, (x, y), (34, 12)) for x, y in scatter(press.rng, (0, 870, 1600, 120), 34) if abs(x - 880) > 160
    ]
    press.lay(join(*tufts), DARK, grain(even(0.8)))
    dots = scatter(press.rng, (0, 830, 1600, 160), 70)
    press.lay(join(*[oval(x, y, 6, 5) for x, y in dots[:35]]), PAPER)
    press.lay(join(*[oval(x, y, 5) for x, y in dots[35:]]), OCHRE)
