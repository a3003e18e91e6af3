"""A boxy saloon of the seventies as a taxi, in profile, heading left with its lights on."""

import skia

from pictures.palette import BLUE, BRICK, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, cut, join, line, oval, placed, poly, rect, rounded, smooth
from pictures.textures import dry, even, glow, grain, slope

CAB = mix(OCHRE, SAND, 0.26)
GLASS_LIGHT = mix(mix(mix(OCHRE, BRICK, 0.25), SAND, 0.55), SKY, 0.3)
LAMP_LIGHT = mix(OCHRE, SAND, 0.5)


def taxi(press: Press, at: Point) -> None:
    """The front bumper stands at `at`, on the road."""

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at)

    shell = smooth(
        [
            (2, -62, 1),
            (4, -104),
            (12, -126, 1),
            (60, -136),
            (196, -146, 1),
            (262, -214),
            (290, -224),
            (430, -226),
            (458, -216),
            (520, -146, 1),
            (628, -138, 1),
            (640, -118),
            (642, -62, 1),
            (636, -46, 1),
            (6, -46, 1),
        ]
    )
    arches = join(oval(132, -40, 60), oval(520, -40, 60))
    press.glaze(
        part(smooth([(-30, -4), (120, -16), (520, -16), (690, -2), (600, 14), (60, 16)])),
        mix(INK, BLUE, 0.2),
        dry(even(0.92)),
    )
    press.lay(part(rect(60, -70, 540, 50)), INK)
    press.lay(part(cut(shell, arches)), CAB)
    body = part(cut(shell, arches))
    press.lay(body, mix(OCHRE, BRICK, 0.6), grain(slope((0, at[1] - 118), (0, at[1] - 40), (0.0, 0.85))))
    press.lay(body, mix(SAND, PAPER, 0.4), grain(slope((0, at[1] - 228), (0, at[1] - 200), (0.95, 0.0))))
    press.lay(part(rect(8, -104, 632, 16)), PAPER, clip=body)
    press.lay(part(bars([((20 + 24 * n, -96), (32 + 24 * n, -96)) for n in range(26)], 9)), INK, clip=body)
    panes = join(
        poly((216, -148), (270, -206), (292, -212), (356, -212), (356, -148)),
        poly((370, -148), (370, -212), (430, -212), (450, -206), (498, -148)),
    )
    press.lay(part(panes), mix(BLUE, INK, 0.45))
    press.lay(part(poly((250, -160), (296, -208), (326, -208), (280, -160))), GLASS_LIGHT, grain(even(0.7)))
    press.lay(part(poly((400, -160), (442, -206), (452, -196), (424, -160))), GLASS_LIGHT, grain(even(0.7)))
    seams = join(
        line([(206, -146), (202, -110), (206, -56)], 4),
        line([(363, -214), (363, -56)], 4),
        line([(502, -146), (508, -120), (486, -96)], 4),
    )
    press.lay(part(seams), mix(BRICK, INK, 0.4))
    press.lay(
        part(
            join(
                rounded((316, -132, 32, 8), 4),
                rounded((452, -132, 32, 8), 4),
                rounded((-10, -76, 78, 14), 6),
                rounded((580, -76, 74, 14), 6),
            )
        ),
        mix(SKY, PAPER, 0.4),
    )
    press.lay(part(rounded((318, -258, 86, 34), 7)), PAPER)
    press.lay(
        part(rounded((318, -258, 86, 34), 7)),
        LAMP_LIGHT,
        grain(slope((0, at[1] - 262), (0, at[1] - 220), (0.1, 0.9))),
    )
    press.lay(part(oval(14, -110, 10, 16)), PAPER)
    press.lay(part(oval(0, -110, 48)), LAMP_LIGHT, grain(glow((at[0], at[1] - 110), (10, 48), (0.7, 0.0))))
    press.lay(part(rect(630, -122, 12, 24)), BRICK)
    for x in (132, 520):
        press.lay(part(oval(x, -42, 48)), INK)
        press.lay(part(oval(x, -42, 27)), mix(SKY, BLUE, 0.2))
        press.lay(part(oval(x, -42, 16)), mix(SAND, PLUM, 0.4))
        press.lay(part(oval(x, -42, 7)), INK)
