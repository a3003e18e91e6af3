"""A headset on a desk in a call centre: autumn sun through a blind lays stripes over desk and wall."""

import skia

from pictures.forms import shaded, turned
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, overlap, placed, poly, rect, rounded, stroked
from pictures.textures import even, grain, slope

WALL = mix(mix(BLUE, SKY, 0.42), PLUM, 0.14)
DESK = mix(mix(BRICK, PLUM, 0.5), SAND, 0.16)
SUN = mix(SAND, PAPER, 0.45)
DARK = mix(BLUE, INK, 0.5)
LIT = mix(OCHRE, SAND, 0.4)


def draw(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), WALL)
    press.lay(rect(-10, 620, 1620, 400), DESK)
    press.lay(rect(-10, 612, 1620, 14), mix(DESK, INK, 0.45))
    stripes(press)
    keyboard(press)
    headset(press)
    glass(press)
    telephone(press)


def stripes(press: Press) -> None:
    """Light between the slats, bent where the wall meets the desk."""
    wall, desk = [], []
    for step in range(13):
        x = -420 + 172 * step
        wall.append(poly((x + 330, -10), (x + 420, -10), (x + 140, 612), (x + 50, 612)))
        desk.append(poly((x + 50, 626), (x + 140, 626), (x - 150, 1010), (x - 270, 1010)))
    frame = poly((260, -10), (1610, -10), (1610, 320), (1480, 612), (200, 612), (-10, 400), (-10, -10))
    press.lay(join(*[overlap(w, frame) for w in wall]), mix(SUN, WALL, 0.3))
    press.lay(join(*desk), mix(LIT, DESK, 0.28))
    press.lay(rect(-10, -10, 1620, 640), mix(WALL, INK, 0.45), grain(slope((900, 200), (1700, 640), (0.0, 0.7))))
    leaf_shadow = []
    for x, y, turn in (
        (520, 180, 20),
        (600, 250, -30),
        (450, 290, 60),
        (690, 150, 10),
        (560, 370, -10),
        (760, 260, 40),
    ):
        leaf_shadow.append(placed(brush([(0, -56), (0, 0), (0, 50)], [2, 56, 2]), (x, y), 1, turn))
    press.glaze(join(*leaf_shadow, line([(420, 420), (560, 270), (760, 120), (900, 40)], 8)), mix(BLUE, SKY, 0.3))


def headset(press: Press) -> None:
    """Standing on the desk, leaning on its ear pieces."""
    cx, top, foot = 800.0, 210.0, 700.0
    bow = line(
        [
            (cx - 230, foot - 120),
            (cx - 226, foot - 290),
            (cx - 130, top + 40),
            (cx, top),
            (cx + 130, top + 40),
            (cx + 226, foot - 290),
            (cx + 230, foot - 120),
        ],
        40,
    )
    shadow = placed(bow, (180, 60), (1.0, 1.0), 0)
    press.glaze(overlap(shadow, rect(-10, -10, 1620, 622)), mix(BLUE, SKY, 0.25))
    press.glaze(poly((520, 812), (1100, 812), (1360, 880), (1180, 910), (640, 880)), mix(PLUM, INK, 0.15))
    press.lay(bow, INK)
    press.lay(
        line([(cx - 214, foot - 270), (cx - 124, top + 46), (cx, top + 8), (cx + 110, top + 38)], 9),
        mix(SKY, BLUE, 0.3),
    )
    press.lay(line([(cx - 120, top + 44), (cx, top + 6), (cx + 120, top + 44)], 62), mix(PLUM, INK, 0.3))
    press.lay(line([(cx - 116, top + 36), (cx - 10, top - 8), (cx + 40, top)], 12), mix(PLUM, SAND, 0.45))
    for side in (-1, 1):
        x = cx + side * 230
        yoke = rounded((x - 22, foot - 220, 44, 130), 20)
        press.lay(yoke, mix(SKY, BLUE, 0.25))
        cup = rounded((x - 62, foot - 118, 124, 226), 60)
        shaded(press, cup, BRICK, mix(BRICK, INK, 0.6), slope((x - 20, 0), (x + 66, 0), (0.0, 0.95)))
        pad = rounded((x - 92 if side > 0 else x + 36, foot - 110, 56, 210), 28)
        press.lay(pad, mix(INK, PLUM, 0.25))
        press.lay(rounded((x - 44, foot - 92, 15, 140), 7), mix(BRICK, PAPER, 0.5))
    press.lay(
        line([(cx - 232, foot + 30), (cx - 300, foot + 104), (cx - 220, foot + 176), (cx - 60, foot + 176)], 13), INK
    )
    press.lay(rounded((cx - 76, foot + 150, 104, 50), 24), mix(INK, BLUE, 0.25))
    press.lay(
        bars([((cx - 52 + 18 * n, foot + 164), (cx - 52 + 18 * n, foot + 186)) for n in range(4)], 6),
        mix(SKY, BLUE, 0.2),
    )
    cord = [
        (cx + 236, foot + 104),
        (cx + 250, foot + 170),
        (cx + 360, foot + 190),
        (cx + 500, foot + 120),
        (cx + 640, foot + 130),
    ]
    press.lay(line(cord, 11), INK)


