"""The words on the page are the words in the file, letter for letter, whatever they look like."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from crowd import FACTS
from project import EDITIONS, Answer, Office, Surroundings, in_child, letters, new_office

#: A file that would be read, one that a command would make.
SECRET, MARKER = "/etc/passwd", "was_run"

#: Python's way out of a box, as mails with bad intent carry it.
ESCAPE = "[[].append(1)for none in[1]if().__class__]"


@dataclass(frozen=True)
class Odd:
    """A text that means something to some program, and what a reader must see."""

    row: str  # of docs/faults.md
    typed: str
    plain: bool = False  # written without quotation marks
    printed: str = ""  # where that differs

    @property
    def written(self) -> str:
        return self.typed if self.plain else "'" + self.typed.replace("'", "''") + "'"

    @property
    def seen(self) -> str:
        return self.printed or self.typed


ODD = (
    *(Odd("T1", text) for text in ("AT&T", "I <3 you", "a<b and c>d", "&nbsp;", "fish & chips &amp; peas")),
    *(Odd("T2", text) for text in ("<!-- gone -->", "<![CDATA[gone]]>", "<?php gone ?>")),
    Odd("T2", f"<!DOCTYPE x [<!ENTITY e SYSTEM 'file://{SECRET}'>]>&e;"),
    *(Odd("T3", text) for text in ("<b>bold</b>", "<kaboom>", "</p>", "<b><i>x</b></i>", "<br/>")),
    *(Odd("T4", f"<img src={source}>") for source in (f"file://{SECRET}", SECRET, "../outside.png")),
    Odd("T5", "<img src=http://127.0.0.1:8000/x>"),
    Odd("T6", f"<font color={ESCAPE}>x</font>"),
    *(Odd("T7", text) for text in ("<font size=1e9>x</font>", "<font name=../../x>x</font>", "<para leftIndent=-900>")),
    *(Odd("T8", f"<a href={target}>x</a>") for target in ("javascript:alert(1)", f"file://{SECRET}")),
    Odd("T8", "<onDraw name=os.system label=x/>"),
    *(Odd("T9", text) for text in ("</title><script>x</script>", "'><img onerror=x>")),
    *(Odd("T10", text) for text in ("$HOME `ls`", f"$(touch {MARKER}); touch {MARKER}", "\\textbf{x} \\input{x}")),
    *(Odd("T10", text) for text in ("#set page(x)", "=1+2", "@SUM(1)", "{0}", "{0.__class__}", "{title}")),
    *(Odd("T10", text) for text in ("%s and %(x)s", "(a) \\(b\\)")),
    *(Odd("R8", text) for text in ("*star* _line_", "a *star that is alone")),
    Odd("T14", "می‌خواهم بروم"),
    Odd("T20", "café en été"),
    Odd("T20", unicodedata.normalize("NFD", "crème brûlée"), printed="crème brûlée"),
    *(Odd("T31", text) for text in ("null", "None", "NaN", "true")),
    Odd("T32", "  a   house\t of  hers  ", printed="a house of hers"),
    *(Odd("Y15", text, plain=True) for text in ("no", "Yes", "on", "off", "N")),
    *(Odd("Y18", text, plain=True) for text in ("010", "08", "1_000", "1.10", "1e3", "0x1F", "+12", ".inf", ".nan")),
    *(Odd("Y19", text, plain=True) for text in ("12:30", "190:20:30")),
    *(Odd("Y20", text, plain=True) for text in ("1945-05-08", "2011-02-30", "2001-12-14t21:59:43.10-05:00")),
    *(Odd("Y24", text, plain=True) for text in ("-home", "?home")),
)

#: Tells at its end what the build has opened, asked and started.
WATCHED = """
import sys
seen = []
def hook(event, arguments):
    if event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec"):
        seen.append(f"{event} {arguments[:2]!r}")
