"""Forms that many pictures need: vessels turned on a wheel, clumps of leaves, boxes, all with one side in the light."""

import math
from collections.abc import Sequence

import skia
from numpy.random import Generator

from pictures.palette import Ink
from pictures.press import Press
from pictures.shapes import Point, smooth
from pictures.textures import Tone, grain


def shaded(press: Press, shape: skia.Path, colour: Ink, other: Ink, tone: Tone) -> None:
    """A solid with a second ink crayoned over it, where `tone` wants it."""
    press.lay(shape, colour)
    press.lay(shape, other, grain(tone))


def turned(axis: float, profile: Sequence[Sequence[float]]) -> skia.Path:
    """What a wheel or lathe makes: the profile (half width, height, 1 for a corner) on both sides of an axis."""
    right = [(axis + half, y, *corner) for half, y, *corner in profile]
    left = [(axis - half, y, *corner) for half, y, *corner in reversed(profile)]
    return smooth([*right, *left])


def clump(rng: Generator, centre: Point, radii: Point, rough: float = 0.14, steps: int = 22) -> skia.Path:
    """A round of leaves, or anything with a ragged rim."""
    rim = []
    for step in range(steps):
        turn, reach = step * math.tau / steps, 1 + rng.uniform(-rough, rough)
        rim.append((centre[0] + radii[0] * reach * math.cos(turn), centre[1] + radii[1] * reach * math.sin(turn)))
    return smooth(rim)


def stone(x: float, y: float, half: float) -> skia.Path:
    """A boulder lying on the level y."""
    rim = ((-1, 0), (-0.72, -0.5), (-0.1, -0.68), (0.6, -0.45), (1, 0))
    return smooth([(x + half * u, y + half * v) for u, v in rim])


def scatter(rng: Generator, box: tuple[float, float, float, float], count: int) -> list[Point]:
    """Places spread by chance over a box (x, y, width, height)."""
    x, y, wide, tall = box
    return [(x + wide * float(u), y + tall * float(v)) for u, v in rng.random((count, 2))]


def ring_of(centre: Point, radii: Point, count: int, start: float = 0.0) -> list[Point]:
    """Places spread evenly on an ellipse."""
    turns = [start + step * math.tau / count for step in range(count)]
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in turns]
