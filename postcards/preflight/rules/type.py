"""Rules on fonts and text: that letters are there, the right ones, and can be read again (ISO 32000-1, 9)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet
from postcards.preflight.glyphs import glyph_test
from postcards.preflight.letters import lost_letters
from postcards.preflight.marks import Words
from postcards.preflight.objects import Key, entries, entry, key_of
from postcards.preflight.typefaces import Typeface, read_typeface
from postcards.problems import Severity

#: What stands for “some letter” and says none: NUL, two marks of byte order, the sign for what could not be read.
NO_LETTERS = frozenset("\0\ufeff\ufffe\ufffd")

#: Text smaller than this (points) is read by nobody (GWG 2022).
SMALLEST = 5.0

#: Codes of simple fonts are single bytes, those of composite ones two as a rule.
SIMPLE_CODES = 256


def embedded(document: Document, _: Demands) -> Iterator[Fault]:
    """Fonts of text that shows are in the file."""
    for sheet in document.sheets:
        names = sorted({words.typeface.name for words in sheet.words if not words.typeface.is_embedded})
        if names:
            message = "Letters on this page will be printed in another typeface, or not at all."
            detail = f"not embedded: {', '.join(names)}"
            yield Fault(message, "Export it again with all fonts embedded.", detail, sheet.number)


def leftover_fonts(document: Document, _: Demands) -> Iterator[Fault]:
    """No font stands in the resources that is neither used nor embedded: it makes print shops ask."""
    embedded: dict[Key | None, bool] = {}
    for sheet in document.sheets:
        used = {key_of(words.typeface.source) for words in sheet.words}
        names = sorted(_unembedded(sheet, used, embedded))
        if names:
            message = "The page names a font that it neither uses nor has with it."
            yield Fault(message, "Export it again.", ", ".join(names), sheet.number, Severity.WARNING)


def _unembedded(sheet: Sheet, used: set[Key | None], embedded: dict[Key | None, bool]) -> Iterator[str]:
    """Names of the page's fonts that are neither used nor embedded; `embedded` remembers what was found of others."""
    for _, font in entries(entry(sheet.source, "Resources", "Font")):
        key = key_of(font)
        if key not in used and not (key and embedded.get(key)):
            face = read_typeface(font)
            embedded[key] = face.is_embedded
            if not face.is_embedded:
                yield face.name


def missing_glyphs(document: Document, demands: Demands) -> Iterator[Fault]:
    """No letter is an empty box."""
    used: dict[Typeface, set[int]] = {}
    for sheet in document.sheets:
        for words in _texts(sheet, demands):
            used.setdefault(words.typeface, set()).update(words.codes)
    missing = {face: _without_glyph(codes, glyph_test(face)) for face, codes in used.items()}
    for sheet in document.sheets:
        texts = _texts(sheet, demands)
        faces = {words.typeface for words in texts if not missing[words.typeface].isdisjoint(words.codes)}
        if faces:
            message = "Empty boxes stand on this page where letters should be."
            remedy = "Choose a font that has all the letters."
            yield Fault(message, remedy, f".notdef in {_names(faces)}", sheet.number)


def lost(document: Document, demands: Demands) -> Iterator[Fault]:
    """Each page has every letter that is to be read on it."""
    if not demands.words:
        return
    if len(document.sheets) != len(demands.words):
        message = f"The file has {len(document.sheets)} pages instead of {len(demands.words)}."
        yield Fault(message, "Make the file again.")
        return
    for sheet, written in zip(document.sheets, demands.words, strict=True):
        if letters := lost_letters(written, "".join(map(_read, sheet.spoken))):
            message = f"The page lost the letters {' '.join(letters)}."
            yield Fault(message, "Make the file again.", "not among the page's texts by ToUnicode", sheet.number)


def _read(words: Words) -> str:
    """What a string stands for; one that moves the pen nowhere is passed over, as readers do."""
    letters = words.typeface.letters
    return "".join([letters.get(code, "") for code in words.codes]) if letters and words.box.width else ""


def _without_glyph(codes: Iterable[int], has_glyph: Callable[[int], bool]) -> frozenset[int]:
    return frozenset(code for code in codes if not has_glyph(code))


def readable(document: Document, demands: Demands) -> Iterator[Fault]:
    """Text can be searched, copied and read aloud: each code says which letters it is."""
    severity = Severity.WARNING if demands.for_press else Severity.ERROR
    spoken = {face: _spoken(face) for face in _typefaces(document, demands)}
    for sheet in document.sheets:
        texts = _texts(sheet, demands)
        faces = {words.typeface for words in texts if not spoken[words.typeface].issuperset(words.codes)}
        if faces:
            message = "Text on this page cannot be searched, copied or read aloud."
            remedy = "Export it again with text as text."
            yield Fault(message, remedy, f"no Unicode for codes of {_names(faces)}", sheet.number, severity)


def _texts(sheet: Sheet, demands: Demands) -> tuple[Words, ...]:
    """What is seen; and where files are read aloud, what is heard."""
    return sheet.spoken if demands.standard == "ua" else sheet.words


def _typefaces(document: Document, demands: Demands) -> set[Typeface]:
    return {words.typeface for sheet in document.sheets for words in _texts(sheet, demands)}


def _names(faces: set[Typeface]) -> str:
    return ", ".join(sorted({face.name for face in faces}))


def _spoken(face: Typeface) -> frozenset[int]:
    """Codes that stand for letters, or for nothing on purpose."""
    if face.has_known_letters:
        return frozenset(range(SIMPLE_CODES ** min(face.bytes_per_code, 2)))
    return frozenset(code for code, letters in (face.letters or {}).items() if _is_text(letters))


def _is_text(letters: str) -> bool:
    return not any(letter in NO_LETTERS or unicodedata.category(letter) == "Co" for letter in letters)


def drawn_letters(document: Document, _: Demands) -> Iterator[Fault]:
    """No Type 3 fonts, whose letters are pictures that many printers' programs handle badly."""
    for sheet in document.sheets:
        names = sorted({words.typeface.name or "?" for words in sheet.words if words.typeface.kind == "Type3"})
        if names:
            message = "Letters on this page are small pictures, and may print coarsely."
            detail = f"Type 3: {', '.join(names)}"
            yield Fault(message, "Use an OpenType font instead.", detail, sheet.number, Severity.WARNING)


def tiny(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing is too small to be read."""
    for sheet in document.sheets:
        least = min((words.size for words in sheet.words), default=SMALLEST)
        if 0 < least < SMALLEST:
            message = f"Text of {least:.1f} points cannot be read in print."
            detail = f"least is {SMALLEST:g} pt"
            yield Fault(message, "Set it larger.", detail, sheet.number, Severity.WARNING)


def safe(document: Document, demands: Demands) -> Iterator[Fault]:
    """Text stays away from the cut, where a sheet that lies a little askew would lose it."""
    for sheet in document.sheets:
        inside = sheet.cut.grown(-demands.safe)
        cut_off = any(not sheet.cut.contains(words.box) for words in sheet.words)
        if cut_off:
            message = "Text on this page reaches over the cut: part of it will be cut off."
            yield Fault(message, "Move it inwards.", f"trim {sheet.cut}", sheet.number)
        elif any(not inside.contains(words.box) for words in sheet.words):
            message = "Text stands so close to the edge of this page that it may be cut off."
            detail = f"outside of {inside}"
            yield Fault(message, "Move it inwards.", detail, sheet.number, Severity.WARNING)
