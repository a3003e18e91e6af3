"""What the office writes to a print shop, in English and in Norwegian bokmål: on the job ticket and on the slug.

Braces are filled by `job.py`. Lengths are in millimetres, with a decimal comma where the language has one.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class JobWords(Struct, frozen=True, kw_only=True):
    """The words of one language."""

    decimal: str  # sign between millimetres and their tenths
    for_whom: str
    spoken: str
    ticket: str
    slug: tuple[str, str]  # its two lines
    issue: str
    bound: Mapping[str, str]  # by reading direction: which side is bound, for everyone who sees the sheet
    opens: Mapping[str, str]  # the same for whoever makes the booklet ready
    loose: str  # what stands there where nothing is bound
    closed: str  # captions of the drawings
    opened: str
    flat: str
    back: str
    front: str
    product: str  # headings of groups
    production: str
    files: str
    contact: str
    language: str  # labels
    quantity: str
    size: str
    pages: str
    binding: str
    cover: str
    paper: str
    colours: str
    ink: str
    bleed: str
    marks: str
    standard: str
    condition: str
    order: str
    file: str
    office: str
    address: str
    phone: str
    hours: str
    checksum: str
    reads: Mapping[str, str]  # values, from here on: how a language is read, by direction
    copies: str
    landscape: str
    portrait: str
    square: str
    whole: str  # how many pages, and where they are
    apart: str
    bindings: Mapping[str, str]
    sides: Mapping[str, str]  # left or right, by direction
    same_file: str
    own_file: str
    with_spine: str
    inside_paper: str
    all_colours: str
    ink_limit: str
    bled: str
    no_marks: str
    crop_marks: str
    standards: Mapping[str, str]
    reading_order: str
    told_file: str


ENGLISH = JobWords(
    decimal=".",
    for_whom="For {printer}",
    spoken="{language}, {script} script, read {reads}",
    ticket="Job ticket",
    slug=("{booklet} · {language} ({tag})", "page {page} of {count} · issue {issue} · {date}"),
    issue="Issue {issue}, {date}",
    bound={"ltr": "Bound on the left", "rtl": "Bound on the RIGHT"},
    opens={
        "ltr": "{language} is read from left to right. With the front up, the spine is on the left, and page 1 is on a "
        "right-hand side.",
        "rtl": "{language} is read from right to left. With the front up, the spine is on the right: what is the back "
        "of an English booklet is the front of this one, and page 1 is on a left-hand side.",
    },
    loose="Loose leaves, not bound",
    closed="closed, front up",
    opened="opened at pages 2 and 3",
    flat="cover, outside, lying flat",
    back="back",
    front="front",
    product="What it is",
    production="How it is made",
    files="Files",
    contact="Questions",
    language="Language",
    quantity="Copies",
    size="Trimmed size",
    pages="Pages",
    binding="Binding",
    cover="Cover",
    paper="Paper",
    colours="Colours",
    ink="Ink",
    bleed="Bleed",
    marks="Marks",
    standard="Standard",
    condition="Output intent",
    order="Order",
    file="File",
    office="Office",
    address="Address",
    phone="Phone",
    hours="Hours",
    checksum="SHA-256",
    reads={"ltr": "from left to right", "rtl": "from right to left"},
    copies="{count} copies",
    landscape="{width} × {height} mm, landscape",
    portrait="{width} × {height} mm, portrait",
    square="{width} × {height} mm, square",
    whole="{count}, cover included; page 1 is the front, page {count} the back",
    apart="{inside} inside (pages {first} to {last}) and a cover of 4 (pages 1, 2, {inner}, {count})",
    bindings={
        "saddle-stitch": "stapled through the fold, on the {side}, along the {edge} mm edge",
        "perfect": "glued, on the {side}, along the {edge} mm edge",
        "loose": "loose leaves",
    },
    sides={"ltr": "left", "rtl": "RIGHT"},
    same_file="in the same file as the inside pages",
    own_file="in its own file, outside and inside, {width} × {height} mm lying flat",
    with_spine="{cover}, with a spine of {spine} mm",
    inside_paper="{weight} g/m² inside",
    all_colours="4/4, CMYK; black text in black alone",
    ink_limit="{limit} % at most",
    bled="{bleed} mm on all four sides",
    no_marks="none",
    crop_marks="crop and registration marks and a slug line, all outside the bleed",
    standards={"x-4": "PDF/X-4 (ISO 15930-7)", "pdf-1.4": "PDF 1.4, CMYK, no transparency"},
    reading_order="single pages in reading order, not imposed; please print at actual size and do not mirror",
    told_file="{file}: {pages} pages, {size} kB",
)

BOKMAL = JobWords(
    decimal=",",
    for_whom="Til {printer}",
    spoken="{language}, {script} skrift, leses {reads}",
    ticket="Ordreseddel",
    slug=("{booklet} · {language} ({tag})", "side {page} av {count} · utgave {issue} · {date}"),
    issue="Utgave {issue}, {date}",
    bound={"ltr": "Innbundet på venstre side", "rtl": "Innbundet på HØYRE side"},
    opens={
        "ltr": "{language} leses fra venstre mot høyre. Med forsiden opp er ryggen til venstre, og side 1 er en "
        "høyreside.",
        "rtl": "{language} leses fra høyre mot venstre. Med forsiden opp er ryggen til høyre: Det som er baksiden på "
        "et norsk hefte, er forsiden på dette, og side 1 er en venstreside.",
    },
    loose="Løse ark, ikke innbundet",
    closed="lukket, forsiden opp",
    opened="åpnet på side 2 og 3",
    flat="omslagets utside, lagt flatt",
    back="bakside",
    front="forside",
    product="Hva det er",
    production="Hvordan det lages",
    files="Filer",
    contact="Spørsmål",
    language="Språk",
    quantity="Opplag",
    size="Ferdig format",
    pages="Sider",
    binding="Innbinding",
    cover="Omslag",
    paper="Papir",
    colours="Farger",
    ink="Fargemengde",
    bleed="Utfallende",
    marks="Merker",
    standard="Standard",
    condition="Fargeprofil",
    order="Rekkefølge",
    file="Fil",
    office="Kontor",
    address="Adresse",
    phone="Telefon",
    hours="Åpningstid",
    checksum="SHA-256",
    reads={"ltr": "fra venstre mot høyre", "rtl": "fra høyre mot venstre"},
    copies="{count} eksemplarer",
    landscape="{width} × {height} mm, liggende",
    portrait="{width} × {height} mm, stående",
    square="{width} × {height} mm, kvadratisk",
    whole="{count} med omslag; side 1 er forsiden, side {count} baksiden",
    apart="{inside} innmat (side {first} til {last}) og et omslag på 4 (side 1, 2, {inner}, {count})",
    bindings={
        "saddle-stitch": "stiftet i folden, på {side} side, langs kanten på {edge} mm",
        "perfect": "limfrest, på {side} side, langs kanten på {edge} mm",
        "loose": "løse ark",
    },
    sides={"ltr": "venstre", "rtl": "HØYRE"},
    same_file="i samme fil som innmaten",
    own_file="i egen fil, utside og innside, {width} × {height} mm lagt flatt",
    with_spine="{cover}, med en rygg på {spine} mm",
    inside_paper="{weight} g/m² innmat",
    all_colours="4/4, CMYK; svart tekst i bare svart",
    ink_limit="høyst {limit} %",
    bled="{bleed} mm på alle fire sider",
    no_marks="ingen",
    crop_marks="skjære- og passmerker og en linje med heftets navn, alt utenfor utfallende",
    standards={"x-4": "PDF/X-4 (ISO 15930-7)", "pdf-1.4": "PDF 1.4, CMYK, uten transparens"},
    reading_order="enkeltsider i leserekkefølge, ikke utskutt; trykk i full størrelse og ikke speilvendt",
    told_file="{file}: {pages} sider, {size} kB",
)

#: By the language that a printer profile names.
WORDS: Mapping[str, JobWords] = {"en": ENGLISH, "nb": BOKMAL}
