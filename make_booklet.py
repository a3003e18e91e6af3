#!/usr/bin/env python3
"""The one command: stories in, booklets out.

    python3 make_booklet.py                   make all booklets
    python3 make_booklet.py --help            what can be asked for
    python3 make_booklet.py COMMAND ...       any other command of the program
    python3 make_booklet.py --test            check the program itself

The first run makes a folder .venv beside this file and installs there what the program needs; that takes the internet
and a minute. Every later run is offline: a stamp in .venv says for which Python, which folder and which pyproject.toml
it was made, and while it fits nothing is installed. What is left of an interrupted first run is made anew.

Exit codes: those of the command; 3 if the program could not be set up, 130 if it was interrupted.

Needs nothing but Python's own library, and stays readable to Python 3.6, so that an old Python can still say so.
"""

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FOLDER = Path(__file__).resolve().parent
NEEDED = (3, 11)
PYTHON = sys.version_info[:2]
WINDOWS = sys.platform == "win32"

#: What makes Python read paths as UTF-8 whatever the locale says: pip and compiled modules fail at them otherwise.
UTF_8 = {"PYTHONUTF8": "1"}

#: Where a .venv keeps the files that lead Python to editable installs: Linux and macOS, Windows.
PATH_FILES = ("lib/python*/site-packages/*.pth", "Lib/site-packages/*.pth")

#: What `--test` needs beyond the program itself, and what it runs, in this order.
TEST_EXTRAS = ("test",)
CHECKS = (
    ("ruff check", "."),
    ("ruff format --check", "."),
    ("mypy --strict", "postcards"),
    ("pytest",),
)

STAMP = "made-by-make_booklet.txt"
LOCK = Path(".cache", "setup.lock")  # not in .venv, which may be cleared while somebody waits

DOT_SECONDS = 2
WAIT_SECONDS = 0.2
LAST_LINES = 12

SETUP_FAILED = 3
INTERRUPTED = 130


class SetupError(Exception):
    """The program cannot be set up; the text says why and what to do."""


def main(arguments: "list[str]", folder: Path = FOLDER) -> int:
    """Run the command that `arguments` ask for on the project in `folder`; returns the exit code."""
    try:
        refuse_old(PYTHON)
        testing = arguments[:1] == ["--test"]
        extras = TEST_EXTRAS if testing else ()
        if not is_ready(folder, extras):
            set_up(folder, extras, run_step)
        if testing:
            return check_all(folder, arguments[1:])
        return hand_over(folder, command_line(arguments, folder))
    except KeyboardInterrupt:
        return INTERRUPTED
    except SetupError as error:
        print(error, file=sys.stderr)
        return SETUP_FAILED


def refuse_old(version: "tuple[int, int]") -> None:
    """Raise SetupError for a Python that is too old for the program."""
    if version < NEEDED:
        needed, found = (".".join(str(part) for part in numbers) for numbers in (NEEDED, version))
        raise SetupError(
            f"This is Python {found}; Postcards of Return needs Python {needed} or newer.\n"
            f"Install one from https://www.python.org/downloads/ and run: python{needed} make_booklet.py"
        )


def command_line(arguments: "Sequence[str]", folder: Path) -> "list[str]":
    """What the program is called with: a command, by default `build`, and the project folder unless one is named."""
    command, *rest = arguments if arguments and not arguments[0].startswith("-") else ["build", *arguments]
    if not any(argument.split("=")[0] == "--project" for argument in rest):
        rest = ["--project", str(folder), *rest]
    return [command, *rest]


def environment_python(folder: Path) -> Path:
    """The Python in the folder's .venv, whether it is there or not."""
    return folder / ".venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")


def stamp(folder: Path, extras: "Sequence[str]", version: "tuple[int, int]" = PYTHON) -> "tuple[str, str]":
    """What .venv is made for: first the Python and the place, then the requirements. Two SHA-256 digests."""
    place = f"{sys.implementation.name} {version[0]}.{version[1]} ".encode() + os.fsencode(str(folder))
    try:
        wanted = (folder / "pyproject.toml").read_bytes() + " ".join(extras).encode()
    except OSError:
        raise SetupError(
            f"There is no pyproject.toml in {folder}.\nCopy the whole folder of the program again."
        ) from None
    return hashlib.sha256(place).hexdigest(), hashlib.sha256(wanted).hexdigest()


def is_ready(folder: Path, extras: "Sequence[str]", version: "tuple[int, int]" = PYTHON) -> bool:
    """Whether .venv is whole, belongs here and holds what is needed, more of it or not."""
    found = _stamp_found(folder)
    return bool(found) and found in {" ".join(stamp(folder, held, version)) for held in (tuple(extras), TEST_EXTRAS)}


