"""Opens a connection that can be cancelled at every moment."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING, Final

from urllib3.util.wait import wait_for_write

from desktop.core.errors import Failure, NothingListening, Unreachable
from desktop.core.sending.resolve import Place, resolve

if TYPE_CHECKING:
    from desktop.core.sending.deadline import Deadline
    from desktop.core.sending.leg import Leg

_LOOK_SECONDS: Final = 0.2
"""How often a connect that waits looks at the token, where a shut socket does not wake it."""
_UNDER_WAY: Final = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, errno.EINTR}
_WINDOWS_UNDER_WAY: Final = 10035


def dial(host: str, port: int, leg: Leg) -> socket.socket:
    """A connection to a computer: its addresses are tried one after the other.

    Raises UnknownHost, NothingListening, Unreachable, TimedOut, Cancelled, PrivateTarget.
    """
    leg.connect_limit = limit = leg.deadline.within(leg.connect_seconds)
    places = resolve(host, port, leg, limit)
    leg.watch.begin("connect")
    errors: list[OSError] = []
    for tried, place in enumerate(places):
        leg.meet(str(place[1][0]))
        share = limit.within(limit.left() / (len(places) - tried))
        try:
            return _connect(place, leg, share)
        except OSError as error:
            # Without its traceback, which would keep the whole send in a circle.
            errors.append(error.with_traceback(None))
    worst = max(errors, key=_weight)
    raise _failure(worst, leg, limit) from worst


def _connect(place: Place, leg: Leg, limit: Deadline) -> socket.socket:
    sock = socket.socket(place[0], socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setblocking(False)
        leg.hold(sock)
        _wait_connected(sock, place, leg, limit)
    except (OSError, Failure):
        leg.release()
        sock.close()
        raise
    return sock


def _wait_connected(sock: socket.socket, place: Place, leg: Leg, limit: Deadline) -> None:
    code = sock.connect_ex(place[1])
    if code in _UNDER_WAY or code == _WINDOWS_UNDER_WAY:
        while not wait_for_write(sock, max(min(limit.left(), _LOOK_SECONDS), 0)):
            leg.token.check()
            if limit.left() <= 0:
                raise TimeoutError
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    leg.token.check()
    if code:
        raise OSError(code, os.strerror(code))


def _weight(error: OSError) -> int:
    """How much an error says: a computer that refused is there, one that is silent may be."""
    if isinstance(error, ConnectionRefusedError):
        return 2
    return int(isinstance(error, TimeoutError))


def _failure(error: OSError, leg: Leg, limit: Deadline) -> Failure:
    leg.token.check()
    if isinstance(error, ConnectionRefusedError):
        return NothingListening(leg.prepared.host, leg.prepared.port)
    if isinstance(error, TimeoutError):
        return leg.timed_out(limit)
    return Unreachable(leg.prepared.host)
