"""What a build told, and whether it would tell the same again: the short way where nothing has changed.

It looks at bytes and reads none of them, so nothing of the program that reads, sets or paints is even loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from postcards.edition.cache import Cache
from postcards.edition.delivery import output_folder
from postcards.inputs import Stock, still_steady
from postcards.problems import Problem
from postcards.records import Record, judge, keep_record, read_record
from postcards.wish import Wish

#: Where finished photos and records are kept, inside the output folder: beside the sources nothing is ever written.
CACHE = ".cache"


class Told(Struct, frozen=True):
    """What came of a build."""

    problems: tuple[Problem, ...]
    files: Mapping[str, str]  # finished editions, from the output folder -> what was done for them and why, or nothing
    outputs: Mapping[str, str]  # these and their reports -> SHA-256, hexadecimal
    lasts: bool  # the same would be told again
    refused: bool = False  # our own check refused a file


def told_before(out: Path, wish: Wish, stock: Stock) -> Told | None:
    """What the same build told the last time, if nothing has changed since and all its files are there."""
    cache = Cache(out / CACHE)
    record = read_record(cache, _name(wish)) if stock.whole else None
    if record is None:
        return None
    with output_folder(out):
        verdict = judge(record, stock.digests, cache, out)
        if verdict.make:
            return None
        if verdict.put_back:
            keep_record(cache, _name(wish), record, out)
    problems = tuple(map(Problem.from_json, record.result["problems"]))
    files = {file: verdict.put_back.get(file, "") for file in record.result["files"]}
    return Told(problems, files, record.outputs, True)


def remember(out: Path, wish: Wish, stock: Stock, told: Told) -> None:
    """Keep what was told for the next time, unless it might be another then; the output folder's lock is held."""
    if told.lasts and still_steady(stock):
        result = {"problems": [problem.as_json() for problem in told.problems], "files": list(told.files)}
        keep_record(Cache(out / CACHE), _name(wish), Record(stock.digests, told.outputs, result), out)


def _name(wish: Wish) -> str:
    return f"build {' '.join(wish.booklets)}; {' '.join(wish.languages)}; {' '.join(wish.editions)}; {wish.printer}"
