"""One target under libFuzzer, which changes inputs and keeps those that lead somewhere new in the code (atheris).

    python tests/fuzz/drive.py TARGET [options and folders of libFuzzer]

Run by `run.py`. Our modules are watched, and PyYAML's own that are written in Python.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["postcards", "yaml"]):
    import targets


def main(name: str, options: list[str]) -> None:
    """Look for trouble until libFuzzer's time is up, or there is some."""
    target, budget = targets.TARGETS[name], targets.Budget()

    def try_one(data: bytes) -> None:
        target.guide(data)
        budget.spend(target.check, data)

    def change(data: bytes, longest: int, _seed: int) -> bytes:
        return target.mended(atheris.Mutate(data, longest))[:longest]

    atheris.Setup([sys.argv[0], f"-max_len={target.longest}", *options], try_one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
