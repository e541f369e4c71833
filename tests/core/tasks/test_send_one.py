"""A send, whole: whatever happens, it ends with an answer that is explained."""

from pathlib import Path

import pytest

from desktop.core.errors import (
    BadHeader,
    BadMethod,
    BrokenAnswer,
    Cancelled,
    NetworkFailure,
    NoAnswer,
    NotAnAddress,
    NothingListening,
    NotHttp,
    PracticeUnavailable,
    UnsetVariable,
)
from desktop.core.explain.words import Words
from desktop.core.model.request import Body, Request, Row
from desktop.core.sending.bounds import Bounds
from desktop.core.sending.cancel import CancelToken
from desktop.core.sending.transport import Transport
from desktop.core.tasks.send_one import SendOne
from tests.support.hostile_cases import CASES, answer_and_stay, whole
from tests.support.hostile_server import HostileServer

ROOT = Path(__file__).resolve().parents[3]
JSON = "Content-Type: application/json"
SCRIPTS = CASES | {
    "/json": answer_and_stay(whole(b'{"goats":[1,2]}', "200 OK", JSON)),
    "/untyped": answer_and_stay(whole(b"name,legs\ngoat,4\n", "200 OK")),
    "/missing": answer_and_stay(whole(b"no goat", "404 Not Found", "Content-Type: text/plain")),
}


@pytest.fixture(scope="module")
def words():
    return Words(ROOT / "resources" / "en")


@pytest.fixture
def server():
    with HostileServer(SCRIPTS) as running:
        yield running


@pytest.fixture
def transport():
    transport = Transport(Bounds(deadline=5.0, connect=2.0))
    yield transport
    transport.close()


@pytest.fixture
def send(transport, words):
    def send(request, *, values=lambda _name: None, token=None, ask=lambda _problem: False):
        send_one = SendOne(transport, words, values)
        return send_one(request, token or CancelToken(), lambda _progress: None, ask)

    return send


def test_an_answer_is_read_and_explained(send, server):
    answer = send(Request(url=server.url("/json")))
    assert answer.request.url == server.url("/json")
    assert (answer.failure, answer.sent_body) == (None, None)
    assert answer.sent == answer.exchange.sent
    assert (answer.exchange.response.status, answer.reading.kind) == (200, "json")
    assert answer.reading.text.text() == '{"goats":[1,2]}'
    assert (answer.explanation.tone, answer.explanation.status) == ("success", "200 OK")
    assert answer.explanation.headline


def test_an_unhappy_answer_is_an_answer(send, server):
    answer = send(Request(url=server.url("/missing")))
    assert answer.failure is None
    assert answer.explanation.status.startswith("404")
    assert answer.explanation.tone != "success"
    assert answer.explanation.tries


def test_the_body_that_went_out_can_be_read(send, server):
    answer = send(
        Request(method="POST", url=server.url("/ok"), body=Body("text", "Grüße\nan\ndie Ziege"))
    )
    assert server.asked[0].body == "Grüße\nan\ndie Ziege".encode()
    assert list(answer.sent_body) == ["Grüße", "an", "die Ziege"]


def test_a_body_that_is_switched_off_stays_at_home(send, server):
    answer = send(Request(method="POST", url=server.url("/ok"), body=Body("none", "kept")))
    assert server.asked[0].body == b""
    assert answer.sent_body is None


def test_what_was_asked_for_helps_to_read_an_answer_without_a_type(send, server):
    accept = (Row("accept", "text/csv"),)
    assert send(Request(url=server.url("/untyped"), headers=accept)).reading.extension == "csv"
    assert send(Request(url=server.url("/untyped"))).reading.extension == "txt"


def test_variables_are_filled_in_and_the_request_stays_as_written(send, server):
    request = Request(url="{{here}}/ok?x={{what}}", headers=(Row("X-{{what}}", "{{what}}"),))
    known = {"here": server.url(""), "what": "goat"}
    answer = send(request, values=known.get)
    assert server.asked[0].target == "/ok?x=goat"
    assert server.asked[0].header(b"X-goat") == b"goat"
    assert answer.request is request


@pytest.mark.parametrize(
    ("request_", "failure"),
    [
        (Request(url="{{nobody}}/goats"), UnsetVariable),
        (Request(url=""), NotAnAddress),
        (Request(url="ftp://127.0.0.1/"), NotAnAddress),
        (Request(url="127.0.0.1:1", method="GE T"), BadMethod),
        (Request(url="127.0.0.1:1", headers=(Row("X", "a\r\nb"),)), BadHeader),
    ],
)
def test_what_cannot_be_sent_is_explained_and_nothing_went_out(send, request_, failure):
    answer = send(request_)
    assert isinstance(answer.failure, failure)
    assert (answer.exchange, answer.reading, answer.sent, answer.sent_body) == (None,) * 4
    assert answer.explanation.headline
    assert answer.explanation.tries


def test_a_practice_api_that_does_not_start_is_explained(send):
    def refuses(_name):
        raise PracticeUnavailable

    answer = send(Request(url="{{practice}}/goats/420/280"), values=refuses)
    assert isinstance(answer.failure, PracticeUnavailable)
    assert answer.explanation.tries


@pytest.mark.parametrize(
    ("path", "failure"),
    [
        ("/cut/nothing", NoAnswer),
        ("/rst", NoAnswer),
        ("/odd/ssh", NotHttp),
        ("/odd/noise", NotHttp),
        ("/odd/status-nonum", NetworkFailure),
        ("/cut/headers", BrokenAnswer),
        ("/bomb/headers", BrokenAnswer),
    ],
)
def test_a_failure_after_the_sending_shows_what_went_out(send, server, path, failure):
    request = Request(method="POST", url=server.url(path), body=Body("json", '{"a": 1}'))
    answer = send(request)
    assert isinstance(answer.failure, failure)
    assert answer.exchange is None
    assert (answer.sent.method, answer.sent.target) == ("POST", path)
    assert list(answer.sent_body) == ['{"a": 1}']
    assert answer.explanation.tone != "success"


def test_nothing_went_out_where_nobody_listens(send, server):
    port = server.port
    server.__exit__()
    answer = send(Request(url=f"http://127.0.0.1:{port}/"))
    assert isinstance(answer.failure, NothingListening)
    assert answer.sent is None
    assert str(port) in f"{answer.explanation.headline} {answer.explanation.meaning}"


def test_a_cancel_is_an_answer_in_a_calm_tone(send):
    token = CancelToken()
    token.cancel()
    answer = send(Request(url="http://127.0.0.1:9/"), token=token)
    assert isinstance(answer.failure, Cancelled)
    assert answer.explanation.tone == "information"


@pytest.mark.parametrize("says", [True, False])
def test_before_a_risky_redirect_it_asks(send, server, says):
    with HostileServer(SCRIPTS) as other:
        url = server.url(f"/redirect?code=307&to={other.url('/ok')}")
        asked = []
        answer = send(
            Request(method="POST", url=url, body=Body("text", "a")),
            ask=lambda problem: asked.append(problem) or says,
        )
        assert [problem.code for problem in asked] == ["redirect_not_followed"]
        assert len(other.asked) == says
        assert answer.exchange.response.status == (200 if says else 307)


@pytest.mark.parametrize(
    "path",
    [path for path in CASES if path.startswith(("/lies/", "/cut/", "/odd/"))],
)
def test_no_server_makes_it_raise(send, server, path):
    answer = send(Request(url=server.url(path)))
    assert (answer.exchange is None) != (answer.failure is None)
    assert answer.explanation.status
    assert answer.explanation.headline
