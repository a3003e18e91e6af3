"""Which stories of a booklet stand in one language and channel, and in which order.

What a person agreed to is held against booklet, language and channel; a consent that was withdrawn takes the story out
of everything, and the finding names the folder only. The order does not depend on the language: staff point to
“story 12” across languages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date

from postcards.manuscript.agreement import unnamed_place
from postcards.manuscript.booklets import Booklet, StoryFilter
from postcards.manuscript.faults import did_you_mean
from postcards.manuscript.manuscript import Manuscript
from postcards.manuscript.places import NOTE_FALLBACK, Places
from postcards.manuscript.story import Story
from postcards.problems import Problem, Severity, Where

#: Code of each refusal -> the key of story.yaml that decides it.
DECIDED_BY = {
    "consent.withdrawn": "consent.status",
    "consent.expired": "consent.expires",
    "consent.channel": "consent.channels",
    "consent.language": "consent.languages",
}


#: Channels that nobody is expected to agree to: whoever does not is left out of them without a word.
BY_CHOICE = frozenset({"social"})


def select_stories(
    manuscript: Manuscript, booklet: Booklet, tag: str, channel: str
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """The stories of `booklet` for the language `tag` and the channel ("print", "screen", "social"), in its order.

    The findings tell of each story that is left out, but for what `read_manuscript` has told: an error in the story's
    own files, a place without a name in the language.
    """
    asked, problems = _asked_for(manuscript, booklet)
    selected: list[Story] = []
    for story in asked:
        refusals = [problem.about(booklet=booklet.id) for problem in _check_consent(story, booklet.date, tag, channel)]
        if refusals:
            unasked = channel in BY_CHOICE and any(problem.code == "consent.channel" for problem in refusals)
            problems += [] if unasked else refusals
        elif unnamed := unnamed_place(manuscript.places, story.country, tag):
            # For the booklet's own languages `read_manuscript` has told it, once for all stories of the place.
            problems += [] if tag in booklet.languages else [unnamed]
        elif tag not in story.texts:
            problems += [problem.about(booklet=booklet.id) for problem in _missing_text(manuscript, story, tag)]
        else:
            selected.append(story)
    if channel in BY_CHOICE and not agreed(manuscript, booklet, tag, channel):
        problems.append(_nobody(booklet, channel))
    return tuple(selected), tuple(problems)


def agreed(manuscript: Manuscript, booklet: Booklet, tag: str, channel: str) -> frozenset[str]:
    """The stories of `booklet`, by their slugs, whose people agreed to the language `tag` and the channel."""
    asked, _ = _asked_for(manuscript, booklet)
    return frozenset(story.slug for story in asked if not any(_check_consent(story, booklet.date, tag, channel)))


def _asked_for(manuscript: Manuscript, booklet: Booklet) -> tuple[list[Story], list[Problem]]:
    """What the booklet's file asks for, before consent and language are looked at."""
    wanted = booklet.stories
    stories = {story.slug: story for story in manuscript.stories}
    if isinstance(wanted, tuple):
        problems = [
            problem
            for index, slug in enumerate(wanted)
            if slug not in stories and (problem := _unknown_story(manuscript, booklet, index, slug))
        ]
        return [stories[slug] for slug in wanted if slug in stories], problems
    asked = [story for story in manuscript.stories if wanted == "all" or _passes(story, wanted)]
    if not asked:
        message = "No story is asked for: the filter lets none through."
        problem = Problem("booklet.no-stories", message, "Mend “stories”.", booklet.where, booklet=booklet.id)
        return [], [problem]
    return sorted(asked, key=lambda story: (_english_name(manuscript.places, story.country), story.slug)), []


def _passes(story: Story, wanted: StoryFilter) -> bool:
    return (not wanted.country or story.country in wanted.country) and (not wanted.tone or story.tone in wanted.tone)


def _english_name(places: Places, place: str) -> str:
    """The place's name as it sorts: without capitals and accents."""
    if unnamed_place(places, place, NOTE_FALLBACK):
        return place
    letters = unicodedata.normalize("NFD", places.name(place, NOTE_FALLBACK)).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _unknown_story(manuscript: Manuscript, booklet: Booklet, index: int, slug: str) -> Problem | None:
    if any(problem.is_error and problem.story == slug for problem in manuscript.problems):
        return None
    meant = did_you_mean(slug, tuple(story.slug for story in manuscript.stories))
    remedy = f"Did you mean “{meant}”?" if meant else "Write the name of a folder in content/stories."
    where = booklet.marks.get(f"stories.{index}", booklet.where)
    message = f"There is no story “{slug}”."
    return Problem("booklet.unknown-story", message, remedy, where, field=f"stories.{index}", booklet=booklet.id)


def _missing_text(manuscript: Manuscript, story: Story, tag: str) -> list[Problem]:
    path = f"{story.folder}/{tag}.yaml"
    if any(problem.is_error and problem.where.path == path for problem in manuscript.problems):
        return []
    message = f"The story is not told in “{tag}”; it is left out of that language."
    remedy = f"Copy {story.source_language}.yaml to {tag}.yaml and translate it."
    where = Where(path)
    return [Problem("translation.missing", message, remedy, where, Severity.WARNING, story=story.slug, language=tag)]


def _check_consent(story: Story, day: date, tag: str, channel: str) -> Iterator[Problem]:
    """Why `story` may not stand in a booklet dated `day`, in the language `tag` and in `channel`; nothing if it may."""
    consent = story.consent
    if consent.status == "withdrawn":
        message = "The consent was withdrawn: the story is in no booklet any more."
        remedy = "Delete the folder when earlier booklets have been called back."
        yield _refusal(story, "consent.withdrawn", message, remedy)
        return
    if day > consent.expires:
        message = f"The consent ended on {consent.expires.isoformat()}, before the booklet's date {day.isoformat()}."
        yield _refusal(story, "consent.expired", message, "Ask the person again, or take the story out.")
    if channel not in consent.channels:
        message = f"The person did not agree to the channel “{channel}”."
        yield _refusal(story, "consent.channel", message, "Ask the person, or take the story out.")
    if consent.languages != "all" and tag not in consent.languages:
        message = f"The person did not agree to the language “{tag}”."
        refusal = _refusal(story, "consent.language", message, "Ask the person, or take the story out.")
        yield refusal.about(language=tag)


def _nobody(booklet: Booklet, channel: str) -> Problem:
    message = f"Nobody in this booklet agreed to the channel “{channel}”."
    remedy = f"Write “{channel}” behind “channels” in the story.yaml of those who did, or take the edition out."
    return Problem("consent.nobody", message, remedy, booklet.where, Severity.WARNING, booklet=booklet.id)


def _refusal(story: Story, code: str, message: str, remedy: str) -> Problem:
    field = DECIDED_BY[code]
    severity = Severity.WARNING if code == "consent.withdrawn" else Severity.ERROR
    return Problem(code, message, remedy, story.marks.get(field, story.where), severity, field, story.slug)
