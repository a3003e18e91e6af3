"""Every rule on tagged files finds what breaks it and nothing else; veraPDF says the same where it has such a test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tagged_breakages import TAGGED, Breakage
from tagged_file import sound
from test_rules import broken_rules, named, told
from test_verapdf import has_verapdf

from postcards.preflight.demands import EVERYBODY, READERS
from postcards.preflight.rulebook import RULES, examine
from postcards.preflight.verapdf import second_opinion

#: Rules for every file that ask more of those that are read aloud.
HEARD = {"readable"}


def test_the_sound_file_breaks_no_rule() -> None:
    examined = examine(sound(), EVERYBODY)
    assert told(examined) == []
    assert examined.pages == 2


@pytest.mark.parametrize("breakage", TAGGED, ids=named)
def test_a_rule_finds_what_breaks_it(breakage: Breakage) -> None:
    examined = examine(breakage.broken(), EVERYBODY)
    assert broken_rules(examined) == {breakage.rule, *breakage.also}, told(examined)
    for found in examined.found:
        assert found.fault.message.endswith(".")
        assert found.fault.remedy.endswith(".")


@pytest.mark.parametrize("breakage", TAGGED, ids=named)
def test_its_twin_passes(breakage: Breakage) -> None:
    assert told(examine(breakage.clean(), EVERYBODY)) == []


def test_every_rule_on_tagged_files_is_broken_by_something() -> None:
    assert {rule.name for rule in RULES if rule.holds_for == "ua"} == {breakage.rule for breakage in TAGGED} - HEARD


def test_a_file_that_calls_itself_so_is_held_against_it_and_no_other() -> None:
    (mute,) = [each for each in TAGGED if each.rule == "ua-outlined"]
    (nameless,) = [each for each in TAGGED if each.clause == "5-1"]
    assert broken_rules(examine(mute.broken(), READERS, heeds_claim=True)) == {"ua-outlined"}
    assert broken_rules(examine(mute.broken(), READERS)) == set()
    assert broken_rules(examine(nameless.broken(), READERS, heeds_claim=True)) == set()


if os.environ.get("CI") or has_verapdf():

    def test_verapdf_says_the_same(tmp_path: Path) -> None:
        """Of each broken file, of each twin, and of the sound one."""
        files = {"sound": (sound(), "")}
        for place, breakage in enumerate(TAGGED):
            files[f"{place}-{breakage.rule}"] = breakage.broken(), breakage.clause
            files[f"{place}-{breakage.rule}-twin"] = breakage.clean(), ""
        for name, (content, _) in files.items():
            (tmp_path / f"{name}.pdf").write_bytes(content)
        verdict = second_opinion([tmp_path / f"{name}.pdf" for name in files])
        assert verdict is not None
        found = {name: {each.rule for each in verdict.of(tmp_path / f"{name}.pdf")} for name in files}
        differing = {
            name: (clause, sorted(found[name]))
            for name, (_, clause) in files.items()
            if (f"verapdf-{clause}" not in found[name] if clause else found[name])
        }
        assert differing == {}
