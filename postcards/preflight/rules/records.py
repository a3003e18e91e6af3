"""Rules on what the file says about itself: XMP and Info, in step (ISO 15930-7, 6.5; ISO 16684-1)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.metadata import same
from postcards.preflight.objects import entry, has, name

AGAIN = "Export it again as PDF/X-4."

#: What PDF/X-4 wants said in XMP.
REQUIRED = (
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
    "dc:title",
)

#: Keys of Info, and where XMP says the same.
TWINS = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Keywords": "pdf:Keywords",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
}

#: What `pdf:Trapped` and Info's `Trapped` may be; PDF/X takes no “Unknown”.
TRAPPED = ("True", "False")


def packet(document: Document, _: Demands) -> Iterator[Fault]:
    """There is an XMP packet that anybody can find without unpacking anything."""
    stream = entry(document.pdf.Root, "Metadata")
    if not isinstance(stream, pikepdf.Stream):
        yield Fault("The file does not say what it is.", AGAIN, "no /Metadata in the catalog")
        return
    kinds = (name(entry(stream, "Type")), name(entry(stream, "Subtype")))
    if document.xmp is None or kinds != ("Metadata", "XML") or has(stream, "Filter"):
        detail = "the XMP packet is compressed, no XML, or not called /Metadata /XML"
        yield Fault("What the file says about itself cannot be read.", AGAIN, detail)


def conformance(document: Document, _: Demands) -> Iterator[Fault]:
    """The file calls itself PDF/X-4."""
    found = (document.xmp or {}).get("pdfxid:GTS_PDFXVersion", "")
    if found != "PDF/X-4":
        said = f"It calls itself {found}" if found else "It does not say so"
        detail = f"pdfxid:GTS_PDFXVersion is “{found}”"
        yield Fault(f"The print shop asks for PDF/X-4. {said}.", AGAIN, detail)


def required(document: Document, _: Demands) -> Iterator[Fault]:
    """Dates, identifiers and title stand in XMP."""
    missing = [key for key in REQUIRED if not (document.xmp or {}).get(key)]
    if missing:
        message = "The file does not say when it was made, or which version of which document it is."
        yield Fault(message, AGAIN, f"XMP lacks {', '.join(missing)}")


def in_step(document: Document, _: Demands) -> Iterator[Fault]:
    """Info and XMP say the same."""
    told = [key for key in TWINS if document.info.get(key)]
    differ = [key for key in told if not same(document.info, document.xmp or {}, key, TWINS[key])]
    if differ:
        message = f"The file says two different things about itself: {', '.join(differ)}."
        detail = "; ".join(f"{TWINS[key]} is not Info’s {key} “{document.info[key][:40]}”" for key in differ)
        yield Fault(message, AGAIN, detail)


def trapped(document: Document, _: Demands) -> Iterator[Fault]:
    """It says whether inks overlap at edges already, so that nobody does it twice."""
    found, twin = document.info.get("Trapped", ""), (document.xmp or {}).get("pdf:Trapped", "")
    if found not in TRAPPED or twin != found:
        message = "The file does not say whether the overlaps between colours that presses need are made already."
        yield Fault(message, AGAIN, f"Info /Trapped “{found}”, pdf:Trapped “{twin}”; True or False, and the same")


def title(document: Document, _: Demands) -> Iterator[Fault]:
    """It has a title, which viewers show and screen readers say first."""
    if not document.info.get("Title", "").strip() and not (document.xmp or {}).get("dc:title", "").strip():
        message = "The file has no title: windows and screen readers will show the name of the file."
        yield Fault(message, "Give the document a title.", "neither Info /Title nor dc:title")
