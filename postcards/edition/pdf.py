"""The PDF surface: ReportLab's canvas as a writer of objects, the page's code written by us.

The one flip stands here: pages have y downwards from the trim's top left corner, PDF has y upwards from the sheet's
bottom left corner. Same pages, same bytes: names come from content. Which standard the file keeps to, and for which
press, is the edition's plan; an edition in inks prints black text and black lines over what lies below them.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from math import inf
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from postcards.composition import Face, GlyphRun, Line
from postcards.edition import objects
from postcards.edition.code import WITHOUT_GAPS, PageCode
from postcards.edition.colour import ALL_PLATES, REGISTRATION, fill_operator, is_black, stroke_operator
from postcards.edition.document import Sink, write_document
from postcards.edition.embedding import LINE_SPACE, EmbeddedFont, FontProgram, last_said
from postcards.edition.metadata import Imprint, information, issue_time, xmp_packet
from postcards.edition.navigation import label_pages, prefer
from postcards.edition.objects import KNOCKS_OUT, LEAST, OVERPRINTS, USUAL
from postcards.edition.painter import EditionPlan
from postcards.edition.photos import Derivative
from postcards.edition.ready import number_of
from postcards.edition.structure import ARTIFACT, PAGE_NUMBER, Mark, Structure
from postcards.edition.tags import Sheet, add_tags
from postcards.edition.weights import Weights
from postcards.geometry import Point, Rect, Size
from postcards.pages.colours import Palette
from postcards.pages.page import Page, Pages, Path, Placed

# ASCII85 in pure Python takes twenty times as long as everything else together, and makes files a quarter larger.
rl_config.useA85 = 0


class _NoFont:
    """Stands in for the font ReportLab gives every page: with it, no unembedded Helvetica gets into the file."""

    fontName = "postcards-none"
    _dynamicFont = True
    _multiByte = 1
    substitutionFonts: tuple[Any, ...] = ()


pdfmetrics._fonts[_NoFont.fontName] = _NoFont()


class PdfSurface:
    """Pages become the bytes of one PDF; see `painter.Surface`."""

    def __init__(
        self,
        pages: Pages,
        plan: EditionPlan,
        palette: Palette,
        fonts: Mapping[Face, FontProgram],
        imprint: Imprint,
    ) -> None:
        self._moment = issue_time(imprint.issued)  # before ReportLab reads the same variable, and less kindly
        self._imprint = imprint
        self._plan = plan
        self._palette = palette
        colours = (*palette.colours, REGISTRATION)
        self._fills = {name: fill_operator(palette, name, plan.space) for name in colours}
        self._strokes = {name: stroke_operator(palette, name, plan.space) for name in colours}
        self._fonts = {face: (f"F{number}", program) for number, (face, program) in enumerate(fonts.items(), start=1)}
        self._bleed = pages.bleed if plan.bleeds else 0.0
        self._slug = pages.slug if plan.bleeds else 0.0
        self._reach = self._bleed + self._slug
        self._canvas = Canvas(
            io.BytesIO(),  # never written: see `document`
            pageCompression=1,
            invariant=1,
            pdfVersion=plan.standard.version,
            initialFontName=_NoFont.fontName,
            lang=imprint.language,
        )
        self._bookmarks: dict[int, list[tuple[str, int]]] = {}
        for bookmark in pages.bookmarks if plan.outline else ():
            self._bookmarks.setdefault(bookmark.number, []).append((bookmark.title, bookmark.level))
        document = self._canvas._doc
        objects.describe(document, information(imprint, self._moment))
        if plan.outline:
            label_pages(document, pages.pages)
        self._describe()
        document.delayedFonts.extend(EmbeddedFont(name, program) for name, program in self._fonts.values())
        self._code = PageCode([])
        self._sheet = self._side = Size(0.0, 0.0)
        self._drawn: dict[tuple[Path, Size], str] = {}
        self._states = objects.GraphicsStates(document) if plan.intent else None
        self._mark: Mark | None = None  # what is painted belongs to it
        self._sheets: dict[int, Sheet] = {}
        self.weights = Weights()
        self._content = sha256()
        for program in fonts.values():
            self._content.update(program.name.encode() + program.glyph_map)
            self._content.update("\0".join(cluster.text for cluster in program.codes).encode())

    def begin_page(self, page: Page) -> None:
        """Open a sheet as large as the trim and, where the edition bleeds, its bleed and the room for marks."""
        reach, slug = self._reach, self._slug
        self._sheet = Size(page.trim.width + 2 * reach, page.trim.height + 2 * reach)
        self._canvas.setPageSize((self._sheet.width, self._sheet.height))
        if self._plan.bleeds:
            self._canvas._trimBox = (reach, reach, reach + page.trim.width, reach + page.trim.height)
            self._canvas._bleedBox = (slug, slug, self._sheet.width - slug, self._sheet.height - slug)
        self._code = PageCode(self._canvas._code)
        if self._states:
            self._canvas._extgstate = self._states
        for index, (title, level) in enumerate(self._bookmarks.get(page.number, ())):
            key = f"page{page.number}-{index}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(title, key, level)
        self._number = page.number

    def fill(self, path: Path, colour: str) -> None:
        self._overprint(False)
        self._code.set("fill", self._fills[colour])
        self._code.paint(f"{self._steps(path)} f")

    def stroke(self, path: Path, colour: str, width: float, dots: float) -> None:
        if colour == REGISTRATION and self._plan.space == "cmyk":
            self._use_all_plates()
        self._overprint(is_black(self._palette, colour))
        self._code.set("stroke", self._strokes[colour])
        self._code.set("width", f"{_number(width)} w")
        self._code.set("dashes", f"[{DOT} {_number(dots - DOT)}] 0 d 1 J" if dots else WITHOUT_GAPS)
        self._code.paint(f"{self._steps(path)} S")

    def picture(self, rect: Rect, derivative: Derivative) -> None:
        self._overprint(False)
        name = f"photo-{derivative.key}"
        canvas, document = self._canvas, self._canvas._doc
        internal = document.getXObjectName(name)
        if internal not in document.idToObject:
            document.Reference(objects.Photo(derivative), internal)
            self._content.update(derivative.key.encode())
        if name not in canvas._formsinuse:
            canvas._formsinuse.append(name)
        canvas._currentPageHasImages = 1
        x, y = self._place(rect.x, rect.bottom)
        self._code.paint(f"q {_number(rect.width)} 0 0 {_number(rect.height)} {x} {y} cm /{internal} Do Q")

    def text(self, origin: Point, line: Line, colour: str) -> None:
        """One line; a run that follows the one before without a gap needs no place of its own.

        Unless kerning stands between the two: pdfium leaves out a number at the end of a TJ.
        """
        self._overprint(is_black(self._palette, colour))
        self._code.set("fill", self._fills[colour])
        pen, rise = inf, 0.0
        last = last_said(line) if self._mark and line.spaced else None
        for run in line.runs:
            name, program = self._fonts[run.face]
            self._code.set("font", f"/{name} {_number(run.size)} Tf")
            shown = _shown(run, program, spaced=run is last)
            if abs(run.x - pen) > _SAME_PLACE or run.rise != rise:
                x, y = self._place(origin.x + run.x, origin.y - run.rise)
                shown = f"1 0 0 1 {x} {y} Tm {shown}"
            self._code.show(shown)
            pen, rise = inf if run.adjusts[-1] else run.x + run.width, run.rise

    def begin_placed(self, placed: Placed) -> None:
        """Until `end_placed`, coordinates are those of the page, and only its window is painted."""
        scale = -placed.scale if placed.turned else placed.scale
        trim, window = placed.page.trim, placed.window
        x, y = placed.corner.x, self._sheet.height - placed.corner.y - scale * trim.height
        moved = " ".join(map(_number, (scale, 0, 0, scale, x, y)))
        clip = " ".join(map(_number, (window.x, trim.height - window.bottom, window.width, window.height)))
        self._code.keep(f"{moved} cm {clip} re W n")
        self._sheet, self._side = trim, self._sheet

    def end_placed(self) -> None:
        self._code.bring_back()
        self._sheet = self._side

    def mark(self, mark: Mark) -> None:
        if mark == self._mark:
            return
        if self._mark:
            self._code.paint("EMC")
        self._code.paint(_BEGIN_MARK[mark.tag] if mark.number is None else f"/{mark.tag} <</MCID {mark.number}>> BDC")
        self._mark = mark

    def tag(self, structure: Structure) -> None:
        add_tags(self._canvas._doc, structure, self._sheets, self._imprint.direction)

    def end_page(self) -> None:
        if self._mark:
            self._code.paint("EMC")
            self._mark = None
        self._content.update(self._code.end().encode())
        document = self._canvas._doc
        name = document.thisPageName()
        self._canvas.showPage()
        page = document.idToObject[name]
        self._sheets[self._number] = Sheet(number_of(document, page), page, self._sheet.height)

    def finish(self) -> bytes:
        """The whole file."""
        file = io.BytesIO()
        self.write(file)
        return file.getvalue()

    def write(self, sink: Sink) -> None:
        """Write the whole file, once, photo after photo; `weights` says from then on what its bytes are spent on."""
        document, standard = self._canvas._doc, self._plan.standard
        packet = xmp_packet(self._imprint, self._moment, standard.claims, self._content.digest())
        document.Catalog.Metadata = objects.metadata(document, packet)
        document.updateSignature(packet)
        effort = LEAST if self._plan.intent else USUAL
        self.weights = write_document(self._canvas, sink, packed=standard.packed, effort=effort)

    def _overprint(self, black: bool) -> None:
        """Black over what lies below, anything else in its stead; set where it changes, in an edition in inks."""
        if self._states:
            self._code.set("state", f"/{OVERPRINTS if black else KNOCKS_OUT} gs")

    def _steps(self, path: Path) -> str:
        """The path's operators; most paths, such as the edges of stamps, come again on other pages."""
        drawn = self._drawn.get((path, self._sheet))
        if drawn is None:
            drawn = self._drawn[path, self._sheet] = " ".join(self._step(*step) for step in path.steps)
        return drawn

    def _step(self, operator: str, numbers: tuple[float, ...]) -> str:
        points = [self._place(numbers[place], numbers[place + 1]) for place in range(0, len(numbers), 2)]
        return " ".join([*(part for point in points for part in point), _OPERATORS[operator]])

    def _place(self, x: float, y: float) -> tuple[str, str]:
        return _number(x + self._reach), _number(self._sheet.height - self._reach - y)

    def _use_all_plates(self) -> None:
        """See to it that the page has the colour space that comes out on every plate."""
        canvas, document, name = self._canvas, self._canvas._doc, f"colour-{ALL_PLATES}"
        if name not in document.idToObject:
            document.Reference(objects.all_plates(), name)
        canvas._colorsUsed[name] = ALL_PLATES

    def _describe(self) -> None:
        canvas, intent = self._canvas, self._plan.intent
        prefer(canvas, self._plan, self._imprint.direction)
        if intent:
            objects.add_intent(canvas._doc, intent)


