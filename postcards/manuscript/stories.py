"""A story's folder becomes a `Story`: `story.yaml` for the facts, one file for each language beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from postcards.manuscript.agreement import check_country, check_support, check_texts
from postcards.manuscript.faults import Fault, warning
from postcards.manuscript.folders import Folder, list_folder
from postcards.manuscript.kinds import SLUG
from postcards.manuscript.places import Places
from postcards.manuscript.sheets import STORY, TEXT, Sheet, check_photo, read_sheet, read_tagged
from postcards.manuscript.story import DEFAULT_SOURCE_LANGUAGE, Photo, Story, StoryText
from postcards.problems import Problem, Where
from postcards.project import Project, portable_name_fault

#: The file of the facts.
FACTS = "story"

#: Shorter words of a name occur in any file name (letters).
SHORTEST_NAME = 3


class StoryReading(Struct, frozen=True):
    """What came of one folder."""

    story: Story | None = None  # None if it is left out everywhere
    problems: tuple[Problem, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)  # path -> SHA-256, hex


def read_story(
    project: Project, path: str, places: Places, support: tuple[str, ...], tags: frozenset[str]
) -> StoryReading:
    """Read the folder `path` (relative to the project); `support` are the keys that the language files know.

    Of the texts, those in the languages `tags` are read and the one they are translated from; all if it is empty.
    """
    folder = list_folder(project, path)
    slug = path.rpartition("/")[2]
    problems = [*folder.problems, *_slug_faults(slug, path)]
    digests: dict[str, str] = {}
    story: Story | None = None
    if FACTS in folder.stems:
        facts = read_sheet(project, folder.file(FACTS), STORY)
        digests[facts.path] = facts.digest
        story, found = _assemble(facts, folder, places, support)
        problems += found
    else:
        problems.append(_without_facts(folder))
    wanted = {*tags, story.source_language if story else DEFAULT_SOURCE_LANGUAGE} if tags else {*folder.stems}
    stems = [stem for stem in folder.stems if stem in wanted - {FACTS}]
    sheets = {stem: read_tagged(project, folder.file(stem), TEXT) for stem in stems}
    problems += chain.from_iterable(sheet.problems for sheet in sheets.values())
    digests |= {sheet.path: sheet.digest for sheet in sheets.values()}
    if story is not None:
        story, found = _with_texts(story, sheets)
        problems += found
    if story is not None and story.photo is not None and (lost := check_photo(project, story.photo, "photo")):
        problems.append(lost)
        story = replace(story, photo=None)
    named = tuple(problem.about(story=slug) for problem in problems)
    return StoryReading(story if _is_slug(slug) else None, named, digests)


def _is_slug(slug: str) -> bool:
    return not portable_name_fault(slug) and SLUG.fits(slug)


def _slug_faults(slug: str, path: str) -> Iterator[Problem]:
    if not SLUG.fits(slug):
        message = "The folder's name is no plain name."
        yield Problem("story.slug", message, "Use small letters a to z, digits and single hyphens.", Where(path))


def _without_facts(folder: Folder) -> Problem:
    where = Where(folder.path)
    if folder.stems:
        message = f"There are texts ({', '.join(folder.stems)}) for a story that has no {FACTS}.yaml."
        return Problem("translation.without-story", message, f"Write {FACTS}.yaml, or move the texts.", where)
    message = f"The folder holds no {FACTS}.yaml."
    return Problem("story.missing", message, "Write it, or delete the folder.", where)


def _assemble(
    sheet: Sheet, folder: Folder, places: Places, support: tuple[str, ...]
) -> tuple[Story | None, list[Problem]]:
    """The story without its texts, and all findings about its facts; None if one of them is an error."""
    if sheet.value is None:
        return None, list(sheet.problems)
    read: Story = sheet.value
    photo = read.photo and replace(read.photo, folder=folder.path, where=sheet.where("photo", "file"))
    slug = folder.path.rpartition("/")[2]
    story = replace(read, slug=slug, photo=photo, where=sheet.where(), folder=folder.path, marks=sheet.marks())
    faults = [
        *(fault.below(("country",)) for fault in check_country(story.country, places)),
        *(fault.below(("support",)) for fault in check_support(story.support, support)),
        *_check_name(story.name, story.name_policy),
        *_check_photo_name(story.photo, story.name),
        *_check_source(story, folder),
    ]
    wrong = any(fault.is_error for fault in faults)
    return None if wrong else story, [*sheet.problems, *map(sheet.problem, faults)]


def _check_name(name: str | None, policy: str) -> Iterator[Fault]:
    if policy == "none" and name is not None:
        message = "There is a name although “name_policy” says that none is printed."
        yield Fault("name-policy", message, "Take the name out, or change “name_policy”.", path=("name",))
    if policy != "none" and name is None:
        message = f"“name_policy” is {policy}, and there is no name."
        yield Fault("name-policy", message, "Write a line “name: …”, or “name_policy: none”.", path=("name_policy",))


def _check_photo_name(photo: Photo | None, name: str | None) -> Iterator[Fault]:
    words = [word for word in re.split(r"\W+", (name or "").casefold()) if len(word) >= SHORTEST_NAME]
    if photo and any(word in photo.file.casefold() for word in words):
        message = f"The file name “{photo.file}” holds the person's name."
        remedy = "Give the file a name that leads to nobody, such as picture.jpg."
        yield warning("photo.file-name", message, remedy).below(("photo", "file"))


def _check_source(story: Story, folder: Folder) -> Iterator[Fault]:
    tag = story.source_language
    if tag not in folder.stems:
        message = f"The text in the source language is missing: {tag}.yaml."
        remedy = "Write it, or name the language of the original: “source_language: …”."
        yield Fault("source-missing", message, remedy, path=("source_language",))


def _with_texts(story: Story, sheets: Mapping[str, Sheet]) -> tuple[Story, list[Problem]]:
    """The story with those of its texts that have no error, and what is found when they are held together."""
    texts: dict[str, StoryText] = {}
    found: list[Problem] = []
    for tag, sheet in sheets.items():
        if sheet.value is None:
            continue
        text: StoryText = sheet.value
        faults = [*_check_name(text.name, story.name_policy)] if story.name_policy == "none" else []
        found += [sheet.problem(fault).about(language=tag) for fault in faults]
        if not faults:
            texts[tag] = replace(text, language=tag, name=text.name or story.name, where=sheet.marks())
    story = replace(story, texts=texts)
    return story, [*found, *check_texts(story)]
