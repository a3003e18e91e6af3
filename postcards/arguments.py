"""What can be asked for on the command line: every command with its options, and what they take."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from postcards import __version__

#: What stands before the address of a cluster's scheduler.
CLUSTER = "dask"

#: Dummy pages to try a printer with: more tell nothing new.
MOST_DUMMIES = 200


def parse(given: Sequence[str]) -> argparse.Namespace:
    """What is asked for by the words `given`; `command` is the command's name. Ends the program where they are wrong.

    A command has its options if its name is among the words: to add those of all takes longer than all the rest.
    """
    whole = argparse.ArgumentParser(prog="postcards", description="Make booklets from the stories in content/.")
    whole.add_argument("--version", action="version", version=f"postcards {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for name, (add_options, does) in COMMANDS.items():
        command = commands.add_parser(name, help=does)
        command.set_defaults(command=name)
        if name in given:
            add_options(command)
    return whole.parse_args(given)


def _build(build: argparse.ArgumentParser) -> None:
    _add_choice(build)
    where = build.add_mutually_exclusive_group()
    where.add_argument("-j", dest="workers", type=_workers, metavar="N", help="processes at work (all processors)")
    cluster = "let the workers of a dask cluster make them; ADDRESS is dask://host:port"
    where.add_argument("--executor", dest="cluster", type=_cluster, metavar="ADDRESS", help=cluster)
    build.add_argument("--explain", action="store_true", help="tell of every file why it was made, or kept")
    build.set_defaults(usual_out="out")


def _watch(watch: argparse.ArgumentParser) -> None:
    _add_wish(watch, editions="screen")
    watch.add_argument("-j", dest="workers", type=_workers, metavar="N", help="processes at work (all processors)")
    watch.set_defaults(usual_out="out", cluster=None)


def _office(office: argparse.ArgumentParser) -> None:
    _add_choice(office, editions="")
    office.add_argument("--test-sheet", action="store_true", help="numbered dummy pages instead of the booklets' own")
    office.add_argument("--pages", type=_count, default=16, metavar="N", help="so many dummy pages (16)")
    office.set_defaults(usual_out="out", editions=["office"], workers=None, cluster=None, explain=False)


def _check(check: argparse.ArgumentParser) -> None:
    _add_choice(check)
    check.add_argument("--fit", action="store_true", help="tell how full every frame is, and how much a text may grow")
    check.set_defaults(usual_out="out")


def _preview(preview: argparse.ArgumentParser) -> None:
    preview.add_argument("booklets", nargs=1, metavar="BOOKLET", help="name of a file in content/booklets")
    preview.add_argument("-l", dest="languages", nargs=1, required=True, metavar="TAG", help="language, such as fa-AF")
    preview.add_argument("--pages", type=_pages, metavar="3-6", help="pages (all)")
    preview.add_argument("-o", dest="out", type=Path, metavar="DIR", help="folder for the pictures (out/preview)")
    preview.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that holds content/")
    preview.set_defaults(usual_out="out/preview", editions=["screen"], printer="")


def _budget(budget: argparse.ArgumentParser) -> None:
    budget.add_argument("booklets", nargs="*", metavar="BOOKLET", help="names of files in content/booklets (all)")
    budget.add_argument("-l", dest="languages", nargs=1, required=True, metavar="TAG", help="language, such as ti")
    budget.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that holds content/")
    budget.add_argument("--json", action="store_true", help="print it as JSON")


def _fonts(fonts: argparse.ArgumentParser) -> None:
    fonts.add_argument("-l", dest="languages", action="append", default=[], metavar="TAG", help="language (all)")
    fonts.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that may hold fonts/")
    fonts.add_argument("--json", action="store_true", help="print it as JSON")


def _specimen(specimen: argparse.ArgumentParser) -> None:
    specimen.add_argument("booklets", nargs="*", metavar="BOOKLET", help="booklets in whose designs (all)")
    specimen.add_argument("-l", dest="languages", action="append", required=True, metavar="TAG", help="such as ti")
    specimen.add_argument("-o", dest="out", type=Path, metavar="DIR", help="folder for the sheets (out/specimen)")
    specimen.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that holds content/")
    specimen.set_defaults(usual_out="out/specimen")


def _preflight(preflight: argparse.ArgumentParser) -> None:
    preflight.add_argument("files", nargs="+", type=Path, metavar="FILE", help="finished PDFs, ours or anybody's")
    purposes = "what they are for (print, unless the name says _screen, _phone or _office); ua: PDF/UA-1"
    preflight.add_argument("--for", dest="purpose", choices=("print", "screen", "ua"), help=purposes)
    everybody = "can everybody read them? PDF/UA-1, by veraPDF too if it is there (same as --for ua)"
    preflight.add_argument("--ua", dest="purpose", action="store_const", const="ua", help=everybody)
    preflight.add_argument(
        "-v", dest="verbose", action="store_true", help="tell details for people who make print files"
    )
    preflight.add_argument("--printer", default="", metavar="NAME", help="hold them against a file in layouts/printers")
    preflight.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that may hold layouts/")
    preflight.add_argument("--strict", action="store_true", help="warnings count as errors")
    preflight.add_argument("--json", action="store_true", help="print findings as JSON")


def _verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("out", nargs="?", type=Path, metavar="OUT", help="folder of results, or a part of it (out)")
    verify.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that holds content/")
    verify.add_argument("--json", action="store_true", help="print it as JSON")


def _diff(diff: argparse.ArgumentParser) -> None:
    diff.add_argument("old", type=Path, metavar="OLD", help="a finished PDF, or a folder of results")
    diff.add_argument("new", type=Path, metavar="NEW", help="the same, newer")
    diff.add_argument("-o", dest="out", type=Path, metavar="DIR", help="folder for the pictures (out/diff)")
    diff.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that holds out/")
    diff.add_argument("--json", action="store_true", help="print it as JSON")
    diff.set_defaults(usual_out="out/diff")


def _add_choice(parser: argparse.ArgumentParser, *, editions: str = "all") -> None:
    _add_wish(parser, editions=editions)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--json", action="store_true", help="print findings and results as JSON")


def _add_wish(parser: argparse.ArgumentParser, *, editions: str) -> None:
    """What is made, and where; `editions` are those that are made if none is named, empty where none can be."""
    parser.add_argument("booklets", nargs="*", metavar="BOOKLET", help="names of files in content/booklets (all)")
    parser.add_argument("-l", dest="languages", action="append", default=[], metavar="TAG", help="language (all)")
    if editions:
        made = f"edition ({editions})"
        parser.add_argument("-e", dest="editions", action="append", default=[], metavar="EDITION", help=made)
    parser.add_argument("--printer", default="", metavar="NAME", help="a file in layouts/printers (the booklet's own)")
    parser.add_argument("-o", dest="out", type=Path, metavar="DIR", help="folder for the results (out)")
    parser.add_argument("--project", type=Path, default=Path(), metavar="DIR", help="folder that holds content/")


def _workers(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError("a number of processes from 1 to 256 is needed")
    return int(text)


def _cluster(text: str) -> str:
    """The scheduler's `host:port`."""
    try:
        found = urlsplit(text)
        complete = bool(found.hostname and found.port)
    except ValueError:
        complete = False
    if not complete or text != f"{CLUSTER}://{found.netloc}" or "@" in text:
        raise argparse.ArgumentTypeError(f"an address such as {CLUSTER}://192.0.2.7:8786 is needed")
    return found.netloc


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_DUMMIES:
        raise argparse.ArgumentTypeError(f"a number of pages from 1 to {MOST_DUMMIES} is needed")
    return int(text)


def _pages(text: str) -> range:
    first, _, last = text.partition("-")
    if not (first.isdigit() and (last or first).isdigit()) or not 1 <= int(first) <= int(last or first):
        raise argparse.ArgumentTypeError("write one page or a range, such as 4 or 3-6")
    return range(int(first), int(last or first) + 1)


#: Each command: what adds its options, and what it does.
COMMANDS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], str]] = {
    "build": (_build, "make the booklets, by default all of them in all languages"),
    "watch": (_watch, "make booklets whenever something is saved, until Ctrl-C ends it"),
    "office": (_office, "make sheets for the office's own printer, or sheets to try it with"),
    "check": (_check, "do everything but write: tell what is wrong"),
    "preview": (_preview, "make pictures of pages"),
    "budget": (_budget, "tell translators how many lines each text may have"),
    "fonts": (_fonts, "tell what each language is set in, and what is lacking"),
    "specimen": (_specimen, "make a sheet of a language's type, for a native reader to sign"),
    "preflight": (_preflight, "tell what a print shop or a reader would find wrong with PDFs"),
    "verify": (_verify, "tell whether finished files are still what the project gives"),
    "diff": (_diff, "tell what differs between two issues, page by page, in words and pictures"),
}
