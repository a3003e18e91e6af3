"""The document's objects written one after the other, each gone from memory when the next one comes (ISO 32000-1, 7.5).

ReportLab knows how each object is written, but joins them all in memory, photos among them, several times over. Here
they go straight to their file, and a photo is fetched when its turn comes. Where the standard allows it, what is no
stream is gathered and packed by the group.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Protocol

from reportlab.pdfbase import pdfdoc

from postcards.edition.objects import Photo, Stream
from postcards.edition.packing import GROUP, PACKED, PLAIN, Entry, cross_reference, object_stream
from postcards.edition.ready import Ready
from postcards.edition.weights import Part, Weights

#: After the version: bytes that tell programs which copy files that this one is not text (7.5.2).
NOT_TEXT = b"%\xe2\xe3\xcf\xd3\n"

FREE_ENTRY = b"0000000000 65535 f \n"

STRUCTURE, PAGES = Part("structure"), Part("pages")


class Sink(Protocol):
    """What a document can be written to."""

    def write(self, content: bytes, /) -> int: ...


def write_document(canvas: Any, sink: Sink, *, packed: bool, effort: int) -> Weights:
    """Write the whole file of a finished canvas, with packed objects or plain ones and pages' code packed with that
    effort; what its bytes are spent on.
    """
    document = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    trailer = {"Root": document.Reference(document.Catalog), "Info": document.Reference(document.info)}
    trailer["ID"] = _name(document)
    writer = _Writer(document, sink, effort)
    writer.add(STRUCTURE, b"%%PDF-%d.%d\n" % document._pdfVersion + NOT_TEXT)
    if packed:
        writer.write_packed(trailer)
    else:
        writer.write_plain(trailer)
    return writer.weights


class _Writer:
    """Knows how far the file has come."""

    def __init__(self, document: Any, sink: Sink, effort: int) -> None:
        self._document = document
        self._sink = sink
        self._effort = effort  # spent on packing pages' code
        self._place = 0
        self.weights = Weights()

    def add(self, part: Part, *contents: bytes) -> None:
        for content in contents:
            self._place += self._sink.write(content)
            self.weights[part] += len(content)

    def write_plain(self, trailer: dict[str, Any]) -> None:
        """Every object on its own, and a table of where each is (7.5.4)."""
        places = []
        for number, thing in self._things():
            places.append(self._place)
            if not self._write_stream(number, thing):
                self._write_object(number, STRUCTURE, _formatted(self._document, thing))
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        start, size = self._place, len(places) + 1
        self.add(STRUCTURE, b"xref\n0 %d\n" % size + FREE_ENTRY + table)
        ending = pdfdoc.PDFDictionary({"Size": size, **trailer}).format(self._document)
        self.add(STRUCTURE, b"trailer\n" + ending + b"\nstartxref\n%d\n%%%%EOF\n" % start)

    def write_packed(self, trailer: dict[str, Any]) -> None:
        """Streams one by one, then all that is none by the group, and a stream that says where each is (7.5.8)."""
        entries: list[Entry] = []
        others: list[tuple[int, bytes]] = []
        for number, thing in self._things():
            entries.append(Entry(PLAIN, self._place))
            if not self._write_stream(number, thing):
                others.append((number, _formatted(self._document, thing)))
        for start in range(0, len(others), GROUP):
            group, own = others[start : start + GROUP], len(entries) + 1
            for index, (member, _) in enumerate(group):
                entries[member - 1] = Entry(PACKED, own, index)
            entries.append(Entry(PLAIN, self._place))
            self._write_object(own, STRUCTURE, object_stream(group))
        start, own = self._place, len(entries) + 1
        entries.append(Entry(PLAIN, start))
        said = pdfdoc.PDFDictionary(trailer).format(self._document)
        self._write_object(own, STRUCTURE, cross_reference(entries, said.removeprefix(b"<<").removesuffix(b">>")))
        self.add(STRUCTURE, b"startxref\n%d\n%%%%EOF\n" % start)

    def _things(self) -> Iterator[tuple[int, Any]]:
        """All objects by number. What refers to one without a number gives it the next: the list grows meanwhile."""
        document, number = self._document, 1
        while number in document.numberToId:
            yield number, document.idToObject[document.numberToId[number]]
            number += 1

    def _write_stream(self, number: int, thing: Any) -> bool:
        """Write the object if it is a stream, which stands on its own in any file; whether it is one."""
        if isinstance(thing, Photo | Stream):
            content = thing.content
            head = thing.dictionary(len(content)).format(self._document) + b"\nstream\n"
            self._write_object(number, thing.part, head, content, b"\nendstream")
        elif isinstance(thing, pdfdoc.PDFStream):
            # A page's code, which ReportLab would pack harder than pays beside photos for a press, and end without a
            # line's end, which standards ask for (7.3.8.1).
            content = zlib.compress(thing.content.encode("latin-1"), self._effort)
            head = b"<<\n/Filter /FlateDecode /Length %d\n>>\nstream\n" % len(content)
            self._write_object(number, PAGES, head, content, b"\nendstream")
        else:
            return False
        return True

    def _write_object(self, number: int, part: Part, *contents: bytes) -> None:
        self.add(part, b"%d 0 obj\n" % number, *contents, b"\nendobj\n")


def _formatted(document: Any, thing: Any) -> bytes:
    """The object without its number."""
    if isinstance(thing, Ready):
        return thing.content
    formatted: bytes = pdfdoc.format(thing, document, toplevel=1)
    return formatted


def _name(document: Any) -> str:
    """The file's two names (14.4), the same as it has not been changed since it was made."""
    digest = document.signature.hexdigest()
    return f"[<{digest}> <{digest}>]"
