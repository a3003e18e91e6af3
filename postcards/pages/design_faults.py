"""What a layout's schema cannot say: names that must exist, texts that must have a frame, frames that must lie right.

Each finding names the line of the style, face or frame that it speaks of. Errors keep the layout from being used;
text that stands where a knife may cut, or on a picture, is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain, product
from typing import TYPE_CHECKING

from msgspec import Struct

from postcards.geometry import MM, Rect, Sides
from postcards.pages.colours import Palette
from postcards.pages.layout import TEXT_KINDS, Frame, Layout
from postcards.problems import Problem, Severity, Where

if TYPE_CHECKING:
    from postcards.manuscript.marks import Document
    from postcards.manuscript.marks import Path as Spot

#: What a frame may be coloured beside the palette's names: the accent of the page's country.
ACCENT = "accent"

#: Faces that stand in for frames of a face that stands in for frames …: deeper, nobody can follow it.
LONGEST_CHAIN = 4

#: The texts that a frame can ask for, and the styles that each is set in.
STYLES_OF_TEXT: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "country": ("country",),
    "name-country": ("name",),
    "quote": ("quote",),
    "quote-face": ("quote-face",),
    "credit": ("credit",),
    "facts": ("fact",),
    "title": ("title",),
    "summary": ("summary",),
    "note": ("note",),
    "stamp": ("stamp",),
    "postmark": ("postmark",),
    "year": ("postmark",),
    "address": ("value", "label"),
    "link": ("link",),
    "web": ("web",),
    "folio": ("folio",),
    "cover-label": ("cover-label",),
    "cover-title": ("cover-title",),
    "cover-subtitle": ("cover-subtitle",),
    "issue": ("issue",),
    "heading": ("heading",),
    "body": ("body", "strong", "question", "group", "entry", "number", "note"),
    "lines": ("value", "label"),
    "closing": ("closing",),
    "closing-label": ("closing-label",),
}

#: Letters smaller than this (points) nobody reads without glasses.
SMALLEST_LETTERS = 6.0

#: The least width of the column in which countries stand in the contents, points: about a long word.
NARROWEST_LEAD = 24.0

#: What a story's pages must show, each as one of several fields; with a photo they show that as well.
NEEDED_OF_STORY = (
    ("quote", "quote-face"),
    ("title",),
    ("summary",),
    ("country", "name-country"),
    ("note",),
)

#: What each page around the stories must show.
NEEDED_OF_MATTER: Mapping[str, tuple[str, ...]] = {
    "cover": ("cover-title",),
    "prose": ("heading", "body"),
    "contents": ("heading", "body"),
    "contact": ("heading", "body"),
    "questions": ("heading", "body"),
    "back": ("closing",),
    "card": ("heading", "body"),
}

#: And what of it stands apart from the text where pages are of paper, and can be filled in by hand.
FILLED_IN: Mapping[str, tuple[str, ...]] = {"contact": ("lines",)}

#: Styles of what stands in the text instead where pages are not of paper.
RUNNING_STYLES = ("label", "value", "web")


class _Fault(Struct, frozen=True):
    """A finding before its place in the file is looked up."""

    spot: Spot
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


def design_faults(layout: Layout, palette: Palette, document: Document, path: str) -> list[Problem]:
    """Everything that is wrong with a layout that has passed its schema; `document` is the file `path`."""
    whole = [name for name in layout.faces if not _broken_chain(layout, name)]
    faults = chain(
        _style_faults(layout, palette),
        _face_name_faults(layout),
        *(_frames_faults(layout, palette, name) for name in layout.faces),
        *(_covered(layout, name) for name in whole),
        _lost_texts(layout, set(whole)),
    )
    return [_as_problem(fault, document, path) for fault in faults]


def place_of(spot: Spot, document: Document, path: str) -> tuple[Spot, Where]:
    """The value at `spot`, or the nearest one above it that stands in the file, and its place."""
    while spot and spot not in document.marks and spot not in document.keys:
        spot = spot[:-1]
    return spot, document.marks.get(spot) or Where(path, 1, 1)


def likeliest(word: str, known: Iterable[str]) -> str:
    """What to do about a name that does not exist."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"Take one of: {', '.join(names)}."


