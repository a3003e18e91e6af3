"""The colours that pages are painted in: `layouts/palette.yaml` key for key."""

from __future__ import annotations

from typing import Annotated

from postcards.manuscript.markers import Block, Bounds
from postcards.pages.measures import Percent

#: Colours that the program itself uses: of text, of rules, of the drawings on stamps.
NEEDED_COLOURS = ("ink", "soft", "hairline", "paper", "sand")


class Colour(Block, frozen=True, kw_only=True):
    """A colour as each kind of output builds it."""

    cmyk: tuple[Percent, Percent, Percent, Percent]
    rgb: Annotated[str, Bounds(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Palette(Block, frozen=True, kw_only=True):
    """`layouts/palette.yaml`: colours by name, and the accent of each region."""

    colours: dict[str, Colour]
    accents: dict[str, tuple[str, ...]]
    default_accent: str

    def __post_init__(self) -> None:
        lacking = {*NEEDED_COLOURS, *self.accents, self.default_accent} - set(self.colours)
        if lacking:
            raise ValueError(f"there is no colour {', '.join(sorted(lacking))}")

    def accent(self, country: str) -> str:
        """The name of the colour that stands for the country's region."""
        return next((name for name, countries in self.accents.items() if country in countries), self.default_accent)
