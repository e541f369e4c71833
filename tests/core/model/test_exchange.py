"""What went out and what came back: the last hop counts, and headers know no case."""

from datetime import UTC, datetime

import pytest

from desktop.core.model.exchange import Exchange, Hop, Response, Sent

HEADERS = (("Content-Type", "text/html"), ("Set-Cookie", "a=1"), ("set-cookie", "b=2"))


def response(status=200, body=b""):
    return Response(status, "", "HTTP/1.1", HEADERS, body)


def sent(url):
    return Sent("GET", url, "/", ())


@pytest.mark.parametrize("name", ["Content-Type", "content-type", "CONTENT-TYPE"])
def test_a_header_is_found_whatever_its_case(name):
    assert response().header(name) == "text/html"


def test_of_several_headers_the_first_counts():
    assert response().header("Set-Cookie") == "a=1"


@pytest.mark.parametrize("name", ["Location", "Content", "", "Content-Type "])
def test_a_header_that_is_not_there_is_empty(name):
    assert response().header(name) == ""


def test_the_answer_is_that_of_the_last_hop():
    first = Hop(sent("http://a.example/"), response(301))
    last = Hop(sent("http://b.example/"), response(200))
    exchange = Exchange((first, last), datetime(2026, 1, 2, tzinfo=UTC), 0.1)
    assert exchange.sent is last.sent
    assert exchange.response is last.response


def test_a_body_is_not_written_where_a_response_is_named():
    assert "token" not in repr(response(body=b"token"))
