"""Names of places and the notes that must stand beside some of them."""

from __future__ import annotations

import pytest
from small_office import Office

from postcards.manuscript import Places
from postcards.manuscript.places import is_country

PLACES = """\
x-somaliland:
  names: {en: Somaliland, nb: Somaliland}
XK:
  names: {nb: Kosovo (norsk)}
  marker: "*"
  note:
    en: "* Without prejudice."
"""


@pytest.fixture
def places(office: Office) -> Places:
    office.write("places.yaml", PLACES)
    manuscript = office.read()
    assert manuscript.problems == ()
    return manuscript.places


def test_own_names_stand_before_cldrs(places: Places) -> None:
    assert places.name("XK", "nb") == "Kosovo (norsk)"
    assert places.name("XK", "ru") == "Косово"
    assert places.name("ET", "ti") == "ኢትዮጵያ"
    assert places.name("AF", "fa-AF") == "افغانستان"
    assert places.name("x-somaliland", "en") == "Somaliland"


@pytest.mark.parametrize(("place", "tag"), [("ZZ", "en"), ("EU", "en"), ("x-somaliland", "ru"), ("x-mars", "en")])
def test_a_place_without_a_name_is_a_key_error(places: Places, place: str, tag: str) -> None:
    with pytest.raises(KeyError):
        places.name(place, tag)


def test_a_note_in_english_stands_in_for_a_language_that_has_none(places: Places) -> None:
    assert (places.marker("XK"), places.note("XK", "nb"), places.note_language("XK", "nb")) == (
        "*",
        "* Without prejudice.",
        "en",
    )
    assert (places.marker("ET"), places.note("ET", "nb"), places.note_language("ET", "nb")) == ("", "", "")


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("ET", True),
        ("XK", True),
        ("x-somaliland", True),
        ("ZZ", False),
        ("EU", False),
        ("et", False),
        ("x-mars", False),
    ],
)
def test_which_places_are_known(places: Places, place: str, known: bool) -> None:
    assert places.knows(place) == known


def test_all_countries_of_cldr_are_countries() -> None:
    assert sum(map(is_country, (a + b for a in map(chr, range(65, 91)) for b in map(chr, range(65, 91))))) > 245


def test_an_own_place_needs_a_name_in_each_language_of_a_booklet(office: Office) -> None:
    office.change("places.yaml", "    nb: Somaliland\n", "")
    assert office.problems() == []
    office.change("stories/amina/story.yaml", "country: ET", "country: x-somaliland")
    (problem,) = office.problems()
    assert (problem.code, problem.where.path, problem.where.line) == ("place.name-missing", "content/places.yaml", 1)
    assert problem.language == "nb"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("XK:\n  marker: '*'\n", "place.note-missing", 1),
        ("XK:\n  note:\n    en: A note.\n", "place.note-missing", 1),
        ("ET:\n  names: {en: Ethiopia}\nXY:\n  names: {en: Nowhere}\n", "place.country", 3),
        ("ET:\n  names: {english: Ethiopia}\n", "language.unknown-tag", 2),
        ("ET:\n  name: {en: Ethiopia}\n", "place.unknown-key", 2),
        ("ethiopia:\n  names: {en: Ethiopia}\n", "place.value", 1),
    ],
)
def test_a_fault_in_the_places_is_named_at_its_line(office: Office, text: str, code: str, line: int) -> None:
    office.write("places.yaml", text)
    found = [(problem.code, problem.where.path, problem.where.line) for problem in office.problems()]
    assert (code, "content/places.yaml", line) in found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ET:\n  marker: '*'\n", False),
        ("ET:\n  marker: [a]\n", False),  # how Ethiopia must be named is not known
        ("IR:\n  marker: [a]\n", True),
        ("ET: [\n", False),  # nor is it for any place, if the file cannot be read
    ],
)
def test_a_story_whose_place_may_need_a_note_is_left_out(office: Office, text: str, left: bool) -> None:
    office.write("places.yaml", text)
    assert bool(office.read().stories) == left


def test_a_warning_about_a_name_keeps_the_name(office: Office) -> None:
    office.write("places.yaml", "ET:\n  names:\n    en: Ethiopia\n    sr: Етиопија\n    nb: Etio\u200bpia\n")
    manuscript = office.read()
    assert [(problem.code, problem.where.line, problem.field) for problem in manuscript.problems] == [
        ("language.ambiguous-tag", 4, "ET.names.sr"),
        ("text.invisible", 5, "ET.names.nb"),
    ]
    assert manuscript.places.name("ET", "sr") == "Етиопија"


def test_a_slip_in_a_key_below_a_place_gets_the_likely_word(office: Office) -> None:
    office.write("places.yaml", "ET:\n  name: {en: Ethiopia}\n")
    assert "“names”" in next(problem.remedy for problem in office.problems() if problem.code == "place.unknown-key")
