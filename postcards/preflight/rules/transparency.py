"""Rules on what shines through: how it blends, and in which colours (ISO 15930-7, 6.4; ISO 32000-1, 11)."""

from __future__ import annotations

from collections.abc import Iterator

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet

BLEND_MODES = frozenset(
    {
        "Normal",
        "Compatible",
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    }
)

#: Spaces that groups blend in, and those that masks may also.
GROUP_SPACES, MASK_SPACES = ("DeviceCMYK",), ("DeviceCMYK", "DeviceGray")


def blend_modes(document: Document, _: Demands) -> Iterator[Fault]:
    """Every blend mode is one that PDF has."""
    for sheet in document.sheets:
        found = sorted(sheet.seen.blends - BLEND_MODES)
        if found:
            message = "Something on this page is to be mixed with its ground in a way that presses do not know."
            yield Fault(message, "Export it again.", f"blend modes: {', '.join(found)}", sheet.number)


def group_spaces(document: Document, _: Demands) -> Iterator[Fault]:
    """What shines through is mixed in the colours of the press, else black text becomes four inks."""
    for sheet in document.sheets:
        wrong = []
        for group in sheet.seen.groups:
            allowed = MASK_SPACES if group.luminosity else GROUP_SPACES
            if group.space and group.space.family not in allowed:
                wrong.append(f"{group.of} group in {group.space.family}")
        if _is_transparent(sheet) and not any(group.of == "page" and group.space for group in sheet.seen.groups):
            wrong.append("transparency on a page whose group has no space")
        if wrong:
            message = "What shines through on this page is mixed in screen colours: black text may print in four inks."
            remedy = "Export it again with CMYK as the blending space."
            yield Fault(message, remedy, "; ".join(sorted(set(wrong))), sheet.number)


def none_at_all(document: Document, _: Demands) -> Iterator[Fault]:
    """Plain files for older presses hold nothing that shines through."""
    for sheet in document.sheets:
        if _is_transparent(sheet):
            message = "Something on this page shines through, which this press cannot print."
            detail = "soft mask, blend mode or opacity below 1"
            yield Fault(message, "Export it again with transparency flattened.", detail, sheet.number)


def _is_transparent(sheet: Sheet) -> bool:
    looks = {id(mark.look): mark.look for mark in sheet.seen.marks}  # marks that follow each other share one
    return any(look.is_transparent for look in looks.values())
