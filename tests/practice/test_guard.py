"""Who may call: nobody by another name, and no web page (case 81)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.practice.application import create_app

if TYPE_CHECKING:
    from tests.practice.conftest import Running


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost"])
def test_its_own_names_are_let_in(practice: Running, name: str) -> None:
    assert practice.get("/echo", Host=f"{name}:{practice.port}").status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1:{port}.evil",
     "127.0.0.1:{port}, evil", "127.0.0.2:{port}", "[::1]:{port}", "@127.0.0.1:{port}", ""],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/echo", "/", "/goats/1/1", "/nothing"])
def test_other_names_are_refused_in_words(practice: Running, host: str, path: str) -> None:
    answer = practice.get(path, Host=host.format(port=practice.port))
    assert (answer.status, answer.headers["Content-Type"]) == (403, "application/problem+json")
    assert f"127.0.0.1:{practice.port}" in answer.json["detail"]


def test_two_hosts_are_refused(practice: Running) -> None:
    host = f"Host: 127.0.0.1:{practice.port}\r\n"
    request = f"GET /echo HTTP/1.1\r\n{host}{host}Connection: close\r\n\r\n"
    assert practice.raw(request.encode()).startswith(b"HTTP/1.1 403 Forbidden\r\n")


def test_no_host_is_refused(practice: Running) -> None:
    assert practice.raw(b"GET /echo HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 403 Forbidden\r\n")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:{port}", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_web_pages_are_refused_in_words(practice: Running, origin: str, method: str) -> None:
    answer = practice.ask(method, "/echo", Origin=origin.format(port=practice.port))
    assert (answer.status, answer.headers["Content-Type"]) == (403, "application/problem+json")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_at_port_80_the_port_may_be_left_out() -> None:
    client = create_app(80).test_client()
    assert client.get("/status/200", headers={"Host": "localhost"}).status_code == 200
    assert client.get("/status/200", headers={"Host": "localhost:81"}).status_code == 403
