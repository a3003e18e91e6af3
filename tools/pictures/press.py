"""The printing press: lays inks on a sheet one shape after another, as a screen print is made.

Every ink sits a little out of register, edges are nicked, solids have pinholes. All chance comes from the seed.
"""

import zlib
from pathlib import Path

import numpy as np
import pyvips
import skia

from pictures.palette import INK, PAPER, Ink
from pictures.textures import Field, Noise, Texture, field, flat, soft_step

BOARD = (1600, 1000)  # units the pictures are drawn in
SCALE = 1.5  # pixels a unit
SIZE = (2400, 1500)  # pixels
JPEG_QUALITY = 40  # with the trellis below no rings show at a solid's edge in print, and 57 pictures take 10 MB at most
JPEG_TABLE = 3  # MozJPEG's own quantization table, kinder to grain than the standard's
REGISTER = 1.6  # px: how far an ink may sit beside its place, each way
EDGE_BLUR = 1.1  # px: how deep the nicks in an edge can go
OPACITY = 0.97  # of a solid ink: what lies below shows faintly
GRAIN = (6.5, 6.5)  # px: half a millimetre in print, the spatter of a coarse screen; finer grain doubles the file
STREAK = (400, 10)  # px: how long and how thick a bristle's trace is


class Press:
    """One sheet being printed."""

    def __init__(self, name: str) -> None:
        self.rng = np.random.default_rng(zlib.crc32(name.encode()))
        self._name = name
        self._sheet = np.empty((SIZE[1], SIZE[0], 3), np.float32)
        self._sheet[:] = PAPER
        self._grain = field(self.rng, SIZE, GRAIN)
        self._edge = field(self.rng, SIZE, (5, 5))
        self._mottle = field(self.rng, SIZE, (60, 60))
        self._streak = field(self.rng, SIZE, STREAK)

    def lay(self, shape: skia.Path, colour: Ink, texture: Texture = flat, clip: skia.Path | None = None) -> None:
        """Print a shape, opaque."""
        self._print(shape, colour, texture, clip)

    def glaze(self, shape: skia.Path, colour: Ink, texture: Texture = flat, clip: skia.Path | None = None) -> None:
        """Print a shape in clear ink, so that it darkens what lies below."""
        self._print(shape, colour, texture, clip, clear=True)

    def mirror(self, axis: float, shape: skia.Path, texture: Texture, tint: Ink = PAPER) -> None:
        """Print into a wet shape, tinted, what stands above the level `axis`."""
        row = round(axis * SCALE)
        depth = min(row, SIZE[1] - row)
        upright = self._sheet.copy()
        self._sheet[row : row + depth] = self._sheet[row - depth : row][::-1] * np.asarray(tint, np.float32)
        mirrored, self._sheet = self._sheet, upright
        mask, (left, top) = self._mask(shape, INK, None)
        window = np.s_[top : top + mask.shape[0], left : left + mask.shape[1]]
        x = (np.arange(left, left + mask.shape[1], dtype=np.float32) / SCALE)[None, :]
        y = (np.arange(top, top + mask.shape[0], dtype=np.float32) / SCALE)[:, None]
        cover = (mask * texture(x, y, self._noise(window)))[..., None]
        self._sheet[window] += cover * (mirrored[window] - self._sheet[window])

    def save(self, target: Path) -> None:
        """Write the sheet as JPEG, packed as tightly as MozJPEG can."""
        pixels = np.clip(self._sheet * 255 + 0.5, 0, 255).astype(np.uint8)
        pyvips.Image.new_from_array(pixels, interpretation="srgb").jpegsave(
            str(target),
            Q=JPEG_QUALITY,
            quant_table=JPEG_TABLE,
            trellis_quant=True,
            overshoot_deringing=True,
            optimize_coding=True,
            optimize_scans=True,
            interlace=True,
            keep="none",
        )

    def _print(
        self, shape: skia.Path, colour: Ink, texture: Texture, clip: skia.Path | None, clear: bool = False
    ) -> None:
        mask, (left, top) = self._mask(shape, colour, clip)
        if not mask.size:
            return
        height, width = mask.shape
        window = np.s_[top : top + height, left : left + width]
        noise = self._noise(window)
        x = (np.arange(left, left + width, dtype=np.float32) / SCALE)[None, :]
        y = (np.arange(top, top + height, dtype=np.float32) / SCALE)[:, None]
        nicked = soft_step(mask - 0.5 + 0.5 * (noise.edge - 0.5), 0.2)
        cover = (nicked * texture(x, y, noise) * (OPACITY - 0.04 * noise.mottle))[..., None]
        below = self._sheet[window]
        target = below * np.asarray(colour, np.float32) if clear else np.asarray(colour, np.float32)
        self._sheet[window] = below + cover * (target - below)

    def _noise(self, window: tuple[slice, slice]) -> Noise:
        return Noise(self._grain[window], self._edge[window], self._mottle[window], self._streak[window])

    def _mask(self, shape: skia.Path, colour: Ink, clip: skia.Path | None) -> tuple[Field, tuple[int, int]]:
        """Coverage of the shape, and the pixel its window starts at."""
        across, down = self._register(colour)
        bounds = shape.computeTightBounds()
        left = max(0, int(bounds.left() * SCALE - 6))
        top = max(0, int(bounds.top() * SCALE - 6))
        right = min(SIZE[0], int(bounds.right() * SCALE + 7))
        bottom = min(SIZE[1], int(bounds.bottom() * SCALE + 7))
        if right <= left or bottom <= top:
            return np.zeros((0, 0), np.float32), (left, top)
        pixels = np.zeros((bottom - top, right - left), np.uint8)
        canvas = skia.Surface(pixels, colorType=skia.kAlpha_8_ColorType).getCanvas()
        canvas.translate(across - left, down - top)
        canvas.scale(SCALE, SCALE)
        if clip is not None:
            canvas.clipPath(clip, doAntiAlias=True)
        soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, EDGE_BLUR, False)
        canvas.drawPath(shape, skia.Paint(AntiAlias=True, MaskFilter=soft))
        return pixels.astype(np.float32) / 255, (left, top)

    def _register(self, colour: Ink) -> tuple[float, float]:
        """Where this ink's screen lies on this sheet; the key ink lies true."""
        if colour == INK:
            return 0.0, 0.0
        seed = zlib.crc32(f"{self._name}{colour}".encode())
        across, down = np.random.default_rng(seed).uniform(-REGISTER, REGISTER, 2)
        return float(across), float(down)
