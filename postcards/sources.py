"""All files that booklets are made from, but photos and fonts: the staff's own, layouts, what print shops ask for, and
which fonts there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from postcards.fontlist import read_list

if TYPE_CHECKING:
    from postcards.manuscript import Manuscript
    from postcards.manuscript.printers import PrintShops
    from postcards.pages.layout import Designs
    from postcards.project import Project


class Sources(Struct, frozen=True):
    """What they say."""

    manuscript: Manuscript
    designs: Designs
    print_shops: PrintShops
    fonts: Any  # what fonts.yaml says, see `composition.read_fonts`


def get_ready() -> None:
    """Load the libraries that reading takes. Nothing of ours, which is not loaded before it is known what it was."""
    import pydantic.json_schema
    import yaml

    pydantic.TypeAdapter(int).validate_python("1")  # what is only loaded when it is used
    yaml.CBaseLoader("1").get_event()


def load_readers() -> None:
    """Load all that reads them."""
    import postcards.manuscript.print_shops
    import postcards.manuscript.reader
    import postcards.manuscript.validation
    import postcards.pages.designs  # noqa: F401


def read_sources(project: Project, languages: Iterable[str] = ()) -> Sources:
    """Read them, texts in `languages` (all) alone; raises ProjectError where nothing can be made of them.

    What is known by the project's `readings` is not read again.
    """
    # Loaded here, because who is handed what they say needs nothing that reads.
    from postcards.manuscript.print_shops import read_printers
    from postcards.manuscript.reader import read_manuscript
    from postcards.pages.designs import read_designs

    designs, print_shops, fonts = read_designs(project), read_printers(project), read_list(project.fonts)
    return Sources(read_manuscript(project, tuple(languages)), designs, print_shops, fonts)
