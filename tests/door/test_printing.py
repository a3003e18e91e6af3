"""Print shops ask for different things: each is a file, and what is built by it is read back from the finished PDFs."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from project import BOOKLET, STORIES, Office, copy_office, letters, new_office

from postcards.edition.marks import MARGIN
from postcards.geometry import MM

BUILT, LEFT_OUT, USAGE, NOTHING, REFUSED = 0, 1, 2, 3, 4
LANGUAGES = ("en", "ar")
WIDTH, HEIGHT = 148 * MM, 105 * MM
NEAR = 0.02  # points

#: Thickness of a sheet of the booklet's paper, millimetres.
CALIPER = 0.2

#: Glued booklets' spines are seen: 8 mm and the inside pages.
PROFILES = {
    "wide": "name: Wide\nbleed: 5\nmarks: crop\n",
    "apart": "name: Apart\ncover: own-file\nspine_allowance: 8\nmarks: crop\nbleed: 5\n",
    "plain": "name: Plain\nstandard: pdf-1.4\nlanguage: nb\n",
    "eights": "name: Eights\npage_multiple: 8\ncover: own-file\n",
}


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A project with print shops of its own; not to be changed."""
    office = new_office(tmp_path_factory.mktemp("shop") / "project", STORIES, LANGUAGES)
    office.append(f"booklets/{BOOKLET}.yaml", f"caliper: {CALIPER}\n")
    for name, text in PROFILES.items():
        write_profile(office, name, text)
    return office


@pytest.fixture(scope="session")
def built(shop: Office) -> dict[str, Office]:
    """The booklets as each print shop gets them."""
    made = {}
    for name in PROFILES:
        made[name] = copy_office(shop, shop.root.with_name(name))
        if name == "apart":
            made[name].change(f"booklets/{BOOKLET}.yaml", "binding: saddle-stitch", "binding: perfect")
        assert made[name].build("--printer", name).code == BUILT
    return made


@pytest.fixture
def office(shop: Office, tmp_path: Path) -> Office:
    return copy_office(shop, tmp_path / "project")


def write_profile(office: Office, name: str, text: str) -> None:
    """Give the project a print shop; its layouts stay ours."""
    folder = office.root / "layouts" / "printers"
    if not folder.is_dir():
        folder.mkdir(parents=True)
        ours = Path(__file__).parents[2] / "layouts"
        for path in ours.glob("*.yaml"):
            (office.root / "layouts" / path.name).write_bytes(path.read_bytes())
    (folder / f"{name}.yaml").write_text(text, "utf-8")


def boxes(page: pikepdf.Page) -> list[list[float]]:
    """Media, bleed and trim box."""
    return [[float(edge) for edge in box] for box in (page.mediabox, page.BleedBox, page.TrimBox)]


def inset(box: list[float], by: float) -> list[float]:
    return [box[0] + by, box[1] + by, box[2] - by, box[3] - by]


def rendered(path: Path, number: int) -> Image.Image:
    """A page (from 1) at two pixels a point."""
    with pypdfium2.PdfDocument(path) as document:
        picture: Image.Image = document[number - 1].render(scale=2).to_pil().convert("RGB")
        return picture


def ring(picture: Image.Image, within: float, beyond: float) -> list[tuple[int, ...]]:
    """The pixels of a frame between two distances (points) from the sheet's edge."""
    width, height = picture.size
    middle = (2 * within + 2 * beyond) / 2
    places = [int(middle), width - 1 - int(middle)]
    tall = [int(middle), height - 1 - int(middle)]
    inner = range(int(2 * beyond) + 1, width - int(2 * beyond) - 1)
    found: list[Any] = [picture.getpixel((x, y)) for y in tall for x in inner]
    found += [
        picture.getpixel((x, y)) for x in places for y in range(int(2 * beyond) + 1, height - int(2 * beyond) - 1)
    ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "bleed", "slug"), [("plain", 3 * MM, 0.0), ("wide", 5 * MM, MARGIN)])
