"""Capitals by each language's rule, and only where its script has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.composition.capitals import capitals
from postcards.composition.orthographies import ORTHOGRAPHIES, WITH_CAPITALS
from postcards.manuscript.language import script


@pytest.mark.fault("T26")
@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "Home, but not at ease", "HOME, BUT NOT AT EASE"),
        ("nb", "blåbær og ærfugl", "BLÅBÆR OG ÆRFUGL"),
        ("de", "Straße", "STRASSE"),
        ("tr", "ışık, İstanbul, iki", "IŞIK, İSTANBUL, İKİ"),
        ("tr", "i\u0307ki", "İKİ"),
        ("az", "iki", "İKİ"),
        ("ku", "jinên biçûk", "JINÊN BIÇÛK"),
        ("so", "la’aan", "LA’AAN"),
        ("vi", "Tiếng Việt", "TIẾNG VIỆT"),
        ("ru", "ёлка", "ЁЛКА"),
        ("uk", "обʼєднання", "ОБʼЄДНАННЯ"),
        ("sr-Latn", "ljubav", "LJUBAV"),
        ("hy", "Երևան և Գյումրի", "ԵՐԵՎԱՆ ԵՎ ԳՅՈՒՄՐԻ"),
        ("hyw", "և", "ԵՒ"),
        ("el", "Ο Οδυσσέας ή ο Μάιος, προϊόν, άυλος", "Ο ΟΔΥΣΣΕΑΣ Ή Ο ΜΑΪΟΣ, ΠΡΟΪΟΝ, ΑΫΛΟΣ"),
        ("en", "თბილისი is a city", "თბილისი IS A CITY"),
    ],
)
def test_capitals(tag: str, text: str, expected: str) -> None:
    assert capitals(text, tag) == expected


@pytest.mark.parametrize("tag", [tag for tag in ORTHOGRAPHIES if script(tag) not in WITH_CAPITALS])
@given(text=st.text(max_size=20))
def test_a_script_without_capitals_is_left_alone(tag: str, text: str) -> None:
    assert capitals(text, tag) == text


def test_which_scripts_have_none() -> None:
    without = [tag for tag in ORTHOGRAPHIES if capitals("a", tag) == "a"]
    assert " ".join(without) == "ar fa-AF fa ps ckb ti am bn ne hi pa si ta th ka ur he"
