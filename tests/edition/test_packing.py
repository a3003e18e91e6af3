"""Files whose objects are packed together: every program that reads PDFs finds in them what it finds in plain ones."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from painted import derivative, everything, painted, pdf, surface_of
from pdf_readers import READERS, as_read, readers

from postcards.edition.objects import add_stream
from postcards.edition.packing import GROUP, Entry, cross_reference
from postcards.edition.painter import PLANS, EditionPlan
from postcards.edition.pdf import PdfSurface
from postcards.edition.ready import number_of, put, reference, take_numbers
from postcards.edition.weights import KINDS, Part, by_kind

SCREEN = PLANS["screen"]
PLAIN = replace(SCREEN, standard=replace(SCREEN.standard, packed=False))

#: As many as the tags of a booklet of 24 stories.
MANY = 5000

#: Most bytes that one of many small objects may take.
SMALL = 12

#: What a file needs to be packed: its streams of objects, and the one that says where everything is.
OF_PACKING = ("/ObjStm", "/XRef")


def surface(plan: EditionPlan) -> PdfSurface:
    """Two painted pages that are not written yet."""
    return surface_of(everything(), plan, derivative(plan.name))


def with_many(plan: EditionPlan, count: int = MANY) -> tuple[bytes, range]:
    """The file with `count` objects more, and their numbers: a tree as shallow as can be, from the catalogue."""
    made = surface(plan)
    document = made._canvas._doc
    numbers = take_numbers(document, count)
    page = number_of(document, document.Pages.pages[0])
    root, *others = numbers
    put(document, root, b"<</K[%b]/Type/StructTreeRoot>>" % b" ".join(map(reference, others)))
    for place, number in enumerate(others):
        put(document, number, b"<</K %d/P %b/Pg %b/S/P>>" % (place, reference(root), reference(page)))
    document.Catalog.StructTreeRoot = reference(root)
    return made.finish(), numbers


def objects_of(content: bytes) -> dict[int, bytes]:
    """Every object by its number, but those that only packing needs."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = {}
        for thing in document.objects:
            if not isinstance(thing, pikepdf.Stream):
                found[thing.objgen[0]] = thing.unparse(resolved=True)
            elif str(thing.get("/Type")) not in OF_PACKING:
                described = thing.stream_dict.unparse(resolved=True)
                found[thing.objgen[0]] = described + thing.read_raw_bytes()
        return found


def test_a_packed_file_holds_what_a_plain_one_does() -> None:
    assert objects_of(painted(everything(), SCREEN, derivative("screen"))) == objects_of(
        painted(everything(), PLAIN, derivative("screen"))
    )


@pytest.mark.parametrize("edition", PLANS)
def test_only_files_for_print_shops_are_plain(edition: str) -> None:
    content = pdf(everything(), edition)
    assert (b"/Type/ObjStm" in content) == (edition != "print")
    assert (b"\nxref\n" in content) == (edition == "print")


@pytest.mark.parametrize("plan", [SCREEN, PLAIN], ids=["packed", "plain"])
@pytest.mark.parametrize("count", [1, GROUP - 1, GROUP, GROUP + 1, MANY])
def test_objects_that_are_ready_come_back_under_their_numbers(plan: EditionPlan, count: int) -> None:
    content, numbers = with_many(plan, count)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.StructTreeRoot.objgen == (numbers[0], 0)
        assert len(document.Root.StructTreeRoot.K) == count - 1
        for place, number in enumerate(numbers[1:]):
            element = document.get_object(number, 0)
            assert int(element.K) == place
            assert element.Pg.objgen == document.pages[0].objgen


def test_many_small_objects_take_little_room_and_groups_are_small() -> None:
    content, _ = with_many(SCREEN)
    assert len(content) - len(with_many(SCREEN, 1)[0]) < SMALL * MANY
    sizes = [int(size) for size in re.findall(rb"/Type/ObjStm/N (\d+)", content)]
    assert max(sizes) <= GROUP
    assert sum(sizes) > MANY


@pytest.mark.parametrize("reader", readers())
def test_every_reader_reads_a_packed_file(reader: str, tmp_path: Path) -> None:
    content, _ = with_many(SCREEN)
    file = tmp_path / "packed.pdf"
    file.write_bytes(content)
    assert [as_read(page) for page in READERS[reader](file)] == ["A house that earns", "He went home in 2012."]


def test_the_same_pages_are_the_same_packed_bytes() -> None:
    assert with_many(SCREEN)[0] == with_many(SCREEN)[0]


def test_the_table_of_places_is_as_wide_as_it_must_be() -> None:
    """Where the file is longer than 65 535 bytes, and where it is not."""
    for at, wide in ((255, 1), (256, 2), (65_535, 2), (65_536, 3), (16_777_216, 4)):
        assert f"/W[1 {wide} 1]".encode() in cross_reference([Entry(1, at)], b"")


def test_the_same_stream_is_in_the_file_once() -> None:
    made = surface(SCREEN)
    document = made._canvas._doc
    first, same, other = (add_stream(document, content, Part("rest")) for content in (b"same", b"same", b"other"))
    assert first.name == same.name != other.name
    described = add_stream(document, b"same", Part("rest"), {"N": 4})
    assert described.name != first.name


@pytest.mark.parametrize("plan", [SCREEN, PLAIN, PLANS["print"]], ids=["packed", "plain", "print"])
def test_every_byte_is_weighed_once(plan: EditionPlan) -> None:
    made = surface(plan)
    content = made.finish()
    kinds = by_kind(made.weights)
    assert tuple(kinds) == KINDS
    assert sum(kinds.values()) == len(content)
    photo = derivative(plan.name)
    assert kinds["photos"] - len(photo.jpeg) in range(100, 400)
    assert made.weights[Part("photos", photo.key)] == kinds["photos"]
    assert all(kinds.values())
