"""Receives the body of an answer: decoded, capped, and kept as far as it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from urllib3.exceptions import HTTPError

from desktop.core import limits
from desktop.core.errors import BrokenAnswer, Cancelled, Failure, TimedOut
from desktop.core.model.exchange import Content, Problem
from desktop.core.sending.decode import Decoding, NotEncoded, is_readable
from desktop.core.sending.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3.response import BaseHTTPResponse

    from desktop.core.sending.bounds import Bounds
    from desktop.core.sending.leg import Leg


@dataclass(frozen=True, slots=True)
class Received:
    """A body, the bytes that it had on the wire, and what went wrong with it."""

    body: Content
    received: int
    problems: tuple[Problem, ...]


class _Stop(Exception):
    """Reading ends before the body does."""

    def __init__(self, code: str, *facts: tuple[str, str]) -> None:
        super().__init__(code)
        self.problem = Problem(code, facts)


class BodyReader:
    """Reads one body from the library's response."""

    def __init__(self, raw: BaseHTTPResponse, leg: Leg, bounds: Bounds) -> None:
        self._raw = raw
        self._leg = leg
        self._framing = framing = leg.framing
        self._bounds = bounds
        self._spool = Spool(bounds.in_memory)
        self._received = 0
        self._problems: list[Problem] = []
        self._readable = is_readable(framing.codings)
        self._decoding = Decoding(framing.codings if self._readable else ())
        self._undecoded = bytearray()

    def read(self) -> Received:
        """The body as far as it came; what is missing is among the problems."""
        try:
            self._fill()
        except _Stop as stop:
            self._problems.append(stop.problem)
        except (HTTPError, Failure) as error:
            self._problems.append(self._cut(_why(error)).problem)
        except OSError:
            self._problems.append(self._cut("disk_full").problem)
        if self._received and not self._readable:
            self._problems.append(Problem("unread_encoding", self._encoding()))
        with self._spool as spool:
            return Received(spool.content(), self._received, tuple(self._problems))

    def _fill(self) -> None:
        for data in self._wire():
            for piece in self._decoded(data):
                self._keep(piece)
        if not self._decoding.complete:
            raise self._cut("compressed")

    def _wire(self) -> Iterator[bytes]:
        """The bytes as they come, until they end."""
        while data := self._raw.read1(limits.RECEIVE_CHUNK, decode_content=False):
            self._received += len(data)
            self._leg.watch.moved(self._received, self._framing.length)
            yield data

    def _decoded(self, data: bytes) -> Iterator[bytes]:
        """Decoded pieces; the bytes as they came where they prove not to be encoded."""
        if self._decoding.active and not self._spool.size:
            self._undecoded += data
        try:
            yield from self._decoding.feed(data)
        except NotEncoded:
            if self._spool.size:
                raise _Stop("broken_encoding", *self._encoding()) from None
            self._problems.append(Problem("broken_encoding", self._encoding()))
            self._decoding = Decoding(())
            yield bytes(self._undecoded)
        if self._spool.size:
            self._undecoded.clear()
        elif len(self._undecoded) > self._bounds.in_memory:
            raise _Stop("broken_encoding", *self._encoding())

    def _keep(self, piece: bytes) -> None:
        self._leg.remaining()  # a few bytes may unpack to a gigabyte
        room = self._bounds.body - self._spool.size
        self._spool.add(piece[:room])
        if len(piece) > room:
            raise _Stop("capped", ("limit", str(self._bounds.body)))

    def _cut(self, reason: str) -> _Stop:
        length = self._framing.length
        expected = "" if length is None else str(length)
        received = ("received", str(self._received))
        return _Stop("cut_short", received, ("expected", expected), ("reason", reason))

    def _encoding(self) -> tuple[tuple[str, str], ...]:
        return (("encoding", ", ".join(reversed(self._framing.codings))),)


def _why(error: Exception) -> str:
    """Why a body broke off, as cut_short names it."""
    if isinstance(error, Cancelled):
        return "cancelled"
    if isinstance(error, TimedOut):
        return "timed_out"
    if isinstance(error, BrokenAnswer):
        return "rules"
    return "reset" if isinstance(error, Failure) else "closed"
