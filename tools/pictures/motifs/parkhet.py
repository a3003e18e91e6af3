"""Embroidered felt hats in a row on a patterned felt, steppe and mountains behind: light from the right."""

import math

import skia

from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, smooth
from pictures.textures import dry, grain, halftone, slope

AIR = mix(SKY, BLUE, 0.12)
LOW_AIR = mix(SAND, PAPER, 0.45)
RANGE = mix(mix(BLUE, PLUM, 0.2), SKY, 0.38)
SNOW = mix(PAPER, SKY, 0.15)
GRASS = mix(mix(OCHRE, SAND, 0.4), GREEN, 0.12)
FAR_GRASS = mix(GRASS, SKY, 0.35)
NEAR_GRASS = mix(mix(GREEN, OCHRE, 0.5), SAND, 0.12)
WHITE_FELT = mix(PAPER, SAND, 0.12)
DARK_FELT = mix(mix(BLUE, PLUM, 0.3), INK, 0.45)
BENCH = 826
HATS: tuple[tuple[float, float, Ink, Ink, Ink], ...] = (
    (190, 0.93, mix(SAND, OCHRE, 0.2), BRICK, mix(BRICK, INK, 0.3)),
    (1412, 0.95, WHITE_FELT, BLUE, mix(BLUE, INK, 0.35)),
    (492, 1.06, mix(BLUE, INK, 0.2), SAND, OCHRE),
    (1108, 1.08, mix(BRICK, PLUM, 0.2), SAND, DARK_FELT),
    (800, 1.3, WHITE_FELT, BRICK, DARK_FELT),
)


def draw(press: Press) -> None:
    sky(press)
    steppe(press)
    felt(press)
    for x, scale, cloth, thread, brim in HATS:
        hat(press, (x, BENCH + (scale - 1) * 62), scale, (cloth, thread, brim))


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 620), AIR)
    press.lay(rect(-10, -10, 1620, 620), LOW_AIR, grain(slope((0, 60), (0, 420), (0.0, 0.95))))
    for x, y, size in ((330, 150, 1.25), (1290, 116, 1.5), (820, 62, 0.9), (620, 262, 0.6), (1560, 262, 0.7)):
        heap = smooth(
            [
                (x - 150 * size, y + 22 * size),
                (x - 118 * size, y - 12 * size),
                (x - 70 * size, y - 20 * size),
                (x - 40 * size, y - 58 * size),
                (x + 16 * size, y - 62 * size),
                (x + 52 * size, y - 28 * size),
                (x + 104 * size, y - 30 * size),
                (x + 152 * size, y + 20 * size),
                (x + 60 * size, y + 27 * size),
                (x - 60 * size, y + 25 * size),
            ]
        )
        press.lay(heap, PAPER)
        press.lay(
            heap,
            mix(SKY, PLUM, 0.22),
            grain(slope((x + 60 * size, y - 40 * size), (x - 30 * size, y + 34 * size), (0.0, 0.75))),
        )


def steppe(press: Press) -> None:
    peaks = [
        (-10, 420),
        (70, 372),
        (140, 396),
        (250, 318),
        (318, 352),
        (400, 296),
        (470, 350),
        (560, 326),
        (640, 374),
        (740, 300),
        (830, 348),
        (920, 276),
        (1000, 330),
        (1080, 300),
        (1180, 362),
        (1290, 310),
        (1370, 352),
        (1480, 300),
        (1560, 346),
        (1610, 330),
    ]
    massif = poly(*peaks, (1610, 520), (-10, 520))
    press.lay(massif, RANGE)
    shaded, sunny = snowfields(press.rng, peaks, 70)
    press.lay(shaded, mix(SKY, BLUE, 0.3), clip=massif)
    press.lay(sunny, SNOW, clip=massif)
    press.lay(massif, mix(LOW_AIR, RANGE, 0.3), grain(slope((0, 380), (0, 490), (0.0, 0.85))))
    press.lay(ground([(-10, 480), (240, 462), (520, 484), (860, 466), (1200, 480), (1610, 458)]), FAR_GRASS)
    press.lay(ground([(-10, 520), (300, 508), (700, 526), (1150, 506), (1610, 522)]), GRASS)
    near = ground([(-10, 590), (400, 560), (800, 590), (1250, 566), (1610, 588)])
    press.lay(near, NEAR_GRASS)
    press.lay(near, mix(SAND, OCHRE, 0.25), dry(slope((1500, 560), (100, 760), (0.75, 0.1))))
    tufts = []
    for x, y in zip(press.rng.uniform(-10, 1610, 150), press.rng.uniform(590, 770, 150), strict=True):
        tall = 8 + (y - 560) * 0.12
        tufts += [
            brush([(x + lean * 0.2, y), (x + lean * 0.5, y - tall * 0.6), (x + lean, y - tall)], [3.5, 2.6, 1])
            for lean in (-8, 1, 9)
        ]
    press.lay(join(*tufts), mix(GREEN, OCHRE, 0.2))
    press.lay(
        brush([(1230, 482), (1120, 505), (1010, 520), (960, 560), (1010, 620), (960, 740)], [4, 7, 12, 20, 34, 60]),
        mix(SAND, PAPER, 0.4),
    )
    for x, y in ((330, 522), (352, 528), (384, 519), (640, 534), (664, 530), (1296, 520), (1324, 526), (1350, 518)):
        press.lay(
            join(oval(x, y, 10, 5), rect(x - 8, y, 2.5, 10), rect(x + 5, y, 2.5, 10), oval(x - 11, y - 3, 4, 3)),
            mix(PLUM, INK, 0.4),
        )


