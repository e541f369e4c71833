"""The home page: all that the practice API offers, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from flask import Blueprint, jsonify, make_response, render_template, request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from desktop.practice.group import Group


def page(groups: Sequence[Group]) -> Blueprint:
    """The home page that lists these groups: a web page, or JSON for who asks for JSON."""
    views = Blueprint("home", __name__)

    @views.get("/")
    def home() -> Response:
        asked = request.accept_mimetypes
        wants_json = asked["application/json"] > asked["text/html"]
        response = _json(groups) if wants_json else _html(groups)
        response.vary.add("Accept")
        return response

    return views


def _json(groups: Sequence[Group]) -> Response:
    listed = [
        {"name": group.name, "says": group.says, "examples": [asdict(e) for e in group.examples]}
        for group in groups
    ]
    return jsonify(name="Bleat's practice API", groups=listed)


def _html(groups: Sequence[Group]) -> Response:
    response = make_response(render_template("home.html", groups=groups))
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
    )
    return response
