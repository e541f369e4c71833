"""Cancel ends a send whatever it waits for, and the server sees the end."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import Cancelled
from desktop.core.sending.cancel import CancelToken
from tests.support.hostile_server import FullServer, HostileServer, Line

if TYPE_CHECKING:
    from desktop.core.model.progress import Progress
    from tests.core.sending.conftest import Sender


def cancel_soon(send: Sender, phase: str, delay: float = 0.1) -> None:
    """Cancels from another thread, as the window does, a moment after a phase began."""

    def when(progress: Progress) -> None:
        if progress.phase == phase and not progress.done:
            timer = threading.Timer(delay, send.token.cancel)
            timer.daemon = True
            timer.start()

    send.when = when


@pytest.mark.parametrize("path", ["/hang", "/endless/1xx", "/slow/status", "/slow/header-lines"])
def test_cancel_ends_a_wait_at_once(send: Sender, server: HostileServer, path: str) -> None:
    cancel_soon(send, "waiting")
    started = time.monotonic()
    with pytest.raises(Cancelled):
        send(server.url(path))

    assert time.monotonic() - started < 1
    if path == "/hang":
        assert server.saw_close.wait(1)


@pytest.mark.parametrize("path", ["/hang/after-headers", "/endless/sse", "/slow/body"])
def test_cancel_while_a_body_arrives_keeps_what_came(
    send: Sender, server: HostileServer, path: str
) -> None:
    cancel_soon(send, "receiving", 0.2)
    started = time.monotonic()
    exchange = send(server.url(path))

    assert time.monotonic() - started < 1.2
    assert exchange.response.status == 200
    assert exchange.response.body
    assert dict(exchange.response.problems[0].facts)["reason"] == "cancelled"


def test_the_server_sees_a_cancelled_download_end(send: Sender, server: HostileServer) -> None:
    cancel_soon(send, "receiving")
    send(server.url("/hang/after-headers"))

    assert server.saw_close.wait(1)


def test_cancel_while_connecting(send: Sender) -> None:
    cancel_soon(send, "connect")
    with FullServer() as server:
        started = time.monotonic()
        with pytest.raises(Cancelled):
            send(f"http://127.0.0.1:{server.port}/")

    assert time.monotonic() - started < 1


def test_cancel_while_sending(send: Sender) -> None:
    cancel_soon(send, "sending")
    with HostileServer(greet=lambda line: line.server.stopping.wait(5) and None) as server:
        started = time.monotonic()
        with pytest.raises(Cancelled):
            send(server.url(), "POST", "x" * 30_000_000)

    assert time.monotonic() - started < 1


def test_cancel_in_a_handshake(send: Sender) -> None:
    cancel_soon(send, "tls")
    with HostileServer(greet=Line.hang) as server:
        started = time.monotonic()
        with pytest.raises(Cancelled):
            send(server.url(scheme="https"))
        assert server.saw_close.wait(1)

    assert time.monotonic() - started < 1


def test_cancel_on_a_connection_that_is_used_again(send: Sender, server: HostileServer) -> None:
    send(server.url())
    cancel_soon(send, "waiting")
    with pytest.raises(Cancelled):
        send(server.url("/hang"))

    assert server.connections == 1
    assert server.saw_close.wait(1)


def test_a_send_that_is_cancelled_before_it_begins_sends_nothing(
    send: Sender, server: HostileServer
) -> None:
    send.token.cancel()
    with pytest.raises(Cancelled):
        send(server.url())

    assert server.connections == 0
    assert send.sent == []


def test_a_token_serves_one_send(send: Sender, server: HostileServer) -> None:
    """What is cancelled after its end touches nothing: the connection serves somebody else."""
    send(server.url())
    used, send.token = send.token, CancelToken()
    send.when = lambda progress: used.cancel() if progress.phase == "waiting" else None

    assert send(server.url()).response.body == b"ok"
    assert server.connections == 1
