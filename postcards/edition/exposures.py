"""Every picture of a booklet's pages, as each edition shows it.

A photo that cannot be used is named, so that its story can be laid out without it; nothing is painted with a hole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from postcards.edition.painter import EditionPlan, shown_part
from postcards.edition.photos import Derivative, PhotoCache, derive_each, recipe_for
from postcards.geometry import Rect, Size
from postcards.manuscript import Photo
from postcards.pages.page import Pages, Picture
from postcards.problems import Problem

#: A photo's file (relative to the project), the size it is shown at (points), and the edition's pixels per inch.
Key = tuple[str, Size, int]


class Exposures(NamedTuple):
    """Photos made ready, those that cannot be used, and what was found."""

    derivatives: Mapping[Key, Derivative]
    spoilt: frozenset[str]  # files, relative to the project
    problems: tuple[Problem, ...]

    def develop(self, photo: Photo, shown: Rect, ppi: int) -> Derivative:
        """The photo for a frame of which `shown` lies on the sheet."""
        return self.derivatives[file_of(photo), shown.size, ppi]


def expose(pages: Pages, plans: Sequence[EditionPlan], root: Path, cache: PhotoCache) -> Exposures:
    """The photos of `pages` for all of `plans`; `root` is the project's folder."""
    derivatives: dict[Key, Derivative] = {}
    spoilt: set[str] = set()
    problems: list[Problem] = []
    shows = [(page, item) for page in pages.pages for item in page.items if isinstance(item, Picture)]
    for page, item in shows:
        photo = item.photo
        shown = [shown_part(item.rect, page, plan.reach(pages.bleed)).size for plan in plans]
        recipes = [recipe_for(size, plan.ppi, photo.focus) for size, plan in zip(shown, plans, strict=True)]
        made, found = derive_each(root / photo.folder, photo.file, recipes, cache, photo.where)
        problems += (problem.about(story=page.story) for problem in found)
        if not made:
            spoilt.add(file_of(photo))
        for size, plan, derivative in zip(shown, plans, made, strict=False):
            derivatives[file_of(photo), size, plan.ppi] = derivative
    return Exposures(derivatives, frozenset(spoilt), tuple(problems))


def file_of(photo: Photo) -> str:
    """A photo's file, relative to the project."""
    return f"{photo.folder}/{photo.file}"
