"""A project of many stories out of the repository's: the same texts again under other names, with photos of their own.

A copy's photo is the original's with a square of a colour of its own in the middle, which no crop takes away and no
resampling blurs into another's: no two stories share anything, and no typesetter finds a photo that it has set before.
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

#: Side of the square on a photo, as a share of the photo's height.
MARK = 0.06

#: Odd factors that take neighbours' reds and greens far apart; no two numbers below 65 536 come to the same colour.
SPREAD = (37, 91)

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
            marked = image.convert("RGB")
            side = round(MARK * image.height)
            corner = ((image.width - side) // 2, (image.height - side) // 2)
            marked.paste(_colour(number), (*corner, corner[0] + side, corner[1] + side))
            marked.save(folder / photo["file"], "JPEG", quality=QUALITY)
    return name


def _colour(number: int) -> tuple[int, int, int]:
    red, green = (number * factor % 256 for factor in SPREAD)
    return red, green, number // 256


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
