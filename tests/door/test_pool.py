"""Workers of this computer's own: what they begin with, and what happens when one of them is killed."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from project import Office, Surroundings, copy_office, draw_slow_photo, finish, in_child, start, wait_for
from running_processes import children, group, until

from postcards.edition.delivery import LOCK
from postcards.production import jobs_of, open_workshop, shared_out
from postcards.project import find_project
from postcards.workshop import Order

BUILT, LEFT_OUT, NOTHING = 0, 1, 3

#: Editions on two kinds of pages.
PARTED = ("screen", "phone", "print")


def busy(office: Office) -> tuple[subprocess.Popen[str], list[int]]:
    """A build that two workers have begun, and these."""
    draw_slow_photo(office.content("stories/asrat/picture.jpg"))
    (office.out / LOCK).unlink()
    child = start(office, Surroundings(options={"start_new_session": True}), "build", "-j", "2", "--json")
    wait_for(office.out / LOCK, child)
    until(lambda: len(children(child.pid)) > 2)
    return child, children(child.pid)[1:]  # the first is the one that reads


def test_workers_end_with_whoever_asked(office: Office) -> None:
    child, _ = busy(office)
    child.kill()
    finish(child)
    until(lambda: not group(child.pid))
    # They do not hold the lock of the output folder either.
    assert in_child(office, Surroundings(), "build", "-j", "2").code == BUILT
    assert office.unfinished() == []


def test_a_worker_that_was_killed_is_told(office: Office, good: Office) -> None:
    child, workers = busy(office)
    os.kill(workers[0], signal.SIGKILL)
    answer = finish(child)
    assert answer.err == ""
    assert answer.code in (LEFT_OUT, NOTHING)
    lost = {finding["language"] for finding in answer.findings("build.worker-lost")}
    assert lost
    assert office.unfinished() == []
    # Run again as the finding says, all is made.
    assert office.build().code == BUILT
    assert office.files().keys() == good.files().keys()


def test_the_longest_job_is_begun_first_and_the_last_ones_take_the_free_hands(good: Office) -> None:
    workshop = open_workshop(find_project(good.root), good.out, keeps_photos=False)
    work = [Order("small", "nb", ("print", "screen", "phone")), Order("small", "ar", ("screen",))]
    parts = [job for order in work for job in jobs_of(workshop, order)]
    jobs = shared_out(workshop, parts, 2)
    assert [(job.order.language, job.editions, job.hands) for job in jobs] == [
        ("ar", ("screen",), 1),  # Arabic has two bytes a letter
        ("nb", ("print", "screen"), 1),
        ("nb", ("phone",), 2),
    ]
    assert [job.hands for job in shared_out(workshop, parts, 3)] == [1, 1, 1]
    assert [job.hands for job in shared_out(workshop, parts, 7)] == [2, 2, 2]


def test_an_order_made_in_parts_is_the_same(good: Office, tmp_path: Path) -> None:
    offices = [copy_office(good, tmp_path / workers) for workers in ("1", "2")]
    for office in offices:
        answer = office.run("build", "-j", office.root.name, *(f"-e{edition}" for edition in PARTED), "--json")
        assert answer.code == BUILT
    alone, parted = (office.files() for office in offices)
    assert "small/ar/small_ar_phone.pdf" in alone
    assert parted == alone
