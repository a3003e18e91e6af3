"""Rules on colours: what a press with four inks can print as it is meant (ISO 15930-7, 6.2; GWG 2015, 4.5 to 4.12)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet
from postcards.preflight.marks import Area, Line, Mark, Photo, Words
from postcards.preflight.objects import entry, number
from postcards.preflight.profile import read_profile
from postcards.preflight.rules.press_colours import press_intents, press_profile
from postcards.preflight.spaces import EVERY_PLATE, NO_PLATE, PROCESS, Inks, Paint, Space, inks
from postcards.problems import Severity

PRESS_COLOURS = "Convert it to the colours of the press (CMYK)."

#: Text at least this black (share of black ink) is meant to be black; with more ink in all than this (percent), or
#: smaller than this (points), the other inks' edges show.
BLACK, RICH, RICH_SIZE = 0.85, 280.0, 12.0

#: Text in several inks is at least so large (points).
SEVERAL_INKS_SIZE = 8.0

#: Black text smaller than this (points) prints over what lies below it.
OVERPRINTED_SIZE = 12.0

RENDERING_INTENTS = frozenset({"AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"})


def _used(sheet: Sheet, *families: str) -> list[str]:
    """Where on the page one of these spaces is used, or lies below one that is."""
    return sorted(
        {
            f"{space.family} ({where.partition(' ')[0]})"
            for where, used in sheet.seen.spaces.items()
            for space in used.all()
            if space.family in families
        }
    )


def light_colours(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing is in the colours of a screen, wherever it may hide."""
    for sheet in document.sheets:
        found = _used(sheet, "DeviceRGB")
        if found:
            message = "Something on this page is in screen colours (RGB): nobody knows how it will print."
            yield Fault(message, PRESS_COLOURS, ", ".join(found), sheet.number)


def calibrated(document: Document, demands: Demands) -> Iterator[Fault]:
    """Nothing is left for the press to convert: allowed in PDF/X-4, but each press does it otherwise."""
    severity = Severity.WARNING if demands.standard == "x4" else Severity.ERROR
    for sheet in document.sheets:
        found = _used(sheet, "CalRGB", "CalGray", "Lab")
        found += [f"ICCBased {space.components}" for space in _profiled(sheet) if space.components != 4]
        if found:
            message = "Colours on this page are converted at the press, and may come out otherwise than they look."
            yield Fault(message, PRESS_COLOURS, ", ".join(sorted(set(found))), sheet.number, severity)


def _profiled(sheet: Sheet) -> Iterator[Space]:
    for used in sheet.seen.spaces.values():
        yield from (space for space in used.all() if space.family == "ICCBased")


def profiles(document: Document, _: Demands) -> Iterator[Fault]:
    """Profiles of colours are sound, fit them, and are not the press's own."""
    if not any(True for sheet in document.sheets for _ in _profiled(sheet)):
        return  # and the press's own, of a million bytes, need not be read
    press = press_profile(document)
    own = {_content(entry(intent, "DestOutputProfile")) for intent in press_intents(document)} if press else set()
    for sheet in document.sheets:
        for space in _profiled(sheet):
            content = _content(space.profile)
            profile = read_profile(content)
            if profile is None or profile.components != number(entry(space.profile, "N")):
                message = "A picture or colour on this page has a damaged colour profile, or one of another kind."
                yield Fault(message, PRESS_COLOURS, f"ICCBased, N {space.components}: {profile}", sheet.number)
            elif content in own:
                message = "Colours of the press are marked to be converted once more."
                remedy = "Export it again without conversion of what is in press colours already."
                yield Fault(message, remedy, "ICCBased with the output intent's profile", sheet.number)


