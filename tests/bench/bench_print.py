"""What the print edition costs beside what has to be done anyway: 128 pages with 64 camera photos. Run by hand.

    python tests/bench/bench_print.py                  a table; takes some minutes, most of it to make the photos
    python tests/bench/bench_print.py --keep DIR       the project stays in DIR, and is used again

Cold: a whole build of the print edition on two processors, beside Pillow's bare decoding, cutting to size, converting
and encoding of the same photos in two processes; with the photos ready the same build tells what the rest takes. Warm,
in one process and one run: the edition's photos out of the cache and its pages into a file, beside ReportLab's placing
of the same photos, without any text. Peaks are the largest resident memory of any one process (MiB).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from processes import Run, measured

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

STORIES, PAGES = 64, 128
CAMERA = (4000, 3000)
ROUNDS = 5  # of what is warm; medians are told

#: The booklet's frames: a photo of a spread at 300 ppi.
FRAME = (1819, 815)
INK_QUALITY = 88

BOOKLET = """\
stories: all
layout: spread
languages: [en]
editions: [print]
issue: 2026-1
date: 2026-11-01
binding: perfect
paper: 100
"""


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the print edition.")
    parser.add_argument("--keep", type=Path, help="folder for the project")
    parser.add_argument("--one", choices=("bare",), help=argparse.SUPPRESS)
    wish = parser.parse_args(arguments)
    if wish.one:
        print(json.dumps(bare(wish.keep)))
        return
    with tempfile.TemporaryDirectory() as folder:
        project = (wish.keep or Path(folder)).resolve()
        if not (project / "content").exists():
            make_project(project)
        _tell(project)


def _tell(project: Path) -> None:
    ours, theirs = _cold(project)
    _row("cold", "print edition, whole process", ours.seconds, ours.peak)
    _row("cold", "Pillow alone, two processes", theirs["seconds"])
    print(f"       the one takes {ours.seconds / theirs['seconds']:.2f} times the other")
    again = _build(project)
    _row("warm", "print edition, whole process", again.seconds, again.peak)
    print(f"       what the photos took is {(ours.seconds - again.seconds) / theirs['seconds']:.2f} times Pillow's")
    found = warm(project)
    _row("warm", "photos and pages, in one run", found["ours"])
    _row("warm", "ReportLab, in the same run", found["theirs"])
    print(f"       the one takes {found['ours'] / found['theirs']:.2f} times the other")


def _row(state: str, title: str, seconds: float, peak: float = 0.0) -> None:
    print(f"{state:<7}{title:<30}{seconds:8.2f} s" + (f"{peak:8.0f} MiB" if peak else ""), flush=True)


def _cold(project: Path) -> tuple[Run, Any]:
    for entry in (project / "out" / ".cache").glob("*"):
        entry.unlink()
    ours = _build(project)
    return ours, json.loads(_alone(project, "bare").printed)


def _build(project: Path) -> Run:
    """Everything but the photos is made anew."""
    for record in (project / "out" / ".cache").glob("made-*"):
        record.unlink()
    command = [sys.executable, "-m", "postcards.cli", "build", "-j", "2", "--project", str(project)]
    return measured(command, {**os.environ, "PYTHONPATH": str(REPOSITORY)})


def _alone(project: Path, what: str) -> Run:
    return measured([sys.executable, __file__, "--one", what, "--keep", str(project)])


def make_project(project: Path) -> None:
    """64 stories out of the repository's, each with a photo of its own as a camera writes it."""
    content = REPOSITORY / "content"
    for path in ("places.yaml", "languages/en.yaml"):
        _write(project / "content" / path, (content / path).read_bytes())
    _write(project / "content" / "booklets" / "bench.yaml", BOOKLET.encode())
    sources = [path.parent for path in sorted((content / "stories").glob("*/picture.jpg"))]
    for number in range(STORIES):
        source, folder = sources[number % len(sources)], project / "content" / "stories" / f"story-{number:02d}"
        _write(folder / "story.yaml", (source / "story.yaml").read_bytes())
        _write(folder / "en.yaml", (source / "en.yaml").read_bytes())
        _write(folder / "picture.jpg", camera_photo(source / "picture.jpg", number))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def camera_photo(source: Path, number: int) -> bytes:
    """12 megapixels with a sensor's grain, about 5 MB."""
    import io

    from PIL import Image, ImageChops

    grain = Image.frombytes("L", (1000, 750), random.Random(number).randbytes(750_000))
    grain = grain.resize(CAMERA, Image.Resampling.BICUBIC).point([round(level / 8) for level in range(256)])
    with Image.open(source) as picture:
        large = picture.convert("RGB").resize(CAMERA, Image.Resampling.BICUBIC)
    file = io.BytesIO()
    ImageChops.subtract(large, Image.merge("RGB", [grain] * 3)).save(file, "JPEG", quality=92)
    return file.getvalue()


