"""Shoes in profile, toe to the right, the sole's heel end at the origin's left: cut once, printed in any colour."""

import skia

from pictures.lighting import fade, two_tone
from pictures.palette import INK, PAPER, PLUM, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, smooth

HIGH_HEEL = smooth(
    [
        (-74, -92, 1),
        (-58, -80),
        (-20, -52),
        (14, -40, 1),
        (44, -40),
        (84, -16),
        (98, -5, 1),
        (94, 0, 1),
        (50, 0),
        (20, -5),
        (-22, -42),
        (-52, -60, 1),
        (-60, 0, 1),
        (-68, 0, 1),
        (-74, -58, 1),
    ]
)
FLAT = smooth(
    [(-74, -44, 1), (-52, -32), (-10, -26), (24, -30, 1), (50, -34), (86, -18), (94, -6, 1), (92, 0, 1), (-70, 0, 1)]
)
ANKLE_BOOT = smooth(
    [
        (-66, -132, 1),
        (4, -126, 1),
        (2, -90),
        (14, -66),
        (58, -46),
        (90, -26),
        (96, -14, 1),
        (94, 0, 1),
        (20, 0, 1),
        (-14, -14),
        (-30, -14, 1),
        (-32, 0, 1),
        (-68, 0, 1),
        (-70, -80),
    ]
)
SANDAL = join(
    smooth(
        [(-72, -22, 1), (-20, -20), (40, -13), (94, -10, 1), (94, 0, 1), (30, 0), (-40, -4, 1), (-44, 0), (-72, 0, 1)]
    ),
    line([(-66, -20), (-62, -62), (-22, -66), (0, -18)], 9),
    line([(22, -14), (42, -42), (66, -38), (78, -12)], 13),
)
LOW_SHOE = smooth(
    [
        (-88, -72, 1),
        (-60, -66),
        (-26, -74, 1),
        (-2, -84, 1),
        (30, -58),
        (74, -44),
        (104, -26),
        (108, -14, 1),
        (-90, -14, 1),
        (-92, -44),
    ]
)


def pair(press: Press, shoe: skia.Path, at: Point, scale: tuple[float, float], inks: tuple[Ink, Ink]) -> None:
    """Two shoes of a kind, one a little behind the other; the second ink is the light on them."""
    x, y = at
    across, down = scale
    behind, before = placed(shoe, (x - 20 * across, y - 9 * down), scale), placed(shoe, at, scale)
    press.glaze(placed(oval(8, 2, 98, 9), at, scale), mix(PLUM, INK, 0.2))
    press.lay(behind, mix(inks[0], INK, 0.35))
    two_tone(press, before, inks, fade((0, y - 8 * down), (0, y - 62 * down), 1.0))


def laced(press: Press, at: Point, scale: tuple[float, float], inks: tuple[Ink, Ink]) -> None:
    """One low shoe with a pale sole, laces and a stitched cap."""

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, scale)

    y, down = at[1], scale[1]
    press.lay(part(smooth([(-92, -18, 1), (106, -18, 1), (112, -6), (104, 0, 1), (-90, 0, 1), (-96, -8)])), PAPER)
    press.lay(part(rect(-92, -6, 198, 6)), mix(inks[0], INK, 0.5))
    two_tone(press, part(LOW_SHOE), inks, fade((0, y - 20 * down), (0, y - 90 * down), 0.8))
    press.lay(part(poly((-14, -76), (0, -86), (36, -54), (24, -44))), mix(inks[0], INK, 0.45))
    laces = bars([((-10 + 10 * n, -70 + 7.5 * n), (8 + 10 * n, -86 + 9 * n)) for n in range(4)], 4)
    press.lay(part(laces), PAPER, clip=part(LOW_SHOE))
    press.lay(part(join(*[oval(-12 + 10 * n, -67 + 7.5 * n, 2.2) for n in range(4)])), mix(inks[1], PAPER, 0.5))
    press.lay(part(line([(64, -46), (60, -30), (66, -16)], 2.5)), mix(inks[0], INK, 0.5))
    press.lay(part(brush([(-84, -66), (-88, -44), (-84, -20)], [2, 8, 3])), mix(inks[0], INK, 0.4))
