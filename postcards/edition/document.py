"""The document's objects written one after the other, each gone from memory when the next one comes (ISO 32000-1, 7.5).

ReportLab knows how each object is written, but joins them all in memory, photos among them, several times over. Here
they go straight to their file, and a photo is fetched when its turn comes.
"""

from __future__ import annotations

from typing import Any, Protocol

from reportlab.pdfbase import pdfdoc

from postcards.edition.objects import Photo

#: After the version: bytes that tell programs which copy files that this one is not text (7.5.2).
NOT_TEXT = b"%\xe2\xe3\xcf\xd3\n"

FREE_ENTRY = b"0000000000 65535 f \n"


class Sink(Protocol):
    """What a document can be written to."""

    def write(self, content: bytes, /) -> int: ...


def write_document(canvas: Any, sink: Sink) -> None:
    """Write the whole file of a finished canvas."""
    document = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    catalogue, information = document.Reference(document.Catalog), document.Reference(document.info)
    place = sink.write(b"%%PDF-%d.%d\n" % document._pdfVersion) + sink.write(NOT_TEXT)
    places: list[int] = []
    # What refers to an object that has no number yet gives it the next one: the list grows while it is written.
    while (number := len(places) + 1) in document.numberToId:
        places.append(place)
        place += _write_object(document, number, sink)
    entries = b"".join(b"%010d 00000 n \n" % each for each in places)
    sink.write(b"xref\n0 %d\n" % (len(places) + 1) + FREE_ENTRY + entries)
    trailer = {"Size": len(places) + 1, "Root": catalogue, "Info": information, "ID": _name(document)}
    sink.write(b"trailer\n" + pdfdoc.PDFDictionary(trailer).format(document))
    sink.write(b"\nstartxref\n%d\n%%%%EOF\n" % place)


def _write_object(document: Any, number: int, sink: Sink) -> int:
    """Write object `number`; how many bytes it has."""
    name = document.numberToId[number]
    content = document.idToObject[name]
    if not isinstance(content, Photo):
        return sink.write(pdfdoc.PDFIndirectObject(name, content).format(document))
    jpeg = content.jpeg
    head = b"%d 0 obj\n%b\nstream\n" % (number, content.dictionary(len(jpeg)).format(document))
    return sink.write(head) + sink.write(jpeg) + sink.write(b"\nendstream\nendobj\n")


def _name(document: Any) -> str:
    """The file's two names (14.4), the same as it has not been changed since it was made."""
    digest = document.signature.hexdigest()
    return f"[<{digest}> <{digest}>]"
