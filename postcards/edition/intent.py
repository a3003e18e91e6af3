"""Output intents: which press, paper and inks a print edition's colours are built for (ISO 15930-7, 6.2.2; ICC.1:2022).

An intent is data: the bytes of an ICC profile and what it is called. Ours is FOGRA39, offset on coated paper; a print
shop's own profile is a file that passes the same check: an output profile for CMYK, whole, with tables both ways.
"""

from __future__ import annotations

import struct
from functools import cache
from hashlib import md5, sha256
from pathlib import Path

from msgspec import Struct

from postcards.project import AssetError, open_asset, our_folder

#: Largest profile that is read (bytes): several times what profile makers' finest tables take.
MAX_BYTES = 20_000_000

#: ICC.1:2022, 7.2: the header, and the fields of it that are looked at.
HEADER_BYTES = 128
SIZE = slice(0, 4)
MAJOR_VERSION = 8
CLASS, SPACE, CONNECTION = slice(12, 16), slice(16, 20), slice(20, 24)
SIGNATURE = slice(36, 40)
IDENTITY = slice(84, 100)

#: Fields that count as zero when a profile's MD5 is taken (7.2.18): flags, rendering intent, the digest itself.
UNCOUNTED = (slice(44, 48), slice(64, 68), IDENTITY)

#: PDF/X-4 takes profiles up to this version.
LATEST_VERSION = 4

#: An entry of the tag table (7.3): name, offset, size.
TAG = struct.Struct(">4sII")

#: The tables a press profile must have: the channels that go in and come out (9.2).
TABLES = {b"A2B0": (4, 3), b"B2A0": (3, 4)}
CHANNELS = slice(8, 10)  # of a table: how many go in, how many come out (10.10 to 10.13)

#: What a profile's colours are called in findings.
SPACES = {b"RGB ": "RGB, for screens", b"GRAY": "grey", b"Lab ": "Lab, which no press prints", b"CMY ": "three inks"}

#: Where printing conditions are registered: a name that the standard asks for, never looked up.
REGISTRY = "http://www.color.org"

#: In our folder `profiles`.
DEFAULT_PROFILE = "ISOcoated_v2_300_bas.icc"


class Intent(Struct, frozen=True):
    """What colours are built for."""

    profile: bytes  # a whole ICC profile: output class, CMYK
    identifier: str  # of the printing condition, as registered: FOGRA39
    info: str  # what a printer calls it
    ink_limit: float  # of all four inks together, per cent

    @property
    def digest(self) -> str:
        """SHA-256 of the profile, hexadecimal: what pixels depend on."""
        return _digest(self.profile)


class Condition(Struct, frozen=True):
    """What a printer profile says of its colours beside the profile's file."""

    identifier: str
    info: str
    ink_limit: float = 300.0


class ProfileError(Exception):
    """A colour profile that nothing can be printed with. `code` is the finding's, `remedy` what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


@cache
def _digest(profile: bytes) -> str:
    """Every photo asks for it."""
    return sha256(profile).hexdigest()


@cache
def default_intent() -> Intent:
    """FOGRA39: offset on coated paper, at most 300 % ink; what most print shops of the region ask for."""
    condition = Condition("FOGRA39", "ISO Coated v2 300% (basICColor)")
    return open_intent(our_folder("profiles"), DEFAULT_PROFILE, condition)


def open_intent(folder: Path, file: str, condition: Condition) -> Intent:
    """The intent of the profile `file` (a name that somebody wrote) in `folder`; raises ProfileError."""
    try:
        with open_asset(folder, file) as source:
            content = source.read(MAX_BYTES + 1)
    except AssetError as fault:
        code = "profile.missing" if fault.code == "file.missing" else fault.code
        raise ProfileError(code, fault.message, "Put the print shop's ICC profile there.") from None
    except OSError as error:
        message = f"“{file}” cannot be read: {error.strerror}."
        raise ProfileError("file.unreadable", message, "Copy the profile there again.") from None
    check_profile(content, file)
    return Intent(content, condition.identifier, condition.info, condition.ink_limit)


def check_profile(content: bytes, file: str) -> None:
    """Raise ProfileError unless `content` is a whole ICC profile of a CMYK press."""
    again = "Ask the print shop for its ICC profile again."
    if len(content) <= HEADER_BYTES or content[SIGNATURE] != b"acsp":
        raise ProfileError("profile.damaged", f"“{file}” is no colour profile.", again)
    if content[SPACE] != b"CMYK":
        space = SPACES.get(content[SPACE], "for other inks than cyan, magenta, yellow and black")
        message = f"The colour profile “{file}” is {space}; a print edition needs CMYK."
        raise ProfileError("profile.kind", message, "Ask the print shop for the profile of its press and paper.")
    if content[CLASS] != b"prtr" or content[MAJOR_VERSION] > LATEST_VERSION:
        message = f"The colour profile “{file}” is not one of a press, or of a newer kind than PDF/X-4 takes."
        raise ProfileError("profile.kind", message, "Ask the print shop for the profile of its press and paper.")
    if not _is_whole(content):
        raise ProfileError("profile.damaged", f"The colour profile “{file}” is damaged or only half copied.", again)


def _is_whole(content: bytes) -> bool:
    """Whether the profile ends where it says, its tags lie inside it, and its tables join four inks and colour."""
    if int.from_bytes(content[SIZE]) != len(content) or content[CONNECTION] not in (b"Lab ", b"XYZ "):
        return False
    first = HEADER_BYTES + 4
    count = int.from_bytes(content[HEADER_BYTES:first])
    if first + count * TAG.size > len(content):
        return False
    tags = {name: (at, size) for name, at, size in TAG.iter_unpack(content[first : first + count * TAG.size])}
    if any(at + size > len(content) for at, size in tags.values()):
        return False
    for name, channels in TABLES.items():
        at, size = tags.get(name, (0, 0))
        if tuple(content[at : at + size][CHANNELS]) != channels:
            return False
    return not any(content[IDENTITY]) or _md5(content) == content[IDENTITY]


def _md5(content: bytes) -> bytes:
    counted = bytearray(content)
    for field in UNCOUNTED:
        counted[field] = bytes(field.stop - field.start)
    return md5(counted, usedforsecurity=False).digest()
