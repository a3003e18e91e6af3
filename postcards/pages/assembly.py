"""Assembling a booklet: which page follows which, and their numbers.

Stories come to the table before anything is numbered, since one that does not fit is left out. The contents page needs
the numbers of pages that come after it, and they the number of its own: it is filled in with a guess to see how many
pages it takes, then with what came of that, until that stays; at most three rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from math import inf, lcm

from msgspec import Struct
from msgspec.structs import replace

from postcards.geometry import MM
from postcards.manuscript import Photo, Story
from postcards.manuscript.printers import COVER_PAGES
from postcards.pages import matter
from postcards.pages.bench import Bench
from postcards.pages.conservation import lost_letters
from postcards.pages.copyfit import WISH, Fit, Step
from postcards.pages.fields import Book, content_digest, story_contents
from postcards.pages.layout import PROSE
from postcards.pages.lettering import pale_text
from postcards.pages.makeup import Content, MadeUp, make_all, make_up
from postcards.pages.misfits import lost_words, story_misfits
from postcards.pages.outline import bookmarks
from postcards.pages.page import Page, Pages, first_pages
from postcards.pages.remembered import Recollection
from postcards.pages.sparing import spared
from postcards.pages.thickness import check_thickness
from postcards.problems import Problem

#: Rounds of numbering: nearly always one is enough; a second settles what the guess got wrong, a third proves it.
ROUNDS = 3

#: Badness of a face that is not the first choice for its page: less than that of a step down in size.
OTHER_FACE = 20.0

#: Pages a booklet must be a multiple of, by binding: a folded sheet has four, a glued leaf two.
PAGE_MULTIPLE = {"saddle-stitch": 4, "perfect": 2, "loose": 2}


class Assembled(Struct, frozen=True):
    """A booklet's pages, what each story's texts needed, and what was found."""

    pages: Pages
    fits: dict[str, tuple[Fit, ...]]  # by slug
    problems: tuple[Problem, ...]


def assemble(bench: Bench, book: Book, before: Recollection | None = None) -> Assembled:
    """All pages of `book`, without those of stories that do not fit; what is known from `before` is not made again."""
    fits: dict[str, tuple[Fit, ...]] = {}
    problems: list[Problem] = []
    kept = []
    stories = _StoryPages(bench, book, before)
    numbers = {}
    number = _Binder(bench, book, stories, 0).open(matter.likely_numbers(book, bench.layout)) + 1
    for story in book.stories:
        made = stories.made_up(story, number)
        fits[story.slug] = tuple(fit for page in made for fit in page.fits)
        found = story_misfits(story, book.tag, fits[story.slug])
        problems += found
        if not any(problem.is_error for problem in found):
            kept.append(story)
            numbers[story.slug] = number
            number += len(made)
    if len(kept) < len(book.stories):
        book = replace(book, stories=tuple(kept), digest=content_digest(book.language, kept))
    pages, unplaced = _number(bench, book, stories, numbers)
    problems += unplaced
    title = book.language.cover.title
    laid_out = Pages(
        book.booklet.id,
        book.tag,
        bench.direction,
        title,
        book.booklet.issue,
        bench.layout.bleed_points,
        tuple(pages),
        tuple(bookmarks(book, pages)),
    )
    problems += lost_letters(book.stories, book.tag, pages)
    problems += pale_text(laid_out, bench.palette, book.booklet.where)
    return Assembled(laid_out, fits, tuple(problems))


class _StoryPages:
    """Made-up pages of stories, and how the contents were set, kept from one round of numbering to the next."""

    def __init__(self, bench: Bench, book: Book, before: Recollection | None) -> None:
        self._bench = bench
        self._book = book
        self._before = before
        self._made: dict[tuple[str, int], tuple[MadeUp, ...]] = {}
        self._matter: dict[str, tuple[object, tuple[MadeUp, ...]]] = {}
        self.contents_step: Step | None = None

    def made_up(self, story: Story, number: int) -> tuple[MadeUp, ...]:
        """The story's pages, the first of them page `number`."""
        key = (story.slug, number)
        if key not in self._made:
            self._made[key] = self._pages(story, number)
        return self._made[key]

    def _pages(self, story: Story, number: int) -> tuple[MadeUp, ...]:
        bench, book = self._bench, self._book
        contents = tuple(story_contents(book, story, bench.palette))
        make = partial(_story_pages, bench, book, bool(story.photo), contents, number)
        return self.known(story.slug, story.photo, (number, contents), make)

    def matter(
        self, place: str, turn: int, photo: Photo | None, asked: object, make: Callable[[], Iterable[MadeUp]]
    ) -> tuple[MadeUp, ...]:
        """Pages around the stories, as they were made in an earlier round if the same was asked then."""
        asked_before, made = self._matter.get(place, (None, ()))
        if asked_before != asked:
            made = self.known(f"/{turn} {place}", photo, asked, make)  # no story is called so
            self._matter[place] = asked, made
        return made

    def known(
        self, name: str, photo: Photo | None, asked: object, make: Callable[[], Iterable[MadeUp]]
    ) -> tuple[MadeUp, ...]:
        """The pages called `name`, as they were made before, or as `make` makes them."""
        return self._before.pages(name, photo, asked, make) if self._before else tuple(make())


