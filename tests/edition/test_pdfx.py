"""The print edition is PDF/X-4 (ISO 15930-7), read back with pikepdf; other standards and presses are other values."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
from ghostscript import is_there, plates
from msgspec.structs import replace
from painted import BLEED, PALETTE, TRIM, bound, derivative, everything, page, painted, pdf, text

from postcards.edition.intent import default_intent
from postcards.edition.painter import PLANS
from postcards.edition.standard import PLAIN_CMYK
from postcards.geometry import Point, Rect
from postcards.pages.page import Fill, Stroke
from postcards.pages.path import rectangle, segment

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC, XMP, PDF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}"
MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}"
CLAIM = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
PRINT = PLANS["print"]

#: Keys that PDF/X-4 forbids, or that a file without links, forms, films and layers has no use for.
FORBIDDEN = (
    *(
        "/Annots",
        "/AA",
        "/OpenAction",
        "/AcroForm",
        "/JavaScript",
        "/JS",
        "/EmbeddedFiles",
        "/OCProperties",
        "/Encrypt",
    ),
    *("/ArtBox", "/Alternates", "/OPI", "/TR", "/TR2", "/HT", "/HTP", "/Ref", "/F", "/DestOutputProfileRef", "/PS"),
    *("/SMask", "/Group", "/ca", "/CA", "/BM"),
)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def xmp(content: bytes) -> ElementTree.Element:
    with opened(content) as document:
        stream = document.Root.Metadata
        assert (str(stream.Type), str(stream.Subtype), "/Filter" in stream) == ("/Metadata", "/XML", False)
        packet = bytes(stream.read_raw_bytes())
    (described,) = ElementTree.fromstring(packet).iter(f"{RDF}Description")
    return described


def said(described: ElementTree.Element, name: str) -> str:
    """A property's text, or the first of its alternatives."""
    (found,) = described.iter(name)
    return found.text if found.text else next(found.iter(f"{RDF}li")).text or ""