#: Runs that begin within this distance of where the last one ended (points) follow it.
_SAME_PLACE = 0.005

#: pdf.js forgets the first number after a code that shows nothing; this one is of no account, and what counts follows.
_FORGOTTEN = "0.001 "

#: Length of a dash that shows as a dot between its round ends, points: some programs leave out those of none.
DOT = 0.01

#: Distances between letters that are kept as they are written: more than the fonts of a booklet have.
KERNS = 1 << 12

#: What stands before artifacts (ISO 32000-1, 14.8.2.2).
_BEGIN_MARK = {ARTIFACT.tag: "/Artifact BMC", PAGE_NUMBER.tag: "/Artifact <</Type /Pagination>> BDC"}

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _shown(run: GlyphRun, program: FontProgram, *, spaced: bool) -> str:
    """One run as a TJ: codes in hexadecimal, kerning in thousandths of an em, taken off; with the line's space."""
    shown = [program.written[cluster] for cluster in run.clusters]
    for place, adjust in enumerate(run.adjusts[:-1]):
        if adjust:
            forgotten = "" if run.clusters[place].components else _FORGOTTEN
            shown[place] += f"> {forgotten}{_taken_off(adjust, run.face.upem)} <"
    if spaced:
        shown.append(program.written[LINE_SPACE])
    return f"[<{''.join(shown)}>] TJ"


@lru_cache(maxsize=KERNS)
def _taken_off(adjust: int, upem: int) -> str:
    return _number(-adjust * (1000 / upem))


def _number(value: float) -> str:
    """A number as PDF writes it: at most three decimals, a thousandth of a point being finer than any device."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
