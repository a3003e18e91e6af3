"""What booklets are made with and by: the workshop, an order, what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import Struct, field

from postcards.composition import FontShelf, Typesetter
from postcards.composition.whole_words import Kept
from postcards.edition.exposures import Exposures, Lab
from postcards.edition.painter import EditionPlan
from postcards.edition.photos import Cache
from postcards.manuscript import Manuscript
from postcards.manuscript.printers import ANY_PRINTER, STANDARD, Printer, PrintShops
from postcards.pages.assembly import Assembled
from postcards.pages.layout import Designs
from postcards.pages.page import Pages
from postcards.problems import Problem
from postcards.project import Project

#: Typesetters that stay at hand: the language's and the job ticket's. What one has kept is asked for again by the next
#: edition and the next ticket, and who makes one booklet need not give it back piece by piece.
AT_HAND = 2


class Order(NamedTuple):
    """What is to be made: one booklet in one language, in some editions."""

    booklet: str  # id
    language: str  # BCP 47
    editions: tuple[str, ...]  # names in PLANS
    printer: str = STANDARD  # whose bleed and page count all editions have

    def folder(self, out: Path) -> Path:
        return out / self.booklet / self.language


class Workshop(Struct, frozen=True):
    """Everything that all booklets of a project are made from, read once."""

    project: Project
    manuscript: Manuscript
    designs: Designs
    print_shops: PrintShops
    shelf: FontShelf
    cache: Cache
    hands: int = 1  # photos of one booklet that are made ready at a time
    begins: float = 0.0  # which is the first of them, as a share of all
    ground: str = ""  # digest of what all pages are made of but stories; empty where no pages are kept, or trusted
    pictures: Mapping[str, str] = field(default_factory=dict)  # digests of photos by their files; empty likewise
    guards: bool = False  # an order is held back if an error would take something out of its last good files

    @property
    def lab(self) -> Lab:
        """Where its photos are made ready."""
        return Lab(self.project.root, self.cache, self.hands, self.begins, self.pictures)

    def typesetter(self, language: str, whole: Mapping[str, Kept] = MappingProxyType({})) -> Typesetter:
        """The one that has set texts in the language before, if it is one of the last, with all that it has kept;
        `whole` is what each language keeps whole.
        """
        return _typesetter(self.shelf, language, tuple(whole.items()))

    def printer(self, order: Order) -> Printer:
        """The print shop an order goes to; any one, where that one cannot be used."""
        return self.print_shops.printers.get(order.printer, ANY_PRINTER)


@lru_cache(maxsize=AT_HAND)
def _typesetter(shelf: FontShelf, _language: str, whole: tuple[tuple[str, Kept], ...]) -> Typesetter:
    return Typesetter(shelf, dict(whole))


class LaidOut(Struct, frozen=True):
    """A booklet's pages, ready to paint in some editions."""

    plans: tuple[EditionPlan, ...]
    assembled: Assembled
    exposures: Exposures

    @property
    def pages(self) -> Pages:
        return self.assembled.pages


class EditionPart(Struct, frozen=True):
    """One file of an edition."""

    name: str
    shown: LaidOut  # its own pages
    told: Assembled  # what the report says of it


class Made(Struct, frozen=True):
    """What came of making an order's editions."""

    order: Order
    pages: int
    editions: Mapping[str, Mapping[str, Any]]  # name -> what the report says of its file; only those delivered
    beside: Mapping[str, Mapping[str, str]]  # the same of what goes with them: the job ticket
    refused: tuple[str, ...]  # editions that our own check refused
    found: tuple[Problem, ...]  # on the way
    held: bool = False  # nothing was written: the last good files are better


class Produced(Struct, frozen=True):
    """An order with its report."""

    order: Order
    pages: int
    files: Mapping[str, str]  # edition -> its file, from the output folder; only those that were delivered
    refused: tuple[str, ...]  # editions that our own check refused
    problems: tuple[Problem, ...]  # all that concern the order
    outputs: Mapping[str, str]  # every file, from the output folder -> SHA-256, hexadecimal
    held: bool = False  # nothing was written: the last good files are better
