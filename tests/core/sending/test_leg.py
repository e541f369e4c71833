"""The limits of one request, and whom it may meet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import TimedOut
from desktop.core.sending.leg import is_private
from tests.support.hostile_server import FullServer, HostileServer

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender


@pytest.mark.parametrize("path", ["/hang", "/endless/1xx", "/slow/status", "/slow/header-lines"])
def test_the_deadline_holds(hurried: Sender, server: HostileServer, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(TimedOut) as caught:
        hurried(server.url(path))

    assert time.monotonic() - started < 1
    assert (caught.value.phase, caught.value.seconds) == ("waiting", 0.4)


def test_the_limit_of_a_connect(hurried: Sender) -> None:
    with FullServer() as server:
        started = time.monotonic()
        with pytest.raises(TimedOut) as caught:
            hurried(f"http://127.0.0.1:{server.port}/")

    assert time.monotonic() - started < 1
    assert (caught.value.phase, caught.value.seconds) == ("connect", 0.3)
    assert hurried.sent == []


def test_an_upload_that_nobody_reads_ends_at_the_deadline(hurried: Sender) -> None:
    with (
        HostileServer(greet=lambda line: line.server.stopping.wait(5) and None) as server,
        pytest.raises(TimedOut) as caught,
    ):
        hurried(server.url(), "POST", "x" * 30_000_000)

    assert caught.value.phase == "sending"


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254"),
        *("0.0.0.0", "100.64.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1"),
    ],
)
def test_addresses_that_the_internet_cannot_reach(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111"])
def test_addresses_of_the_internet(address: str) -> None:
    assert not is_private(address)
