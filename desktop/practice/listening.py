"""The socket at which the practice API listens: this computer only, 4628 when it is free."""

from __future__ import annotations

import contextlib
import errno
import socket
from typing import Final

HOST: Final = "127.0.0.1"
USUAL_PORT: Final = 4628
"""GOAT on a phone's keys."""
HIGHEST_PORT: Final = 65535
WAITING: Final = 512
"""Connections that may wait until they are accepted."""


class PortRefused(Exception):
    """The wanted port cannot be had; the text is a sentence for the person."""


def listen(port: int | None) -> socket.socket:
    """A listening socket at this port; for None at 4628, or another free port if that is taken."""
    if port is not None:
        return _exactly(port)
    try:
        return _bound(USUAL_PORT)
    except OSError:
        return _bound(0)


def origin(door: socket.socket) -> str:
    """The beginning of every address of this server, as `http://127.0.0.1:4628`."""
    host, port = door.getsockname()
    return f"http://{host}:{port}"


def _exactly(port: int) -> socket.socket:
    if not 0 <= port <= HIGHEST_PORT:
        raise PortRefused(f"A port is a number from 0 to {HIGHEST_PORT}.")
    try:
        return _bound(port)
    except OSError as error:
        raise PortRefused(_why(port, error)) from error


def _why(port: int, error: OSError) -> str:
    if error.errno == errno.EACCES:
        return f"This system does not let you use port {port}; try another, or leave it out."
    return f"Port {port} is already used by another program; try another, or leave it out."


def _bound(port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        _claim(door)
        door.bind((HOST, port))
        door.listen(WAITING)
    except OSError:
        door.close()
        raise
    return door


def _claim(door: socket.socket) -> None:
    """Nobody else may take the port while we have it, and we may have it again at once.

    SO_REUSEADDR means the second on POSIX, and the opposite of the first on Windows.
    """
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    with contextlib.suppress(OSError):
        door.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
