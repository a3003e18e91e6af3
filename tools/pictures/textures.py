"""How an ink breaks up on the sheet: grain, halftone, hatching, dry brush.

A tone says how much ink a place wants (0 to 1, in board units); a texture turns tone into printed coverage.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Field = NDArray[np.float32]
Tone = Callable[[Field, Field], Field]
Texture = Callable[[Field, Field, "Noise"], Field]

CONTRAST = 1.4  # of grain: the steeper, the more of a shape is plain paper or plain ink, which JPEG packs best


def soft_step(values: Field, half_width: float) -> Field:
    """0 below -half_width, 1 above half_width, straight between."""
    return np.clip(values / (2 * half_width) + 0.5, 0, 1)


@dataclass(frozen=True)
class Noise:
    """Windows of even noise (0 to 1) as large as the shape being printed."""

    grain: Field  # fine, for shading
    edge: Field  # as wide as a nick in an edge
    mottle: Field  # as wide as a thumb
    streak: Field  # long and level, as bristles leave


def field(rng: np.random.Generator, size: tuple[int, int], cell: tuple[float, float]) -> Field:
    """Evenly distributed noise of a size in pixels whose spots measure `cell` pixels."""
    width, height = size
    coarse = rng.random((math.ceil(height / cell[1]) + 2, math.ceil(width / cell[0]) + 2), dtype=np.float32)
    fine = np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))
    ranks = np.quantile(fine[::7, ::7], np.linspace(0, 1, 129))
    return np.interp(fine, ranks, np.linspace(0, 1, 129)).astype(np.float32)


def even(share: float) -> Tone:
    """The same tone everywhere."""
    return lambda x, y: np.full(np.broadcast_shapes(x.shape, y.shape), share, np.float32)


def slope(start: tuple[float, float], end: tuple[float, float], tones: tuple[float, float] = (0.0, 1.0)) -> Tone:
    """Tone changing evenly from one point to another."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy

    def tone(x: Field, y: Field) -> Field:
        along = np.clip(((x - start[0]) * dx + (y - start[1]) * dy) / square, 0, 1)
        return tones[0] + (tones[1] - tones[0]) * along

    return tone


def glow(centre: tuple[float, float], radii: tuple[float, float], tones: tuple[float, float] = (1.0, 0.0)) -> Tone:
    """Tone changing from an inner to an outer radius around a point."""

    def tone(x: Field, y: Field) -> Field:
        away = np.hypot(x - centre[0], y - centre[1])
        along = np.clip((away - radii[0]) / (radii[1] - radii[0]), 0, 1)
        return tones[0] + (tones[1] - tones[0]) * along

    return tone


def flat(x: Field, y: Field, noise: Noise) -> Field:
    """Solid ink with a few pinholes where the paper did not take it."""
    del x, y
    return 1 - 0.8 * soft_step(0.022 - 0.6 * noise.edge - 0.4 * noise.mottle, 0.02)


def grain(tone: Tone) -> Texture:
    """Shading as a crayon on stone gives it: bare where little ink is wanted, solid where much is."""
    return lambda x, y, noise: soft_step((tone(x, y) - 0.5) * CONTRAST + 0.5 - noise.grain, 0.27)


def dry(tone: Tone) -> Texture:
    """Level strokes of a brush that runs out of ink."""
    return lambda x, y, noise: soft_step(tone(x, y) * 1.1 - 0.05 - 0.88 * noise.streak - 0.12 * noise.grain, 0.08)


def halftone(tone: Tone, pitch: float = 9.0, angle: float = 25.0) -> Texture:
    """Round dots on a turned grid."""
    turn = math.radians(angle)

    def texture(x: Field, y: Field, noise: Noise) -> Field:
        u = (x * math.cos(turn) + y * math.sin(turn)) / pitch * 2 * math.pi
        v = (y * math.cos(turn) - x * math.sin(turn)) / pitch * 2 * math.pi
        spot = 0.5 + 0.25 * (np.cos(u) + np.cos(v))
        return soft_step(tone(x, y) + 0.08 * (noise.edge - 0.5) - 1 + spot, 0.06)

    return texture


def hatch(tone: Tone, pitch: float = 10.0, angle: float = 0.0) -> Texture:
    """Parallel strokes, drawn by hand: thicker where the tone is darker, never quite straight."""
    turn = math.radians(angle)

    def texture(x: Field, y: Field, noise: Noise) -> Field:
        across = y * math.cos(turn) - x * math.sin(turn) + 5 * (noise.mottle - 0.5)
        ridge = 0.5 + 0.5 * np.cos(across / pitch * 2 * math.pi)
        return soft_step(tone(x, y) + 0.25 * (noise.edge - 0.5) - 1 + ridge, 0.12)

    return texture
