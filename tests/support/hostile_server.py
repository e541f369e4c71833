"""A loopback server at socket level: what it says is scripted byte by byte, what it hears kept.

A case is a word in the path (`/cut/gzip`); tests/support/hostile_cases.py has the scripts.
"""

from __future__ import annotations

import socket
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

PATIENCE = 20.0
"""Seconds that a script waits for the other side at most; a test never gets that far."""


@dataclass
class Asked:
    """One request as it came over the wire."""

    raw: bytes

    @property
    def head(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[0]

    @property
    def body(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[2]

    @property
    def method(self) -> str:
        return self.head.split(b" ")[0].decode("ascii")

    @property
    def target(self) -> str:
        return self.head.split(b" ")[1].decode("ascii")

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        lines = self.head.split(b"\r\n")[1:]
        return [(name, value) for name, _, value in (line.partition(b": ") for line in lines)]

    def header(self, name: bytes) -> bytes | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    def option(self, name: str, default: str = "") -> str:
        """A parameter of the query, with which a test tells a script what to do."""
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True).get(name, [default])[0]


class Line:
    """A connection as a script uses it."""

    def __init__(self, connection: socket.socket, server: HostileServer) -> None:
        self.connection = connection
        self.server = server

    def say(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.connection.sendall(piece)

    def drip(self, data: bytes, pause: float = 0.01) -> None:
        """Send a byte at a time until the other side leaves."""
        for byte in data:
            self.say(bytes([byte]))
            if self.server.stopping.wait(pause):
                return

    def hang(self) -> None:
        """Say nothing until the other side leaves; the server notes that it did."""
        self.connection.settimeout(PATIENCE)
        with suppress(OSError):
            while self.connection.recv(65536):
                pass
            self.server.saw_close.set()

    def reset(self) -> None:
        """Slam the door: the other side gets a reset, not an end."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def hear(self) -> Asked | None:
        """The next request with its body; None when the other side has left."""
        raw = self._until(b"", lambda data: b"\r\n\r\n" in data)
        if raw is None:
            return None
        asked = Asked(bytes(raw))
        if asked.header(b"Transfer-Encoding") == b"chunked":
            raw = self._until(raw, lambda data: data.endswith(b"0\r\n\r\n"))
        else:
            whole = len(asked.head) + 4 + int(asked.header(b"Content-Length") or 0)
            raw = self._until(raw, lambda data: len(data) >= whole)
        return Asked(bytes(raw)) if raw is not None else None

    def _until(self, data: bytes, is_enough: Callable[[bytearray], bool]) -> bytearray | None:
        heard = bytearray(data)
        while not is_enough(heard):
            more = self.connection.recv(65536)
            if not more:
                return None
            heard += more
        return heard


Script = "Callable[[Line, Asked], bool | None]"
"""Answers one request; True keeps the connection open for another one."""


@dataclass
class HostileServer:
    """Serves scripts in threads, from `start` to `stop`; use it as a context manager.

    `scripts` are looked up by path, the longest beginning first. `greet` takes a connection over
    before anything was read. `context` makes it speak TLS.
    """

    scripts: dict[str, Callable[[Line, Asked], bool | None]] = field(default_factory=dict)
    greet: Callable[[Line], None] | None = None
    context: ssl.SSLContext | None = None
    host: str = "127.0.0.1"
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self.stopping = threading.Event()
        self.saw_close = threading.Event()
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self._listener = socket.create_server((self.host, 0), family=family, backlog=128)
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)

    def url(self, path: str = "/ok", *, host: str = "", scheme: str = "") -> str:
        scheme = scheme or ("https" if self.context else "http")
        return f"{scheme}://{host or self.host}:{self.port}{path}"

    def _run(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name="hostile", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._run(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.append(connection)
        try:
            with suppress(OSError):
                self._talk(connection)
        finally:
            with self._lock:
                self._open.remove(connection)
            connection.close()

    def _talk(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.greet:
            self.greet(Line(connection, self))
            return
        if self.context:
            connection.settimeout(PATIENCE)
            with self.context.wrap_socket(connection.dup(), server_side=True) as secure:
                self._answer_all(Line(secure, self))
            return
        self._answer_all(Line(connection, self))

    def _answer_all(self, line: Line) -> None:
        while asked := line.hear():
            self.asked.append(asked)
            if not self._script(asked.path)(line, asked):
                return

    def _script(self, path: str) -> Callable[[Line, Asked], bool | None]:
        best = max((each for each in self.scripts if path.startswith(each)), key=len)
        return self.scripts[best]


class FullServer:
    """A port whose queue is full: a connect to it waits, and nobody ever answers."""

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        self.port: int = self._listener.getsockname()[1]
        self._waiting = []
        while len(self._waiting) < 16 and self._one_more():
            pass
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._waiting:
            each.close()
        self._listener.close()

    def _one_more(self) -> bool:
        """True while the queue still takes connections."""
        client = socket.socket()
        self._waiting.append(client)
        client.setblocking(False)
        client.connect_ex(("127.0.0.1", self.port))
        end = time.monotonic() + 0.1
        while time.monotonic() < end:
            with suppress(OSError):
                client.getpeername()
                return True
        return False
