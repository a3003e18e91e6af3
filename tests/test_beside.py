"""Work beside other work: its result, its failure, its end."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from postcards.beside import Beside, WorkerLostError
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