sys.addaudithook(hook)
from postcards.cli import main
code = main(sys.argv[1:])
print("\\n".join(seen), file=sys.stderr)
sys.exit(code)
"""

#: Printed in the language's own form: see test_writing.py.
MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True)
class Built:
    """A booklet in which each odd text is the title, the quote and the text of a story of its own."""

    office: Office
    answer: Answer


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    office = new_office(tmp_path_factory.mktemp("odd") / "project", ("wahed",), ("en",))
    for number, odd in enumerate(ODD):
        office.write(f"stories/odd-{number:02d}/story.yaml", FACTS)
        text = "title: {0}\nquote:\n  text: {0}\n  source: edited\nsummary: {0}\nstatus: draft\n"
        office.write(f"stories/odd-{number:02d}/en.yaml", text.replace("{0}", odd.written))
    office.change("booklets/small.yaml", "layout: spread", "layout: single")
    return Built(office, in_child(office, Surroundings(program=("-c", WATCHED)), "build", "-j", "1", "--json"))


def _squeezed(text: str) -> str:
    """Without what line ends and the language's own quotation marks change."""
    return "".join(text.translate(MARKS).split())


def test_odd_texts_are_no_fault(built: Built) -> None:
    assert [problem for problem in built.answer.answer["problems"] if problem["severity"] == "error"] == []
    assert built.answer.code == 0


@pytest.fixture(scope="module", params=EDITIONS)
def read(request: pytest.FixtureRequest, built: Built) -> str:
    return _squeezed(letters(built.office.pdf("en", request.param)))


@pytest.mark.parametrize(
    "odd", [pytest.param(odd, marks=pytest.mark.fault(odd.row), id=f"{odd.row}-{odd.typed[:20]!a}") for odd in ODD]
)
def test_odd_texts_come_out_letter_for_letter(odd: Odd, read: str) -> None:
    """As title of the story and in the contents, as quote, as text."""
    assert read.count(_squeezed(odd.seen)) >= 4


def test_odd_titles_are_bookmarks_letter_for_letter(built: Built) -> None:
    with pypdfium2.PdfDocument(built.office.pdf("en", "screen")) as document:
        titles = {_squeezed(mark.get_title()) for mark in document.get_toc()}
    assert [odd.typed for odd in ODD if _squeezed(f"Amina: {odd.seen}") not in titles] == []


@pytest.mark.fault("T2", "T4", "T5", "T6", "T10")
def test_no_text_opens_asks_or_starts_anything(built: Built) -> None:
    seen = built.answer.err.splitlines()
    assert any("content/stories/odd-00/en.yaml" in event for event in seen)
    assert [event for event in seen if not event.startswith("open ")] == []
    assert [event for event in seen for word in (SECRET, "outside", "../") if word in event] == []
    assert [*built.office.root.rglob(MARKER), *Path.cwd().glob(MARKER)] == []


@pytest.mark.fault("T8")
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_text_leads_out_of_the_file(edition: str, built: Built) -> None:
    with pikepdf.open(built.office.pdf("en", edition)) as document:
        written = [*_written(document)]
    assert any(b"/Catalog" in part for part in written)
    assert [key for key in (b"/URI", b"/Launch", b"/JavaScript", b"/JS") if any(key in part for part in written)] == []


@pytest.mark.fault("T7")
def test_no_text_changes_the_layout(built: Built) -> None:
    with pypdfium2.PdfDocument(built.office.pdf("en", "screen")) as document:
        sizes = {(round(width), round(height)) for width, height in (page.get_size() for page in document)}
        stories = len(ODD) + 1
        assert stories < len(document) < stories + 20
    assert len(sizes) == 1


def _written(document: pikepdf.Pdf) -> Iterator[bytes]:
    for part in document.objects:
        yield part.unparse(resolved=True)
        if isinstance(part, pikepdf.Stream) and part.get("/Filter") != "/DCTDecode":
            yield part.read_bytes()
