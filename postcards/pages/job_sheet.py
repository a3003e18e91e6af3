"""The job ticket as a sheet of A4: the bound side first, in words and drawn, then the rows, then what to write on.

All sizes shrink together until everything stands on one sheet; what is still too much goes onto a second.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from postcards.composition import Galley, TextStyle, voice_of
from postcards.geometry import MM, Point, Rect, Size
from postcards.pages import binding_drawing, path
from postcards.pages.binding_drawing import Drawing, Look
from postcards.pages.job import Job, Row, Ticket
from postcards.pages.job_words import WORDS
from postcards.pages.page import Fill, Item, Page, Stroke, Text

#: A4, its margins, and the column of labels.
SHEET = Size(210 * MM, 297 * MM)
MARGIN, LABELS = 18 * MM, 32 * MM
MEASURE = SHEET.width - 2 * MARGIN

#: The panel that says which side is bound: padding, height of the drawings, space between them.
PADDING, DRAWN, BETWEEN = 6 * MM, 35 * MM, 8 * MM

#: Space above a group, below its rule, between rows; points at full size.
ABOVE, BELOW, APART = 15.0, 5.0, 3.6

#: What sizes are multiplied by, in turn, until the ticket goes onto one sheet.
SCALES = (1.0, 0.94, 0.88, 0.82)

HAIRLINE, WRITING = 0.5, 18.0
LEADING = 1.32  # times the size

#: Compose a text in a style to a measure.
Compose = Callable[[str, TextStyle, float], Galley]


class Voice(Struct, frozen=True):
    """How one kind of text is set on the ticket."""

    role: str
    weight: str
    size: float  # points, at full size
    colour: str = "ink"


HEADING = Voice("sans", "bold", 10, "soft")
TITLE = Voice("serif", "bold", 21)
BYLINE = Voice("sans", "regular", 10)
BOUND = Voice("sans", "bold", 16)
OPENS = Voice("sans", "regular", 10)
CAPTION = Voice("sans", "regular", 8, "soft")
DRAWN_ON = Voice("sans", "bold", 12)
NAMED = Voice("sans", "regular", 8)
GROUP = Voice("sans", "bold", 10)
LABEL = Voice("sans", "regular", 9.5, "soft")
VALUE = Voice("sans", "regular", 10)


def job_sheets(ticket: Ticket, job: Job, accent: str, compose: Compose) -> tuple[Page, ...]:
    """The ticket's page, or pages where one cannot hold it; `accent` is the colour of bound edges."""
    for scale in SCALES:
        press = _Press(compose, ticket, scale)
        press.head()
        press.panel(job, accent)
        press.groups()
        if len(press.sheets) == 1:
            break
    return tuple(
        Page(number, str(number), "job-ticket", SHEET, tuple(items)) for number, items in enumerate(press.sheets, 1)
    )


