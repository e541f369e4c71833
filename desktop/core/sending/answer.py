"""Reads an answer from a connection: within the deadline, cancellable, 1xx skipped."""

from __future__ import annotations

import io
import re
from http.client import HTTPMessage, HTTPResponse, IncompleteRead
from typing import TYPE_CHECKING, Any, Final

from desktop.core.errors import BrokenAnswer
from desktop.core.sending.failures import wire_failure
from desktop.core.sending.framing import Framing, framing
from desktop.core.sending.head import HeadReader

if TYPE_CHECKING:
    import socket

    from desktop.core.sending.leg import Leg

_CHUNK_SIZE: Final = re.compile(rb"[0-9A-Fa-f]{1,15}")
_LONGEST_SIZE_LINE: Final = 4096
_BUFFER: Final = 16 * 1024


class Wire(io.RawIOBase):
    """The bytes of a connection; each read waits no longer than the send may still take.

    Raises NetworkFailure and Cancelled in the place of what the system says.
    """

    def __init__(self, sock: socket.socket, leg: Leg) -> None:
        self._sock = sock
        self._leg = leg
        # A stream of the socket itself keeps the socket open for as long as it is read.
        self._stream = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        """True; a BufferedReader asks."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """As a raw stream reads; 0 at the end of the connection."""
        leg = self._leg
        self._sock.settimeout(leg.remaining())
        try:
            count = self._stream.readinto(buffer)
        except OSError as error:
            raise wire_failure(error, leg) from error
        leg.token.check()
        leg.heard = leg.heard or bool(count)
        return count

    def close(self) -> None:
        """Lets go of the socket."""
        self._stream.close()
        super().close()


class _Opener:
    """Stands where the library wants a socket to read from."""

    def __init__(self, sock: socket.socket, leg: Leg) -> None:
        self._sock = sock
        self._leg = leg

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(Wire(self._sock, self._leg), _BUFFER)


class Answer(HTTPResponse):
    """An answer whose head is read by our own rules; what it says is put on the leg.

    The library sees no header but those that frame the body, and of these only honest ones.
    """

    def __init__(self, sock: socket.socket, leg: Leg, method: str | None = None) -> None:
        super().__init__(_Opener(sock, leg), method=method)  # type: ignore[arg-type]
        self._leg = leg

    def begin(self) -> None:
        """Reads the head. Raises NetworkFailure, Cancelled."""
        prepared = self._leg.prepared
        head = HeadReader(self.fp, prepared).read()
        self._leg.watch.begin("receiving")
        self._leg.head = head
        self._leg.framing = frame = framing(prepared.method, head)
        self.code = self.status = head.status
        self.reason = head.reason
        self.version = 11 if head.version == "HTTP/1.1" else 10
        self.headers = self.msg = _frame_message(frame)
        self.chunked, self.chunk_left = frame.chunked, None
        self.length = frame.length
        self.will_close = frame.closes

    def _read_next_chunk_size(self) -> int:
        """The library takes `-5` and `0x5` for sizes as well (RFC 9112 section 7.1)."""
        line = self.fp.readline(_LONGEST_SIZE_LINE)
        if not line:
            raise IncompleteRead(b"")
        size = line.partition(b";")[0].strip()
        if not line.endswith(b"\n") or not _CHUNK_SIZE.fullmatch(size):
            raise BrokenAnswer(self._leg.prepared.host, "length")
        return int(size, 16)


def _frame_message(frame: Framing) -> HTTPMessage:
    message = HTTPMessage()
    if frame.chunked:
        message["Transfer-Encoding"] = "chunked"
    elif frame.length is not None:
        message["Content-Length"] = str(frame.length)
    return message
