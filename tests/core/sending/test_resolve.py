"""Names are looked up without anybody having to wait for a look-up that hangs."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import Cancelled, TimedOut, UnknownHost

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import HostileServer
    from tests.support.name_service import NameService


def test_an_unknown_name(send: Sender, names: NameService) -> None:
    names.fail("goats.example", socket.gaierror(socket.EAI_NONAME, "Name or service not known"))
    with pytest.raises(UnknownHost) as caught:
        send("http://goats.example/")

    assert caught.value.facts() == {"host": "goats.example"}


def test_a_name_without_addresses(send: Sender, names: NameService) -> None:
    names.lead("goats.example")
    names.fail("sheep.example", UnicodeError("label too long"))
    for name in ("goats", "sheep"):
        with pytest.raises(UnknownHost):
            send(f"http://{name}.example/")


def test_cancel_while_the_name_service_hangs(send: Sender, names: NameService) -> None:
    names.hang("goats.example")
    send.when = lambda progress: (
        threading.Timer(0.05, send.token.cancel).start() if progress.phase == "name" else None
    )
    started = time.monotonic()
    with pytest.raises(Cancelled):
        send("http://goats.example/")

    assert time.monotonic() - started < 0.5


def test_a_name_service_that_hangs_ends_at_the_limit(hurried: Sender, names: NameService) -> None:
    names.hang("goats.example")
    with pytest.raises(TimedOut) as caught:
        hurried("http://goats.example/")

    assert (caught.value.phase, caught.value.seconds) == ("name", 0.3)


def test_a_late_name_changes_nothing(
    hurried: Sender,
    server: HostileServer,
    names: NameService,
) -> None:
    names.hang("goats.example", "127.0.0.1")
    with pytest.raises(TimedOut):
        hurried(server.url(host="goats.example"))
    names.gate.set()

    assert server.connections == 0


def test_a_number_needs_no_name_service(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url())

    assert exchange.hops[0].timing.name is None
