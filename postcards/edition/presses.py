"""The press a booklet goes to: a print shop's profile, the colours it prints in, the standard its files keep to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from postcards.edition.intent import Condition, Intent, ProfileError, open_intent
from postcards.edition.standard import PDF_X4, PLAIN_CMYK, Standard
from postcards.manuscript.printers import Printer
from postcards.project import our_folder

#: What a profile's key `standard` stands for.
STANDARDS: Mapping[str, Standard] = {"x-4": PDF_X4, "pdf-1.4": PLAIN_CMYK}


class Press(Struct, frozen=True):
    """What a print edition is made for."""

    printer: Printer
    intent: Intent
    standard: Standard


def press_of(printer: Printer) -> Press:
    """The press of a print shop; raises ProfileError where nothing can be printed with its ICC profile."""
    return Press(printer, _intent(printer), STANDARDS[printer.standard])


def _intent(printer: Printer) -> Intent:
    """The profile beside the print shop's file, or one of ours."""
    wanted = printer.intent
    condition = Condition(wanted.identifier, wanted.info or wanted.identifier, float(printer.ink_limit))
    return _opened(printer.folder, wanted.profile, condition)


@cache
def _opened(folder: str, file: str, condition: Condition) -> Intent:
    ours = our_folder("profiles")
    if folder:
        try:
            return open_intent(Path(folder), file, condition)
        except ProfileError as fault:
            if fault.code != "profile.missing" or file not in {path.name for path in ours.iterdir()}:
                raise
    return open_intent(ours, file, condition)
