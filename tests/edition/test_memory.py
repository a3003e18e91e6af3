"""Pieces of work kept from one run to the next: the right one or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcards.edition import memory
from postcards.edition.cache import Cache
from postcards.edition.memory import Memory


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def filled(cache: Cache, **pieces: bytes) -> Cache:
    """The cache, after a run that kept these under the key of their own name."""
    kept = Memory(cache, "pages")
    for name, content in pieces.items():
        assert kept.recall(name, name.encode()) != content
        kept.keep(name, name.encode(), content)
    kept.save()
    return cache


def test_a_piece_is_there_again_if_it_was_made_of_the_same(cache: Cache) -> None:
    again = Memory(filled(cache, asrat=b"two pages"), "pages")
    assert again.recall("asrat", b"asrat") == b"two pages"
    assert again.recall("asrat", b"changed") is None
    assert again.recall("hamid", b"hamid") is None
    assert Memory(cache, "other pages").recall("asrat", b"asrat") is None


def test_what_nobody_asked_for_is_kept_too(cache: Cache) -> None:
    filled(filled(cache, asrat=b"one", hamid=b"two"), asrat=b"three")
    again = Memory(cache, "pages")
    assert [again.recall(name, name.encode()) for name in ("asrat", "hamid")] == [b"three", b"two"]


def test_it_does_not_grow_for_ever(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_BYTES", 250)
    for number in range(20):
        filled(cache, **{f"story{number}": bytes(100)})
    (entry,) = cache.folder.iterdir() if cache.folder else ()
    assert entry.stat().st_size < 500
    assert Memory(cache, "pages").recall("story19", b"story19") == bytes(100)


@pytest.mark.parametrize("content", [b"", b"no pages at all", b"\x81\xa1a\x92\xc4\x01k\x01"])
def test_a_damaged_entry_is_none(cache: Cache, content: bytes) -> None:
    filled(cache, asrat=b"two pages")
    (entry,) = cache.folder.iterdir() if cache.folder else ()
    cache.write(entry.name, memory.LABEL, content)
    assert Memory(cache, "pages").recall("asrat", b"asrat") is None
    filled(cache, asrat=b"made again")
    assert Memory(cache, "pages").recall("asrat", b"asrat") == b"made again"


def test_nothing_is_written_where_nothing_is_new(cache: Cache) -> None:
    filled(cache, asrat=b"two pages")
    (entry,) = cache.folder.iterdir() if cache.folder else ()
    before = entry.stat().st_mtime_ns
    again = Memory(cache, "pages")
    again.recall("asrat", b"asrat")
    again.save()
    assert entry.stat().st_mtime_ns == before
