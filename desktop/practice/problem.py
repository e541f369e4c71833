"""Refusals in friendly words, as problem details (RFC 9457)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from desktop.practice.near_miss import nearest
from desktop.practice.status_names import reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flask import Flask, Response


class Problem(Exception):
    """Raised by a view: the status, a sentence or two, and further members for a program.

    `headers` are those of the answer.
    """

    def __init__(
        self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}
        self.more = more


def answer(problem: Problem) -> Response:
    """The problem as an answer."""
    body = {"title": reason(problem.status), "status": problem.status, "detail": problem.detail}
    response = jsonify(body | problem.more)
    response.status_code = problem.status
    response.headers.update(problem.headers)
    response.mimetype = "application/problem+json"
    return response


def explain(app: Flask, examples: Sequence[str]) -> None:
    """Lets the application answer every failure as a problem; `examples` are known paths."""

    def failed(error: HTTPException) -> Response:
        return _failed(app, examples, error)

    app.register_error_handler(Problem, answer)
    app.register_error_handler(HTTPException, failed)


def _failed(app: Flask, examples: Sequence[str], error: HTTPException) -> Response:
    if isinstance(error, NotFound):
        return answer(_missing(app, examples))
    if isinstance(error, MethodNotAllowed):
        return answer(_wrong_method(error))
    return answer(Problem(error.code or 500, _detail(error)))


def _missing(app: Flask, examples: Sequence[str]) -> Problem:
    rules = [rule.rule for rule in app.url_map.iter_rules()]
    near = nearest(request.path, rules, examples)
    if near is None:
        return Problem(404, "There is nothing at this address. The page / lists all there is.")
    return Problem(404, f"There is nothing at this address. Did you mean {near}?", nearest=near)


def _wrong_method(error: MethodNotAllowed) -> Problem:
    """A 405 always says what would be right (RFC 9110 section 15.5.6)."""
    methods = ", ".join(sorted(error.valid_methods or ()))
    detail = f"This address does not take this method. It takes: {methods}."
    return Problem(405, detail, headers={"Allow": methods})


def _detail(error: HTTPException) -> str:
    if error.code == 500:
        return "Something went wrong inside the practice API. Trying again may help."
    return "The practice API could not read this request."
