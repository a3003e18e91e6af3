"""Makes docs/spread.jpg, the picture in the README: one story in English and in Arabic, as the program sets it.

Run it after `python3 make_booklet.py`, from the project's folder: `python tools/draw_spread.py`.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

BOOKLET = "postcards-of-return"
PAGES = (8, 9)  # a story's two faces
SCALE = 2.0  # pixels per point
GAP, EDGE, TABLE = 14, 26, "#D9D4CB"  # pixels between the spreads and around them; the colour they lie on


def faces(language: str) -> list[Image.Image]:
    """The story's two pages as they lie beside each other, left first."""
    document = pypdfium2.PdfDocument(f"out/{BOOKLET}/{language}/{BOOKLET}_{language}_screen.pdf")
    pictures = [document[number - 1].render(scale=SCALE).to_pil().convert("RGB") for number in PAGES]
    return pictures[::-1] if language == "ar" else pictures


def main() -> None:
    rows = [faces("en"), faces("ar")]
    width, height = rows[0][0].size
    table = Image.new("RGB", (2 * width + 2 * EDGE, 2 * height + GAP + 2 * EDGE), TABLE)
    for row, pictures in enumerate(rows):
        for column, picture in enumerate(pictures):
            table.paste(picture, (EDGE + column * width, EDGE + row * (height + GAP)))
    Path("docs").mkdir(exist_ok=True)
    table.save("docs/spread.jpg", quality=88, optimize=True)


if __name__ == "__main__":
    main()
