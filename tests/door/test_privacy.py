"""What a camera and an office leave in a photo's file stays out of everything that is given away."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from project import EDITIONS, Office, new_office

#: Strings that stand nowhere else; the last one is a surname in the file's name.
INNER = "Fingernegl"  # in a thumbnail's own comment
ARTIST, PLACE, COMMENT, DESCRIPTION, THUMBNAIL = "Kvitsund", "Havnegata-9", "Rosenlund", "Tvedestrandveien", "Miniatyr"
SURNAME = "Nordmannsen"
PLANTED = (ARTIST, PLACE, COMMENT, DESCRIPTION, THUMBNAIL, SURNAME)
GPS = (59.0, 54.0, 49.123)

#: Exif 2.32 tags: description, artist, blocks of camera and GPS, user comment; in the GPS block: latitude, area.
DESCRIPTION_TAG, ARTIST_TAG, EXIF_TAG, GPS_TAG, COMMENT_TAG = 0x010E, 0x013B, 0x8769, 0x8825, 0x9286
LATITUDE_REFERENCE, LATITUDE, AREA = 1, 2, 28


def planted_photo(path: Path, form: str) -> None:
    image = Image.linear_gradient("L").resize((1900, 1000)).convert("RGB")
    exif = Image.Exif()
    exif[DESCRIPTION_TAG], exif[ARTIST_TAG] = DESCRIPTION, ARTIST
    exif.get_ifd(GPS_TAG).update({LATITUDE_REFERENCE: "N", LATITUDE: GPS, AREA: PLACE.encode()})
    exif.get_ifd(EXIF_TAG)[COMMENT_TAG] = f"ASCII\0\0\0{COMMENT}".encode()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLACE}</x:xmpmeta>".encode()
    if form == "PNG":
        notes = PngInfo()
        notes.add_text("Author", ARTIST)
        notes.add_itxt("XML:com.adobe.xmp", xmp.decode())
        image.save(path, form, exif=exif, pnginfo=notes)
    else:
        image.save(path, form, exif=with_thumbnail(exif), xmp=xmp, comment=COMMENT.encode(), quality=80)
    path.write_bytes(path.read_bytes() + THUMBNAIL.encode())


def with_thumbnail(exif: Image.Exif) -> bytes:
    """The camera's notes, and in their second directory a small picture with its own comment (Exif 2.32, 4.5.8)."""
    notes = exif.tobytes().removeprefix(b"Exif\0\0")
    order = "<" if notes.startswith(b"II") else ">"
    small = io.BytesIO()
    Image.new("RGB", (16, 16), "red").save(small, "JPEG", comment=INNER.encode())
    (first,) = struct.unpack_from(order + "I", notes, 4)
    (entries,) = struct.unpack_from(order + "H", notes, first)
    link = first + 2 + 12 * entries  # where the first directory says that a second one follows
    at = len(notes)
    start = at + 2 + 2 * 12 + 4
    directory = struct.pack(order + "HHHIIHHIII", 2, 0x201, 4, 1, start, 0x202, 4, 1, small.tell(), 0)
    linked = notes[:link] + struct.pack(order + "I", at) + notes[link + 4 :]
    return b"Exif\0\0" + linked + directory + small.getvalue()


@pytest.fixture(scope="session", params=["JPEG", "PNG"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = new_office(tmp_path_factory.mktemp("told") / "project", ("asrat",), ("en",))
    name = f"Ola {SURNAME}.{'jpg' if request.param == 'JPEG' else 'png'}"
    planted_photo(office.content(f"stories/asrat/{name}"), request.param)
    whole = office.content(f"stories/asrat/{name}").read_bytes()
    assert [secret for secret in PLANTED[:-1] if secret.encode() not in whole] == []
    assert (INNER.encode() in whole) == (request.param == "JPEG")
    office.change("stories/asrat/story.yaml", "picture.jpg", f'"{name}"')
    office.change("booklets/small.yaml", "[print, screen]", "[print, office, screen]")
    assert office.build().code == 0
    assert office.run("preview", "small", "-l", "en").code == 0
    return office


def streams(pdf: Path) -> list[bytes]:
    """The file as it is, every stream as it stands in it and decoded, and every string."""
    found = [pdf.read_bytes()]
    with pikepdf.open(pdf) as document:
        for part in document.objects:
            if isinstance(part, pikepdf.Stream):
                found.append(part.read_raw_bytes())
                if part.get("/Filter") != "/DCTDecode":
                    found.append(part.read_bytes())
            found.append(part.unparse(resolved=True))
    return found


def spellings(secret: str) -> list[bytes]:
    """A string as files may hold it: in one or two bytes a letter, and backwards."""
    return [
        spelt
        for text in (secret, secret[::-1])
        for spelt in (text.encode(), text.encode("utf-16-be"), text.encode("utf-16-le"), text.encode().hex().encode())
    ]


@pytest.mark.fault("P21", "P22", "P23")
@pytest.mark.parametrize("edition", (*EDITIONS, "office"))
def test_nothing_planted_is_in_a_pdf(told: Office, edition: str) -> None:
    held = streams(told.pdf("en", edition))
    assert any(part.startswith(b"\xff\xd8\xff") for part in held)
    assert [
        secret for secret in (*PLANTED, INNER) for spelt in spellings(secret) if any(spelt in part for part in held)
    ] == []


@pytest.mark.parametrize("edition", (*EDITIONS, "office"))
def test_the_photos_are_bare_pixels(told: Office, edition: str) -> None:
    with pikepdf.open(told.pdf("en", edition)) as pdf:
        photos = [
            part.read_raw_bytes() for part in pdf.objects if isinstance(part, pikepdf.Stream) and part.get("/Width")
        ]
    assert len(photos) == 1
    picture = Image.open(io.BytesIO(photos[0]))
    assert dict(picture.getexif()) == {}
    assert not {"exif", "comment", "xmp", "icc_profile"} & set(picture.info)
    assert photos[0].endswith(b"\xff\xd9")


def test_nothing_planted_is_in_the_reports_pictures_and_names(told: Office) -> None:
    given = [path for path in told.out.rglob("*") if ".cache" not in path.parts]
    assert {path.suffix for path in given} >= {".json", ".png", ".pdf"}
    names = " ".join(path.name for path in given)
    held = [names.encode(), *(path.read_bytes() for path in given if path.is_file())]
    assert [
        secret for secret in (*PLANTED, INNER) for spelt in spellings(secret) if any(spelt in part for part in held)
    ] == []


def test_the_cache_keeps_pixels_alone(told: Office) -> None:
    held = [path.read_bytes() for path in (told.out / ".cache").iterdir()]
    assert held
    assert [secret for secret in (*PLANTED, INNER) if any(secret.encode() in part for part in held)] == []
