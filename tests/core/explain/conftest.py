"""The real words, and exchanges in one line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.core.explain.words import Words
from desktop.core.model.exchange import Exchange, Hop, Problem, Response, Sent

RESOURCES = Path(__file__).parents[3] / "resources" / "en"


@pytest.fixture(scope="session")
def folder():
    return RESOURCES


@pytest.fixture(scope="session")
def words(folder):
    return Words(folder)


@pytest.fixture
def exchange():
    """Makes an exchange: `exchange(404, method="POST", body=b"{}", problems=["capped"])`."""

    def make(status=200, reason="", *, headers=(), problems=(), hops=(), **sent):
        response = Response(
            status, reason, "HTTP/1.1", tuple(headers), problems=tuple(map(_problem, problems))
        )
        last = Hop(_sent(**sent), response, withheld=sent.get("withheld", ()))
        return Exchange((*hops, last), datetime(2026, 1, 2, tzinfo=UTC), 0.1)

    return make


@pytest.fixture
def hop():
    """Makes a hop that pointed elsewhere."""

    def make(status=301, **sent):
        return Hop(_sent(**sent), Response(status, "", "HTTP/1.1", ()))

    return make


def _problem(problem):
    return Problem(problem) if isinstance(problem, str) else problem


def _sent(method="GET", url="https://api.example.com/goats", target=None, body=b"", withheld=()):
    path = "/" + url.partition("://")[2].partition("/")[2]
    return Sent(method, url, target or path, (), body)
