"""Files that are sent by telephone are small: how large one may be, and which of its parts make it larger.

Sizes are told as telephones and mail programs tell them, a megabyte being a million bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from fontTools import unicodedata as scripts
from msgspec import Struct

from postcards.composition import Face
from postcards.edition.embedding import FontProgram
from postcards.edition.painter import Develop, EditionPlan, shown_part
from postcards.edition.weights import Part, Weights, by_kind
from postcards.pages.page import Pages, Picture
from postcards.problems import Problem, Severity, Where

MEGABYTE, KILOBYTE = 1_000_000, 1_000

#: Kinds of parts that are told, and of the things that make up a kind; more would not be read.
TOLD_KINDS, TOLD_PARTS = 3, 3

#: What a kind is called.
KIND_WORDS = {
    "photos": "photos",
    "fonts": "fonts",
    "pages": "text and drawings of pages",
    "structure": "structure",
    "rest": "the rest",
}

#: Scripts that letters of all writing share (UAX #24).
SHARED = frozenset({"Zyyy", "Zinh", "Zzzz"})


class Contents(Struct, frozen=True):
    """What a file was painted from."""

    pages: Pages
    fonts: Mapping[Face, FontProgram]
    develop: Develop


def size_faults(weights: Weights, plan: EditionPlan, contents: Contents, file: str) -> Iterator[Problem]:
    """The finding that the file is larger than its edition should be; it is delivered all the same."""
    stories = len(contents.pages.first_pages)
    size = weights.total()
    if plan.budget is None or size <= plan.budget.most(stories):
        return
    kinds = sorted(by_kind(weights).items(), key=lambda kind: -kind[1])
    parts = "; ".join(_told(kind, weights, contents, plan) for kind, _ in kinds[:TOLD_KINDS])
    message = (
        f"The file has {_words(size)}, more than is easily sent: with {_counted(stories)} it should have "
        f"{_words(plan.budget.most(stories))} at most. Its largest parts: {parts}."
    )
    remedy = "Make two booklets of it, or take fewer stories."
    yield Problem("edition.large", message, remedy, Where(file), Severity.WARNING)


def _told(kind: str, weights: Weights, contents: Contents, plan: EditionPlan) -> str:
    """A kind of parts with its size, and what most of it belongs to."""
    names = dict(_photos(contents, plan)) if kind == "photos" else dict(_scripts(contents)) if kind == "fonts" else {}
    sizes: Counter[str] = Counter()
    for part, size in weights.items():
        if part.kind == kind and part in names:
            sizes[names[part]] += size
    largest = sorted(sizes.items(), key=lambda each: (-each[1], each[0]))[:TOLD_PARTS]
    detail = f" ({', '.join(f'{name} {_words(size)}' for name, size in largest)})" if largest else ""
    return f"{KIND_WORDS[kind]} {_words(by_kind(weights)[kind])}{detail}"


def _photos(contents: Contents, plan: EditionPlan) -> Iterator[tuple[Part, str]]:
    """Photos by the story that they are the first in."""
    seen = set()
    for page in contents.pages.pages:
        for item in page.items:
            if isinstance(item, Picture):
                shown = shown_part(item.rect, page, plan.reach(contents.pages.bleed))
                part = Part("photos", contents.develop(item.photo, shown).key)
                if part not in seen:
                    seen.add(part)
                    yield part, page.story or page.kind


def _scripts(contents: Contents) -> Iterator[tuple[Part, str]]:
    """Fonts by the script of most of their letters."""
    for program in contents.fonts.values():
        letters = Counter(scripts.script(letter) for cluster in program.codes for letter in cluster.text)
        own = [(count, script) for script, count in letters.items() if script not in SHARED]
        script = max(own)[1] if own else ""
        yield Part("fonts", program.name), scripts.script_name(script).replace("_", " ") if script else "signs"


def _counted(stories: int) -> str:
    return "1 story" if stories == 1 else f"{stories} stories"


def _words(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{size / KILOBYTE:.0f} kB"
