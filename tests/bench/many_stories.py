"""A project of many stories out of the repository's: the same texts again under other names, with photos of their own.

A copy's photo is the original's with one pixel changed and encoded anew, so that no two stories share anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml
from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[2]
CONTENT = REPOSITORY / "content"

#: What the booklet is called.
BOOKLET = "many"

#: Bytes of a copied photo come out near those of its original.
QUALITY = 90

BOOKLET_FILE = """\
stories: all
layout: spread
languages: [{languages}]
editions: [{editions}]
issue: 2026-1
date: 2026-11-01
binding: perfect
paper: 80
"""


def make_project(folder: Path, count: int, languages: Sequence[str], editions: Sequence[str]) -> list[str]:
    """Write a project of `count` stories into `folder`; their names.

    Stories that there are in all `languages` come first, and again where they are too few.
    """
    content = folder / "content"
    for tag in languages:
        _copy(CONTENT / "languages" / f"{tag}.yaml", content / "languages" / f"{tag}.yaml")
    _copy(CONTENT / "places.yaml", content / "places.yaml")
    (content / "booklets").mkdir()
    text = BOOKLET_FILE.format(languages=", ".join(languages), editions=", ".join(editions))
    (content / "booklets" / f"{BOOKLET}.yaml").write_text(text, "utf-8")
    originals = [
        story
        for story in sorted((CONTENT / "stories").iterdir())
        if all((story / f"{tag}.yaml").is_file() for tag in languages)
    ]
    return [_story(originals[number % len(originals)], content, number, languages) for number in range(count)]


def _story(original: Path, content: Path, number: int, languages: Sequence[str]) -> str:
    name = f"{original.name}-{number}"
    folder = content / "stories" / name
    for file in ("story.yaml", *(f"{tag}.yaml" for tag in languages)):
        _copy(original / file, folder / file)
    photo = yaml.safe_load((original / "story.yaml").read_text("utf-8")).get("photo")
    if photo:
        with Image.open(original / photo["file"]) as image:
            image.putpixel((0, 0), (number % 256, number // 256, 0))
            image.save(folder / photo["file"], "JPEG", quality=QUALITY)
    return name


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
