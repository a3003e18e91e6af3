"""A small office: one story, two languages, one booklet, on the disk and without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_office import BOOKLET, STORY, TEXT, Office

OUR_CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    english = (OUR_CONTENT / "languages/en.yaml").read_text("utf-8")
    office.write("languages/en.yaml", english)
    office.write("languages/nb.yaml", english.replace("endonym: English ", "endonym: bokmål "))
    office.write("places.yaml", "x-somaliland:\n  names:\n    en: Somaliland\n    nb: Somaliland\n")
    office.write("booklets/spring.yaml", BOOKLET)
    office.write("stories/amina/story.yaml", STORY)
    office.write("stories/amina/en.yaml", TEXT)
    office.write("stories/amina/picture.jpg", b"\xff\xd8\xff")
    assert office.read().problems == ()
    return office
