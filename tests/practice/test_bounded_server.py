"""Hostile clients (cases 82 to 84): every bound holds, and others are served meanwhile."""

from __future__ import annotations

import contextlib
import json
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from desktop.practice.bounded_server import BODY_BYTES, CONNECTIONS, HEADER_BYTES
from tests.practice.conftest import PATIENCE, RUN, read_all, started

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from tests.practice.conftest import Running

IMPATIENT = """
import sys
from desktop.practice.application import create_app
from desktop.practice.bounded_server import serve
from desktop.practice.listening import listen, origin
from desktop.practice.server import _leave_with_stdin
import threading
door = listen(0)
print(origin(door), flush=True)
threading.Thread(target=_leave_with_stdin, daemon=True).start()
serve(door, create_app(door.getsockname()[1]), turn_seconds=0.5)
"""


@pytest.fixture(scope="module")
def impatient() -> Iterator[Running]:
    """A server that gives its clients half a second instead of half a minute."""
    with started(IMPATIENT) as running:
        yield running


def _problem(answer: bytes) -> dict[str, object]:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"Content-Type: application/problem+json" in head
    assert b"X-Content-Type-Options: nosniff" in head
    found: dict[str, object] = json.loads(body)
    return found


@pytest.mark.parametrize(
    "line",
    [
        "GET http://127.0.0.1:{port}/echo HTTP/1.1",
        "GET http://example.org/ HTTP/1.1",
        "CONNECT example.org:443 HTTP/1.1",
        "GET echo HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GE(T /echo HTTP/1.1",
        "nonsense",
    ],
)
def test_what_only_a_proxy_would_take_is_refused(practice: Running, line: str) -> None:
    head = f"{line.format(port=practice.port)}\r\nHost: 127.0.0.1:{practice.port}\r\n\r\n"
    answer = practice.raw(head.encode())
    assert b" 400 Bad Request\r\n" in answer
    assert _problem(answer)["status"] == 400


@pytest.mark.parametrize(
    "target",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd",
     "/static/../../etc/passwd", "/templates/home.html", "/static/home.html", "/%00", "/\\..\\x"],
)  # fmt: skip
def test_there_are_no_files(practice: Running, target: str) -> None:
    answer = practice.get(target)
    assert answer.status == 404
    assert b"root:" not in answer.body


def test_a_body_of_1_mb_is_taken(practice: Running) -> None:
    answer = practice.ask("POST", "/echo", b"a" * BODY_BYTES)
    assert answer.status == 200
    assert len(answer.json["body"]) == BODY_BYTES


@pytest.mark.parametrize("size", [BODY_BYTES + 1, 20 * BODY_BYTES])
def test_a_larger_body_is_refused_so_that_its_sender_sees_it(practice: Running, size: int) -> None:
    answer = practice.ask("POST", "/echo", b"a" * size)
    assert answer.status == 413
    assert answer.json["detail"] == "The body is too large. The practice API takes up to 1 MB."


def test_a_larger_body_in_chunks_is_refused(practice: Running) -> None:
    head = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\n"
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    request = f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunk * 40 + b"0\r\n\r\n"
    assert _problem(practice.raw(request))["status"] == 413


def test_a_larger_body_is_not_even_asked_for(practice: Running) -> None:
    head = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\n"
    asking = f"{head}Content-Length: {2 * BODY_BYTES}\r\nExpect: 100-continue\r\n\r\n"
    with practice.connect() as wire:
        wire.sendall(asking.encode())
        assert wire.recv(65536).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_is_small_enough_is_asked_for(practice: Running) -> None:
    head = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\nConnection: close\r\n"
    with practice.connect() as wire:
        wire.sendall(f"{head}Content-Length: 3\r\nExpect: 100-continue\r\n\r\n".encode())
        assert wire.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        wire.sendall(b"baa")
        assert b'"body":"baa"' in read_all(wire)


@pytest.mark.parametrize("size", [HEADER_BYTES, 4 * HEADER_BYTES])
def test_headers_that_are_too_long_are_refused(practice: Running, size: int) -> None:
    answer = practice.get("/echo", X_Long="a" * size)
    assert answer.status == 431
    assert answer.json["title"] == "Request Header Fields Too Large"


