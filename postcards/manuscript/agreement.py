"""Whether the staff's files agree: what one names, another must hold; a translation is of its source as it stands now.

An outdated translation is printed, and somebody should look.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from postcards.manuscript.booklets import Booklet, StoryFilter
from postcards.manuscript.faults import Fault, any_error, did_you_mean, shown, warning
from postcards.manuscript.fidelity import unfaithful
from postcards.manuscript.language import plural_categories
from postcards.manuscript.links import check_link, story_link
from postcards.manuscript.places import NOTE_FALLBACK, OWN_PREFIX, Place, Places, country_called, is_country
from postcards.manuscript.story import Story, StoryText, text_digest
from postcards.manuscript.tags import check_tag
from postcards.manuscript.words import Language
from postcards.problems import Problem, Severity, Where


def check_country(country: str, places: Places) -> Iterator[Fault]:
    """A place must have a name: from CLDR, or in places.yaml."""
    if country in places.faulty or not places.readable:
        message = f"How {shown(country)} must be named is not known, because places.yaml has an error."
        yield Fault("country", message, "Mend places.yaml first.")
    elif not places.knows(country):
        meant = did_you_mean(country, tuple(places.entries)) or country_called(country)
        remedy = f"Did you mean “{meant}”?" if meant else "Write a code of ISO 3166-1, or enter it in places.yaml."
        yield Fault("country", f"{shown(country)} is no place that is known here.", remedy)


def check_support(support: Iterable[str], known: tuple[str, ...]) -> Iterator[Fault]:
    """Each kind of support must have words in the language files; `known` are the keys they have."""
    for index, key in enumerate(support):
        if known and key not in known:
            meant = did_you_mean(key, known)
            remedy = f"Did you mean “{meant}”?" if meant else f"The language files know: {', '.join(known)}."
            yield Fault("support", f"{shown(key)} is no kind of support known here.", remedy, path=(index,))


def check_words(language: Language, known: tuple[str, ...]) -> Iterator[Fault]:
    """A language must have words for each kind of support that is `known`, and for each of its plural categories."""
    for key in known:
        if key not in language.support:
            message = f"There are no words for the kind of support “{key}”."
            yield Fault("missing-key", message, f"Write a line “{key}: …”.", path=("support", key))
    for key in language.support:
        if known and key not in known:
            meant = did_you_mean(key, known)
            remedy = f"Did you mean “{meant}”?" if meant else f"The keys known here are: {', '.join(known)}."
            message = f"{shown(key)} is no kind of support known here."
            yield Fault("unknown-key", message, remedy, path=("support", key), of_key=True)
    due = plural_categories(language.tag)
    for name, forms in (("stories", language.counts.stories), ("countries", language.counts.countries)):
        if "other" not in forms:
            message = "The form “other” is missing: it is the one that always fits."
            yield Fault("missing-key", message, "Write a line “other: …”.", path=("counts", name, "other"))
        if missing := [category for category in due if category not in forms and category != "other"]:
            message = f"The language has more forms for numbers: {', '.join(missing)}."
            yield warning("plural-form", message, "Write them, each on its line.").below(("counts", name))


def check_places(entries: Mapping[str, Place]) -> Iterator[Fault]:
    """Codes must be known to CLDR; a marker needs a note that can stand in for every language."""
    for place, entry in entries.items():
        if not place.startswith(OWN_PREFIX) and not is_country(place):
            message = f"{shown(place)} is no country code."
            yield Fault(
                "country", message, f"Give places without a code an own id: {OWN_PREFIX}…", path=(place,), of_key=True
            )
        if bool(entry.marker) != (NOTE_FALLBACK in entry.note):
            message = "A marker and an English note must stand together: the one leads to the other."
            yield Fault("note-missing", message, "Write both, or neither.", path=(place,), of_key=True)


def unnamed_place(places: Places, place: str, tag: str) -> Problem | None:
    """The finding if `place` is an own id without a name in the language `tag`; CLDR names all others."""
    entry = places.entries.get(place)
    if entry is None or not place.startswith(OWN_PREFIX) or tag in entry.names:
        return None
    message = f"“{place}” has no name in the language “{tag}”; its stories are left out there."
    remedy = f"Write the name under “names”: {tag}: …"
    return Problem("place.name-missing", message, remedy, entry.where, field=f"{place}.names", language=tag)


def check_booklet(booklet: Booklet, tags: frozenset[str], places: Places) -> Iterator[Fault]:
    """Each language needs a tag and a file (`tags` are those that have one), each country of a filter must be known."""
    for index, tag in enumerate(booklet.languages):
        faults = check_tag(tag)
        yield from (fault.below(("languages", index)) for fault in faults)
        if tag not in tags and not any_error(faults):
            message = f"There is no file with the booklet's own words in “{tag}”."
            remedy = "Copy content/languages/en.yaml and translate it, or take the language out."
            yield Fault("language", message, remedy, path=("languages", index))
    for tag in booklet.quantity if isinstance(booklet.quantity, Mapping) else ():
        if tag not in booklet.languages:
            message = f"Copies are to be printed in “{tag}”, but the booklet is not made in this language."
            remedy = "Add the language to “languages”, or take the line out."
            yield Fault("quantity", message, remedy, Severity.WARNING, path=("quantity", tag), of_key=True)
    if isinstance(booklet.stories, StoryFilter):
        for index, country in enumerate(booklet.stories.country):
            yield from (fault.below(("stories", "country", index)) for fault in check_country(country, places))


def check_story_pages(booklet: Booklet, slugs: Collection[str]) -> Iterator[Fault]:
    """The address of each story must go into a code: with the longest of names it is held against what all must be."""
    if booklet.story_link and slugs:
        slug, tag = max(sorted(slugs), key=len), max(booklet.languages, key=len)
        for fault in check_link(story_link(booklet.story_link, slug, tag), tag):
            yield replace(fault, message=f"Story “{slug}”: {fault.message}").below(("story_link",))


def check_texts(story: Story) -> Iterator[Problem]:
    """Warnings about the texts of `story`: their age, their paragraphs."""
    source = story.texts.get(story.source_language)
    for text in story.texts.values():
        if source is not None and text is not source:
            yield from _check_translation(text, source)


def _check_translation(text: StoryText, source: StoryText) -> Iterator[Problem]:
    digest = text_digest(source)
    if text.translated_from is None:
        message = "The translation does not say which text it was made from."
        remedy = f"Compare it with {source.language}.yaml; if it is right, write: translated_from: {digest}"
        yield _warning(text, "translation.undated", message, remedy, "title")
    elif text.translated_from != digest:
        message = f"The translation is older than its source: {source.language}.yaml has changed since."
        remedy = f"Compare the two; if it is right, write: translated_from: {digest}"
        yield _warning(text, "translation.stale", message, remedy, "translated_from")
    if len(text.summary) != len(source.summary):
        message = f"The text has {len(text.summary)} paragraphs, its source {len(source.summary)}."
        yield _warning(text, "translation.paragraphs", message, "Look whether one is lost.", "summary")
    if text.quote.source != source.quote.source:
        message = f"The quote is “{text.quote.source}” here and “{source.quote.source}” in {source.language}.yaml."
        yield _warning(text, "translation.quote-source", message, "Write the same in both.", "quote.source")
    for code, message, remedy, field in unfaithful(text, source):
        yield _warning(text, code, message, remedy, field)


def _warning(text: StoryText, code: str, message: str, remedy: str, key: str) -> Problem:
    where = text.where.get(key) or next(iter(text.where.values()), Where(""))
    return Problem(code, message, remedy, where, Severity.WARNING, field=key, language=text.language)
