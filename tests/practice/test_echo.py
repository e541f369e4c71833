"""The request as the server saw it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.practice.conftest import Running


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "GRAZE"])
def test_every_method_is_echoed(practice: Running, method: str) -> None:
    assert practice.ask(method, "/echo").json["method"] == method


def test_a_method_keeps_its_letters(practice: Running) -> None:
    assert practice.ask("graze-Slowly", "/echo").json["method"] == "graze-Slowly"


def test_the_address_is_echoed_as_it_was_sent(practice: Running) -> None:
    seen = practice.get("/echo/a%20b/%7Ec?x=%C3%A9&y").json
    assert seen["path"] == "/echo/a%20b/%7Ec"
    assert seen["url"] == f"{practice.origin}/echo/a%20b/%7Ec?x=%C3%A9&y"


def test_parameters_keep_order_duplicates_and_emptiness(practice: Running) -> None:
    seen = practice.get("/echo?b=2&a=1&b=&c&d=%26+%C3%A9").json
    assert seen["args"] == [["b", "2"], ["a", "1"], ["b", ""], ["c", ""], ["d", "& é"]]


def test_headers_keep_order_letters_and_duplicates(practice: Running) -> None:
    head = (
        f"GET /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\nx-tWo: 2\r\nX-ONE: 1\r\n"
        "x-tWo: again\r\nwith_underscore: yes\r\nX-Name: é\r\nX-Folded: a\r\n b\r\n"
        "Connection: close\r\n\r\n"
    )
    body = practice.raw(head.encode()).partition(b"\r\n\r\n")[2].decode()
    names = '["x-tWo","2"],["X-ONE","1"],["x-tWo","again"],["with_underscore","yes"]'
    assert names in body
    assert '["X-Name","é"],["X-Folded","a b"]' in body


def test_a_header_that_is_no_utf8_is_read_as_latin1(practice: Running) -> None:
    seen = practice.get("/echo", X_Name="caf\xe9").json
    assert ["X-Name", "café"] in seen["headers"]


def test_text_comes_back_as_text(practice: Running) -> None:
    seen = practice.ask("POST", "/echo", "Grüße".encode(), Content_Type="text/plain").json
    assert (seen["body"], seen["body_encoding"]) == ("Grüße", "text")
    assert seen["content_type"] == "text/plain"


def test_bytes_come_back_as_base64(practice: Running) -> None:
    sent = bytes(range(256))
    seen = practice.ask("POST", "/echo", sent).json
    assert seen["body_encoding"] == "base64"
    assert base64.b64decode(seen["body"]) == sent


def test_nothing_comes_back_as_nothing(practice: Running) -> None:
    seen = practice.get("/echo").json
    assert (seen["body"], seen["content_type"]) == ("", None)


def test_a_body_in_chunks_is_read(practice: Running) -> None:
    head = f"POST /echo HTTP/1.1\r\nHost: 127.0.0.1:{practice.port}\r\nConnection: close\r\n"
    chunks = "Transfer-Encoding: chunked\r\n\r\n3\r\nbaa\r\n2\r\n!!\r\n0\r\n\r\n"
    assert b'"body":"baa!!"' in practice.raw((head + chunks).encode())


def test_html_is_echoed_as_json_only(practice: Running) -> None:
    answer = practice.get("/echo?x=%3Cscript%3Ealert(1)%3C/script%3E")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_head_has_no_body(practice: Running) -> None:
    assert practice.ask("HEAD", "/echo").body == b""
