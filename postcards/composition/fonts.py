"""The type: which face sets which script in which role, at which optical size.

Read from `fonts/fonts.yaml`. A role is what text is for (`serif` for reading, `sans` for labels), a script is an
ISO 15924 code. Sizes elsewhere are nominal, that is Latin points; a face is painted at nominal size x its factor.
"""

from __future__ import annotations

import hashlib
import struct
from functools import cached_property
from math import inf
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from msgspec import Struct

from postcards.fontlist import read_list, unusable
from postcards.problems import ProjectError

ROLES = ("serif", "sans")
WEIGHTS = ("regular", "bold")

#: How far below its line's middle a baseline lies, nominal ems. Half the height of a Latin capital less a little, so
#: that text sits in the optical middle of its leading; most scripts are as high above it and as deep below as Latin.
BASELINE_DROP = 0.3

#: OS/2 fsType bits that forbid embedding in a document (OpenType 1.9, OS/2: restricted licence, bitmap only).
NO_EMBEDDING = 0x0202

#: The table directory (OpenType 1.9, “Organization of an OpenType Font”): how many tables, where the records begin,
#: and of each record (tag, checksum, offset, length) the last two.
TABLE_COUNT = 4
TABLE_RECORDS = 12
TABLE_RECORD = ">8xII"


class Face(Struct, frozen=True, eq=False, dict=True):
    """One font file as it is set: its HarfBuzz objects, its optical size.

    Advances and offsets from `font` are in font units, `upem` of them to the em.
    """

    name: str  # the file's name without its ending, also the PostScript name written
    path: Path
    factor: float  # glyph size over nominal size
    content: bytes

    def __repr__(self) -> str:
        return f"Face({self.name})"

    @cached_property
    def face(self) -> Any:
        return hb.Face(self.content)

    @cached_property
    def font(self) -> Any:
        return hb.Font(self.face)

    @cached_property
    def upem(self) -> int:
        return int(self.face.upem)

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def has(self, character: str) -> bool:
        """Whether the font maps this character to a glyph of its own."""
        return self.font.get_nominal_glyph(ord(character)) is not None

    def advance(self, glyph: int) -> int:
        """The glyph's advance in the font's own metrics, before kerning (font units)."""
        return int(self.font.get_glyph_h_advance(glyph))


class ScriptFaces(Struct, frozen=True):
    """How one role sets one script."""

    files: tuple[str, str]  # regular, bold
    fallback: tuple[str, ...]  # scripts asked next
    factor: float
    leading: float
    floor: float  # points, glyph size
    clear: float = 0.0  # leading over glyph size below which lines touch
    drop: float = BASELINE_DROP  # from the line's middle down to the baseline, nominal ems
    steep: bool = False  # words begin above the line that they end on: what stands below them goes by their ink


class FontShelf:
    """All faces of a project, opened when first asked for.

    `faces(role, weight, script)` is the order in which faces are asked for a character.
    """

    def __init__(self, folder: Path, roles: dict[str, dict[str, ScriptFaces]]) -> None:
        self.folder = folder
        self.roles = roles
        self._faces: dict[tuple[str, float], Face] = {}
        self._orders: dict[tuple[str, str, str], tuple[Face, ...]] = {}

    def __reduce__(self) -> tuple[type[FontShelf], tuple[Path, dict[str, dict[str, ScriptFaces]]]]:
        """Another process opens its own faces."""
        return FontShelf, (self.folder, self.roles)

    def script_faces(self, role: str, script: str) -> ScriptFaces:
        """The entry for `script`, or Latin's where the role does not know the script."""
        entries = self.roles[role]
        return entries.get(script) or entries["Latn"]

    def faces(self, role: str, weight: str, script: str) -> tuple[Face, ...]:
        """The script's own face, then its fallbacks."""
        key = (role, weight, script)
        if key not in self._orders:
            own = self.script_faces(role, script)
            entries = [own, *(self.script_faces(role, other) for other in own.fallback)]
            files = [(entry.files[WEIGHTS.index(weight)], entry.factor) for entry in entries]
            self._orders[key] = tuple(self.face(*file) for file in files)
        return self._orders[key]

    def smallest(self, role: str, script: str) -> float:
        """The nominal size (points) below which the script's readers should not be asked to go."""
        entry = self.script_faces(role, script)
        return entry.floor / entry.factor

    def face(self, file: str, factor: float) -> Face:
        """The face of one file, at its optical size."""
        key = (file, factor)
        if key not in self._faces:
            self._faces[key] = _open_face(self.folder / file, factor)
        return self._faces[key]


