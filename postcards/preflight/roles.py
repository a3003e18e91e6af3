"""Which standard type a tag is, by its own name or by the role map (ISO 32000-1, 14.7.3 and 14.8.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from postcards.preflight.limits import DEEPEST

#: Types that aids to reading know: groups, paragraphs and lists, tables, inline ones, pictures and formulae.
STANDARD = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
        *("NonStruct", "Private", "H", "P", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)

#: Headings with a rank; PDF/UA has more of them than six.
HEADING = re.compile(r"H([1-9]\d*)")


def is_standard(role: str) -> bool:
    return role in STANDARD or HEADING.fullmatch(role) is not None


def rank(kind: str) -> int:
    """A heading's rank; 0 for anything else."""
    found = HEADING.fullmatch(kind)
    return int(found[1]) if found else 0


def standard_type(role: str, mapped: Mapping[str, str]) -> str:
    """The standard type that a role stands for; empty if it stands for none, or for itself in a ring."""
    return next(filter(is_standard, _chain(role, mapped)), "")


def rings(mapped: Mapping[str, str]) -> set[str]:
    """Roles that the map leads back to themselves."""
    return {role for role in mapped if role in _chain(mapped[role], mapped)}


def _chain(role: str, mapped: Mapping[str, str]) -> Iterator[str]:
    """A role, what it is mapped to, what that is, and so on, as far as anybody would go."""
    for _ in range(DEEPEST):
        yield role
        if role not in mapped:
            return
        role = mapped[role]
