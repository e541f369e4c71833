"""What went out and what came back, as it was on the wire."""

from __future__ import annotations

import mmap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

Pairs = tuple[tuple[str, str], ...]
"""Headers, one pair a line, in the order of the wire."""
Content = bytes | mmap.mmap
"""A body: small ones in memory, large ones mapped from a temporary file that has no name."""


@dataclass(frozen=True, slots=True)
class SentHeader:
    """A header line that went out; `automatic` when Bleat added it and the person did not."""

    name: str
    value: str
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it went out; `target` is what stood in the request line."""

    method: str
    url: str
    target: str
    headers: tuple[SentHeader, ...]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that each phase took; None where it did not happen (a connection was reused)."""

    name: float | None = None
    connect: float | None = None
    tls: float | None = None
    sending: float | None = None
    waiting: float | None = None
    receiving: float | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about an answer that the person must know.

    `code`: cut_short, capped, broken_encoding, unread_encoding, broken_headers,
    redirect_not_followed; `facts` fill its sentence.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `body` is decoded, `received` counts the bytes on the wire."""

    status: int
    reason: str
    version: str
    headers: Pairs
    body: Content = field(default=b"", repr=False)
    received: int = 0
    problems: tuple[Problem, ...] = ()

    def header(self, name: str) -> str:
        """The first value of a header, whatever its case; empty when there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer; `withheld` names the headers that a redirect left behind."""

    sent: Sent
    response: Response
    timing: Timing = Timing()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """All hops of one send, the last one being the answer. `elapsed` is in seconds."""

    hops: tuple[Hop, ...]
    started: datetime
    elapsed: float

    @property
    def sent(self) -> Sent:
        """The request that was answered."""
        return self.hops[-1].sent

    @property
    def response(self) -> Response:
        """The answer."""
        return self.hops[-1].response
