"""Cards of single stories: made for whoever agreed to be sent about, and gone as soon as somebody does not any more."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from project import BOOKLET, Office, copy_office, letters, new_office

from postcards.geometry import MM

#: Of these three, one person did not agree to be sent about.
AGREED = ("asrat", "elmi")
SOCIAL = "channels: [print, screen, social]"
PAGE = (90 * MM, 160 * MM)
WIDE = 1080


@pytest.fixture(scope="session")
def carded(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = new_office(tmp_path_factory.mktemp("carded") / "project", languages=("en", "ar"))
    office.change("booklets/small.yaml", "[print, screen]", "[screen, card]")
    assert office.build().code == 0
    return office


@pytest.fixture
def cards(carded: Office, tmp_path: Path) -> Office:
    """A copy to change."""
    return copy_office(carded, tmp_path / "project")


def folder(office: Office, tag: str = "en") -> Path:
    return office.out / BOOKLET / tag / "cards"


def shown(office: Office, tag: str = "en") -> set[str]:
    """The stories that there is a file or a picture of."""
    prefix = f"{BOOKLET}_{tag}_card_"
    names = {path.name.removeprefix(prefix) for path in folder(office, tag).iterdir()}
    return {name.removesuffix(".pdf") if name.endswith(".pdf") else name.rpartition("-")[0] for name in names}


def pdf(office: Office, slug: str, tag: str = "en") -> Path:
    return folder(office, tag) / f"{BOOKLET}_{tag}_card_{slug}.pdf"


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_there_is_a_card_of_everybody_who_agreed_and_of_nobody_else(carded: Office, tag: str) -> None:
    assert shown(carded, tag) == {*AGREED}
    assert carded.stories(tag, "screen") == {*AGREED, "wahed"}


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("slug", AGREED)
def test_a_card_is_a_phones_pages_and_pictures_of_them(carded: Office, slug: str, tag: str) -> None:
    file = pdf(carded, slug, tag)
    with pypdfium2.PdfDocument(file) as document:
        assert 3 <= len(document) <= 6
        assert all(page.get_size() == pytest.approx(PAGE, abs=0.01) for page in document)
        count = len(document)
    pictures = sorted(path.name for path in folder(carded, tag).glob(f"{file.stem}-*.png"))
    assert pictures == [f"{file.stem}-{number}.png" for number in range(1, count + 1)]
    for name in pictures:
        with Image.open(folder(carded, tag) / name) as picture:
            assert picture.width == WIDE
            assert picture.height == WIDE * 160 // 90
            assert picture.info == {}


def test_a_card_says_what_it_is_and_holds_no_other_story(carded: Office) -> None:
    said = letters(pdf(carded, "asrat"))
    for words in (
        "A house that earns its keep",
        "He earns enough for the family.",
        "Returned: November 2012",
        "Postcards of Return",
        "Issue 2026-1",
        "It rests on no signed consent",
        "The pictures may be illustrations.",
        "Some names may have been changed",
    ):
        assert words in said
    with pypdfium2.PdfDocument(pdf(carded, "asrat")) as document:
        assert document.get_metadata_dict()["Title"] == "Asrat: A house that earns its keep"
    assert "Elmi" not in said
    assert "draft" not in said
    assert "مسودة" in letters(pdf(carded, "asrat", "ar"))


def test_a_card_without_a_picture_says_nothing_of_pictures(cards: Office) -> None:
    cards.change("stories/wahed/story.yaml", "channels: [print, screen]", SOCIAL)
    assert cards.build("-l", "en").code == 0
    assert "The pictures may be illustrations." not in letters(pdf(cards, "wahed"))


@pytest.mark.parametrize("editions", [(), ("-e", "screen"), ("-e", "card")], ids=["all", "screen", "card"])
@pytest.mark.parametrize(
    ("old", "new"),
    [(SOCIAL, "channels: [print, screen]"), ("status: active", "status: withdrawn"), ("2030-12-31", "2026-01-01")],
    ids=["channel", "withdrawn", "expired"],
)
def test_a_card_is_gone_when_its_person_does_not_agree_any_more(
    cards: Office, old: str, new: str, editions: tuple[str, ...]
) -> None:
    cards.change("stories/asrat/story.yaml", old, new)
    cards.build("-l", "en", *editions)
    assert shown(cards) == {"elmi"}
    assert shown(cards, "ar") == {"elmi"}, "in the language that was not asked for too"


def test_a_language_that_a_person_does_not_agree_to_takes_that_card_alone(cards: Office) -> None:
    cards.change("stories/asrat/story.yaml", "languages: all", "languages: [en]")
    cards.build("-e", "screen")
    assert (shown(cards), shown(cards, "ar")) == ({*AGREED}, {"elmi"})


def test_a_card_is_gone_with_its_story_and_with_its_booklet(cards: Office) -> None:
    shutil.rmtree(cards.content("stories/asrat"))
    assert cards.build("-e", "screen").code == 0
    assert shown(cards) == {"elmi"}
    cards.write("booklets/other.yaml", cards.content("booklets/small.yaml").read_bytes())
    cards.content("booklets/small.yaml").unlink()
    assert cards.build("-e", "screen").code == 0
    assert not [*folder(cards).iterdir(), *folder(cards, "ar").iterdir()]


def test_files_of_others_beside_the_cards_stay(cards: Office) -> None:
    note = folder(cards) / "to whom sent.txt"
    note.write_text("Amina", "utf-8")
    cards.change("stories/asrat/story.yaml", "status: active", "status: withdrawn")
    cards.build()
    assert note.exists()


def test_pictures_of_pages_that_a_card_no_longer_has_are_gone(cards: Office) -> None:
    before = len([*folder(cards).glob("*asrat-*.png")])
    text = cards.content("stories/asrat/en.yaml").read_text("utf-8")
    start, end = text.index("summary:"), text.index("alt:")
    cards.write("stories/asrat/en.yaml", f"{text[:start]}summary: He went home.\n{text[end:]}")
    cards.build("-l", "en")
    assert len([*folder(cards).glob("*asrat-*.png")]) == before - 1


def test_cards_are_kept_told_and_the_same_again(cards: Office) -> None:
    report = cards.report("en")
    names = {f"cards/card_{slug}" for slug in AGREED}
    assert names <= set(report["editions"])
    told = {part["file"]: part["sha256"] for kind in ("editions", "beside") for part in report[kind].values()}
    written = {path.relative_to(folder(cards).parent).as_posix(): path for path in folder(cards).iterdir()}
    assert written.keys() <= told.keys()
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == told[name] for name, path in written.items())
    bytes_of = {name: path.read_bytes() for name, path in written.items()}

    explained = cards.build("--explain").answer["explain"]
    assert {why for file, why in explained.items() if "/cards/" in file} == {"kept, nothing has changed"}
    shutil.rmtree(cards.out)
    assert cards.build().code == 0
    assert {name: path.read_bytes() for name, path in written.items()} == bytes_of


def test_a_card_that_was_lost_is_made_again(cards: Office) -> None:
    lost = folder(cards) / f"{BOOKLET}_en_card_elmi-1.png"
    content = lost.read_bytes()
    lost.unlink()
    assert f"{lost.name} was gone" in str(cards.build("--explain").answer["explain"])
    assert lost.read_bytes() == content


def test_where_nobody_agreed_that_is_said(cards: Office) -> None:
    for slug in AGREED:
        cards.change(f"stories/{slug}/story.yaml", SOCIAL, "channels: [print, screen]")
    answer = cards.build("-e", "card")
    finding = answer.finding("consent.nobody")
    assert finding["path"] == "content/booklets/small.yaml"
    assert "social" in finding["message"]
    assert answer.findings("consent.channel") == []
    assert answer.code == 3
    assert not [*folder(cards).iterdir()]


def test_a_reader_and_not_a_print_shop_gets_cards(cards: Office) -> None:
    answer = cards.run("preflight", "--json", str(pdf(cards, "elmi")))
    assert answer.code == 0
    assert [problem for problem in answer.answer["problems"] if problem["code"] == "preflight.rgb"] == []
