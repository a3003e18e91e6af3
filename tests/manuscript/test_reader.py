"""The staff's folder as a whole: what is read, what is left out, and at which line the finding stands."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from small_office import STORY, TEXT, Office

from postcards.manuscript import Photo, YearMonth
from postcards.manuscript.reader import read_manuscript
from postcards.problems import Where, sort_key
from postcards.project import find_project

AMINA = "content/stories/amina"


def test_a_story_is_read_with_all_its_facts(office: Office) -> None:
    (story,) = office.read().stories
    assert (story.slug, story.name, story.country, story.returned) == ("amina", "Amina", "ET", YearMonth(2012, 11))
    assert (story.support, story.tone, story.folder) == (("housing", "business"), "positive", AMINA)
    assert str(story.returned) == "2012-11"
    assert story.consent.expires == date(2030, 12, 31)
    assert story.consent.languages == "all"
    assert isinstance(story.photo, Photo)
    assert (story.photo.folder, story.photo.file, story.photo.focus) == (AMINA, "picture.jpg", (0.5, 0.5))
    text = story.texts["en"]
    assert text.summary == ("She went home in 2012.", "Now she has a house.")
    assert (text.name, text.quote.text) == ("Amina", "She is glad to be home.")
    assert text.where["quote.text"] == Where(f"{AMINA}/en.yaml", 3, 9)


def test_what_was_read_can_be_handed_to_another_process(office: Office) -> None:
    manuscript = office.read()
    assert pickle.loads(pickle.dumps(manuscript)) == manuscript


def test_line_ends_and_byte_order_marks_change_nothing_but_the_digest(office: Office) -> None:
    before = office.read()
    office.write("stories/amina/en.yaml", TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    after = office.read()
    assert after.stories == before.stories
    path = f"{AMINA}/en.yaml"
    assert after.digests[path] == sha256((office.root / path).read_bytes()).hexdigest() != before.digests[path]
    assert {*after.digests} == {*before.digests}


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "field"),
    [
        ("name_policy:", "name_polycy:", "story.unknown-key", 2, "name_polycy"),
        ("country:", "Country:", "story.unknown-key", 3, "Country"),
        ("country:", "slug: amina\ncountry:", "story.unknown-key", 3, "slug"),  # a field that the program fills
        ("  credit: Drawn", "  folder: x\n  credit: Drawn", "story.unknown-key", 11, "photo.folder"),
        ("country:", "c\u043euntry:", "story.unknown-key", 3, "c\u043euntry"),
        ("tone: positive", "tone: postive", "story.value", 6, "tone"),
        ("tone: positive\n", "", "story.missing-key", 1, "tone"),
        ("tone: positive", "tone:", "story.empty", 6, "tone"),
        ("tone: positive", "tone: [positive]", "story.kind", 6, "tone"),
        ("[housing, business]", "housing", "story.kind", 5, "support"),
        ("[housing, business]", "[housing, housing]", "story.twice", 5, "support.1"),
        ("[housing, business]", "[housing, busines]", "story.support", 5, "support.1"),
        ("tone: positive", "tone: positive\nsource_language: [en]", "story.kind", 7, "source_language"),
        ("country: ET", "country: [ET]", "story.kind", 3, "country"),
        ("photo:\n  file: picture.jpg", "photo: picture.jpg\nfile:", "story.kind", 7, "photo"),
        ("languages: all", "languages: {en: yes}", "story.kind", 15, "consent.languages"),
        ("name: Amina", "name: [Amina]", "story.kind", 1, "name"),
        ("2012-11", "2012-13", "story.value", 4, "returned"),
        ("2012-11", "November 2012", "story.value", 4, "returned"),
        ("country: ET", "country: Ethiopia", "story.value", 3, "country"),
        ("country: ET", "country: UK", "story.country", 3, "country"),
        ("country: ET", "country: x-atlantis", "story.country", 3, "country"),
        ("expires: 2030-12-31", "expires: 2030-02-30", "story.value", 16, "consent.expires"),
        ("languages: all", "languages: some", "story.value", 15, "consent.languages"),
        ("languages: all", "languages: [en, no]", "language.unknown-tag", 15, "consent.languages.1"),
        ("channels: [print, screen]", "channels: [print, sreen]", "story.value", 14, "consent.channels.1"),
        ("  credit: Drawn", "  focus: [0,5, 0,5]\n  credit: Drawn", "story.length", 11, "photo.focus"),
        ("  credit: Drawn", "  focus: [0.5, 1.5]\n  credit: Drawn", "story.value", 11, "photo.focus.1"),
        ("name: Amina\n", "", "story.name-policy", 1, "name_policy"),
        ("name_policy: published", "name_policy: none", "story.name-policy", 1, "name"),
        ("name_policy: published", "name_policy: published\nname: B", "yaml.duplicate-key", 3, ""),
        ("name: Amina", "name: Am\u202eina", "text.bidi-control", 1, "name"),
        ("name: Amina", "source_language: fa\nname: Amina", "story.source-missing", 1, "source_language"),
    ],
)
def test_an_error_in_the_facts_leaves_the_story_out_and_names_the_line(
    office: Office, old: str, new: str, code: str, line: int, field: str
) -> None:
    office.change("stories/amina/story.yaml", old, new)
    manuscript = office.read()
    assert manuscript.stories == ()
    found = [(problem.code, problem.where.path, problem.where.line, problem.field) for problem in manuscript.problems]
    assert (code, f"{AMINA}/story.yaml", line, field) in found
    assert {problem.story for problem in manuscript.problems} == {"amina"}


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("name_policy:", "name_polycy:", "“name_policy”"),
        ("country:", "COUNTRY:", "“country”"),
        ("tone: positive", "tone: postive", "“positive”"),
        ("[housing, business]", "[busines]", "“business”"),
        ("country: ET", "country: UK", "“GB”"),
        ("country: ET", "country: et", "“ET”"),
        ("country: ET", "country: Ethopia", "“ET”"),
        ("country: ET", "country: x-somalilnd", "“x-somaliland”"),
    ],
)
def test_a_slip_of_spelling_gets_the_likely_word(office: Office, old: str, new: str, hint: str) -> None:
    office.change("stories/amina/story.yaml", old, new)
    assert any(hint in problem.remedy for problem in office.problems())


def test_a_letter_that_only_looks_right_is_spelt_out(office: Office) -> None:
    office.change("stories/amina/story.yaml", "tone:", "t\u043ene:")
    office.change("stories/amina/story.yaml", "returned:", "retur\u200bned:")
    messages = [problem.message for problem in office.problems() if problem.code == "story.unknown-key"]
    assert len(messages) == 2
    assert "U+200B" in messages[0]
    assert "U+043E" in messages[1]


def test_all_faults_of_all_files_come_in_one_run_in_a_fixed_order(office: Office) -> None:
    office.change("stories/amina/story.yaml", "tone: positive", "tone: fine")
    office.change("stories/amina/story.yaml", "country: ET", "country: Ethiopia")
    office.change("stories/amina/en.yaml", "status: reviewed", "status: done")
    office.write("stories/oleg/story.yaml", "name: x\n\tcountry: UA\n")
    office.change("languages/nb.yaml", "digits: latin", "digits: roman")
    office.change("booklets/spring.yaml", "paper: 120", "paper: thick")
    problems = office.problems()
    assert [
        (problem.where.path.removeprefix("content/"), problem.where.line, problem.code) for problem in problems
    ] == [
        ("booklets/spring.yaml", 8, "booklet.value"),
        ("languages/nb.yaml", 3, "language.value"),
        ("stories/amina/en.yaml", 10, "text.value"),
        ("stories/amina/story.yaml", 3, "story.value"),
        ("stories/amina/story.yaml", 6, "story.value"),
        ("stories/oleg/story.yaml", 2, "yaml.tab"),
    ]
    assert problems == sorted(problems, key=sort_key)


def test_a_text_with_an_error_is_left_out_of_its_language_alone(office: Office) -> None:
    office.write("stories/amina/nb.yaml", TEXT.replace("title:", "tittel:"))
    manuscript = office.read()
    assert [*manuscript.stories[0].texts] == ["en"]
    errors = [problem for problem in manuscript.problems if problem.is_error]
    assert {(problem.code, problem.language, problem.story) for problem in errors} == {
        ("text.unknown-key", "nb", "amina"),
        ("text.missing-key", "nb", "amina"),
    }


def test_a_language_with_an_error_is_absent_and_the_others_stand(office: Office) -> None:
    office.change("languages/nb.yaml", "  name: Name\n", "")
    manuscript = office.read()
    assert [*manuscript.languages] == ["en"]
    assert len(manuscript.stories) == 1
    (problem,) = manuscript.problems
    assert (problem.code, problem.field, problem.language) == ("language.missing-key", "labels.name", "nb")


@pytest.mark.parametrize(
    ("old", "new", "code", "severity"),
    [
        ("  travel: the journey home\n", "", "language.missing-key", "error"),
        ("  travel: the journey", "  trvel: x\n  travel: the journey", "language.unknown-key", "error"),
        ("    other:", "    othr:", "language.value", "error"),
        ('    other: "{count} stories"\n', "", "language.missing-key", "error"),
        ('    one: "{count} story"\n', "", "language.plural-form", "warning"),
        ("  items:\n", "  items: text\n  more:\n", "language.kind", "error"),
        ("Issue {issue}, {date}", "Issue {issue}", "language.placeholder", "error"),
    ],
)
def test_a_language_must_have_all_words_of_the_english_file(
    office: Office, old: str, new: str, code: str, severity: str
) -> None:
    office.change("languages/nb.yaml", old, new)
    manuscript = office.read()
    assert (code, severity) in {(problem.code, problem.severity.value) for problem in manuscript.problems}
    assert ("nb" in manuscript.languages) == (severity == "warning")


@pytest.mark.parametrize("name", ["no", "xx", "english", "tr_TR", "prs", "iw", "kmr", "PT-br", "zz-ZZ", "tr_TR.UTF-8"])
@pytest.mark.parametrize("folder", ["languages", "stories/amina"])
def test_a_file_whose_name_is_no_tag_is_not_taken_for_a_language(office: Office, folder: str, name: str) -> None:
    source = "languages/nb.yaml" if folder == "languages" else "stories/amina/en.yaml"
    office.write(f"{folder}/{name}.yaml", (office.root / "content" / source).read_bytes())
    manuscript = office.read()
    assert [*manuscript.languages] == ["en", "nb"]
    assert [*manuscript.stories[0].texts] == ["en"]
    errors = [(problem.code, problem.where.path) for problem in manuscript.problems if problem.is_error]
    assert errors == [("language.unknown-tag", f"content/{folder}/{name}.yaml")]


@pytest.mark.parametrize(
    ("paths", "code", "at"),
    [
        (["languages/NB.yaml"], "file.case-clash", "languages/nb.yaml"),
        (["stories/Amina/story.yaml"], "file.case-clash", "stories/amina"),
        (["stories/amina/Picture.jpg"], "file.case-clash", "stories/amina/picture.jpg"),
        (["stories/Oleg Two/story.yaml"], "story.slug", "stories/Oleg Two"),
        (["stories/aux/story.yaml"], "file.name", "stories/aux"),
        (["stories/a:b/story.yaml"], "file.name", "stories/a:b"),
        (["stories/oleg./story.yaml"], "file.name", "stories/oleg."),
        (["stories/ol\u202eeg/story.yaml"], "file.name", "stories/ol<U+202E>eg"),
        (["languages/so.yml"], "file.ending", "languages/so.yml"),
        (["stories/amina/nb.YAML"], "file.ending", "stories/amina/nb.YAML"),
        (["stories/oleg/nb.yaml"], "translation.without-story", "stories/oleg"),
        (["stories/oleg/picture.jpg"], "story.missing", "stories/oleg"),
        (["stories/oleg.yaml"], "file.misplaced", "stories/oleg.yaml"),
        (["booklets/Spring Two.yaml"], "booklet.id", "booklets/Spring Two.yaml"),
    ],
)
def test_names_that_work_here_and_not_elsewhere(office: Office, paths: list[str], code: str, at: str) -> None:
    for path in paths:
        office.write(path, STORY if path.endswith("story.yaml") else TEXT)
    manuscript = office.read()
    assert (code, f"content/{at}") in {(problem.code, problem.where.path) for problem in manuscript.problems}
    assert [story.slug for story in manuscript.stories] == ["amina"]


def test_hidden_files_are_left_in_peace(office: Office) -> None:
    office.write(".DS_Store", b"\x00")
    office.write("stories/.trash/story.yaml", "")
    office.write("stories/amina/.en.yaml.swp", b"\x00")
    assert office.problems() == []


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("missing.jpg", "photo.missing"),
        ("Picture.JPG", "file.spelling"),
        ("../oleg/picture.jpg", "file.name"),
        ("/etc/passwd", "file.name"),
        ("http://example.org/a.jpg", "file.name"),
    ],
)
def test_a_photo_that_cannot_be_opened_is_taken_from_the_story(office: Office, file: str, code: str) -> None:
    office.change("stories/amina/story.yaml", "file: picture.jpg", f"file: {file}")
    manuscript = office.read()
    assert [(problem.code, problem.where.line, problem.field) for problem in manuscript.problems] == [
        (code, 8, "photo.file")
    ]
    assert manuscript.stories[0].photo is None


def test_a_file_name_that_tells_the_name_is_a_warning(office: Office) -> None:
    office.change("stories/amina/story.yaml", "file: picture.jpg", "file: amina_at_home.jpg")
    office.write("stories/amina/amina_at_home.jpg", b"")
    assert [(problem.code, problem.is_error) for problem in office.problems()] == [("photo.file-name", False)]


@pytest.mark.parametrize("kind", ["outside", "loop", "dangling", "pipe", "folder"])
def test_a_yaml_file_that_is_no_plain_file_of_ours_is_not_opened(office: Office, tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(TEXT.replace("A house", "A secret"), "utf-8")
    place = office.root / AMINA / "nb.yaml"
    if kind == "outside":
        outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
        outside.write_text(secret.read_text("utf-8"), "utf-8")
        place.symlink_to(outside)
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(place if kind == "loop" else "nowhere")
    manuscript = office.read()
    assert [*manuscript.stories[0].texts] == ["en"]
    assert any(problem.is_error for problem in manuscript.problems) == (kind != "folder")


def test_a_tag_that_would_run_a_program_runs_none(office: Office, tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    office.change(
        "stories/amina/en.yaml", "title:", f"title: !!python/object/apply:os.system ['touch {marker}']\nalt2:"
    )
    assert "yaml.tag" in office.codes()
    assert not marker.exists()


def test_a_control_character_never_comes_out_in_a_finding(office: Office) -> None:
    office.change("stories/amina/story.yaml", "tone: positive", 'tone: "\\e[31mERROR\\n"')
    office.change(
        "stories/amina/en.yaml", "alt: A house", 'alt: "\\u202eA\\u2028house\\u200f"\n"\\a\\u202ekey": A house'
    )
    texts = [text for problem in office.problems() for text in map(str, problem.as_json().values())]
    assert len(texts) > 10
    assert all(text.isprintable() for text in texts)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("languages: [en, nb]", "languages: [en, so]", "booklet.language", 3),
        ("languages: [en, nb]", "languages: [en, english]", "language.unknown-tag", 3),
        ("stories: all", "stories: {country: [ETH]}", "booklet.value", 1),
        ("stories: all", "stories: {country: [XX]}", "booklet.country", 1),
        ("stories: all", "stories: {tone: []}", "booklet.empty", 1),
        ("stories: all", "stories: everything", "booklet.value", 1),
        ("binding: saddle-stitch", "binding: sadle-stitch", "booklet.value", 7),
        ("editions: [print, screen]", "editions: []", "booklet.empty", 4),
        ("paper: 120", "paper: 120\ncover: {file: x, shows: place, role: staged, credit: me}", "photo.missing", 9),
        ("paper: 120", "paper: 120\ncontact: {en: {office: A, address: B, phone: C}}", "booklet.missing-key", 9),
    ],
)  # fmt: skip
def test_a_fault_in_a_booklet_is_named_at_its_line(office: Office, old: str, new: str, code: str, line: int) -> None:
    office.change("booklets/spring.yaml", old, new)
    found = [(problem.code, problem.where.path, problem.where.line) for problem in office.problems()]
    assert (code, "content/booklets/spring.yaml", line) in found


def test_two_runs_say_the_same_and_nothing_is_written(office: Office) -> None:
    office.change("stories/amina/en.yaml", "title: A house that earns", "title: call 22 33 44 55")
    files = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()}
    assert office.read() == office.read()
    assert {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()} == files


@pytest.mark.parametrize(
    "surroundings",
    [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Asia/Tehran"}],
)
def test_neither_chance_nor_locale_nor_clock_changes_what_is_read(office: Office, surroundings: dict[str, str]) -> None:
    office.write("stories/amina/nb.yaml", TEXT.replace("A house that earns", "a\u200bb\u2066c\u200ed"))
    office.write("stories/Two Names/story.yaml", STORY)
    program = (
        "from pathlib import Path; from postcards.manuscript.reader import read_manuscript;"
        "from postcards.project import find_project;"
        f"print(ascii(read_manuscript(find_project(Path({os.fspath(office.root)!r})))))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **surroundings}
    said = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == ascii(office.read())


def test_an_empty_content_folder_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    manuscript = read_manuscript(find_project(tmp_path))
    assert (manuscript.stories, manuscript.problems, manuscript.digests) == ((), (), {})


def test_our_own_content_has_no_error() -> None:
    manuscript = read_manuscript(find_project(Path(__file__).parents[2]))
    assert [str(problem) for problem in manuscript.problems if problem.is_error] == []
    assert len(manuscript.stories) >= 12
    assert {*manuscript.booklets["postcards-of-return"].languages} <= {*manuscript.languages}
