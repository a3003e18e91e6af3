"""The outbox: what has been delivered of one booklet in one language, and what our own check refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from postcards.edition.delivery import REJECTED, Counted, deliver, deliver_written
from postcards.manuscript import Booklet
from postcards.problems import Problem

#: What is wrong with a file that lies on the disk and has not got its name yet, and of which so much was written.
CheckWritten = Callable[[Path, Counted], list[str]]


class Outbox(Struct):
    """Filled file by file."""

    folder: Path
    booklet: Booklet
    language: str  # BCP 47
    beside: dict[str, dict[str, str]] = field(default_factory=dict)  # what goes with editions -> its file and digest
    refused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def path(self, name: str, ending: str = ".pdf") -> Path:
        """Where the file called `name` (`print`, `job-ticket`) goes; before the name may stand a folder (`cards/`)."""
        folder, _, last = name.rpartition("/")
        return self.folder / folder / f"{self.booklet.id}_{self.language}_{last}{ending}"

    def file(self, name: str, ending: str = ".pdf") -> str:
        """The same, from this folder."""
        return self.path(name, ending).relative_to(self.folder).as_posix()

    def deliver(self, name: str, write: Callable[[Counted], object], check: CheckWritten) -> Counted | None:
        """Let `write` fill a PDF; what was written, nothing if our own check refused it."""
        path, written = self.path(name), Counted()
        if faults := deliver_written(path, lambda file: write(written.into(file)), lambda file: check(file, written)):
            self.refused.append(name)
            message = f"Our own check refused {path.name}: {'; '.join(faults)}."
            remedy = (
                f"The last good file was left as it was. Do what else is said of {path.name}; if nothing is, it is our"
            )
            remedy += f" fault: please send us {path.name}{REJECTED}."
            problem = Problem("edition.rejected", message, remedy, self.booklet.where)
            self.problems.append(problem.about(booklet=self.booklet.id, language=self.language))
            return None
        return written

    def empty(self) -> Outbox:
        """Another one for the same booklet, with nothing in it."""
        return Outbox(self.folder, self.booklet, self.language)

    def take(self, other: Outbox) -> None:
        """Add what is in another one."""
        self.beside |= other.beside
        self.refused += other.refused
        self.problems += other.problems

    def tell(self, problems: Iterable[Problem]) -> None:
        """Keep findings about a file of this booklet."""
        self.problems += [problem.about(booklet=self.booklet.id, language=self.language) for problem in problems]

    def deliver_beside(self, name: str, write: Callable[[Counted], object], check: CheckWritten, text: str) -> None:
        """Write what goes with the editions, as a PDF and as plain text; neither if our own check refuses the PDF."""
        if written := self.deliver(name, write, check):
            content = text.encode()
            deliver(self.path(name, ".txt"), content, lambda _: [])
            self.beside[name] = {"file": self.file(name), "sha256": written.sha256}
            digest = sha256(content).hexdigest()
            self.beside[f"{name}-text"] = {"file": self.file(name, ".txt"), "sha256": digest}

    def deliver_picture(self, name: str, content: bytes) -> None:
        """Write a picture that goes with an edition, a PNG file."""
        deliver(self.path(name, ".png"), content, lambda _: [])
        self.beside[name] = {"file": self.file(name, ".png"), "sha256": sha256(content).hexdigest()}
