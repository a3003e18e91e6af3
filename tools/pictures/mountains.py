"""Snow on a jagged skyline, for the pictures that look up to high mountains."""

from collections.abc import Sequence

import skia
from numpy.random import Generator

from pictures.shapes import Point, join, poly

DEEPEST = 0.75  # of the way across to the next notch: keeps narrow fields from turning into icicles


def snowfields(rng: Generator, skyline: Sequence[Point], depth: float) -> tuple[skia.Path, skia.Path]:
    """The snow left and right of every summit; `depth` is how far down it may reach, in board units."""
    left, right = [], []
    for before, peak, after in zip(skyline, skyline[1:], skyline[2:], strict=False):
        if peak[1] < before[1] and peak[1] < after[1]:
            left.append(field(rng, peak, before, depth))
            right.append(field(rng, peak, after, depth))
    return join(*left), join(*right)


def field(rng: Generator, peak: Point, notch: Point, depth: float) -> skia.Path:
    """One flank's snow: its lower rim runs in tongues between ribs of rock."""
    across, down = notch[0] - peak[0], notch[1] - peak[1]
    deep = min(depth, DEEPEST * abs(across))
    foot = (peak[0], peak[1] + deep * rng.uniform(0.9, 1.2))
    rim = [foot]
    steps = 2 * max(2, round(abs(across) / 44))
    for step in range(1, steps):
        along = step / steps
        swing = deep * (1 - 0.7 * along) * rng.uniform(0.25, 0.5) * (1 if step % 2 == 0 else -0.7)
        rim.append((peak[0] + across * (along + 0.3 / steps), foot[1] + (notch[1] - foot[1]) * along + swing))
    rib = (peak[0] + across * 0.1, peak[1] + down * 0.1 + deep * 0.45)
    return poly(peak, rib, *rim, notch)
