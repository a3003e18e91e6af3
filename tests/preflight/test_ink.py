"""The ink that is measured on a page is the ink that is there, whatever it is painted with."""

from __future__ import annotations

import io

import pikepdf
import pytest
from breakages import draws, form, group, separation, state
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from press_file import Change, changed, paints

from postcards.preflight.boxes import Box
from postcards.preflight.demands import Demands
from postcards.preflight.plates import ink_of_pages
from postcards.preflight.rulebook import examine

#: What a measurement may be off by (percent): colours of screens have 255 steps.
NEAR = 1.0

SQUARE = "100 50 60 60 re f"
OVERPRINTS = {"op": True, "OP": True, "OPM": 1}
HALF = "0.5 0.5 0.5 0 k"

#: Pillow writes CMYK turned round, as Adobe's programs do.
INKS = (255 * 6 // 10, 255 * 4 // 10, 0, 255 // 10)
TURNED = Array([1, 0] * 4)


def photo(turned: bool) -> Change:
    """A picture of 60, 40, 0 and 10 %, its numbers as they are or turned round."""

    def change(pdf: Pdf) -> None:
        file = io.BytesIO()
        shown = INKS if turned else tuple(255 - ink for ink in INKS)
        Image.new("CMYK", (64, 64), shown).save(file, "JPEG", quality=100)
        picture = pdf.make_stream(file.getvalue(), Subtype=Name.Image, Width=64, Height=64, BitsPerComponent=8)
        picture.ColorSpace, picture.Filter = Name.DeviceCMYK, Name.DCTDecode
        if turned:
            picture.Decode = TURNED
        paints(draws("X", 60, 60), XObject={"X": picture})(pdf)

    return change


def unpacked(space: object, pixel: bytes) -> Change:
    """A picture that is not packed, all of one colour."""

    def change(pdf: Pdf) -> None:
        picture = pdf.make_stream(pixel * 400, Subtype=Name.Image, Width=20, Height=20, BitsPerComponent=8)
        picture.ColorSpace = space
        paints(draws("X", 60, 60), XObject={"X": picture})(pdf)

    return change


def masked(pdf: Pdf) -> None:
    """A picture in inks, its numbers turned round, under a mask that leaves all of it."""
    unpacked(Name.DeviceCMYK, bytes([204, 153, 102, 51]))(pdf)
    picture = pdf.pages[1].obj.Resources.XObject.X
    picture.Decode = TURNED
    picture.SMask = pdf.make_stream(bytes([255]) * 400, Subtype=Name.Image, Width=20, Height=20, BitsPerComponent=8)
    picture.SMask.ColorSpace = Name.DeviceGray


SHADING = Dictionary(
    ShadingType=2,
    ColorSpace=Name.DeviceCMYK,
    Coords=[100, 0, 160, 0],
    Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.6, 0.6, 0.6, 0.2], C1=[0.6, 0.6, 0.6, 0.2], N=1),
)

#: The most ink on a page (percent) that somebody painted on like this.
PAINTED: dict[str, tuple[Change, float]] = {
    "four inks": (paints(f"1 0.9 0.8 0.4 k {SQUARE}"), 310),
    "grey": (paints(f"0.3 g {SQUARE}"), 70),
    "what is covered is not there": (paints(f"1 1 1 1 k {SQUARE} {HALF} {SQUARE}"), 150),
    "black over a ground": (state(f"{HALF} {SQUARE} /G1 gs 0 0 0 1 k {SQUARE}", **OVERPRINTS), 250),
    "black in a ground": (paints(f"{HALF} {SQUARE} 0 0 0 1 k {SQUARE}"), 100),
    "overprint that has ended": (
        paints(
            f"{HALF} {SQUARE} /On gs /Off gs 0 0 0 1 k {SQUARE}",
            ExtGState={"On": Dictionary(**OVERPRINTS), "Off": Dictionary(op=False, OP=False)},
        ),
        100,
    ),
    "half of it shines through": (
        paints(
            f"1 1 1 0 k {SQUARE} /G1 gs 0 0 0 1 k {SQUARE}",
            ExtGState={"G1": Dictionary(ca=0.5)},
        ),
        200,
    ),
    "multiplied": (state(f"0.5 0 0 0 k {SQUARE} /G1 gs 0 0.5 0 0 k {SQUARE}", BM=Name.Multiply), 100),
    "a spot colour is a plate": (
        paints(f"/S cs 0.8 scn {SQUARE}", ColorSpace={"S": separation("Gold", full=(0, 0.2, 0.6, 0.3))}),
        80,
    ),
    "all plates": (paints(f"/S cs 0.8 scn {SQUARE}", ColorSpace={"S": separation("All")}), 320),
    "a form": (paints("/X Do", XObject={"X": form(f"0.5 0.5 0.5 0.5 k {SQUARE}", Group=group(Name.DeviceCMYK))}), 200),
    "a shading": (paints("q 100 50 60 60 re W n /S sh Q", Shading={"S": SHADING}), 200),
    "a shading as a pattern": (
        paints(f"/Pattern cs /T scn {SQUARE}", Pattern={"T": Dictionary(PatternType=2, Shading=SHADING)}),
        200,
    ),
    "a photo": (photo(turned=False), 110),
    "a photo that is turned round": (photo(turned=True), 110),
    "pixels in four inks": (unpacked(Name.DeviceCMYK, bytes([51, 102, 153, 204])), 200),
    "pixels in four inks under a mask": (masked, 200),
    "grey pixels": (unpacked(Name.DeviceGray, bytes([51])), 80),
    "pixels of a tint": (unpacked(separation("Black"), bytes([204])), 80),
    "pixels of a palette": (
        unpacked(Array([Name.Indexed, Name.DeviceGray, 1, pikepdf.String(b"\xff\x33")]), bytes([1])),
        80,
    ),
}


@pytest.mark.parametrize("name", PAINTED)
def test_ink_is_measured(name: str) -> None:
    change, most = PAINTED[name]
    examined = examine(changed(change), Demands())
    assert examined.ink[1] == pytest.approx(most, abs=NEAR)
    assert examined.ink[2] == pytest.approx(15 + 100 * 0.3, abs=30)  # the ground, and letters in black on it


def test_ink_is_the_mean_of_a_square_and_not_of_a_speck() -> None:
    speck = examine(changed(paints("1 1 1 1 k 100 50 2 2 re f")), Demands())
    assert 15 < speck.ink[1] < 150


def test_plates_are_told_apart() -> None:
    """Text in black alone leaves the coloured plates empty but for the ground."""
    whole = changed(paints("0 0 0 0 k 0 0 500 400 re f 0 0 0 1 k 100 50 60 60 re f"))
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        rooms = [Box(*map(float, page.mediabox)) for page in pdf.pages]
    ink = ink_of_pages(whole, rooms)[1]
    assert ink.colours == 0
    assert ink.total == pytest.approx(100, abs=NEAR)
