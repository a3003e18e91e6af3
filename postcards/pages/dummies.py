"""Numbered dummy pages, to try a printer and one's hands before paper is spent on a booklet.

Each says which page it is, which way is up, where its spine is, and how near to its edge is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from postcards.composition import TextStyle, voice_of
from postcards.geometry import MM, Point, Rect, Sides, Size
from postcards.pages import path
from postcards.pages.copyfit import Compose
from postcards.pages.layout import Layout
from postcards.pages.page import Fill, Item, Page, Pages, Stroke, Text

#: The frame near the page's edge and the bar along its spine, from the trim; the bar's and the arrow's size.
FRAME, SPINE, BAR = 6 * MM, 8 * MM, 2 * MM
ARROW = Size(10 * MM, 10 * MM)

#: The number, points, and the language its digits are set in.
NUMBER, LANGUAGE = 64.0, "en"

HAIRLINE = 0.5


def dummies(count: int, direction: str, layout: Layout, compose: Compose) -> Pages:
    """A booklet of `count` dummy pages."""
    pages = tuple(
        Page(
            number, str(number), "dummy", layout.trim_size, tuple(_items(number, direction, layout.trim_size, compose))
        )
        for number in range(1, count + 1)
    )
    return Pages("office-test", LANGUAGE, direction, "Test sheets", "", layout.bleed_points, pages, ())


def _items(number: int, direction: str, trim: Size, compose: Compose) -> Iterator[Item]:
    page = Rect(0, 0, *trim)
    yield Stroke(path.rectangle(page.inset(Sides.even(FRAME))), "ink", HAIRLINE)
    bar = Rect(SPINE, SPINE, BAR, trim.height - 2 * SPINE)
    spine_left = (number % 2 == 1) == (direction == "ltr")
    yield Fill(path.rectangle(bar if spine_left else bar.mirrored(trim.width)), "soft")
    middle, top = trim.width / 2, SPINE + BAR
    corners = ((0.0, 0.0), (ARROW.width / 2, ARROW.height), (-ARROW.width / 2, ARROW.height))
    yield Fill(path.polygon([Point(middle + x, top + y) for x, y in corners]), "soft")
    style = TextStyle(voice_of("sans", "bold", LANGUAGE), NUMBER, NUMBER, align="center", booklet_direction=direction)
    galley = compose(str(number), style, trim.width)
    for line in galley.lines:
        baseline = (trim.height - galley.height) / 2 + galley.first_baseline
        yield Text(Point(line.indent, baseline), line, "ink", "number", LANGUAGE, 0)
