"""The paragraph that Knuth and Plass broke, set as TeX sets it: the same lines and the same demerits.

The answers in `olden_times.json` are TeX's own, see `tools/ask_tex.py`; widths are in its scaled points.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postcards.composition.items import Box, Glue, Item, Paragraph, Penalty
from postcards.composition.judging import Setting
from postcards.composition.linebreak import break_lines

OLDEN_TIMES: dict[str, Any] = json.loads(Path(__file__).with_name("olden_times.json").read_text("utf-8"))
ANSWERS: list[dict[str, Any]] = OLDEN_TIMES["answers"]

#: Plain TeX's \\hyphenpenalty and \\exhyphenpenalty, and the space factor from which on a space is wide.
HYPHEN_PENALTY, WIDE = 50, 2000


def items(answer: dict[str, Any]) -> tuple[list[Item], list[str]]:
    """The paragraph with the answer's indent and parameters, and the letters of each item."""
    cost = answer["parameters"].get("hyphenpenalty", HYPHEN_PENALTY)
    found: list[Item] = [Box(answer["indent"])]
    letters = [""]
    for kind, *details in OLDEN_TIMES["items"]:
        letters.append("")
        if kind == "box":
            letters[-1] = "".join(filter(str.isalpha, details[0]))
            found.append(Box(details[1]))
        elif kind == "space":
            found.append(space(details[0], "raggedright" in answer["parameters"]))
        else:
            hyphen = kind == "hyphen"
            found.append(Penalty(cost if hyphen else HYPHEN_PENALTY, OLDEN_TIMES["hyphen"] * hyphen, flagged=True))
    return found, letters


def space(factor: int, ragged: bool) -> Glue:
    """A space of cmr10 after a sign of this factor (The TeXbook, chapter 12)."""
    if ragged:
        return Glue(OLDEN_TIMES["ragged"]["wide" if factor >= WIDE else "width"])
    normal = OLDEN_TIMES["space"]
    width = normal["width"] + (normal["extra"] if factor >= WIDE else 0)
    return Glue(width, normal["stretch"] * factor // 1000, normal["shrink"] * 1000 // factor)


def setting(parameters: dict[str, int]) -> Setting:
    """TeX's parameters under our names."""
    usual = Setting()
    return Setting(
        rag=OLDEN_TIMES["ragged"]["rag"] if "raggedright" in parameters else 0,
        line_penalty=parameters.get("linepenalty", usual.line_penalty),
        tolerance=parameters["tolerance"],
        double_hyphen_demerits=parameters.get("doublehyphendemerits", usual.double_hyphen_demerits),
        final_hyphen_demerits=parameters.get("finalhyphendemerits", usual.final_hyphen_demerits),
        adjacent_demerits=parameters.get("adjdemerits", usual.adjacent_demerits),
    )


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: f"{answer['measure']} {answer['parameters']}")
def test_lines_and_demerits_are_those_of_tex(answer: dict[str, Any]) -> None:
    paragraph, letters = items(answer)
    broken = break_lines(Paragraph(paragraph), answer["measure"], setting(answer["parameters"]))
    lines, start = [], 0
    for end in broken.ends:
        lines.append("".join(letters[start:end]))
        start = end
    assert lines == answer["lines"]
    assert broken.demerits == answer["demerits"]


def test_the_answers_differ() -> None:
    """Measures and parameters at which TeX gives the same lines would prove nothing."""
    assert len({tuple(answer["lines"]) for answer in ANSWERS}) >= 6
    assert len({answer["demerits"] for answer in ANSWERS}) >= 8
