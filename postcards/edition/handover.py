"""What the print shop is handed: single pages in reading order, the cover in its own file where it is asked for.

Pages become other pages, and nothing is painted here. A cover is two spreads, as it lies flat: its outside (back,
spine, front) and its inside; a booklet that is read from the right has its front on the left. What bleeds on the back
runs on over the spine, for a fold that wanders must not show bare paper; inside, the spine stays bare, where the glue
goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Galley, TextStyle, voice_of
from postcards.edition.marks import MARGIN, Site, all_marks, slug, slug_room
from postcards.geometry import MM, TOLERANCE, Rect, Size
from postcards.manuscript import Booklet
from postcards.manuscript.printers import COVER_PAGES, Printer
from postcards.pages import path
from postcards.pages.page import Drawing, Fill, Item, Page, Pages, Path, Picture, Placed, Stroke, Text
from postcards.pages.thickness import caliper

#: Names of the files: the inside pages or all of them, and the cover.
PRINT, COVER = "print", "print-cover"

#: Bound with glue, the leaves lie side by side in a spine; staples go through a fold that has no width.
GLUED = "perfect"

#: The slug's type: small, since nobody but the printer reads it, and large enough for a fax of the sheet. Points.
SLUG_SIZE, SLUG_LEADING = 6.0, 7.2

#: Paragraphs of a spread's second page are counted from here: no page has so many.
SECOND_PAGE = 1000


class Part(Struct, frozen=True):
    """One file of a print edition."""

    name: str
    pages: Pages
    sheets: tuple[str, ...]  # which pages of the booklet stand on each of its pages: "5", "28, 1"
    folds: tuple[float, ...] = ()  # where each of its pages is folded, from the trim's left edge, points


#: Compose a text in a style to a measure.
Compose = Callable[[str, TextStyle, float], Galley]

#: What the slug says of a sheet, line by line, given the pages on it.
SlugWords = Callable[[str], Sequence[str]]


def spine_width(booklet: Booklet, inside_pages: int, printer: Printer) -> float:
    """How wide a cover's spine is, points: as thick as the glued leaves and what the print shop adds; else a fold."""
    if booklet.binding != GLUED:
        return 0.0
    return round(inside_pages / 2 * caliper(booklet) / MM + printer.spine_allowance, 1) * MM


def parts_of(pages: Pages, printer: Printer, spine: float) -> tuple[Part, ...]:
    """The files that `printer` is handed of a booklet; the spine in points."""
    count = len(pages.pages)
    if not printer.has_own_cover:
        return (_inside(pages, pages.pages),)
    half = COVER_PAGES // 2
    front, inner_front, *body, inner_back, back = pages.pages
    outside, inside = (back, front), (inner_front, inner_back)
    if pages.direction == "rtl":
        outside, inside = outside[::-1], inside[::-1]
    sheets = [
        _spread(1, outside, spine, pages.bleed, runs_on=back),
        _spread(2, inside, spine, pages.bleed, runs_on=None),
    ]
    width = pages.pages[0].trim.width
    folds = (width, width + spine) if spine > 0 else (width,)
    shown = (f"{count}, 1", f"{half}, {count - 1}")
    cover = Part(COVER, replace(pages, pages=tuple(sheets), bookmarks=()), shown, folds)
    return (_inside(pages, tuple(body)), cover)


def with_marks(part: Part, compose: Compose, language: str, words: SlugWords) -> Part:
    """The same with printer's marks and a slug on every sheet; `language` is the slug's."""
    marked = []
    for page, shown in zip(part.pages.pages, part.sheets, strict=True):
        site = Site(Rect(0, 0, *page.trim), part.pages.bleed, part.folds)
        style = TextStyle(
            voice_of("sans", "regular", language), SLUG_SIZE, SLUG_LEADING, booklet_direction=part.pages.direction
        )
        galleys = [compose(line, style, slug_room(site).width) for line in words(shown)]
        paragraph = 1 + max((text.paragraph for text in page.texts), default=0)
        items = (*page.items, *all_marks(site), *slug(galleys, site, language, paragraph))
        marked.append(replace(page, items=items))
    return replace(part, pages=replace(part.pages, pages=tuple(marked), slug=MARGIN))


def _inside(pages: Pages, kept: tuple[Page, ...]) -> Part:
    """Pages as they are; what a design lets reach beyond the bleed ends there."""
    clipped = tuple(replace(page, items=_laid(page, Rect(0, 0, *page.trim).outset(pages.bleed), 0.0)) for page in kept)
    return Part(PRINT, replace(pages, pages=clipped, bookmarks=()), tuple(str(page.number) for page in kept))


def _spread(number: int, halves: tuple[Page, Page], spine: float, bleed: float, runs_on: Page | None) -> Page:
    """Two pages side by side as one, `runs_on` the one whose grounds run on over the spine."""
    left, right = halves
    width, height = left.trim
    tall = height + 2 * bleed
    over_left, over_right = (spine if page is runs_on else 0.0 for page in halves)
    items = (
        *_laid(left, Rect(-bleed, -bleed, width + bleed + over_left, tall), 0.0),
        *_laid(right, Rect(-over_right, -bleed, width + bleed + over_right, tall), width + spine),
    )
    return Page(number, "", "cover-spread", Size(2 * width + spine, height), items)


def _laid(page: Page, region: Rect, offset: float) -> tuple[Item, ...]:
    """The page's items moved to the right; what bleeds reaches to the edges of `region`, and nothing further."""
    first = SECOND_PAGE if offset else 0
    return tuple(_moved(_bled(item, page.trim, region), offset, first) for item in page.items)


def _bled(item: Item, trim: Size, region: Rect) -> Item:
    if isinstance(item, Picture):
        return replace(item, rect=_reaching(item.rect, trim, region))
    if isinstance(item, Fill) and (rect := path.as_rectangle(item.path)):
        reaching = _reaching(rect, trim, region)
        return item if reaching == rect else replace(item, path=path.rectangle(reaching))
    return item


def _reaching(rect: Rect, trim: Size, region: Rect) -> Rect:
    """`rect` with every edge beyond the trim moved to the edge of `region`."""
    x = region.x if rect.x < -TOLERANCE else rect.x
    y = region.y if rect.y < -TOLERANCE else rect.y
    right = region.right if rect.right > trim.width + TOLERANCE else rect.right
    bottom = region.bottom if rect.bottom > trim.height + TOLERANCE else rect.bottom
    same = all(abs(one - other) <= TOLERANCE for one, other in zip(rect, (x, y, right - x, bottom - y), strict=True))
    return rect if same else Rect(x, y, right - x, bottom - y)


def _moved(item: Item, offset: float, first: int) -> Item:
    if not offset:
        return item
    if isinstance(item, Picture):
        return replace(item, rect=item.rect._replace(x=item.rect.x + offset))
    if isinstance(item, Text):
        origin = item.origin._replace(x=item.origin.x + offset)
        return replace(item, origin=origin, paragraph=item.paragraph + first)
    if isinstance(item, Drawing):
        rect = item.rect._replace(x=item.rect.x + offset)
        return replace(item, path=_shifted(item.path, offset), rect=rect)
    if isinstance(item, Placed):
        return item._replace(corner=item.corner._replace(x=item.corner.x + offset))
    moved: Fill | Stroke = replace(item, path=_shifted(item.path, offset))
    return moved


def _shifted(outline: Path, offset: float) -> Path:
    """Every x moved; numbers come as x, y, x, y …"""
    return Path(
        tuple(
            (step, tuple(number + (0.0 if place % 2 else offset) for place, number in enumerate(numbers)))
            for step, numbers in outline.steps
        )
    )
