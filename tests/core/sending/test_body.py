"""Bodies are received as far as they come, and what is missing is said."""

from __future__ import annotations

import gzip
import mmap
import sys
import tempfile
import threading
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from tests.support.hostile_cases import GOAT, MEGABYTE, head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.core.model.exchange import Exchange
    from desktop.core.model.progress import Progress
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import HostileServer


def problems(exchange: Exchange) -> list[tuple[str, dict[str, str]]]:
    return [(each.code, dict(each.facts)) for each in exchange.response.problems]


@pytest.mark.parametrize(
    ("path", "body", "facts"),
    [
        ("/cut/content-length", b"four", ("4", "10", "closed")),
        ("/cut/reset", b"some of it", ("10", "100", "reset")),
        ("/cut/chunk", b"four", ("4", "", "closed")),
        ("/cut/last-chunk", b"four", ("4", "", "closed")),
        ("/lies/bad-chunk-size", b"four", ("4", "", "rules")),
        ("/lies/negative-chunk", b"four", ("4", "", "rules")),
    ],
)
def test_what_is_cut_short_is_kept_and_marked(
    send: Sender, server: HostileServer, path: str, body: bytes, facts: tuple[str, str, str]
) -> None:
    exchange = send(server.url(path))

    assert exchange.response.status == 200
    assert exchange.response.body == body
    expected = dict(zip(("received", "expected", "reason"), facts, strict=True))
    assert problems(exchange) == [("cut_short", expected)]
    assert send(server.url()).response.body == b"ok"


def test_a_compressed_body_without_its_end(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url("/cut/gzip"))

    assert GOAT.startswith(exchange.response.body)
    assert len(exchange.response.body) > 100
    assert problems(exchange)[0][1]["reason"] == "compressed"


@pytest.mark.parametrize("path", ["/hang/after-headers", "/slow/body", "/endless/sse"])
def test_what_came_before_the_deadline_is_kept(
    hurried: Sender, server: HostileServer, path: str
) -> None:
    exchange = hurried(server.url(path))

    assert exchange.response.body
    assert problems(exchange)[0][1]["reason"] == "timed_out"


def test_the_deadline_ends_trailers_that_do_not_end(hurried: Sender, server: HostileServer) -> None:
    exchange = hurried(server.url("/endless/trailer"))

    assert exchange.response.body == b"ok"
    assert problems(exchange)[0][1]["reason"] == "timed_out"


@pytest.mark.parametrize(
    ("path", "times"),
    [
        ("/packed/gzip", 1),
        ("/packed/members", 2),
        ("/packed/deflate", 1),
        ("/packed/bare-deflate", 1),
        ("/packed/drip", 1),
        ("/packed/twice", 1),
        ("/packed/transfer", 1),
    ],
)
def test_compressed_bodies_are_read(
    send: Sender, server: HostileServer, path: str, times: int
) -> None:
    response = send(server.url(path)).response

    assert response.body == GOAT * times
    assert response.problems == ()
    assert response.received < len(GOAT)


@pytest.mark.parametrize(
    ("path", "body", "coding"),
    [
        ("/lies/br", b"\x1b\x0e\x00", "br"),
        ("/lies/zstd", b"\x28\xb5\x2f\xfd", "zstd"),
        ("/packed/six-times", b"x", ", ".join(["gzip"] * 6)),
    ],
)
def test_what_bleat_cannot_unpack_is_given_as_it_came(
    send: Sender, server: HostileServer, path: str, body: bytes, coding: str
) -> None:
    exchange = send(server.url(path))

    assert exchange.response.body == body
    assert problems(exchange) == [("unread_encoding", {"encoding": coding})]


def test_gzip_that_is_none_is_given_as_it_came(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url("/lies/gzip-that-is-not"))

    assert exchange.response.body == GOAT
    assert problems(exchange) == [("broken_encoding", {"encoding": "gzip"})]


def test_gzip_that_breaks_in_the_middle_is_kept_so_far(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url("/lies/gzip-then-not"))

    assert bytes(exchange.response.body).startswith(bytes(range(256)))
    assert problems(exchange) == [("broken_encoding", {"encoding": "gzip"})]


@pytest.mark.parametrize("path", ["/odd/204", "/odd/304", "/odd/101"])
def test_answers_that_have_no_body(send: Sender, server: HostileServer, path: str) -> None:
    response = send(server.url(path)).response

    assert (response.body, response.received, response.problems) == (b"", 0, ())