def test_boxes_are_nested_and_as_large_as_is_asked(
    built: dict[str, Office], name: str, bleed: float, slug: float, language: str
) -> None:
    with pikepdf.open(built[name].pdf(language, "print")) as document:
        for page in document.pages:
            media, bled, trim = boxes(page)
            whole = [0, 0, WIDTH + 2 * (bleed + slug), HEIGHT + 2 * (bleed + slug)]
            assert media == pytest.approx(whole, abs=NEAR)
            assert bled == pytest.approx(inset(media, slug), abs=NEAR)
            assert trim == pytest.approx(inset(bled, bleed), abs=NEAR)
            assert "/CropBox" not in page.obj


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_millimetres_are_art_to_the_edge_and_no_white_rim(built: dict[str, Office], language: str) -> None:
    picture = rendered(built["wide"].pdf(language, "print"), 1)  # the front: grounds on all four sides
    reach = MARGIN + 5 * MM
    for within, beyond in ((MARGIN + 0.5, MARGIN + 1), (MARGIN + 3.2 * MM, MARGIN + 4.8 * MM), (reach - 1, reach)):
        edge = ring(picture, within, beyond)
        assert not [pixel for pixel in edge if min(pixel) > 240], "white between trim and bleed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_but_marks_and_slug_stands_outside_the_bleed(built: dict[str, Office], language: str) -> None:
    path = built["wide"].pdf(language, "print")
    with pypdfium2.PdfDocument(path) as document:
        count = len(document)
        slugs = [document[number].get_textpage().get_text_bounded(0, 0, WIDTH, MARGIN) for number in range(count)]
    name = {"en": "English (en)", "ar": "Arabic (ar)"}[language]
    for number, slug in enumerate(slugs, start=1):
        # Codes that show nothing keep the slug whole in a file that is read from the right.
        assert slug.replace("\u2060", "").split() == [
            *(BOOKLET, "·", *name.split()),
            *("page", str(number), "of", str(count), "·", "issue", "2026-1", "·", "2026-11-01"),
        ]
    picture = rendered(path, 1)
    gap = ring(picture, MARGIN - 0.9 * MM, MARGIN - 0.4 * MM)
    assert set(gap) == {(255, 255, 255)}, "marks keep off the bleed"
    outside = ring(picture, 4, MARGIN - 4)
    assert min(min(pixel) for pixel in outside) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_come_out_on_all_plates_and_never_inside_the_trim(built: dict[str, Office], language: str) -> None:
    with pikepdf.open(built["wide"].pdf(language, "print")) as document:
        for page in document.pages:
            assert [str(part) for part in page.Resources.ColorSpace.All[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
            _, bled, _ = boxes(page)
            all_plates = False
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("CS", "K"):
                    all_plates = str(operator) == "CS"
                elif all_plates and str(operator) in ("m", "l", "c"):
                    x, y = (float(number) for number in list(operands)[-2:])
                    assert not (bled[0] < x < bled[2] and bled[1] < y < bled[3])


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_has_no_marks_and_no_colour_space_of_its_own(built: dict[str, Office], language: str) -> None:
    with pikepdf.open(built["plain"].pdf(language, "print")) as document:
        for page in document.pages:
            assert "/All" not in page.Resources.get("/ColorSpace", {})


@pytest.mark.parametrize(
    ("language", "outside"),
    [("en", ("Going home", "Postcards of Return")), ("ar", ("بطاقات بريدية", "العودة إلى الوطن"))],
)
def test_a_cover_of_its_own_lies_flat_with_spine_and_folds(
    built: dict[str, Office], language: str, outside: tuple[str, str]
) -> None:
    office = built["apart"]
    with pikepdf.open(office.pdf(language, "print")) as document:
        spine = round(8 + len(document.pages) / 2 * CALIPER, 1) * MM
    path = office.pdf(language, "print-cover")
    with pikepdf.open(path) as document:
        assert len(document.pages) == 2
        for page in document.pages:
            media, bled, trim = boxes(page)
            assert trim[2] - trim[0] == pytest.approx(2 * WIDTH + spine, abs=NEAR)
            assert trim[3] - trim[1] == pytest.approx(HEIGHT, abs=NEAR)
            assert inset(media, MARGIN) == pytest.approx(bled, abs=NEAR)
            assert inset(bled, 5 * MM) == pytest.approx(trim, abs=NEAR)
    reach = MARGIN + 5 * MM
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        left = page.get_text_bounded(0, reach, reach + WIDTH, reach + HEIGHT)
        right = page.get_text_bounded(reach + WIDTH + spine, reach, 3 * WIDTH, reach + HEIGHT)
        assert [words in half for words, half in zip(outside, (left, right), strict=True)] == [True, True]
        spine_text = page.get_text_bounded(reach + WIDTH, reach, reach + WIDTH + spine, reach + HEIGHT)
        assert spine_text.strip() == ""
    picture = rendered(path, 1)
    middle = [
        picture.getpixel((int(2 * (reach + WIDTH + spine / 2)), int(2 * y))) for y in (reach + 20, reach + HEIGHT - 20)
    ]
    assert middle[0] == middle[1] != (255, 255, 255), "the back's ground runs on over the spine"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stapled_cover_has_a_fold_and_no_spine(built: dict[str, Office], language: str) -> None:
    with pikepdf.open(built["eights"].pdf(language, "print-cover")) as document:
        for page in document.pages:
            _, _, trim = boxes(page)
            assert trim[2] - trim[0] == pytest.approx(2 * WIDTH, abs=NEAR)
    text = built["eights"].pdf(language, "job-ticket").with_suffix(".txt").read_text("utf-8")
    assert "296 × 105 mm" in text
    assert "spine of" not in text


@pytest.mark.parametrize(("name", "header", "claim"), [("wide", b"%PDF-1.6", "PDF/X-4"), ("plain", b"%PDF-1.4", None)])
def test_a_profile_says_which_standard_its_files_keep_to(
    built: dict[str, Office], name: str, header: bytes, claim: str | None
) -> None:
    path = built[name].pdf("en", "print")
    assert path.read_bytes().startswith(header)
    with pikepdf.open(path) as document:
        said = document.open_metadata().get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion")
        assert said == claim
        (intent,) = document.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"


def test_a_print_shops_own_profile_and_ink_limit_are_those_of_the_file(office: Office) -> None:
    ours = Path(__file__).parents[2] / "profiles" / "ISOcoated_v2_300_bas.icc"
    profile = "name: Ours\nintent: {profile: house.icc, identifier: House, info: House stock}\n"
    write_profile(office, "ours", profile)
    (office.root / "layouts" / "printers" / "house.icc").write_bytes(ours.read_bytes())
    assert office.build("-l", "en", "--printer", "ours").code == BUILT
    with pikepdf.open(office.pdf("en", "print")) as document:
        (intent,) = document.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "House"
        assert bytes(intent.DestOutputProfile.read_bytes()) == ours.read_bytes()
    assert "House, House stock" in office.pdf("en", "job-ticket").with_suffix(".txt").read_text("utf-8")
    last_good = office.pdf("en", "print").read_bytes()
    write_profile(office, "ours", f"{profile}ink_limit: 120\n")
    answer = office.build("-l", "en", "--printer", "ours")
    assert answer.code == REFUSED
    assert all("the press takes 120 %" in problem["message"] for problem in answer.findings("preflight.ink"))
    assert answer.findings("preflight.ink")
    assert office.pdf("en", "print").read_bytes() == last_good


@pytest.mark.parametrize("language", LANGUAGES)
def test_inside_and_cover_together_are_the_whole_booklet(built: dict[str, Office], language: str) -> None:
    def read(*paths: Path) -> str:
        return "".join(sorted("".join(letters(path) for path in paths).replace(" ", "")))

    office = built["eights"]
    with pikepdf.open(office.pdf(language, "print")) as inside, pikepdf.open(office.pdf(language, "screen")) as whole:
        assert len(inside.pages) % 8 == 0
        assert len(inside.pages) == len(whole.pages) - 4
    parts = read(office.pdf(language, "print"), office.pdf(language, "print-cover"))
    assert parts == read(office.pdf(language, "screen"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROFILES)
def test_the_job_ticket_names_the_files_as_they_are(built: dict[str, Office], name: str, language: str) -> None:
    office = built[name]
    text = office.pdf(language, "job-ticket").with_suffix(".txt").read_text("utf-8")
    printed = letters(office.pdf(language, "job-ticket")).replace(" ", "")
    editions = ["print", "print-cover"] if name in ("apart", "eights") else ["print"]
    for edition in editions:
        path = office.pdf(language, edition)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert office.report(language)["editions"][edition]["sha256"] == digest
        for told in (path.name, digest):
            assert told in text
            assert told in printed
    beside = office.report(language)["beside"]
    assert sorted(beside) == ["job-ticket", "job-ticket-text"]
    for part in beside.values():
        path = office.pdf(language, "print").with_name(part["file"])
        assert hashlib.sha256(path.read_bytes()).hexdigest() == part["sha256"]
    with pikepdf.open(office.pdf(language, "job-ticket")) as document:
        assert len(document.pages) == 1
    side = {"en": {"nb": "venstre", "en": "left"}, "ar": {"nb": "HØYRE", "en": "RIGHT"}}[language]
    assert side["nb" if name == "plain" else "en"] in text


def test_a_booklet_may_name_its_printer_and_the_command_another(office: Office) -> None:
    office.append(f"booklets/{BOOKLET}.yaml", "printer: wide\nquantity: {en: 300}\n")
    assert office.build("-l", "en").code == BUILT
    with pikepdf.open(office.pdf("en", "print")) as document:
        assert boxes(document.pages[0])[0][2] == pytest.approx(WIDTH + 2 * (MARGIN + 5 * MM), abs=NEAR)
    assert "300 copies" in office.pdf("en", "job-ticket").with_suffix(".txt").read_text("utf-8")
    assert office.build("-l", "en", "--printer", "standard").code == BUILT
    with pikepdf.open(office.pdf("en", "print")) as document:
        assert boxes(document.pages[0])[0][2] == pytest.approx(WIDTH + 2 * 3 * MM, abs=NEAR)


def test_another_print_shop_or_another_wish_of_it_is_made_anew_and_nothing_else(office: Office) -> None:
    def made(*arguments: str) -> set[str]:
        explained = office.build("-l", "en", "--explain", *arguments).answer["explain"]
        return {Path(file).name for file, why in explained.items() if not why.startswith("kept")}

    whole = {f"{BOOKLET}_en_{name}" for name in ("print.pdf", "screen.pdf", "job-ticket.pdf", "job-ticket.txt")}
    assert made("--printer", "wide") == whole
    assert made("--printer", "wide") == set()
    write_profile(office, "wide", PROFILES["wide"].replace("name: Wide", "name: Wider"))
    assert made("--printer", "wide") == whole
    assert made("--printer", "plain") == whole
    office.pdf("en", "job-ticket").with_suffix(".txt").unlink()
    assert made("--printer", "plain") == {f"{BOOKLET}_en_job-ticket.txt"}
    assert made("--printer", "apart") == {*whole, f"{BOOKLET}_en_print-cover.pdf"}
    assert office.pdf("en", "print-cover").exists()
    assert made("--printer", "apart") == set()


def test_a_cover_that_no_longer_belongs_to_the_booklet_is_taken_away(office: Office) -> None:
    assert office.build("-l", "en", "--printer", "apart").code == BUILT
    assert office.pdf("en", "print-cover").exists()
    assert office.build("-l", "en", "--printer", "wide").code == BUILT
    assert not office.pdf("en", "print-cover").exists()


def test_the_screen_edition_is_the_same_whatever_bleed_is_asked(office: Office) -> None:
    def seen(printer: str) -> list[bytes]:
        assert office.build("-l", "en", "--printer", printer).code == BUILT
        path = office.pdf("en", "screen")
        with pypdfium2.PdfDocument(path) as document:
            return [document[number].render(scale=1).to_pil().tobytes() for number in range(len(document))]

    assert seen("wide") == seen("standard")


@pytest.mark.parametrize("printer", ["nobody", "../standard", ""])
def test_a_printer_that_nobody_knows_is_a_wrong_command(office: Office, printer: str) -> None:
    answer = office.build("--printer", printer)
    if printer:
        assert answer.code == USAGE
        assert "standard" in answer.err
        assert not office.out.exists()
    else:
        assert answer.code == BUILT


def unknown_printer(office: Office) -> tuple[str, int]:
    line = office.append(f"booklets/{BOOKLET}.yaml", "printer: nobody\n")
    return f"content/booklets/{BOOKLET}.yaml", line


def unknown_key(office: Office) -> tuple[str, int]:
    write_profile(office, "ours", "name: Ours\nmraks: crop\n")
    office.append(f"booklets/{BOOKLET}.yaml", "printer: ours\n")
    return "layouts/printers/ours.yaml", 2


def missing_profile(office: Office) -> tuple[str, int]:
    write_profile(office, "ours", "name: Ours\nintent:\n  profile: newsprint.icc\n  identifier: FOGRA48\n")
    office.append(f"booklets/{BOOKLET}.yaml", "printer: ours\n")
    return "layouts/printers/ours.yaml", 3


def profile_outside(office: Office) -> tuple[str, int]:
    write_profile(office, "ours", "name: Ours\nintent:\n  identifier: FOGRA48\n  profile: ../../../secret.icc\n")
    office.append(f"booklets/{BOOKLET}.yaml", "printer: ours\n")
    return "layouts/printers/ours.yaml", 4


def screen_profile(office: Office) -> tuple[str, int]:
    from PIL import ImageCms

    write_profile(office, "ours", "name: Ours\nintent:\n  profile: screen.icc\n  identifier: sRGB\n")
    content = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (office.root / "layouts" / "printers" / "screen.icc").write_bytes(content)
    office.append(f"booklets/{BOOKLET}.yaml", "printer: ours\n")
    return "layouts/printers/ours.yaml", 3


def short_frame(office: Office) -> tuple[str, int]:
    path = office.root / "layouts" / "spread.yaml"
    old = "{id: photo, kind: picture, box: {start: bleed, end: bleed, top: bleed, height: 66}}"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, old.replace("top: bleed, height: 66", "top: -3, height: 69"), 1), "utf-8")
    office.append(f"booklets/{BOOKLET}.yaml", "printer: wide\n")
    return "layouts/spread.yaml", text[: text.index(old)].count("\n") + 1


def too_many_pages(office: Office) -> tuple[str, int]:
    write_profile(office, "ours", "name: Ours\nmost_pages: 8\n")
    office.append(f"booklets/{BOOKLET}.yaml", "printer: ours\n")
    return f"content/booklets/{BOOKLET}.yaml", office.line(f"booklets/{BOOKLET}.yaml", "binding:")


def loose_cover(office: Office) -> tuple[str, int]:
    line = office.change(f"booklets/{BOOKLET}.yaml", "binding: saddle-stitch", "binding: loose")
    office.append(f"booklets/{BOOKLET}.yaml", "printer: apart\n")
    return f"content/booklets/{BOOKLET}.yaml", line


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (unknown_printer, "booklet.unknown-printer"),
        (unknown_key, "printer.unknown-key"),
        (missing_profile, "profile.missing"),
        (profile_outside, "file.name"),
        (screen_profile, "profile.kind"),
        (short_frame, "layout.short-bleed"),
        (too_many_pages, "printer.too-many-pages"),
        (loose_cover, "printer.cover"),
    ],
)
def test_a_print_shop_that_cannot_be_served_costs_its_edition_and_nothing_else(
    office: Office, make: Any, code: str
) -> None:
    assert office.build("-l", "en").code == BUILT
    before = {name: office.pdf("en", name).read_bytes() for name in ("print", "job-ticket")}
    path, line = make(office)
    answer = office.build("-l", "en")
    assert answer.code == LEFT_OUT
    problem = answer.finding(code)
    assert (problem["path"], problem["line"], problem["severity"]) == (path, line, "error")
    assert problem["remedy"]
    assert answer.answer["files"] == [str(office.pdf("en", "screen"))]
    assert {name: office.pdf("en", name).read_bytes() for name in before} == before
    assert office.run("check", "-l", "en", "--json").finding(code)["path"] == path


