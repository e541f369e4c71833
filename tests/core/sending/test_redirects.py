"""What a Location means."""

from __future__ import annotations

import pytest

from desktop.core.model.exchange import Problem
from desktop.core.model.request import Request
from desktop.core.sending.head import Head
from desktop.core.sending.prepare import prepare
from desktop.core.sending.redirects import Turn, is_redirect, turn


def follow(url: str, location: str, status: int = 302) -> Turn | Problem:
    return turn(
        prepare(Request(url=url), "1"), Head("HTTP/1.1", status, "", (("Location", location),))
    )


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/x", "http://h:81/x"),
        ("/a/../x?%7E=[1]", "http://h:81/a/../x?%7E=[1]"),
        ("x", "http://h:81/a/b/x"),
        ("x?y#z", "http://h:81/a/b/x?y"),
        ("./x", "http://h:81/a/b/x"),
        ("../x", "http://h:81/a/x"),
        ("../../../x", "http://h:81/x"),
        ("?x=1", "http://h:81/a/b/c?x=1"),
        ("//other/x", "http://other/x"),
        ("HTTP://Other:81/x", "http://other:81/x"),
        ("https://h:81/x", "https://h:81/x"),
        ("/a b\u00e9", "http://h:81/a%20b%C3%A9"),
        (".hidden", "http://h:81/a/b/.hidden"),
        ("x/a:b", "http://h:81/a/b/x/a:b"),
    ],
)
def test_what_a_location_means(location: str, url: str) -> None:
    following = follow("http://h:81/a/b/c?q=/1/2", location)

    assert isinstance(following, Turn)
    assert following.prepared.url == url


@pytest.mark.parametrize("location", ["mailto:a@b.c", "ws://h/", "about:blank", "goat:x"])
def test_other_schemes(location: str) -> None:
    refused = follow("http://h/", location)

    assert isinstance(refused, Problem)
    assert dict(refused.facts)["reason"] == "other_scheme"


@pytest.mark.parametrize("url", ["http://h/", "http://h:80/", "http://H/"])
def test_the_same_origin(url: str) -> None:
    request = prepare(Request(url="http://user:pw@h/"), "1")
    following = turn(request, Head("HTTP/1.1", 302, "", (("location", url),)))

    assert isinstance(following, Turn)
    assert following.withheld == ()


@pytest.mark.parametrize("url", ["http://h:81/", "https://h/", "http://h2/", "http://www.h/"])
def test_another_origin(url: str) -> None:
    request = prepare(Request(url="http://user:pw@h/"), "1")
    following = turn(request, Head("HTTP/1.1", 302, "", (("location", url),)))

    assert isinstance(following, Turn)
    assert following.withheld == ("Authorization",)


@pytest.mark.parametrize(
    ("status", "expected"),
    [(301, True), (302, True), (303, True), (307, True), (308, True)]
    + [(status, False) for status in (200, 201, 300, 304, 305, 306, 400)],
)
def test_which_answers_point_elsewhere(status: int, expected: bool) -> None:
    assert is_redirect(Head("HTTP/1.1", status, "", (("Location", "/x"),))) is expected


def test_an_answer_without_a_location_points_nowhere() -> None:
    assert not is_redirect(Head("HTTP/1.1", 302, "", ()))
