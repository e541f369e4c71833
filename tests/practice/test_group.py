"""Views that take every method."""

from __future__ import annotations

import pytest
from flask import Blueprint, Flask, request

from desktop.practice.group import any_method


def _herd() -> Flask:
    app = Flask(__name__)
    views = Blueprint("herd", __name__)
    any_method(views, "/herd/<name>", goat)
    app.register_blueprint(views)
    return app


def goat(name: str) -> str:
    return f"{request.method} {name}"


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "TRACE", "GRAZE"])
def test_a_view_answers_every_method(method: str) -> None:
    answer = _herd().test_client().open("/herd/Heidi", method=method)
    assert (answer.status_code, answer.text) == (200, f"{method} Heidi")
