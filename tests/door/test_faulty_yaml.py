"""What people and programs do to YAML files, each row of docs/faults.md that begins with Y.

Files that are right all the same are in `test_letters.py` and at the end here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from crowd import (
    FACTS,
    MOST_BYTES,
    MOST_SECONDS,
    TEXT,
    Case,
    Crowd,
    changed,
    gather,
    losses,
    parameters,
    slugs,
    title,
    whole,
)
from project import LANGUAGES, Office, copy_office

LEFT_OUT = 1

#: A value that would run a program, if anything were run.
MARKER = "was-run"
RUNS = f"!!python/object/apply:os.system ['touch {MARKER}']"

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
MERGES = "a0: &a0 {k0: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join(f'*a{m}' for m in range(n))}], k{n}: v}}\n" for n in range(1, 90)
)

CASES = (
    Case("Y2", whole(TEXT.replace("reported", "repeated").replace("\n", "\r")), "text.value", 4),
    *(
        Case("Y4", whole(TEXT.encode(encoding)), "file.encoding", 1, ("UTF-8",))
        for encoding in ("utf-16-le", "utf-16-be", "utf-32")
    ),
    Case("Y5", whole(TEXT.replace("glad", "gl\xe5d").encode("latin-1")), "file.encoding", 3, ("UTF-8", "0xE5")),
    Case("Y5", whole(TEXT.replace("glad", "рада").encode("cp1251")), "file.encoding", 3, ("UTF-8",)),
    Case("Y5", whole(TEXT.replace("glad", "سعيدة").encode("cp1256")), "file.encoding", 3, ("UTF-8",)),
    Case("Y6", whole(f"{TEXT}alt: \xe5".encode()[:-1]), "file.encoding", 7),
    Case("Y6", whole(TEXT.encode().replace(b"glad", b"gl\xc0\xafd")), "file.encoding", 3),
    Case("Y6", whole(TEXT.encode().replace(b"glad", b"\xed\xa0\xbd\xed\xb8\x80")), "file.encoding", 3),
    Case("Y7", whole(f"{TEXT}\ufeffalt: A house\n"), "yaml.byte-order-mark", 7, ("U+FEFF",)),
    Case("Y8", changed("  source", "\tsource"), "yaml.tab", 4, ("tab",)),
    Case("Y8", changed("title: A", "title:\tA"), "yaml.tab", 1, ("tab",)),
    Case("Y9", changed("  source", "\xa0\xa0source"), "yaml.indent", 4, ("U+00A0",)),
    Case("Y10", changed("title:", "title："), "yaml.colon", 1, ("U+FF1A", "“:”")),
    Case("Y11", whole(f"{TEXT}title: A home\n"), "yaml.duplicate-key", 7, ("line 1 ", "line 7.")),
    Case("Y11", whole(f'{TEXT}"title": A home\n'), "yaml.duplicate-key", 7, ("line 1 ", "line 7.")),
    Case("Y11", changed("summary", "  text: Again\nsummary"), "yaml.duplicate-key", 5, ("line 3 ", "line 5.")),
    Case("Y12", whole(f"{TEXT}caf\xe9: A\ncafe\u0301: B\n"), "yaml.duplicate-key", 8, ("line 7 ", "line 8.")),
    Case("Y13", changed("title", "t\u0456tle"), "text.unknown-key", 1, ("U+0456", "“title”")),
    Case("Y13", changed("title", "ti\u200btle"), "text.unknown-key", 1, ("U+200B", "“title”")),
    Case("Y14", changed("title", "titel"), "text.unknown-key", 1, ("“titel”", "“title”")),
    Case("Y14", changed("title", "TITLE"), "text.unknown-key", 1, ("“title”",)),
    Case("Y14", whole(f"{TEXT}weather: fine\n"), "text.unknown-key", 7, ("title, quote, summary",)),
    Case("Y15", changed("tone: positive", "tone: no", FACTS), "story.value", 6, ("“no”",), "story.yaml"),
    Case(
        "Y15", changed("name_policy: published", "name_policy: Yes", FACTS), "story.value", 2, ("“Yes”",), "story.yaml"
    ),
    Case(
        "Y16", changed("languages: all", "languages: [no]", FACTS), "language.unknown-tag", 10, ("“nb”",), "story.yaml"
    ),
    Case("Y16", whole(f"{TEXT}no: Norway\n"), "text.unknown-key", 7, ("“no”",)),
    *(Case("Y17", title(nothing), "yaml.null", 1, (f"“{nothing}”",)) for nothing in ("~", "null")),
    *(Case("Y17", title(nothing), "text.empty", 1) for nothing in ("", "''", '"  "')),
    Case("Y17", changed("title: A house\n", ""), "text.missing-key", 1, ("“title”",)),
    Case("Y20", changed("2030-12-31", "2011-02-30", FACTS), "story.value", 11, ("2011-02-30",), "story.yaml"),
    Case("Y20", changed("2012-11", "2012-11-03T10:00:00Z", FACTS), "story.value", 4, (), "story.yaml"),
    Case("Y21", title("9" * 5000), "text.long-word", 1, ("5000",)),
    Case("Y21", title(":".join(["59"] * 20_000)), "text.too-long", 1, ("59999",)),
    Case("Y21", changed("2012-11", "1" * 5000, FACTS), "story.value", 4, (), "story.yaml"),
    Case("Y22", title("House #5"), "yaml.lost-text", 1, ("“#5”",)),
    Case("Y22", changed("2012.", "2012, to house #5."), "yaml.lost-text", 5, ("“#5.”",)),
    Case("Y23", title("Note: the door"), "yaml.colon", 1, ("quotation marks",)),
    *(Case("Y24", title(f"{sign}home"), "yaml.special-character", 1, (f"with {sign},",)) for sign in "@%`|>[{"),
    Case("Y24", title("!home"), "yaml.tag", 1, ("“!home”",)),
    *(Case("Y24", title(f"{sign} home"), "yaml.special-character", 1, (f"with {sign},",)) for sign in "-?"),
    Case("Y25", title("*Amina* came home"), "yaml.special-character", 1, ("*",)),
    Case("Y25", title("&Amina went home"), "yaml.anchor", 1, ("“&Amina”",)),
    Case("Y26", title('"Hi" she said'), "yaml.quote", 1, ("single quotation marks",)),
    Case("Y26", title("'it's'"), "yaml.quote", 1, ("double quotation marks",)),
    Case("Y26", title('"A house'), "yaml.quote", 1),
    Case("Y26", title(r'"C:\home"'), "yaml.escape", 1),
    Case("Y27", title("[A, house]"), "text.kind", 1, ("a list", "text")),
    Case("Y27", title("{A: house}"), "text.kind", 1, ("a group of keys", "text")),
    Case("Y28", title(RUNS), "yaml.tag", 1, ("“!!python/object/apply:os.system”",)),
    Case("Y28", title("!!python/name:os.system x"), "yaml.tag", 1),
    Case("Y28", title("!!binary aG9tZQ=="), "yaml.tag", 1),
    Case("Y28", title("!!set {A, house}"), "yaml.tag", 1),
    Case("Y29", title("&a [*a]"), "yaml.alias", 1),
    Case("Y29", title("*a"), "yaml.alias", 1),
    Case("Y29", whole(f"{TEXT}<<: {{alt: A house}}\n"), "yaml.merge-key", 7),
    Case("Y30", whole(LAUGHS), "file.many-faults", 1),
    Case("Y30", whole(MERGES), "file.many-faults", 1),
    Case("Y31", title("[" * 3000 + "]" * 3000), "yaml.nesting", 1),
    Case("Y31", whole("".join("  " * depth + "a:\n" for depth in range(800))), "yaml.nesting", 13),
    Case("Y32", title("x" * 10_000_000), "file.too-large", 1),
    Case("Y32", title("x" * 1_100_000), "file.too-large", 1),
    Case("Y32", title("x" * 900_000), "text.too-long", 1, ("900000",)),
    Case("Y32", whole("".join(f"key{number}: some value\n" for number in range(50_000))), "file.too-large", 1),
    Case("Y32", whole("a: [" + "a, " * 300_000 + "]"), "file.too-large", 1),
    Case("Y32", whole("\x01" * 900_000), "file.many-faults", 1),
    *(
        Case("Y33", title(f"a{raw}b"), "yaml.control-character", 1, (f"U+{ord(raw):04X}",))
        for raw in ("\0", "\a", "\x7f", "\x9b")
    ),
    Case("Y33", title(r'"a\0b"'), "yaml.control-character", 1, ("U+0000",)),
    Case("Y33", title(r'"\e[31mred"'), "yaml.control-character", 1, ("U+001B",)),
    Case("Y34", title(r'"\ud800"'), "yaml.escape", 1),
    Case("Y34", title(r'"\ud83d\ude00"'), "yaml.escape", 1),
    Case("Y35", title("a\u2028b"), "yaml.line-separator", 1, ("U+2028",)),
    Case("Y35", title("a\x85b"), "yaml.line-separator", 1, ("U+0085",)),
    Case("Y36", whole(""), "yaml.empty", 1),
    Case("Y36", whole("# nothing yet\n"), "yaml.empty", 1),
    Case("Y36", whole("- title\n"), "yaml.kind", 1, ("a list",)),
    Case("Y36", whole("She went home.\n"), "yaml.kind", 1, ("only text",)),
    Case("Y37", whole(f"{TEXT}---\n{TEXT}"), "yaml.documents", 7),
    Case("Y38", whole(f"<<<<<<< HEAD\n{TEXT}=======\n{TEXT}>>>>>>> b\n"), "yaml.conflict", 1),
    Case("Y38", whole(f"```yaml\n{TEXT}```\n"), "file.kind", 1, ("chat",)),
    Case("Y38", whole("<!DOCTYPE html>\n<p>A house\n"), "file.kind", 1, ("web page",)),
    Case("Y38", whole(b"PK\x03\x04\x14\0\0\0"), "file.kind", 1, ("Office document",)),
    Case("Y39", changed("home in", "home\nin"), "yaml.indent", 6),
    Case("Y40", whole(f"%YAML 2.0\n---\n{TEXT}"), "yaml.directive", 1),
)

#: The story that would run something.
RUNNING = next(slug for slug, case in slugs(CASES).items() if case.files == title(RUNS))


@pytest.fixture(scope="module")
def place(good: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return copy_office(good, tmp_path_factory.mktemp("yaml") / "project")


@pytest.fixture(scope="module")
def crowd(place: Office) -> Crowd:
    return gather(place, CASES)


@pytest.mark.parametrize(("slug", "case"), parameters(CASES))
def test_a_faulty_file_is_told_with_its_line(slug: str, case: Case, crowd: Crowd) -> None:
    crowd.check(slug, case)


def test_all_of_them_cost_no_good_file_and_little_time(
    crowd: Crowd, place: Office, record_property: Callable[[str, object], None]
) -> None:
    assert losses(record_property, crowd.before, crowd.lost()) == []
    assert crowd.answer.code == LEFT_OUT
    assert crowd.answer.err == ""
    assert crowd.seconds < MOST_SECONDS
    assert crowd.peak < MOST_BYTES
    assert place.unfinished() == []


@pytest.mark.fault("Y28")
def test_nothing_in_a_file_is_run(crowd: Crowd, place: Office) -> None:
    assert RUNS.encode() in place.content(f"stories/{RUNNING}/en.yaml").read_bytes()
    assert [problem["code"] for problem in crowd.told_of(RUNNING)]
    assert [*place.root.rglob(MARKER), *Path.cwd().glob(MARKER)] == []


@pytest.mark.fault("Y33")
def test_a_terminal_never_gets_what_could_steer_it(crowd: Crowd, place: Office) -> None:
    assert crowd.answer.code == LEFT_OUT
    told = place.run("check", "-l", "en", "-e", "screen").err
    assert len(told.splitlines()) > len(CASES)
    assert "False" not in told
    assert "None" not in told
    assert [char for char in told if not (char.isprintable() or char in "\n\xa0")] == []


@pytest.mark.fault("Y1", "Y2", "Y3")
def test_how_a_good_file_is_saved_changes_nothing(
    office: Office, good: Office, record_property: Callable[[str, object], None]
) -> None:
    """Windows' and old Apple's line ends, a byte order mark, no line end at the end, Notepad's “Unicode”."""

    def save(path: str, text: str, encoding: str = "utf-8") -> None:
        office.content(path).write_bytes(text.encode(encoding))

    written = {path: office.content(path).read_text("utf-8") for path in _texts()}
    ways: list[Callable[[str, str], None]] = [
        lambda path, text: save(path, text.replace("\n", "\r\n")),
        lambda path, text: save(path, text.replace("\n", "\r")),
        lambda path, text: save(path, text, "utf-8-sig"),
        lambda path, text: save(path, text.rstrip("\n")),
        lambda path, text: save(path, text, "utf-16"),
        lambda path, text: save(path, "\ufeff" + text, "utf-16-be"),
    ]
    for number, (path, text) in enumerate(written.items()):
        ways[number % len(ways)](path, text)
    assert office.build().code == 0
    after = office.files()
    # Reports tell the digests of the files that were read, and those are others now.
    pages = {name: made for name, made in good.files().items() if not name.endswith("report.json")}
    assert losses(record_property, pages, [name for name, made in pages.items() if after[name] != made]) == []


def _texts() -> list[str]:
    return [f"stories/{story}/{name}.yaml" for story in ("asrat", "elmi", "wahed") for name in ("story", *LANGUAGES)]