def read_fonts(folder: Path, said: Any = None) -> FontShelf:
    """The shelf described by `fonts.yaml` in `folder`, or by what that has `said`; raises ProjectError naming the file
    that is wrong.
    """
    tree = read_list(folder) if said is None else said
    try:
        roles = {
            role: {script: _script_faces(entry) for script, entry in scripts.items()}
            for role, scripts in tree["roles"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise unusable(error) from None
    for role in ROLES:
        if role not in roles:
            raise ProjectError(f"fonts/fonts.yaml: there is no role {role}.", "Compare it with the program's own.")
    for role, scripts in roles.items():
        if "Latn" not in scripts:
            raise ProjectError(f"fonts/fonts.yaml: role {role} has no face for Latn.", "Every role needs one.")
        for script, entry in scripts.items():
            for file in entry.files:
                if not (folder / file).is_file():
                    raise ProjectError(f"The font {file} ({role}, {script}) is missing in fonts/.", "Put it back.")
    return FontShelf(folder, roles)


def _script_faces(entry: dict[str, Any]) -> ScriptFaces:
    files = (entry["regular"], entry["bold"])
    numbers = (float(entry["factor"]), float(entry["leading"]), float(entry["floor"]))
    heights = (float(entry.get("clear", 0.0)), float(entry.get("drop", BASELINE_DROP)))
    if not all(isinstance(file, str) and Path(file).name == file for file in files):
        raise ValueError(f"a font is a file name in fonts/, not {files}")
    if not all(0 < number < inf for number in numbers):
        raise ValueError("factor, leading and floor are numbers above 0")
    if not all(0 <= height < inf for height in heights):
        raise ValueError("clear and drop are numbers, 0 or above")
    fallback = entry.get("fallback", [])
    if not isinstance(fallback, list):
        raise ValueError(f"fallback is a list of scripts, such as [Latn], not {fallback}")
    steep = entry.get("steep", False)
    if not isinstance(steep, bool):
        raise ValueError(f"steep is true or left out, not {steep}")
    return ScriptFaces(files, tuple(fallback), *numbers, *heights, steep)


def _open_face(path: Path, factor: float) -> Face:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ProjectError(f"The font {path.name} cannot be read: {error.strerror}.", "Put it back.") from None
    face = Face(path.stem, path, factor, content)
    tables = set(face.face.table_tags)
    whole = {"cmap", "glyf", "hmtx"} <= tables and _tables_end(content) <= len(content)
    if face.upem <= 0 or not whole or face.face.glyph_count == 0:
        raise ProjectError(f"The font {path.name} is damaged or has no TrueType outlines.", "Install it again.")
    fs_type = int.from_bytes(face.face.reference_table("OS/2").data[8:10], "big") if "OS/2" in tables else 0
    if fs_type & NO_EMBEDDING:
        raise ProjectError(f"The font {path.name} may not be embedded in documents.", "Take an open font.")
    return face


def _tables_end(content: bytes) -> int:
    """Where the last table of an OpenType file ends, bytes; HarfBuzz would take what is cut off for blank glyphs."""
    (count,) = struct.unpack_from(">H", content, TABLE_COUNT)
    tables = struct.iter_unpack(TABLE_RECORD, content[TABLE_RECORDS:][: count * struct.calcsize(TABLE_RECORD)])
    return max((int(offset) + int(length) for offset, length in tables), default=0)
