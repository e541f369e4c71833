"""Reads the head of an answer: the status line and the header lines (RFC 9112)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.core import limits
from desktop.core.errors import BrokenAnswer, NoAnswer, NotHttp
from desktop.core.sending.stranger import looks_like

if TYPE_CHECKING:
    from io import BufferedReader

    from desktop.core.model.exchange import Pairs
    from desktop.core.sending.prepare import Prepared

_BEGINNING: Final = b"HTTP/"
_STATUS: Final = re.compile(rb"HTTP/(0\.9|1\.\d) +([1-9]\d\d)(?: +(.*?))?\s*", re.DOTALL)
_VERSION_2: Final = re.compile(rb"HTTP/[2-9]")
_NAME: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_SWITCHING_PROTOCOLS: Final = 101
_INTERIM: Final = range(100, 200)


@dataclass(frozen=True, slots=True)
class Head:
    """Status and header lines; `faults` are lines that are none, as they came."""

    version: str
    status: int
    reason: str
    headers: Pairs
    faults: tuple[str, ...] = ()

    def values(self, name: str) -> list[str]:
        """All values of a header, by its name in lower case."""
        return [value for key, value in self.headers if key.lower() == name]


class HeadReader:
    """Reads one head for a request that was sent. Raises NetworkFailure."""

    def __init__(self, stream: BufferedReader, asked: Prepared) -> None:
        self._stream = stream
        self._asked = asked

    def read(self) -> Head:
        """The first head that is an answer; 1xx lines only tell that one will come.

        101 is an answer too: what follows it is no HTTP (RFC 9110 section 15.2).
        """
        while True:
            head = self._one()
            if head.status not in _INTERIM or head.status == _SWITCHING_PROTOCOLS:
                return head

    def _one(self) -> Head:
        version, status, reason = self._status_line()
        headers: list[tuple[str, str]] = []
        faults: list[str] = []
        for line in self._lines():
            if line[:1] in b" \t" and headers:
                name, value = headers[-1]
                headers[-1] = (name, f"{value} {decoded(line.strip())}".strip())
                continue
            raw_name, colon, value_bytes = line.partition(b":")
            name_bytes = raw_name.rstrip(b" \t")
            if name_bytes != raw_name or not colon or not _NAME.fullmatch(name_bytes):
                faults.append(decoded(line))
            if colon and name_bytes:
                headers.append((decoded(name_bytes.strip()), decoded(value_bytes.strip(b" \t"))))
        return Head(version, status, reason, tuple(headers), tuple(faults))

    def _status_line(self) -> tuple[str, int, str]:
        self._check_beginning()
        line = self._line()
        found = _STATUS.fullmatch(line)
        if found:
            return f"HTTP/{found[1].decode()}", int(found[2]), decoded(found[3] or b"")
        if _VERSION_2.match(line):
            raise NotHttp(self._asked.host, self._asked.port, "http2")
        raise self._broken("status")

    def _check_beginning(self) -> None:
        """Looks at what came first: a stranger's greeting may have no line end to wait for."""
        first = self._stream.peek(len(_BEGINNING))
        if not first:
            raise NoAnswer(self._asked.host)
        if not _BEGINNING.startswith(first[: len(_BEGINNING)]):
            raise NotHttp(self._asked.host, self._asked.port, looks_like(first))

    def _lines(self) -> list[bytes]:
        lines: list[bytes] = []
        while line := self._line().rstrip(b"\r\n"):
            lines.append(line)
            if len(lines) > limits.HEADER_LINES:
                raise self._broken("too_many_headers")
        return lines

    def _line(self) -> bytes:
        line = self._stream.readline(limits.HEADER_LINE_BYTES + 1)
        if len(line) > limits.HEADER_LINE_BYTES:
            raise self._broken("header_too_long")
        if not line.endswith(b"\n"):
            raise self._broken("headers")
        return line

    def _broken(self, reason: str) -> BrokenAnswer:
        return BrokenAnswer(self._asked.host, reason)


def decoded(raw: bytes) -> str:
    """Header text as it was meant: UTF-8 where it is that, else Latin-1, which takes all bytes."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
