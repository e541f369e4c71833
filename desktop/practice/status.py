"""Statuses: an answer with any status code, with the headers that belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flask import Blueprint, jsonify

from desktop.practice.group import Example, Group, any_method
from desktop.practice.problem import Problem
from desktop.practice.status_names import reason

if TYPE_CHECKING:
    from flask import Response

WITHOUT_BODY: Final = (204, 205, 304)
"""RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5."""
POINTING: Final = (300, 301, 302, 303, 307, 308)
"""Those that lead elsewhere; here to /echo, which shows what a follower sent."""


def group() -> Group:
    """Answers with the status that you name."""
    views = Blueprint("status", __name__)
    any_method(views, "/status/<code>", answer)
    return Group(
        "Statuses",
        "An answer with the status code that you name, for any method.",
        views,
        (
            Example("GET", "/status/404", "Not found."),
            Example("GET", "/status/401", "Asks for a name and a password."),
            Example("GET", "/status/302", "Leads to another address."),
            Example("GET", "/status/429", "Too many calls, and how long to wait."),
            Example("POST", "/status/201", "Made something new."),
        ),
    )


def answer(code: str) -> Response:
    """The answer with this status."""
    number = _number(code)
    body = {"status": number, "reason": reason(number), "detail": "You asked for this status."}
    response = jsonify(body)
    if number in WITHOUT_BODY:
        response.set_data(b"")
        del response.headers["Content-Type"]
    response.status_code = number
    response.headers.update(_belonging(number))
    return response


def _number(code: str) -> int:
    number = int(code) if re.fullmatch(r"[0-9]{3}", code) else 0
    if 100 <= number < 200:
        raise Problem(400, "Statuses from 100 to 199 only announce an answer. Try 200 to 599.")
    if not 200 <= number < 600 and number != 999:
        raise Problem(400, "A status is a number from 200 to 599, or 999. Try /status/404.")
    return number


def _belonging(number: int) -> dict[str, str]:
    """The headers without which this status makes little sense (RFC 9110 section 15)."""
    if number in POINTING:
        return {"Location": "/echo"}
    known = {
        304: {"ETag": '"goat"'},
        401: {"WWW-Authenticate": 'Basic realm="Practice"'},
        405: {"Allow": "GET, HEAD, OPTIONS"},
        429: {"Retry-After": "5"},
        503: {"Retry-After": "5"},
    }
    return known.get(number, {})
