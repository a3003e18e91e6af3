"""Every input that was ever a finding, and those that the fuzzer begins with, keep every promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from targets import TARGETS, Budget, corpus, words

INPUTS = [(name, path) for name in TARGETS for path in corpus(name)]

RUNNER = Path(__file__).with_name("run.py")

#: A corpus is to be looked through, and to be small in the repository (bytes).
LARGEST_CORPUS = 40_000


@pytest.mark.parametrize(("name", "path"), INPUTS, ids=[f"{name}/{path.name}" for name, path in INPUTS])
def test_no_promise_is_broken(name: str, path: Path) -> None:
    Budget().spend(TARGETS[name].check, path.read_bytes())


def test_without_atheris_nothing_is_said_to_be_sound() -> None:
    ran = subprocess.run([sys.executable, "-I", "-S", RUNNER], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "atheris" in ran.stderr


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_has_a_small_corpus_and_words(name: str) -> None:
    sizes = [path.stat().st_size for path in corpus(name)]
    assert 0 < sum(sizes) < LARGEST_CORPUS
    assert max(sizes) <= TARGETS[name].longest
    assert words(name).is_file()
