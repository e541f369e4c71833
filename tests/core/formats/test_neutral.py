"""The neutral form of requests."""

import json

import pytest

from desktop.core.errors import UnreadableFile
from desktop.core.formats.neutral import read_neutral


def read_one(**entry):
    return read_neutral(json.dumps({"requests": [entry]}))[0]


def test_a_whole_request_arrives():
    request = read_one(
        name="A goat",
        method="POST",
        url="https://a.example/x?b=1&c",
        params=[["b", "1", True], ["off", "2", False]],
        headers=[["Accept", "*/*", True], ["X-Off", "1", False]],
        body={"kind": "raw", "text": '{"a": 1}', "mime": "application/json; charset=utf-8"},
    )
    assert (request.name, request.method) == ("A goat", "POST")
    assert request.url == "https://a.example/x?b=1&c"
    assert [(row.name, row.value, row.enabled) for row in request.params] == [
        ("b", "1", True),
        ("c", "", True),
        ("off", "2", False),
    ]
    assert [(row.name, row.enabled) for row in request.headers] == [
        ("Accept", True),
        ("X-Off", False),
    ]
    assert (request.body.kind, request.body.text) == ("json", '{"a": 1}')


def test_listed_parameters_go_into_an_address_that_has_none():
    request = read_one(url="https://a.example/x", params=[["q", "a b", True], ["off", "1", False]])
    assert request.url == "https://a.example/x?q=a%20b"
    assert [row.enabled for row in request.params] == [True, False]


def test_what_is_left_out_has_its_usual_value():
    request = read_one(url="https://a.example")
    assert request.method == "GET"
    assert request.headers == ()
    assert request.body.kind == "none"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_json"),
        ("[" * 100_000, "not_json"),
        ("[]", "no_requests"),
        ('{"requests": []}', "no_requests"),
        ('{"requests": {"url": "x"}}', "no_requests"),
        ('{"requests": ["x"]}', "no_requests"),
        ('{"requests": [{"url": 5}]}', "no_requests"),
        ('{"requests": [{"url": "x", "body": {"kind": "file", "path": "/x"}}]}', "body_kind"),
    ],
)
def test_what_is_no_request_is_refused_whole(text, reason):
    with pytest.raises(UnreadableFile) as refused:
        read_neutral(text)
    assert refused.value.reason == reason


@pytest.mark.parametrize("odd", [None, 5, "text", [], {}, [["a"]], [[]], [[1, None, "yes"]], [5]])
def test_odd_rows_and_words_do_no_harm(odd):
    request = read_one(
        url="https://a.example", name=odd, method=odd, params=odd, headers=odd, body=odd
    )
    assert request.url.startswith("https://a.example")
