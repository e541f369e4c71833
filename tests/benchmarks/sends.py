"""200 sends, beside the same number by requests.Session: prepare and Transport.send, end to end."""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import requests

from desktop.core.model.request import Request
from desktop.core.sending.cancel import CancelToken
from desktop.core.sending.prepare import prepare
from desktop.core.sending.transport import Transport
from tests.benchmarks.table import Row, print_table

if TYPE_CHECKING:
    from collections.abc import Callable

SENDS = 200
ROUNDS = 7
BAR = 1.3
BODY = b'{"name": "Billy", "kind": "goat", "friends": ["Gruff", "Heidi"], "note": "%s"}' % (
    b"m" * 120
)
ANSWER = (
    b"HTTP/1.1 200 OK\r\nServer: bench\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)
)


def serve() -> None:
    """The server, in a process of its own: says its port, then answers until its parent is gone."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            _answer_all(listener.accept()[0])


def _answer_all(connection: socket.socket) -> None:
    from threading import Thread

    Thread(target=_answer, args=(connection,), daemon=True).start()


def _answer(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    received = b""
    with connection:
        while data := connection.recv(65536):
            received += data
            while b"\r\n\r\n" in received:
                received = received.partition(b"\r\n\r\n")[2]
                connection.sendall(ANSWER)


def measure() -> list[Row]:
    """Milliseconds a send, ours and theirs, in interleaved rounds; and the ratio of the medians."""
    command = [sys.executable, __file__, "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            ours, theirs = _rounds(f"http://127.0.0.1:{int(server.stdout.readline())}/goats/1")
        finally:
            server.terminate()
    mine, other = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    return [
        Row("a send by Bleat", mine, "ms"),
        Row("a send by requests.Session", other, "ms"),
        Row("the ratio", mine / other, "x", BAR),
    ]


def _rounds(url: str) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    theirs: list[float] = []
    transport = Transport()
    with requests.Session() as session:
        senders = (lambda: _send(transport, url)), (lambda: session.get(url).content)
        for send in senders:
            _times(send)
        for _ in range(ROUNDS):
            for send, times in zip(senders, (ours, theirs), strict=True):
                times.extend(_times(send))
    transport.close()
    return ours, theirs


def _send(transport: Transport, url: str) -> bytes:
    prepared = prepare(Request(url=url))
    exchange = transport.send(
        prepared, token=CancelToken(), on_progress=lambda _: None, ask=lambda _: False
    )
    return exchange.response.body


def _times(send: Callable[[], bytes]) -> list[float]:
    times = []
    for _ in range(SENDS):
        start = time.perf_counter()
        body = send()
        times.append(time.perf_counter() - start)
        assert body == BODY
    return times


def main() -> bool:
    """Print the figures; True when they are within the bar."""
    return print_table(f"{SENDS} sends one after the other", measure())


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        serve()
    sys.exit(0 if main() else 1)
