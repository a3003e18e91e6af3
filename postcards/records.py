"""What was made of what: by its record a build knows what it need not make again.

A record holds what went into its files, each by its digest, what they were like once they were written, and what was
found. It lies in the cache, where it is safe to delete; one that is damaged is no record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from postcards.edition.cache import Cache
from postcards.edition.delivery import REJECTED
from postcards.inputs import Stamp, stamp_of

#: Raised whenever records are written otherwise, so that no old one is read.
VERSION = 5

#: What stands where an entry of the cache is called something.
RECORD = b"record"

#: Why something is made that nothing is known of.
FIRST = "it was not made before"

#: How many names of changed files are told; there are more where a designer has been at work.
TOLD = 2


#: Ending of files that tell of others. They are not put back but written again: by then others may stand there.
TELLING = ".json"


class Record(Struct, frozen=True):
    """How some files came to be."""

    inputs: Mapping[str, str]  # what went into them -> its digest
    outputs: Mapping[str, str]  # their paths, from the output folder -> SHA-256, hexadecimal
    result: Mapping[str, Any]  # what else came of it, as JSON has it
    stamps: Mapping[str, Stamp] = MappingProxyType({})  # what the files were like when they were recorded

    def lost(self, out: Path) -> dict[str, str]:
        """Files that are not in `out` as they were made, and what has happened to each."""
        said = {name: self._lost(name, out) for name in self.outputs}
        return {name: what for name, what in said.items() if what}

    def _lost(self, name: str, out: Path) -> str:
        """What has happened to a finished file."""
        path = out / name
        if path.with_name(path.name + REJECTED).exists():
            return f"{path.name}{REJECTED} lies beside it"
        if stamp_of(path) == self.stamps.get(name):
            return ""
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return f"{path.name} was gone"
        return "" if digest == self.outputs[name] else f"{path.name} was changed"


class Verdict(Struct, frozen=True):
    """What is to be done about some files."""

    make: str  # why they have to be made again; empty if they need not
    put_back: Mapping[str, str] = MappingProxyType({})  # those lost and there again, and what had happened


def judge(record: Record | None, inputs: Mapping[str, str], cache: Cache, out: Path) -> Verdict:
    """Whether the files of a record need to be made again of `inputs`; those that are only lost are put back.

    A file whose maker was refused something by our own check is made again, to be checked again.
    """
    if record is None:
        return Verdict(FIRST)
    if why := _changes(record.inputs, inputs):
        return Verdict(why)
    lost = record.lost(out)
    for name, what in lost.items():
        path = out / name
        if path.with_name(path.name + REJECTED).exists() or not cache.put_back(path, record.outputs[name]):
            return Verdict(what)
    return Verdict("", {name: f"{what}, and was put back" for name, what in lost.items()})


def read_record(cache: Cache, name: str) -> Record | None:
    """The record kept under `name`; None if there is none."""
    try:
        return msgspec.json.decode(cache.body(_entry(name)) or b"", type=Record)
    except msgspec.DecodeError:
        return None


def keep_record(cache: Cache, name: str, record: Record, out: Path) -> None:
    """Keep a record of files in `out`, and the files, under `name`, in the place of those before."""
    before = read_record(cache, name)
    for digest in sorted({*before.outputs.values()} - {*record.outputs.values()} if before else ()):
        cache.drop_file(digest)
    for file, digest in record.outputs.items():
        if not file.endswith(TELLING):
            cache.keep_file(out / file, digest)
    # Only now: a file that was given another name is not as it was in the eyes of the system.
    stamps = {file: stamp_of(out / file) for file in record.outputs}
    cache.write(_entry(name), RECORD, msgspec.json.encode(replace(record, stamps=stamps)))


def _entry(name: str) -> str:
    return f"made-{hashlib.sha256(f'{VERSION} {name}'.encode()).hexdigest()}"


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """What of the inputs is not what it was, in a few words."""
    said = [
        *(f"{name} has changed" for name in sorted(old.keys() & new.keys()) if old[name] != new[name]),
        *(f"{name} is new" for name in sorted(new.keys() - old.keys())),
        *(f"{name} is gone" for name in sorted(old.keys() - new.keys())),
    ]
    return _listed(said)


def _listed(said: Iterable[str]) -> str:
    said = list(said)
    more = f" and {len(said) - TOLD} more" if len(said) > TOLD else ""
    return ", ".join(said[:TOLD]) + more
