"""Building again: only what has changed is made, and what is made is as if nothing had been there."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from postcards.booklet import hand_in
from postcards.edition.painter import PLANS
from postcards.inputs import Stock, joined, still_steady
from postcards.manuscript.places import NOTE_FALLBACK
from postcards.pool import Site, TellOrder
from postcards.problems import Problem
from postcards.production import make_all
from postcards.records import Record, Verdict, judge, keep_record, read_record
from postcards.standing import edition_of
from postcards.workshop import Made, Order, Produced, Workshop

#: The file of a story that is in no language.
STORY = "story"

#: What the editions of an order are called among its inputs.
EDITIONS = "the list of editions"

#: What pages show, and are asked for by: it is looked at itself.
SHOWN = ("content/stories/", "content/booklets/")

#: Findings that are not about what was read begin so: run again, they may not come again.
PASSING = "build."


class Built(Struct, frozen=True):
    """What came of an order, and why."""

    produced: Produced
    why: Mapping[str, str]  # by edition: what was done to have its file; empty if it was there


def produce_changed(
    workshop: Workshop, work: list[Order], stock: Stock, out: Path, site: Site, tell: TellOrder
) -> Generator[Built]:
    """Make those orders whose files are not what they should be, results in the order of `work`.

    Reports are written anew wherever they would say something else: a translation is outdated by another language's
    file, and its pages are not.
    """
    if stock.steady:
        workshop = replace(workshop, ground=ground_of(stock), pictures=stock.pictures)
    kept: dict[Order, Made] = {}
    verdicts: dict[Order, Verdict] = {}
    for order in work:
        record = _last_record(workshop, order) if stock.whole else None
        verdicts[order] = judge(record, inputs_of(order, stock), workshop.cache, out)
        if record and not verdicts[order].make:
            kept[order] = _from_record(order, record)
    changed = [order for order in work if order not in kept]
    # Whatever stops this stops the workers, before the output folder's lock is given back.
    with closing(make_all(workshop, changed, out, site, tell)) as made:
        for order in work:
            now = kept.get(order) or next(made)
            produced, verdict = hand_in(workshop, now, stock, out), verdicts[order]
            done = {name: verdict.make or verdict.put_back.get(file, "") for name, file in produced.files.items()}
            if (verdict.make or verdict.put_back) and lasting(produced) and still_steady(stock):
                files = {file: produced.outputs[file] for file in produced.files.values()}
                keep_record(workshop.cache, _name(order), Record(inputs_of(order, stock), files, _result(now)), out)
            yield Built(produced, done)
        next(made, None)  # the last has been made, and the workers go


def lasting(produced: Produced) -> bool:
    """Whether the same would come of the order again."""
    if produced.refused or produced.held:
        return False
    return not any(problem.code.startswith(PASSING) for problem in produced.problems)


def ground_of(stock: Stock) -> str:
    """The digest of all that a story's pages are made of but the story: program, designs, type, words, places."""
    return joined(f"{name} {digest}" for name, digest in sorted(stock.digests.items()) if not name.startswith(SHOWN))


def inputs_of(order: Order, stock: Stock) -> dict[str, str]:
    """What goes into an order's files, by name, each with its digest: everything but other languages and booklets."""
    mattering = {name: digest for name, digest in stock.digests.items() if _matters(name, order)}
    return {**mattering, EDITIONS: " ".join(order.editions), "the print shop": order.printer}


def _matters(name: str, order: Order) -> bool:
    """Whether a file may have a part in the order."""
    folder, _, file = name.rpartition("/")
    stem = file.removesuffix(".yaml")
    if stem == file:
        return True
    if folder == "content/booklets":
        return stem == order.booklet
    if folder == "content/languages":
        return stem in (order.language, NOTE_FALLBACK)
    return not folder.startswith("content/stories/") or stem in (STORY, order.language)


def _last_record(workshop: Workshop, order: Order) -> Record | None:
    """How the order's files came to be, by themselves or with the booklet's other editions."""
    record = read_record(workshop.cache, _name(order))
    usual = tuple(edition for edition in workshop.manuscript.booklets[order.booklet].editions if edition in PLANS)
    if record is None and {*order.editions} < {*usual}:
        record = _part_of(read_record(workshop.cache, _name(order._replace(editions=usual))), order)
    return record


def _part_of(record: Record | None, order: Order) -> Record | None:
    """A record of more editions as one of the order's alone; none where anything was found, which may be of others."""
    if record is None or record.result["found"]:
        return None
    editions, beside = (_of_order(record.result[part], order) for part in ("editions", "beside"))
    if {*map(edition_of, editions)} != {*order.editions}:
        return None
    files = {(order.folder(Path()) / part["file"]).as_posix() for part in (*editions.values(), *beside.values())}
    return Record(
        {**record.inputs, EDITIONS: " ".join(order.editions)},
        {file: digest for file, digest in record.outputs.items() if file in files},
        {**record.result, "pages": next(iter(editions.values()))["pages"], "editions": editions, "beside": beside},
        record.stamps,
    )


def _of_order(parts: Mapping[str, Any], order: Order) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if edition_of(name) in order.editions}


def _name(order: Order) -> str:
    return f"{order.booklet} {order.language} {' '.join(order.editions)}"


def _result(made: Made) -> dict[str, Any]:
    found = [problem.as_json() for problem in made.found]
    return {"pages": made.pages, "editions": made.editions, "beside": made.beside, "found": found}


def _from_record(order: Order, record: Record) -> Made:
    result = record.result
    found = tuple(map(Problem.from_json, result["found"]))
    return Made(order, result["pages"], result["editions"], result["beside"], (), found)
