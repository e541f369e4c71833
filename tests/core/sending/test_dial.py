"""Connections are opened, or it is said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import NothingListening, Unreachable
from tests.support.hostile_server import FullServer, HostileServer

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.name_service import NameService


def test_all_addresses_of_a_name_are_tried(
    send: Sender, server: HostileServer, names: NameService
) -> None:
    names.lead("goats.example", "127.0.0.9", "127.0.0.1")

    exchange = send(server.url(host="goats.example"))

    assert exchange.response.body == b"ok"
    assert server.asked[0].header(b"Host") == b"goats.example:%d" % server.port


def test_a_silent_address_leaves_time_for_the_next(
    send: Sender, hurried: Sender, names: NameService
) -> None:
    with FullServer() as silent:
        names.lead("goats.example", "127.0.0.1", "127.0.0.9")
        with pytest.raises(NothingListening):
            hurried(f"http://goats.example:{silent.port}/")


def test_an_address_without_a_way(send: Sender, names: NameService) -> None:
    names.lead("goats.example", "255.255.255.255")
    with pytest.raises(Unreachable) as caught:
        send("http://goats.example/")

    assert caught.value.facts() == {"host": "goats.example"}
