"""The practice API's web application, put together from its groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from desktop.practice import delay, echo, goats, guard, home, problem, status
from desktop.practice.status_names import reason

if TYPE_CHECKING:
    from flask import Response


def create_app(port: int) -> Flask:
    """The application that answers at 127.0.0.1 and this port."""
    app = Flask(__name__, static_folder=None)
    app.json = _plain_json(app)
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = False
    groups = [part.group() for part in (goats, status, echo, delay)]
    for group in groups:
        app.register_blueprint(group.blueprint)
    app.register_blueprint(home.page(groups))
    guard.protect(app, port)
    problem.explain(app, [example.path for group in groups for example in group.examples])
    app.after_request(_finish)
    return app


def _plain_json(app: Flask) -> DefaultJSONProvider:
    """JSON in the order and the letters in which it was written."""
    provider = DefaultJSONProvider(app)
    provider.ensure_ascii = False
    provider.sort_keys = False
    return provider


def _finish(response: Response) -> Response:
    """Flask shouts the status's name; and no browser shall guess that an answer is a page."""
    response.status = f"{response.status_code} {reason(response.status_code)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
