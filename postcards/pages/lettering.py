"""Whether text can be made out: the contrast of every line on what is painted below it (WCAG 2.1, 1.4.3).

What lies below a line is told from the page's items in the order of painting. A ground is a filled outline, as far as
its bounding box reaches, and paper where there is none; lines, such as a postmark's rings, are none. A line that lies
on several grounds is as hard to read as on the worst of them, and on a picture nobody can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from postcards.geometry import TOLERANCE, Rect
from postcards.pages.colours import Palette
from postcards.pages.page import Fill, Item, Page, Pages, Picture, Placed, Text
from postcards.pages.palette_faults import LEAST_OF_TEXT, contrast, judged_pairs
from postcards.pages.path import bounds
from postcards.problems import Problem, Severity, Where

#: How far letters reach above and below their baseline, ems: capitals, and most descenders.
RISE, DROP = 0.75, 0.25

PAPER = "paper"


#: How well text of one colour can be made out on another, by both.
Ratios = dict[tuple[str, str], float]


class Lettering(NamedTuple):
    """A line of text and what it lies on."""

    page: int
    text: Text
    ground: str  # a name in the palette; empty for a picture
    ratio: float  # of relative luminances, from 1 to 21; 0 on a picture


def letterings(page: Page, palette: Palette) -> Iterator[Lettering]:
    """Every line of a page that shows something, on the ground on which it is hardest to make out."""
    return _letterings(page.items, page.number, palette, {}, set(palette.colours))


def pale_text(pages: Pages, palette: Palette, where: Where) -> list[Problem]:
    """Warnings about text that can hardly be made out, one for each style and ground; `where` is the booklet's.

    Colours that the palette's own check judges are told there.
    """
    told: dict[tuple[str, str, str], Problem] = {}
    judged = judged_pairs(palette)
    known: Ratios = {}
    for page in pages.pages:
        doubtful = set(_doubtful(page.items, palette, known))
        for _, text, ground, ratio in _letterings(page.items, page.number, palette, known, doubtful):
            key = (text.role, text.colour, ground)
            if ratio < LEAST_OF_TEXT and key not in told and (text.colour, ground) not in judged:
                on = f"on {ground}: the contrast is {ratio:.1f} to 1" if ground else "on a picture"
                message = f"Page {page.number} ({page.kind}): text in {text.colour} stands {on}."
                remedy = f"In the layout, give the style {text.role} or what lies below it another colour or place."
                told[key] = Problem("page.contrast", message, remedy, where, Severity.WARNING, story=page.story)
    return list(told.values())


def _doubtful(items: Iterable[Item], palette: Palette, known: Ratios) -> Iterator[str]:
    """Colours of text that cannot be made out on everything that is painted on the page, wherever that may be."""
    grounds, texts = {PAPER}, set()
    for item in items:
        if isinstance(item, Placed):
            yield from _doubtful(item.page.items, palette, known)
        elif isinstance(item, Text):
            texts.add(item.colour)
        elif isinstance(item, (Fill, Picture)):
            grounds.add(item.colour if isinstance(item, Fill) else "")
    for colour in texts:
        if any(_ratio(colour, ground, palette, known) < LEAST_OF_TEXT for ground in grounds):
            yield colour


def _letterings(
    items: Iterable[Item], number: int, palette: Palette, known: Ratios, colours: Set[str]
) -> Iterator[Lettering]:
    """Every line in one of these colours; what is `known` of the palette is not reckoned again, for page after page."""
    painted: list[tuple[Rect, str]] = []  # grounds and pictures, the latest last
    for item in items:
        if isinstance(item, Fill):
            painted.append((bounds(item.path), item.colour))
        elif isinstance(item, Picture):
            painted.append((item.rect, ""))
        elif isinstance(item, Placed):
            yield from _letterings(item.page.items, item.page.number, palette, known, colours)
        elif isinstance(item, Text) and item.colour in colours and item.line.runs:
            grounds = {ground: _ratio(item.colour, ground, palette, known) for ground in _below(_box(item), painted)}
            worst = min(grounds, key=lambda ground: (grounds[ground], ground))
            yield Lettering(number, item, worst, grounds[worst])


def _ratio(text: str, ground: str, palette: Palette, known: Ratios) -> float:
    if not ground:
        return 0.0
    if (text, ground) not in known:
        known[text, ground] = contrast(palette, text, ground)
    return known[text, ground]


def _below(box: Rect, painted: list[tuple[Rect, str]]) -> Iterator[str]:
    """What is seen below `box`, from the latest to where nothing shows through."""
    open_to_view = [box]
    for rect, ground in reversed(painted):
        if any(rect.overlaps(part) for part in open_to_view):
            yield ground
            open_to_view = [rest for part in open_to_view for rest in _beside(part, rect)]
            if not open_to_view:
                return
    yield PAPER


def _beside(part: Rect, cover: Rect) -> Iterator[Rect]:
    """What of `part` is not under `cover`: at most four rectangles."""
    if not cover.overlaps(part):
        yield part
        return
    top, bottom = max(part.y, cover.y), min(part.bottom, cover.bottom)
    sides = (
        Rect(part.x, part.y, part.width, top - part.y),
        Rect(part.x, bottom, part.width, part.bottom - bottom),
        Rect(part.x, top, cover.x - part.x, bottom - top),
        Rect(cover.right, top, part.right - cover.right, bottom - top),
    )
    yield from (side for side in sides if min(side.width, side.height) > TOLERANCE)


def _box(text: Text) -> Rect:
    """Where the line's letters lie."""
    size = max(run.size for run in text.line.runs)
    return Rect(text.origin.x, text.origin.y - RISE * size, text.line.width, (RISE + DROP) * size)
