"""What is fuzzed: each target is a plain function of bytes that raises where a promise is broken.

What else becomes a reader of files (PO, sheets) gets a line here, a folder in `corpus/` and words in `words/`.
"""

from __future__ import annotations

import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import galley_texts
import pdf_bytes
import photo_bytes
import staff_files

HERE = Path(__file__).parent

#: What one input may take: seconds of the processor, and MB of memory beside those 80 that the program takes itself.
SECONDS, MEGABYTES = 10.0, 520

#: `ru_maxrss` in MB: it counts bytes on macOS, kB elsewhere.
MAXRSS_UNIT = 1e-6 if sys.platform == "darwin" else 1e-3


def _as_it_is(data: bytes) -> bytes:
    return data


def _nothing(_data: bytes) -> None:
    pass


class Target(NamedTuple):
    """One door through which bytes that somebody else wrote come in."""

    check: Callable[[bytes], None]
    longest: int  # bytes that the fuzzer tries: longer ones are slower and seldom tell more
    mended: Callable[[bytes], bytes] = _as_it_is  # a changed input made fit to pass the first look
    guide: Callable[[bytes], None] = _nothing  # shows the fuzzer what happens in compiled parts


TARGETS = {
    "yaml": Target(staff_files.check, 4_000, guide=staff_files.guide),
    "photo": Target(photo_bytes.check, 8_000, mended=photo_bytes.mended),
    "galley": Target(galley_texts.check, 400),
    "pdf": Target(pdf_bytes.check, 8_000),
}


def corpus(name: str) -> list[Path]:
    """The inputs that every machine tries, each named after what it shows."""
    return sorted((HERE / "corpus" / name).iterdir())


def words(name: str) -> Path:
    """What the target's inputs are made of, as libFuzzer reads it (-dict)."""
    return HERE / "words" / f"{name}.dict"


class Budget:
    """Time and memory that one input after the other may take."""

    def __init__(self) -> None:
        self._peak = _peak()

    def spend(self, check: Callable[[bytes], None], data: bytes) -> None:
        """Run `check` on `data`; raises AssertionError where it takes too much."""
        begun = time.process_time()
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # they are for programmers: an office gets findings
            check(data)
        seconds, megabytes = time.process_time() - begun, _peak() - self._peak
        assert seconds < SECONDS, f"It took {seconds:.1f} s."
        assert megabytes < MEGABYTES, f"It took {megabytes:.0f} MB."


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT
