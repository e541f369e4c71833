"""Sending as the program does it, over a real connection."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import NothingListening, TimedOut
from desktop.core.model.request import Body, Request, Row
from desktop.core.sending.cancel import CancelToken
from desktop.core.sending.prepare import prepare

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import HostileServer


def test_the_phases_of_a_send(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url(host="localhost"))
    phases = ["name", "connect", "sending", "waiting", "receiving"]
    timing = exchange.hops[0].timing

    assert [each.phase for each in send.progress] == phases
    assert {each.host for each in send.progress} == {"localhost"}
    assert timing.tls is None
    assert all(getattr(timing, phase) >= 0 for phase in phases)
    assert exchange.elapsed >= sum(getattr(timing, phase) for phase in phases)


def test_many_send_at_once(send: Sender, server: HostileServer) -> None:
    bodies: dict[int, bytes] = {}

    def one(number: int) -> None:
        path = f"/odd/status?reason={number}"
        exchange = type(send)(send.transport)(server.url(path))
        bodies[number] = exchange.response.reason.encode()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)

    assert bodies == {number: str(number).encode() for number in range(20)}


CANCELLED_LATE = [
    ("/hang", "waiting"),
    ("/endless/1xx", "waiting"),
    ("/slow/status", "waiting"),
    ("/slow/header-lines", "waiting"),
]


def test_what_went_out_is_known_when_no_answer_comes(
    hurried: Sender, server: HostileServer
) -> None:
    with pytest.raises(TimedOut):
        hurried(server.url("/hang"))

    assert [each.target for each in hurried.sent] == ["/hang"]


def test_a_closed_port(send: Sender, server: HostileServer) -> None:
    server.__exit__()
    with pytest.raises(NothingListening) as caught:
        send(server.url())

    assert caught.value.facts() == {"host": "127.0.0.1", "port": server.port}
    assert send.sent == []


def test_nothing_heavy_is_loaded_before_the_first_send() -> None:
    code = (
        "import sys; from desktop.core.sending.transport import Transport\n"
        "from desktop.core.sending.cancel import CancelToken\n"
        "from desktop.core.sending.prepare import prepare\n"
        "Transport(); CancelToken()\n"
        "print({'requests', 'urllib3', 'truststore', 'ssl', 'http.client'} & set(sys.modules))\n"
        "Transport().warm(); print('requests' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.split("\n")[:2] == ["set()", "True"]


def test_request_object_is_untouched(send: Sender, server: HostileServer) -> None:
    request = Request(url=server.url(), headers=(Row("X", "1"),), body=Body("text", "x"))
    prepared = prepare(request, "1")
    before = hash(prepared)
    send.transport.send(
        prepared, token=CancelToken(), on_progress=lambda _: None, ask=lambda _: False
    )

    assert hash(prepared) == before
