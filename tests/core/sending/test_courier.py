"""What happens when an idle connection was closed by the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.core import limits
from desktop.core.errors import NoAnswer
from tests.support.hostile_cases import whole
from tests.support.hostile_server import HostileServer

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import Asked, Line


class Forgetful:
    """A server that closes each connection at the second request on it, unread."""

    def __init__(self) -> None:
        self.heard: list[Asked] = []

    def __call__(self, line: Line) -> None:
        asked = line.hear()
        if asked:
            self.heard.append(asked)
            line.say(whole())
            line.connection.recv(1)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_an_idle_connection_that_the_server_closed_is_made_anew(send: Sender, method: str) -> None:
    forgetful = Forgetful()
    with HostileServer(greet=forgetful) as server:
        send(server.url("/one"))
        send(server.url("/two"), method)

    assert [each.target for each in forgetful.heard] == ["/one", "/two"]


def test_what_must_not_go_out_twice_is_not_tried_again(send: Sender) -> None:
    with HostileServer(greet=Forgetful()) as server:
        send(server.url("/one"))
        with pytest.raises(NoAnswer):
            send(server.url("/two"), "POST", "one goat, please")


def test_what_must_not_go_out_twice_takes_no_old_connection(
    send: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "IDLE_SECONDS", -1.0)
    forgetful = Forgetful()
    with HostileServer(greet=forgetful) as server:
        send(server.url("/one"))
        send(server.url("/two"), "POST", "one goat, please")

    assert [each.target for each in forgetful.heard] == ["/one", "/two"]


def test_a_new_connection_is_not_tried_twice(send: Sender, server: HostileServer) -> None:
    with pytest.raises(NoAnswer):
        send(server.url("/cut/nothing"))

    assert len(server.asked) == 1
