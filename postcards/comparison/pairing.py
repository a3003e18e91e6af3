"""Which page of the new issue is which of the old one: by its story first, else by its looks, else by its words.

A story that came in pushes all that follow it back, so that a page's number says nothing. Pages of no story (contents,
notices) are the same if they look the same; of those left over, the ones that share most words are taken for each
other, if they lie near each other, and then those at the same place. Sides of sheets hold pages of several stories:
those that look the same are the same, and the others go by their places in the pile.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from postcards.comparison.volume import Leaf

#: Pages that share fewer of their words are different pages; two without a word are as like as that.
FEWEST_SHARED, WORDLESS = 0.35, 0.5

#: How far apart (pages that are left over) two may be to be taken for each other.
NEAR = 12


class Pair(NamedTuple):
    """A page before and after; None where it is new, or gone."""

    old: Leaf | None
    new: Leaf | None


#: What stands for a page's looks: the same for two pages that look the same.
Looks = Callable[[Leaf], str]


def pair(old: Sequence[Leaf], new: Sequence[Leaf], looks: tuple[Looks, Looks]) -> list[Pair]:
    """Every page of both issues, once, in the order of the new one; pages that are gone stand where they stood."""
    partners: dict[int, int] = dict(_by_story(old, new))
    for match in (partial(_by_looks, looks=looks), _by_words, _by_place):
        taken = set(partners.values())
        rest = [leaf for leaf in old if leaf.place not in partners], [leaf for leaf in new if leaf.place not in taken]
        partners |= dict(match(*rest))
    origins = {there: here for here, there in partners.items()}
    gone = deque(leaf for leaf in old if leaf.place not in partners)
    pairs: list[Pair] = []
    for leaf in new:
        here = origins.get(leaf.place)
        while gone and here is not None and gone[0].place < here:
            pairs.append(Pair(gone.popleft(), None))
        pairs.append(Pair(None if here is None else old[here], leaf))
    return [*pairs, *(Pair(leaf, None) for leaf in gone)]


def _by_story(old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[tuple[int, int]]:
    """Pages of one story each, first with first, second with second."""
    here, there = _of_stories(old), _of_stories(new)
    for story in here.keys() & there.keys():
        yield from zip(here[story], there[story], strict=False)


def _of_stories(leaves: Sequence[Leaf]) -> dict[str, list[int]]:
    pages: dict[str, list[int]] = defaultdict(list)
    for leaf in leaves:
        if len(leaf.stories) == 1 and not leaf.placed:
            pages[leaf.stories[0]].append(leaf.place)
    return pages


def _by_looks(old: Sequence[Leaf], new: Sequence[Leaf], looks: tuple[Looks, Looks]) -> Iterator[tuple[int, int]]:
    """Pages that look the same, at the same place if there is one, else in order."""
    alike: dict[str, deque[int]] = defaultdict(deque)
    places = {leaf.place: looks[1](leaf) for leaf in new}
    for leaf in old:
        look = looks[0](leaf)
        if places.get(leaf.place) == look:
            yield leaf.place, leaf.place
            del places[leaf.place]
        else:
            alike[look].append(leaf.place)
    for place, look in places.items():
        if alike.get(look):
            yield alike[look].popleft(), place


def _by_words(old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[tuple[int, int]]:
    """Pages that share most of their words, the most alike first, and of these the nearest."""
    old, new = ([leaf for leaf in leaves if not leaf.placed] for leaves in (old, new))
    here, there = ([Counter(_weighty(leaf)) for leaf in leaves] for leaves in (old, new))
    found: list[tuple[float, int, int, int]] = []
    for place, words in enumerate(here):
        for other in range(max(0, place - NEAR), min(len(there), place + NEAR + 1)):
            if (shared := _shared(words, there[other])) >= FEWEST_SHARED:
                found.append((-shared, abs(place - other), place, other))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, _, place, other in sorted(found):
        if place not in taken[0] and other not in taken[1]:
            taken[0].add(place)
            taken[1].add(other)
            yield old[place].place, new[other].place


def _by_place(old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[tuple[int, int]]:
    """Pages of no story at the same place, and sides of sheets."""
    there = {leaf.place for leaf in new if leaf.placed or not leaf.stories}
    return ((leaf.place, leaf.place) for leaf in old if leaf.place in there and (leaf.placed or not leaf.stories))


def _weighty(leaf: Leaf) -> Iterator[str]:
    """Its words without numbers, which change with every page that comes in."""
    return (word for word in leaf.words if not word.isdigit())


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of their words that both have (Dice's coefficient)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else WORDLESS
