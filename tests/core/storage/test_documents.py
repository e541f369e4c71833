"""Requests as JSON: nothing lost, nothing secret, nothing that raises."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.request import Body, Request, Row
from desktop.core.storage.documents import read_document, write_document
from desktop.core.storage.secret_places import Place, fill

FULL = Request(
    name="Ünïcode \ud800",
    method="BREW",
    url="{{practice}}/a?b=%20c",
    params=(Row("b", " c", raw="b=%20c"), Row("d", "", enabled=False, note="off")),
    headers=(Row("Accept", "*/*"), Row()),
    body=Body("json", '{"a": "\\u0000"}\n'),
)


def test_a_request_comes_back_as_it_was():
    assert read_document(write_document(FULL, {})) == (FULL, {})


def test_defaults_are_left_out():
    assert write_document(Request(), {}) == "{}"
    assert json.loads(write_document(Request(headers=(Row("A", "b"),)), {})) == {
        "headers": [{"name": "A", "value": "b"}]
    }


def test_the_text_of_a_body_that_is_switched_off_stays():
    request = Request(body=Body("none", "kept"))
    assert read_document(write_document(request, {})) == (request, {})


def test_secrets_are_references_wherever_they_stand():
    request = Request(
        url="https://ada:pw@h/?token=sec%20ret&b=1",
        params=(Row("token", "sec ret", raw="token=sec%20ret"),),
        headers=(Row("Authorization", "Bearer sec"),),
    )
    references = {
        Place("url", "@", 0): "s1",
        Place("url", "token", 0): "s2",
        Place("params", "token", 0): "s3",
        Place("raw", "token", 0): "s2",
        Place("headers", "authorization", 0): "s4",
    }
    text = write_document(request, references)
    assert json.loads(text) == {
        "url": ["https://", {"keyring": "s1"}, "@h/?token=", {"keyring": "s2"}, "&b=1"],
        "params": [
            {"name": "token", "value": {"keyring": "s3"}, "raw": ["token=", {"keyring": "s2"}]}
        ],
        "headers": [{"name": "Authorization", "value": {"keyring": "s4"}}],
    }
    assert read_document(text) == (fill(request, dict.fromkeys(references, "")), references)


def test_a_reference_counts_only_where_a_credential_can_stand():
    text = json.dumps(
        {
            "url": ["https://evil.example/?q=", {"keyring": "s1"}],
            "headers": [{"name": "Accept", "value": {"keyring": "s1"}}],
            "body": {"kind": "text", "text": {"keyring": "s1"}},
        }
    )
    request, references = read_document(text)
    assert references == {}
    assert request.url == "https://evil.example/?q="


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "[" * 5000, "1" * 5000, "nan"])
def test_what_is_no_document(text):
    assert read_document(text) is None


def test_unknown_fields_and_wrong_types_become_defaults():
    text = json.dumps(
        {
            "name": 7, "method": None, "url": {"a": 1}, "later": True,
            "params": [None, "x", {"name": ["x"], "enabled": "no", "raw": []}],
            "headers": {"name": "x"}, "body": {"kind": "video", "text": 3},
        }
    )  # fmt: skip
    assert read_document(text) == (Request(params=(Row(),)), {})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
    | st.sampled_from(["token", "https://a@b/?token=", "json"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["name", "method", "url", "params", "headers", "body", "value", "raw", "enabled",
             "keyring", "kind", "text", "note"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_reading_never_raises(value):
    read = read_document(json.dumps(value))
    assert (read is not None) == isinstance(value, dict)
    if read:
        write_document(*read)
