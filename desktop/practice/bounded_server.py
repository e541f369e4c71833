"""Waitress with bounds: on connections, sizes and times, whatever a client does."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import time
from typing import TYPE_CHECKING, Any, Final

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError, get_header_lines
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher, WSGITask

from desktop.practice.status_names import reason

if TYPE_CHECKING:
    from collections.abc import Callable

THREADS: Final = 40
"""More than goats and delays together may take, so that there is always one for another call."""
CONNECTIONS: Final = 100
BODY_BYTES: Final = 1024 * 1024
HEADER_BYTES: Final = 64 * 1024
TURN_SECONDS: Final = 30.0
"""A client has this long to send a whole request, and to read the whole answer."""
LINGER_SECONDS: Final = 2.0
"""What a refused client still sends is thrown away this long, else it would not see the answer."""
CROWDED_SECONDS: Final = 0.25
"""When all connections are taken, one that has waited this long for its client makes way."""


def serve(door: socket.socket, app: Callable[..., Any], turn_seconds: float = TURN_SECONDS) -> None:
    """Answers at a listening socket until a KeyboardInterrupt."""
    logging.getLogger("waitress").setLevel(logging.ERROR)
    sockets: dict[int, Any] = {}
    workers = ThreadedTaskDispatcher()
    workers.set_thread_count(THREADS)
    server = BoundedServer(
        app,
        map=sockets,
        _sock=door,
        bind_socket=False,
        dispatcher=workers,
        adj=_bounds(door),
        sockinfo=(door.family, door.type, door.proto, door.getsockname()),
    )
    server.turn_seconds = turn_seconds
    while True:
        server.tidy()
        wasyncore.poll(server.pause(), sockets)


def _bounds(door: socket.socket) -> Adjustments:
    return Adjustments(
        sockets=[door],
        threads=THREADS,
        connection_limit=CONNECTIONS + 2,  # waitress counts its door and its bell, too
        backlog=512,
        recv_bytes=64 * 1024,
        max_request_header_size=HEADER_BYTES,
        max_request_body_size=BODY_BYTES + 1,
        inbuf_overflow=2 * BODY_BYTES,
        log_socket_errors=False,
        clear_untrusted_proxy_headers=False,
        ident="",
    )


class Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Keeps the method and the header lines as they came, and refuses what a proxy would take."""

    raw_method = ""
    header_pairs: tuple[tuple[str, str], ...] = ()

    def received(self, data: bytes) -> int:
        """Takes the next bytes; a refused request is not invited to send its body."""
        consumed: int = super().received(data)
        if self.error:
            self.expect_continue = False
        return consumed

    def parse_header(self, header_plus: bytes) -> None:
        """Reads request line and headers; methods may be written in any case (RFC 9110 9.1)."""
        line, _, headers = header_plus.partition(b"\r\n")
        method, space, rest = line.partition(b" ")
        super().parse_header(method.upper() + space + rest + b"\r\n" + headers)
        if not rest.startswith(b"/"):
            raise ParsingError("target")
        self.raw_method = method.decode("latin-1")
        self.header_pairs = tuple(_pair(line) for line in get_header_lines(headers))


def _pair(line: bytes) -> tuple[str, str]:
    name, _, value = line.partition(b":")
    return name.decode("latin-1"), _text(value.strip(b" \t"))


