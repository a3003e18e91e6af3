"""The two shelves that texts are composed with: our own fonts, and the square font for arithmetic by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from square import write_square_fonts

from postcards.composition import FontShelf, read_fonts

OUR_FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="session")
def our_shelf() -> FontShelf:
    return read_fonts(OUR_FONTS)


@pytest.fixture(scope="session")
def square_shelf(tmp_path_factory: pytest.TempPathFactory) -> FontShelf:
    return read_fonts(write_square_fonts(tmp_path_factory.mktemp("square") / "fonts"))
