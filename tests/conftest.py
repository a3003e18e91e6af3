"""Settings of every test, and what the summary says about checks whose tools are not on this computer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, so that a failure is about the change at hand; no clock decides.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what did not run in full; where CI is set the same checks fail instead."""
    if os.environ.get("CI"):
        return
    if not Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode")).is_dir():
        terminalreporter.write_line(
            "Only samples of Unicode's bidi test files were run: install Debian's package unicode-data for all of them."
        )
    if "POSTCARDS_READERS" not in os.environ:
        terminalreporter.write_line(
            "Texts were read back with pdfium alone: set POSTCARDS_READERS=pdfium,poppler,pdfjs for the other readers."
        )
