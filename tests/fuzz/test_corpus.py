"""Every input that was ever a finding, and those that the fuzzer begins with, keep every promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from targets import TARGETS, Budget, corpus, words

INPUTS = [(name, path) for name in TARGETS for path in corpus(name)]

#: A corpus is to be looked through, and to be small in the repository (bytes).
LARGEST_CORPUS = 40_000


@pytest.mark.parametrize(("name", "path"), INPUTS, ids=[f"{name}/{path.name}" for name, path in INPUTS])
def test_no_promise_is_broken(name: str, path: Path) -> None:
    Budget().spend(TARGETS[name].check, path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_has_a_small_corpus_and_words(name: str) -> None:
    sizes = [path.stat().st_size for path in corpus(name)]
    assert 0 < sum(sizes) < LARGEST_CORPUS
    assert max(sizes) <= TARGETS[name].longest
    assert words(name).is_file()
