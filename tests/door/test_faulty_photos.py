"""What offices and cameras put in a photo's place, each row of docs/faults.md that begins with P.

A story whose photo cannot be used is printed without one. What a camera leaves in a file is in `test_privacy.py`.
"""

from __future__ import annotations

import os
import unicodedata
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from crowd import FACTS, MOST_BYTES, MOST_SECONDS, TEXT, WARNING, Case, Crowd, gather, parameters, slugs
from photo_samples import BLUE, GREEN, LAB, RED, near, plain, png, textured, written
from PIL import Image
from project import EDITIONS, Office, copy_office

LEFT_OUT = 1

#: The line of the facts that names the photo.
NAMED = FACTS.count("\n") + 2
PHOTO = "photo:\n  file: {}\n  shows: place\n  role: illustration\n  credit: Drawn for this booklet\n"
PICTURE = "picture.jpg"

SIZE = (1900, 1000)
GOOD = written(textured(*SIZE), quality=60)
WHOLE_PNG = written(textured(950, 500), "PNG")
ORIENTATION = 0x0112  # Exif 2.32's tag

#: No test makes a story's photo of this one.
SECRET = written(plain(BLUE, size=SIZE))


def story(file: str = PICTURE, content: bytes = GOOD, name: str = PICTURE) -> dict[str, str | bytes]:
    """A story whose facts name the photo `file`, as YAML has it; `content` is what lies under `name`."""
    return {"story.yaml": FACTS + PHOTO.format(file), "en.yaml": f"{TEXT}alt: A house\n", name: content}


def told(row: str, content: bytes, code: str, *says: str, severity: str = "error") -> Case:
    return Case(row, story(content=content), code, NAMED, (PICTURE, *says), "story.yaml", severity)


def named(row: str, file: str, code: str, *says: str) -> Case:
    return Case(row, story(file), code, NAMED, says, "story.yaml")


