"""Asks TeX how it breaks the paragraph that Knuth and Plass broke (their figures 5 to 8), and writes its answers down.

    python tools/ask_tex.py > tests/composition/olden_times.json

Needs plain TeX (Debian: texlive-base). The text is from the Grimms' “The Frog King” as Margaret Hunt translated it in
1884; words are parted where TeX's patterns part them. Widths are TeX's own, in scaled points (65 536 to the point).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = (
    r"In olden times when wish\-ing still helped one, there lived a king whose daugh\-ters were all beau\-ti\-ful; "
    r"and the youngest was so beau\-ti\-ful that the sun it\-self, which has seen so much, was as\-ton\-ished "
    r"when\-ever it shone in her face. Close by the king's cas\-tle lay a great dark for\-est, and un\-der an old "
    r"lime-tree in the for\-est was a well, and when the day was very warm, the king's child went out into the "
    r"for\-est and sat down by the side of the cool foun\-tain; and when she was bored she took a golden ball, and "
    r"threw it up on high and caught it; and this ball was her favorite play\-thing."
)

#: A word's parts, and what stands between them.
PARTS = re.compile(r"(\\-|(?<=lime)-)")

#: Measure, indent, and what is set beside plain TeX's parameters.
CASES = (
    ("3in", "20pt", {"tolerance": 200}),
    ("2.5in", "20pt", {"tolerance": 1000}),
    ("4.5in", "20pt", {"tolerance": 200}),
    ("2in", "20pt", {"tolerance": 9999}),
    ("5in", "0pt", {"tolerance": 9999}),
    ("3in", "20pt", {"tolerance": 200, "linepenalty": 1, "adjdemerits": 0, "hyphenpenalty": 500}),
    ("3in", "20pt", {"tolerance": 200, "doublehyphendemerits": 0, "finalhyphendemerits": 50000}),
    ("3in", "0pt", {"tolerance": 9999, "raggedright": 1}),
    ("2.5in", "20pt", {"tolerance": 9999, "raggedright": 1}),
)


def tex(source: str) -> str:
    """What TeX logs of a file."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "ask.tex").write_text(source + "\n\\bye\n", encoding="ascii")
        subprocess.run(["tex", "-interaction=batchmode", "ask.tex"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        return Path(folder, "ask.log").read_text(encoding="ascii")


def items() -> list[list[object]]:
    """The paragraph: boxes with their text, spaces with the factor TeX stretches them by, hyphens, the dash."""
    found: list[list[object]] = []
    for word in TEXT.split(" "):
        if found:
            found.append(["space", factor(str(found[-1][1]))])
        parts = PARTS.split(word)
        for part, after in zip(parts[::2], [*parts[1::2], ""], strict=True):
            found.append(["box", part + (after if after == "-" else "")])
            if after:
                found.append(["hyphen" if after == r"\-" else "dash"])
    return found


def factor(word: str) -> int:
    """The space factor after a word, thousandths (The TeXbook, chapter 12)."""
    return {",": 1250, ";": 1500, ":": 2000, ".": 3000}.get(word[-1], 1000)


def measured(found: list[list[object]]) -> dict[str, object]:
    """The widths that TeX gives to all of it."""
    boxes = [str(item[1]) for item in found if item[0] == "box"]
    asked = [rf"\setbox0\hbox{{{text}}}\immediate\write-1{{W:\number\wd0}}" for text in [*boxes, "-"]]
    names = [rf"\number\fontdimen{number}\tenrm" for number in (2, 3, 4, 7)]
    asked.append(r"\immediate\write-1{S:" + ",".join(names) + "}")
    asked.append(r"\raggedright\immediate\write-1{R:\number\spaceskip,\number\xspaceskip}")
    asked.append(r"\dimen0=2em\immediate\write-1{G:\number\dimen0}")
    log = tex("\n".join(asked))
    widths = [int(width) for width in re.findall(r"^W:(\d+)", log, re.MULTILINE)]
    (spaces,) = re.findall(r"^S:(\S+)", log, re.MULTILINE)
    (ragged,) = re.findall(r"^R:(\S+)", log, re.MULTILINE)
    (rag,) = re.findall(r"^G:(\d+)", log, re.MULTILINE)
    supply = iter(widths)
    return {
        "items": [[*item, next(supply)] if item[0] == "box" else item for item in found],
        "hyphen": widths[-1],
        "space": dict(zip(("width", "stretch", "shrink", "extra"), map(int, spaces.split(",")), strict=True)),
        "ragged": {"width": int(ragged.split(",")[0]), "wide": int(ragged.split(",")[1]), "rag": int(rag)},
    }


def answer(measure: str, indent: str, parameters: dict[str, int]) -> dict[str, object]:
    """TeX's lines, letters only, and its demerits."""
    settings = "".join(
        rf"\{name} " if name == "raggedright" else rf"\{name}={value} " for name, value in parameters.items()
    )
    start = r"\setbox0\hbox to" + measure + r"{}\immediate\write-1{W:\number\wd0}\dimen0=" + indent
    start += r"\immediate\write-1{I:\number\dimen0}"
    log = tex(
        rf"{start}\tracingparagraphs=1 \pretolerance=-1 \hsize={measure} \parindent={indent} {settings}{TEXT}\par"
    )
    ends, before, text = {}, {}, ""
    demerits = 0
    for line in log.partition(r"\tenrm")[2].splitlines():
        if node := re.match(r"@@(\d+): line \d+\.\d-? t=(\d+) -> @@(\d+)", line):
            ends[int(node[1])], before[int(node[1])], demerits = letters(text), int(node[3]), int(node[2])
        elif not line.startswith("@"):
            text += line
    node_number, lines = max(ends), []
    while node_number:
        earlier = ends.get(before[node_number], "")
        lines.append(ends[node_number][len(earlier) :])
        node_number = before[node_number]
    numbers = {name: int(re.findall(rf"^{name}:(\d+)", log, re.MULTILINE)[0]) for name in "WI"}
    return {
        "measure": numbers["W"],
        "indent": numbers["I"],
        "parameters": parameters,
        "lines": lines[::-1],
        "demerits": demerits,
    }


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


if __name__ == "__main__":
    paragraph = measured(items())
    paragraph["answers"] = [answer(*case) for case in CASES]
    json.dump(paragraph, sys.stdout, indent=None, separators=(",", ":"))
    sys.stdout.write("\n")
