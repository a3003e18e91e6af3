"""A saloon car seen from the front."""

import skia

from pictures.lighting import fade, two_tone
from pictures.palette import BLUE, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, join, oval, placed, poly, rect, rounded, smooth
from pictures.textures import dry, even, grain

GLASS = mix(BLUE, INK, 0.45)
CHROME = mix(SKY, PAPER, 0.4)


def from_front(press: Press, at: Point, scale: float, inks: tuple[Ink, Ink]) -> None:
    """A rounded saloon whose wheels stand at `at`; the second ink is the light on its bonnet and roof."""

    def part(path: skia.Path) -> skia.Path:
        return placed(path, at, scale)

    y = at[1]
    press.glaze(part(oval(0, 0, 330, 22)), mix(INK, PLUM, 0.3), dry(even(0.92)))
    press.lay(part(join(rounded((-262, -120, 84, 122), 18), rounded((178, -120, 84, 122), 18))), INK)
    cabin = smooth([(-214, -300, 1), (-166, -420), (-120, -444), (0, -450), (120, -444), (166, -420), (214, -300, 1)])
    screen = smooth([(-186, -302, 1), (-146, -408), (-110, -424), (0, -428), (110, -424), (146, -408), (186, -302, 1)])
    two_tone(press, part(cabin), inks, fade((0, y - 420 * scale), (0, y - 452 * scale)))
    press.lay(part(screen), GLASS)
    press.lay(
        part(join(poly((-120, -306), (-60, -424), (-6, -424), (-66, -306)))), CHROME, grain(even(0.5)), part(screen)
    )
    press.lay(part(join(rounded((-268, -330, 58, 36), 12), rounded((210, -330, 58, 36), 12))), mix(inks[0], INK, 0.3))
    body = smooth(
        [
            (-222, -304, 1),
            (0, -318),
            (222, -304, 1),
            (262, -250),
            (276, -180),
            (272, -70),
            (258, -48, 1),
            (-258, -48, 1),
            (-272, -70),
            (-276, -180),
            (-262, -250),
        ]
    )
    two_tone(press, part(body), inks, fade((0, y - 200 * scale), (0, y - 320 * scale), 0.95))
    press.lay(part(body), mix(inks[0], INK, 0.6), fade((0, y - 160 * scale), (0, y - 40 * scale)))
    press.lay(part(bars([((-150, -296), (-120, -226)), ((150, -296), (120, -226))], 5)), mix(inks[0], INK, 0.35))
    press.lay(part(rounded((-132, -206, 264, 66), 14)), CHROME)
    press.lay(part(rounded((-124, -198, 248, 50), 8)), INK)
    press.lay(part(bars([((-120, -188 + 12 * n), (120, -188 + 12 * n)) for n in range(4)], 4)), CHROME)
    for side in (-1, 1):
        press.lay(part(oval(side * 200, -176, 46, 44)), CHROME)
        press.lay(part(oval(side * 200, -176, 37, 35)), mix(OCHRE, PAPER, 0.6))
        press.lay(part(oval(side * 200 + 8, -168, 20, 18)), mix(OCHRE, SAND, 0.3), grain(even(0.6)))
    press.lay(part(rounded((-282, -112, 564, 40), 14)), CHROME)
    press.lay(part(rect(-270, -90, 540, 14)), mix(BLUE, SKY, 0.4), dry(even(0.7)))
    press.lay(part(rect(-58, -108, 116, 32)), PAPER)
