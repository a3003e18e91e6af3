"""Every picture of a booklet's pages, as each edition shows it.

A photo that cannot be used is named, so that its story can be laid out without it; nothing is painted with a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from postcards.edition.painter import EditionPlan, shown_part
from postcards.edition.photos import Cache, Derivative, derive_each, recipe_for
from postcards.geometry import Rect, Size
from postcards.manuscript import Photo
from postcards.pages.page import Page, Pages, Picture
from postcards.problems import Problem

#: A photo's file (relative to the project), the size it is shown at (points), and the edition's name.
Key = tuple[str, Size, str]


#: A photo for each edition, None where it cannot be used, and what was found.
Made = tuple[tuple[Derivative | None, ...], tuple[Problem, ...]]


class Exposures(Struct, frozen=True):
    """Photos made ready, those that cannot be used, and what was found."""

    derivatives: Mapping[Key, Derivative]
    spoilt: Mapping[str, frozenset[str]]  # by edition: files, relative to the project
    problems: tuple[Problem, ...]

    def develop(self, photo: Photo, shown: Rect, edition: str) -> Derivative:
        """The photo for a frame of which `shown` lies on the sheet."""
        return self.derivatives[file_of(photo), shown.size, edition]


class _Show(Struct, frozen=True):
    """One picture of a page, and the size at which each edition shows it."""

    page: Page
    photo: Photo
    sizes: tuple[Size, ...]


class Lab(Struct, frozen=True):
    """Where photos lie, and how they are made ready.

    Booklets in several languages have the same photos, and are made at the same time: where each begins elsewhere, no
    photo is made ready twice.
    """

    root: Path  # the project's folder
    cache: Cache
    hands: int = 1  # photos at a time
    begins: float = 0.0  # which is the first, as a share of all; those before it come last
    known: Mapping[str, str] = field(default_factory=dict)  # digests of files that need not be read again, by the files


def expose(pages: Pages, plans: Sequence[EditionPlan], lab: Lab) -> Exposures:
    """The photos of `pages` for all of `plans`."""
    shows = [
        _Show(page, item.photo, tuple(_size(item.rect, page, pages, plan) for plan in plans))
        for page in pages.pages
        for item in page.items
        if isinstance(item, Picture)
    ]

    def make(show: _Show) -> Made:
        photo = show.photo
        recipes = [
            recipe_for(size, plan.ppi, photo.focus, plan.intent) for size, plan in zip(show.sizes, plans, strict=True)
        ]
        digest = lab.known.get(file_of(photo), "")
        return derive_each(lab.root / photo.folder, photo.file, recipes, lab.cache, photo.where, digest)

    derivatives: dict[Key, Derivative] = {}
    spoilt: dict[str, set[str]] = {plan.name: set() for plan in plans}
    problems: list[Problem] = []
    first = int(lab.begins * len(shows))
    turn = [*range(first, len(shows)), *range(first)]
    results = dict(zip(turn, _each(make, [shows[index] for index in turn], lab.hands), strict=True))
    for index, show in enumerate(shows):
        made, found = results[index]
        file = file_of(show.photo)
        problems += (problem.about(story=show.page.story) for problem in found)
        for size, plan, derivative in zip(show.sizes, plans, made, strict=True):
            if derivative is None:
                spoilt[plan.name].add(file)
            else:
                derivatives[file, size, plan.name] = derivative
    return Exposures(derivatives, {name: frozenset(files) for name, files in spoilt.items()}, tuple(problems))


def _size(rect: Rect, page: Page, pages: Pages, plan: EditionPlan) -> Size:
    return shown_part(rect, page, plan.reach(pages.bleed)).size


def _each(make: Callable[[_Show], Made], shows: Sequence[_Show], hands: int) -> Iterator[Made]:
    """What `make` makes of each, in order. Pillow lets other threads work while it decodes, converts and encodes."""
    if hands <= 1 or len(shows) < 2:
        yield from map(make, shows)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(hands) as pool:
        yield from pool.map(make, shows)


def file_of(photo: Photo) -> str:
    """A photo's file, relative to the project."""
    return f"{photo.folder}/{photo.file}"
