"""An answer in writing, as text and as JSON."""

import base64
import json
import mmap
from datetime import UTC, datetime

import pytest

from desktop.core.errors import TimedOut
from desktop.core.model.answer import Answer
from desktop.core.model.exchange import (
    Exchange,
    Hop,
    Problem,
    Response,
    Sent,
    SentHeader,
    Timing,
)
from desktop.core.model.explanation import Explanation, Offer
from desktop.core.model.request import Request
from desktop.core.reading.read import read
from desktop.core.tasks.answer_report import PHASES, answer_as_json, answer_as_text

URL = "http://127.0.0.1:4628/goats"
HEADERS = (("Content-Type", "text/plain; charset=utf-8"), ("X-Two", "1"), ("X-Two", "2"))
SENT = Sent("GET", URL, "/goats", (SentHeader("Host", "127.0.0.1:4628", automatic=True),))
GOOD = Explanation("success", "200 OK", "It worked.", "Here it is.", ("Because.",), ("Nothing.",))
BAD = Explanation(
    "failure", "404 Not Found", "There is none.", "No such goat.", ("A typo.",), ("Look again.",),
    "RFC 9110", (Offer("edit_address", "Change the address"),),
)  # fmt: skip


def answer(body=b"", status=200, explanation=GOOD, headers=HEADERS, **rest):
    response = Response(status, "OK", "HTTP/1.1", headers, body, len(body), **rest)
    hop = Hop(SENT, response, Timing(waiting=0.25, receiving=0.125))
    exchange = Exchange((hop,), datetime(2026, 1, 2, tzinfo=UTC), 0.5)
    return Answer(Request(url=URL), explanation, exchange, read(response), SENT)


def through_json(one):
    return json.loads(json.dumps(answer_as_json(one)))


def test_the_json_has_what_the_contract_names():
    report = through_json(answer("Grüße".encode()))
    assert list(report) == [
        "explanation", "status", "reason", "headers", "body", "problems", "hops", "timing",
    ]  # fmt: skip
    assert (report["status"], report["reason"]) == (200, "OK")
    assert report["headers"] == [list(pair) for pair in HEADERS]
    assert report["body"] == {"text": "Grüße"}
    assert report["problems"] == []


def test_the_explanation_is_whole():
    report = through_json(answer(b"no", 404, BAD))
    assert report["explanation"] == {
        "status": "404 Not Found",
        "headline": "There is none.",
        "meaning": "No such goat.",
        "why": ["A typo."],
        "try": ["Look again."],
        "details": "RFC 9110",
        "offers": ["Change the address"],
    }


def test_timing_is_in_seconds_and_says_what_did_not_happen():
    timing = through_json(answer())["timing"]
    assert set(timing) == {*PHASES, "total"}
    assert (timing["waiting"], timing["receiving"], timing["total"]) == (0.25, 0.125, 0.5)
    assert timing["tls"] is None


def test_each_hop_says_what_went_out():
    first = Hop(SENT, Response(302, "Found", "HTTP/1.1", ()), withheld=("Authorization",))
    one = answer(b"ok")
    exchange = Exchange((first, *one.exchange.hops), one.exchange.started, 0.5)
    hops = through_json(Answer(one.request, GOOD, exchange, one.reading, SENT))["hops"]
    assert [hop["status"] for hop in hops] == [302, 200]
    assert hops[0] == {
        "method": "GET",
        "url": URL,
        "target": "/goats",
        "headers": [["Host", "127.0.0.1:4628"]],
        "status": 302,
        "withheld": ["Authorization"],
    }


@pytest.mark.parametrize("is_mapped", [False, True])
def test_bytes_that_are_no_text_are_base64(is_mapped):
    body = b"\xff\xd8\xff\xe0" + bytes(range(256))
    if is_mapped:
        content = mmap.mmap(-1, len(body))
        content.write(body)
    else:
        content = body
    one = answer(content, headers=(("Content-Type", "image/jpeg"),))
    assert base64.b64decode(through_json(one)["body"]["base64"]) == body
    assert f"({len(body)} bytes that are no text)" in answer_as_text(one)


def test_an_empty_body_is_an_empty_text():
    assert through_json(answer())["body"] == {"text": ""}
    assert answer_as_text(answer()).endswith("(no content)")


def test_json_is_given_as_it_came():
    text = '{"a":1,  "a":2}\n'
    one = answer(text.encode(), headers=(("Content-Type", "application/json"),))
    assert through_json(one)["body"] == {"text": text}
    assert answer_as_text(one).endswith(text)


def test_problems_are_named():
    one = answer(b"cut", problems=(Problem("cut_short"), Problem("broken_headers")))
    assert through_json(one)["problems"] == ["cut_short", "broken_headers"]


def test_a_failure_has_its_code_and_no_status():
    failed = Answer(Request(url=URL), BAD, failure=TimedOut("127.0.0.1", "waiting", 60.0))
    report = through_json(failed)
    assert set(report) == {"explanation", "failure"}
    assert report["failure"] == "timed_out"


def test_as_text_a_good_answer_is_status_meaning_headers_and_body():
    assert answer_as_text(answer(b"maa\nmaa")).splitlines() == [
        "200 OK: It worked.",
        "Here it is.",
        "",
        "Content-Type: text/plain; charset=utf-8",
        "X-Two: 1",
        "X-Two: 2",
        "",
        "maa",
        "maa",
    ]


def test_as_text_a_bad_answer_says_why_and_what_to_try():
    lines = answer_as_text(answer(b"no", 404, BAD)).splitlines()
    assert lines[:4] == [
        "404 Not Found: There is none.", "No such goat.", "A typo.", "Look again.",
    ]  # fmt: skip


def test_a_failure_as_text_has_no_headers():
    failed = Answer(Request(url=URL), BAD, failure=TimedOut("127.0.0.1", "waiting", 60.0))
    assert answer_as_text(failed).splitlines()[-1] == "Look again."
