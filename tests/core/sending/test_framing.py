"""Where a body ends, also when the server lies about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.core.sending.framing import Framing, framing
from desktop.core.sending.head import Head

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import HostileServer


def of(*headers: str, method: str = "GET", status: int = 200, version: str = "HTTP/1.1") -> Framing:
    pairs = tuple((name, value) for name, _, value in (line.partition(": ") for line in headers))
    return framing(method, Head(version, status, "", pairs))


@pytest.mark.parametrize(
    ("headers", "chunked", "length", "closes"),
    [
        (["Content-Length: 5"], False, 5, False),
        (["content-length: 5, 5", "Content-Length: 5"], False, 5, False),
        (["Transfer-Encoding: chunked"], True, None, False),
        (["Transfer-Encoding: gzip, Chunked"], True, None, False),
        (["Transfer-Encoding: identity", "Content-Length: 5"], False, 5, False),
        (["Transfer-Encoding: gzip"], False, None, True),
        ([], False, None, True),
        (["Content-Length: 5", "Connection: close"], False, 5, True),
        (["Content-Length: 5", "Connection: foo, Close"], False, 5, True),
    ],
)
def test_where_a_body_ends(
    headers: list[str], chunked: bool, length: int | None, closes: bool
) -> None:
    found = of(*headers)

    assert (found.chunked, found.length, found.closes) == (chunked, length, closes)
    assert found.faults == ()


@pytest.mark.parametrize(
    ("headers", "length", "fault"),
    [
        (["Content-Length: 4", "Content-Length: 6"], 4, "Content-Length: 4, 6"),
        (["Content-Length: -5"], None, "Content-Length: -5"),
        (["Content-Length: 0x5"], None, "Content-Length: 0x5"),
        (["Content-Length: ٣"], None, "Content-Length: ٣"),
        (["Content-Length: " + "9" * 30], None, "Content-Length: " + "9" * 30),
        (["Content-Length: 9", "Transfer-Encoding: chunked"], None, "Content-Length: 9"),
    ],
)
def test_lengths_that_break_the_rules(headers: list[str], length: int | None, fault: str) -> None:
    found = of(*headers)

    assert (found.length, found.faults, found.closes) == (length, (fault,), True)


@pytest.mark.parametrize(
    ("method", "status"), [("HEAD", 200), ("GET", 204), ("GET", 304), ("GET", 101)]
)
def test_answers_without_a_body(method: str, status: int) -> None:
    found = of("Content-Length: 5", "Transfer-Encoding: chunked", method=method, status=status)

    assert (found.length, found.chunked) == (0, False)


@pytest.mark.parametrize(
    ("headers", "codings"),
    [
        (["Content-Encoding: gzip"], ("gzip",)),
        (["Content-Encoding: deflate, GZIP"], ("gzip", "deflate")),
        (["Content-Encoding: deflate", "content-encoding: gzip"], ("gzip", "deflate")),
        (["Content-Encoding: identity"], ()),
        (["Content-Encoding: br", "Transfer-Encoding: gzip, chunked"], ("gzip", "br")),
    ],
)
def test_codings_by_the_order_of_their_undoing(
    headers: list[str], codings: tuple[str, ...]
) -> None:
    assert of(*headers).codings == codings


@pytest.mark.parametrize(("connection", "closes"), [("", True), ("Connection: Keep-Alive", False)])
def test_old_servers_close_unless_they_say_otherwise(connection: str, closes: bool) -> None:
    headers = ["Content-Length: 5", *([connection] if connection else [])]

    assert of(*headers, version="HTTP/1.0").closes is closes


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/lies/two-lengths", "Content-Length: 4, 6"),
        ("/lies/negative-length", "Content-Length: -5"),
        ("/lies/length-and-chunked", "Content-Length: 99"),
    ],
)
def test_a_lie_about_the_length_is_named_and_the_body_shown(
    send: Sender, server: HostileServer, path: str, line: str
) -> None:
    response = send(server.url(path)).response

    assert response.body == b"four"
    assert [(each.code, each.facts) for each in response.problems] == [
        ("broken_headers", (("line", line),))
    ]
    send(server.url())
    assert server.connections == 2


def test_a_body_that_ends_with_the_connection(send: Sender, server: HostileServer) -> None:
    response = send(server.url("/odd/http10")).response

    assert (response.version, response.body) == ("HTTP/1.0", b"until the end")
    assert response.problems == ()
