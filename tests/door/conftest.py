"""One build for all tests: each gets a copy of the project with its last good files."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import Office, copy_office, new_office


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A faultless project and everything that is built from it; not to be changed."""
    office = new_office(tmp_path_factory.mktemp("good") / "project")
    assert office.build().code == 0
    return office


@pytest.fixture
def office(good: Office, tmp_path: Path) -> Office:
    """A copy to change."""
    return copy_office(good, tmp_path / "project")
