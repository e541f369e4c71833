"""Echo: shows the request as it arrived."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from flask import Blueprint, jsonify, request

from desktop.practice.group import Example, Group, any_method

if TYPE_CHECKING:
    from flask import Response


def group() -> Group:
    """What you sent, as the server saw it."""
    views = Blueprint("echo", __name__)
    any_method(views, "/echo", echo)
    any_method(views, "/echo/<path:rest>", echo)
    return Group(
        "Echo",
        "Shows what you sent, as the server saw it, for any method.",
        views,
        (
            Example("GET", "/echo?animal=goat&animal=sheep", "Your parameters, in your order."),
            Example("POST", "/echo", "The body that you sent."),
            Example("PUT", "/echo/any/path", "Any path below works, too."),
        ),
    )


def echo(rest: str = "") -> Response:  # the path is shown as it was sent
    """The request as JSON; its body as text, or as base64 where it is no UTF-8."""
    target = request.environ["REQUEST_URI"]
    path, _, query = target.partition("?")
    return jsonify(
        method=request.environ["practice.method"],
        url=f"http://{request.host}{target}",
        path=path,
        args=parse_qsl(query, keep_blank_values=True),
        headers=request.environ["practice.headers"],
        content_type=request.headers.get("Content-Type"),
        **_body(request.get_data()),
    )


def _body(data: bytes) -> dict[str, Any]:
    try:
        return {"body": data.decode(), "body_encoding": "text"}
    except UnicodeDecodeError:
        return {"body": base64.b64encode(data).decode(), "body_encoding": "base64"}
