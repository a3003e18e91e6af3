"""A second build is quick and the same; a cache that is broken or in the way changes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from photo_samples import (
    GREEN,
    PRINT,
    SCREEN,
    WHERE,
    made,
    near,
    noise,
    opened,
    plain,
    written,
)

from postcards.edition.photos import Cache, Derivative, PhotoRecipe, derive, derive_each
from postcards.problems import Problem, ProjectError


def test_the_same_photo_is_the_same_in_every_story(tmp_path: Path) -> None:
    content = written(plain(size=(40, 20)))
    cache = Cache(tmp_path / "cache")
    found: list[tuple[Derivative | None, Problem]] = []
    for story in ("one", "two"):
        (tmp_path / story).mkdir()
        (tmp_path / story / f"{story}.jpg").write_bytes(content)
        derivative, (problem,) = derive(tmp_path / story, f"{story}.jpg", SCREEN, cache, WHERE)
        found.append((derivative, problem))
    (first, first_problem), (second, second_problem) = found
    assert first == second
    assert first is not None
    assert second is not None
    assert first.jpeg == second.jpeg
    assert first.digest == sha256(content).hexdigest()
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert "one.jpg" in first_problem.message
    assert "two.jpg" in second_problem.message


def test_a_second_build_has_the_same_bytes_and_findings_without_loading_pillow(tmp_path: Path) -> None:
    content = written(noise("L", 50, 25), "TIFF", save_all=True, append_images=[plain(GREEN)])
    cache = Cache(tmp_path / "deep" / "cache")
    first = made(tmp_path, content, SCREEN, cache)
    assert first[1] == ["photo.first-picture", "photo.resolution"]
    assert made(tmp_path, content, SCREEN) == first
    assert _jpeg(made(tmp_path, content, SCREEN)) == _jpeg(first)
    program = (
        "import sys; from pathlib import Path; from postcards.problems import Where\n"
        "from postcards.edition.photos import *\n"
        "recipe, cache = PhotoRecipe(80, 40, (0.5, 0.5), 150), Cache(Path('deep/cache'))\n"
        "derivative, problems = derive(Path(), 'photo.jpg', recipe, cache, Where('x'))\n"
        "print([problem.code for problem in problems], derivative.jpeg.hex(), 'PIL.Image' in sys.modules)"
    )
    package = Path(__file__).parents[2]
    child = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert first[0] is not None
    assert child.stdout.strip() == f"{first[1]} {first[0].jpeg.hex()} False"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda entry: entry[:-1], id="cut"),
        pytest.param(lambda entry: entry[:100] + bytes([entry[100] ^ 1]) + entry[101:], id="bit"),
        pytest.param(lambda entry: entry[:300] + bytes([entry[300] ^ 1]) + entry[301:], id="bit-of-the-photo"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda entry: bytes(len(entry)), id="zeros"),
        pytest.param(lambda _: bytes(8), id="a-few-zeros"),
    ],
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, change: Any) -> None:
    cache = Cache(tmp_path / "cache")
    first = made(tmp_path, written(plain()), cache=cache)
    (entry,) = (tmp_path / "cache").iterdir()
    good = entry.read_bytes()
    entry.write_bytes(change(good))
    second = made(tmp_path, written(plain()), cache=cache)
    assert second == first
    assert _jpeg(second) == _jpeg(first)
    assert entry.read_bytes() == good
    assert list((tmp_path / "cache").iterdir()) == [entry]


def _jpeg(made_ready: tuple[Derivative | None, list[str]]) -> bytes:
    assert made_ready[0] is not None
    return made_ready[0].jpeg


def test_a_cache_that_is_emptied_during_a_build_is_done_without(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    first = made(tmp_path, written(plain()), cache=cache)
    good = _jpeg(first)
    shutil.rmtree(tmp_path / "cache")
    assert _jpeg(first) == good
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "photo.jpg").write_bytes(written(plain(GREEN)))
    with pytest.raises(ProjectError):
        _jpeg(first)


def test_a_photo_whose_digest_is_known_is_read_only_for_what_the_cache_has_not(tmp_path: Path) -> None:
    cache, photo = Cache(tmp_path / "cache"), tmp_path / "photo.jpg"
    content = written(noise("L", 50, 25), "TIFF", save_all=True, append_images=[plain(GREEN)])
    first = made(tmp_path, content, SCREEN, cache)
    digest = sha256(content).hexdigest()
    photo.unlink()
    (again,), problems = derive_each(tmp_path, photo.name, [SCREEN], cache, WHERE, digest)
    assert (again, [problem.code for problem in problems]) == first
    assert again is not None
    assert again.jpeg == _jpeg(first)
    finer = PhotoRecipe(20, 10, (0.5, 0.5), 150)
    none, (lost,) = derive_each(tmp_path, photo.name, [SCREEN, finer], cache, WHERE, digest)
    assert (none, lost.code) == ((None, None), "photo.missing")
    photo.write_bytes(content)
    both, _ = derive_each(tmp_path, photo.name, [SCREEN, finer], cache, WHERE, digest)
    assert [*both] == [again, made(tmp_path, content, finer)[0]]


def test_every_recipe_and_every_photo_has_its_own_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    recipes = [PRINT, SCREEN, PhotoRecipe(80, 40, (0.5, 0.4), 300), PhotoRecipe(80, 40, (0.5, 0.5), 300, quality=50)]
    for recipe in recipes:
        made(tmp_path, written(plain()), recipe, cache)
    replaced, _ = made(tmp_path, written(plain(GREEN)), PRINT, cache)
    assert near(opened(replaced), (0.2, 0.2), GREEN)
    assert len(list((tmp_path / "cache").iterdir())) == len(recipes) + 1


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    expected = made(tmp_path, written(plain()))
    assert made(tmp_path, written(plain()), cache=Cache(tmp_path / "file" / "cache")) == expected
    assert expected[0] is not None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    for day, name in enumerate(("old", "used", "new")):
        cache.write(name, b"", bytes(1000))
        os.utime(tmp_path / "cache" / name, (day * 100_000, day * 100_000))
    assert cache.body("used") is not None
    cache.trim(3100)
    assert len([*(tmp_path / "cache").iterdir()]) == 3
    cache.trim(2100)
    assert cache.body("old") is None
    cache.trim(1100)
    assert cache.body("new") is None
    assert cache.body("used") is not None


def test_a_file_that_lies_elsewhere_too_takes_no_room(tmp_path: Path) -> None:
    cache, delivered = Cache(tmp_path / "cache"), tmp_path / "delivered.pdf"
    delivered.write_bytes(bytes(1000))
    digest = sha256(bytes(1000)).hexdigest()
    cache.write("entry", b"", bytes(1000))
    cache.keep_file(delivered, digest)
    cache.trim(1100)
    assert len([*(tmp_path / "cache").iterdir()]) == 2
    delivered.unlink()
    cache.trim(0)
    assert not cache.put_back(delivered, digest)
