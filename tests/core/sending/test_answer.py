"""What the library is told of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.core.sending.conftest import Sender
    from tests.support.hostile_server import HostileServer


def test_chunks_with_extensions_and_trailers(send: Sender, server: HostileServer) -> None:
    send(server.url("/chunked"))

    assert send(server.url("/chunked")).response.body == b"fourten"
    assert server.connections == 1


@pytest.mark.parametrize("path", ["/odd/103", "/odd/1xx"])
def test_what_comes_before_the_answer_is_skipped(
    send: Sender, server: HostileServer, path: str
) -> None:
    response = send(server.url(path)).response

    assert (response.status, response.body) == (200, b"the real one")


def test_a_change_of_protocol_is_an_answer(send: Sender, server: HostileServer) -> None:
    assert send(server.url("/odd/101")).response.status == 101
