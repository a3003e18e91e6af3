"""Which file names are language tags: BCP 47 in canonical spelling (RFC 5646, 4.5), and known to CLDR through Babel."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from postcards.manuscript.faults import Fault, warning

#: Tags that CLDR knows and we do not take, or that mean two languages: what to write instead.
INSTEAD = {
    "no": ("nb", "nn"),
    "sh": ("sr-Latn", "sr-Cyrl"),
    "kmr": ("ku",),
}

#: Tags that leave the script open: readers of one cannot read the other.
TWO_SCRIPTS = {"sr": ("sr-Cyrl", "sr-Latn"), "zh": ("zh-Hans", "zh-Hant")}

#: language, script, region: as much of BCP 47 as names a translation.
CANONICAL = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?"


@cache
def check_tag(tag: str) -> tuple[Fault, ...]:
    """What is wrong with `tag` as the name of a language; an error means that nothing can be printed in it."""
    if tag in INSTEAD:
        return (_unknown(tag, INSTEAD[tag]),)
    if not (re.fullmatch(CANONICAL, tag) and _in_cldr(tag)):
        return (_unknown(tag, _likely(tag)),)
    if tag in TWO_SCRIPTS:
        message = f"“{tag}” does not say which script the text is written in."
        return (warning("language.ambiguous-tag", message, f"Write {_or(TWO_SCRIPTS[tag])}."),)
    return ()


def _unknown(tag: str, instead: tuple[str, ...]) -> Fault:
    remedy = f"Write {_or(instead)}." if instead else "Use a tag such as nb, ar or fa-AF: docs of CLDR list them all."
    return Fault("language.unknown-tag", f"“{tag}” is no language tag that can be used here.", remedy)


def _likely(tag: str) -> tuple[str, ...]:
    """What somebody who wrote `tag` may have meant: another spelling, an older or longer tag, an English name."""
    from babel.core import get_global

    plain = re.sub(r"[^A-Za-z0-9]+", "-", tag.partition(".")[0]).strip("-")
    language, *others = plain.lower().split("-")
    aliases = get_global("language_aliases")
    language = str(aliases.get(language, language)).replace("_", "-")
    subtags = [part.title() if len(part) == len("Latn") else part.upper() for part in others]
    if language in INSTEAD and not subtags:
        return INSTEAD[language]
    candidate = "-".join((language, *subtags))
    if re.fullmatch(CANONICAL, candidate) and _in_cldr(candidate):
        return (candidate,)
    return _by_name(plain)


def _by_name(name: str) -> tuple[str, ...]:
    from babel import Locale

    names = {str(english).casefold(): tag for tag, english in sorted(Locale("en").languages.items())}
    near = get_close_matches(name.casefold(), names, n=1, cutoff=0.8)
    found = names[near[0]].replace("_", "-") if near else ""
    return (found,) if found and re.fullmatch(CANONICAL, found) and _in_cldr(found) else ()


def _in_cldr(tag: str) -> bool:
    from babel import localedata

    return localedata.exists(tag.replace("-", "_"))


def _or(words: tuple[str, ...]) -> str:
    return " or ".join(f"“{word}”" for word in words)
