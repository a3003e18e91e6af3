"""A test's own measurements, taken in a process that has done nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def measured(module: Path) -> dict[str, dict[str, Any]]:
    """What running the test module `module` says, an object of JSON a line."""
    folders = (module.parents[2], module.parents[1], module.parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders))}
    ran = subprocess.run([sys.executable, str(module)], env=environment, capture_output=True, check=True, text=True)
    assert ran.stderr == ""
    return {name: answer for line in ran.stdout.splitlines() for name, answer in json.loads(line).items()}
