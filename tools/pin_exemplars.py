"""Print `postcards/composition/exemplars.json` anew: the characters that CLDR says a language is written with.

    python tools/pin_exemplars.py FOLDER > postcards/composition/exemplars.json
    python tools/pin_exemplars.py FOLDER he so      some languages only, to look at

FOLDER is `main` of npm's package cldr-misc-full. The languages are those of `orthographies`. Characters are in the
order of code points, each once; what shows nothing (category Cf: joiners, direction marks) is left out, and marks and
spaces are written as escapes, so that the file can be read and compared.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from postcards.composition.orthographies import ORTHOGRAPHIES

LANGUAGES = tuple(sorted(ORTHOGRAPHIES))

#: CLDR's sets by our names (LDML part 1, “Exemplars”).
SETS = {"main": "exemplarCharacters", "auxiliary": "auxiliary", "punctuation": "punctuation", "numbers": "numbers"}

#: A member of a UnicodeSet as CLDR writes them (UTS #35, “Unicode Sets”): a sequence in braces, an escape, a character.
MEMBER = re.compile(r"\{([^}]+)\}|\\u([0-9A-Fa-f]{4})|\\(.)|([^ ])")

#: Major categories written as escapes: marks, what shows nothing, blanks.
ESCAPED = "MCZ"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Prints exemplars.json.")
    arguments.add_argument("folder", type=Path, help="“main” of npm's package cldr-misc-full")
    arguments.add_argument("languages", nargs="*", default=LANGUAGES, help="BCP 47 tags; all of ours if none is given")
    given = arguments.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(listing(given.folder, given.languages))


def listing(folder: Path, languages: Sequence[str]) -> str:
    """The file's text: one line a set, languages in order."""
    entries = (f"{json.dumps(tag)}: {{\n{_entry(folder, tag)}\n}}" for tag in sorted(languages))
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _entry(folder: Path, tag: str) -> str:
    tree: dict[str, Any] = json.loads((folder / tag / "characters.json").read_bytes())
    characters: dict[str, str] = tree["main"][tag]["characters"]
    return ",\n".join(f'  "{name}": "{_escaped(members(characters[key]))}"' for name, key in SETS.items())


def members(written: str) -> Iterator[str]:
    """The members of a UnicodeSet without ranges, in order of code points; raises ValueError for one with a range."""
    if not (written.startswith("[") and written.endswith("]")):
        raise ValueError(f"not a set: {written}")
    found = set()
    for sequence, code, quoted, plain in MEMBER.findall(written[1:-1]):
        if plain == "-":
            raise ValueError(f"a range: {written}")
        found.add(sequence or (chr(int(code, 16)) if code else quoted or plain))
    return (member for member in sorted(found) if unicodedata.category(member[0]) != "Cf")


def _escaped(characters: Iterator[str]) -> str:
    """The characters between spaces, as the inside of a JSON string."""
    return " ".join("".join(map(_escape, member)) for member in characters)


def _escape(character: str) -> str:
    return json.dumps(character, ensure_ascii=unicodedata.category(character)[0] in ESCAPED)[1:-1]


if __name__ == "__main__":
    main()
