"""The socket of the practice API."""

from __future__ import annotations

import socket

import pytest

from desktop.practice.listening import USUAL_PORT, PortRefused, listen, origin


def test_listens_at_the_loopback_address_only() -> None:
    with listen(0) as door:
        assert door.getsockname()[0] == "127.0.0.1"
        assert origin(door) == f"http://127.0.0.1:{door.getsockname()[1]}"


def test_takes_connections_at_once() -> None:
    with listen(0) as door, socket.create_connection(door.getsockname(), 5):
        pass


def test_takes_the_usual_port_or_another_free_one() -> None:
    with listen(None) as first, listen(None) as second:
        assert second.getsockname()[1] not in {USUAL_PORT, first.getsockname()[1]}


def test_the_usual_port_comes_first() -> None:
    try:
        listen(USUAL_PORT).close()
    except PortRefused:
        pytest.skip("somebody uses 4628")
    with listen(None) as door:
        assert door.getsockname()[1] == USUAL_PORT


def test_nobody_else_gets_the_same_port() -> None:
    with listen(0) as door, pytest.raises(PortRefused, match="already used"):
        listen(door.getsockname()[1])


@pytest.mark.parametrize("port", [-1, 65536, 10**9])
def test_a_port_out_of_range_is_refused_in_words(port: int) -> None:
    with pytest.raises(PortRefused, match="A port is a number from 0 to 65535"):
        listen(port)