def test_a_print_edition_alone_that_cannot_be_made_is_nothing(office: Office) -> None:
    office.append(f"booklets/{BOOKLET}.yaml", "printer: nobody\n")
    answer = office.build("-l", "en", "-e", "print")
    assert answer.code == NOTHING
    assert answer.finding("booklet.unknown-printer")


def test_copies_in_a_language_that_is_not_made_are_asked_back(office: Office) -> None:
    line = office.append(f"booklets/{BOOKLET}.yaml", "quantity:\n  en: 300\n  ru: 200\n") + 2
    answer = office.build("-l", "en")
    assert answer.code == BUILT
    problem = answer.finding("booklet.quantity")
    assert (problem["line"], problem["severity"]) == (line, "warning")


@pytest.mark.parametrize("quantity", ["many", "0", "-5", "1.5", "{en: some}"])
def test_copies_are_a_number(office: Office, quantity: str) -> None:
    line = office.append(f"booklets/{BOOKLET}.yaml", f"quantity: {quantity}\n")
    problem = office.build().finding("booklet.value")
    assert problem["line"] == line


def test_the_photo_of_a_cover_is_as_fine_as_any(built: dict[str, Office]) -> None:
    """Its size on the spread is another than on the page; it is made anew, not stretched."""
    for language in LANGUAGES:
        with pikepdf.open(built["apart"].pdf(language, "print")) as document:
            for page in document.pages:
                for image in page.get_images().values():
                    assert Image.open(io.BytesIO(image.read_raw_bytes())).size[0] > 1700
