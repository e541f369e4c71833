"""What a request becomes before it goes out."""

from __future__ import annotations

import pytest

from desktop.core import product
from desktop.core.errors import BadMethod
from desktop.core.model.request import Body, Request, Row
from desktop.core.sending.prepare import prepare


def test_what_is_prepared() -> None:
    request = Request(
        method="POST",
        url="http://goats.example:8080/a?b=1#c",
        headers=(Row("X-One", "1"),),
        body=Body("json", '{"a": "é"}'),
    )
    prepared = prepare(request, "1")

    assert prepared.method == "POST"
    assert (prepared.scheme, prepared.host, prepared.port) == ("http", "goats.example", 8080)
    assert prepared.target == "/a?b=1"
    assert prepared.url == "http://goats.example:8080/a?b=1"
    assert prepared.body == '{"a": "é"}'.encode()


def test_what_goes_out_is_known_before_it_goes() -> None:
    prepared = prepare(Request(method="PUT", url="h/x", body=Body("text", "abc")), "1")
    sent = prepared.sent()

    assert (sent.method, sent.url, sent.target) == ("PUT", "https://h/x", "/x")
    assert (sent.headers, sent.body) == (prepared.headers, b"abc")


@pytest.mark.parametrize("method", ["GET", "get", "PURGE", "M-SEARCH", "x!#$%&'*+.^_`|~9"])
def test_any_token_is_a_method_and_keeps_its_case(method: str) -> None:
    assert prepare(Request(method=f" {method} ", url="h"), "1").method == method


@pytest.mark.parametrize("method", ["", " ", "GE T", "GET\r\nX: y", "GÉT", "G:T"])
def test_what_is_no_method(method: str) -> None:
    with pytest.raises(BadMethod):
        prepare(Request(method=method, url="h"), "1")


def test_half_a_character_does_not_stop_a_send() -> None:
    assert prepare(Request(method="POST", url="h", body=Body("text", "a\ud83d")), "1").body == b"a?"


def test_bleat_says_its_version() -> None:
    agents = [each.value for each in prepare(Request(url="h")).headers if each.name == "User-Agent"]

    assert agents == [f"Bleat/{product.version()}"]