def oriented(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return written(plain(GREEN, size=SIZE), exif=exif)


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script/><image href="http://127.0.0.1/x"/></svg>'
ODD_NAMES = ('"a\\u202eb.jpg"', '"picture.jpg "', "picture.jpg/", "'*.jpg'", ".", "..")

CASES = (
    told("P2", GOOD[: len(GOOD) // 2], "photo.damaged"),
    told("P2", GOOD[:330], "photo.damaged"),
    told("P2", GOOD[:-20], "photo.cut-short", severity=WARNING),
    told("P3", b"", "photo.empty"),
    told("P3", b"<!DOCTYPE html><html><p>Not found</p></html>", "photo.kind", "web page"),
    told("P3", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "photo.pointer", "Git LFS"),
    told("P3", bytes(range(256)), "photo.kind"),
    told("P3", b"%PDF-1.7\n", "photo.kind", "PDF"),
    told("P4", HEIC, "photo.kind", "HEIC", "JPEG"),
    told("P5", SVG, "photo.kind", "SVG"),
    told("P6", b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%touch was_run) (w) file\n", "photo.kind", "EPS"),
    told("P11", written(plain((0, 0, 0, 0), "RGBA", SIZE), "PNG"), "photo.transparent"),
    told("P12", written(plain(), "GIF", save_all=True, append_images=[plain(GREEN)]), "photo.kind", "GIF"),
    told(
        "P12",
        written(plain(size=SIZE), "TIFF", save_all=True, append_images=[plain(GREEN, size=SIZE)]),
        "photo.first-picture",
        severity=WARNING,
    ),
    told("P15", written(plain(size=(1, 1))), "photo.resolution", "to the inch", "at least 1819 × 815"),
    told("P15", written(plain(size=(120, 80))), "photo.resolution", "to the inch"),
    told("P15", written(plain(size=(6000, 2))), "photo.resolution", "to the inch"),
    told("P16", png(30_000, 30_000, 1, 0, zlib.compress(bytes(3751 * 30_000), 9)), "photo.pixels", "80 million"),
    told("P17", png(10_000, 10_000, 1, 0, zlib.compress(bytes(1251 * 10_000), 9)), "photo.pixels"),
    told("P18", png(64, 64, 8, 0, b"", b"zTXtx\0\0" + zlib.compress(bytes(70_000_000))), "photo.damaged"),
    told("P19", WHOLE_PNG[:-16] + bytes(4) + WHOLE_PNG[-12:], "photo.damaged"),
    told("P19", png(64, 64, 8, 2, zlib.compress(bytes(193))), "photo.damaged"),
    told("P19", png(0, 0, 8, 2, b""), "photo.damaged"),
    told("P20", written(plain(size=SIZE), icc_profile=b"garbage" * 30), "photo.profile", severity=WARNING),
    told("P20", written(plain(size=SIZE), icc_profile=LAB), "photo.profile", severity=WARNING),
    Case("P23", story("at_aminas.jpg", name="at_aminas.jpg"), "photo.file-name", NAMED, (), "story.yaml", WARNING),
    named("P24", "pictur.jpg", "photo.missing", "“picture.jpg”"),
    named("P25", "Picture.JPG", "file.spelling", "“picture.jpg”"),
    Case("P26", {**story(), "Picture.jpg": GOOD}, "file.case-clash", None, ("Windows",), PICTURE, WARNING),
    Case(
        "P27",
        story('"\\u00e6r\\u00e5.jpg"', name=unicodedata.normalize("NFD", "ærå.jpg")),
        "file.spelling",
        NAMED,
        (unicodedata.normalize("NFD", "ærå.jpg"), "ærå.jpg"),
        "story.yaml",
    ),
    named("P28", "secret.jpg", "file.outside"),
    named("P29", "loop.jpg", "photo.missing", "a link that leads nowhere"),
    named("P29", "dangling.jpg", "photo.missing", "a link that leads nowhere"),
    named("P29", "folder.jpg", "file.kind", "no ordinary file"),
    named("P29", "pipe.jpg", "file.kind", "no ordinary file"),
    named("P29", "zero.jpg", "file.outside"),
    *(
        named("P30", file, "file.name")
        for file in (
            *("../wahed/picture.jpg", "a/../../x.jpg", "..\\x.jpg", '"%2e%2e/x.jpg"', "/etc/passwd", "~/x.jpg"),
            *("file:///etc/passwd", "http://127.0.0.1/x.jpg", "data:image/png;base64,AA", "\\\\server\\x.jpg"),
            *("C:\\x.jpg", "$HOME/x.jpg"),
        )
    ),
    named("P31", '"a\\0b.jpg"', "yaml.control-character"),
    named("P31", '"a\\nb.jpg"', "story.value"),
    *(named("P31", file, "file.name") for file in ODD_NAMES),
    named("P31", "x" * 5000, "file.name"),
    named("P31", "''", "story.empty"),
    named("P32", "CON.jpg", "file.name", "Windows"),
)

#: How a camera held this way stores an upright picture.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def halves() -> Image.Image:
    image = plain(RED, size=SIZE)
    image.paste(GREEN, (SIZE[0] // 2, 0, *SIZE))
    return image


def held(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    turn = STORED.get(orientation)
    return written(halves() if turn is None else halves().transpose(turn), exif=exif)


def pierced(mode: str, colour: Any, clear: Any) -> bytes:
    image = plain(colour, mode, SIZE)
    image.paste(clear, (0, 0, SIZE[0] // 2, SIZE[1]))
    return written(image, "PNG")


#: How magenta on yellow looks on the press's paper.
PRESS_RED = (227, 6, 19)
WHITE, GREY = (255, 255, 255), (128, 128, 128)
PIXEL = b"".join(bytes((light, 0)) for light in RED)
SIXTEEN_BITS = png(*SIZE, 16, 2, zlib.compress((b"\0" + PIXEL * SIZE[0]) * SIZE[1]))
TOO_MUCH = png(*SIZE, 8, 0, zlib.compress((b"\0" + b"\x80" * SIZE[0]) * SIZE[1] + bytes(60_000_000)))
LONG_NAME = "x" * 196 + ".jpg"

#: Photos without a fault: row, file, name, and how they look on the left and on the right.
FINE: tuple[tuple[str, bytes, str, tuple[int, ...], tuple[int, ...]], ...] = (
    ("P1", written(halves()), PICTURE, RED, GREEN),
    ("P1", written(halves(), progressive=True), PICTURE, RED, GREEN),
    ("P1", written(plain(128, "L", SIZE)), PICTURE, GREY, GREY),
    ("P1", written(halves(), "PNG"), "picture.png", RED, GREEN),
    ("P1", written(halves(), "WEBP", lossless=True), "picture.webp", RED, GREEN),
    ("P7", written(halves(), "PNG"), PICTURE, RED, GREEN),
    ("P7", written(halves()), "picture.png", RED, GREEN),
    ("P8", written(plain((0, 255, 255, 0), "CMYK", SIZE)), PICTURE, PRESS_RED, PRESS_RED),
    ("P9", written(plain(32768 + 77, "I;16", SIZE), "PNG"), "picture.png", GREY, GREY),
    ("P9", SIXTEEN_BITS, "picture.png", RED, RED),
    ("P10", pierced("RGBA", (*RED, 255), (0, 0, 0, 0)), "picture.png", WHITE, RED),
    ("P10", pierced("LA", (128, 255), (0, 0)), "picture.png", WHITE, GREY),
    ("P10", written(halves().convert("P", palette=Image.Palette.ADAPTIVE), "PNG"), "picture.png", RED, GREEN),
    *(("P13", held(orientation), PICTURE, RED, GREEN) for orientation in range(1, 9)),
    *(("P14", held(orientation), PICTURE, RED, GREEN) for orientation in (0, 9)),
    ("P18", TOO_MUCH, PICTURE, GREY, GREY),
    *(("P32", written(halves()), name, RED, GREEN) for name in ("-rf.jpg", "a & b.jpg", LONG_NAME)),
)
FINE_STORIES = {f"fine-{number:02d}": fine for number, fine in enumerate(FINE)}


@pytest.fixture(scope="module")
def place(good: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The faulty photos that are no files, and the good ones, beside the crowd's."""
    office = copy_office(good, tmp_path_factory.mktemp("photos") / "project")
    secret = office.root / "secret.jpg"
    secret.write_bytes(SECRET)
    for slug in (slug for slug, case in slugs(CASES).items() if case.row in ("P28", "P29")):
        folder = office.content(f"stories/{slug}")
        folder.mkdir()
        (folder / "secret.jpg").symlink_to(secret)
        (folder / "loop.jpg").symlink_to("loop.jpg")
        (folder / "dangling.jpg").symlink_to("nowhere.jpg")
        (folder / "zero.jpg").symlink_to("/dev/zero")
        (folder / "folder.jpg").mkdir()
        os.mkfifo(folder / "pipe.jpg")
    for slug, (_, content, name, *_) in FINE_STORIES.items():
        for file, written_there in story(f'"{name}"', content, name).items():
            office.write(f"stories/{slug}/{file}", written_there)
    return office


@pytest.fixture(scope="module")
def crowd(place: Office) -> Crowd:
    return gather(place, CASES)


@pytest.mark.parametrize(("slug", "case"), parameters(CASES))
def test_a_photo_that_cannot_be_used_is_told_and_its_story_printed_without(
    slug: str, case: Case, crowd: Crowd, place: Office
) -> None:
    crowd.check(slug, case)
    left_out = case.code in ("yaml.control-character", "story.value", "story.empty")
    assert (slug in place.stories("en")) != left_out
    shown = case.severity == WARNING
    if not left_out and case.code != "photo.resolution":
        assert bool(pictures(place, slug)) == shown


def test_all_of_them_cost_little_and_leave_nothing_behind(crowd: Crowd, place: Office) -> None:
    assert (crowd.answer.code, crowd.answer.err) == (LEFT_OUT, "")
    assert crowd.seconds < 2 * MOST_SECONDS  # the good ones are 26 photos of two million pixels
    assert crowd.peak < MOST_BYTES
    assert place.unfinished() == []
    assert [*place.root.rglob("was_run"), *Path.cwd().glob("was_run")] == []


@pytest.mark.parametrize(
    ("slug", "fine"),
    [pytest.param(slug, fine, id=slug, marks=pytest.mark.fault(fine[0])) for slug, fine in FINE_STORIES.items()],
)
def test_a_good_photo_is_printed_as_it_looks(
    slug: str, fine: tuple[str, bytes, str, tuple[int, ...], tuple[int, ...]], crowd: Crowd, place: Office
) -> None:
    assert [problem for problem in crowd.told_of(slug) if problem["code"] != "translation.missing"] == []
    (picture,) = pictures(place, slug)
    assert near(picture, (0.2, 0.5), fine[3])
    assert near(picture, (0.8, 0.5), fine[4])


def pictures(office: Office, slug: str) -> list[Image.Image]:
    """What the story's pages of the screen edition show."""
    found = []
    with pypdfium2.PdfDocument(office.pdf("en", "screen")) as document:
        for number in pages(office, slug, "screen"):
            images = document[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
            found += [image.get_bitmap().to_pil().convert("RGB") for image in images]
    return found


@pytest.mark.fault("P28")
def test_what_lies_outside_is_in_no_file(crowd: Crowd, place: Office) -> None:
    assert crowd.answer.code == LEFT_OUT
    seen = [picture for slug in slugs(CASES) if slug.startswith("p28") for picture in pictures(place, slug)]
    assert seen == []


@pytest.mark.fault("P34")
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_photo_in_two_stories_is_in_the_file_once(edition: str, crowd: Crowd, place: Office) -> None:
    assert crowd.answer.code == LEFT_OUT
    alike = [slug for slug, (_, content, *_) in FINE_STORIES.items() if content == FINE[0][1]]
    assert len(alike) > 3
    with pikepdf.open(place.pdf("en", edition)) as document:
        shown = [
            image.objgen
            for slug in alike
            for number in pages(place, slug, edition)
            for image in images(document, number)
        ]
    assert len(shown) == len(alike)
    assert len(set(shown)) == 1


def pages(office: Office, slug: str, edition: str) -> range:
    """The indices of the story's pages."""
    (told,) = (part for part in office.report("en")["editions"][edition]["stories"] if part["story"] == slug)
    return range(told["page"] - 1, told["page"] - 1 + told["pages"])


def images(document: pikepdf.Pdf, number: int) -> list[pikepdf.Object]:
    objects = document.pages[number].resources.get("/XObject", {})
    return [found for _, found in objects.items() if found.get("/Subtype") == "/Image"]