def test_head_has_no_body_whatever_it_announces(send: Sender, server: HostileServer) -> None:
    response = send(server.url("/head"), "HEAD").response

    assert (response.body, response.problems) == (b"", ())
    assert response.header("content-length") == "12345"
    assert send(server.url()).response.body == b"ok"
    assert server.connections == 1


@pytest.mark.parametrize("path", ["/endless/close", "/endless/chunked", "/big?mb=3"])
def test_a_body_ends_at_the_cap(
    make_sender: Callable[..., Sender], server: HostileServer, path: str
) -> None:
    exchange = make_sender(body=MEGABYTE)(server.url(path))

    assert len(exchange.response.body) == MEGABYTE
    assert problems(exchange) == [("capped", {"limit": str(MEGABYTE)})]
    if path.startswith("/endless"):
        assert server.saw_close.wait(1)


@pytest.mark.parametrize("path", ["/bomb/gzip", "/bomb/deflate", "/bomb/double-gzip"])
def test_a_bomb_does_not_go_off(
    make_sender: Callable[..., Sender], server: HostileServer, path: str
) -> None:
    send = make_sender(body=8 * MEGABYTE, in_memory=MEGABYTE)
    send(server.url())
    server.scripts = {"/": _packed(server, path)}
    tracemalloc.start()
    try:
        exchange = send(server.url())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert len(exchange.response.body) == 8 * MEGABYTE
    assert problems(exchange)[0][0] == "capped"
    assert peak < 4 * MEGABYTE


def test_cancel_ends_a_bomb_that_is_going_off(send: Sender, server: HostileServer) -> None:
    bomb = gzip.compress(gzip.compress(bytes(16 * MEGABYTE)) * 60)
    said = head("200 OK", f"Content-Length: {len(bomb)}", "Content-Encoding: gzip, gzip") + bomb
    server.scripts = {"/": lambda line, _asked: line.say(said)}
    send.when = lambda progress: (
        threading.Timer(0.1, send.token.cancel).start() if progress.phase == "receiving" else None
    )
    started = time.monotonic()
    exchange = send(server.url())

    assert time.monotonic() - started < 1
    assert problems(exchange)[0][1]["reason"] == "cancelled"


def _packed(server: HostileServer, path: str) -> object:
    """The same answer, packed beforehand, so that only our own memory is measured."""

    class _Copy:
        said = b""

        def say(self, *pieces: bytes) -> None:
            self.said += b"".join(pieces)

    from tests.support.hostile_server import Asked

    copy = _Copy()
    asked = Asked(b"GET " + path.encode() + b" HTTP/1.1\r\n\r\n")
    server._script(path)(copy, asked)
    return lambda line, _asked: line.say(copy.said)


def test_a_large_body_lives_in_a_file_without_a_name(
    make_sender: Callable[..., Sender], server: HostileServer, tmp_path: Path
) -> None:
    tempfile.tempdir = str(tmp_path)
    try:
        body = make_sender(in_memory=MEGABYTE)(server.url("/big?mb=5")).response.body
    finally:
        tempfile.tempdir = None

    assert isinstance(body, mmap.mmap)
    assert len(body) == 5 * MEGABYTE
    assert body[:] == b"".join(bytes([number]) * MEGABYTE for number in range(5))
    assert list(tmp_path.iterdir()) == []


def test_a_body_of_just_the_size_stays_in_memory(
    make_sender: Callable[..., Sender], server: HostileServer
) -> None:
    body = make_sender(in_memory=MEGABYTE)(server.url("/big?mb=1")).response.body

    assert isinstance(body, bytes)
    assert len(body) == MEGABYTE


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit for files")
def test_a_full_disk_ends_the_body_and_not_the_program(
    make_sender: Callable[..., Sender], server: HostileServer
) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * MEGABYTE, hard))
    try:
        exchange = make_sender(in_memory=MEGABYTE)(server.url("/big?mb=5"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert problems(exchange)[0][1]["reason"] == "disk_full"
    assert len(exchange.response.body) == 2 * MEGABYTE


def test_progress_counts_bytes(send: Sender, server: HostileServer) -> None:
    told: list[Progress] = []
    send.when = lambda progress: told.append(progress) if progress.done else None
    send(server.url("/slow/body-of-60"))

    assert told
    assert all(each.total == 60 for each in told)
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert 2 <= len(told) <= 8


def test_progress_without_a_length(hurried: Sender, server: HostileServer) -> None:
    told: list[Progress] = []
    hurried.when = lambda progress: told.append(progress) if progress.done else None
    hurried(server.url("/endless/sse"))

    assert told
    assert all(each.total is None for each in told)
