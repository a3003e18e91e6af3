"""What a document says about itself: title, language and issue, and nothing about who built it or where.

The same is said twice, in the document information dictionary (ISO 32000-1, 14.3.3) and in XMP (ISO 16684-1), and both
are made here, so that they agree (ISO 15930-7, 6.11). Dates are the issue's or SOURCE_DATE_EPOCH's, names come from
content: same pages, same bytes. XMP's namespaces are names, and nobody looks them up.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from hashlib import sha256
from html import escape
from uuid import UUID

from msgspec import Struct

from postcards import __version__
from postcards.edition.standard import Claim
from postcards.problems import UsageError

CREATOR = f"Postcards of Return {__version__}"
PRODUCER = "ReportLab"

#: Nobody has spread colours under their neighbours: the press may (ISO 15930-7, 6.10).
TRAPPED = "False"

#: A document's first state, and the form meant for everybody (XMP media management).
VERSION_ID, RENDITION = "1", "default"

#: The latest time SOURCE_DATE_EPOCH may name: the end of the year 9999, the last that a PDF date can say.
LATEST = 253_402_300_799

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""{namespaces}>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


class Imprint(Struct, frozen=True):
    """What the document is called."""

    title: str
    subject: str  # booklet and issue
    language: str  # BCP 47
    direction: str  # ltr or rtl
    issued: date


def issue_time(issued: date) -> datetime:
    """When the document says it was made: SOURCE_DATE_EPOCH if it is set, else midnight (UTC) of the issue's date.

    Raises UsageError for a SOURCE_DATE_EPOCH that is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime(issued.year, issued.month, issued.day, tzinfo=UTC)
    if not (epoch.isascii() and epoch.isdigit()) or int(epoch) > LATEST:
        raise UsageError("SOURCE_DATE_EPOCH is no number of seconds since 1970.", "Unset it, or set a whole number.")
    return datetime.fromtimestamp(int(epoch), UTC)


def information(imprint: Imprint, moment: datetime) -> dict[str, str]:
    """The strings of the document information dictionary; the name `Trapped` is not one of them."""
    made = f"D:{moment.year:04d}{moment:%m%d%H%M%S}Z"
    return {
        "Title": imprint.title,
        "Subject": imprint.subject,
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "CreationDate": made,
        "ModDate": made,
    }


def xmp_packet(imprint: Imprint, moment: datetime, claims: Iterable[Claim], content_digest: bytes) -> bytes:
    """The same as XMP, with the standards that the file follows; `content_digest` tells one state from another."""
    claims = tuple(claims)
    spaces = {**NAMESPACES, **{claim.prefix: claim.namespace for claim in claims}}
    made = f"{moment.year:04d}-{moment:%m-%dT%H:%M:%S}Z"
    named = "\n".join((imprint.title, imprint.subject, imprint.language, *(claim.value for claim in claims)))
    properties = [
        "<dc:format>application/pdf</dc:format>",
        _alternatives("dc:title", imprint.title, imprint.language),
        _alternatives("dc:description", imprint.subject),
        f"<dc:language><rdf:Bag><rdf:li>{escape(imprint.language)}</rdf:li></rdf:Bag></dc:language>",
        *(f"<xmp:{name}>{made}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")),
        f"<xmp:CreatorTool>{escape(CREATOR)}</xmp:CreatorTool>",
        f"<xmpMM:DocumentID>{_name(sha256(named.encode()).digest())}</xmpMM:DocumentID>",
        f"<xmpMM:InstanceID>{_name(content_digest)}</xmpMM:InstanceID>",
        f"<xmpMM:VersionID>{VERSION_ID}</xmpMM:VersionID>",
        f"<xmpMM:RenditionClass>{RENDITION}</xmpMM:RenditionClass>",
        f"<pdf:Producer>{escape(PRODUCER)}</pdf:Producer>",
        f"<pdf:Trapped>{TRAPPED}</pdf:Trapped>",
        *(f"<{claim.prefix}:{claim.name}>{escape(claim.value)}</{claim.prefix}:{claim.name}>" for claim in claims),
    ]
    namespaces = "".join(f'\n xmlns:{prefix}="{namespace}"' for prefix, namespace in spaces.items())
    return PACKET.format(namespaces=namespaces, properties="\n".join(properties)).encode()


def _alternatives(name: str, text: str, language: str = "") -> str:
    """A text in one language, which is also the one to take where nobody asks for a language."""
    items = [
        f'<rdf:li xml:lang="{tag}">{escape(text)}</rdf:li>' for tag in ("x-default", *([language] if language else []))
    ]
    return f"<{name}><rdf:Alt>{''.join(items)}</rdf:Alt></{name}>"


def _name(digest: bytes) -> str:
    """A name of sixteen bytes, as a UUID made by hashing (RFC 9562, version 5)."""
    return f"uuid:{UUID(bytes=digest[:16], version=5)}"
