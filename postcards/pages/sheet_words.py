"""What the first sheet of the office edition says, in the languages that offices work in.

Settings are called as printer drivers call them. Words in braces are filled in by `instructions.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class SheetWords(Struct, frozen=True):
    """The words in one language."""

    folded: str  # heading of a booklet that is folded
    stacked: str  # heading of a booklet of leaves
    settings: str
    edges: Mapping[str, str]  # short, long
    first: str
    arrows: str
    rest: str
    marks: str
    cut_across: str
    cut_down: Mapping[str, str]  # ltr, rtl: leaves beside each other
    piles: Mapping[str, str]  # ltr, rtl: leaves beside and below each other
    copies: str
    spare: str
    fold: str
    sections: str
    gather: str
    bound: Mapping[str, str]  # left, right
    back: str
    back_arrow: str


ENGLISH = SheetWords(
    folded="How to print and fold this booklet",
    stacked="How to print and bind this booklet",
    settings="{paper} · both sides · flip on the {edge} edge · actual size (100 %)",
    edges={"short": "SHORT", "long": "LONG"},
    first="Print this sheet alone: pages 1 and 2 of the file, with the settings above. Do not choose “fit to page” or "
    "“booklet”: all pages are in their places already.",
    arrows="Turn the sheet like a leaf of a book. The arrow on its back must point up too, and lie on the one in front "
    "when you hold it against the light. If not, choose the other edge and try again.",
    rest="Print the rest: pages 3 to {last}, {sheets} sheets of {weight} g/m².",
    marks="Cut the edges off at the small marks.",
    cut_across="Cut the whole pile across the middle, and lay the upper half on the lower one. Nothing has to be "
    "sorted.",
    cut_down={
        "ltr": "Cut the pile down the middle, and lay the left half on the right one. Nothing has to be sorted.",
        "rtl": "Cut the pile down the middle, and lay the right half on the left one. Nothing has to be sorted.",
    },
    piles={
        "ltr": "Cut the whole pile into four. Lay the piles on each other: upper left on top, then upper right, lower "
        "left, lower right. Nothing has to be sorted.",
        "rtl": "Cut the whole pile into four. Lay the piles on each other: upper right on top, then upper left, lower "
        "right, lower left. Nothing has to be sorted.",
    },
    copies="Cut the whole pile across the middle: each half is a booklet of its own.",
    spare="What is empty at the bottom of the pile is left over: throw it away.",
    fold="Fold the pile in the middle with the cover outside, and staple it twice in the fold.",
    sections="Count off from the top {counts} folded sheets. Fold and staple each lot by itself, lay them on each "
    "other, and hold them together with cloth tape along the spine.",
    gather="Knock the leaves straight and bind them along one side: with glue, a clip, or staples 5 mm from the edge.",
    bound={
        "left": "The booklet is bound on the LEFT.",
        "right": "The booklet is bound on the RIGHT: it opens from the other side than an English one.",
    },
    back="The back of the first sheet.",
    back_arrow="If this arrow points down when you turn the sheet like a leaf of a book, choose the other edge.",
)

NORWEGIAN = SheetWords(
    folded="Slik skriver du ut og bretter heftet",
    stacked="Slik skriver du ut og binder heftet",
    settings="{paper} · begge sider · vend langs {edge} · faktisk størrelse (100 %)",
    edges={"short": "KORTSIDEN", "long": "LANGSIDEN"},
    first="Skriv ut bare dette arket: side 1 og 2 i filen, med innstillingene ovenfor. Velg ikke «tilpass til siden» "
    "eller «hefte»: alle sidene står på plass allerede.",
    arrows="Vend arket som et blad i en bok. Pilen på baksiden skal også peke opp, og ligge oppå pilen på forsiden når "
    "du holder arket mot lyset. Hvis ikke, velg den andre kanten og prøv igjen.",
    rest="Skriv ut resten: side 3 til {last}, {sheets} ark på {weight} g/m².",
    marks="Skjær av kantene ved de små merkene.",
    cut_across="Skjær hele bunken over på midten, og legg den øverste halvdelen oppå den nederste. Ingenting må "
    "sorteres.",
    cut_down={
        "ltr": "Skjær bunken i to på langs, og legg den venstre halvdelen oppå den høyre. Ingenting må sorteres.",
        "rtl": "Skjær bunken i to på langs, og legg den høyre halvdelen oppå den venstre. Ingenting må sorteres.",
    },
    piles={
        "ltr": "Skjær hele bunken i fire. Legg bunkene oppå hverandre: øverst til venstre på toppen, så øverst til "
        "høyre, nederst til venstre, nederst til høyre. Ingenting må sorteres.",
        "rtl": "Skjær hele bunken i fire. Legg bunkene oppå hverandre: øverst til høyre på toppen, så øverst til "
        "venstre, nederst til høyre, nederst til venstre. Ingenting må sorteres.",
    },
    copies="Skjær hele bunken over på midten: hver halvdel er et hefte for seg.",
    spare="Det som er tomt nederst i bunken, er til overs: kast det.",
    fold="Brett bunken på midten med omslaget ut, og stift den to ganger i bretten.",
    sections="Tell av {counts} brettede ark ovenfra. Brett og stift hver del for seg, legg delene oppå hverandre, og "
    "hold dem sammen med tøyteip langs ryggen.",
    gather="Bank bladene jevne og bind dem langs én side, med lim, en klemme eller to stifter 5 mm fra kanten.",
    bound={
        "left": "Heftet er bundet til VENSTRE.",
        "right": "Heftet er bundet til HØYRE: det åpnes fra motsatt side av et norsk hefte.",
    },
    back="Baksiden av det første arket.",
    back_arrow="Hvis denne pilen peker ned når du vender arket som et blad i en bok, velg den andre kanten.",
)

SHEET_WORDS = {"en": ENGLISH, "nb": NORWEGIAN}
