"""Scripts, directions, plural forms and language tags."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from small_office import Office

from postcards.manuscript import babel_locale, direction, plural, script
from postcards.manuscript.language import PLURAL_CATEGORIES, PLURALS, hand, plural_categories
from postcards.manuscript.tags import check_tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ("Latn", "ltr")), ("nb", ("Latn", "ltr")), ("so", ("Latn", "ltr")), ("ku", ("Latn", "ltr")),
        ("ar", ("Arab", "rtl")), ("fa-AF", ("Arab", "rtl")), ("ps", ("Arab", "rtl")), ("ckb", ("Arab", "rtl")),
        ("ur", ("Arab", "rtl")), ("he", ("Hebr", "rtl")), ("ti", ("Ethi", "ltr")), ("ne", ("Deva", "ltr")),
        ("ru", ("Cyrl", "ltr")), ("mn", ("Cyrl", "ltr")), ("sr-Latn", ("Latn", "ltr")), ("sr-Cyrl", ("Cyrl", "ltr")),
        ("pa-Arab", ("Arab", "rtl")), ("fa-Aran", ("Arab", "rtl")), ("zh-Hant", ("Hant", "ltr")),
        ("th", ("Thai", "ltr")),
    ],
)  # fmt: skip
def test_script_and_direction(tag: str, expected: tuple[str, str]) -> None:
    assert (script(tag), direction(tag)) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ur", "Aran"), ("ur-IN", "Aran"), ("ur-Arab", "Aran"), ("fa-Aran", "Aran"), ("ur-Latn", "Latn"),
        ("ar", "Arab"), ("fa-AF", "Arab"), ("pa-Arab", "Arab"), ("ti", "Ethi"), ("sr-Cyrl", "Cyrl"),
    ],
)  # fmt: skip
def test_urdu_is_set_in_nastaliq_and_no_other_language_unless_it_asks(tag: str, expected: str) -> None:
    assert hand(tag) == expected


@pytest.mark.parametrize("tag", ["fa-AF", "sr-Latn", "ckb", "ti", "so", "pt-BR"])
def test_babel_knows_the_locale(tag: str) -> None:
    assert babel_locale(tag).territories["ET"]


def test_the_table_of_plural_categories_is_cldrs() -> None:
    for categories, tags in PLURALS.items():
        for tag in tags.split():
            named = {*babel_locale(tag).plural_form.tags, "other"}
            assert categories.split() == [category for category in PLURAL_CATEGORIES if category in named], tag


@pytest.mark.parametrize(
    ("tag", "categories"),
    [
        ("fa-AF", "one other"),
        ("ar", "zero one two few many other"),
        ("cy", "zero one two few many other"),
        ("br", "one two few many other"),
    ],
)
def test_a_language_has_its_plural_categories_in_the_table_or_not(tag: str, categories: str) -> None:
    assert plural_categories(tag) == tuple(categories.split())


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("ru", {1: "one", 2: "few", 5: "many", 21: "one"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("fa-AF", {0: "one", 2: "other"}),
    ],
)
def test_the_plural_form_is_cldrs(office: Office, tag: str, forms: dict[int, str]) -> None:
    english = office.read().languages["en"]
    words = {category: f"{category} {{count}}" for category in PLURAL_CATEGORIES}
    language = replace(english, tag=tag, counts=replace(english.counts, stories=words))
    assert {count: plural(language, "stories", count) for count in forms} == {
        count: f"{category} {count}" for count, category in forms.items()
    }


def test_a_plural_form_that_is_missing_falls_back_to_other(office: Office) -> None:
    english = office.read().languages["en"]
    language = replace(english, tag="ru", counts=replace(english.counts, stories={"other": "{count} in all"}))
    assert plural(language, "stories", 2) == "2 in all"


@pytest.mark.parametrize("tag", ["en", "nb", "nn", "fa-AF", "sr-Latn", "ckb", "ti", "so", "ku", "pt-BR", "zh-Hans"])
def test_a_canonical_tag_passes(tag: str) -> None:
    assert check_tag(tag) == ()


@pytest.mark.parametrize(
    ("tag", "instead"),
    [
        ("no", "nb"), ("no", "nn"), ("iw", "he"), ("prs", "fa-AF"), ("kmr", "ku"), ("fa_AF", "fa-AF"),
        ("tr_TR", "tr-TR"), ("tr_TR.UTF-8", "tr-TR"), ("PT-br", "pt-BR"), ("EN", "en"), ("english", "en"),
        ("Somali", "so"), ("som", "so"), ("xx", ""), ("", ""), ("zz-ZZ", ""), ("con", ""), ("False", ""), ("../tr", ""),
    ],
)  # fmt: skip
def test_another_tag_is_an_error_that_names_the_right_one(tag: str, instead: str) -> None:
    (fault,) = check_tag(tag)
    assert (fault.code, fault.is_error) == ("language.unknown-tag", True)
    assert f"“{instead}”" in fault.remedy or not instead


@pytest.mark.parametrize(("tag", "scripts"), [("sr", ["sr-Cyrl", "sr-Latn"]), ("zh", ["zh-Hans", "zh-Hant"])])
def test_a_tag_that_leaves_the_script_open_is_a_warning(tag: str, scripts: list[str]) -> None:
    (fault,) = check_tag(tag)
    assert (fault.code, fault.is_error) == ("language.ambiguous-tag", False)
    assert all(name in fault.remedy for name in scripts)
