"""What can be wrong with a photo, said so that an office can act on it.

A `Remark` is a finding that does not know yet which file it is about: the same picture may lie in two stories, and
what was found in it once is kept with the picture. `PhotoError` carries the remark that makes a photo unusable.
`picture_format` tells by a file's first bytes what it is, whatever its name says: only JPEG (ISO/IEC 10918-1), PNG
(ISO/IEC 15948), WebP (RFC 9649) and TIFF 6.0 go any further.
"""

from __future__ import annotations

import re

from msgspec import Struct

from postcards.problems import Problem, Severity, Where

#: Largest photo file (bytes): twice what the largest office camera writes, and far below what fills the memory.
MAX_BYTES = 60_000_000

#: Largest picture (pixels) by its format: a 300 ppi poster of A1, which decoded takes 320 MB. TIFF's decoder takes a
#: picture that is stored in one piece twice, that of a progressive JPEG keeps all its parts until the last, and WebP's
#: needs 16 bytes a pixel: these may have fewer, so that all stay below 600 MB.
MAX_PIXELS = {"JPEG": 80_000_000, "PNG": 80_000_000, "TIFF": 40_000_000, "WEBP": 24_000_000}
MAX_PROGRESSIVE_PIXELS = 40_000_000

#: So much of a file's beginning is looked at for marks that do not stand at its very start (bytes).
HEAD_BYTES = 1024

EXPORT = "Open it in a photo program, export it as JPEG and put that file into the story's folder."
EXPORT_AGAIN = "Export it again from the original as JPEG, or copy it again."


class Remark(Struct, frozen=True):
    """A finding about a picture whose file is not named yet."""

    code: str  # stable name, `photo.matter`
    says: str  # the rest of the sentence that begins with the file's name
    remedy: str  # one thing to do
    severity: Severity = Severity.ERROR

    def about(self, file: str, where: Where) -> Problem:
        """The finding for the photo that the line at `where` calls `file`."""
        return Problem(self.code, f"The photo “{file}” {self.says}", self.remedy, where, self.severity)


class PhotoError(Exception):
    """A photo that cannot be printed. `remark` says why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.says)
        self.remark = remark


EMPTY = Remark("photo.empty", "is an empty file of 0 bytes.", "Copy the photo again.")
POINTER = Remark(
    "photo.pointer",
    "is not the photo but a note from Git LFS that stands in for it.",
    "Run “git lfs pull”, or copy the photo itself into the story's folder.",
)
UNKNOWN = Remark("photo.kind", "is not a picture that can be printed.", EXPORT)
STRANGE_COLOURS = Remark("photo.kind", "stores its colours in a way that only science and film use.", EXPORT)
DAMAGED = Remark("photo.damaged", "is damaged or only half copied: it cannot be read to its end.", EXPORT_AGAIN)
TOO_LARGE = Remark(
    "photo.file-size",
    f"is a file of more than {MAX_BYTES // 1_000_000} MB.",
    "Export it as JPEG, 4000 pixels on the long side.",
)
TRANSPARENT = Remark(
    "photo.transparent", "is wholly transparent: nothing would be printed.", "Export it again without transparency."
)
CUT_SHORT = Remark(
    "photo.cut-short",
    "lacks the very end of its file; the lowest rows are left out.",
    EXPORT_AGAIN,
    Severity.WARNING,
)
FIRST_PICTURE = Remark(
    "photo.first-picture",
    "holds several pictures; the first one is used.",
    "Look whether it is the right one, or export the right one as JPEG.",
    Severity.WARNING,
)
PROFILE = Remark(
    "photo.profile",
    "says in an unusable way what its colours mean (its colour profile); they are taken as most photos mean them.",
    "Look at the colours of the printed page, or export the photo again as sRGB.",
    Severity.WARNING,
)


def too_many_pixels(most: int) -> Remark:
    """The finding for a picture of more than `most` pixels."""
    return Remark(
        "photo.pixels",
        f"has more than {most // 1_000_000} million pixels, which is too many for a picture stored as it is.",
        "Make it smaller in a photo program: 4000 pixels on the long side are enough for any page.",
    )


#: First bytes of the pictures that can be printed, and what Pillow calls them.
PRINTABLE = (
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WEBP"),
    (re.compile(rb"II[*+]\0|MM\0[*+]"), "TIFF"),
)

#: First bytes of what offices put in a photo's place, and what to call it. The first that fits counts.
OTHER_KINDS = (
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "a HEIC picture, as iPhones take them"),
    (re.compile(rb"....ftypavi", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"....ftyp", re.DOTALL), "a film"),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "an EPS drawing"),
    (re.compile(rb".{0,1000}%PDF-", re.DOTALL), "a PDF document"),
    (re.compile(rb"GIF8"), "a GIF picture, which has too few colours for print"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"8BPS"), "a Photoshop document"),
    (re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"), "a JPEG 2000 picture"),
    (re.compile(rb"PK\x03\x04"), "a Word document or a ZIP archive"),
    (re.compile(rb"\x1f\x8b"), "a compressed file"),
    (re.compile(rb"\s*<(?:.*<)?svg[\s>]", re.DOTALL | re.IGNORECASE), "an SVG drawing"),
    (re.compile(rb"\s*<(?:.*<)?(?:!doctype html|html|head|body)[\s>]", re.DOTALL | re.IGNORECASE), "a web page"),
)


def picture_format(content: bytes) -> str:
    """Pillow's name of the format of `content`; raises PhotoError for anything that cannot be printed."""
    for pattern, name in PRINTABLE:
        if pattern.match(content):
            return name
    raise PhotoError(_refusal(content))


def _refusal(content: bytes) -> Remark:
    if not content:
        return EMPTY
    head = content[:HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"version https://git-lfs"):
        return POINTER
    for pattern, kind in OTHER_KINDS:
        if pattern.match(head):
            return Remark("photo.kind", f"is {kind}.", EXPORT)
    return UNKNOWN
