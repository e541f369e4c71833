"""`bleat send` in process: what is printed, what is said on stderr, and the exit status."""

import base64
import json
import socket

import pytest

from desktop.core.model.reading import Picture
from desktop.core.reading.picture_facts import picture_facts
from desktop.headless import send_named
from tests.support.hostile_cases import CASES, answer_and_stay, whole
from tests.support.hostile_server import HostileServer

FIELDS = {"explanation", "status", "reason", "headers", "body", "problems", "hops", "timing"}
SCRIPTS = CASES | {
    "/goats": answer_and_stay(
        whole("Grüße 🐐".encode(), "200 OK", "Content-Type: text/plain; charset=utf-8", "X: é")
    ),
    "/missing": answer_and_stay(whole(b"no goat", "404 Not Found", "Content-Type: text/plain")),
}


@pytest.fixture
def server():
    with HostileServer(SCRIPTS) as running:
        yield running


def one_line(sentence):
    return bool(sentence) and sentence == sentence.strip() and "\n" not in sentence


def test_an_answer_is_printed_for_people(server):
    outcome = send_named(server.url("/goats"), as_json=False)
    assert (outcome.status, outcome.trouble) == (0, "")
    assert outcome.text.startswith("200 OK: ")
    assert outcome.text.endswith("\nGrüße 🐐")


def test_an_answer_is_printed_for_programs(server):
    outcome = send_named(server.url("/goats?a=1"), as_json=True)
    report = json.loads(outcome.text)
    assert (outcome.status, outcome.trouble) == (0, "")
    assert set(report) == FIELDS
    assert report["status"] == 200
    assert ["X", "é"] in report["headers"]
    assert report["body"] == {"text": "Grüße 🐐"}
    assert [hop["target"] for hop in report["hops"]] == ["/goats?a=1"]
    assert report["timing"]["total"] > 0
    assert report["explanation"]["status"] == "200 OK"


def test_an_answer_that_refuses_is_an_answer(server):
    outcome = send_named(server.url("/missing"), as_json=False)
    assert (outcome.status, outcome.trouble) == (0, "")
    assert outcome.text.startswith("404 Not Found: ")


def test_redirects_are_hops(server):
    outcome = send_named(server.url("/redirect?to=/goats"), as_json=True)
    assert [hop["status"] for hop in json.loads(outcome.text)["hops"]] == [302, 200]


def test_what_would_be_asked_is_answered_no(server, tmp_path):
    with HostileServer(SCRIPTS) as other:
        file = tmp_path / "post.json"
        url = server.url(f"/redirect?code=307&to={other.url('/ok')}")
        entry = {"method": "POST", "url": url, "body": {"kind": "raw", "text": "a"}}
        file.write_text(json.dumps({"requests": [entry]}))
        outcome = send_named(str(file), as_json=True)
        assert other.asked == []
    report = json.loads(outcome.text)
    assert (outcome.status, report["status"]) == (0, 307)
    assert report["problems"] == ["redirect_not_followed"]


def test_a_request_file_is_sent_as_it_says(server, tmp_path):
    file = tmp_path / "goat.json"
    entry = {
        "method": "PUT",
        "url": server.url("/ok"),
        "params": [["b", "2", True], ["a", "1", False]],
        "headers": [["X-One", "1", True], ["X-Two", "2", False]],
        "body": {"kind": "raw", "text": '{"a": "ü"}', "mime": "application/json"},
    }
    file.write_text(json.dumps({"requests": [entry]}))
    assert send_named(str(file), as_json=False).status == 0
    asked = server.asked[0]
    assert (asked.method, asked.target, asked.body) == ("PUT", "/ok?b=2", '{"a": "ü"}'.encode())
    assert (asked.header(b"X-One"), asked.header(b"X-Two")) == (b"1", None)
    assert asked.header(b"Content-Type") == b"application/json"


@pytest.mark.parametrize("path", ["/rst", "/odd/ssh", "/odd/noise", "/cut/headers"])
def test_a_failure_is_a_line_of_sentences(server, path):
    outcome = send_named(server.url(path), as_json=False)
    assert (outcome.text, outcome.status) == ("", 1)
    assert one_line(outcome.trouble)


def test_a_failure_with_json_has_its_code(server):
    outcome = send_named(server.url("/odd/ssh"), as_json=True)
    assert outcome.status == 1
    assert json.loads(outcome.text)["failure"] == "not_http"
    assert one_line(outcome.trouble)


def test_nothing_listening_is_a_failure():
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    outcome = send_named(f"127.0.0.1:{port}", as_json=False)
    assert outcome.status == 1
    assert str(port) in outcome.trouble


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("", "not_an_address"),
        ("ftp://a.example/", "not_an_address"),
        ("http://", "not_an_address"),
        ("http://a.example:99999/", "not_an_address"),
        ("{{nobody}}/goats", "unset_variable"),
        ("no-such-file.json", "unreadable_file"),
    ],
)
def test_a_request_that_cannot_be_made(named, code, as_json):
    outcome = send_named(named, as_json=as_json)
    assert outcome.status == 2
    assert one_line(outcome.trouble)
    assert (json.loads(outcome.text)["failure"] if as_json else outcome.text) == (
        code if as_json else ""
    )


def test_bytes_in_a_request_file_that_are_no_text(tmp_path):
    file = tmp_path / "goat.json"
    file.write_bytes(b"\xff\xfe\x00\xd8")
    outcome = send_named(str(file), as_json=False)
    assert outcome.status == 2
    assert one_line(outcome.trouble)


def test_the_practice_goat_needs_nothing_but_the_program():
    outcome = send_named("{{practice}}/goats/42/28", as_json=True)
    report = json.loads(outcome.text)
    assert (outcome.status, report["status"]) == (0, 200)
    picture = picture_facts(base64.b64decode(report["body"]["base64"]), "jpeg")
    assert picture == Picture("jpeg", 42, 28)
    port = int(report["hops"][0]["url"].split(":")[2].split("/")[0])
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), 2):
        pytest.fail("the practice API outlived the command")
