"""All rules by their codes, and what they find in a file.

A code is `preflight.` and the rule's name; the handle beside it is the rule's name among prepress people (X: PDF/X-4,
G: Ghent Workgroup, UA: PDF/UA-1, H: our own house).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from postcards.preflight.demands import EVERYBODY, Demands, Fault
from postcards.preflight.document import Document, UnreadableError, read_document
from postcards.preflight.limits import bounded_memory
from postcards.preflight.metadata import claims_ua
from postcards.preflight.objects import UNREADABLE
from postcards.preflight.plates import Ink
from postcards.preflight.rules import (
    colours,
    coverage,
    encodings,
    everybody,
    figures,
    files,
    guests,
    languages,
    leftovers,
    links,
    nesting,
    pictures,
    press_colours,
    records,
    sizes,
    tables,
    tagged,
    transparency,
)
from postcards.preflight.rules import type as lettering
from postcards.preflight.tree import Source

#: Which files a rule is for: every one, those for a press, PDF/X-4, plain CMYK files or PDF/UA-1 alone.
For = Literal["all", "press", "x4", "cmyk", "ua"]


class Rule(Struct, frozen=True):
    """One thing that must hold."""

    name: str
    handle: str
    holds_for: For
    look: Callable[[Document, Demands], Iterator[Fault]]

    def is_asked(self, demands: Demands) -> bool:
        if self.name in demands.spares:
            return False
        return self.holds_for in ("all", demands.standard) or (self.holds_for == "press" and demands.for_press)


RULES = (
    Rule("version", "X-VER", "press", files.version),
    Rule("header", "X-VER", "all", files.header),
    Rule("identifier", "X-ID", "press", files.identifier),
    Rule("encryption", "X-ENC", "all", files.encryption),
    Rule("syntax", "X-OPS", "all", files.syntax),
    Rule("unchecked", "H-WHOLE", "all", files.whole),
    Rule("content", "X-OPS", "all", files.operators),
    Rule("xmp", "X-XMP", "x4", records.packet),
    Rule("conformance", "X-XMPID", "x4", records.conformance),
    Rule("xmp-required", "X-XMPREQ", "x4", records.required),
    Rule("in-step", "X-SYNC", "x4", records.in_step),
    Rule("trapped", "X-TRAP", "x4", records.trapped),
    Rule("title", "H-TITLE", "all", records.title),
    Rule("output-intent", "X-OI", "x4", press_colours.output_intent),
    Rule("condition", "X-OI", "x4", press_colours.condition),
    Rule("wanted-condition", "H-PRESS", "x4", press_colours.wanted_condition),
    Rule("intent-profile", "X-ICC", "x4", press_colours.intent_profile),
    Rule("trim-box", "X-BOX", "press", sizes.trim_box),
    Rule("nested-boxes", "X-BOX", "press", sizes.nested),
    Rule("equal-pages", "G-BOX", "press", sizes.equal),
    Rule("trim-size", "H-SIZE", "all", sizes.wanted_size),
    Rule("upright", "G-BOX", "press", sizes.upright),
    Rule("bleed", "H-BLEED", "press", sizes.bleed_room),
    Rule("bleed-filled", "H-EDGE", "press", sizes.bleed_filled),
    Rule("marks", "H-MARKS", "press", sizes.cutting_marks),
    Rule("page-count", "H-COUNT", "press", sizes.page_count),
    Rule("annotations", "X-ANNOT", "press", guests.notes),
    Rule("actions", "X-ACT", "press", guests.actions),
    Rule("programs", "X-ACT", "all", guests.programs),
    Rule("embedded-files", "X-EMBED", "press", guests.embedded_files),
    Rule("form-fields", "X-EMBED", "press", guests.form_fields),
    Rule("layers", "X-OC", "press", guests.layers),
    Rule("fonts", "X-FONT", "all", lettering.embedded),
    Rule("leftover-fonts", "H-FONTRES", "press", lettering.leftover_fonts),
    Rule("missing-glyphs", "X-NOTDEF", "all", lettering.missing_glyphs),
    Rule("readable", "H-UNI", "all", lettering.readable),
    Rule("lost-letters", "H-WORDS", "all", lettering.lost),
    Rule("drawn-letters", "H-TYPE3", "press", lettering.drawn_letters),
    Rule("tiny-text", "G-SMALL", "press", lettering.tiny),
    Rule("safe-area", "H-SAFE", "press", lettering.safe),
    Rule("rgb", "X-RGB", "press", colours.light_colours),
    Rule("calibrated", "H-CMYK", "press", colours.calibrated),
    Rule("profiles", "X-ICC4", "press", colours.profiles),
    Rule("spot-colours", "G-SPOT", "press", colours.spot_colours),
    Rule("registration", "G-SPOT", "press", colours.registration),
    Rule("rich-black", "G-BLACK", "press", colours.rich_black),
    Rule("several-inks", "G-SMALL", "press", colours.several_inks),
    Rule("black-overprint", "G-BLACKOP", "press", colours.black_overprint),
    Rule("white-overprint", "G-WHITEOP", "press", colours.white_overprint),
    Rule("rendering-intents", "X-RI", "press", colours.rendering_intents),
    Rule("blend-modes", "X-BM", "x4", transparency.blend_modes),
    Rule("group-spaces", "G-GROUP", "x4", transparency.group_spaces),
    Rule("transparency", "H-FLAT", "cmyk", transparency.none_at_all),
    Rule("lzw", "X-LZW", "press", leftovers.lzw),
    Rule("postscript", "X-PS", "press", leftovers.postscript),
    Rule("placeholders", "X-OPI", "press", leftovers.placeholders),
    Rule("references", "X-REF", "press", leftovers.references),
    Rule("alternates", "X-ALT", "press", leftovers.alternates),
    Rule("transfer-functions", "X-TR", "press", leftovers.transfer_functions),
    Rule("halftones", "X-HT", "press", leftovers.halftones),
    Rule("coarse-pictures", "G-PPI", "press", pictures.coarse),
    Rule("fine-pictures", "G-PPI", "press", pictures.below_wish),
    Rule("line-art", "G-PPI1", "press", pictures.coarse_line_art),
    Rule("jpeg2000", "G-JPX", "press", pictures.jpeg2000),
    Rule("hairlines", "G-HAIR", "press", pictures.hairlines),
    Rule("ink", "G-TAC", "press", coverage.total_ink),
    Rule("ink-measured", "G-TAC", "press", coverage.measured),
    Rule("blank-pages", "H-BLANK", "all", coverage.blank),
    Rule("ua-claim", "UA-ID", "ua", everybody.claim),
    Rule("ua-version", "UA-VER", "ua", everybody.version),
    Rule("ua-marked", "UA-MARK", "ua", everybody.marked),
    Rule("ua-title", "UA-TITLE", "ua", everybody.title),
    Rule("ua-language", "UA-LANG", "ua", languages.known),
    Rule("ua-language-tags", "UA-LANG", "ua", languages.well_formed),
    Rule("ua-locked", "UA-ENC", "ua", everybody.aids_may_read),
    Rule("ua-fixed-form", "UA-XFA", "ua", everybody.fixed_form),
    Rule("ua-layers", "UA-OC", "ua", everybody.named_layers),
    Rule("ua-attachments", "UA-FILE", "ua", everybody.named_files),
    Rule("ua-encodings", "UA-FONT", "ua", encodings.known),
    Rule("ua-subsets", "UA-FONT", "ua", encodings.subsets),
    Rule("ua-widths", "UA-FONT", "ua", encodings.widths),
    Rule("ua-tree", "UA-TREE", "ua", tagged.tree),
    Rule("ua-untagged", "UA-CONTENT", "ua", tagged.untagged),
    Rule("ua-nested", "UA-ARTIFACT", "ua", tagged.nested),
    Rule("ua-agreement", "UA-PARENT", "ua", tagged.agreement),
    Rule("ua-shared-forms", "UA-FORM", "ua", tagged.shared_forms),
    Rule("ua-references", "UA-REF", "ua", everybody.no_guests),
    Rule("ua-parents", "UA-P", "ua", tagged.parents),
    Rule("ua-roles", "UA-ROLE", "ua", tagged.roles),
    Rule("ua-empty", "H-EMPTY", "ua", tagged.empty),
    Rule("ua-nesting", "UA-NEST", "ua", nesting.nesting),
    Rule("ua-headings", "UA-HEAD", "ua", nesting.headings),
    Rule("ua-notes", "UA-NOTE", "ua", nesting.notes),
    Rule("ua-grids", "UA-TABLE", "ua", tables.grids),
    Rule("ua-headed", "UA-TH", "ua", tables.headed),
    Rule("ua-described", "UA-ALT", "ua", figures.described),
    Rule("ua-file-name", "H-ALT", "ua", figures.no_file_name),
    Rule("ua-outlined", "H-BBOX", "ua", figures.outlined),
    Rule("ua-order", "UA-TABS", "ua", links.order),
    Rule("ua-links", "UA-ANNOT", "ua", links.held),
    Rule("ua-told", "UA-CONTENTS", "ua", links.told),
    Rule("ua-leading", "H-DEST", "ua", links.leading),
)

#: Files that cannot be opened: what is said, and what to do.
UNOPENED = {
    "no-pdf": ("This is no PDF.", "Choose a PDF file."),
    "locked": ("The file is locked with a password.", "Save it without a password."),
    "damaged": ("The file is damaged or not whole, and cannot be opened.", "Make it again, or copy it again."),
    "no-pages": ("The file has no pages.", "Make it again."),
    "too-large": ("The file is too large to be checked.", "Divide it, or make its pictures smaller."),
}


#: Of one rule's faults in a file no more are told: nobody mends them one by one.
MOST_FAULTS = 1_000


class Found(Struct, frozen=True):
    """A fault, and the rule that names it."""

    rule: str
    fault: Fault


class Examined(Struct, frozen=True):
    """What came of looking at a file."""

    pages: int
    ink: tuple[float, ...]  # the most on each page, in percent; empty where it was not measured
    found: tuple[Found, ...]
    demands: Demands  # what it was held against


def examine(source: Source, demands: Demands, inks: Sequence[float] = (), *, heeds_claim: bool = False) -> Examined:
    """Hold a file against every rule that its purpose asks for; `inks` is the most on each page where that is known.

    Where `heeds_claim`, a file that calls itself PDF/UA is held against that instead.
    """
    with bounded_memory(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what matters of them is a finding
        try:
            document = read_document(source, measures_ink=demands.for_press and not inks)
        except UnreadableError as reason:
            return Examined(0, (), (_placeless(unopened(reason.code, reason.detail), source),), demands)
        if heeds_claim and claims_ua(document.xmp):
            demands = EVERYBODY
        if inks:
            document = replace(document, ink=tuple(Ink(total, total) for total in inks))
        found = [
            _placeless(each, source)
            for rule in RULES
            if rule.is_asked(demands)
            for each in _ask(rule, document, demands)
        ]
        ink = tuple(round(each.total, 1) for each in document.ink)
        document.pdf.close()
    return Examined(len(document.sheets), ink, tuple(found), demands)


def _placeless(found: Found, source: Source) -> Found:
    """The finding without the folder that the file lies in, which qpdf says and no report does."""
    detail = found.fault.detail if isinstance(source, bytes) else found.fault.detail.replace(str(source), "file")
    detail = re.sub(r"stream <[^>]*>", "file", detail)
    return replace(found, fault=replace(found.fault, detail=detail))


def unopened(code: str, detail: str = "") -> Found:
    """The finding for a file that cannot be looked at."""
    message, remedy = UNOPENED[code]
    return Found(code, Fault(message, remedy, detail))


def _ask(rule: Rule, document: Document, demands: Demands) -> Iterator[Found]:
    try:
        for fault in islice(rule.look(document, demands), MOST_FAULTS):
            yield Found(rule.name, fault)
    except UNREADABLE as error:
        # A check that could not be made is no check passed.
        message = "The file is so odd that one of our checks could not be made."
        fault = Fault(message, "Make it again with another program.", f"{rule.name} [{rule.handle}]: {error}")
        yield Found("unchecked", fault)
