"""The document's objects beside pages and fonts: photos, graphics states, what it says of itself, the output intent.

ReportLab writes them; numbers and names are ours (ISO 32000-1; output intents: 14.11.5).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from msgspec import Struct
from reportlab.pdfbase import pdfdoc

from postcards.edition.colour import ALL_PLATES
from postcards.edition.intent import REGISTRY, Intent
from postcards.edition.metadata import TRAPPED
from postcards.edition.photos import Derivative
from postcards.edition.weights import Part

#: The graphics states of a page in inks: black is printed over what lies below it, everything else in its stead.
OVERPRINTS, KNOCKS_OUT = "Over", "Out"

#: A zero in an ink leaves what is there below (overprint mode 1, 8.6.7). Said in both, so that it is never in doubt.
NONZERO_OVERPRINT = 1

#: Pillow, as Photoshop does, stores the inks of a JPEG as what is left of the paper.
INVERTED_INKS = (1, 0, 1, 0, 1, 0, 1, 0)

#: How hard zlib tries (RFC 1951), as it does by itself; and with pages' code in a file for a press, where photos weigh
#: a hundred times as much.
USUAL, LEAST = 6, 1

#: Streams that stay packed while a process lives: the fonts of some editions with the same pages.
KEPT = 32

#: What metadata and profiles are weighed as.
REST = Part("rest")

SPACES = {"rgb": "DeviceRGB", "grey": "DeviceGray", "cmyk": "DeviceCMYK"}


class GraphicsStates:
    """What a page may set by name; ReportLab asks for it when the page is closed."""

    def __init__(self, document: Any) -> None:
        self._states = {
            OVERPRINTS: document.Reference(_overprint(True)),
            KNOCKS_OUT: document.Reference(_overprint(False)),
        }

    def getState(self) -> dict[str, Any]:
        return self._states


def describe(document: Any, strings: Mapping[str, str]) -> None:
    """Put a document information dictionary of these strings in the place of ReportLab's own."""
    told = {key: pdfdoc.PDFString(value) for key, value in strings.items()}
    information = pdfdoc.PDFDictionary({**told, "Trapped": pdfdoc.PDFName(TRAPPED)})
    information.__RefOnly__ = 1  # an object of its own, says ReportLab
    document.info = information


class Photo:
    """A JPEG as an image object, its bytes as they are (8.9.5); fetched when it is written."""

    def __init__(self, derivative: Derivative) -> None:
        self._derivative = derivative
        self.part = Part("photos", derivative.key)

    @property
    def content(self) -> bytes:
        return self._derivative.jpeg

    def dictionary(self, length: int) -> Any:
        """What stands before its `length` bytes."""
        shown = self._derivative
        described = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Image"),
            "Width": shown.width,
            "Height": shown.height,
            "BitsPerComponent": 8,
            "ColorSpace": pdfdoc.PDFName(SPACES[shown.colour]),
            "Filter": pdfdoc.PDFName("DCTDecode"),
            "Length": length,
        }
        if shown.colour == "cmyk":
            described["Decode"] = pdfdoc.PDFArray(INVERTED_INKS)
        return pdfdoc.PDFDictionary(described)


class Stream(Struct, frozen=True):
    """Bytes as they stand in the file, with what is said of them, and what they are weighed as."""

    content: bytes
    described: Mapping[str, Any]
    part: Part

    def dictionary(self, length: int) -> Any:
        """What stands before its `length` bytes."""
        return pdfdoc.PDFDictionary({**self.described, "Length": length})


def add_stream(document: Any, content: bytes, part: Part, described: Mapping[str, Any] | None = None) -> Any:
    """Add `content`, packed; what refers to it. The same stream said again is the same object."""
    return _add(document, Stream(_packed(content), {"Filter": "/FlateDecode", **(described or {})}, part))


def _add(document: Any, stream: Stream) -> Any:
    name = f"stream-{sha256(repr(stream.described).encode() + stream.content).hexdigest()}"
    if name in document.idToObject:
        return pdfdoc.PDFObjectReference(name)
    return document.Reference(stream, name)


def all_plates() -> Any:
    """Separation /All, shown as all four inks where there are no plates (8.6.6.4 and 7.10.3)."""
    tint = {"FunctionType": 2, "Domain": _array(0, 1), "C0": _array(0, 0, 0, 0), "C1": _array(1, 1, 1, 1), "N": 1}
    names = [pdfdoc.PDFName(name) for name in ("Separation", ALL_PLATES, "DeviceCMYK")]
    return pdfdoc.PDFArray([*names, pdfdoc.PDFDictionary(tint)])


def metadata(document: Any, packet: bytes) -> Any:
    """XMP as a stream that is not packed: it is found by those too who do not read PDF (14.3.2)."""
    return _add(document, Stream(packet, {"Type": "/Metadata", "Subtype": "/XML"}, REST))


def add_intent(document: Any, intent: Intent) -> None:
    """Say the one press that the file is made for, with its profile (14.11.5; ISO 15930-7, 6.2.2).

    That is not packed: three quarters of it would stay, and it would take as long as painting a booklet.
    """
    described = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFX"),
        "OutputConditionIdentifier": pdfdoc.PDFString(intent.identifier),
        "OutputCondition": pdfdoc.PDFString(intent.info),
        "Info": pdfdoc.PDFString(intent.info),
        "RegistryName": pdfdoc.PDFString(REGISTRY),
        "DestOutputProfile": _add(document, Stream(intent.profile, {"N": 4}, REST)),
    }
    catalogue = document.Catalog
    catalogue.OutputIntents = pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(described))])
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]  # what ReportLab writes of it


def _array(*numbers: int) -> Any:
    return pdfdoc.PDFArray(numbers)


def _overprint(black: bool) -> Any:
    said = "true" if black else "false"
    return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("ExtGState"), "OP": said, "op": said, "OPM": NONZERO_OVERPRINT})


@lru_cache(maxsize=KEPT)
def _packed(content: bytes) -> bytes:
    """Packed once a process."""
    return zlib.compress(content, USUAL)
