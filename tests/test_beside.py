"""Work beside other work: its result, its failure, its end."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from running_processes import until

from postcards.beside import Ahead, Beside, WorkerLostError
from postcards.problems import ProjectError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="work is done beside other work on Linux alone")


def test_its_result_comes_from_another_process() -> None:
    with Beside[int](hands=2) as beside:
        one, other = beside.begin(os.getpid, worth_it=True), beside.begin(os.getpid, worth_it=True)
        assert one() != os.getpid() == other()  # one piece at a time


def test_where_nobody_would_gain_it_is_done_at_once() -> None:
    with Beside[int](hands=1) as beside:
        assert beside.begin(os.getpid, worth_it=True)() == os.getpid()
    with Beside[int](hands=2) as beside:
        assert beside.begin(os.getpid, worth_it=False)() == os.getpid()


def test_its_failure_is_raised_where_it_is_asked_for_and_says_where_it_comes_from() -> None:
    def fail() -> None:
        raise ProjectError("The disk is full.", "Free some space.")

    with Beside[None](hands=2) as beside:
        finished = beside.begin(fail, worth_it=True)
        with pytest.raises(ProjectError, match="full") as caught:
            finished()
    assert "in fail" in str(caught.value.__cause__)


def test_that_it_was_killed_is_told() -> None:
    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with Beside[None](hands=2) as beside:
        finished = beside.begin(die, worth_it=True)
        with pytest.raises(WorkerLostError):
            finished()


def test_nothing_goes_on_when_it_is_left() -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Beside[None](hands=2) as beside:
        beside.begin(lambda: time.sleep(600), worth_it=True)
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 60
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


def test_who_has_got_ready_works_by_what_it_is_told(tmp_path: Path) -> None:
    with Ahead[tuple[str, int]]([tmp_path.rmdir], lambda told: (told, os.getpid()), hands=2) as ahead:
        until(lambda: not tmp_path.exists())
        told, worker = ahead.begin("the word").result()
    assert told == "the word"
    assert worker != os.getpid()


def test_who_is_told_gets_ready_no_further(tmp_path: Path) -> None:
    told, further = tmp_path / "told", tmp_path / "further"
    steps = [lambda: until(told.exists), further.touch]
    with Ahead[bool](steps, lambda _: further.exists(), hands=2) as ahead:
        begun = ahead.begin("")
        told.touch()
        assert not begun.result()


def test_what_nobody_waits_for_is_done_when_it_is_let(tmp_path: Path) -> None:
    with Ahead[bool]([], lambda _: tmp_path.exists(), tmp_path.rmdir, hands=2) as ahead:
        assert ahead.begin("").result()
        with ahead.let():
            pass
        assert not tmp_path.exists()


@pytest.mark.parametrize("begun", [False, True])
def test_what_was_not_let_is_not_done(tmp_path: Path, begun: bool) -> None:
    with Ahead[int]([], len, tmp_path.rmdir, hands=2) as ahead:
        if begun:
            assert ahead.begin("four").result() == 4
    assert tmp_path.exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


def test_where_there_is_one_hand_it_is_done_here(tmp_path: Path) -> None:
    with Ahead[int]([], lambda _: os.getpid(), tmp_path.rmdir, hands=1) as ahead:
        assert ahead.begin("").result() == os.getpid()
        with ahead.let():
            assert not tmp_path.exists()


def test_that_who_was_ready_was_killed_is_told() -> None:
    with Ahead[None]([], lambda _: os.kill(os.getpid(), signal.SIGKILL), hands=2) as ahead:
        begun = ahead.begin("")
        with pytest.raises(WorkerLostError):
            begun.result()
        with ahead.let():
            pass


def test_who_gets_ready_for_long_is_not_waited_for() -> None:
    begun = time.monotonic()
    with Ahead[int]([lambda: time.sleep(600)], len, hands=2):
        pass
    assert time.monotonic() - begun < 60


def test_what_was_let_does_not_go_on_when_something_goes_wrong() -> None:
    begun = time.monotonic()
    with Ahead[int]([], len, lambda: time.sleep(600), hands=2) as ahead:
        assert ahead.begin("four").result() == 4
        with pytest.raises(KeyboardInterrupt), ahead.let():
            raise KeyboardInterrupt
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, 0)
    assert time.monotonic() - begun < 60
