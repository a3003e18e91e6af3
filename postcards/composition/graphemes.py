"""What readers take for one letter: extended grapheme clusters (UAX #29), which nothing may split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from icu4py.breakers import CharacterBreaker

from postcards.expressions import expression

#: Across marks of which one is a virama, and across joiners, letters make one cluster (UAX #29, GB9c, GB11); but never
#: those of Thai and Lao, where words end in marks all the time.
_UNLINKED = expression(r"[\s\u0e00-\u0eff]")


def grapheme_clusters(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each extended grapheme cluster."""
    if text.isascii() and "\r" not in text:  # CR LF is one cluster
        yield from ((place, place + 1) for place in range(len(text)))
        return
    yield from stretches(CharacterBreaker(text, "en"))


def stretches(pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The (start, end) in characters of pieces in a row; ICU's own places count UTF-16 units."""
    return pairwise(accumulate(map(len, pieces), initial=0))


@lru_cache(maxsize=4096)
def may_join(pair: str) -> bool:
    """Whether two characters may stand in one grapheme cluster, whatever stands before them (UAX #29)."""
    return _is_cluster(pair) or (_is_cluster(f"a{pair[0]}") and not _UNLINKED.match(pair[1]))


def _is_cluster(text: str) -> bool:
    return len(list(CharacterBreaker(text, "en"))) == 1
