"""The library does what it is told, and nothing that it was not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.hostile_cases import CASES, whole
from tests.support.hostile_server import Asked, HostileServer, Line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.core.sending.conftest import Sender


def test_a_connection_is_used_again(send: Sender, server: HostileServer) -> None:
    send(server.url())
    second = send(server.url())

    assert server.connections == 1
    assert (second.hops[0].timing.name, second.hops[0].timing.connect) == (None, None)


def test_the_environment_changes_nothing(
    send: Sender, server: HostileServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login sheep password wool")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(netrc))

    assert send(server.url()).response.body == b"ok"
    assert server.asked[0].header(b"Authorization") is None


def test_cookies_are_not_kept(send: Sender) -> None:
    def script(line: Line, _asked: Asked) -> bool:
        line.say(whole(b"ok", "200 OK", "Set-Cookie: goat=1"))
        return True

    with HostileServer({"/": script}) as server:
        send(server.url())
        send(server.url())

    assert server.asked[1].header(b"Cookie") is None


def test_a_closed_transport_opens_again(send: Sender, server: HostileServer) -> None:
    send(server.url())
    send.transport.close()
    send.transport.close()

    assert send(server.url()).response.body == b"ok"
    assert server.connections == 2


def test_close_leaves_a_send_alone_that_goes_on(
    make_sender: Callable[..., Sender], server: HostileServer
) -> None:
    send = make_sender()
    send.when = lambda progress: send.transport.close() if progress.phase == "receiving" else None

    assert send(server.url()).response.body == b"ok"


def test_ip6(send: Sender) -> None:
    with HostileServer(CASES, host="::1") as server:
        send(f"http://[::1]:{server.port}/ok")

    assert server.asked[0].header(b"Host") == b"[::1]:%d" % server.port
