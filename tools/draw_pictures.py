"""Draw the pictures of the booklet "Postcards of Return".

These are drawn illustrations, made by this program and dedicated to this booklet: no photographs, no people.
Licence: CC BY 4.0. The same program gives the same bytes on every run.

    python tools/draw_pictures.py              all of them
    python tools/draw_pictures.py asrat cover  only these

It needs the extra packages of `pip install .[pictures]`.
"""

import argparse
import importlib
from pathlib import Path

from pictures.press import Press

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent / "content"
COVER = "cover"
MOTIFS = tuple(
    sorted(path.stem.replace("_", "-") for path in HERE.glob("pictures/motifs/*.py") if path.stem != "__init__")
)


def target_of(motif: str) -> Path:
    """The file a motif is drawn into."""
    if motif == COVER:
        return CONTENT / "booklets" / "cover.jpg"
    return CONTENT / "stories" / motif / "picture.jpg"


def draw(motif: str) -> Path:
    """Draw one picture and save it."""
    press = Press(motif)
    importlib.import_module(f"pictures.motifs.{motif.replace('-', '_')}").draw(press)
    target = target_of(motif)
    target.parent.mkdir(exist_ok=True)
    press.save(target)
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the booklet's pictures.")
    parser.add_argument("motifs", nargs="*", metavar="motif", help=f"any of: {', '.join(MOTIFS)}; none means all")
    chosen = parser.parse_args().motifs or MOTIFS
    unknown = sorted(set(chosen) - set(MOTIFS))
    if unknown:
        parser.error(f"no such picture: {', '.join(unknown)}")
    for motif in chosen:
        target = draw(motif)
        print(f"{target.relative_to(CONTENT.parent)}  {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