def _as_problem(fault: _Fault, document: Document, path: str) -> Problem:
    spot, where = place_of(fault.spot, document, path)
    field = ".".join(map(str, spot))
    return Problem(fault.code, fault.message, fault.remedy, where, fault.severity, field=field)


def _style_faults(layout: Layout, palette: Palette) -> Iterator[_Fault]:
    asked = {text for face in layout.faces.values() for frame in face.frames for text in frame.flow}
    needed = {style for text in asked for style in STYLES_OF_TEXT.get(text, ())}
    needed |= set() if layout.bound else set(RUNNING_STYLES)
    for name in sorted(needed - set(layout.styles)):
        message = f"There is no style “{name}”."
        yield _Fault(("styles",), "layout.missing-style", message, "Copy it from another layout.")
    if "body" in asked and "entry" in layout.styles and 0 < layout.styles["entry"].lead < NARROWEST_LEAD:
        message = f"Style entry leaves no room for the countries of the contents: lead is below {NARROWEST_LEAD:g} pt."
        yield _Fault(("styles", "entry", "lead"), "layout.no-room", message, "Write lead: 60, or what the names need.")
    for name, style in layout.styles.items():
        if style.floor < SMALLEST_LETTERS:
            message = f"Style {name}: letters of {style.floor:g} pt are too small to read."
            remedy = f"Set “floor” to {SMALLEST_LETTERS:g} at least."
            yield _Fault(("styles", name, "floor"), "layout.small", message, remedy, Severity.WARNING)
        if style.colour not in palette.colours:
            message = f"Style {name}: there is no colour “{style.colour}”."
            remedy = likeliest(style.colour, palette.colours)
            yield _Fault(("styles", name, "colour"), "layout.unknown-colour", message, remedy)


def _face_name_faults(layout: Layout) -> Iterator[_Fault]:
    """Faces that the layout asks for, and those that stand in for frames of others."""
    asked: list[tuple[Spot, str]] = [(("matter", page), face) for page, face in layout.matter.faces.items() if face]
    for slots in ("with_picture", "without_picture"):
        for page, faces in enumerate(getattr(layout.story, slots)):
            asked += [(("story", slots, page, index), face) for index, face in enumerate(faces)]
    for spot, face in asked:
        if face not in layout.faces:
            remedy = likeliest(face, layout.faces)
            yield _Fault(spot, "layout.unknown-face", f"There is no face “{face}”.", remedy)
    for name in layout.faces:
        if broken := _broken_chain(layout, name):
            message = f"Face {name} cannot be made: {broken}."
            remedy = "Name a face that has its own frames."
            yield _Fault(("faces", name, "like"), "layout.inheritance", message, remedy)


def _broken_chain(layout: Layout, name: str) -> str:
    """The chain of `like` if it leads nowhere, in a circle or too far; empty if it ends."""
    links = [name]
    while name in layout.faces and layout.faces[name].like:
        name = layout.faces[name].like
        links.append(name)
        if links.count(name) > 1 or name not in layout.faces or len(links) > LONGEST_CHAIN:
            return " → ".join(links)
    return ""


def _frames_faults(layout: Layout, palette: Palette, face: str) -> Iterator[_Fault]:
    """Faults of the frames that a face has itself."""
    seen: set[str] = set()
    for index, frame in enumerate(layout.faces[face].frames):
        spot: Spot = ("faces", face, "frames", index)
        if frame.id in seen:
            message = f"Face {face} has two frames “{frame.id}”."
            yield _Fault((*spot, "id"), "layout.same-id", message, "Rename one.")
        seen.add(frame.id)
        if frame.colour and frame.colour not in (*palette.colours, ACCENT):
            message = f"Frame {face}.{frame.id}: there is no colour “{frame.colour}”."
            remedy = likeliest(frame.colour, (*palette.colours, ACCENT))
            yield _Fault((*spot, "colour"), "layout.unknown-colour", message, remedy)
        for name in frame.flow:
            if name not in STYLES_OF_TEXT:
                message = f"Frame {face}.{frame.id}: there is no text “{name}”."
                yield _Fault((*spot, "flow"), "layout.unknown-text", message, likeliest(name, STYLES_OF_TEXT))
        yield from _place_faults(layout, face, frame, (*spot, "box"))


