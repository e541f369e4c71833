"""Any status code on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.practice.conftest import Running


@pytest.mark.parametrize("code", [200, 201, 226, 299, 400, 404, 418, 420, 451, 499, 520, 599, 999])
def test_the_status_is_the_one_asked_for(practice: Running, code: int) -> None:
    answer = practice.get(f"/status/{code}")
    assert answer.status == code
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json["status"] == code
    assert answer.json["reason"] == answer.reason


def test_no_status_breaks_the_server(practice: Running) -> None:
    codes = list(range(200, 600))
    assert [practice.get(f"/status/{code}").status for code in codes] == codes


@pytest.mark.parametrize("code", [204, 205, 304])
def test_some_have_no_body(practice: Running, code: int) -> None:
    answer = practice.get(f"/status/{code}")
    assert answer.body == b""
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize("code", [300, 301, 302, 303, 307, 308])
def test_redirects_lead_to_the_echo(practice: Running, code: int) -> None:
    assert practice.get(f"/status/{code}").headers["Location"] == "/echo"


@pytest.mark.parametrize(
    ("code", "name"),
    [(401, "Www-Authenticate"), (405, "Allow"), (429, "Retry-After"), (503, "Retry-After")],
)
def test_others_come_with_what_belongs_to_them(practice: Running, code: int, name: str) -> None:
    assert practice.get(f"/status/{code}").headers[name]
    assert name not in practice.get("/status/200").headers


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "GRAZE"])
def test_any_method_will_do(practice: Running, method: str) -> None:
    assert practice.ask(method, "/status/418").status == 418


@pytest.mark.parametrize("code", ["0", "99", "600", "998", "1000", "abc", "-404", "2e2", "404.0"])
def test_what_is_no_status_is_refused_in_words(practice: Running, code: str) -> None:
    answer = practice.get(f"/status/{code}")
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert "from 200 to 599" in answer.json["detail"]


def test_announcements_are_refused_in_words(practice: Running) -> None:
    """A 1xx is never the last answer, so a client would wait for ever (RFC 9110 section 15.2)."""
    answer = practice.get("/status/103")
    assert answer.status == 400
    assert "only announce" in answer.json["detail"]
