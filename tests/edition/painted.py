"""Pages with one of everything on them, their PDFs, and a surface that writes down what is painted."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as File
from typing import Any

from PIL import Image

from postcards.composition import TextStyle, Typesetter, read_fonts, voice_of
from postcards.edition.darkroom import develop
from postcards.edition.embedding import embed
from postcards.edition.metadata import Imprint
from postcards.edition.painter import PLANS, EditionPlan, paint
from postcards.edition.pdf import PdfSurface
from postcards.edition.photos import Derivative, PhotoRecipe
from postcards.edition.structure import Mark, Structure
from postcards.edition.weights import Weights
from postcards.geometry import MM, Point, Rect, Size
from postcards.manuscript import Photo
from postcards.manuscript.language import direction
from postcards.pages.designs import read_designs
from postcards.pages.page import Bookmark, Fill, Item, Page, Pages, Picture, Placed, Stroke, Text
from postcards.pages.path import rectangle, segment
from postcards.project import Project, our_folder

REPOSITORY = File(__file__).parents[2]
TRIM = Size(148 * MM, 105 * MM)
BLEED = 3 * MM
PHOTO = Photo("photo.jpg", "place", "illustration", "Drawn for this booklet")
ISSUED = date(2026, 11, 1)

#: The picture bleeds on three sides, the ground fills the sheet's rest.
PICTURE = Rect(-BLEED, -BLEED, TRIM.width + 2 * BLEED, 60 * MM + BLEED)
GROUND = Rect(-BLEED, 60 * MM, TRIM.width + 2 * BLEED, 45 * MM + BLEED)
RULE = (Point(10 * MM, 50 * MM), Point(60 * MM, 50 * MM))
ORIGIN = Point(10 * MM, 80 * MM)
MEASURE = 100 * MM

PALETTE = read_designs(Project(REPOSITORY, REPOSITORY, our_folder("layouts"), our_folder("fonts"))).palette
TYPESETTER = Typesetter(read_fonts(our_folder("fonts")))


def text(words: str, language: str = "en", colour: str = "ink", origin: Point = ORIGIN) -> Text:
    """One line in the serif at 12 points."""
    voice = voice_of("serif", "regular", language)
    (line,) = TYPESETTER.compose(words, TextStyle(voice, 12.0, 15.0), MEASURE).lines
    return Text(origin._replace(x=origin.x + line.indent), line, colour, "summary", language, 1)


def page(number: int, *items: Item) -> Page:
    return Page(number, str(number), "inside", TRIM, items, heading=f"Page {number}")


def bound(*laid_out: Page, language: str = "en", title: str = "Postcards of Return") -> Pages:
    """A booklet of these pages, each with a bookmark."""
    marks = tuple(Bookmark(page.heading, page.number, 0) for page in laid_out)
    return Pages("small", language, direction(language), title, "2026-1", BLEED, laid_out, marks)


def everything() -> Pages:
    """Two pages with a picture, a ground, a rule and texts."""
    picture = Picture(PICTURE, PHOTO, "A house between green hills.", "en")
    ground = Fill(rectangle(GROUND), "green")
    rule = Stroke(segment(*RULE), "hairline", 0.5)
    first = page(1, picture, ground, text("A house that earns", colour="paper"))
    return bound(first, page(2, rule, text("He went home in 2012.")))


def derivative(edition: str) -> Derivative:
    """A photo whose upper half is red and whose lower half is blue, as the edition shows it."""
    image = Image.new("RGB", (200, 100), (220, 30, 30))
    image.paste((30, 30, 220), (0, 50, 200, 100))
    file = io.BytesIO()
    image.save(file, "PNG")
    recipe = PhotoRecipe(200, 100, (0.5, 0.5), PLANS[edition].ppi, PLANS[edition].intent)
    picture = develop(file.getvalue(), recipe)
    return Derivative(
        "0" * 64, "1" * 64, picture.width, picture.height, picture.colour, picture.ink, lambda: picture.jpeg
    )


def pdf(pages: Pages, edition: str) -> bytes:
    """The booklet's bytes in one edition."""
    return painted(pages, PLANS[edition], derivative(edition))


def surface_of(pages: Pages, plan: EditionPlan, shown: Derivative) -> PdfSurface:
    """The booklet painted as `plan` has it, every photo being `shown`, and not written yet."""
    imprint = Imprint(pages.title, f"small {pages.issue}", pages.language, pages.direction, ISSUED)
    surface = PdfSurface(pages, plan, PALETTE, embed(pages.pages), imprint)
    paint(pages, plan, surface, lambda _photo, _shown: shown)
    return surface


def painted(pages: Pages, plan: EditionPlan, shown: Derivative) -> bytes:
    """The booklet's bytes as `plan` has it, every photo being `shown`."""
    return surface_of(pages, plan, shown).finish()


def painted_weights(pages: Pages, plan: EditionPlan, shown: Derivative) -> Weights:
    """What those bytes are spent on."""
    surface = surface_of(pages, plan, shown)
    surface.finish()
    return surface.weights


@dataclass(frozen=True)
class Recorder:
    """A surface that writes down what it is told."""

    told: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def begin_page(self, page: Page) -> None:
        self.told.append(("begin_page", (page.number,)))

    def fill(self, path: Any, colour: str) -> None:
        self.told.append(("fill", (path, colour)))

    def stroke(self, path: Any, colour: str, width: float, dots: float) -> None:
        self.told.append(("stroke", (path, colour, width, dots)))

    def picture(self, rect: Rect, derivative: Derivative) -> None:
        self.told.append(("picture", (rect, derivative)))

    def text(self, origin: Point, line: Any, colour: str) -> None:
        self.told.append(("text", (origin, line, colour)))

    def begin_placed(self, placed: Placed) -> None:
        self.told.append(
            ("begin_placed", (placed.page.number, placed.corner, placed.scale, placed.turned, placed.window))
        )

    def end_placed(self) -> None:
        self.told.append(("end_placed", ()))

    def end_page(self) -> None:
        self.told.append(("end_page", ()))

    def mark(self, mark: Mark) -> None:
        self.told.append(("mark", mark))

    def tag(self, structure: Structure) -> None:
        self.told.append(("tag", (structure,)))