def set_up(folder: Path, extras: "Sequence[str]", run: "Callable[[Sequence[str], Path], None]") -> None:
    """Make .venv ready for `extras`, each step by `run`; raises SetupError. Others who start meanwhile wait."""
    with _lock(folder):
        if is_ready(folder, extras):
            return
        place, wanted = stamp(folder, extras)
        print("Setting up Postcards of Return; this takes a minute, once ", end="", file=sys.stderr, flush=True)
        python = environment_python(folder)
        stamped = folder / ".venv" / STAMP
        try:
            sound = _stamp_found(folder).split(" ")[0] == place
            stamped.unlink(missing_ok=True)
            if not sound:
                _require_venv()
                # The interpreter behind a virtual environment: the one in hand may be the .venv that goes.
                base = getattr(sys, "_base_executable", None) or sys.executable
                if stamped.parent.is_symlink():
                    stamped.parent.unlink()  # clearing would go on behind the link
                run([base, "-I", "-m", "venv", "--clear", str(folder / ".venv")], folder)
            requirement = f".[{','.join(extras)}]" if extras else "."
            pip = [str(python), "-P", "-m", "pip", "--disable-pip-version-check", "--no-input"]
            run([*pip, "install", "--quiet", "--editable", requirement], folder)
            _lead_from_within(folder)
            stamped.write_text(f"{place} {wanted}", encoding="utf-8")
        except OSError as error:
            raise _not_writable(folder, error) from None
        finally:
            print(file=sys.stderr)


def run_step(command: "Sequence[str]", folder: Path) -> None:
    """Run `command` in `folder` with a dot now and then; raises SetupError with its last lines if it fails."""
    environment = {**os.environ, **UTF_8, "PIP_USER": "0"}  # an office's own PIP_USER would be an error in a .venv
    environment.pop("PYTHONPATH", None)
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(
            command, cwd=str(folder), env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            while child.poll() is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(DOT_SECONDS)
                print(".", end="", file=sys.stderr, flush=True)
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()
        output.seek(0)
        lines = output.read().decode("utf-8", "replace").splitlines()[-LAST_LINES:]
    if child.returncode:
        raise SetupError(
            "\n".join([*(f"    {line}" for line in lines), "Setting up did not work; above is what was said last."])
            + "\nThe first run needs the internet and about 300 MB of disk. Check both and run the command again."
        )


def check_all(folder: Path, arguments: "Sequence[str]") -> int:
    """Run all checks of the program itself, `arguments` going to pytest; returns 1 if any failed."""
    failed = []
    for name, *targets in CHECKS:
        print(f"--- {name}", flush=True)
        wanted = list(arguments) if name == "pytest" else targets
        if subprocess.call([*_python_here(folder), "-m", *name.split(), *wanted], cwd=str(folder)):
            failed.append(name)
    print(f"--- failed: {', '.join(failed)}" if failed else "--- all checks passed", flush=True)
    return 1 if failed else 0


def hand_over(folder: Path, arguments: "Sequence[str]") -> int:
    """Become the program; comes back, with its exit code, only on Windows, where a process cannot be replaced."""
    command = [*_python_here(folder), "-m", "postcards.cli", *arguments]
    if WINDOWS:
        return subprocess.call(command)
    try:
        os.execv(command[0], command)
    except OSError as error:
        raise SetupError(
            f"{command[0]} does not run: {error.strerror}.\nDelete the folder .venv and try again."
        ) from None


def _python_here(folder: Path) -> "list[str]":
    """The .venv's Python, told where the program lies, and to look there first.

    -P: a `yaml.py` in the current folder is none of ours.
    """
    os.environ.update(UTF_8, PYTHONPATH=os.fsdecode(folder))
    return [str(environment_python(folder)), "-P"]


def _stamp_found(folder: Path) -> str:
    """The stamp in .venv; empty if there is none, or no Python either."""
    try:
        found = (folder / ".venv" / STAMP).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return found if environment_python(folder).exists() else ""


def _lead_from_within(folder: Path) -> None:
    """Name the project's folder relative to the .pth file that pip wrote of it.

    Python reads .pth files in the locale's encoding, and where that is C it would not even start if the folder's path
    had other letters than English.
    """
    for pattern in PATH_FILES:
        for path_file in (folder / ".venv").glob(pattern):
            if path_file.read_bytes().strip() == os.fsencode(str(folder)):
                path_file.write_text(os.path.relpath(str(folder), str(path_file.parent)), encoding="ascii")


def _require_venv() -> None:
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        version = ".".join(str(part) for part in PYTHON)
        raise SetupError(
            "Python's own tool for making a .venv is not installed.\n"
            f"On Debian and Ubuntu run: sudo apt install python{version}-venv, elsewhere install Python again."
        )


@contextlib.contextmanager
def _lock(folder: Path) -> "Iterator[None]":
    """Hold the project's setup lock: `flock` where there is one, else `locking`. A dead owner frees both."""
    try:
        (folder / LOCK).parent.mkdir(exist_ok=True)
        lock = (folder / LOCK).open("a")
    except OSError as error:
        raise _not_writable(folder, error) from None
    with lock:
        if not _try_lock(lock.fileno()):
            print("Another window is setting up; waiting for it.", file=sys.stderr, flush=True)
            while not _try_lock(lock.fileno()):
                time.sleep(WAIT_SECONDS)
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # some network drives know no locks: better two at once than none
    return True


def _not_writable(folder: Path, error: OSError) -> SetupError:
    return SetupError(
        f"The program cannot be set up in {folder}: {error.strerror}.\n"
        "Copy the whole folder to a place where you may write, such as your documents, and run the command there."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