def bare(project: Path) -> dict[str, float]:
    """Pillow's own time for the photos, in two processes."""
    photos = sorted((project / "content" / "stories").glob("*/picture.jpg"))
    began = time.perf_counter()
    with get_context("fork").Pool(2) as pool:
        pool.map(_bare, photos, chunksize=1)
    return {"seconds": time.perf_counter() - began}


def _bare(photo: Path) -> int:
    import io

    from PIL import Image, ImageCms

    way = _WAYS.get("press")
    if way is None:
        press = str(next((REPOSITORY / "profiles").glob("*.icc")))
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        way = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press, "RGB", "CMYK", intent, flags)
        _WAYS["press"] = way
    with Image.open(photo) as picture:
        high = picture.width * FRAME[1] / FRAME[0]
        box = (0, (picture.height - high) / 2, picture.width, (picture.height + high) / 2)
        small = picture.resize(FRAME, Image.Resampling.LANCZOS, box)
    inks = ImageCms.applyTransform(small, way)
    assert inks is not None
    file = io.BytesIO()
    inks.save(file, "JPEG", quality=INK_QUALITY, subsampling=0)
    return file.tell()


_WAYS: dict[str, Any] = {}


def warm(project: Path) -> dict[str, float]:
    """Photos out of the cache and pages into bytes, and ReportLab's placing of the same photos, in turn."""
    from postcards.booklet import paint_edition
    from postcards.edition.embedding import embed
    from postcards.edition.exposures import expose
    from postcards.edition.painter import PLANS
    from postcards.laying_out import lay_out
    from postcards.production import Wish, open_workshop, orders
    from postcards.project import find_project

    workshop = open_workshop(find_project(project), project / "out", keeps_photos=True)
    (order,), _ = orders(workshop, Wish())
    plan = PLANS["print"]
    (laid_out,), _ = lay_out(workshop, order, (plan,))
    pages = laid_out.pages
    assert len(pages.pages) >= PAGES
    for number, derivative in enumerate(laid_out.exposures.derivatives.values()):
        _write(project / "placed" / f"{number:02d}.jpg", derivative.jpeg)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        exposures = expose(pages, (plan,), replace(workshop, hands=2).lab)
        surface = paint_edition(workshop, replace(laid_out, exposures=exposures), plan, embed(pages.pages))
        with (project / "ours.pdf").open("wb") as file:
            surface.write(file)
        ours.append(time.perf_counter() - began)
        theirs.append(placed(project))
    return {"ours": statistics.median(ours), "theirs": statistics.median(theirs)}


def placed(project: Path) -> float:
    """ReportLab's own time to place the photos, without text."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    began = time.perf_counter()
    canvas = Canvas(str(project / "theirs.pdf"), pagesize=(436.5, 314.6), pageCompression=1)
    for photo in sorted((project / "placed").glob("*.jpg")):
        canvas.drawImage(str(photo), 0, 119, 436.5, 195.6)
        canvas.showPage()
        canvas.rect(0, 0, 436.5, 314.6)
        canvas.showPage()
    canvas.save()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(sys.argv[1:])
