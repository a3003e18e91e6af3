"""veraPDF's word on finished files, where the user has it: the reference for PDF/UA-1 (ISO 14289-1:2014).

It is a program of its own, in Java. All files are given to one process, which gets a bounded time; what it finds comes
back as faults in our words (`clauses.py`), with the clause, and veraPDF's own words as their detail.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from msgspec import Struct

from postcards.preflight.clauses import plainly
from postcards.preflight.demands import Fault
from postcards.preflight.rulebook import Found

#: The environment's variable that names the program, or a folder of its jars.
VARIABLE = "VERAPDF"

#: The class in the jars that takes a command line, and the flavour that is PDF/UA-1.
MAIN, FLAVOUR = "org.verapdf.apps.GreenfieldCliWrapper", "ua1"

#: Seconds until it is given up: to start on a busy machine, and for each file; it takes two, and a third of one.
STARTING, EACH = 60, 30

#: Java takes names of files with letters beyond ASCII apart in any other locale.
LOCALE = {"LC_ALL": "C.UTF-8"}

#: How much of veraPDF's own words is told.
MOST_WORDS = 300


class Result(Struct, frozen=True):
    """What it says of one of them."""

    checks: int = 0
    failed: int = 0
    found: tuple[Found, ...] = ()


class Verdict(Struct, frozen=True):
    """What veraPDF says of some files."""

    version: str  # empty where it gave no answer
    results: Mapping[str, Result]  # by the file's whole path

    def of(self, path: Path) -> tuple[Found, ...]:
        return self.results[str(path.resolve())].found

    def summary(self) -> str:
        if not self.version:
            return "veraPDF gave no answer."
        files = "1 file" if len(self.results) == 1 else f"{len(self.results)} files"
        return f"veraPDF {self.version}: {files}, {self.checks} checks of PDF/UA-1, {self.failed} failed"

    def as_json(self) -> dict[str, Any]:
        return {"version": self.version, "files": len(self.results), "checks": self.checks, "failed": self.failed}

    @property
    def checks(self) -> int:
        return sum(result.checks for result in self.results.values())

    @property
    def failed(self) -> int:
        return sum(result.failed for result in self.results.values())


class _SilentError(Exception):
    """It is there and gave no answer."""


def second_opinion(paths: Sequence[Path]) -> Verdict | None:
    """What veraPDF says of the files; nothing where the user has none.

    A proof that was to be had and could not be made is none passed: where veraPDF gives no answer, each file has a
    finding that says so.
    """
    try:
        command = _program()
        return _ask(command, paths) if command else None
    except _SilentError as reason:
        fault = Fault("veraPDF could not be asked.", f"Look whether {VARIABLE} or the PATH leads to it.", str(reason))
        silent = Result(found=(Found("verapdf", fault),))
        return Verdict("", {str(path.resolve()): silent for path in paths})


def _program() -> tuple[str, ...] | None:
    """The command that starts veraPDF; nothing where the user has none.

    Raises _SilentError where the environment names one that is not there: whoever asks for a proof gets one, or none.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        found = shutil.which("verapdf")
        return (found,) if found else None
    if Path(named).is_dir():
        java = shutil.which("java")
        if java is None or not any(Path(named).glob("*.jar")):
            raise _SilentError(f"{VARIABLE} names {named}: no jars in it" if java else "there is no java on the PATH")
        return java, "-cp", str(Path(named) / "*"), MAIN
    found = shutil.which(named)
    if found is None:
        raise _SilentError(f"{VARIABLE} names {named}, which is no program and no folder")
    return (found,)


def _ask(command: Sequence[str], paths: Sequence[Path]) -> Verdict:
    """What veraPDF says of the files at `paths`; raises _SilentError if it says nothing."""
    files = sorted({str(path.resolve()) for path in paths})
    options = ("--flavour", FLAVOUR, "--format", "json", "--maxfailuresdisplayed", "1", "--nonpdfext")
    said = _run([*command, *options, *files], STARTING + EACH * len(files))
    try:
        report = json.loads(said)["report"]
        version = next(part["version"] for part in report["buildInformation"]["releaseDetails"] if part["id"] == "core")
        results = {str(job["itemDetails"]["name"]): _result(job) for job in report["jobs"]}
    except (ValueError, LookupError, TypeError, StopIteration) as error:
        raise _SilentError(f"its report cannot be read ({error!r})") from None
    missing = set(files) - set(results)
    if missing:
        raise _SilentError(f"it says nothing of {Path(min(missing)).name}")
    return Verdict(version, results)


def _run(command: list[str], seconds: float) -> bytes:
    """What the program prints; its exit code says what its report says."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        try:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=complained,
                env=os.environ | LOCALE,
                start_new_session=True,
            )
        except OSError as error:
            raise _SilentError(error.strerror or "it cannot be started") from None
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            raise _SilentError(f"it did not answer within {seconds:.0f} seconds") from None
        finally:
            _end(child)
        answer = _read(said)
        if not answer.strip():
            lines = _read(complained).decode(errors="replace").strip().splitlines() or ["no word"]
            raise _SilentError(f"it left with {child.returncode}: {lines[-1][:MOST_WORDS]}")
        return answer


def _end(child: subprocess.Popen[bytes]) -> None:
    """End it, if it still runs, and the Java that a starting script has started."""
    if child.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
        child.wait()


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _result(job: Mapping[str, Any]) -> Result:
    if "validationResult" not in job:
        detail = str(job.get("taskException", {}).get("exceptionMessage", ""))[:MOST_WORDS]
        fault = Fault("veraPDF cannot read the file.", "Make it again, or copy it again if it was sent.", detail)
        return Result(1, 1, (Found("verapdf", fault),))
    details = job["validationResult"][0]["details"]
    passed, failed = int(details["passedChecks"]), int(details["failedChecks"])
    return Result(passed + failed, failed, tuple(_faults(details["ruleSummaries"])))


def _faults(summaries: Sequence[Mapping[str, Any]]) -> Iterator[Found]:
    for rule in summaries:
        clause, test = rule["clause"], rule["testNumber"]
        first = (rule.get("checks") or [{}])[0]
        context = str(first.get("context", ""))
        page = re.search(r"/pages\[(\d+)\]", context)
        said = str(first.get("errorMessage") or rule["description"])[:MOST_WORDS]
        message, remedy = plainly(clause, test)
        detail = f"ISO 14289-1, {clause}, test {test}, {rule['failedChecks']} times: {said} ({context[-MOST_WORDS:]})"
        yield Found(f"verapdf-{clause}-{test}", Fault(message, remedy, detail, int(page[1]) + 1 if page else 0))