def _text(value: bytes) -> str:
    """Most of those who send more than ASCII in a header mean UTF-8."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


class Task(WSGITask):  # type: ignore[misc]
    """Tells the application what WSGI leaves out."""

    def get_environment(self) -> dict[str, Any]:
        """Adds `practice.method`, `practice.headers` (pairs) and `practice.gone` (a callable)."""
        environ: dict[str, Any] = super().get_environment()
        environ["practice.method"] = self.request.raw_method
        environ["practice.headers"] = self.request.header_pairs
        environ["practice.gone"] = self._gone
        return environ

    def _gone(self) -> bool:
        """Whether the client has closed the connection while it waits."""
        try:
            return bool(self.channel.socket.recv(1, socket.MSG_PEEK) == b"")
        except BlockingIOError:
            return False
        except OSError:
            return True


class Refusal(ErrorTask):  # type: ignore[misc]
    """Answers a request that cannot be read, as a problem (RFC 9457)."""

    def execute(self) -> None:
        """Writes the answer and closes."""
        code = self.request.error.code
        problem = {"title": reason(code), "status": code, "detail": _why(code)}
        body = json.dumps(problem).encode()
        self.status = f"{code} {reason(code)}"
        self.response_headers.append(("Content-Type", "application/problem+json"))
        self.response_headers.append(("X-Content-Type-Options", "nosniff"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


def _why(code: int) -> str:
    sentences = {
        400: "This request breaks the rules of HTTP, or asks for an address of another computer.",
        413: "The body is too large. The practice API takes up to 1 MB.",
        431: "The headers are too long. The practice API takes up to 64 kB of them.",
        501: "The body was sent in a form that the practice API does not read.",
    }
    return sentences.get(code, "Something went wrong inside the practice API.")


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection, which ends when its client takes too long."""

    task_class = Task
    error_task_class = Refusal
    parser_class = Parser

    def __init__(self, *args: Any, **named: Any) -> None:
        self.turn_since = time.monotonic()
        self._lingering = False
        super().__init__(*args, **named)

    def service(self) -> None:
        """Answers one request; then it is the client's turn."""
        super().service()
        self.turn_since = time.monotonic()

    def write_soon(self, data: Any) -> int:
        """Takes a part of an answer; from the first on it is the client's turn to read."""
        if not self.total_outbufs_len:
            self.turn_since = time.monotonic()
        return int(super().write_soon(data))

    def overdue(self, seconds: float) -> bool:
        """Whether it has been the client's turn for longer than so many seconds."""
        if self.requests and not self.total_outbufs_len:
            return False
        limit = LINGER_SECONDS if self._lingering else seconds
        return time.monotonic() - self.turn_since > limit

    def received(self, data: bytes) -> bool:
        """Takes the next bytes, and throws them away once the connection is about to end."""
        return not self._lingering and bool(super().received(data))

    def handle_write(self) -> None:
        """Sends what is ready; the last answer ends with our half of the connection only."""
        if self.will_close or not self.close_when_flushed:
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if not self.total_outbufs_len and not self.will_close:
            self._linger()

    def _linger(self) -> None:
        """Closing while the client still sends would reset the connection before it reads."""
        self._lingering = True
        self.turn_since = time.monotonic()
        self.close_when_flushed = False
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)


class BoundedServer(TcpWSGIServer):  # type: ignore[misc]
    """The server; its socket comes bound and listening."""

    channel_class = Channel
    turn_seconds = TURN_SECONDS

    def set_reuse_addr(self) -> None:
        """Leaves the socket alone: on Windows this would let another program take the port."""

    def maintenance(self, now: float) -> None:
        """Nothing: waitress only marks what is to be closed, and a full connection stays so."""

    def tidy(self) -> None:
        """Ends the connections whose clients take too long, all the sooner in a crowd."""
        channels: list[Channel] = list(self.active_channels.values())
        for channel in channels:
            if channel.overdue(self.turn_seconds):
                channel.handle_close()
        if self._crowded():
            oldest = min(channels, key=lambda one: one.turn_since)
            if oldest.overdue(CROWDED_SECONDS):
                oldest.handle_close()

    def pause(self) -> float:
        """How many seconds may pass until the next look; a server without guests sleeps long."""
        if self._crowded():
            return CROWDED_SECONDS / 5
        return 1.0 if self.active_channels else 60.0

    def _crowded(self) -> bool:
        return len(self.active_channels) >= CONNECTIONS
