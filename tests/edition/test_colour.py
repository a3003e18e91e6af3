"""Colours: what a press and a screen are told, and whether text can be read on them (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import pytest
from looks import difference, seen
from PIL import Image

from postcards.edition.colour import fill_operator, stroke_operator
from postcards.edition.intent import default_intent
from postcards.pages.colours import Colour, Palette
from postcards.pages.designs import read_designs
from postcards.pages.palette_faults import contrast
from postcards.project import Project, our_folder

HERE = our_folder("layouts").parent
DESIGNS = read_designs(Project(HERE, HERE, our_folder("layouts"), our_folder("fonts")))
OURS = DESIGNS.palette

#: For text of the sizes in our layouts.
LEAST_CONTRAST = 4.5

PLAIN = Palette(
    colours={
        **OURS.colours,
        "black": Colour(cmyk=(0, 0, 0, 100), rgb="#000000"),
        "white": Colour(cmyk=(0, 0, 0, 0), rgb="#FFFFFF"),
        "red": Colour(cmyk=(0, 100, 87.5, 12), rgb="#FF8000"),
        "grey": Colour(cmyk=(0, 0, 0, 50), rgb="#777777"),
    },
    accents=OURS.accents,
    default_accent=OURS.default_accent,
)

#: As far apart (CIEDE2000) as two prints of one job may be (ISO 12647-2, deviation of solids).
ONE_JOB = 5.0

TEXT_COLOURS = sorted({style.colour for layout in DESIGNS.layouts.values() for style in layout.styles.values()})
ACCENTS = sorted({*OURS.accents, OURS.default_accent})


@pytest.mark.parametrize(
    ("name", "printed", "shown"),
    [
        ("black", "0 0 0 1 k", "0 0 0 rg"),
        ("white", "0 0 0 0 k", "1 1 1 rg"),
        ("red", "0 1 0.875 0.12 k", "1 0.502 0 rg"),
    ],
)
def test_each_medium_has_its_own_build_and_operator(name: str, printed: str, shown: str) -> None:
    assert fill_operator(PLAIN, name, "cmyk") == printed
    assert fill_operator(PLAIN, name, "srgb") == shown
    assert stroke_operator(PLAIN, name, "cmyk") == printed.upper()
    assert stroke_operator(PLAIN, name, "srgb") == shown.upper()


@pytest.mark.parametrize(
    ("text", "ground", "ratio"),
    [("black", "white", 21.0), ("white", "black", 21.0), ("red", "red", 1.0), ("grey", "white", 4.48)],
)
def test_contrast_is_that_of_the_standard(text: str, ground: str, ratio: float) -> None:
    assert contrast(PLAIN, text, ground) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("name", TEXT_COLOURS)
def test_text_prints_in_black_alone_or_is_paper(name: str) -> None:
    assert OURS.colours[name].cmyk[:3] == (0, 0, 0)


@pytest.mark.parametrize("name", [name for name in TEXT_COLOURS if name != "paper"])
def test_dark_text_can_be_read_on_paper(name: str) -> None:
    assert contrast(OURS, name, "paper") >= LEAST_CONTRAST


@pytest.mark.parametrize("accent", ACCENTS)
def test_paper_white_text_can_be_read_on_every_accent(accent: str) -> None:
    assert contrast(OURS, "paper", accent) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", OURS.colours)
def test_a_colour_of_ours_looks_on_the_press_as_on_a_screen(name: str) -> None:
    colour = OURS.colours[name]
    inks = Image.new("CMYK", (1, 1), tuple(round(part * 2.55) for part in colour.cmyk))
    assert difference(seen(inks)[0], seen(Image.new("RGB", (1, 1), colour.rgb))[0]) <= ONE_JOB


@pytest.mark.parametrize("name", OURS.colours)
def test_paper_takes_our_colours_even_under_black_text(name: str) -> None:
    assert sum(OURS.colours[name].cmyk[:3]) + 100 <= default_intent().ink_limit
