"""Booklets made by the workers of a real cluster on this computer: a scheduler and two workers, each a process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from project import REPOSITORY, Office, Surroundings, copy_office, finish, in_child, start, wait_for
from running_processes import until

from postcards.edition.delivery import LOCK, UNFINISHED
from postcards.lastbuild import CACHE

BUILT, USAGE, NOTHING, INTERRUPTED = 0, 2, 3, 130

#: Longest time that a build may take to find out that nobody answers, Python's own start and dask's included (seconds).
FEW_SECONDS = 20

#: What a worker says when it is ready.
REGISTERED = "Registered to:"

#: The program where dask is not installed.
WITHOUT_DASK = "import sys; sys.modules['distributed'] = None; from postcards.cli import main; sys.exit(main())"


class Cluster:
    """A scheduler and its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        card = folder / "scheduler.json"
        self.scheduler = self._started("scheduler", "--port", "0", "--scheduler-file", str(card))
        until(lambda: card.exists() and card.read_text("utf-8").endswith("}"))
        self.address = json.loads(card.read_text("utf-8"))["address"].removeprefix("tcp://")

    def add_worker(self, environment: Mapping[str, str] | None = None) -> None:
        """Start a worker, and wait until the scheduler knows it; nobody starts it again when it dies."""
        name = f"worker{len(self.workers)}"
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder))
        worker = self._started(name, f"tcp://{self.address}", *options, environment=environment)
        self.workers.append(worker)
        until(lambda: REGISTERED in self._log(name).read_text("utf-8"))

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _started(
        self, name: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        program = "scheduler" if name == "scheduler" else "worker"
        command = [sys.executable, "-m", "dask", program, *arguments, "--host", "127.0.0.1", "--no-dashboard"]
        neutral = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "HOME": str(self.folder)}
        with self._log(name).open("wb") as log:
            surroundings = {**neutral, **(environment or {})}
            return subprocess.Popen(command, env=surroundings, cwd=self.folder, stdout=log, stderr=log)

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"


@contextmanager
def running(folder: Path, workers: int) -> Iterator[Cluster]:
    cluster = Cluster(folder)
    try:
        for _ in range(workers):
            cluster.add_worker()
        yield cluster
    finally:
        cluster.end()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers, not to be harmed."""
    with running(tmp_path_factory.mktemp("cluster"), 2) as cluster:
        yield cluster


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Cluster]:
    """Two workers of a test's own."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with running(folder, 2) as cluster:
        yield cluster


@pytest.fixture
def fresh(good: Office, tmp_path: Path) -> Office:
    """The faultless project, of which nothing is made yet."""
    office = copy_office(good, tmp_path / "project")
    shutil.rmtree(office.out)
    return office


def handed_to(address: str) -> tuple[str, ...]:
    return ("build", "--executor", f"dask://{address}", "--json")


def begun(office: Office, cluster: Cluster) -> subprocess.Popen[str]:
    """A build whose workers have begun."""
    child = start(office, Surroundings(options={"start_new_session": True}), *handed_to(cluster.address))
    wait_for(office.out / LOCK, child)
    # What the files say is written down by who reads them; all else is kept by workers.
    until(lambda: any(is_of_workers(kept.name) for kept in (office.out / CACHE).glob("*")))
    return child


def is_of_workers(kept: str) -> bool:
    return not kept.startswith("memory-") and not kept.endswith(UNFINISHED)


def test_a_cluster_makes_the_same_bytes(fresh: Office, good: Office, cluster: Cluster) -> None:
    answer = in_child(fresh, Surroundings(), *handed_to(cluster.address))
    assert (answer.code, answer.err) == (BUILT, "")
    assert fresh.files() == good.files()
    kept = in_child(fresh, Surroundings(), "build", "-j", "1", "--explain", "--json").answer["explain"]
    assert set(kept.values()) == {"kept, nothing has changed"}