def _place_faults(layout: Layout, face: str, frame: Frame, spot: Spot) -> Iterator[_Fault]:
    """Where the frame lies on an odd and on an even page; one fault a frame is enough."""
    page = Rect(0, 0, layout.trim_size.width, layout.trim_size.height)
    sheet, safe = page.outset(layout.bleed_points), page.inset(Sides.even(layout.safe * MM))
    for number in (1, 2):
        rect = layout.place(frame, "ltr", number)
        if rect.width < 0 or rect.height < 0 or (frame.flow and min(rect.width, rect.height) <= 0):
            message = f"Frame {face}.{frame.id} has no room: its edges cross."
            yield _Fault(spot, "layout.no-room", message, "Make the distances from the edges smaller.")
            return
        if not sheet.contains(rect):
            message = f"Frame {face}.{frame.id} reaches {_beyond(rect, sheet) / MM:.1f} mm beyond the bleed."
            remedy = "Move it onto the page, or write “bleed” for that edge."
            yield _Fault(spot, "layout.off-page", message, remedy)
            return
        if frame.kind in (*TEXT_KINDS, "code") and not safe.contains(rect):
            near = layout.safe - _beyond(rect, safe) / MM
            what = "code" if frame.kind == "code" else "text"
            message = f"The {what} of {face}.{frame.id} may be cut: it stands {near:.1f} mm from the edge."
            remedy = f"Leave {layout.safe:g} mm, or set “safe” lower if the print shop allows it."
            yield _Fault(spot, "layout.unsafe", message, remedy, Severity.WARNING)
            return


def _beyond(rect: Rect, room: Rect) -> float:
    """How far `rect` reaches out of `room` at most, points."""
    return max(room.x - rect.x, room.y - rect.y, rect.right - room.right, rect.bottom - room.bottom)


def _covered(layout: Layout, face: str) -> Iterator[_Fault]:
    """Texts whose frame overlaps a picture; a tab brings its own ground."""
    own = {frame.id: index for index, frame in enumerate(layout.faces[face].frames)}
    placed = [(frame, layout.place(frame, "ltr", 1)) for frame in layout.frames(face)]
    for text, rect in placed:
        for picture, covered in placed:
            if text.kind != "text" or picture.kind != "picture" or not rect.overlaps(covered):
                continue
            index = own.get(text.id, own.get(picture.id))
            if index is not None:
                message = f"Face {face}: the text of {text.id} lies over the picture {picture.id}."
                spot = ("faces", face, "frames", index, "box")
                yield _Fault(spot, "layout.text-over-picture", message, "Move one of them.", Severity.WARNING)


def _lost_texts(layout: Layout, whole: set[str]) -> Iterator[_Fault]:
    """Texts and photos that would not be printed, whichever of its faces a page gets."""
    for page, face in layout.matter.faces.items():
        if face in whole:
            shown = shown_texts(layout, (face,))
            for name in (*NEEDED_OF_MATTER.get(page, ()), *(FILLED_IN.get(page, ()) if layout.bound else ())):
                if name not in shown:
                    yield _lost(("faces", face), f"Face {face} ({page})", name)
    for slots in ("with_picture", "without_picture"):
        needed = (*NEEDED_OF_STORY, *((("picture",), ("credit",)) if slots == "with_picture" else ()))
        for faces in product(*getattr(layout.story, slots)):
            if whole.issuperset(faces):
                shown = shown_texts(layout, faces)
                for names in needed:
                    if not shown.intersection(names):
                        yield _lost(("story", slots), f"A story on {' and '.join(faces)}", names[0])


def shown_texts(layout: Layout, faces: Iterable[str]) -> set[str]:
    """The texts that some frame of these faces takes; `picture` if one takes the photo, `code` if one takes a code."""
    frames = [frame for face in faces for frame in layout.frames(face)]
    pictures = {frame.kind for frame in frames if frame.kind in ("picture", "code")}
    return pictures.union(*(frame.flow for frame in frames))


def _lost(spot: Spot, whose: str, name: str) -> _Fault:
    return _Fault(spot, "layout.no-frame", f"{whose} has no frame for “{name}”: it would be lost.", "Add one.")
