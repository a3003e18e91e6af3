"""Words that no line tears, as staff and readers see it: the files that come out, and the list in a language's file."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from project import Office, new_office

from postcards.composition.opportunities import segments

#: Two people in one story's name; a name that no dictionary has; supports in a list.
STORIES = ("asrat", "blerina-armend", "maxence")

#: Seen torn in these stories before there was a list.
TORN = (
    "ช่วย|เหลือ ความ|ช่วยเหลือ ค่าใช้|จ่าย ค่า|ใช้จ่าย ที่|ปรึกษา ดำรง|ชีพ กลับ|บ้าน ข้อ|เท็จจริง ระหว่าง|ประเทศ มัก|ซ็องส์ คีร์กีซ|สถาน เบล|รินา"
)


@pytest.fixture(scope="module")
def thai(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Not to be changed."""
    office = new_office(tmp_path_factory.mktemp("thai") / "project", STORIES, ("th", "en"))
    assert office.build("-l", "th", "-e", "screen", "-e", "phone").code == 0
    return office


def pages_of(path: Path) -> list[list[str]]:
    """The lines of every page, as a reader of the file gets them."""
    with pypdfium2.PdfDocument(path) as file:
        return [page.get_textpage().get_text_range().replace("\u200b", "").split("\r\n") for page in file]


def ends(path: Path) -> list[tuple[str, str]]:
    """The two lines at each line's end."""
    return [pair for page in pages_of(path) for pair in pairwise(line.strip() for line in page)]


@pytest.mark.parametrize("edition", ["screen", "phone"])
def test_no_page_tears_a_word(thai: Office, edition: str) -> None:
    found = ends(thai.pdf("th", edition))
    torn = [tuple(word.split("|")) for word in TORN.split()]
    assert not [
        pair for pair in found for first, second in torn if pair[0].endswith(first) and pair[1].startswith(second)
    ]
    assert len(found) > 100


def test_a_list_of_supports_ends_its_lines_between_them(thai: Office) -> None:
    language = thai.content("languages/th.yaml").read_text("utf-8")
    business, cash = (language.split(f"\n  {key}: ")[1].split("\n")[0] for key in ("business", "cash"))
    assert (business, cash) in ends(thai.pdf("th", "screen"))  # maxence


def test_a_reader_of_the_back_cover_is_told_in_two_sentences(thai: Office) -> None:
    last = [line.strip() for line in pages_of(thai.pdf("th", "screen"))[-1]]
    assert last[:2] == ["จะกลับบ้านหรือไม่", "คุณเป็นคนตัดสินใจเอง"]


def test_a_word_that_is_added_to_the_list_is_whole_in_the_next_build(tmp_path: Path) -> None:
    office = new_office(tmp_path / "project", ("maxence",), ("th", "en"))
    office.build("-l", "th", "-e", "screen")
    story = office.content("stories/maxence/th.yaml").read_text("utf-8")
    above, below = next(pair for pair in ends(office.pdf("th", "screen")) if "".join(pair) in story)
    (start, _), (_, end) = segments(above, "th")[-1], segments(below, "th")[0]
    word = above[start:] + below[:end].strip()
    office.change("languages/th.yaml", "keep_whole:\n  [", f"keep_whole:\n  [{word}, ")
    assert office.build("-l", "th", "-e", "screen").code == 0
    assert (above, below) not in ends(office.pdf("th", "screen"))
    assert any(word in line for page in pages_of(office.pdf("th", "screen")) for line in page)


def test_a_word_that_stands_in_the_list_twice_is_told_with_its_line(tmp_path: Path) -> None:
    office = new_office(tmp_path / "project", ("maxence",), ("ur", "en"))
    line = office.change("languages/ur.yaml", "[رشتہ دار, ", "[رشتہ دار, رشتہ دار, ")
    found = office.run("check", "--json").finding("language.twice")
    assert (found["path"], found["line"]) == ("content/languages/ur.yaml", line)


def test_names_of_countries_wider_than_a_stamp_are_not_torn(tmp_path: Path) -> None:
    office = new_office(tmp_path / "project", ("asrat", "valbon"), ("ta", "en"))
    answer = office.build("-l", "ta", "-e", "screen", "--strict")
    assert answer.code == 0
    assert not answer.findings("text.torn")
    lines = [line for page in pages_of(office.pdf("ta", "screen")) for line in page]
    assert lines.count("எத்தியோப்பியா") >= 3  # in the tab, the stamp and the address
    assert lines.count("கொசோவோ*") >= 3
