"""Spaces between scripts: wide enough to be seen on both sides.

In Nastaliq a space is half as wide as in other scripts, since words slope towards each other. Beside numbers and words
that run the other way, and stand upright, there is nothing that slopes, and the two would seem to be one word.
"""

from __future__ import annotations

from postcards.composition.shaping import Shaped

#: A space between texts of two directions is this wide at least, nominal ems: nearly as wide as Latin's.
LEAST = 0.24

SPACES = " \u00a0"


def parted(shaped: Shaped) -> Shaped:
    """The same clusters, with spaces where the direction changes at least that wide."""
    runs = shaped.runs
    if not runs or (runs[0].level == runs[-1].level and len({run.level for run in runs}) == 1):
        return shaped
    adjusts, advances = list(shaped.adjusts), list(shaped.advances)
    for index, cluster in enumerate(shaped.clusters):
        if cluster.text in SPACES and cluster.text and advances[index] < LEAST:
            beside = runs[max(index - 1, 0) : index + 2]
            if any(run.level != runs[index].level for run in beside):
                face = runs[index].face
                more = round((LEAST - advances[index]) * face.upem / face.factor)
                adjusts[index] += more
                advances[index] += more * face.factor / face.upem
    return shaped._replace(adjusts=tuple(adjusts), advances=tuple(advances))
