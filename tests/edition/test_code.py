"""A page's code says what is in force once, and nothing is painted otherwise for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postcards.edition.code import PageCode, Parameter

FILL, OTHER = "0 0 0 1 k", "0 0 0 0 k"


def test_what_is_in_force_is_not_said_again() -> None:
    code = PageCode([])
    for fill in (FILL, FILL, OTHER, FILL):
        code.set("fill", fill)
    code.set("stroke", FILL)
    assert code.end().split("\n") == [FILL, OTHER, FILL, FILL]


def test_lines_that_follow_each_other_share_a_text_object() -> None:
    code = PageCode([])
    code.show("first TJ")
    code.set("fill", FILL)
    code.show("second TJ")
    code.paint("0 0 m 1 1 l S")
    code.show("third TJ")
    assert code.end() == f"BT\nfirst TJ\n{FILL}\nsecond TJ\nET\n0 0 m 1 1 l S\nBT\nthird TJ\nET"


def test_what_was_kept_is_in_force_again() -> None:
    code = PageCode([])
    code.set("fill", FILL)
    code.keep("1 0 0 1 5 5 cm")
    code.set("fill", OTHER)
    code.bring_back()
    code.set("fill", FILL)
    code.set("fill", OTHER)
    assert code.end().split("\n") == [FILL, "q 1 0 0 1 5 5 cm", OTHER, "Q", OTHER]


PARAMETERS: tuple[Parameter, ...] = ("state", "fill", "stroke", "width", "dashes", "font")
SETTINGS = st.tuples(st.sampled_from(PARAMETERS), st.sampled_from("abc"))
STEPS = st.lists(st.one_of(SETTINGS, st.sampled_from(["show", "paint", "keep", "bring_back"])), max_size=40)


@given(STEPS)
def test_everything_is_painted_with_what_was_set_last(steps: list[tuple[Parameter, str] | str]) -> None:
    code = PageCode([])
    now: dict[str, str] = {}
    kept: list[dict[str, str]] = []
    wanted = []
    for step in steps:
        if isinstance(step, tuple):
            now[step[0]] = step[1]
            code.set(step[0], f"set {step[0]} {step[1]}")
        elif step == "keep":
            kept.append(dict(now))
            code.keep("")
        elif step == "bring_back" and kept:
            now = kept.pop()
            code.bring_back()
        elif step in ("show", "paint"):
            # Whoever paints says first what it is painted with.
            for parameter, value in now.items():
                code.set(parameter, f"set {parameter} {value}")  # type: ignore[arg-type]
            getattr(code, step)(step)
            wanted.append((step, dict(now)))
    assert [*painted(code.end())] == wanted


def painted(code: str) -> list[tuple[str, dict[str, str]]]:
    """What a reader paints, and with what; texts stand in text objects, and nothing else does."""
    found: list[tuple[str, dict[str, str]]] = []
    now: dict[str, str] = {}
    kept: list[dict[str, str]] = []
    inside = False
    for line in code.split("\n") if code else ():
        word, *rest = line.split()
        if word == "set":
            now = {**now, rest[0]: rest[1]}
        elif word in ("q", "Q"):
            assert not inside
            if word == "q":
                kept.append(now)
            else:
                now = kept.pop()
        elif word in ("BT", "ET"):
            assert inside is (word == "ET")
            inside = not inside
        else:
            assert inside is (word == "show")
            found.append((word, now))
    assert not inside
    return found
