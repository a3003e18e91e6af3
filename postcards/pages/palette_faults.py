"""What a palette's schema cannot say: colours with more ink than paper takes, and those that cannot be told apart.

Contrast is WCAG 2.1's, the ratio of relative luminances, and so holds on a screen as on a copy in black and white.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcards.pages.colours import Colour, Palette
from postcards.pages.design_faults import place_of
from postcards.problems import Problem, Severity

if TYPE_CHECKING:
    from postcards.manuscript.marks import Document

#: What paper takes of all inks together, per cent: our default press's limit. Printers with less say so themselves.
INK_LIMIT = 300

#: Of text of the sizes in our layouts (WCAG 2.1, 1.4.3), and of drawings (1.4.11).
LEAST_OF_TEXT, LEAST_OF_DRAWINGS = 4.5, 3.0

#: What text is set in on paper; on accents it is paper's white.
TEXT_COLOURS = ("ink", "soft")


def palette_faults(palette: Palette, document: Document, path: str) -> list[Problem]:
    """Everything that is wrong with a palette that has passed its schema; `document` is the file `path`."""
    return [*_inky(palette, document, path), *_pale(palette, document, path)]


def judged_pairs(palette: Palette) -> set[tuple[str, str]]:
    """The colours of text and ground that are held against each other here."""
    accents = {*palette.accents, palette.default_accent}
    return {*((name, "paper") for name in TEXT_COLOURS), *(("paper", name) for name in accents)}


def contrast(palette: Palette, text: str, ground: str) -> float:
    """Contrast ratio of two colours (WCAG 2.1, relative luminance), 1 to 21."""
    light, dark = sorted((_luminance(palette.colours[text]), _luminance(palette.colours[ground])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _inky(palette: Palette, document: Document, path: str) -> Iterator[Problem]:
    for name, colour in palette.colours.items():
        total = sum(colour.cmyk)
        if total > INK_LIMIT:
            _, where = place_of(("colours", name, "cmyk"), document, path)
            message = f"The colour {name} has {total:g} % ink: it would not dry, and come off on the next sheet."
            remedy = f"Take some of the first three away and add black, down to {INK_LIMIT} % in all."
            yield Problem("palette.ink", message, remedy, where, field=f"colours.{name}.cmyk")


def _pale(palette: Palette, document: Document, path: str) -> Iterator[Problem]:
    """Pairs of colours that lie on each other and are too alike."""
    accents = sorted({*palette.accents, palette.default_accent})
    pairs = [(name, "paper", LEAST_OF_TEXT, "Text in {} on {}") for name in TEXT_COLOURS]
    pairs += [(name, "paper", LEAST_OF_TEXT, "White text on {}") for name in accents]
    pairs += [(name, "sand", LEAST_OF_DRAWINGS, "A stamp's drawing in {} on {}") for name in accents]
    for name, ground, least, what in pairs:
        ratio = contrast(palette, name, ground)
        if ratio < least:
            _, where = place_of(("colours", name, "rgb"), document, path)
            message = f"{what.format(name, ground)} can hardly be made out: the contrast is {ratio:.1f} to 1."
            remedy = f"Make {name} darker, until it is {least:g} to 1."
            yield Problem("palette.contrast", message, remedy, where, Severity.WARNING, field=f"colours.{name}.rgb")


def _luminance(colour: Colour) -> float:
    channels = [int(colour.rgb[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
