"""The outbox: what has been delivered of one booklet in one language, and what our own check refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from postcards.edition.delivery import REJECTED, Check, deliver
from postcards.manuscript import Booklet
from postcards.problems import Problem


@dataclass(slots=True)
class Outbox:
    """Filled file by file."""

    folder: Path
    booklet: Booklet
    language: str  # BCP 47
    beside: dict[str, dict[str, str]] = field(default_factory=dict)  # what goes with editions -> its file and digest
    refused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def path(self, name: str, ending: str = ".pdf") -> Path:
        """Where the file called `name` (`print`, `job-ticket`) goes."""
        return self.folder / f"{self.booklet.id}_{self.language}_{name}{ending}"

    def deliver(self, name: str, content: bytes, check: Check) -> bool:
        """Write a PDF; whether our own check let it pass."""
        path = self.path(name)
        if faults := deliver(path, content, check):
            self.refused.append(name)
            message = f"Our own check refused {path.name}: {'; '.join(faults)}."
            remedy = f"The last good file was left as it was. Please send us {path.name}{REJECTED}: it is our fault."
            problem = Problem("edition.rejected", message, remedy, self.booklet.where)
            self.problems.append(problem.about(booklet=self.booklet.id, language=self.language))
            return False
        return True

    def deliver_beside(self, name: str, content: bytes, check: Check, text: str) -> None:
        """Write what goes with the editions, as a PDF and as plain text; neither if our own check refuses the PDF."""
        if self.deliver(name, content, check):
            deliver(self.path(name, ".txt"), text.encode(), lambda _: [])
            for what, ending, written in ((name, ".pdf", content), (f"{name}-text", ".txt", text.encode())):
                file = self.path(name, ending).name
                self.beside[what] = {"file": file, "sha256": sha256(written).hexdigest()}
