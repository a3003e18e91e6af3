"""Whether anybody answers at a cluster's address: asked before anything is read, and before dask is loaded."""

from __future__ import annotations

import socket

from postcards.problems import ProjectError

#: Longest wait for the scheduler, and for a first worker (seconds). Both answer within a fraction, or not at all.
PATIENCE = 5


def must_answer(address: str) -> None:
    """Raise ProjectError unless somebody at `address` (`host:port`) speaks first, as schedulers do.

    Who never speaks is found out here, because dask would wait for ever.
    """
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), PATIENCE) as connection:
            spoken = connection.recv(1)
    except OSError:
        spoken = b""
    if not spoken:
        raise no_answer(address)


def no_answer(address: str) -> ProjectError:
    message = f"There is no answer from a dask scheduler at {address}."
    return ProjectError(message, "Start it, correct the address, or leave out --executor.")