def test_whoever_stops_waiting_stops_the_workers(fresh: Office, cluster: Cluster) -> None:
    child = begun(fresh, cluster)
    os.killpg(child.pid, signal.SIGINT)
    answer = finish(child)
    assert answer.code == INTERRUPTED, answer.err
    assert "Traceback" not in answer.err
    left = fresh.files()
    assert fresh.unfinished() == []
    time.sleep(2)  # a worker that went on would have finished something by now
    assert fresh.unfinished() == []
    assert fresh.files() == left
    # The workers are there for the next.
    assert in_child(fresh, Surroundings(), *handed_to(cluster.address)).code == BUILT


def test_another_worker_makes_what_one_that_died_had_in_hand(fresh: Office, good: Office, mortal: Cluster) -> None:
    child = begun(fresh, mortal)
    mortal.workers[0].kill()
    answer = finish(child)
    assert answer.code == BUILT, answer.err
    assert fresh.files() == good.files()
    assert fresh.unfinished() == []


@pytest.mark.parametrize("who", ["workers", "scheduler"])
def test_a_cluster_that_died_is_told(who: str, fresh: Office, mortal: Cluster) -> None:
    child = begun(fresh, mortal)
    for process in mortal.workers if who == "workers" else [mortal.scheduler]:
        process.kill()
    answer = finish(child)
    assert answer.code == NOTHING, answer.err
    assert "Traceback" not in answer.err
    assert {finding["language"] for finding in answer.findings("build.worker-lost")} == set(fresh.languages)
    assert fresh.unfinished() == []


def test_a_worker_with_other_packages_makes_nothing(fresh: Office, tmp_path: Path) -> None:
    (tmp_path / "other-packages" / "another-9.9.dist-info").mkdir(parents=True)
    path = f"{REPOSITORY}{os.pathsep}{tmp_path / 'other-packages'}"
    (tmp_path / "cluster").mkdir()
    with running(tmp_path / "cluster", 0) as cluster:
        cluster.add_worker({"PYTHONPATH": path})
        answer = in_child(fresh, Surroundings(), *handed_to(cluster.address))
    assert answer.code == NOTHING
    assert "has another version of this program, of Python or of a package" in answer.err
    assert fresh.files() == {}


def test_a_scheduler_that_cannot_be_reached_is_told_soon(fresh: Office) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        silent = mute.getsockname()[1]
        with socket.create_server(("127.0.0.1", 0)) as closed:
            nobody = closed.getsockname()[1]
        for port in (silent, nobody):
            began = time.monotonic()
            answer = in_child(fresh, Surroundings(), *handed_to(f"127.0.0.1:{port}"))
            assert time.monotonic() - began < FEW_SECONDS
            assert answer.code == NOTHING
            assert answer.err == (
                f"postcards: There is no answer from a dask scheduler at 127.0.0.1:{port}. "
                "Start it, correct the address, or leave out --executor.\n"
            )


def test_a_cluster_without_workers_is_told_soon(fresh: Office, tmp_path: Path) -> None:
    (tmp_path / "cluster").mkdir()
    with running(tmp_path / "cluster", 0) as cluster:
        answer = in_child(fresh, Surroundings(), *handed_to(cluster.address))
    assert answer.code == NOTHING
    assert answer.err.startswith(f"postcards: The cluster at {cluster.address} has no workers.")


def test_where_dask_is_not_installed_the_remedy_is_told(fresh: Office) -> None:
    answer = in_child(fresh, Surroundings(program=("-c", WITHOUT_DASK)), *handed_to("127.0.0.1:8786"))
    assert answer.code == USAGE
    assert "Run “python -m pip install '.[cluster]'” in this program's folder, or leave out --executor." in answer.err
    assert not fresh.out.exists()


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "dask://", "dask://host", "dask://host:x", "tcp://host:1"])
def test_an_address_that_is_none_is_refused(address: str, office: Office) -> None:
    assert office.run("build", "--executor", address).code == USAGE
