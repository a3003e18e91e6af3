"""JSON Schemas (draft 2020-12) of the staff's files, so that editors complete and underline.

    python -m postcards.manuscript.schemas [FOLDER]

writes them to FOLDER (`schemas/` if left out). Pydantic makes them from the models that read the files; what only
reading can tell (a place that exists, a letter that is damaged) they cannot say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from postcards.manuscript.sheets import BOOKLET, LANGUAGE, OFFICE, PLACES, PRINTER, STORY, TEXT, FileKind
from postcards.manuscript.validation import json_schema

#: File name -> kind of file.
KINDS = {
    "story.schema.json": STORY,
    "text.schema.json": TEXT,
    "language.schema.json": LANGUAGE,
    "places.schema.json": PLACES,
    "booklet.schema.json": BOOKLET,
    "printer.schema.json": PRINTER,
    "office.schema.json": OFFICE,
}

#: A key that may be left out may not be empty: no file of ours holds a null.
NULL = {"type": "null"}


def schema_text(kind: FileKind) -> str:
    """The JSON Schema of one kind of file, as it is written."""
    schema = _tidied(json_schema(kind.model))
    schema.pop("description", None)
    whole = {"$schema": GenerateJsonSchema.schema_dialect, "title": kind.title, **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Write all of them to `folder`, which is made if it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in KINDS.items():
        (folder / name).write_text(schema_text(kind), encoding="utf-8", newline="\n")


def _tidied(node: Any) -> Any:
    """`node` without what an editor has no use for: names of classes, nulls, what programmers should know."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    # A property may be called “title”; what stands under it is then no text.
    tidy = {key: _tidied(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    if not tidy.get("default", True):
        del tidy["default"]
    if isinstance(tidy.get("description"), str):
        tidy["description"] = tidy["description"].split("\n")[0].rstrip(".")
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if NULL in tidy.get("anyOf", ()):
        (left,) = (option for option in tidy.pop("anyOf") if option != NULL)
        tidy |= left
    return tidy


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "schemas"))
