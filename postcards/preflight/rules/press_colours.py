"""Rules on the output intent: the press that the colours were made for (ISO 15930-7, 6.2.2; ICC.1:2010, 7)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.objects import entry, has, items, name, number, words
from postcards.preflight.profile import Profile, read_profile

AGAIN = "Export it again with the printer's colour profile as output intent."

#: The newest ICC version that a PDF 1.6 file may hold.
NEWEST_ICC = 4

#: Tables that lead from the press's colours to measured ones and back.
TABLES = ("A2B0", "B2A0")


def press_intents(document: Document) -> list[pikepdf.Object]:
    """The output intents of PDF/X."""
    found = items(entry(document.pdf.Root, "OutputIntents"))
    return [intent for intent in found if name(entry(intent, "S")) == "GTS_PDFX"]


def press_profile(document: Document) -> Profile | None:
    """The profile of the only intent, if it can be read."""
    intents = press_intents(document)
    stream = entry(intents[0], "DestOutputProfile") if len(intents) == 1 else None
    return read_profile(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else None


def output_intent(document: Document, _: Demands) -> Iterator[Fault]:
    """Exactly one intent for presses."""
    count = len(press_intents(document))
    if count != 1:
        said = "does not say which press its colours were made for" if not count else "names several presses"
        yield Fault(f"The file {said}: colours may come out otherwise.", AGAIN, f"{count} intents of /S /GTS_PDFX")


def condition(document: Document, _: Demands) -> Iterator[Fault]:
    """The intent has a name that printers know."""
    for intent in press_intents(document):
        missing = [key for key in ("OutputConditionIdentifier", "Info") if not words(entry(intent, key)).strip()]
        if missing:
            message = "The press that the colours were made for has no name."
            yield Fault(message, AGAIN, f"the output intent lacks {', '.join(missing)}")


def wanted_condition(document: Document, demands: Demands) -> Iterator[Fault]:
    """The colours were made for the press that prints them."""
    for intent in press_intents(document):
        found = words(entry(intent, "OutputConditionIdentifier"))
        if demands.condition and found != demands.condition:
            message = f"The colours were made for “{found}”, and the print shop prints by “{demands.condition}”."
            yield Fault(message, AGAIN, "OutputConditionIdentifier")


def intent_profile(document: Document, _: Demands) -> Iterator[Fault]:
    """The intent's profile is in the file, sound, and that of a press with four inks."""
    for intent in press_intents(document):
        stream = entry(intent, "DestOutputProfile")
        faults = list(_profile_faults(stream)) if isinstance(stream, pikepdf.Stream) else ["no DestOutputProfile"]
        if has(intent, "DestOutputProfileRef"):
            faults.append("DestOutputProfileRef is for PDF/X-4p")
        if faults:
            message = "The colour profile of the press is missing, damaged, or not that of a press with four inks."
            yield Fault(message, AGAIN, "; ".join(faults))


def _profile_faults(stream: pikepdf.Stream) -> Iterator[str]:
    profile = read_profile(stream.read_bytes())
    if profile is None:
        yield "the stream is no ICC profile"
        return
    if profile.kind != "prtr":
        yield f"the profile's class is “{profile.kind}”, not “prtr”"
    if profile.space != "CMYK":
        yield f"the profile's colours are “{profile.space}”, not “CMYK”"
    if number(entry(stream, "N")) != profile.components:
        yield f"/N does not fit the profile's {profile.components} components"
    if profile.version > NEWEST_ICC:
        yield f"the profile's version is {profile.version}"
    missing = [table for table in TABLES if table not in profile.tables]
    if missing:
        yield f"the profile has no {', '.join(missing)}"
