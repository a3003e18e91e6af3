"""A finished file as the rules look at it: opened once, each page gone through once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from xml.etree import ElementTree

import pikepdf
import pypdfium2
from msgspec import Struct

from postcards.preflight.binding import Binding, bind
from postcards.preflight.boxes import Box, box_of
from postcards.preflight.interpreter import Interpreter, Shelf
from postcards.preflight.limits import MOST_PAGES
from postcards.preflight.marks import Area, Line, Mark, Photo, Seen, Words
from postcards.preflight.metadata import read_info, read_xmp
from postcards.preflight.objects import UNREADABLE, entry, number, numbers
from postcards.preflight.plates import Ink, ink_of_pages
from postcards.preflight.spaces import Inks, inks
from postcards.preflight.structure import Element, Structure, read_structure
from postcards.preflight.tree import Source, inherited, opened

#: A page that does not say how large it is (points): American letter, as most readers take it.
LETTER = Box(0, 0, 612, 792)

#: A PDF may begin behind this many bytes of anything else.
HEAD = 1024


class UnreadableError(Exception):
    """The file cannot be opened at all; `code` says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


class Sheet(Struct, frozen=True, eq=False, dict=True):
    """One page of the file."""

    number: int  # from 1
    source: pikepdf.Object
    media: Box
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    art: Box | None
    seen: Seen

    @property
    def cut(self) -> Box:
        """What is left of the sheet when it has been trimmed."""
        return self.trim or self.art or self.crop or self.media

    @property
    def room(self) -> Box:
        """What may be printed on: up to the bleed's edge."""
        return self.bleed or self.media

    @cached_property
    def kept(self) -> tuple[Mark, ...]:
        """Marks that are still on the page when it has been trimmed."""
        return self._parted[0]

    @cached_property
    def cut_off(self) -> tuple[Mark, ...]:
        """Marks of which nothing is."""
        return self._parted[1]

    @cached_property
    def _parted(self) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
        cut, kept, cut_off = self.cut, list[Mark](), list[Mark]()
        for mark in self.seen.marks:
            (kept if mark.box.meets(cut) else cut_off).append(mark)
        return tuple(kept), tuple(cut_off)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Strings that somebody sees, whole or in part, after trimming."""
        return tuple(mark for mark in self.kept if isinstance(mark, Words) and (mark.fill or mark.stroke))

    @cached_property
    def spoken(self) -> tuple[Words, ...]:
        """Strings that are read aloud, those too that nobody sees, such as the text behind a scanned page."""
        return tuple(mark for mark in self.seen.marks if isinstance(mark, Words))

    @cached_property
    def inked(self) -> tuple[tuple[Words, Inks], ...]:
        """Strings that somebody sees, and the inks that their letters are filled with, where these are known."""
        found = ((words, inks(words.fill)) for words in self.words if words.fill)
        return tuple((words, ink) for words, ink in found if ink)

    @cached_property
    def areas(self) -> tuple[Area | Photo, ...]:
        return tuple(mark for mark in self.kept if isinstance(mark, Area | Photo))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(mark for mark in self.kept if isinstance(mark, Line))

    @cached_property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(mark for mark in self.kept if isinstance(mark, Photo))


class Document(Struct, frozen=True, eq=False, dict=True):
    """The whole file."""

    head: bytes  # how it begins
    pdf: pikepdf.Pdf
    sheets: tuple[Sheet, ...]
    info: Mapping[str, str]
    xmp: Mapping[str, str] | None  # nothing if there is none, or it is no XML
    damages: tuple[str, ...]  # what had to be mended to open it
    cut_short: bool  # whether it has more pages than are looked at
    ink: tuple[Ink, ...]  # of each page; empty where it was not measured

    @cached_property
    def structure(self) -> Structure | None:
        """The tree of tags; nothing in a file without."""
        return read_structure(self.pdf.Root)

    @cached_property
    def binding(self) -> Binding:
        """How content and tags hold on to each other."""
        return bind(self.pdf, self.sheets, self.structure or Structure({}, {}))

    @property
    def elements(self) -> list[Element]:
        """All tags in reading order."""
        return self.structure.elements if self.structure else []


def read_document(source: Source, *, measures_ink: bool) -> Document:
    """Open a file and go through its pages; raises UnreadableError where that cannot be done."""
    head = _head(source)
    if b"%PDF-" not in head:
        raise UnreadableError("no-pdf")
    try:
        return _read(source, head, measures_ink=measures_ink)
    except UNREADABLE as error:
        raise UnreadableError("damaged", str(error)) from None


def _read(source: Source, head: bytes, *, measures_ink: bool) -> Document:
    try:
        pdf = opened(source)
        count = len(pdf.pages)
        pages = [pdf.pages[index].obj for index in range(min(count, MOST_PAGES))]
    except pikepdf.PasswordError:
        raise UnreadableError("locked") from None
    if not pages:
        raise UnreadableError("no-pages")
    shelf = Shelf()
    sheets = tuple(_sheet(number, page, shelf) for number, page in enumerate(pages, start=1))
    damages = tuple(map(str, pdf.get_warnings()))
    # A page that is too much to be gone through is too much to be painted.
    is_whole = all(sheet.seen.is_whole for sheet in sheets)
    ink = tuple(_ink(source, sheets)) if measures_ink and is_whole else ()
    return Document(head, pdf, sheets, read_info(pdf), _xmp(pdf), damages, count > MOST_PAGES, ink)


def _head(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source[:HEAD]
    with source.open("rb") as file:
        return file.read(HEAD)


def _ink(source: Source, sheets: Sequence[Sheet]) -> list[Ink]:
    try:
        return ink_of_pages(source, [sheet.room for sheet in sheets])
    except (*UNREADABLE, pypdfium2.PdfiumError):
        return []


def _sheet(place: int, page: pikepdf.Object, shelf: Shelf) -> Sheet:
    def box(key: str) -> Box | None:
        return box_of(numbers(inherited(page, key)))

    media = box("MediaBox") or LETTER
    seen = Interpreter(shelf, media).page(page, inherited(page, "Resources"))
    return Sheet(place, page, media, box("CropBox"), box("BleedBox"), box("TrimBox"), box("ArtBox"), seen)


def _xmp(pdf: pikepdf.Pdf) -> dict[str, str] | None:
    packet = entry(pdf.Root, "Metadata")
    try:
        return read_xmp(packet.read_bytes()) if isinstance(packet, pikepdf.Stream) else None
    except (*UNREADABLE, ElementTree.ParseError):
        return None


def user_unit(sheet: Sheet) -> float:
    """How many points one unit of the page is (table 30)."""
    unit = number(entry(sheet.source, "UserUnit"))
    return 1.0 if unit is None else unit
