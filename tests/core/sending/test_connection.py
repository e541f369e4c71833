"""What goes out, compared with the bytes that the server received."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.sending.headers import wire_bytes
from tests.support.hostile_cases import whole
from tests.support.hostile_server import Asked, HostileServer, Line

if TYPE_CHECKING:
    from desktop.core.model.progress import Progress
    from tests.core.sending.conftest import Sender

TOKEN = st.text("!#$%&'*+.^_`|~0123456789abcXYZ-", min_size=1, max_size=20)
VALUE = st.text(
    st.characters(exclude_characters="\x7f", min_codepoint=0x20, exclude_categories=["Cs"]),
    max_size=60,
)
TARGET = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="#"))
OURS = {"host", "user-agent", "accept", "accept-encoding", "connection", "content-length"}
FRAMING = {"content-length", "transfer-encoding"}


def test_the_bytes_of_a_get(send: Sender, server: HostileServer) -> None:
    send(server.url("/ok/a%7Eb/%zz/[1]/{id}/../x?a=1&&b&c=#part"))

    assert server.asked[0].raw == (
        b"GET /ok/a%%7Eb/%%zz/[1]/{id}/../x?a=1&&b&c= HTTP/1.1\r\n"
        b"Host: 127.0.0.1:%d\r\nUser-Agent: Bleat/1\r\nAccept: */*\r\n"
        b"Accept-Encoding: gzip, deflate\r\nConnection: keep-alive\r\n\r\n" % server.port
    )


def test_the_bytes_of_a_post(send: Sender, server: HostileServer) -> None:
    headers = [
        ("x-B", "2"),
        ("X-a", "J\u00f6rg"),
        ("x-b", "☃"),
        ("X-Empty", ""),
        ("accept", "goats"),
    ]
    send(server.url("/ok"), "pOsT", "Mäh!", headers=headers)

    assert server.asked[0].raw == (
        b"pOsT /ok HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUser-Agent: Bleat/1\r\n"
        b"Accept-Encoding: gzip, deflate\r\nConnection: keep-alive\r\n"
        b"x-B: 2\r\nX-a: J\xf6rg\r\nx-b: \xe2\x98\x83\r\nX-Empty: \r\naccept: goats\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\n\r\nM\xc3\xa4h!"
        % server.port
    )


def test_a_body_that_goes_in_chunks(send: Sender, server: HostileServer) -> None:
    send(server.url(), "POST", "meh", headers=[("Transfer-Encoding", "chunked")])

    assert server.asked[0].header(b"Content-Length") is None
    assert server.asked[0].body == b"3\r\nmeh\r\n0\r\n\r\n"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    method=TOKEN,
    path=TARGET,
    rows=st.lists(st.tuples(TOKEN, VALUE), max_size=6),
    body=st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
)
def test_what_is_typed_is_what_goes_out(
    send: Sender,
    server: HostileServer,
    method: str,
    path: str,
    rows: list[tuple[str, str]],
    body: str,
) -> None:
    server.asked.clear()
    rows = [row for row in rows if row[0].lower() not in OURS | FRAMING]
    send(server.url(f"/ok/{path}"), method, body, headers=rows)

    asked = server.asked[0]
    typed = [(name.encode(), wire_bytes(value.strip(" \t"))) for name, value in rows]
    ours = {b"content-type", *(name.encode() for name in OURS)}
    assert asked.head.startswith(f"{method} /ok/{path} HTTP/1.1\r\n".encode())
    assert [pair for pair in asked.headers if pair in typed or pair[0].lower() not in ours] == typed
    assert asked.body == body.encode()


def test_what_is_prepared_is_what_is_reported(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url(), "POST", "meh", headers=[("X-One", "1")])
    reported = [(each.name.encode(), wire_bytes(each.value)) for each in exchange.sent.headers]

    assert reported == server.asked[0].headers
    assert exchange.sent.body == server.asked[0].body
    assert send.sent == [exchange.sent]


def test_a_large_body_arrives_whole_and_is_told_about(send: Sender) -> None:
    def slowly(line: Line, _asked: Asked) -> None:
        line.say(whole())

    body = "0123456789" * 300_000
    with HostileServer({"/": slowly}) as server:
        send(server.url(), "POST", body)

    assert server.asked[0].body == body.encode()


def test_an_upload_tells_how_far_it_is(send: Sender) -> None:
    gate = threading.Event()

    def read_late(line: Line) -> None:
        gate.wait(1)
        line.hear()
        line.say(whole())

    def open_late(progress: Progress) -> None:
        if progress.done:
            gate.set()
        time.sleep(0.05)

    send.when = open_late
    with HostileServer(greet=read_late) as server:
        send(server.url(), "POST", "x" * 30_000_000)
    told = [each for each in send.progress if each.phase == "sending" and each.done]

    assert told
    assert all(each.total == 30_000_000 for each in told)


def test_an_answer_that_comes_before_the_upload_is_over(send: Sender) -> None:
    """The server refuses, and closes, while the request is still being written."""
    refused = threading.Event()

    def refuse(line: Line) -> None:
        line.connection.recv(1000)
        line.say(whole(b"too large", "413 Content Too Large", "Connection: close"))
        refused.set()
        while line.connection.recv(1_000_000):
            pass

    def wait(progress: Progress) -> None:
        if progress.phase == "waiting":
            refused.wait(2)

    send.when = wait
    with HostileServer(greet=refuse) as server:
        response = send(server.url(), "POST", "x" * 3_000_000).response

    assert (response.status, response.body) == (413, b"too large")


def test_a_connection_with_unread_bytes_is_not_used_again(
    send: Sender, server: HostileServer
) -> None:
    send(server.url("/lies/two-lengths"))
    send(server.url())

    assert server.connections == 2
