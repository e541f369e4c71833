"""Connections that write a request exactly as it was prepared, in the hands of a token.

The library builds a request of its own on the way; here its lines are replaced by ours.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from desktop.core import limits
from desktop.core.sending.answer import Answer
from desktop.core.sending.dial import dial
from desktop.core.sending.failures import tls_failure
from desktop.core.sending.headers import wire_bytes

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from desktop.core.sending.leg import Leg


class Carrier(dict[str, str]):
    """Stands where the library wants headers, and carries the leg to the connection."""

    def __init__(self, leg: Leg) -> None:
        super().__init__()
        self.leg = leg

    def copy(self) -> Carrier:
        """Itself: the library copies headers before it passes them on."""
        return self


class _Exact(HTTPConnection):
    """What both kinds of connection do differently from the library's."""

    leg: Leg
    peer = ""
    rested = 0.0
    _behind = b""

    def take(self, leg: Leg) -> None:
        """Makes the connection work for a leg; an open one is used again, or closed."""
        self.leg = leg
        self.response_class = partial(Answer, leg=leg)  # type: ignore[assignment]
        if not self.is_closed and self._is_stale(leg):
            self.close()
        if self.sock:
            leg.reused = True
            leg.meet(self.peer)
            leg.hold(self.sock)

    def _is_stale(self, leg: Leg) -> bool:
        idle = time.monotonic() - self.rested
        return leg.fresh or (not leg.repeatable and idle > limits.IDLE_SECONDS)

    def _new_conn(self) -> socket.socket:
        sock = dial(self._dns_host.strip("[]"), self.port, self.leg)
        self.peer = self.leg.peer
        return sock

    def putrequest(self, *_args: Any, **_options: Any) -> None:
        """Writes our request line."""
        prepared = self.leg.prepared
        super().putrequest(
            prepared.method, prepared.target, skip_host=True, skip_accept_encoding=True
        )

    def putheader(self, *_args: Any) -> None:
        """Nothing: the library's lines do not go out."""

    def endheaders(self, *_args: Any, **_options: Any) -> None:
        """Writes our lines, and the body behind them."""
        for header in self.leg.prepared.headers:
            line = header.name.encode("ascii") + b": " + wire_bytes(header.value)
            self._output(line)  # type: ignore[attr-defined]
        self._behind = _framed_body(self.leg)
        super().endheaders()

    def send(self, data: Any) -> None:
        """Writes the head with the body behind it, within the deadline."""
        if self.sock is None:
            self.connect()
        leg, body = self.leg, self._behind
        self._behind = b""
        leg.watch.begin("sending")
        leg.on_sent(leg.prepared.sent())
        for done, piece in _pieces(data, body):
            self._write(piece)
            leg.watch.moved(done, len(body))
        leg.watch.begin("waiting")

    def _write(self, piece: bytes | memoryview) -> None:
        rest = memoryview(piece)
        try:
            while rest:
                self.sock.settimeout(self.leg.remaining())
                rest = rest[self.sock.send(rest) :]
        except TimeoutError as error:
            raise self.leg.timed_out() from error
        except OSError as error:
            # The library takes this as a reason to look whether the server said why it left.
            raise BrokenPipeError from error


class HttpConnection(_Exact):
    """One connection to an http server."""


class HttpsConnection(_Exact, HTTPSConnection):
    """One connection to an https server."""

    def connect(self) -> None:
        """Connects and makes sure who is there. Raises NetworkFailure, Cancelled."""
        with self.leg.contexts.lent() as self.ssl_context:
            try:
                super().connect()
            except OSError as error:
                raise tls_failure(error, self.leg) from error

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        self.leg.watch.begin("tls")
        sock.settimeout(self.leg.connect_left())
        return sock


class _Pool(HTTPConnectionPool):
    """Hands each request's leg to the connection that it goes by."""

    def _make_request(  # type: ignore[override]
        self, conn: Any, method: str, url: str, **options: Any
    ) -> Any:
        carrier: Carrier = options["headers"]
        conn.take(carrier.leg)
        return super()._make_request(conn, method, url, **options)

    def _put_conn(self, conn: Any) -> None:
        if conn:
            # Before another send can take the connection out of the pool.
            conn.leg.release()
            conn.rested = time.monotonic()
        super()._put_conn(conn)


class HttpPool(_Pool):
    """The connections to one http server."""

    ConnectionCls = HttpConnection


class HttpsPool(_Pool, HTTPSConnectionPool):
    """The connections to one https server."""

    ConnectionCls = HttpsConnection


def _framed_body(leg: Leg) -> bytes:
    body = leg.prepared.body
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if leg.prepared.chunked else body


def _pieces(head: bytes, body: bytes) -> Iterator[tuple[int, bytes | memoryview]]:
    """The bytes in the order of the wire, with how much of the body is gone behind each.

    A short body goes out in one piece with its head; some small servers read but once.
    """
    size = limits.RECEIVE_CHUNK
    yield min(len(body), size), head + body[:size]
    view = memoryview(body)
    for start in range(size, len(body), size):
        yield min(start + size, len(body)), view[start : start + size]
