"""The application as a whole: what holds for every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.practice.application import create_app

if TYPE_CHECKING:
    from tests.practice.conftest import Running


@pytest.mark.parametrize("path", ["/", "/goats/10/10", "/echo", "/status/500", "/nothing"])
def test_no_browser_may_guess_what_an_answer_is(practice: Running, path: str) -> None:
    assert practice.get(path).headers["X-Content-Type-Options"] == "nosniff"


def test_answers_do_not_say_what_serves_them(practice: Running) -> None:
    assert "Server" not in practice.get("/echo").headers


def test_the_status_is_named_as_people_write_it(practice: Running) -> None:
    assert practice.get("/nothing").reason == "Not Found"
    assert practice.get("/echo").reason == "OK"


@pytest.mark.expects_log("Exception on")
def test_a_mistake_of_ours_is_a_500_in_words_without_a_traceback() -> None:
    app = create_app(80)

    @app.get("/broken")
    def broken() -> str:
        raise RuntimeError("secret of the house")

    answer = app.test_client().get("/broken", headers={"Host": "127.0.0.1"})
    assert answer.status == "500 Internal Server Error"
    assert answer.mimetype == "application/problem+json"
    assert "secret" not in answer.get_data(as_text=True)
