#!/usr/bin/env python3
"""Look for inputs that break a reader: all targets at once.

    python tests/fuzz/run.py [--seconds 60] [--seed N] [--findings FOLDER] [TARGET ...]

What is found lies in FOLDER/TARGET (.cache/fuzz), with what the target said in FOLDER/TARGET.log and, in FOLDER/TARGET/
seen, the inputs that a longer run goes on from. A finding becomes a fix and, under a name that says what it shows, a
file in corpus/TARGET, which pytest tries on every machine. Needs `atheris` (pip install '.[fuzz]').
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
NAMES = tuple(sorted(folder.name for folder in (HERE / "corpus").iterdir() if folder.is_dir()))

#: An input that has not come to an end by then never will (seconds): what ends is measured, see `targets.SECONDS`.
ENDLESS = 60

#: Memory at which the target is stopped from outside (MB): what ends is measured, see `targets.MEGABYTES`.
BURSTING = 1_500

#: What libFuzzer says as it goes: inputs tried, places in the code that were reached, differences between ways through
#: it, inputs kept.
_GOING = re.compile(r"#(\d+)\s.*cov: (\d+) ft: (\d+) corp: (\d+)/")
_SPEED = re.compile(r"stat::average_exec_per_sec: +(\d+)")

#: How libFuzzer names an input that is a finding.
KINDS = ("crash-", "timeout-", "oom-")

LAST_LINES = 40


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(NAMES)}; all, if none is named"
    )
    parser.add_argument("--seconds", type=int, default=60, help="how long each is tried")
    parser.add_argument("--seed", type=int, default=0, help="of chance: with the same, the same is tried (0: another)")
    parser.add_argument("--findings", type=Path, default=PROJECT / ".cache" / "fuzz", help="where findings are kept")
    arguments = parser.parse_args()
    if unknown := sorted({*arguments.targets} - {*NAMES}):
        parser.error(f"there is no target {', '.join(unknown)}; there are {', '.join(NAMES)}")
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: python -m pip install '.[fuzz]' (Linux).", file=sys.stderr)
        return 1
    names = arguments.targets or NAMES
    with ThreadPoolExecutor(len(names)) as executor:
        sound = [*executor.map(lambda name: fuzz(name, arguments), names)]
    return 0 if all(sound) else 1


def fuzz(name: str, arguments: argparse.Namespace) -> bool:
    """Try one target, and print what came of it; false if something was found."""
    found, log = arguments.findings / name, arguments.findings / f"{name}.log"
    seen = found / "seen"
    seen.mkdir(parents=True, exist_ok=True)
    before = {*found.iterdir()}
    options = [
        f"-max_total_time={arguments.seconds}",
        f"-seed={arguments.seed}",
        f"-timeout={ENDLESS}",
        f"-rss_limit_mb={BURSTING}",
        f"-dict={HERE / 'words' / f'{name}.dict'}",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
    ]
    command = [sys.executable, str(HERE / "drive.py"), name, *options, str(seen), str(HERE / "corpus" / name)]
    # libFuzzer ends without tidying up.
    with log.open("wb") as said, tempfile.TemporaryDirectory() as room:
        environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TMPDIR": room}
        code = subprocess.run(command, env=environment, stdout=said, stderr=subprocess.STDOUT, cwd=PROJECT).returncode
    text = log.read_text("utf-8", "replace")
    new = sorted(path for path in {*found.iterdir()} - before if path.name.startswith(KINDS))
    print(f"{name}: {_summary(text)}", flush=True)
    if code or new:
        last = "\n".join(text.splitlines()[-LAST_LINES:])
        print(f"{last}\n{name}: FAILED; see {log}", *(f"{name}: the input is {path}" for path in new), sep="\n")
    return not code and not new


def _summary(text: str) -> str:
    going, speed = _GOING.findall(text), _SPEED.findall(text)
    if not going:
        return "not one input was tried"
    tried, places, ways, kept = going[-1]
    rate = f"{speed[-1]} a second, " if speed else ""
    return f"{tried} inputs, {rate}{places} places in the code, {ways} features, {kept} inputs kept"


if __name__ == "__main__":
    sys.exit(main())