def _number(
    bench: Bench, book: Book, stories: _StoryPages, numbers: dict[str, int]
) -> tuple[list[Page], list[Problem]]:
    """Fill in, lay out, number, until the numbers, by slug, stay what they are thought to be."""
    for turn in range(1, ROUNDS + 1):
        binder = _Binder(bench, book, stories, turn)
        pages = binder.bind(numbers)
        found = first_pages(pages)
        if found == numbers:
            thick = check_thickness(book.booklet, len(pages), bench.layout.safe * MM) if bench.layout.bound else ()
            return pages, [*binder.problems, *thick]
        numbers = found
    where = book.booklet.where
    message = "The page numbers in the contents do not settle."
    unsettled = Problem("contents.unsettled", message, "Send us this booklet: it is our fault.", where)
    return pages, [*binder.problems, unsettled]


class _Binder:
    """One round: pages in order, each made up with its number."""

    def __init__(self, bench: Bench, book: Book, stories: _StoryPages, turn: int) -> None:
        self.bench = bench
        self.book = book
        self._stories = stories
        self._round = turn  # 0 is for the guess
        self.pages: list[Page] = []
        self.problems: list[Problem] = []
        palette = bench.palette
        self._fillers: Iterator[tuple[Content, str]] = iter(
            (
                (matter.questions(book, palette), bench.layout.matter.questions),
                (matter.write(book, palette), bench.layout.matter.write),
            )
        )

    def open(self, numbers: dict[str, int]) -> int:
        """Make up what stands before the stories, which begin at `numbers`; how many pages it takes."""
        bench, book, design = self.bench, self.book, self.bench.layout.matter
        palette = bench.palette
        self._add(matter.cover(book, palette), design.cover)
        self._add(matter.inside(book, palette), design.prose)
        apart_from_stories = bench.layout.styles["entry"].lead == 0
        self._add(matter.contents(book, palette, numbers, apart_from_stories), design.contents)
        facing = bench.layout.bound and len(bench.layout.story.with_picture) % 2 == 0
        if facing and self._next % 2 == 1:
            self._fill()
        return len(self.pages)

    def bind(self, numbers: dict[str, int]) -> list[Page]:
        """Make up all pages, if stories begin at `numbers`."""
        bench, book, design = self.bench, self.book, self.bench.layout.matter
        palette = bench.palette
        self.open(numbers)
        for story in book.stories:
            self.pages += (made.page for made in self._stories.made_up(story, self._next))
        colophon = matter.colophon(book, palette)
        if not (bench.layout.bound or matter.names_office(book)):
            colophon = matter.told(book, colophon)
        closing = ((colophon, design.prose), (matter.back(book, palette), design.back))
        if bench.layout.bound:
            self._add(matter.contact(book, palette), design.contact)
            self._fill_sheets(closing)
        else:
            self._add(matter.questions(book, palette), design.questions)
            if matter.names_office(book):
                self._add(matter.running(matter.contact(book, palette)), design.contact)
        for content, face in closing:
            self._add(content, face)
        return self.pages

    def _fill_sheets(self, closing: Sequence[tuple[Content, str]]) -> None:
        """As many pages more as make whole sheets of all, with the `closing` ones."""
        multiple = lcm(PAGE_MULTIPLE[self.book.booklet.binding], self.book.printer.page_multiple)
        needed = sum(len(self._made(content, face)) for content, face in closing)
        apart = COVER_PAGES if self.book.printer.has_own_cover else 0
        while (len(self.pages) + needed - apart) % multiple:
            self._fill()

    @property
    def _next(self) -> int:
        return len(self.pages) + 1

    def _fill(self) -> None:
        """One page more, with something useful on it: the first that takes one page and no more."""
        for content, face in self._fillers:
            made = self._made(content, face)
            if len(made) == 1 and not made[0].over:
                self.pages.append(made[0].page)
                return
        self._add(matter.notes(self.book, self.bench.palette), self.bench.layout.matter.notes)

    def _add(self, content: Content, face: str) -> None:
        for made in self._made(content, face):
            self.pages.append(made.page)
            self.problems += lost_words(self.book, made)

    def _made(self, content: Content, face: str) -> Sequence[MadeUp]:
        """The page, and as many more as its running text needs."""

        def make(left: Content, number: int) -> MadeUp:
            design = self.bench.layout.coded.get(face, face) if left.code else face
            return make_up(self.bench, design, matter.with_folio(left, self.book, number), number)

        def again(step: Step) -> Sequence[MadeUp]:
            asked = replace(content, step=step)
            made = partial(make_all, asked, self._next, make)
            place = f"{self._next} {content.kind} {step}"
            return self._stories.matter(place, self._round, content.photo, (self._next, face, asked), made)

        if content.kind != "contents":
            return again(WISH)  # it is read, and not looked up: size comes first
        if self._stories.contents_step:
            return again(self._stories.contents_step)  # other numbers, as many pages
        ladder = self.bench.ladder(content.fields.get(PROSE, ()))
        self._stories.contents_step, made = spared(ladder, again)
        return made