class _Press:
    """Sheets while they are filled from top to bottom."""

    def __init__(self, compose: Compose, ticket: Ticket, scale: float) -> None:
        self.sheets: list[list[Item]] = [[]]
        self._compose = compose
        self._ticket = ticket
        self._scale = scale
        self._y = MARGIN
        self._paragraphs = 0

    def head(self) -> None:
        ticket = self._ticket
        self._down(self._set(ticket.heading, HEADING), HEADING)
        self._down(self._set(ticket.title.text, TITLE, ticket.title.language), TITLE, ticket.title.language)
        self._down(self._set(ticket.byline, BYLINE), BYLINE)
        self._y += ABOVE * self._scale

    def panel(self, job: Job, accent: str) -> None:
        """The bound side in words, and the drawings below them."""
        inner = MEASURE - 2 * PADDING
        bound, opens = (
            self._set(self._ticket.bound, BOUND, measure=inner),
            self._set(self._ticket.opens, OPENS, measure=inner),
        )
        captions, drawings = self._drawings(job, accent, bound.height + opens.height + 2 * APART)
        below = max(caption.height for caption in captions)
        height = 2 * PADDING + bound.height + opens.height + 2 * APART + DRAWN + below + APART
        self.sheets[-1].append(Fill(path.rectangle(Rect(MARGIN, self._y, MEASURE, height)), "sand"))
        top, x = self._y + PADDING, MARGIN + PADDING
        self._put(bound, Point(x, top), BOUND)
        self._put(opens, Point(x, top + bound.height + APART), OPENS)
        foot = top + bound.height + opens.height + 2 * APART + DRAWN + APART
        for index, (caption, drawing) in enumerate(zip(captions, drawings, strict=True)):
            self.sheets[-1] += drawing.items
            voice = DRAWN_ON if drawing.marks[0].text.isdigit() else NAMED
            for mark in drawing.marks:
                self._centred(self._set(mark.text, voice), mark.middle, voice)
            middle = x + (index + 0.5) * (inner + BETWEEN) / len(drawings) - BETWEEN / 2
            self._centred(caption, Point(middle, foot + caption.height / 2), CAPTION)
        self._y += height

    def _drawings(self, job: Job, accent: str, down: float) -> tuple[list[Galley], list[Drawing]]:
        """The drawings of a job with their captions."""
        words = WORDS[self._ticket.office]
        look = Look(job.trim, job.pages.direction, job.booklet.binding == "saddle-stitch", accent)
        count = 3 if job.printer.has_own_cover else 2
        step = (MEASURE - 2 * PADDING + BETWEEN) / count
        rooms = [
            Rect(MARGIN + PADDING + index * step, self._y + PADDING + down, step - BETWEEN, DRAWN)
            for index in range(count)
        ]
        drawings = [binding_drawing.closed(look, rooms[0]), binding_drawing.opened(look, rooms[1])]
        captions = [words.closed, words.opened]
        if count > len(drawings):
            drawings.append(binding_drawing.flat(look, job.spine, rooms[2], (words.back, words.front)))
            captions.append(words.flat)
        return [self._set(caption, CAPTION, measure=step - BETWEEN) for caption in captions], drawings

    def groups(self) -> None:
        for group in self._ticket.groups:
            self._y += ABOVE * self._scale
            heading = self._set(group.heading, GROUP)
            self._room_for(heading.height + BELOW + 2 * WRITING)
            self._rule(MARGIN)
            self._y += BELOW * self._scale
            self._down(heading, GROUP)
            for row in group.rows:
                self._row(row)

    def _row(self, row: Row) -> None:
        label = self._set(row.label, LABEL, measure=LABELS - APART)
        value = self._set(row.text, VALUE, row.language, MEASURE - LABELS) if row.text else None
        height = max(label.height, value.height if value else WRITING)
        self._room_for(height)
        baseline = value.first_baseline if value else WRITING
        self._put(label, Point(MARGIN, self._y + max(baseline - label.first_baseline, 0.0)), LABEL)
        if value:
            drop = max(label.first_baseline - baseline, 0.0)
            self._put(value, Point(MARGIN + LABELS, self._y + drop), VALUE, row.language)
        self._y += height
        if not value:
            self._rule(MARGIN + LABELS)
            self._y += APART * self._scale
        self._y += APART * self._scale

    def _room_for(self, height: float) -> None:
        if self._y + height > SHEET.height - MARGIN:
            self.sheets.append([])
            self._y = MARGIN

    def _set(self, text: str, voice: Voice, language: str = "", measure: float = MEASURE) -> Galley:
        language = language or self._ticket.office
        size = voice.size * self._scale
        kind = voice_of(voice.role, voice.weight, language)
        return self._compose(text, TextStyle(kind, size, size * LEADING, booklet_direction="ltr"), measure)

    def _down(self, galley: Galley, voice: Voice, language: str = "") -> None:
        """Set below what stands there."""
        self._put(galley, Point(MARGIN, self._y), voice, language)
        self._y += galley.height + APART * self._scale

    def _centred(self, galley: Galley, middle: Point, voice: Voice) -> None:
        """Set one line so that its middle is there."""
        line = galley.lines[0]
        corner = Point(middle.x - line.width / 2 - line.indent, middle.y - galley.height / 2)
        self._put(galley, corner, voice)

    def _put(self, galley: Galley, corner: Point, voice: Voice = HEADING, language: str = "") -> None:
        self._paragraphs += 1
        for index, line in enumerate(galley.lines):
            origin = Point(corner.x + line.indent, corner.y + galley.baseline(index))
            tag = language or self._ticket.office
            self.sheets[-1].append(Text(origin, line, voice.colour, "job-ticket", tag, self._paragraphs))

    def _rule(self, start: float) -> None:
        line = path.segment(Point(start, self._y), Point(SHEET.width - MARGIN, self._y))
        self.sheets[-1].append(Stroke(line, "hairline", HAIRLINE))
