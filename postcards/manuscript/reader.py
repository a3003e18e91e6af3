"""The stage's table of contents: everything under `content/` is read once and becomes one `Manuscript`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from postcards.beside import Beside
from postcards.manuscript.agreement import check_booklet, check_places, check_story_pages, check_words, unnamed_place
from postcards.manuscript.booklets import Booklet
from postcards.manuscript.faults import any_error
from postcards.manuscript.folders import Folder, list_folder
from postcards.manuscript.kinds import SLUG
from postcards.manuscript.manuscript import Manuscript
from postcards.manuscript.office import Office
from postcards.manuscript.places import NOTE_FALLBACK, Place, PlaceId, Places
from postcards.manuscript.sheets import BOOKLET, LANGUAGE, OFFICE, PLACES, Sheet, check_photo, read_sheet, read_tagged
from postcards.manuscript.stories import StoryReading, read_story
from postcards.manuscript.story import Story
from postcards.manuscript.words import Language
from postcards.problems import Problem, Severity, Where, sort_key
from postcards.project import Project
from postcards.remembering import Fresh

#: What lies in content/: two files and three folders.
PLACES_FILE, OFFICE_FILE = "places", "office"
LANGUAGES, STORIES, BOOKLETS = "languages", "stories", "booklets"

#: Texts of stories that are worth another process: it takes as long to begin, and to hand over what it has read, as to
#: read a fifth of them.
MANY = 100


def read_manuscript(project: Project, tags: Collection[str] = (), hands: int = 1) -> Manuscript:
    """Read the staff's files; their mistakes are findings, never exceptions.

    With `tags` only texts in these languages are read, and what they are translated from. Of many texts half are read
    beside the others, if there are `hands` enough.
    """
    wanted = frozenset(tags)
    content = project.relative(project.content)
    desk = list_folder(project, content)
    shelves = {name: list_folder(project, f"{content}/{name}") for name in (LANGUAGES, STORIES, BOOKLETS)}
    place_sheet = read_sheet(project, desk.file(PLACES_FILE), PLACES) if PLACES_FILE in desk.stems else None
    office_sheet = read_sheet(project, desk.file(OFFICE_FILE), OFFICE) if OFFICE_FILE in desk.stems else None
    words = wanted | {NOTE_FALLBACK} if wanted else frozenset(shelves[LANGUAGES].stems)
    stems = [stem for stem in shelves[LANGUAGES].stems if stem in words]
    language_sheets = [read_tagged(project, shelves[LANGUAGES].file(stem), LANGUAGE) for stem in stems]
    booklet_sheets = [read_sheet(project, path, BOOKLET) for path in shelves[BOOKLETS].files()]

    places, place_problems = _places(place_sheet)
    languages, language_problems = _languages(language_sheets)
    folders = [f"{shelves[STORIES].path}/{slug}" for slug in shelves[STORIES].folders]
    support = _support_keys(languages)
    here = len(folders) // 2 if hands > 1 and len(folders) * len(stems) >= MANY else len(folders)
    parts = folders[:here], folders[here:]
    readings = _read_stories(project, parts, lambda folder: read_story(project, folder, places, support, wanted))
    stories = tuple(reading.story for reading in readings if reading.story is not None)
    known_tags = frozenset(shelves[LANGUAGES].stems)
    slugs = [story.slug for story in stories]
    booklets, booklet_problems = _booklets(project, booklet_sheets, places, known_tags, slugs)

    single = [*((place_sheet,) if place_sheet else ()), *((office_sheet,) if office_sheet else ())]
    sheets = [*single, *language_sheets, *booklet_sheets]
    problems = (
        *chain.from_iterable(part.problems for part in (desk, *shelves.values(), *sheets, *readings)),
        *_misplaced(shelves[STORIES]),
        *place_problems,
        *language_problems,
        *booklet_problems,
        *_unnamed_places(places, stories, booklets.values(), languages),
        *_unread_texts(stories, known_tags),
    )
    digests = {sheet.path: sheet.digest for sheet in sheets}
    for reading in readings:
        digests |= reading.digests
    known = {path: digests[path] for path in sorted(digests) if digests[path]}
    found = tuple(sorted(problems, key=sort_key))
    office = _office(office_sheet) if office_sheet else Office(where=Where(desk.file(OFFICE_FILE)))
    return Manuscript(stories, languages, places, booklets, found, known, office)


def _read_stories(
    project: Project, parts: tuple[list[str], list[str]], read: Callable[[str], StoryReading]
) -> list[StoryReading]:
    """All stories in order, those of the second part beside those of the first."""
    here, there = parts
    if not there:
        return list(map(read, here))
    known = project.readings
    before = known.handed_over() if known else []

    def read_there() -> tuple[list[StoryReading], list[Fresh]]:
        return list(map(read, there)), known.handed_over() if known else []

    with Beside[tuple[list[StoryReading], list[Fresh]]](hands=2) as beside:
        begun = beside.begin(read_there, worth_it=True)
        found = list(map(read, here))
        others, fresh = begun()
    if known:
        known.take([*before, *fresh])
    return found + others


def _office(sheet: Sheet) -> Office | None:
    return replace(sheet.value, where=sheet.where(), marks=sheet.marks()) if sheet.value else None


def _places(sheet: Sheet | None) -> tuple[Places, Iterable[Problem]]:
    if sheet is None:
        return Places(), ()
    errors = [problem for problem in sheet.problems if problem.is_error]
    faulty = frozenset(problem.field.split(".")[0] for problem in errors)
    content = sheet.document.content
    if "" in faulty or not isinstance(content, dict):
        return Places(readable=False), ()
    if not faulty and sheet.value is not None:
        return _held_together(sheet, sheet.value, faulty)
    from postcards.manuscript.validation import validate

    # What is right in the file counts although something else in it is wrong.
    whole = replace(sheet.document, content={place: entry for place, entry in content.items() if place not in faulty})
    sound, _ = validate(dict[PlaceId, Place], whole, sheet.path, sheet.area)
    if sound is None:  # a key that is shown otherwise than it is written
        return Places(readable=False), ()
    return _held_together(sheet, sound, faulty)


def _held_together(
    sheet: Sheet, sound: Mapping[str, Place], faulty: frozenset[str]
) -> tuple[Places, Iterable[Problem]]:
    entries = {place: replace(entry, where=sheet.document.keys[(place,)]) for place, entry in sound.items()}
    faults = [*check_places(entries)]
    faulty |= {str(fault.path[0]) for fault in faults}
    sure = {place: entry for place, entry in entries.items() if place not in faulty}
    return Places(sure, faulty), [sheet.problem(fault) for fault in faults]


def _languages(sheets: Iterable[Sheet]) -> tuple[Mapping[str, Language], Iterable[Problem]]:
    """The languages without an error, held against the kinds of support that the English file knows."""
    read = {sheet.stem: sheet for sheet in sheets if sheet.value is not None}
    drafts: dict[str, Language] = {
        tag: replace(sheet.value, tag=tag, where=sheet.where()) for tag, sheet in read.items()
    }
    faults = {tag: [*check_words(language, _support_keys(drafts))] for tag, language in drafts.items()}
    problems = [read[tag].problem(fault).about(language=tag) for tag in faults for fault in faults[tag]]
    return {tag: language for tag, language in drafts.items() if not any_error(faults[tag])}, problems


def _support_keys(languages: Mapping[str, Language]) -> tuple[str, ...]:
    """The kinds of support there are: those of the English file, or without it of any language."""
    tags = [NOTE_FALLBACK] if NOTE_FALLBACK in languages else sorted(languages)
    return tuple(dict.fromkeys(chain.from_iterable(languages[tag].support for tag in tags)))


def _booklets(
    project: Project, sheets: Iterable[Sheet], places: Places, tags: frozenset[str], slugs: Collection[str]
) -> tuple[Mapping[str, Booklet], Iterable[Problem]]:
    booklets: dict[str, Booklet] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        if not SLUG.fits(sheet.stem):
            remedy = "Use small letters a to z, digits and single hyphens."
            problems.append(Problem("booklet.id", "The file's name is no plain name.", remedy, Where(sheet.path)))
            continue
        if sheet.value is None:
            continue
        booklet: Booklet = replace(sheet.value, id=sheet.stem, where=sheet.where("stories"), marks=sheet.marks())
        pages = [*check_story_pages(booklet, slugs)]
        faults = [*check_booklet(booklet, tags, places), *pages]
        problems += [sheet.problem(fault).about(booklet=booklet.id) for fault in faults]
        if booklet.cover is not None:
            folder = sheet.path.rpartition("/")[0]
            cover = replace(booklet.cover, folder=folder, where=sheet.where("cover", "file"))
            lost = check_photo(project, cover, "cover")
            problems += [lost.about(booklet=booklet.id)] if lost else []
            booklet = replace(booklet, cover=None if lost else cover)
        booklets[booklet.id] = replace(booklet, story_link=None) if pages else booklet
    return booklets, problems


def _unnamed_places(
    places: Places, stories: Iterable[Story], booklets: Iterable[Booklet], languages: Iterable[str]
) -> Iterator[Problem]:
    """Own places that a booklet's language has no name for; English too, by which the stories are sorted."""
    wanted = {NOTE_FALLBACK, *chain.from_iterable(booklet.languages for booklet in booklets)}
    used = {story.country for story in stories}
    for place in sorted(used):
        for tag in sorted(wanted.intersection(languages)):
            if problem := unnamed_place(places, place, tag):
                yield problem


def _unread_texts(stories: Iterable[Story], tags: frozenset[str]) -> Iterator[Problem]:
    """Texts in a language that has no file of its own are never printed; said once for each language."""
    first = {tag: text for story in stories for tag, text in story.texts.items() if tag not in tags}
    for tag in sorted(first):
        message = f"Texts in “{tag}” are not printed: the booklet's own words in this language are missing."
        remedy = "Copy content/languages/en.yaml and translate it."
        where = first[tag].where["title"]
        yield Problem("translation.without-language", message, remedy, where, Severity.WARNING, language=tag)


def _misplaced(shelf: Folder) -> Iterator[Problem]:
    for path in shelf.files():
        remedy = "Move it into the story's folder."
        yield Problem("file.misplaced", "A text lies beside the stories, not in one.", remedy, Where(path))