def felt(press: Press) -> None:
    """The patterned felt the hats stand on."""
    press.lay(rect(-10, BENCH - 66, 1620, 260), mix(BRICK, PLUM, 0.25))
    press.lay(rect(-10, BENCH - 66, 1620, 66), mix(BRICK, OCHRE, 0.35), dry(slope((1600, 0), (0, 0), (0.7, 0.15))))
    press.lay(rect(-10, BENCH + 58, 1620, 130), mix(BRICK, PLUM, 0.6))
    press.lay(bars([((-10, BENCH + 62), (1610, BENCH + 62))], 9), OCHRE)
    press.lay(bars([((-10, BENCH + 74), (1610, BENCH + 74))], 4), WHITE_FELT)
    horns = [placed(ram_horns(13), (40 + 152 * n, BENCH + 176), 1.06) for n in range(11)]
    press.lay(join(*horns), WHITE_FELT)
    gaps = [placed(poly((0, -24), (14, 0), (0, 24), (-14, 0)), (116 + 152 * n, BENCH + 112)) for n in range(-1, 11)]
    press.lay(join(*gaps), OCHRE)


def ram_horns(width: float) -> skia.Path:
    """Two horns curling outwards from one stem, standing on the origin."""
    curl = [(4.0, 0.0), (5.0, -26.0)]
    for step in range(15):
        turn = math.radians(196 + step * 33)
        radius = 30 - step * 1.55
        curl.append((36 + radius * math.cos(turn), -52 + radius * math.sin(turn)))
    right = line(curl, width)
    return join(right, placed(right, (0, 0), (-1.0, 1.0)))


def hat(press: Press, at: Point, scale: float, inks: tuple[Ink, Ink, Ink]) -> None:
    """A tall felt hat with a split, turned-up brim."""
    cloth, thread, brim_cloth = inks
    tilt = (800 - at[0]) / 260

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, scale, tilt)

    dim = mix(cloth, mix(PLUM, BLUE, 0.5), 0.55) if cloth != WHITE_FELT else mix(mix(PLUM, BLUE, 0.5), SAND, 0.5)
    press.glaze(
        part(smooth([(120, -14), (60, 6), (-120, 14), (-250, 20), (-290, 8), (-160, -14)])), mix(PLUM, SAND, 0.25)
    )
    crown = smooth(
        [
            (-114, -50, 1),
            (-106, -140),
            (-88, -240),
            (-64, -322),
            (-34, -366),
            (0, -378),
            (34, -366),
            (64, -322),
            (88, -240),
            (106, -140),
            (114, -50, 1),
            (0, -30),
        ]
    )
    clip = part(crown)
    press.lay(clip, cloth)
    seams = join(
        line([(0, -374), (0, -60)], 5),
        line([(0, -374), (-46, -312), (-70, -200), (-84, -60)], 4),
        line([(0, -374), (46, -312), (70, -200), (84, -60)], 4),
    )
    press.lay(part(seams), thread, clip=clip)
    press.lay(part(placed(ram_horns(13), (0, -112), 1.02)), thread, clip=clip)
    press.lay(part(placed(ram_horns(14), (0, -206), 0.72)), thread, clip=clip)
    press.lay(
        part(
            join(poly((0, -306), (11, -288), (0, -270), (-11, -288)), poly((0, -212), (9, -200), (0, -188), (-9, -200)))
        ),
        thread,
    )
    press.lay(clip, dim, grain(slope((at[0] + 20 * scale, 0), (at[0] - 112 * scale, 0), (0.0, 0.9))))
    press.lay(part(oval(0, -384, 13, 12)), thread)
    press.lay(part(brush([(0, -384), (22, -374), (34, -340), (33, -306)], [6, 7, 13, 15])), thread)
    brim = smooth(
        [
            (-142, -124, 1),
            (-130, -52),
            (-122, 0, 1),
            (-60, 12),
            (0, 15),
            (60, 12),
            (122, 0, 1),
            (130, -52),
            (142, -124, 1),
            (80, -92),
            (15, -80, 1),
            (0, -34, 1),
            (-15, -80, 1),
            (-80, -92),
        ]
    )
    press.lay(part(brim), brim_cloth)
    edge = mix(thread, PAPER, 0.1) if thread == SAND else mix(OCHRE, SAND, 0.35)
    trim = join(
        line([(140, -122), (80, -90), (15, -78, 1), (0, -36)], 7),
        line([(-140, -122), (-80, -90), (-15, -78, 1), (0, -36)], 7),
    )
    press.lay(part(trim), edge)
    band = [placed(ram_horns(12), (x, 0), 0.6) for x in (-80, 80)]
    lozenges = [poly((x, y - 20), (x + 11, y), (x, y + 20), (x - 11, y)) for x, y in ((-24, -26), (24, -26))]
    press.lay(part(join(*band, *lozenges)), edge, clip=part(brim))
    press.lay(
        part(brim),
        mix(brim_cloth, INK, 0.5),
        halftone(slope((at[0] - 10 * scale, 0), (at[0] - 140 * scale, 0), (0.05, 0.62)), 8),
    )
