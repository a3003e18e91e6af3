"""What a file says about itself, twice: in its XMP packet and in the older Info dictionary.

XMP: ISO 16684-1, read as XML; Info: ISO 32000-1, 14.3.3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pikepdf

from postcards.preflight.objects import entries, name, words

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"

#: The attribute that says which language a text is in.
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

#: Namespaces of XMP by the prefixes that everybody writes.
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
_PREFIXES = {f"{{{address}}}": f"{prefix}:" for prefix, address in NAMESPACES.items()}

_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


#: What the parts of a date are that it leaves out (7.9.4).
_EARLIEST = (1, 1, 1, 0, 0, 0)


def read_info(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The Info dictionary's texts and names."""
    return {key: words(value) or name(value) for key, value in entries(pdf.trailer.get("/Info"))}


def read_xmp(packet: bytes) -> dict[str, str]:
    """The packet's properties as `prefix:name` and text; raises ParseError if it is no XML.

    Of a text in several languages it is the one for everybody (x-default), of a list all parts joined.
    """
    found: dict[str, str] = {}
    for described in ElementTree.fromstring(packet.strip(b"\0 \r\n\t")).iter(f"{RDF}Description"):
        found.update({_short(key): value for key, value in described.attrib.items()})
        found.update({_short(part.tag): _value(part) for part in described})
    return found


def _value(part: ElementTree.Element) -> str:
    several = list(part.iter(f"{RDF}li"))
    if part.find(f"{RDF}Alt") is not None:
        several = sorted(several, key=lambda item: item.get(LANGUAGE) != "x-default")[:1]
    return "; ".join(item.text or "" for item in several) if several else (part.text or "").strip()


def _short(tag: str) -> str:
    space, brace, plain = tag.rpartition("}")
    return _PREFIXES.get(space + brace, "") + plain if space else plain


def claims_ua(xmp: Mapping[str, str] | None) -> bool:
    """Whether the file calls itself PDF/UA, of whatever part (ISO 14289-1, 5)."""
    return "pdfuaid:part" in (xmp or {})


def moment(text: str) -> datetime | None:
    """A date as Info or as XMP writes it, on the clock of Greenwich; nothing if it is no date."""
    found = _PDF_DATE.fullmatch(text)
    try:
        if not found:
            read = datetime.fromisoformat(text)
            return read.replace(tzinfo=read.tzinfo or UTC)
        *parts, sign, hours, minutes = found.groups()
        year, month, day, hour, minute, second = (
            int(part or least) for part, least in zip(parts, _EARLIEST, strict=True)
        )
        read = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return read + away if sign == "-" else read - away


def same(info: Mapping[str, str], xmp: Mapping[str, str], key: str, in_xmp: str) -> bool:
    """Whether both say the same, dates as moments."""
    older, newer = info.get(key, ""), xmp.get(in_xmp, "")
    if key.endswith("Date") and older and newer:
        return moment(older) == moment(newer)
    return older == newer
