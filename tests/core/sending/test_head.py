"""Heads of answers, good and bad."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import BrokenAnswer, NetworkFailure, NoAnswer, NotHttp
from desktop.core.model.request import Request
from desktop.core.sending.head import Head, HeadReader, decoded
from desktop.core.sending.prepare import prepare

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import HostileServer


def read(raw: bytes) -> Head:
    asked = prepare(Request(url="http://h:8080/"), "1")
    return HeadReader(io.BufferedReader(io.BytesIO(raw)), asked).read()


def test_pairs_keep_order_case_and_duplicates(send: Sender, server: HostileServer) -> None:
    response = send(server.url("/odd/headers")).response

    assert response.reason == "Schön"
    assert response.headers == (
        ("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2026"),
        ("X-One", "1"),
        ("set-cookie", "b=2"),
        ("X-Utf8", "Jörg ☃"),
        ("X-Latin", "Jörg"),
        ("X-Empty", ""),
        ("X-Folded", "one two"),
        ("Content-Length", "2"),
    )


def test_broken_lines_are_named_and_the_rest_is_kept(send: Sender, server: HostileServer) -> None:
    response = send(server.url("/odd/broken-headers")).response

    assert response.headers == (
        ("X-One", "1"),
        ("X Two", "2"),
        ("X-Three", "3"),
        ("Content-Length", "2"),
    )
    assert [(each.code, each.facts) for each in response.problems] == [
        ("broken_headers", (("line", "no colon here"),))
    ]


@pytest.mark.parametrize(("code", "reason"), [("600", "Odd"), ("999", "<b>"), ("299", "")])
def test_any_three_digits_are_a_status(
    send: Sender, server: HostileServer, code: str, reason: str
) -> None:
    response = send(server.url(f"/odd/status?code={code}&reason={reason}")).response

    assert (response.status, response.reason) == (int(code), reason)


@pytest.mark.parametrize(
    ("raw", "version", "status", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1", 200, "OK"),
        (b"HTTP/1.1 200\r\n\r\n", "HTTP/1.1", 200, ""),
        (b"HTTP/1.1 200 \r\n\r\n", "HTTP/1.1", 200, ""),
        (b"HTTP/1.0 404  Not  Here \n\n", "HTTP/1.0", 404, "Not  Here"),
        (b"HTTP/1.1 200 \xff\r\n\r\n", "HTTP/1.1", 200, "\xff"),
    ],
)
def test_status_lines(raw: bytes, version: str, status: int, reason: str) -> None:
    head = read(raw)

    assert (head.version, head.status, head.reason) == (version, status, reason)


@pytest.mark.parametrize(
    "line", [b"OK", b"99 Low", b"1000 High", b"099 Low", b"-20 Low", b"2OO OK", b"200OK", b""]
)
def test_status_lines_that_are_none(line: bytes) -> None:
    with pytest.raises(BrokenAnswer) as caught:
        read(b"HTTP/1.1 " + line + b"\r\n\r\n")

    assert caught.value.reason == "status"


@pytest.mark.parametrize(
    ("raw", "failure"),
    [
        (b"", NoAnswer("h")),
        (b"HTTP/1.1 20", BrokenAnswer("h", "headers")),
        (b"HTTP/1.1 200 OK\r\nX-One: 1\r\nX-Tw", BrokenAnswer("h", "headers")),
        (b"HTTP/1.1 200 OK\r\nX-One: 1\r\n", BrokenAnswer("h", "headers")),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 65536, BrokenAnswer("h", "header_too_long")),
        (b"HTTP/1.1 200 " + b"x" * 65536, BrokenAnswer("h", "header_too_long")),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 101, BrokenAnswer("h", "too_many_headers")),
        (b"HTTP/2.0 200 OK\r\n\r\n", NotHttp("h", 8080, "http2")),
        (b"HTTP/2 200\r\n\r\n", NotHttp("h", 8080, "http2")),
        (b"ICY 200 OK\r\n\r\n", NotHttp("h", 8080, "unknown")),
        (b"SSH-2.0-x", NotHttp("h", 8080, "ssh")),
    ],
)
def test_heads_that_are_none(raw: bytes, failure: NetworkFailure) -> None:
    with pytest.raises(type(failure)) as caught:
        read(raw)

    assert caught.value.facts() == failure.facts()


def test_a_hundred_headers_are_still_an_answer() -> None:
    assert len(read(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100 + b"\r\n").headers) == 100


@pytest.mark.parametrize(
    ("lines", "headers", "faults"),
    [
        (b" folded: first\r\n", (("folded", "first"),), (" folded: first",)),
        (b": no name\r\n", (), (": no name",)),
        (b"X:1\r\n\t two \r\n", (("X", "1 two"),), ()),
        (b"X: a:b: c\r\n", (("X", "a:b: c"),), ()),
        (b"X: \x00\x1b\r\n", (("X", "\x00\x1b"),), ()),
        (b"<b>: x\r\nY: z\r\n", (("<b>", "x"), ("Y", "z")), ("<b>: x",)),
    ],
)
def test_header_lines(
    lines: bytes, headers: tuple[tuple[str, str], ...], faults: tuple[str, ...]
) -> None:
    head = read(b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n")

    assert (head.headers, head.faults) == (headers, faults)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/cut/headers", "headers"),
        ("/cut/status", "headers"),
        ("/bomb/headers", "too_many_headers"),
        ("/bomb/header-line", "header_too_long"),
        ("/endless/header", "header_too_long"),
        ("/odd/status-nonum", "status"),
        ("/odd/status-99", "status"),
        ("/odd/status-1000", "status"),
    ],
)
def test_answers_that_break_the_rules(
    send: Sender, server: HostileServer, path: str, reason: str
) -> None:
    with pytest.raises(BrokenAnswer) as caught:
        send(server.url(path))

    assert caught.value.facts() == {"host": "127.0.0.1", "reason": reason}


@pytest.mark.parametrize(
    "kind", ["ssh", "smtp", "ftp", "tls-alert", "http2-frame", "http2-version", "mysql", "redis"]
)
def test_strangers_are_known_at_once(send: Sender, server: HostileServer, kind: str) -> None:
    """Most of them wait for an answer of ours, so a look must do."""
    with pytest.raises(NotHttp) as caught:
        send(server.url(f"/odd/{kind}"))

    expected = {"host": "127.0.0.1", "port": server.port, "looks_like": kind.partition("-")[0]}
    assert caught.value.facts() == expected


@pytest.mark.parametrize("path", ["/rst", "/cut/nothing"])
def test_a_server_that_closes_without_a_word(
    send: Sender, server: HostileServer, path: str
) -> None:
    with pytest.raises(NoAnswer) as caught:
        send(server.url(path))

    assert caught.value.facts() == {"host": "127.0.0.1"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [("é☃".encode(), "é☃"), (b"J\xf6rg", "Jörg"), (b"\xc3\xa4\xff", "\xc3\xa4\xff")],
)
def test_header_text(raw: bytes, text: str) -> None:
    assert decoded(raw) == text
