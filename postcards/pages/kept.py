"""What no line of a booklet tears: what its language's file says, and the names in it, which nobody need list.

Names are those of people and countries; kinds of support count as names too, since they stand in lists that must break
between their items first. In languages with spaces between words names break at them as any words do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postcards.composition.whole_words import Kept, is_unspaced, kept
from postcards.manuscript import Language, Places, Story

#: A name of more letters is of several people, or of several words.
LONGEST_NAME = 16


def kept_whole(language: Language, places: Places, stories: Iterable[Story]) -> Mapping[str, Kept]:
    """What texts in the booklet's language keep whole, by language."""
    names = []
    for story in stories:
        names += [story.texts[language.tag].name or "", places.name(story.country, language.tag)]
    names = [name for name in names if len(name) <= LONGEST_NAME]
    words = (*language.keep_whole, *filter(is_unspaced, (*names, *language.support.values())))
    return {language.tag: kept(words)} if words else {}