def _content(stream: object) -> bytes:
    return bytes(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else b""


def spot_colours(document: Document, _: Demands) -> Iterator[Fault]:
    """There is no plate beside the four."""
    for sheet in document.sheets:
        names = {colorant for space in _with_plates(sheet) for colorant in space.colorants}
        own = sorted(names - {*PROCESS, NO_PLATE, EVERY_PLATE})
        if own:
            message = f"This page needs inks of its own ({', '.join(own)}), each of which costs a plate."
            yield Fault(message, PRESS_COLOURS, f"Separation or DeviceN: {', '.join(own)}", sheet.number)


def _with_plates(sheet: Sheet) -> Iterator[Space]:
    for used in sheet.seen.spaces.values():
        yield from (space for space in used.all() if space.colorants)


def registration(document: Document, _: Demands) -> Iterator[Fault]:
    """The colour that prints on every plate is for marks outside of the page."""
    for sheet in document.sheets:
        is_used = any(EVERY_PLATE in space.colorants for space in _with_plates(sheet))
        if is_used and any(EVERY_PLATE in _colorants(mark) for mark in sheet.kept):
            message = "Something on this page is printed with all inks at once, as only cutting marks are."
            yield Fault(message, "Make it black.", "Separation /All within the trim", sheet.number)


def _colorants(mark: Mark) -> tuple[str, ...]:
    if isinstance(mark, Photo):
        return mark.picture.space.colorants if mark.picture.space else ()
    paints = (mark.fill, mark.stroke) if isinstance(mark, Words) else (mark.paint,)
    return tuple(name for paint in paints if paint for name in paint.space.colorants)


def rich_black(document: Document, _: Demands) -> Iterator[Fault]:
    """Black text is black ink alone, so that its edges are sharp."""
    for sheet in document.sheets:
        rich = [(words, ink) for words, ink in sheet.inked if ink.black >= BLACK and ink.plates > 1]
        if rich:
            blurs = any(words.size < RICH_SIZE or ink.total > RICH for words, ink in rich)
            message = "Black text on this page is mixed from several inks: its edges may show colour."
            detail = f"{max(ink.total for _, ink in rich):.0f} % of ink in text"
            severity = Severity.ERROR if blurs else Severity.WARNING
            yield Fault(message, "Print it in black ink alone.", detail, sheet.number, severity)


def several_inks(document: Document, _: Demands) -> Iterator[Fault]:
    """Small text is in one ink."""
    for sheet in document.sheets:
        sizes = [
            words.size
            for words, ink in sheet.inked
            if ink.plates > 1 and ink.black < BLACK and words.size < SEVERAL_INKS_SIZE
        ]
        if sizes:
            message = f"Coloured text of {min(sizes):.1f} points is so small that its inks may not meet."
            detail = f"more than one ink below {SEVERAL_INKS_SIZE:g} pt"
            remedy = "Set it larger, or in one ink."
            yield Fault(message, remedy, detail, sheet.number, Severity.WARNING)


def black_overprint(document: Document, _: Demands) -> Iterator[Fault]:
    """Small black text prints over its ground, so that no white rim shows around letters."""
    for sheet in document.sheets:
        found = [
            words
            for words, ink in sheet.inked
            if ink == Inks(0, 0, 0, 1) and words.size < OVERPRINTED_SIZE and not _overprints(words)
        ]
        if found:
            message = "Small black text is cut out of what lies below it: white rims may show around letters."
            detail = "100 % K below 12 pt without op, OPM 1, DeviceCMYK"
            remedy = "Let black text overprint."
            yield Fault(message, remedy, detail, sheet.number, Severity.WARNING)


def _overprints(words: Words) -> bool:
    look = words.look
    is_black_plate = words.fill is not None and words.fill.space.family in ("DeviceCMYK", "Separation")
    return look.overprints_fills and look.overprint_mode == 1 and is_black_plate


def white_overprint(document: Document, _: Demands) -> Iterator[Fault]:
    """White prints nothing, so that white that overprints is not there."""
    for sheet in document.sheets:
        if any(_vanishes(mark) for mark in sheet.kept):
            message = "Something white on this page will not be seen in print: what lies below shows through."
            yield Fault(message, "Let white knock out.", "no ink, with overprint on", sheet.number)


def _vanishes(mark: Mark) -> bool:
    fill = mark.fill if isinstance(mark, Words) else mark.paint if isinstance(mark, Area) else None
    stroke = mark.stroke if isinstance(mark, Words) else mark.paint if isinstance(mark, Line) else None
    look = mark.look
    return (look.overprints_fills and _is_white(fill)) or (look.overprints_strokes and _is_white(stroke))


def _is_white(paint: Paint | None) -> bool:
    found = inks(paint) if paint else None
    return found is not None and found.total <= 0


def rendering_intents(document: Document, _: Demands) -> Iterator[Fault]:
    """Conversions are asked for by one of the four names that there are."""
    for sheet in document.sheets:
        found = sorted(sheet.seen.intents - RENDERING_INTENTS)
        if found:
            message = "The page asks for a conversion of colours that does not exist."
            yield Fault(message, "Export it again.", f"rendering intents: {', '.join(found)}", sheet.number)