def _story_pages(
    bench: Bench, book: Book, pictured: bool, contents: Sequence[Content], number: int
) -> Iterator[MadeUp]:
    """A story's pages from `number` on, each in the one of its faces where the texts stand best, and as many more as
    its running text needs.
    """
    slots = bench.layout.story.with_picture if pictured else bench.layout.story.without_picture
    for faces, content in zip(slots, contents, strict=False):

        def make(left: Content, number: int, faces: Sequence[str] = faces) -> MadeUp:
            designs = [bench.layout.coded.get(face, face) for face in faces] if left.code else faces
            return _in_best_face(bench, designs, matter.with_folio(left, book, number), number)

        for made in make_all(content, number, make):
            yield made
            number += 1


def _in_best_face(bench: Bench, faces: Sequence[str], content: Content, number: int) -> MadeUp:
    """The page in the one of its faces where the texts stand best.

    Nearly always that is the first, with every text at its wished size; only else the others are looked at, and then
    how far down the ladder the first would have to go to be better than they are.
    """
    first, *others = faces
    if not others:
        return make_up(bench, first, content, number)
    best = make_up(replace(bench, bound=OTHER_FACE), first, content, number)
    if best.badness <= OTHER_FACE:
        return best
    least = inf
    for place, face in enumerate(others, start=1):
        made = make_up(replace(bench, bound=least), face, content, number)
        if made.badness + OTHER_FACE * place < least:
            best, least = made, made.badness + OTHER_FACE * place
    made = make_up(replace(bench, bound=least), first, content, number)
    return made if made.badness <= least else best
