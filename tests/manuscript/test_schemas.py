"""The JSON Schemas that editors read are those of the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postcards.manuscript.schemas import KINDS, schema_text, write_schemas

CHECKED_IN = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_that_is_checked_in_is_the_programs(name: str) -> None:
    again = "run: python -m postcards.manuscript.schemas"
    assert (CHECKED_IN / name).read_text("utf-8") == schema_text(KINDS[name]), again


def test_a_schema_says_which_keys_there_are_and_which_words(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new")
    story = json.loads((tmp_path / "new" / "story.schema.json").read_text("utf-8"))
    assert story["additionalProperties"] is False
    assert "photo" in story["properties"]
    assert "photo" not in story["required"]
    assert "slug" not in story["properties"], "the folder's name, no key"
    assert story["properties"]["tone"]["enum"] == ["positive", "mixed", "negative"]
    assert {path.name for path in (tmp_path / "new").iterdir()} == {*KINDS}
