"""A sewing machine at work on a blue cloth, spools of thread on the wall behind; morning light from the left."""

from pictures.forms import shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, grain, slope

WALL = mix(mix(OCHRE, SAND, 0.62), PAPER, 0.25)
WALL_SHADE = mix(OCHRE, BRICK, 0.22)
TABLE = mix(mix(BRICK, PLUM, 0.35), INK, 0.1)
BODY = mix(GREEN, INK, 0.25)
CLOTH = mix(BLUE, SKY, 0.22)
CLOTH_DARK = mix(BLUE, INK, 0.35)
STEEL = mix(SKY, PAPER, 0.3)
THREADS = (BRICK, OCHRE, GREEN, BLUE, PLUM, PAPER, mix(BRICK, SAND, 0.5), mix(SKY, BLUE, 0.3))


def draw(press: Press) -> None:
    wall(press)
    spools(press)
    press.lay(rect(-10, 752, 1620, 270), TABLE)
    press.lay(rect(-10, 752, 1620, 270), mix(TABLE, OCHRE, 0.45), dry(slope((0, 800), (1300, 960), (0.55, 0.0))))
    press.lay(rect(-10, 748, 1620, 9), mix(TABLE, INK, 0.5))
    machine(press)
    cloth(press)
    small_things(press)


def wall(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 770), WALL)
    press.lay(rect(-10, -10, 1620, 770), WALL_SHADE, grain(slope((900, 200), (1700, 500), (0.0, 0.8))))
    for x in (-60, 160):
        press.lay(poly((x, -10), (x + 170, -10), (x + 480, 750), (x + 250, 750)), mix(PAPER, SAND, 0.2))


def spools(press: Press) -> None:
    """Two rows on pegs; a few have run empty."""
    for row, y in enumerate((104, 262)):
        press.lay(rect(760, y + 76, 800, 15), mix(BRICK, INK, 0.35))
        for n in range(8):
            if (row, n) == (0, 1):
                continue
            spool(press, (812 + 98 * n, y), THREADS[(n * 3 + row * 2) % 8], 0.45 if (row, n) == (1, 5) else 1)


def spool(press: Press, at: Point, thread: Ink, full: float) -> None:
    x, y = at
    wood = mix(SAND, OCHRE, 0.3)
    press.glaze(rect(x - 14, y - 50, 70, 128), mix(WALL_SHADE, SAND, 0.4))
    half = 14 + 20 * full
    shaded(
        press,
        rounded((x - half, y - 46, 2 * half, 104), 10),
        thread,
        mix(thread, INK, 0.6),
        slope((x - 8, 0), (x + half, 0), (0.0, 1.0)),
    )
    press.lay(
        bars([((x - half, y - 30.0 + 18 * n), (x + half, y - 24.0 + 18 * n)) for n in range(5)], 2.5),
        mix(thread, INK, 0.35),
    )
    press.lay(join(rounded((x - 36, y - 62, 72, 20), 6), rounded((x - 36, y + 56, 72, 20), 6)), wood)