def keyboard(press: Press) -> None:
    corners = poly((150, 840), (560, 840), (540, 970), (70, 970))
    press.glaze(placed(corners, (24, 18)), mix(PLUM, INK, 0.3))
    press.lay(corners, mix(SAND, PAPER, 0.4))
    keys: list[skia.Path] = []
    for row in range(4):
        y = 852 + 28 * row
        left, right = 160 - 17 * row, 546 - 4 * row
        wide = (right - left) / 11
        keys += [rounded((left + wide * n, y, wide - 7, 20), 4) for n in range(11)]
    press.lay(join(*keys), mix(BLUE, SKY, 0.5))


def glass(press: Press) -> None:
    """Water, and a strip of tablets."""
    x, foot = 1330.0, 800.0
    body = turned(x, [(62, foot - 230, 1), (50, foot, 1)])
    press.glaze(
        poly((x - 40, foot - 8), (x + 50, foot - 8), (x + 260, foot + 60), (x + 120, foot + 70)), mix(PLUM, SKY, 0.35)
    )
    press.lay(body, mix(SKY, PAPER, 0.4), grain(even(0.62)))
    press.lay(turned(x, [(57, foot - 130, 1), (50, foot, 1)]), mix(SKY, BLUE, 0.3))
    press.lay(oval(x, foot - 130, 57, 13), mix(SKY, PAPER, 0.5))
    press.lay(stroked(body, 5), PAPER)
    press.lay(stroked(oval(x, foot - 230, 62, 15), 5), PAPER)
    strip = placed(rounded((0, 0, 190, 84), 12), (1150, 850), 1, 12)
    press.glaze(placed(strip, (12, 12)), mix(PLUM, INK, 0.3))
    press.lay(strip, mix(SKY, PAPER, 0.3))
    dots: list[Point] = [(30 + 43 * c, 24 + 36 * r) for r in range(2) for c in range(4)]
    press.lay(placed(join(*[oval(px, py, 14, 12) for px, py in dots[:6]]), (1150, 850), 1, 12), mix(BRICK, SAND, 0.45))
    press.lay(
        placed(join(*[stroked(oval(px, py, 14, 12), 3) for px, py in dots[6:]]), (1150, 850), 1, 12),
        mix(BLUE, SKY, 0.3),
    )


def telephone(press: Press) -> None:
    base = poly((120, 560), (400, 560), (430, 700), (90, 700))
    press.glaze(placed(base, (60, 22)), mix(PLUM, INK, 0.2))
    shaded(press, base, mix(GREEN, SKY, 0.25), mix(GREEN, INK, 0.4), slope((200, 0), (430, 0), (0.0, 0.85)))
    press.lay(poly((90, 700), (430, 700), (430, 726), (90, 726)), mix(GREEN, INK, 0.5))
    press.lay(rect(280, 578, 108, 40), DARK)
    keys = [rounded((286 + 35 * c + 3 * r, 632 + 22 * r, 26, 14), 4) for r in range(3) for c in range(3)]
    press.lay(join(*keys), SUN)
    press.lay(rounded((126, 540, 96, 168), 40), mix(GREEN, INK, 0.6))
    press.lay(rounded((136, 546, 20, 140), 10), mix(GREEN, SKY, 0.45))
