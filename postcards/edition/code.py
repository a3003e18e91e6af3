"""The code of one page (ISO 32000-1, 7.8.2): what is in force is not said again, and lines of text that follow each
other share a text object.

Most lines of a page have the colour and the font of the one before. Who writes the page, who packs it and everybody
who reads it has half as many instructions to go through.
"""

from __future__ import annotations

from typing import Literal

#: What is set and stays so (8.4 and 9.3), until the graphics state is brought back.
Parameter = Literal["state", "fill", "stroke", "width", "dashes", "font"]

#: Lines as every page begins with them (8.4.1, table 52).
WITHOUT_GAPS = "[] 0 d 0 J"


class PageCode:
    """Writes to the end of `lines`, those of a page on which nothing is set but what every page begins with."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._in_force: dict[Parameter, str] = {"dashes": WITHOUT_GAPS}
        self._kept: list[dict[Parameter, str]] = []
        self._in_text = False

    def set(self, parameter: Parameter, operator: str) -> None:
        """Let `operator` be in force, within a text object or outside (8.2, figure 9)."""
        if self._in_force.get(parameter) != operator:
            self._in_force[parameter] = operator
            self._lines.append(operator)

    def show(self, code: str) -> None:
        """Code of a text object, which stays open for more."""
        if not self._in_text:
            self._lines.append("BT")
            self._in_text = True
        self._lines.append(code)

    def paint(self, code: str) -> None:
        """Code that stands in no text object, and sets nothing that stays."""
        self._leave_text()
        self._lines.append(code)

    def keep(self, code: str) -> None:
        """Keep what is in force, and begin with `code` what `bring_back` ends (8.4.2)."""
        self.paint(f"q {code}")
        self._kept.append(dict(self._in_force))

    def bring_back(self) -> None:
        """Let that be in force again which was when it was kept."""
        self.paint("Q")
        self._in_force = self._kept.pop()

    def end(self) -> str:
        """End the page; all its code."""
        self._leave_text()
        return "\n".join(self._lines)

    def _leave_text(self) -> None:
        if self._in_text:
            self._lines.append("ET")
            self._in_text = False
