"""Whether finished files are still what the project gives: each is made again, in memory, and held against its lock.

Nothing is written. A file is painted into nothing but its digest, one at a time; of cards alone, whose pages are made
pictures of, the whole file is in memory. Our own check is not asked again: bytes that are the same have passed it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from postcards import __version__
from postcards.booklet import paint_edition
from postcards.cards import CARDS, PICTURE_WIDTH
from postcards.changes import input_changes
from postcards.edition.delivery import Counted
from postcards.edition.embedding import embed
from postcards.edition.handover import PRINT
from postcards.edition.outbox import Outbox
from postcards.edition.painter import CARD, EditionPlan
from postcards.edition.pdf import PdfSurface
from postcards.edition.raster import pictures_of
from postcards.ingredients import digests, named
from postcards.inputs import Stock
from postcards.laying_out import alike, edition_parts, lay_out
from postcards.lock import Lock
from postcards.printing import TICKET, Ticket, lay_out_ticket
from postcards.problems import Problem, UsageError, printable
from postcards.production import orders
from postcards.report import file_report
from postcards.wish import Wish
from postcards.workshop import EditionPart, Order, Workshop

#: `equal`: the project gives this very file. `changed`: it gives another now. `by-hand`: it gives the file that was
#: made, and this is another. `missing`, `not-made`: there is none any more, on the disk, or of the project. `unlisted`:
#: the report does not know it.
State = Literal["equal", "changed", "by-hand", "missing", "not-made", "unlisted"]

#: Endings of what a build leaves.
OURS = (".pdf", ".txt", ".png")

#: So many reasons why a file cannot be made are told.
MOST_REASONS = 3

BY_HAND = "the file was changed after it was made"
OTHER_LIBRARIES = "of the same inputs something else comes: other versions of Python or of a library made it"


class Verdict(Struct, frozen=True):
    """What is to be said of one file."""

    file: Path
    state: State
    why: tuple[str, ...] = ()

    def __str__(self) -> str:
        why = f": {'; '.join(self.why)}" if self.why else ""
        return f"{printable(str(self.file))}: {SAID[self.state]}{why}"

    def as_json(self) -> dict[str, Any]:
        return {"file": str(self.file), "state": self.state, "why": list(self.why)}


SAID: Mapping[State, str] = {
    "equal": "equal",
    "changed": "differs",
    "by-hand": "differs",
    "missing": "is missing",
    "not-made": "cannot be made again",
    "unlisted": "is not in the report; an earlier build made it, or somebody put it there",
}


class Remade(Struct, frozen=True):
    """A file as it would be written now."""

    digest: str  # SHA-256, hexadecimal
    inputs: tuple[str, ...]  # names


def verify(workshop: Workshop, stock: Stock, lock: Lock, folder: Path) -> Iterator[Verdict]:
    """A verdict on every file in `folder`, the lock's."""
    made, reasons = _made_again(workshop, lock)
    order = Order(lock.booklet, lock.language, lock.asked, lock.printer)
    for name, locked in sorted(lock.files.items()):
        path, again = folder / locked.file, made.get(name)
        there = _digest(path)
        if again and again.digest == there:
            yield Verdict(path, "equal")
            continue
        was = _inputs(name, lock)
        now = digests(again.inputs if again else was, workshop, order, stock)
        changes = tuple(input_changes(was, now, (lock.program, __version__)))
        if again is None:
            yield Verdict(path, "not-made", (*changes, *reasons))
        else:
            yield _judged(path, there, (locked.sha256, again.digest), changes)
    yield from (Verdict(path, "unlisted") for path in _unlisted(folder, lock))


def _judged(path: Path, there: str | None, made: tuple[str, str], changes: tuple[str, ...]) -> Verdict:
    """The verdict on a file that is not what would be made now; `made` are the digests of what was, and would be."""
    then, now = made
    if there is None:
        return Verdict(path, "missing", changes)
    if then == now:
        return Verdict(path, "by-hand", (f"{BY_HAND}; what it was made of is the same",))
    by_hand = (BY_HAND,) if there != then else ()
    return Verdict(path, "changed", (*by_hand, *(changes or (OTHER_LIBRARIES,))))


