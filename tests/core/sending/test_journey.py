"""Redirects, judged by what each host was asked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from desktop.core.errors import Cancelled, TimedOut, TooManyRedirects
from tests.support.certificates import Authority
from tests.support.hostile_cases import CASES
from tests.support.hostile_server import HostileServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.core.model.exchange import Exchange, Problem
    from tests.core.sending.conftest import Sender

SECRETS = [
    ("Authorization", "Bearer canary"),
    ("X-API-Key", "canary"),
    ("Cookie", "session=canary"),
    ("Proxy-Authorization", "Basic canary"),
    ("Referer", "http://h/?key=canary"),
]


def via(server: HostileServer, target: str, code: int = 302) -> str:
    return server.url(f"/redirect?code={code}&to={quote(target, safe='')}")


def why(exchange: Exchange) -> str:
    """The reason why a redirect was not followed."""
    return reason(exchange.response.problems[-1])


def reason(problem: Problem) -> str:
    assert problem.code == "redirect_not_followed"
    return dict(problem.facts)["reason"]


def test_each_hop_is_kept(send: Sender, server: HostileServer) -> None:
    exchange = send(via(server, "/ok?a=%7E[1]"))
    first, last = exchange.hops

    assert (first.response.status, first.response.body) == (302, b"moved")
    assert (last.sent.target, last.response.status, last.withheld) == ("/ok?a=%7E[1]", 200, ())
    assert server.asked[1].head.startswith(b"GET /ok?a=%7E[1] HTTP/1.1\r\n")
    assert [each.target for each in send.sent] == [hop.sent.target for hop in exchange.hops]
    assert server.connections == 1


def test_the_same_origin_gets_all_headers(send: Sender, server: HostileServer) -> None:
    send(via(server, "/ok"), headers=[*SECRETS, ("Host", "goats.example")])

    assert server.asked[1].headers == server.asked[0].headers


@pytest.mark.parametrize("where", ["other port", "other host"])
def test_another_origin_gets_no_credential(
    send: Sender, server: HostileServer, other: HostileServer, where: str
) -> None:
    target = other.url() if where == "other port" else server.url(host="localhost")
    harmless = [("Accept-Language", "de"), ("accept", "image/jpeg"), ("User-Agent", "goat")]
    exchange = send(via(server, target), headers=[*SECRETS, *harmless, ("X-Trace", "1")])
    asked = (other if where == "other port" else server).asked[-1]

    assert b"canary" not in asked.raw
    assert dict(asked.headers) == {
        b"Host": target.split("/")[2].encode(),
        b"Accept-Encoding": b"gzip, deflate",
        b"Connection": b"keep-alive",
        b"Accept-Language": b"de",
        b"accept": b"image/jpeg",
        b"User-Agent": b"goat",
    }
    assert exchange.hops[1].withheld == (*(name for name, _ in SECRETS), "X-Trace")


def test_a_login_of_the_url_stays_too(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    url = via(server, other.url()).replace("http://", "http://user:canary@")
    exchange = send(url)

    assert server.asked[0].header(b"Authorization") is not None
    assert other.asked[0].header(b"Authorization") is None
    assert exchange.hops[1].withheld == ("Authorization",)


def test_a_login_in_the_location_is_not_sent(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    send(via(server, other.url().replace("http://", "http://user:pw@")))

    assert other.asked[0].header(b"Authorization") is None


def test_a_digest_challenge_of_another_host_gets_no_answer(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    exchange = send(
        via(server, other.url("/odd/status?code=401")), headers=[("Authorization", "Digest x")]
    )

    assert exchange.response.status == 401
    assert len(other.asked) == 1
    assert other.asked[0].header(b"Authorization") is None


def test_a_key_in_the_query_stays_behind(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    send(via(server, other.url()) + "&key=canary")

    assert b"canary" not in other.asked[0].raw
    assert other.asked[0].header(b"Referer") is None


def test_the_way_back_brings_no_credential_either(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    back = via(other, server.url("/ok"))
    send(via(server, back), headers=SECRETS)

    assert b"canary" not in server.asked[1].raw


@pytest.mark.parametrize(
    ("code", "method", "becomes"),
    [
        (301, "POST", "GET"),
        (302, "POST", "GET"),
        (303, "POST", "GET"),
        (303, "PUT", "GET"),
        (303, "HEAD", "HEAD"),
        (301, "PUT", "PUT"),
        (302, "DELETE", "DELETE"),
        (307, "POST", "POST"),
        (308, "PATCH", "PATCH"),
        (301, "GET", "GET"),
    ],
)
def test_how_the_method_changes(
    send: Sender, server: HostileServer, code: int, method: str, becomes: str
) -> None:
    body = "" if method in {"GET", "HEAD"} else "some wool"
    send(via(server, "/ok", code), method, body, headers=[("Content-Language", "de")])
    asked = server.asked[1]

    assert asked.method == becomes
    assert asked.body == (server.asked[0].body if becomes == method else b"")
    if method != becomes:
        assert not [name for name, _ in asked.headers if name.lower().startswith(b"content-")]


@pytest.mark.parametrize(("code", "method"), [(307, "POST"), (308, "PUT"), (301, "PUT")])
def test_a_body_goes_to_another_origin_only_when_the_person_agrees(
    send: Sender, server: HostileServer, other: HostileServer, code: int, method: str
) -> None:
    refused = send(via(server, other.url(), code), method, "secret=1")

    assert [reason(each) for each in send.asked] == ["body_elsewhere"]
    assert (refused.response.status, why(refused)) == (code, "body_elsewhere")
    assert other.connections == 0
    send.says = True
    agreed = send(via(server, other.url(), code), method, "secret=1")
    assert agreed.response.status == 200
    assert other.asked[0].body == b"secret=1"
    assert other.asked[0].header(b"Content-Type") == b"text/plain; charset=utf-8"


def test_from_https_to_http_is_asked_first(
    send: Sender, server: HostileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    with HostileServer(CASES, context=authority.server_context()) as secure:
        refused = send(via(secure, server.url()), headers=SECRETS)
        send.says = True
        agreed = send(via(secure, server.url()), headers=SECRETS)

    assert why(refused) == "unencrypted"
    assert dict(refused.response.problems[0].facts)["target"] == server.url()
    assert agreed.response.status == 200
    assert len(server.asked) == 1
    assert b"canary" not in server.asked[0].raw


def test_from_the_internet_to_this_computer_is_asked_first(
    make_sender: Callable[..., Sender], other: HostileServer
) -> None:
    send = make_sender(is_private=lambda address: address != "127.0.0.2")
    with HostileServer(CASES, host="127.0.0.2") as public:
        refused = send(via(public, other.url()))
        asked_before = other.connections
        send.says = True
        agreed = send(via(public, other.url()))

    assert why(refused) == "private"
    assert (refused.response.status, len(refused.hops)) == (302, 1)
    assert asked_before == 0
    assert (agreed.response.status, len(agreed.hops)) == (200, 2)


def test_a_connection_to_this_computer_that_is_open_already_is_asked_about_too(
    make_sender: Callable[..., Sender], other: HostileServer
) -> None:
    send = make_sender(is_private=lambda address: address != "127.0.0.2")
    send(other.url())
    with HostileServer(CASES, host="127.0.0.2") as public:
        refused = send(via(public, other.url()))

    assert why(refused) == "private"
    assert len(other.asked) == 1


def test_within_this_computer_nothing_is_asked(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    assert send(via(server, other.url())).response.status == 200
    assert send.asked == []


@pytest.mark.parametrize("path", ["/redirect/loop", "/redirect/grow"])
def test_circles_end_after_ten_hops(send: Sender, server: HostileServer, path: str) -> None:
    with pytest.raises(TooManyRedirects) as caught:
        send(server.url(path))

    assert caught.value.facts() == {"host": "127.0.0.1", "count": 10}
    assert len(server.asked) == 11


def test_slow_circles_end_at_the_deadline(hurried: Sender, server: HostileServer) -> None:
    started = time.monotonic()
    with pytest.raises(TimedOut):
        hurried(server.url("/redirect/slow-loop"))

    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "other_scheme"),
        ("ftp://h/x", "other_scheme"),
        ("javascript:alert(1)", "other_scheme"),
        ("data:text/html,<b>x", "other_scheme"),
        ("http://[::1", "bad_address"),
        ("http://h:99999/", "bad_address"),
        ("http:///x", "bad_address"),
        ("http:x", "bad_address"),
        ("https://a b/", "bad_address"),
        ("", "bad_address"),
        ("#part", "bad_address"),
    ],
)
def test_where_nobody_goes(send: Sender, server: HostileServer, location: str, reason: str) -> None:
    exchange = send(via(server, location))

    assert (exchange.response.status, exchange.response.body) == (302, b"moved")
    assert dict(exchange.response.problems[0].facts) == {"reason": reason, "target": location}
    assert send.asked == []


def test_two_locations_are_one_too_many(send: Sender, server: HostileServer) -> None:
    exchange = send(server.url("/redirect/two-locations"))

    assert (exchange.response.status, why(exchange)) == (302, "two_addresses")


@pytest.mark.parametrize("path", ["/redirect/none", "/odd/status?code=304", "/odd/status?code=300"])
def test_what_is_no_redirect(send: Sender, server: HostileServer, path: str) -> None:
    exchange = send(server.url(path))

    assert (len(exchange.hops), exchange.response.problems) == (1, ())


def test_a_location_that_is_not_ascii(send: Sender, server: HostileServer) -> None:
    send(server.url("/redirect/utf8"))

    assert server.asked[1].target == "/ok/%C3%A9%20x"


def test_following_can_be_switched_off(send: Sender, server: HostileServer) -> None:
    exchange = send(via(server, "/ok"), follow_redirects=False)

    assert (exchange.response.status, exchange.response.body) == (302, b"moved")
    assert why(exchange) == "switched_off"
    assert len(server.asked) == 1


@pytest.mark.parametrize("path", ["/redirect/endless-body", "/redirect/stalled-body"])
def test_the_body_of_a_redirect_holds_nothing_up(
    send: Sender, server: HostileServer, path: str
) -> None:
    started = time.monotonic()
    exchange = send(server.url(path))

    assert time.monotonic() - started < 1.5
    assert exchange.response.body == b"ok"
    assert len(exchange.hops[0].response.body) <= 64 * 1024


def test_the_deadline_stands_still_while_the_person_thinks(
    make_sender: Callable[..., Sender], server: HostileServer, other: HostileServer
) -> None:
    send = make_sender(deadline=0.5, connect=0.5)

    def think(_problem: Problem) -> bool:
        time.sleep(0.7)
        return True

    send.answer = think
    exchange = send(via(server, other.url(), 307), "POST", "x")

    assert exchange.response.status == 200
    assert exchange.elapsed < 0.5


def test_cancel_while_the_person_is_asked(
    send: Sender, server: HostileServer, other: HostileServer
) -> None:
    def cancel(_problem: Problem) -> bool:
        send.token.cancel()
        return True

    send.answer = cancel
    with pytest.raises(Cancelled):
        send(via(server, other.url(), 307), "POST", "x")

    assert other.connections == 0
