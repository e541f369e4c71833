"""Certificates and handshakes, good and bad."""

from __future__ import annotations

import ssl
import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.core.errors import NetworkFailure, NoAnswer, NotHttp, TimedOut, TlsBroken, Untrusted
from desktop.core.sending.tls import Contexts
from tests.support.certificates import DAY, Authority
from tests.support.hostile_cases import CASES, whole
from tests.support.hostile_server import HostileServer, Line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.core.sending.conftest import Sender


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """One that this computer trusts, as far as the test is concerned."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    return made


def serve(context: ssl.SSLContext) -> HostileServer:
    return HostileServer(CASES, context=context)


def failure(send: Sender, url: str) -> NetworkFailure:
    with pytest.raises(NetworkFailure) as caught:
        send(url)
    return caught.value


def test_a_trusted_server_answers_and_its_connection_is_kept(
    send: Sender, authority: Authority
) -> None:
    with serve(authority.server_context()) as server:
        first = send(server.url())
        second = send(server.url())

    assert (first.response.body, second.response.body) == (b"ok", b"ok")
    assert first.hops[0].timing.tls is not None
    assert second.hops[0].timing.tls is None
    assert server.connections == 1


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        ({"self_signed": True}, "self_signed"),
        ({"host": "goats.example"}, "wrong_host"),
        ({"host": "10.9.8.7"}, "wrong_host"),
        ({"starts": timedelta(days=-9), "ends": -DAY}, "expired"),
        ({"starts": DAY, "ends": timedelta(days=9)}, "not_yet_valid"),
    ],
)
def test_why_a_certificate_is_refused(
    send: Sender, authority: Authority, certificate: dict[str, object], reason: str
) -> None:
    with serve(authority.server_context(**certificate)) as server:
        refused = failure(send, server.url())

    assert isinstance(refused, Untrusted)
    assert refused.facts() == {"host": "127.0.0.1", "reason": reason}
    assert server.asked == []


def test_an_issuer_that_the_system_does_not_know(
    send: Sender, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(Authority(tmp_path / "other", "Sheep").file))

    with serve(authority.server_context()) as server:
        refused = failure(send, server.url())

    assert isinstance(refused, Untrusted)
    assert refused.reason == "unknown_issuer"


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_server_that_wants_a_certificate_of_ours(
    send: Sender, authority: Authority, version: ssl.TLSVersion
) -> None:
    context = authority.server_context()
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(authority.file)
    context.maximum_version = version

    with serve(context) as server:
        # The server has slammed the door by the time that the request is written.
        send.when = lambda progress: time.sleep(0.05 * (progress.phase == "sending"))
        refused = failure(send, server.url())

    assert isinstance(refused, TlsBroken)
    newer = version is ssl.TLSVersion.TLSv1_3
    assert refused.reason == ("client_certificate" if newer else "other")


def test_a_server_whose_tls_is_too_old(send: Sender, authority: Authority) -> None:
    context = authority.server_context()
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")

    with serve(context) as server:
        refused = failure(send, server.url())

    assert isinstance(refused, TlsBroken)
    assert refused.reason == "version"


def test_plain_http_at_a_port_that_is_asked_for_tls(send: Sender) -> None:
    def misunderstand(line: Line) -> None:
        line.connection.recv(4096)
        line.say(whole(b"what?", "400 Bad Request"))

    with HostileServer(greet=misunderstand) as server:
        refused = failure(send, server.url(scheme="https"))

    assert isinstance(refused, TlsBroken)
    assert refused.facts() == {"host": "127.0.0.1", "port": server.port, "reason": "plain_on_tls"}


def test_a_reset_in_the_handshake(send: Sender) -> None:
    def slam(line: Line) -> None:
        line.connection.recv(10)
        line.reset()

    with HostileServer(greet=slam) as server:
        refused = failure(send, server.url(scheme="https"))

    assert isinstance(refused, TlsBroken)
    assert refused.reason == "reset"


def test_an_end_in_the_handshake(send: Sender) -> None:
    with HostileServer(greet=lambda line: line.connection.recv(4096) and None) as server:
        refused = failure(send, server.url(scheme="https"))

    assert isinstance(refused, TlsBroken)
    assert refused.reason == "reset"


def test_a_handshake_that_stalls(hurried: Sender) -> None:
    with HostileServer(greet=Line.hang) as server:
        refused = failure(hurried, server.url(scheme="https"))
        assert server.saw_close.wait(1)

    assert isinstance(refused, TimedOut)
    assert refused.phase == "tls"


def test_a_handshake_that_drips_ends_at_the_limit_too(hurried: Sender) -> None:
    with HostileServer(greet=lambda line: line.drip(b"\x16\x03\x03\x40\x00" * 99)) as server:
        refused = failure(hurried, server.url(scheme="https"))

    assert isinstance(refused, TimedOut)
    assert refused.phase == "tls"


def test_plain_http_asked_of_a_tls_port(send: Sender, authority: Authority) -> None:
    with serve(authority.server_context()) as server:
        refused = failure(send, server.url(scheme="http"))

    assert isinstance(refused, NoAnswer | NotHttp)


def test_a_stalled_handshake_does_not_hold_up_another_send(
    send: Sender, authority: Authority
) -> None:
    with (
        HostileServer(greet=Line.hang) as stalling,
        serve(authority.server_context()) as server,
    ):
        stuck = threading.Event()
        send.when = lambda progress: stuck.set() if progress.phase == "tls" else None
        caught: list[BaseException] = []
        thread = threading.Thread(target=_catch, args=(send, stalling, caught))
        thread.start()
        assert stuck.wait(2)
        exchange = type(send)(send.transport)(server.url())
        send.token.cancel()
        thread.join(1)

    assert exchange.response.body == b"ok"
    assert [type(each).__name__ for each in caught] == ["Cancelled"]


def _catch(send: Sender, server: HostileServer, caught: list[BaseException]) -> None:
    try:
        send(server.url(scheme="https"))
    except Exception as error:  # noqa: BLE001 - the test looks at it
        caught.append(error)


def test_keys_of_the_connection_are_not_written_down(
    send: Sender, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))

    with serve(authority.server_context()) as server:
        send(server.url())

    assert not (tmp_path / "keys").exists()


def test_contexts_are_used_again_but_never_by_two() -> None:
    contexts = Contexts()
    with contexts.lent() as first, contexts.lent() as second:
        assert first is not second
    with contexts.lent() as third:
        assert third in {first, second}
