"""Finds the numeric addresses of a computer; a look-up that hangs can be left behind."""

from __future__ import annotations

import socket
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from desktop.core.errors import UnknownHost

if TYPE_CHECKING:
    from desktop.core.sending.deadline import Deadline
    from desktop.core.sending.leg import Leg

Place = tuple[socket.AddressFamily, tuple[Any, ...]]
"""A family and what `connect` wants; the first item of the latter is the numeric address."""


def resolve(host: str, port: int, leg: Leg, limit: Deadline) -> list[Place]:
    """Where a computer can be reached, best first. Raises UnknownHost, TimedOut, Cancelled."""
    try:
        return _look_up(host, port, socket.AI_NUMERICHOST)
    except OSError:
        pass  # not a number, so somebody must be asked
    leg.watch.begin("name")
    answers: SimpleQueue[list[Place] | OSError | None] = SimpleQueue()
    # The system's look-up cannot be interrupted: its thread is left to itself, and ends some day.
    Thread(target=_answer, args=(host, port, answers), name="name look-up", daemon=True).start()
    leg.token.hold(lambda: answers.put(None))
    try:
        found = answers.get(timeout=max(limit.left(), 0))
    except Empty:
        raise leg.timed_out(limit) from None
    finally:
        leg.token.hold(None)
    leg.token.check()
    if not isinstance(found, list):
        raise UnknownHost(host) from found
    return found


def _answer(host: str, port: int, answers: SimpleQueue[list[Place] | OSError | None]) -> None:
    try:
        answers.put(_look_up(host, port) or OSError("no addresses"))
    except OSError as error:
        answers.put(error)
    except UnicodeError:
        answers.put(OSError("not a name"))


def _look_up(host: str, port: int, flags: int = 0) -> list[Place]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(family, place) for family, _, _, _, place in found]
