"""One request on its way to one server: all that a connection must know about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from desktop.core.errors import TimedOut
from desktop.core.sending.hold import Hold

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from desktop.core.model.exchange import Sent
    from desktop.core.sending.cancel import CancelToken
    from desktop.core.sending.deadline import Deadline
    from desktop.core.sending.framing import Framing
    from desktop.core.sending.head import Head
    from desktop.core.sending.prepare import Prepared
    from desktop.core.sending.timing import Stopwatch
    from desktop.core.sending.tls import Contexts

_LEAST_WAIT: Final = 0.001
"""Seconds; a socket takes a wait of zero for none at all."""
_REPEATABLE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})


class PrivateTarget(Exception):
    """A redirect leads from the internet to this computer or its neighbours."""


def is_private(address: str) -> bool:
    """True for a numeric address that the internet cannot reach."""
    found = ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or found
    return not inner.is_global


@dataclass(slots=True)
class Leg:
    """One request and one answer; from `reused` on, the fields are filled in on the way.

    `keep_public` forbids addresses that `is_private` finds; `fresh` forbids a connection that was
    used before.
    """

    prepared: Prepared
    token: CancelToken
    deadline: Deadline
    connect_seconds: float
    contexts: Contexts
    watch: Stopwatch
    on_sent: Callable[[Sent], None]
    is_private: Callable[[str], bool] = is_private
    keep_public: bool = False
    fresh: bool = False
    reused: bool = False
    heard: bool = False
    peer: str = ""
    head: Head = field(init=False)
    framing: Framing = field(init=False)
    connect_limit: Deadline | None = None
    _hold: Hold | None = field(default=None, repr=False)

    @property
    def repeatable(self) -> bool:
        """True for a method that does no harm when it arrives twice (RFC 9110 section 9.2.2)."""
        return self.prepared.method in _REPEATABLE

    def meet(self, peer: str) -> None:
        """Notes the numeric address that is asked. Raises PrivateTarget."""
        if self.keep_public and self.is_private(peer):
            raise PrivateTarget
        self.peer = peer

    def hold(self, sock: socket.socket) -> None:
        """Puts a socket into the hands of the token, in the place of the one before it."""
        self.release()
        self._hold = Hold(sock, self.token)

    def release(self) -> None:
        """Takes the socket out of the hands of the token."""
        if self._hold:
            self._hold.release()
            self._hold = None

    def timed_out(self, limit: Deadline | None = None) -> TimedOut:
        """The failure of a wait that took too long, by a limit of its own or the deadline."""
        seconds = (limit or self.deadline).seconds
        return TimedOut(self.prepared.host, self.watch.phase, seconds)

    def connect_left(self) -> float:
        """Seconds that opening the connection may still take; never quite none."""
        limit = self.connect_limit or self.deadline
        return max(limit.left(), _LEAST_WAIT)

    def remaining(self) -> float:
        """Seconds that the next wait may take. Raises Cancelled, TimedOut."""
        self.token.check()
        left = self.deadline.left()
        if left <= 0:
            raise self.timed_out()
        return left
