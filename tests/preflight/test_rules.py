"""Every rule finds what breaks it, and nothing else; its twin, nearly the same, passes all of them."""

from __future__ import annotations

import pytest
from breakages import BREAKAGES, CMYK_PLACES, RGB_PLACES, Breakage
from press_file import changed, sound

from postcards.preflight.demands import READERS, Demands
from postcards.preflight.rulebook import RULES, Examined, examine


def broken_rules(examined: Examined) -> set[str]:
    return {found.rule for found in examined.found}


def told(examined: Examined) -> list[str]:
    return [f"{found.rule}: page {found.fault.page}: {found.fault.detail}" for found in examined.found]


def named(breakage: Breakage) -> str:
    return breakage.rule


def test_the_sound_file_breaks_no_rule() -> None:
    examined = examine(sound(), Demands())
    assert told(examined) == []
    assert examined.pages == 4
    assert told(examine(sound(), READERS)) == []


@pytest.mark.parametrize("breakage", BREAKAGES, ids=named)
def test_a_rule_finds_what_breaks_it(breakage: Breakage) -> None:
    examined = examine(breakage.broken(), breakage.demands)
    assert broken_rules(examined) == {breakage.rule, *breakage.also}, told(examined)
    for found in examined.found:
        assert found.fault.message.endswith(".")
        assert found.fault.remedy.endswith(".")


@pytest.mark.parametrize("breakage", BREAKAGES, ids=named)
def test_its_twin_passes(breakage: Breakage) -> None:
    assert told(examine(breakage.clean(), breakage.twin_demands or breakage.demands)) == []


def test_every_rule_is_broken_by_something() -> None:
    asked = {rule.name for rule in RULES if rule.holds_for != "ua"}
    assert asked == {breakage.rule for breakage in BREAKAGES} | {"rgb"}
    assert len({rule.name for rule in RULES}) == len(RULES)


#: What these places break beside: masks and letters that are drawn.
BESIDE = {"soft mask": {"group-spaces"}, "drawn letters": {"drawn-letters", "readable"}, "page group": {"group-spaces"}}


@pytest.mark.parametrize("place", RGB_PLACES)
def test_screen_colours_are_found_wherever_they_hide(place: str) -> None:
    examined = examine(changed(RGB_PLACES[place]), Demands())
    assert broken_rules(examined) - BESIDE.get(place, set()) == {"rgb"}, told(examined)
    assert {found.fault.page for found in examined.found} == {2}


@pytest.mark.parametrize("place", CMYK_PLACES)
def test_press_colours_may_stand_in_the_same_places(place: str) -> None:
    examined = examine(changed(CMYK_PLACES[place]), Demands())
    assert broken_rules(examined) - BESIDE.get(place, set()) == set(), told(examined)


def test_a_finding_names_its_page() -> None:
    (found,) = examine(changed(RGB_PLACES["operator"]), Demands()).found
    assert found.fault.page == 2