def _made_again(workshop: Workshop, lock: Lock) -> tuple[dict[str, Remade], list[str]]:
    """All files of a lock as they would be now, by name, and why there are no others."""
    found: list[Problem] = []
    made: dict[str, Remade] = {}
    try:
        work, problems = orders(workshop, Wish((lock.booklet,), (lock.language,), lock.asked, lock.printer))
        found += problems
        for order in work:
            made |= _remade(workshop, order, found)
    except UsageError as error:
        return made, [str(error)]
    found += (problem for problem in workshop.manuscript.problems if problem.booklet in ("", lock.booklet))
    telling = [problem for problem in found if problem.is_error and problem.language in ("", lock.language)]
    reasons = dict.fromkeys(f"{problem.where}: {printable(problem.message)}" for problem in telling)
    return made, list(reasons)[:MOST_REASONS]


def _remade(workshop: Workshop, order: Order, found: list[Problem]) -> Iterator[tuple[str, Remade]]:
    """Every file of an order; what is wrong is added to `found`."""
    for plans in alike(workshop, order):
        laid_out, problems = lay_out(workshop, order, plans)
        found += problems
        for each in laid_out:
            for plan in each.plans:
                parts, problems = edition_parts(workshop, order, each, plan)
                found += problems
                painted = {part.name: _painted(workshop, order, plan, part) for part in parts}
                yield from ((name, remade) for name, (remade, _) in painted.items())
                if plan.name == CARD:
                    yield from (
                        pair for part in parts for pair in _pictures(workshop, plan, part, painted[part.name][0])
                    )
                if plan.name == PRINT and parts:
                    inputs = painted[PRINT][0].inputs
                    ticket, _ = lay_out_ticket(workshop, order, each.pages, [told for _, told in painted.values()])
                    yield from ((name, Remade(digest, inputs)) for name, digest in _digests(ticket))


def _painted(workshop: Workshop, order: Order, plan: EditionPlan, part: EditionPart) -> tuple[Remade, dict[str, Any]]:
    """One file, and what a report says of it."""
    fonts = embed(part.shown.pages.pages)
    written = _written(paint_edition(workshop, part.shown, plan, fonts))
    booklet = workshop.manuscript.booklets[order.booklet]
    told = file_report(written, part.told, Outbox(Path(), booklet, order.language).file(part.name))
    return Remade(written.sha256, tuple(named(workshop, order, plan, part, fonts))), told


def _pictures(workshop: Workshop, plan: EditionPlan, part: EditionPart, card: Remade) -> Iterator[tuple[str, Remade]]:
    """The pictures of a card."""
    content = paint_edition(workshop, part.shown, plan, embed(part.shown.pages.pages)).finish()
    for number, picture in enumerate(pictures_of(content, PICTURE_WIDTH), start=1):
        yield f"{part.name}-{number}", Remade(sha256(picture).hexdigest(), card.inputs)


def _digests(ticket: Ticket | None) -> Iterator[tuple[str, str]]:
    """Those of the job ticket and of its text; nothing where it cannot be set."""
    if ticket:
        yield TICKET, _written(ticket.surface).sha256
        yield f"{TICKET}-text", sha256(ticket.text.encode()).hexdigest()


def _written(surface: PdfSurface) -> Counted:
    """What a file would be, written to nowhere."""
    with Path(os.devnull).open("wb") as nowhere:
        written = Counted().into(nowhere)
        surface.write(written)
    return written


def _inputs(name: str, lock: Lock) -> Mapping[str, str]:
    """What a file was made of; what goes beside an edition is made of what that is made of."""
    beside = PRINT if name.startswith(TICKET) else name.rpartition("-")[0]
    home = lock.editions.get(name) or lock.editions.get(beside)
    return home.inputs if home else {}


def _digest(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _unlisted(folder: Path, lock: Lock) -> Iterator[Path]:
    """Files that are named as those of a build, and are not in its report."""
    listed = {folder / locked.file for locked in lock.files.values()}
    named_so = f"{lock.booklet}_{lock.language}_"
    for home in (folder, folder / CARDS):
        found = sorted(home.iterdir()) if home.is_dir() else []
        yield from (
            path for path in found if path.name.startswith(named_so) and path.suffix in OURS and path not in listed
        )
