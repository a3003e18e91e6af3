"""Breaking a paragraph into lines as a whole: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”,
Software: Practice and Experience 11 (1981) 1119-1184, with the demerits of `judging`.

Of all ways to break a paragraph the one with the fewest demerits is taken; the outcome depends on nothing but the
arguments.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from postcards.composition.items import FORBIDDEN, Paragraph, Place
from postcards.composition.judging import (
    AWFUL,
    EPSILON,
    MOST_RATIO,
    RATIO_UNIT,
    ROUNDING,
    SHIFT,
    WORST,
    Broken,
    Setting,
)
from postcards.composition.ragged import break_ragged, rigid

#: A line of more badness is not decent, and of still more it is very loose (§852, §853).
DECENT_BADNESS, LOOSE_BADNESS = 12, 99

#: Fitness classes, so that the spacing of neighbours can be compared (§817).
VERY_LOOSE, LOOSE, DECENT, TIGHT = range(4)
CLASSES = 4

#: Halvings that come within a thousandth of any measure.
BISECTIONS = 9

#: Lines of a balanced text may be wider by this factor for ending at better places.
PATIENCE = 1.4

#: Lines of a balanced text are never narrower than this share of their average: spaces vanish at breaks.
FULLEST = 0.9


class _Node(NamedTuple):
    """A feasible break: the best way to come to it with a line of this fitness and so many hyphens in a row."""

    width: float  # of all items before the next line's first box
    stretch: float
    shrink: float
    fitness: int
    hyphens: int
    demerits: int
    worst: float
    at: int  # index of the item; -1 before the paragraph
    before: _Node | None


def break_lines(paragraph: Paragraph, measure: float, setting: Setting) -> Broken:
    """The best way to break `paragraph` into lines of `measure`.

    Lines that are worse than `setting.tolerance` are taken only if there is no other way, more hyphens in a row than
    `setting.most_hyphens` only where a line would be too wide, and lines that are too wide only if a box is wider than
    the measure: `Broken.worst` tells.
    """
    if rigid(paragraph, setting):
        even = break_ragged(paragraph, measure, setting, setting.tolerance)
        if even:
            return even
    for each, tolerance in (
        (setting, setting.tolerance),
        (setting, inf),
        (setting._replace(most_hyphens=inf), inf),
    ):
        broken = _broken(paragraph, measure, each, tolerance)
        if broken and broken.worst < inf:
            break
    return broken or Broken((len(paragraph.items),), 0, 0.0)


def narrowest_measure(paragraph: Paragraph, measure: float) -> float:
    """The narrowest measure that needs no more lines than `measure` does: lines of even length for titles."""
    wanted = fewest_lines(paragraph, measure)
    if wanted in (1, inf):
        return measure
    low, high = min(paragraph.width / wanted * FULLEST, measure), measure
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        if fewest_lines(paragraph, middle) <= wanted:
            high = middle
        else:
            low = middle
    return high


def at_best_places(paragraph: Paragraph, measure: float) -> Paragraph:
    """`paragraph` without the breaks that cost most, as long as it needs no more lines, and none that is much wider."""
    lines, costs = fewest_lines(paragraph, measure), paragraph.costs
    if costs and lines not in (1, inf):
        widest = PATIENCE * narrowest_measure(paragraph, measure)
        for cost in (0, *costs[:-1]):
            better = paragraph.at_most(cost)
            if fewest_lines(better, measure) == lines and narrowest_measure(better, measure) <= widest:
                return better
    return paragraph


def fewest_lines(paragraph: Paragraph, measure: float) -> float:
    """How many lines the text needs at least; infinitely many where a box is wider than the measure.

    Counted by filling line after line, which needs as few as any way of breaking. Spaces keep their natural width.
    """
    measure += EPSILON
    lines, begin, reached = 1, paragraph.begin[0], paragraph.begin[0]
    for place in paragraph.places:
        width = place.before[0]
        if width - begin > measure:
            if reached == begin or width - reached > measure:
                return inf
            lines, begin = lines + 1, reached
        if width + place.penalty.width - begin <= measure:
            reached = place.after[0]
    return lines


def _broken(paragraph: Paragraph, measure: float, setting: Setting, tolerance: float) -> Broken | None:
    active = [_Node(*paragraph.begin, DECENT, 0, 0, 0.0, -1, None)]
    for place in paragraph.places:
        active = _advance(active, place, measure, setting, tolerance)
    if not active:
        return None
    last = min(active, key=lambda node: node.demerits)
    ends = []
    node: _Node | None = last
    while node is not None and node.at >= 0:
        ends.append(node.at)
        node = node.before
    return Broken(tuple(reversed(ends)), last.demerits, last.worst)


def _advance(active: list[_Node], place: Place, measure: float, setting: Setting, tolerance: float) -> list[_Node]:
    """The nodes that are still in play once the break at `place` has been tried from each of them, in their order.

    From a later node the line is shorter: the first that is too short ends the search, as those that are too long stand
    first and have had their day.
    """
    at, (width, stretch, shrink), (cost, added, flagged), after, final = place
    rag, penalty, _, extra, again, last_hyphen, adjacent, most_hyphens, line_demerits, runt, runt_demerits = setting
    extra = extra * flagged + line_demerits
    if cost:
        extra += cost * cost if cost > 0 else -cost * cost if cost > -FORBIDDEN else 0
    again = again * flagged + last_hyphen * final
    reach, stretch = measure - width, stretch + rag
    best: dict[int, tuple[int, float, _Node]] = {}
    gone = 0
    for node in active:
        from_width, from_stretch, from_shrink, from_fitness, hyphens, demerits, worst, _, before = node
        room = reach + from_width
        fitness = DECENT
        if room < -EPSILON and room + shrink - from_shrink < -EPSILON:
            gone += 1
            continue
        room -= added  # a hyphen may be too wide for a line into which the rest of the word still goes
        if room > EPSILON and not final:
            give = stretch - from_stretch
            ratio = RATIO_UNIT * room / give if give > 0 else MOST_RATIO
            badness = (int(ratio) ** 3 + ROUNDING) >> SHIFT if ratio < MOST_RATIO else WORST
            if badness > tolerance:
                break
            if badness > DECENT_BADNESS:
                fitness = LOOSE if badness <= LOOSE_BADNESS else VERY_LOOSE
        elif room >= -EPSILON:
            badness = 0
        else:
            give = shrink - from_shrink
            if room + give < -EPSILON:
                continue
            ratio = RATIO_UNIT * -room / give
            badness = (int(ratio) ** 3 + ROUNDING) >> SHIFT
            if badness > DECENT_BADNESS:
                fitness = TIGHT
        if flagged and hyphens >= most_hyphens:
            continue
        line = penalty + badness
        demerits += extra + (line * line if line < WORST else AWFUL)
        if hyphens:
            demerits += again
        if not adjacent:
            fitness = DECENT
        elif abs(fitness - from_fitness) > 1:
            demerits += adjacent
        if final:
            if before and width - from_width < runt:
                demerits += runt_demerits
        elif badness > worst:
            worst = badness
        kind = fitness + CLASSES * (hyphens + 1) if flagged else fitness
        if kind not in best or demerits < best[kind][0]:
            best[kind] = (demerits, worst, node)
    forced = final or cost <= -FORBIDDEN
    if tolerance == inf and not best and active and (forced or gone == len(active)):
        # Even one box is too wide: let it stand out, so that the caller can see and say it.
        last = min(active, key=lambda node: (-node.at, node.demerits))
        best[DECENT + CLASSES * flagged] = (last.demerits + 10 * AWFUL, inf, last)
    reached = [
        _Node(*after, kind % CLASSES, kind // CLASSES, demerits, worst, at, node)
        for kind, (demerits, worst, node) in sorted(best.items())
    ]
    return reached if forced else active[gone:] + reached
