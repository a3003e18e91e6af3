"""Regular expressions that are compiled when one is first asked.

To compile all of the program's takes as long as to lay out ten stories, in every process, and when little has changed
most of them are asked nothing.
"""

from __future__ import annotations

import re
from typing import Any, cast

#: What is asked of a pattern, see the standard library's `re`.
_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern `re.compile` makes; what is wrong with it shows when it is first used."""
    return cast(re.Pattern[str], _Expression(pattern, flags))


class _Expression:
    """Becomes the pattern when it is asked: from then on, its attributes are that one's."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._to_compile = pattern, flags

    def __getattr__(self, name: str) -> Any:
        pattern, flags = self._to_compile
        compiled = re.compile(pattern, flags)
        self.__dict__.update({asked: getattr(compiled, asked) for asked in _ASKED})
        return getattr(compiled, name)
