"""The booklet that tests set: twelve stories on postcards held by staples, whatever other booklets there are."""

from __future__ import annotations

from msgspec.structs import replace

from postcards.manuscript import Booklet, Manuscript

STORIES = (
    *("wahed", "bangladesh-unnamed", "asrat", "hamid", "rashida", "parkhet"),
    *("valbon", "temelun", "sujan", "jusup", "elmi", "oleg"),
)


def twelve(manuscript: Manuscript) -> Booklet:
    """The demonstration booklet, made smaller."""
    return replace(manuscript.booklets["postcards-of-return"], stories=STORIES, binding="saddle-stitch", paper=120)
