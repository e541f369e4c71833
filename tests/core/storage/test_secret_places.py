"""Secrets taken out of a request, and put back."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.request import Request, Row
from desktop.core.storage.secret_places import Place, credential_texts, fill, join, part


def parted(request, known=None, held=()):
    numbers = count(1)
    return part(request, known or {}, held.__contains__, lambda: f"s{next(numbers)}")


@pytest.mark.parametrize(
    ("url", "texts"),
    [
        ("https://a.example/x?api_key=abc&b=2", {("api_key", 0): "abc"}),
        ("https://a.example/?token=a&token=b", {("token", 0): "a", ("token", 1): "b"}),
        ("https://a.example/?token=&b", {("token", 0): ""}),
        ("https://a.example/?token", {}),
        ("https://a.example/?api%5Fkey=a%20b", {("api_key", 0): "a%20b"}),
        ("https://ada:pw@a.example/", {("@", 0): "ada:pw"}),
        ("ada:p@w@a.example/x", {("@", 0): "ada:p@w"}),
        ("//tok@a.example", {("@", 0): "tok"}),
        ("https://a.example/@ada?b=x@y", {}),
        ("https://a.example/#access_token=abc&state=1", {("access_token", 0): "abc"}),
        ("{{practice}}/x?key={{key}}", {("key", 0): "{{key}}"}),
        ("?token=a?b/c=d", {("token", 0): "a?b/c=d"}),
        ("", {}),
        ("https://", {}),
    ],
)
def test_credentials_in_an_address(url, texts):
    expected = {Place("url", name, nth): text for (name, nth), text in texts.items()}
    assert credential_texts(Request(url=url)) == expected


REQUEST = Request(
    url="https://ada:pw@a.example/?api_key=a%20b&q=1",
    params=(
        Row("api_key", "a b", raw="api_key=a%20b"),
        Row("q", "1", raw="q=1"),
        Row("token", "off", enabled=False),
    ),
    headers=(
        Row("Accept", "text/plain"),
        Row("Authorization", "Bearer abc"),
        Row("X-Token", "Bearer abc"),
        Row("x-token", "{{token}}"),
    ),
)


def test_each_different_text_is_one_secret():
    found = parted(REQUEST)
    assert set(found.secrets.values()) == {"Bearer abc", "a b", "off", "a%20b", "ada:pw"}
    authorization = found.references[Place("headers", "authorization", 0)]
    assert found.references[Place("headers", "x-token", 0)] == authorization
    assert Place("headers", "x-token", 1) not in found.references


def test_taken_out_and_put_back():
    found = parted(REQUEST)
    bare = fill(REQUEST, dict.fromkeys(found.references, ""))
    assert bare.url == "https://@a.example/?api_key=&q=1"
    assert bare.params[0] == Row("api_key", "", raw="api_key=")
    assert bare.headers[1] == Row("Authorization", "")
    assert join(bare, found.references, found.secrets) == REQUEST


def test_ids_stay_while_the_value_changes():
    first = parted(REQUEST)
    changed = replace(REQUEST, headers=(Row("Authorization", "Bearer abcd"),))
    place = Place("headers", "authorization", 0)
    second = parted(changed, first.references, first.secrets)
    assert second.references[place] == first.references[place]
    assert second.secrets[second.references[place]] == "Bearer abcd"


def test_texts_that_part_get_ids_of_their_own():
    first = parted(Request(headers=(Row("Authorization", "a"), Row("X-Token", "a"))))
    later = Request(headers=(Row("Authorization", "a"), Row("X-Token", "b")))
    second = part(later, first.references, first.secrets.__contains__, lambda: "new")
    assert sorted(second.secrets) == ["new", "s1"]


def test_an_empty_place_keeps_its_secret_until_somebody_has_seen_it():
    known = {Place("headers", "authorization", 0): "s9"}
    request = Request(headers=(Row("Authorization", ""),))
    assert parted(request, known).references == known
    assert parted(request, known, held={"s9"}).references == {}


def test_a_new_value_never_replaces_a_secret_that_nobody_has_seen():
    known = {Place("headers", "authorization", 0): "s9"}
    found = parted(Request(headers=(Row("Authorization", "mine"),)), known)
    assert found.secrets == {"s1": "mine"}


def test_what_was_typed_meanwhile_stays():
    references = {Place("headers", "authorization", 0): "s1", Place("headers", "x-token", 0): "s2"}
    typed = Request(headers=(Row("Authorization", "typed"), Row("X-Token", "")))
    joined = join(typed, references, {"s1": "old", "s2": "kept"})
    assert [row.value for row in joined.headers] == ["typed", "kept"]


def test_a_secret_that_was_not_found_leaves_its_place_empty():
    references = {Place("headers", "authorization", 0): "s1"}
    request = Request(headers=(Row("Authorization"),))
    assert join(request, references, {}) == request


NAMES = st.sampled_from(["token", "Authorization", "q", "api_key", "", "X-Token", "@"])
TEXTS = st.text("ab=&?#@:/% {}é", max_size=8)
ROWS = st.lists(st.builds(Row, NAMES, TEXTS, st.booleans(), TEXTS, TEXTS), max_size=4).map(tuple)
REQUESTS = st.builds(
    Request,
    url=st.lists(
        st.sampled_from(
            ["https://", "a", "@", "?", "&", "#", "token=", "q=", "x", "/", ":", "{{v}}"]
        ),
        max_size=12,
    ).map("".join),
    params=ROWS,
    headers=ROWS,
)


@given(REQUESTS)
def test_any_request_comes_back_whole(request):
    found = parted(request)
    bare = fill(request, dict.fromkeys(found.references, ""))
    assert parted(bare).secrets == {}
    assert join(bare, found.references, found.secrets) == request
