"""What happens to translations, each row of docs/faults.md that begins with R."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from crowd import ERROR, FACTS, TEXT, WARNING, Case, Crowd, changed, gather, losses, parameters, slugs
from project import Office, new_office

BUILT, LEFT_OUT = 0, 1

#: Long enough to be compared with its translation.
SUMMARY = "She went home in 1994 with 45 000 kroner."
NORWEGIAN = "Hun reiste hjem i 1994 med 45 000 kroner."
SOURCE = TEXT.replace("She went home in 2012.", SUMMARY)
TRANSLATION = TEXT.replace("A house", "Et hus").replace("She went home in 2012.", NORWEGIAN)


def pair(translation: str, source: str = SOURCE) -> dict[str, str | bytes]:
    return {"en.yaml": source, "nb.yaml": translation}


def turned(old: str, new: str) -> dict[str, str | bytes]:
    """A story of which the translation has other words."""
    return {"en.yaml": SOURCE, "nb.yaml": str(changed(old, new, TRANSLATION)["story.yaml"])}


def told(row: str, files: dict[str, str | bytes], code: str, line: int, *says: str, severity: str = WARNING) -> Case:
    return Case(row, files, code, line, says, "nb.yaml", severity)


def of_name(row: str, tag: str, *says: str, code: str = "language.unknown-tag", severity: str = ERROR) -> Case:
    """A story with a translation under a name."""
    return Case(row, {f"{tag}.yaml": TEXT}, code, None, says, f"{tag}.yaml", severity)


TWO_PARAGRAPHS = f"|\n  {NORWEGIAN}\n\n  Nå har hun et hus."

CASES = (
    told("R1", pair(f"{TRANSLATION}translated_from: 000000000000\n"), "translation.stale", 7, "en.yaml"),
    told("R2", turned("title: Et hus\n", ""), "text.missing-key", 1, "“title”", severity=ERROR),
    told("R2", turned("Et hus", ""), "text.empty", 1, severity=ERROR),
    told("R3", turned("title", "tittel"), "text.unknown-key", 1, "“title”", severity=ERROR),
    told(
        "R4",
        pair(TRANSLATION, SOURCE.replace(SUMMARY, f"|\n  {SUMMARY}\n\n  More.")),
        "translation.paragraphs",
        5,
        "1",
        "2",
    ),
    told("R4", turned(NORWEGIAN, TWO_PARAGRAPHS), "translation.paragraphs", 5, "2", "1"),
    told(
        "R5",
        turned("quote:\n  text: She is glad to be home.\n  source: reported\n", "quote: Glad\n"),
        "text.kind",
        2,
        severity=ERROR,
    ),
    told("R9", turned("1994", "1949"), "translation.number", 5, "1994", "1949"),
    told("R9", turned("45 000", "54 000"), "translation.number", 5, "45000", "54000"),
    told("R10", pair(SOURCE), "translation.same", 5, "en.yaml"),
    told("R10", turned(NORWEGIAN, f"{NORWEGIAN} " * 4), "translation.length", 5, "3 times"),
    told("R15", turned(NORWEGIAN, "Она вернулась домой."), "translation.script", 5, "“nb”"),
    *(of_name("R11", tag) for tag in ("xx", "zz-ZZ", "False")),
    of_name("R11", "english", "“en”"),
    of_name("R11", "tr_TR.UTF-8", "“tr-TR”"),
    of_name("R11", "con", "Windows", code="file.name"),
    of_name("R12", "iw", "“he”"),
    of_name("R12", "no", "“nb” or “nn”"),
    of_name("R12", "PT-br", "“pt-BR”"),
    of_name("R12", "kmr", "“ku”"),
    of_name("R12", "zh", "“zh-Hans” or “zh-Hant”", code="language.ambiguous-tag", severity=WARNING),
    of_name("R12", "sr", "“sr-Cyrl” or “sr-Latn”", code="language.ambiguous-tag", severity=WARNING),
    told("R13", pair(f"{TRANSLATION}language: de\n"), "text.unknown-key", 7, "“language”", severity=ERROR),
    Case("R14", {"pt.yaml": TEXT, "PT.yaml": TEXT}, "file.case-clash", None, ("“PT.yaml”", "“pt.yaml”"), "pt.yaml"),
)

#: A number as people write it elsewhere is the same number.
SAME_NUMBERS = ("45.000 kroner i 1994", "45\u00a0000 kroner i 1994", "٤٥٬٠٠٠ kroner i ١٩٩٤", "45 tusen kroner i 1994")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = new_office(tmp_path_factory.mktemp("translated") / "project", languages=("en", "nb"))
    for number, words in enumerate(SAME_NUMBERS):
        for name, text in {
            "story": FACTS,
            "en": SOURCE,
            "nb": TRANSLATION.replace("1994 med 45 000 kroner", words),
        }.items():
            office.write(f"stories/same-{number}/{name}.yaml", text)
    assert office.build().code == BUILT
    return office


@pytest.fixture(scope="module")
def crowd(place: Office) -> Crowd:
    return gather(place, CASES)


@pytest.mark.parametrize(("slug", "case"), parameters(CASES))
def test_what_is_wrong_with_a_translation_is_told(slug: str, case: Case, crowd: Crowd, place: Office) -> None:
    crowd.check(slug, case)
    assert (crowd.answer.code, crowd.answer.err) == (LEFT_OUT, "")
    if "nb.yaml" in case.files:
        assert (slug in place.stories("nb")) == (case.severity == WARNING)
        assert slug in place.stories("en")


@pytest.mark.fault("R9")
@pytest.mark.parametrize("number", range(len(SAME_NUMBERS)))
def test_the_same_number_written_otherwise_is_no_fault(number: int, crowd: Crowd) -> None:
    assert {problem["code"] for problem in crowd.told_of(f"same-{number}")} <= {"translation.undated"}


@pytest.mark.fault("R1")
def test_the_report_says_which_page_is_out_of_date(crowd: Crowd, place: Office) -> None:
    stale = {problem["story"] for problem in place.report("nb")["problems"] if problem["code"] == "translation.stale"}
    assert stale == {slug for slug, case in slugs(CASES).items() if case.row == "R1"}
    assert stale <= place.stories("nb")
    assert crowd.answer.code == LEFT_OUT


@pytest.mark.fault("R6", "R7")
@pytest.mark.parametrize(
    ("new", "severity"),
    [
        ("Utgave {isue}, {date}", ERROR),
        ("Utgave {date}", ERROR),
        ("Utgave ｛issue｝, {date}", ERROR),
        ("Utgave {issue} {issue}, {date}", WARNING),
    ],
)
def test_a_place_holder_that_is_lost_is_told(new: str, severity: str, office: Office) -> None:
    text = office.content("languages/nb.yaml").read_text("utf-8")
    (old,) = (line for line in text.splitlines() if "{issue}" in line)
    line = office.change("languages/nb.yaml", old, f'{old.partition(":")[0]}: "{new}"')
    finding = office.run("check", "--json", "-l", "nb").finding("language.placeholder")
    assert (finding["line"], finding["severity"]) == (line, severity)
    assert "{issue}" in finding["message"]


@pytest.mark.fault("R16")
def test_a_broken_language_costs_no_other(
    office: Office, good: Office, record_property: Callable[[str, object], None]
) -> None:
    office.change("languages/nb.yaml", "endonym:", "endonim:")
    answer = office.build()
    assert answer.code == LEFT_OUT
    assert {file.rsplit("/", 2)[1] for file in answer.answer["files"]} == {"en", "ar"}
    before, after = good.files(), office.files()
    assert losses(record_property, before, [name for name in before if before[name] != after[name]]) == []
