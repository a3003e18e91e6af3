"""The first stage: the staff's YAML files become stories, languages, places and booklets.

source, marks, syntax       bytes -> text -> plain values with their places, advice on slips
characters, texts, tags     what prose and language tags must be
kinds, markers, validation  the kinds of values, and Pydantic, which holds files against their models
story, words, places, booklets, office      the models: one class a file and block, one field a key
sheets, folders             one file, one folder: opened and held against its model
stories, reader             all of them: `reader.read_manuscript`, which ends in a `manuscript.Manuscript`
agreement                   what one file says of another
selection                   who stands in a booklet: `select_stories`
language                    scripts, directions, plural forms
"""

from postcards.manuscript.booklets import Booklet, Contact, StoryFilter
from postcards.manuscript.language import babel_locale, direction, script
from postcards.manuscript.manuscript import Manuscript
from postcards.manuscript.office import Office
from postcards.manuscript.places import Places
from postcards.manuscript.selection import select_stories
from postcards.manuscript.story import Consent, Photo, Quote, Story, StoryText, YearMonth, text_digest
from postcards.manuscript.words import Language, plural

__all__ = [
    "Booklet",
    "Consent",
    "Contact",
    "Language",
    "Manuscript",
    "Office",
    "Photo",
    "Places",
    "Quote",
    "Story",
    "StoryFilter",
    "StoryText",
    "YearMonth",
    "babel_locale",
    "direction",
    "plural",
    "script",
    "select_stories",
    "text_digest",
]
