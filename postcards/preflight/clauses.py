"""The clauses of PDF/UA-1 (ISO 14289-1:2014) in plain words: what somebody would miss, and one thing to do.

veraPDF numbers its tests within the clauses; where one of them needs words of its own it stands here with its number.
"""

from __future__ import annotations

from typing import NamedTuple


class Saying(NamedTuple):
    """What a broken clause means to somebody who listens to the file."""

    message: str
    remedy: str


RETAG = "Export it again as tagged PDF (PDF/UA)."
TREE = "Export it again with tags in their order."
FONTS = "Export it again with all fonts embedded, whole."

#: By clause, or by clause and test.
SAYINGS = {
    "5": Saying("The file does not say that it is PDF/UA, made for everybody.", RETAG),
    "6.1": Saying("The file is of a version of PDF that aids to reading do not know.", "Save it as PDF 1.7."),
    "6.2": Saying("The file does not say that it is tagged; aids to reading may guess instead.", RETAG),
    "7.1": Saying("Aids to reading cannot tell which parts are there to be read, and as what.", RETAG),
    "7.1-3": Saying("Something that is seen will not be read aloud, and is not marked as ornament either.", RETAG),
    "7.1-8": Saying("The file says nothing about itself.", "Give the document a title, and export it again."),
    "7.1-9": Saying("The file has no title.", "Give the document a title."),
    "7.1-10": Saying("Windows and screen readers will show the file's name instead of its title.", RETAG),
    "7.1-11": Saying("The file has no tags: nothing says what is a heading, a picture or a paragraph.", RETAG),
    "7.2": Saying("Parts of lists, tables or contents do not stand where they belong.", TREE),
    "7.2-29": Saying("The file names a language in a way that aids to reading do not know.", "Write it as fa-AF."),
    "7.3": Saying("A picture has no words for those who cannot see it.", "Describe the picture."),
    "7.4.2": Saying("A heading is of a lower rank than it can be.", "Begin with rank 1 and skip none."),
    "7.4.4": Saying("Headings with a rank and headings without stand side by side.", "Give all of them a rank."),
    "7.5": Saying("Cells of a table do not say which headings they belong to.", TREE),
    "7.7": Saying("A formula has no words for those who cannot see it.", "Describe the formula."),
    "7.9": Saying("Notes cannot be told from one another.", TREE),
    "7.10": Saying("The file has layers without a name.", "Export it again without layers."),
    "7.11": Saying("Files within the file have no names.", "Take the attached files out."),
    "7.15": Saying("The file is a form that only one program can show.", "Export it again as plain PDF."),
    "7.16": Saying("The file is locked against aids to reading.", "Save it without any protection."),
    "7.18": Saying("Links or notes cannot be followed by those who do not see or do not use a mouse.", RETAG),
    "7.20": Saying("Part of a page is taken from elsewhere, or stands in two places with one tag.", RETAG),
    "7.21": Saying("Some letters cannot be read aloud, or show wrong.", FONTS),
}
SAYINGS |= {
    f"7.2-{test}": Saying("The file does not say in which language some of its text is.", "Give the file a language.")
    for test in (2, 21, 22, 23, 24, 25, 30, 31, 32, 33, 34)
}

#: For clauses that a newer edition may have.
OTHER = Saying("The file is not as everybody needs it to be.", RETAG)


def plainly(clause: str, test: int) -> Saying:
    """The words for a test: its own, or its clause's, or those of the clause that this one is part of."""
    if f"{clause}-{test}" in SAYINGS:
        return SAYINGS[f"{clause}-{test}"]
    while clause not in SAYINGS and "." in clause:
        clause = clause.rpartition(".")[0]
    return SAYINGS.get(clause, OTHER)