def dictionaries(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file, nested ones too."""
    rest: list[Any] = [found for found in document.objects if found is not None]
    while rest:
        found = rest.pop()
        if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            yield found
            rest += [value for _, value in found.items() if not getattr(value, "is_indirect", False)]
        elif isinstance(found, pikepdf.Array):
            rest += [value for value in found if not getattr(value, "is_indirect", False)]


def test_the_file_says_what_it_is() -> None:
    content = pdf(everything(), "print")
    assert content.startswith(b"%PDF-1.6\n%")
    assert said(xmp(content), CLAIM) == "PDF/X-4"
    with opened(content) as document:
        assert not document.is_encrypted
        first, second = document.trailer.ID
        assert len(bytes(first)) == len(bytes(second)) == 16


def test_information_and_xmp_agree() -> None:
    content = pdf(bound(page(1), title="Postcards & <returns>, بطاقات"), "print")
    described = xmp(content)
    with opened(content) as document:
        told = {key: str(value) for key, value in document.docinfo.items()}
    assert told == {
        "/Title": "Postcards & <returns>, بطاقات",
        "/Subject": "small 2026-1",
        "/Creator": said(described, f"{XMP}CreatorTool"),
        "/Producer": said(described, f"{PDF}Producer"),
        "/CreationDate": "D:20261101000000Z",
        "/ModDate": "D:20261101000000Z",
        "/Trapped": "/False",
    }
    assert said(described, f"{DC}title") == told["/Title"]
    assert said(described, f"{DC}description") == told["/Subject"]
    assert said(described, f"{DC}language") == "en"
    assert said(described, f"{PDF}Trapped") == "False"
    for name in ("CreateDate", "ModifyDate", "MetadataDate"):
        assert said(described, XMP + name) == "2026-11-01T00:00:00Z"
    for name in ("DocumentID", "InstanceID", "VersionID", "RenditionClass"):
        assert said(described, MEDIA + name)


@pytest.mark.parametrize("epoch", ["0", "981173106"])
def test_source_date_epoch_is_said_in_both(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    content = pdf(bound(page(1)), "print")
    date = re.sub(r"[-:T]", "", said(xmp(content), f"{XMP}CreateDate"))
    with opened(content) as document:
        assert str(document.docinfo["/CreationDate"]) == f"D:{date}"
    assert date[:4] in ("1970", "2001")


def test_another_state_of_the_document_has_another_name_and_the_same_document() -> None:
    first, second = (xmp(pdf(bound(page(1, text(words))), "print")) for words in ("One.", "Two."))
    assert said(first, f"{MEDIA}DocumentID") == said(second, f"{MEDIA}DocumentID")
    assert said(first, f"{MEDIA}InstanceID") != said(second, f"{MEDIA}InstanceID")


def test_the_press_is_named_and_its_profile_comes_along() -> None:
    with opened(pdf(everything(), "print")) as document:
        (intent,) = document.Root.OutputIntents
        assert (str(intent.Type), str(intent.S)) == ("/OutputIntent", "/GTS_PDFX")
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info)
        assert intent.DestOutputProfile.N == 4
        assert bytes(intent.DestOutputProfile.read_bytes()) == default_intent().profile


def test_the_boxes_lie_in_one_another_with_and_without_bleed() -> None:
    pages = everything()
    for bleed in (BLEED, 0.0):
        with opened(pdf(replace(pages, bleed=bleed), "print")) as document:
            for sheet in document.pages:
                media, bled, trim = ([float(side) for side in sheet.obj[name]] for name in BOXES)
                assert media == bled
                assert bled[0] <= trim[0] < trim[2] <= bled[2]
                assert bled[1] <= trim[1] < trim[3] <= bled[3]
                assert trim[2] - trim[0] == pytest.approx(TRIM.width, abs=0.01)
                assert trim[3] - trim[1] == pytest.approx(TRIM.height, abs=0.01)


BOXES = ("/MediaBox", "/BleedBox", "/TrimBox")


def test_nothing_that_is_forbidden_is_in_the_file() -> None:
    with opened(pdf(everything(), "print")) as document:
        held = {key for found in dictionaries(document) for key in found.keys()}  # noqa: SIM118
        spaces = {str(found.ColorSpace) for found in dictionaries(document) if found.get("/Subtype") == "/Image"}
        filters = {str(found.get("/Filter")) for found in dictionaries(document)}
        assert not any("LZW" in name or "JPX" in name for name in filters)
    assert held.isdisjoint(FORBIDDEN)
    assert spaces == {"/DeviceCMYK"}


def operations(content: bytes, index: int = 0) -> Iterator[tuple[str, list[Any], bool]]:
    """A page's operators, their operands, and whether overprinting is on."""
    with opened(content) as document:
        sheet = document.pages[index]
        on = False
        for instruction in pikepdf.parse_content_stream(sheet):
            assert isinstance(instruction, pikepdf.ContentStreamInstruction)
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "gs":
                state = sheet.Resources.ExtGState[str(operands[0])]
                assert state.OPM == 1
                assert bool(state.op) == bool(state.OP)
                on = bool(state.op)
            yield operator, operands, on


INKS = {name: [float(part) / 100 for part in colour.cmyk] for name, colour in PALETTE.colours.items()}


def test_black_text_and_lines_overprint_and_nothing_else_does() -> None:
    ground = Fill(rectangle(Rect(0, 0, 200, 200)), "green")
    lines = [Stroke(segment(Point(0, y), Point(50, y)), name, 0.5) for y, name in ((10, "ink"), (20, "hairline"))]
    words = [text("Words", colour=name) for name in ("ink", "paper", "soft", "ink")]
    black = Fill(rectangle(Rect(0, 0, 10, 10)), "ink")
    fill: list[float] = []
    stroke: list[float] = []
    shown: list[tuple[str, list[float], bool]] = []
    for operator, operands, on in operations(pdf(bound(page(1, words[0], ground, *words[1:], *lines, black)), "print")):
        if operator in ("k", "K"):
            inks = [float(part) for part in operands]
            fill, stroke = (inks, stroke) if operator == "k" else (fill, inks)
        elif operator in ("TJ", "f", "S"):
            shown.append((operator, stroke if operator == "S" else fill, on))
    expected = [
        ("TJ", "ink", True),
        ("f", "green", False),
        ("TJ", "paper", False),
        ("TJ", "soft", False),
        ("TJ", "ink", True),
        ("S", "ink", True),
        ("S", "hairline", False),
        ("f", "ink", False),
    ]
    assert shown == [(operator, pytest.approx(INKS[name]), on) for operator, name, on in expected]


def test_a_screen_page_knows_no_overprinting_and_no_press() -> None:
    content = pdf(everything(), "screen")
    assert [operator for operator, _, _ in operations(content, 1) if operator == "gs"] == []
    with opened(content) as document:
        assert "/OutputIntents" not in document.Root
    described = xmp(content)
    assert list(described.iter(CLAIM)) == []
    assert said(described, f"{DC}title") == "Postcards of Return"


def test_plain_cmyk_is_the_same_pages_with_another_number_and_no_claim() -> None:
    pages = everything()
    content = painted(pages, replace(PRINT, standard=PLAIN_CMYK), derivative("print"))
    assert content.startswith(b"%PDF-1.4\n")
    assert list(xmp(content).iter(CLAIM)) == []
    with opened(content) as plain, opened(pdf(pages, "print")) as claiming:
        for sheet, other in zip(plain.pages, claiming.pages, strict=True):
            assert sheet.Contents.read_bytes() == other.Contents.read_bytes()


def test_another_press_is_another_value() -> None:
    house = replace(default_intent(), identifier="FOGRA47", info="The house's own paper")
    with opened(painted(everything(), replace(PRINT, intent=house), derivative("print"))) as document:
        (intent,) = document.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA47"
        assert str(intent.Info) == "The house's own paper"


def test_black_text_leaves_the_ground_whole_and_white_text_is_cut_out_of_it(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    """So that no paper shows around black letters where the plates do not lie quite on one another."""
    if not is_there(tell):
        return
    ground = Fill(rectangle(Rect(-BLEED, -BLEED, TRIM.width + 2 * BLEED, TRIM.height + 2 * BLEED)), "sand")
    for colour in ("ink", "paper"):
        file = tmp_path / f"{colour}.pdf"
        file.write_bytes(pdf(bound(page(1, ground, text("Words", colour=colour))), "print"))
        (plate,) = plates(file, 150)
        least, most = plate["Yellow"].getextrema()
        assert most == round(INKS["sand"][2] * 255)
        assert least == (most if colour == "ink" else 0)
        assert plate["Black"].getextrema()[1] == (255 if colour == "ink" else 0)
