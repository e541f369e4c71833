"""Refusals as problem details."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.practice.application import create_app
from desktop.practice.problem import Problem, answer

if TYPE_CHECKING:
    from tests.practice.conftest import Running


def test_a_problem_has_the_members_of_rfc_9457_and_its_own() -> None:
    with create_app(1).app_context():
        response = answer(Problem(409, "There is one already.", number=7))
    assert response.status_code == 409
    assert response.mimetype == "application/problem+json"
    assert response.json == {
        "title": "Conflict", "status": 409, "detail": "There is one already.", "number": 7,
    }  # fmt: skip


def test_nothing_here_is_a_problem_in_words(practice: Running) -> None:
    answer = practice.get("/wolves")
    assert (answer.status, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert answer.json["detail"] == (
        "There is nothing at this address. The page / lists all there is."
    )


def test_a_near_miss_names_the_nearest_path(practice: Running) -> None:
    answer = practice.get("/goat/300/200")
    assert answer.json["nearest"] == "/goats/300/200"
    assert "Did you mean /goats/300/200?" in answer.json["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "GRAZE"])
@pytest.mark.parametrize("path", ["/", "/delay/0", "/goats/1/1"])
def test_a_wrong_method_is_told_the_right_ones(practice: Running, method: str, path: str) -> None:
    answer = practice.ask(method, path)
    assert (answer.status, answer.headers["Content-Type"]) == (405, "application/problem+json")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert "GET, HEAD, OPTIONS" in answer.json["detail"]
