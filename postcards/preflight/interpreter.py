"""Goes through a page's content once, forms, patterns, masks and drawn letters included, and notes what it sees.

The graphics state is kept as ISO 32000-1, 8.4 has it; the operators themselves stand in `operators.py`. What is
inside a pattern, a mask or a drawn letter counts for colours and fonts, but is no mark of its own: where it lands
depends on what uses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from msgspec import Struct, field

from postcards.preflight.boxes import Box, Matrix, around, box_of, matrix_of
from postcards.preflight.content import INLINE_IMAGE, PATH, Instruction, instructions
from postcards.preflight.limits import DEEPEST, DRAWING, LARGEST_CONTENT, Budget, bounded_memory
from postcards.preflight.marks import Area, Group, Line, Mark, Seen
from postcards.preflight.objects import UNREADABLE, Key, entries, entry, items, key_of, name, numbers
from postcards.preflight.operators import OPERATORS
from postcards.preflight.spaces import Space, read_space
from postcards.preflight.state import State
from postcards.preflight.typefaces import Typeface, read_typeface

#: Content streams up to this size (bytes) are kept parsed, for forms that are drawn on many pages.
KEPT = 1 << 16

#: Operators that a content stream may have wherever it is read in one go.
PLAIN = {operator.encode(): operator for operator in OPERATORS if operator not in (INLINE_IMAGE, PATH)}

#: Numbers of a path that take as long as an operator more.
NUMBERS_AT_A_TIME = 16


class Shelf(Struct):
    """What pages share, so that it is read once."""

    budget: Budget = field(default_factory=Budget)
    typefaces: dict[Key, Typeface] = field(default_factory=dict)
    parsed: dict[Key, list[Instruction]] = field(default_factory=dict)
    entries: dict[Key, Mapping[str, Any]] = field(default_factory=dict)


class Interpreter:
    """One page's content, carried out without a brush."""

    def __init__(self, shelf: Shelf, clip: Box) -> None:
        self.seen = Seen()
        self.state = State(clip=clip)
        self.kept: list[State] = []
        self.resources: object = None
        self.points: list[tuple[float, float]] = []  # of the path being made, on the page
        self.rectangles = 0  # that the path is made of, or -1 if of anything else
        self.clips = False  # whether the path clips what comes after it
        self.line = self.word = Matrix(1, 0, 0, 1, 0, 0)  # text line matrix, text matrix
        self.lenient = 0  # depth of BX, between which unknown operators are allowed
        self._shelf = shelf
        self._open: list[Key] = []  # forms that are being drawn
        self._looked: set[Key] = set()  # patterns, masks and letters that were looked into
        self._hidden = 0
        self._known_of: object = None  # resources, and what was looked up in them
        self._known: dict[tuple[str, str], Any] = {}

    def page(self, page: pikepdf.Object, resources: object) -> Seen:
        """Everything that the page shows."""
        group = entry(page, "Group")
        if group is not None:
            self.group("page", group)
        self._run(page, items(entry(page, "Contents")), resources)
        if self.kept:
            self.seen.strange["a graphics state that is kept and never brought back"] += 1
        return self.seen

    def mark(self, mark: Mark) -> None:
        if not self._hidden:
            self.seen.marks.append(mark)

    def paints(self, what: str) -> None:
        """Note that something is painted, wherever it lands, and what it belongs to."""
        if not self._hidden:
            self.seen.marking.paint(what)

    def open_sequence(self, tag: str, number: int | None, language: str | None) -> None:
        if not self._hidden:
            self.seen.marking.begin(tag, number, language)

    def close_sequence(self) -> None:
        if not self._hidden:
            self.seen.marking.end()

    def use(self, space: Space, where: str) -> None:
        """Note that `space` colours something."""
        profile = "" if space.profile is None else space.profile.objgen
        self.seen.spaces.setdefault(f"{where} {space.family} {space.colorants} {profile}", space)

    def resource(self, kind: str, label: str) -> Any:
        """What the resources that are in force call `label`, or nothing."""
        if self._known_of is not self.resources:
            self._known_of, self._known = self.resources, {}
        if (kind, label) not in self._known:
            self._known[kind, label] = entry(self.resources, kind, label)
        return self._known[kind, label]

    def entries(self, thing: pikepdf.Object) -> Mapping[str, Any]:
        """A dictionary's keys and values; those that are objects of their own are read once."""
        key = key_of(thing)
        if key is None:
            return dict(entries(thing))
        if key not in self._shelf.entries:
            self._shelf.entries[key] = dict(entries(thing))
        return self._shelf.entries[key]

    def read_space(self, thing: object, where: str) -> Space:
        space = read_space(thing, self.resources)
        self.use(space, where)
        return space

    def paint(self, fills: bool, strokes: bool) -> None:
        """Paint the path, let it clip, and forget it."""
        if self.points:
            state, box = self.state, around(self.points)
            shown = box.shared(state.clip)
            if fills and shown:
                self.mark(Area(shown, state.fill, state.look, self.rectangles == 1))
            if strokes and shown:
                self.mark(Line(shown, state.stroke, state.width * state.matrix.scale, state.look))
            if fills or strokes:
                self.paints("paths")
            if self.clips:
                state.clip = shown or Box(box.left, box.bottom, box.left, box.bottom)
        self.points, self.rectangles, self.clips = [], 0, False

    def typeface(self, label: str) -> Typeface | None:
        """The font that the resources call `label`."""
        font = self.resource("Font", label)
        if not isinstance(font, pikepdf.Dictionary):
            return None
        key = key_of(font)
        known = self._shelf.typefaces.get(key) if key else None
        if known is None:
            known = read_typeface(font)
            if key:
                self._shelf.typefaces[key] = known
        self.seen.typefaces.setdefault(key or known.name, known)
        return known

    def draw_form(self, form: pikepdf.Object) -> None:
        """Carry out a form's content where it stands (8.10)."""
        self._note(self.seen.forms, form)
        group = entry(form, "Group")
        if group is not None:
            self.group("form", group)
        self._within(form, matrix_of(numbers(entry(form, "Matrix"))))

    def look_into(self, content: pikepdf.Object) -> None:
        """Note what a pattern's, a mask's or a letter's content uses, once a page."""
        key = key_of(content)
        if key is None or key not in self._looked or key in self._open:
            if key:
                self._looked.add(key)
            self._hidden += 1
            self._within(content, matrix_of(numbers(entry(content, "Matrix"))))
            self._hidden -= 1

    def look_at_letters(self, typeface: Typeface) -> None:
        """Look into the drawings of a Type 3 font (9.6.5)."""
        resources, key = self.resources, key_of(typeface.source)
        if key is None or key not in self._looked:
            if key:
                self._looked.add(key)
            self.resources = entry(typeface.source, "Resources") or resources
            for _, drawing in entries(entry(typeface.source, "CharProcs")):
                if isinstance(drawing, pikepdf.Stream):
                    self.look_into(drawing)
            self.resources = resources

    def group(self, of: str, group: pikepdf.Object, *, luminosity: bool = False) -> None:
        """Note a transparency group and the space that it blends in."""
        if name(entry(group, "S")) == "Transparency":
            blends_in = entry(group, "CS")
            space = None if blends_in is None else self.read_space(blends_in, "group")
            self.seen.groups.append(Group(of, space, luminosity))

    def note_picture(self, picture: pikepdf.Object) -> None:
        self._note(self.seen.pictures, picture)

    def note_state(self, state: pikepdf.Object) -> None:
        self._note(self.seen.states, state)

    def _note(self, noted: list[pikepdf.Object], thing: pikepdf.Object) -> None:
        key = key_of(thing)
        if key is None or key not in self._looked:
            noted.append(thing)
            if key:
                self._looked.add(key)

    def _within(self, content: pikepdf.Object, matrix: Matrix) -> None:
        key = key_of(content)
        if (key and key in self._open) or len(self._open) >= DEEPEST:
            self.seen.strange["a drawing that contains itself, or too many within each other"] += 1
            self.seen.is_whole = False
            return
        self._shelf.budget.operators -= DRAWING
        state, kept, resources = self.state, self.kept, self.resources
        path, text = (self.points, self.rectangles, self.clips), (self.line, self.word)
        self.state, self.kept, self.points = state.copy(), [], []
        self.state.matrix = matrix.before(state.matrix)
        bounds = box_of(numbers(entry(content, "BBox")))
        if bounds:
            outside = Box(0, 0, 0, 0)
            self.state.clip = self.state.matrix.box(bounds).shared(state.clip) or outside
        self._open.append(key or (0, -len(self._open)))
        with self.seen.marking.within(self._open[-1]):
            self._run(content, [content], entry(content, "Resources") or resources)
        self._open.pop()
        self.state, self.kept = state, kept
        self.points, self.rectangles, self.clips = path
        self.line, self.word = text

    def _run(self, holder: pikepdf.Object, streams: list[pikepdf.Object], resources: object) -> None:
        outer, self.resources = self.resources, resources
        budget, seen = self._shelf.budget, self.seen
        for operator, operands in self._instructions(holder, streams):
            budget.operators -= 1 + len(operands) // NUMBERS_AT_A_TIME
            if budget.operators < 0:
                seen.is_whole = False
                break
            carry_out = OPERATORS.get(operator)
            if carry_out is None:
                if not self.lenient:
                    seen.strange[f"the operator “{operator[:20]}”, which PDF does not have"] += 1
                continue
            try:
                carry_out(self, operands)
            except UNREADABLE:
                seen.strange[f"the operator “{operator}” with what it cannot take"] += 1
        self.resources = outer

    def _instructions(self, holder: pikepdf.Object, streams: list[pikepdf.Object]) -> Iterator[Instruction]:
        key = key_of(holder)
        if key and key in self._shelf.parsed:
            yield from self._shelf.parsed[key]
            return
        try:
            with bounded_memory(LARGEST_CONTENT):
                content = [stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream)]
            whole = b"\n".join(content)
            if not self._shelf.budget.affords(whole):
                self.seen.is_whole = False
                return
            parsed, damages = instructions(holder, whole, PLAIN) if content else ([], [])
            for damage in damages:
                self.seen.strange[f"content that is damaged ({damage})"] += 1
        except UNREADABLE as error:
            self.seen.strange[f"content that cannot be read ({error})"] += 1
            self.seen.is_whole = False
            return
        if key and len(whole) <= KEPT and len(self._open) > 0:
            self._shelf.parsed[key] = parsed
        yield from parsed
