"""Which header lines go out."""

from __future__ import annotations

import pytest

from desktop.core.errors import BadHeader
from desktop.core.model.exchange import SentHeader
from desktop.core.model.request import Body, Request, Row
from desktop.core.sending.headers import is_token, wire_bytes
from desktop.core.sending.prepare import prepare


def headers(
    *rows: Row, method: str = "GET", kind: str = "none", text: str = ""
) -> list[SentHeader]:
    request = Request(method=method, url="http://h/", headers=rows, body=Body(kind, text))
    return list(prepare(request, "1.2").headers)


def own(*rows: Row) -> list[tuple[str, str]]:
    return [(each.name, each.value) for each in headers(*rows) if not each.automatic]


def automatic(*rows: Row, **request: str) -> dict[str, str]:
    return {each.name: each.value for each in headers(*rows, **request) if each.automatic}


def test_what_bleat_adds() -> None:
    assert headers() == [
        SentHeader("Host", "h", True),
        SentHeader("User-Agent", "Bleat/1.2", True),
        SentHeader("Accept", "*/*", True),
        SentHeader("Accept-Encoding", "gzip, deflate", True),
        SentHeader("Connection", "keep-alive", True),
    ]


def test_the_rows_of_a_person_keep_order_case_and_duplicates() -> None:
    rows = [Row("x-B", "2"), Row("X-a", "1"), Row("x-b", "3"), Row("X-Empty", "")]

    assert own(*rows) == [("x-B", "2"), ("X-a", "1"), ("x-b", "3"), ("X-Empty", "")]


def test_rows_that_are_off_or_empty_are_not_sent() -> None:
    assert own(Row("X-Off", "1", enabled=False), Row(), Row(note="only a note")) == []


def test_bleat_adds_nothing_that_the_person_set() -> None:
    rows = [Row("ACCEPT", "image/jpeg"), Row("host", "goats.example"), Row("user-agent", "")]

    assert set(automatic(*rows)) == {"Accept-Encoding", "Connection"}
    assert own(*rows)[1] == ("host", "goats.example")


def test_a_row_that_is_off_does_not_count() -> None:
    assert "Accept" in automatic(Row("Accept", "x", enabled=False))


@pytest.mark.parametrize(
    ("kind", "text", "content_type", "length"),
    [
        ("json", '{"a": "é"}', "application/json", "11"),
        ("text", "☃", "text/plain; charset=utf-8", "3"),
        ("json", "", None, "0"),
        ("none", "kept for later", None, "0"),
    ],
)
def test_what_a_body_adds(kind: str, text: str, content_type: str | None, length: str) -> None:
    added = automatic(method="POST", kind=kind, text=text)

    assert added.get("Content-Type") == content_type
    assert added["Content-Length"] == length


@pytest.mark.parametrize(
    ("method", "length"),
    [("GET", None), ("DELETE", None), ("OPTIONS", None), ("PUT", "0"), ("PATCH", "0")],
)
def test_length_where_there_is_no_body(method: str, length: str | None) -> None:
    assert automatic(method=method).get("Content-Length") == length


def test_a_body_goes_with_any_method() -> None:
    assert automatic(method="GET", kind="text", text="x")["Content-Length"] == "1"


def test_a_true_length_stays_where_it_was_typed_but_only_once() -> None:
    rows = [Row("content-length", "3"), Row("X-One", "1"), Row("Content-Length", "3")]
    sent = headers(*rows, method="POST", kind="text", text="abc")

    assert [(each.name, each.automatic) for each in sent if "ength" in each.name] == [
        ("content-length", False),
    ]


def test_a_false_length_is_replaced_by_the_true_one() -> None:
    sent = headers(Row("Content-Length", "99"), method="POST", kind="text", text="abc")

    assert [each for each in sent if each.name == "Content-Length"] == [
        SentHeader("Content-Length", "3", True)
    ]


def test_chunks_that_the_person_wants() -> None:
    rows = [Row("Transfer-Encoding", "chunked"), Row("Content-Length", "3")]
    request = Request(method="POST", url="h", headers=tuple(rows), body=Body("text", "abc"))
    prepared = prepare(request, "1")

    assert prepared.chunked
    assert "Content-Length" not in {each.name for each in prepared.headers}


@pytest.mark.parametrize(("value", "text"), [("gzip", "abc"), ("chunked", "")])
def test_transfer_encodings_that_would_be_a_lie(value: str, text: str) -> None:
    rows = (Row("Transfer-Encoding", value),)
    prepared = prepare(Request(method="POST", url="h", headers=rows, body=Body("text", text)), "1")

    assert not prepared.chunked
    assert "Transfer-Encoding" not in {each.name for each in prepared.headers}


@pytest.mark.parametrize("name", ["X Y", "X:", "Ä", "X\r\nY", "(x)", "X\0", "☃"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(BadHeader) as caught:
        headers(Row(name, "1"))

    assert (caught.value.name, caught.value.reason) == (name.strip(), "name")


def test_a_value_without_a_name() -> None:
    with pytest.raises(BadHeader):
        headers(Row("", "value"))


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\0", "\x1b[0m", "a\x7f", "\ud800"])
def test_values_that_are_none(value: str) -> None:
    with pytest.raises(BadHeader) as caught:
        headers(Row("X-One", value))

    assert (caught.value.name, caught.value.reason) == ("X-One", "value")


def test_blanks_around_are_dropped_and_those_inside_kept() -> None:
    assert own(Row(" X-One ", " \ta \t b ")) == [("X-One", "a \t b")]


@pytest.mark.parametrize(
    ("value", "sent"),
    [("plain", b"plain"), ("J\u00f6rg", b"J\xf6rg"), ("☃ J\u00f6rg", "☃ J\u00f6rg".encode())],
)
def test_values_as_bytes(value: str, sent: bytes) -> None:
    assert wire_bytes(value) == sent


@pytest.mark.parametrize(
    ("login", "value"),
    [
        ("Aladdin:open%20sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ("test:123£", "Basic dGVzdDoxMjPCow=="),
        ("u:a:b", "Basic dTphOmI="),
        ("u:%20lead", "Basic dTogbGVhZA=="),
        ("u", "Basic dTo="),
    ],
)
def test_a_login_in_the_url_becomes_basic_authorization(login: str, value: str) -> None:
    prepared = prepare(Request(url=f"http://{login}@h/"), "1")

    assert prepared.headers[1] == SentHeader("Authorization", value, True)
    assert "@" not in prepared.url


def test_the_authorization_of_a_person_wins() -> None:
    rows = (Row("authorization", "Bearer meh"),)
    prepared = prepare(Request(url="http://u:p@h/", headers=rows), "1")

    assert [each for each in prepared.headers if each.name.lower() == "authorization"] == [
        SentHeader("authorization", "Bearer meh")
    ]


@pytest.mark.parametrize(("text", "expected"), [("GET", True), ("x-Y_z~1", True), ("", False)])
def test_tokens(text: str, expected: bool) -> None:
    assert is_token(text) is expected
