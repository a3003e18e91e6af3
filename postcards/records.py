"""What was made of what: by its record a build knows what it need not make again.

A record holds what went into its files, each by its digest, what they were like once they were written, and what was
found. It lies in the cache, where it is safe to delete; one that is damaged is no record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from postcards.edition.cache import Cache
from postcards.edition.delivery import REJECTED
from postcards.inputs import Stamp, stamp_of

#: Raised whenever records are written otherwise, so that no old one is read.
VERSION = 2

#: What stands where an entry of the cache is called something.
RECORD = b"record"

#: How many names of changed files are told; there are more where a designer has been at work.
TOLD = 2


class Output(NamedTuple):
    """A finished file."""

    digest: str  # SHA-256, hexadecimal
    stamp: Stamp  # when it was recorded


class Record(NamedTuple):
    """How some files came to be."""

    inputs: Mapping[str, str]  # what went into them -> its digest
    outputs: Mapping[str, Output]  # their paths, from the output folder
    result: Mapping[str, Any]  # what else came of it, as JSON has it

    def outdated(self, inputs: Mapping[str, str], out: Path) -> str:
        """Why the files would have to be made again of `inputs`; empty if they need not."""
        return _changes(self.inputs, inputs) or next(filter(None, (self._lost(name, out) for name in self.outputs)), "")

    def _lost(self, name: str, out: Path) -> str:
        """What has happened to a finished file."""
        path, kept = out / name, self.outputs[name]
        if path.with_name(path.name + REJECTED).exists():
            return f"{path.name}{REJECTED} lies beside it"
        if stamp_of(path) == kept.stamp:
            return ""
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return f"{path.name} was gone"
        return "" if digest == kept.digest else f"{path.name} was changed"


def recorded(inputs: Mapping[str, str], outputs: Mapping[str, str], result: Mapping[str, Any], out: Path) -> Record:
    """The record of files in `out` that have just been written; `outputs` are their digests."""
    return Record(inputs, {name: Output(digest, stamp_of(out / name)) for name, digest in outputs.items()}, result)


def read_record(cache: Cache, name: str) -> Record | None:
    """The record kept under `name`; None if there is none."""
    content = cache.body(_entry(name))
    if content is None:
        return None
    inputs, outputs, result = json.loads(content)
    return Record(inputs, {path: Output(digest, Stamp(*stamp)) for path, (digest, stamp) in outputs.items()}, result)


def keep_record(cache: Cache, name: str, record: Record) -> None:
    """Keep a record under `name`, in the place of the one before."""
    cache.write(_entry(name), RECORD, json.dumps(record).encode())


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