def machine(press: Press) -> None:
    """An old iron machine: arm, head, hand wheel."""
    press.glaze(poly((520, 790), (1240, 790), (1470, 850), (760, 856)), mix(PLUM, INK, 0.2))
    press.lay(rounded((420, 716, 800, 76), 16), mix(BRICK, OCHRE, 0.3))
    press.lay(rounded((420, 716, 800, 24), 12), mix(OCHRE, SAND, 0.4))
    press.lay(rect(450, 752, 740, 26), mix(BRICK, INK, 0.35))
    press.lay(rounded((1196, 430, 40, 200), 18), STEEL)
    shaded(press, rounded((1216, 410, 60, 240), 28), BODY, INK, slope((1220, 0), (1276, 0), (0.1, 0.9)))
    press.lay(rounded((1270, 446, 22, 168), 10), STEEL)
    shape = smooth(
        [
            (470, 400, 1),
            (476, 366),
            (520, 346),
            (700, 350),
            (900, 372),
            (1120, 366),
            (1190, 380),
            (1206, 430),
            (1206, 716, 1),
            (1010, 716, 1),
            (1020, 640),
            (1010, 560),
            (950, 512),
            (820, 500),
            (660, 512),
            (602, 530),
            (596, 600),
            (590, 628, 1),
            (476, 628, 1),
        ]
    )
    shaded(press, shape, BODY, mix(INK, BLUE, 0.15), slope((0, 430), (0, 600), (0.0, 0.8)))
    press.lay(
        brush([(500, 376), (560, 364), (700, 368), (880, 390), (1080, 388), (1160, 394)], [4, 12, 10, 9, 10, 3]),
        mix(BODY, PAPER, 0.5),
    )
    scrolls = [line([(690, 446), (800, 452), (930, 446), (1050, 452)], 5)]
    for n in range(7):
        x, side = 714 + 52 * n, 1 if n % 2 else -1
        scrolls.append(brush([(x, 449), (x + 16, 449 + 16 * side), (x + 36, 449 + 22 * side)], [2, 17, 1]))
    press.lay(join(*scrolls, stroked(oval(1110, 560, 52, 66), 6), oval(1110, 560, 16, 22)), OCHRE)
    press.lay(rounded((488, 408, 88, 206), 12), STEEL)
    press.lay(rounded((488, 408, 88, 206), 12), mix(BLUE, SKY, 0.4), grain(slope((510, 420), (590, 600), (0.0, 0.9))))
    press.lay(join(oval(532, 470, 24), oval(532, 470, 9)), mix(BLUE, INK, 0.3))
    press.lay(oval(532, 470, 13), STEEL)
    press.lay(
        join(rect(526, 620, 14, 74), rect(536, 690, 5, 40), poly((500, 722), (506, 706), (566, 706), (580, 722))),
        mix(INK, BLUE, 0.3),
    )
    press.lay(join(rect(640, 314, 6, 46), rect(760, 320, 6, 42)), INK)
    spool(press, (643, 276), BRICK, 1)
    press.lay(line([(650, 238), (764, 318), (600, 356), (536, 440), (560, 560), (540, 690)], 3), BRICK)


def cloth(press: Press) -> None:
    """It runs under the needle and falls over the table's edge in folds."""
    sheet = smooth(
        [
            (790, 722, 1),
            (660, 712),
            (480, 716),
            (330, 742),
            (180, 790),
            (60, 860),
            (-20, 960),
            (-20, 1020, 1),
            (690, 1020, 1),
            (700, 930),
            (730, 850),
            (770, 780),
        ]
    )
    press.glaze(placed(sheet, (34, 14)), mix(PLUM, INK, 0.25))
    press.lay(sheet, CLOTH)
    folds = [
        brush([(640, 730), (540, 790), (470, 880), (430, 1020)], [2, 26, 40, 66]),
        brush([(520, 736), (360, 800), (250, 900), (190, 1020)], [2, 22, 36, 56]),
        brush([(740, 740), (690, 800), (640, 890), (620, 1020)], [2, 20, 30, 40]),
    ]
    press.lay(join(*folds), CLOTH_DARK, grain(even(0.72)), clip=sheet)
    lights = [
        brush([(590, 736), (450, 800), (350, 900), (300, 1020)], [2, 10, 14, 20]),
        brush([(700, 740), (610, 810), (550, 900), (530, 1020)], [2, 9, 12, 16]),
    ]
    press.lay(join(*lights), mix(SKY, PAPER, 0.3), clip=sheet)
    dots = []
    for column in range(9):
        for step in range(8):
            reach = 0.12 + step * 0.115
            x, y = 760 - 640 * reach + 74 * column * reach - 60, 730 + 300 * reach**1.15 + 3 * column
            dots.append(oval(x, y, 5 + 5 * reach, 4 + 4 * reach))
    press.lay(join(*dots), mix(SAND, PAPER, 0.3), clip=sheet)
    press.lay(
        bars([((180.0 + 44 * n, 778.0 - 9.4 * n), (206.0 + 44 * n, 772.0 - 9.2 * n)) for n in range(8)], 5), BRICK
    )


def small_things(press: Press) -> None:
    for x, side in ((1330, 1), (1380, -1)):
        ring = stroked(oval(x, 930, 34, 26), 12)
        blade = brush([(x + 8 * side, 906), (1350 + 20 * side, 850), (1366 - 34 * side, 770)], [14, 16, 2])
        press.glaze(placed(join(ring, blade), (14, 12)), mix(PLUM, INK, 0.25))
        press.lay(blade, STEEL)
        press.lay(ring, BRICK)
    press.lay(oval(1356, 848, 7), INK)
    spool(press, (1130, 880), OCHRE, 1)
    press.lay(line([(1150, 920), (1230, 960), (1300, 980), (1420, 970), (1540, 1000)], 3), OCHRE)
