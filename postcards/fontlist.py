"""`fonts/fonts.yaml` as it stands, read where all else is; `composition.fonts` makes a shelf of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from postcards.problems import ProjectError


def read_list(folder: Path) -> Any:
    """What the file says, checked by nobody yet; raises ProjectError where it is no YAML."""
    import yaml  # who is handed what it says needs nothing that reads

    try:
        return yaml.load((folder / "fonts.yaml").read_bytes(), yaml.CSafeLoader)
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise unusable(error) from None


def unusable(why: Exception) -> ProjectError:
    """The error for a file that no shelf can be made of."""
    return ProjectError(f"fonts/fonts.yaml cannot be used: {why}.", "Compare it with the program's own.")