@pytest.mark.parametrize(
    "headers",
    ["Content-Length: -1", "Content-Length: x", "Transfer-Encoding: chunked\r\nX : y", "no colon"],
)
def test_broken_headers_are_refused(practice: Running, headers: str) -> None:
    request = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\n{headers}\r\n\r\n"
    assert _problem(practice.raw(request.encode()))["status"] == 400


def test_an_unknown_coding_is_refused(practice: Running) -> None:
    head = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\n"
    answer = practice.raw(f"{head}Transfer-Encoding: gzip\r\n\r\n".encode())
    assert _problem(answer)["status"] == 501


def test_many_calls_go_over_one_connection(practice: Running) -> None:
    call = f"GET /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\n"
    calls = (f"{call}\r\n" * 9 + f"{call}Connection: close\r\n\r\n").encode()
    assert practice.raw(calls).count(b"HTTP/1.1 200 OK\r\n") == 10


@pytest.mark.parametrize(
    "begun", [b"", b"GET /ec", b"POST /echo HTTP/1.1\r\nContent-Length: 9\r\n\r\n1"]
)
def test_who_is_silent_is_cut_off(impatient: Running, begun: bytes) -> None:
    with impatient.connect() as wire:
        wire.sendall(begun)
        assert read_all(wire) == b""


def test_who_sends_a_letter_now_and_then_is_cut_off(impatient: Running) -> None:
    """A slowloris is never silent for long, and gets no longer than others."""
    with impatient.connect() as wire:
        wire.settimeout(0.1)
        assert _letters_taken(wire, b"GET /echo HTTP/1.1\r\nX-Slow: " + b"a" * 1000) < 100


def _letters_taken(wire: socket.socket, request: bytes) -> int:
    """How many single bytes, one in a tenth of a second, go out before the server closes."""
    with contextlib.suppress(ConnectionError):
        for number in range(len(request)):
            wire.sendall(request[number : number + 1])
            with contextlib.suppress(TimeoutError):
                if wire.recv(100) == b"":
                    return number
    return number


def test_who_does_not_read_the_answers_is_cut_off(impatient: Running) -> None:
    """The buffers on the way fill up, then the server waits for its client, but not for long."""
    head = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{impatient.port}\r\n"
    call = f"{head}Content-Length: {BODY_BYTES}\r\n\r\n".encode() + b"a" * BODY_BYTES
    with impatient.connect() as wire, pytest.raises(ConnectionError):
        wire.sendall(call * 40)


def test_500_connections_that_say_nothing_shut_nobody_out() -> None:
    with started(RUN.format(port=0, until=True)) as running, ExitStack() as wires:
        for _ in range(500):
            wires.enter_context(running.connect())
        answers: list[int] = []

        def ask() -> None:
            answers.extend(running.get("/echo").status for _ in range(10))

        asking = threading.Thread(target=ask)
        asking.start()
        asking.join(PATIENCE)
        assert answers == [200] * 10


def test_connections_are_bounded() -> None:
    """Of many that all begin a request, only so many are held open at a time."""
    with started(RUN.format(port=0, until=True)) as running, ExitStack() as wires:
        held = [wires.enter_context(running.connect()) for _ in range(CONNECTIONS + 50)]
        for wire in held:
            wire.sendall(b"GET /echo HTTP/1.1\r\n")
        assert running.get("/echo").status == 200
        closed = 0
        for wire in held:
            wire.setblocking(False)
            try:
                closed += wire.recv(1) == b""
            except BlockingIOError:
                pass
            except ConnectionError:
                closed += 1
        assert closed >= 50


def test_many_large_goats_at_once_are_all_drawn(practice: Running) -> None:
    sizes: list[int] = []
    asking = [
        threading.Thread(target=lambda: sizes.append(len(practice.get("/goats/3000/3000").body)))
        for _ in range(4)
    ]
    for one in asking:
        one.start()
    for one in asking:
        one.join(PATIENCE)
    assert len(sizes) == 4
    assert len(set(sizes)) == 1
