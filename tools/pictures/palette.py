"""The inks all pictures share, and how tints are mixed from them."""

Ink = tuple[float, float, float]


def ink(code: str) -> Ink:
    """An ink from its sRGB hex code, e.g. "#1F4A42"."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def mix(first: Ink, second: Ink, share: float) -> Ink:
    """`share` of the second ink stirred into the first."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return red, green, blue


PAPER = ink("#FBF7EF")
INK = ink("#22201E")
GREEN = ink("#1F4A42")
BRICK = ink("#9A3B2E")
OCHRE = ink("#C98B2B")
BLUE = ink("#2F4B6E")
PLUM = ink("#5B3550")
SAND = ink("#E6CFA3")
SKY = ink("#CFDDE0")
