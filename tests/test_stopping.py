"""A stop is heard wherever it comes: also where Python would throw away what it raises."""

from __future__ import annotations

import subprocess
import sys

#: A program that is asked to stop while a weak reference's callback runs, and then has time to go on.
UNLUCKY = """
import os, signal, time, weakref
from postcards.stopping import Stopped, listen

class Thing:
    pass

listen()
thing = Thing()
reference = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.{signal}))
try:
    del thing
    time.sleep(60)
except Stopped:
    print("stopped")
"""


def test_a_stop_in_the_middle_of_a_callback_is_not_lost() -> None:
    for name in ("SIGINT", "SIGTERM"):
        ended = subprocess.run(
            [sys.executable, "-c", UNLUCKY.format(signal=name)], capture_output=True, text=True, timeout=30, check=True
        )
        assert ended.stdout == "stopped\n"
        assert ended.stderr == ""


def test_what_else_goes_wrong_in_a_callback_is_told_as_ever() -> None:
    clumsy = UNLUCKY.replace("lambda _: os.kill(os.getpid(), signal.{signal})", "lambda _: 1 / 0").replace("60", "0")
    ended = subprocess.run([sys.executable, "-c", clumsy], capture_output=True, text=True, timeout=30, check=True)
    assert ended.stdout == ""
    assert "ZeroDivisionError" in ended.stderr
