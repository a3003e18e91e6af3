"""Breaking where nothing gives: most of our texts, whose spaces keep their width and whose words are whole.

The law is that of `linebreak`, and so are the lines, to the last demerit: a test holds the two against each other. But
where no line stretches, ends in a hyphen or is compared with its neighbour, one best way leads to each place, and all
of them are gone through in a third of the time.
"""

from __future__ import annotations

from postcards.composition.items import Paragraph
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


def rigid(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether the lines of `paragraph` differ in nothing but how short they are."""
    return paragraph.rigid and setting.rag > 0 and not setting.adjacent_demerits


def break_ragged(paragraph: Paragraph, measure: float, setting: Setting, tolerance: float) -> Broken | None:
    """The best way to break a rigid paragraph, or None if no way keeps to the tolerance."""
    rag, penalty, line_demerits = setting.rag, setting.line_penalty, setting.line_demerits
    unit = RATIO_UNIT / rag
    begins, totals, before, ends, worsts = [paragraph.begin[0]], [0], [-1], [-1], [0.0]
    first = 0  # of the breaks from which a line may still come this far
    for at, (width, _, _), (cost, _, _), after, final in paragraph.places:
        reach = measure - width
        while begins[first] + reach < -EPSILON:
            first += 1
            if first == len(begins):
                return None
        best, source, bad = 0, -1, 0
        for index in range(first, len(begins)):
            line, total = penalty, totals[index]
            if final:
                if index and width - begins[index] < setting.runt:
                    total += setting.runt_demerits
            elif (room := begins[index] + reach) > EPSILON:
                ratio = unit * room
                badness = (int(ratio) ** 3 + ROUNDING) >> SHIFT if ratio < MOST_RATIO else WORST
                if badness > tolerance:
                    break
                line += badness
            total += line * line if line < WORST else AWFUL
            if source < 0 or total < best:
                best, source, bad = total, index, line - penalty
        if source >= 0:
            begins.append(after[0])
            totals.append(best + line_demerits + cost * cost)
            before.append(source)
            ends.append(at)
            worsts.append(worsts[source] if final else max(worsts[source], bad))
    path, node = [], len(begins) - 1
    while node > 0:
        path.append(ends[node])
        node = before[node]
    return Broken(tuple(reversed(path)), totals[-1], worsts[-1])
