"""All files that booklets are made from, but photos and fonts: the staff's own, layouts, what print shops ask for, and
which fonts there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from postcards.beside import Beside
from postcards.fontlist import read_list

if TYPE_CHECKING:
    from postcards.manuscript import Manuscript
    from postcards.manuscript.printers import PrintShops
    from postcards.pages.layout import Designs
    from postcards.project import Project
    from postcards.remembering import Fresh


class Sources(Struct, frozen=True):
    """What they say."""

    manuscript: Manuscript
    designs: Designs
    print_shops: PrintShops
    fonts: Any  # what fonts.yaml says, see `composition.read_fonts`


class _Set(NamedTuple):
    """What is read of files that hardly ever change."""

    designs: Designs
    print_shops: PrintShops
    fonts: Any
    fresh: list[Fresh]  # readings


#: The libraries that reading takes. Nothing of ours, which is not loaded before it is known what it was.
LIBRARIES = ("pydantic", "pydantic.json_schema", "pydantic.fields", "pydantic.dataclasses", "yaml")


def get_ready() -> None:
    """Load them, and what they only load when they are used."""
    for name in LIBRARIES:
        import_module(name)
    import pydantic
    import yaml

    pydantic.TypeAdapter(int).validate_python("1")
    yaml.CBaseLoader("1").get_event()


def load_readers() -> None:
    """Load all that reads them."""
    import postcards.manuscript.print_shops
    import postcards.manuscript.reader
    import postcards.manuscript.validation
    import postcards.pages.designs  # noqa: F401


def read_sources(project: Project, languages: Iterable[str] = (), hands: int = 1) -> Sources:
    """Read them, texts in `languages` (all) alone; raises ProjectError where nothing can be made of them.

    What is known by the project's `readings` is not read again. Layouts and what print shops ask for are read beside
    the staff's files, and so are half of many stories, if there are `hands` enough.
    """
    # Loaded here, because who is handed what they say needs nothing that reads.
    from postcards.manuscript.print_shops import read_printers
    from postcards.manuscript.reader import read_manuscript
    from postcards.pages.designs import read_designs

    readings = project.readings

    def read_set() -> _Set:
        fonts = read_list(project.fonts)
        return _Set(read_designs(project), read_printers(project), fonts, readings.handed_over() if readings else [])

    with Beside[_Set](hands=hands) as beside:
        begun = beside.begin(read_set, worth_it=True)
        manuscript = read_manuscript(project, tuple(languages), hands)
        found = begun()
    if readings:
        readings.take(found.fresh)
    return Sources(manuscript, found.designs, found.print_shops, found.fonts)
