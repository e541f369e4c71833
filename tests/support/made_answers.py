"""Answers in one line, read and explained as in the real program, without a network."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.core.explain.exchange import explain_exchange
from desktop.core.explain.failures import explain_failure
from desktop.core.explain.words import Words
from desktop.core.model.answer import Answer
from desktop.core.model.exchange import Exchange, Hop, Response, Sent, SentHeader
from desktop.core.model.request import Request
from desktop.core.reading.lines import text_lines
from desktop.core.reading.read import read

if TYPE_CHECKING:
    from desktop.core.errors import Failure

URL = "https://api.example.com/goats"
RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "en"
SENT_HEADERS = (
    SentHeader("Host", "api.example.com", automatic=True),
    SentHeader("Accept", "application/json"),
)


@cache
def words() -> Words:
    """The words of the program."""
    return Words(RESOURCES)


def sent(method: str = "GET", body: bytes = b"", target: str = "/goats") -> Sent:
    """A request that went out."""
    return Sent(method, URL, target, SENT_HEADERS, body)


def answered(
    body: bytes = b"", media_type: str = "text/plain", status: int = 200, **more: Any
) -> Answer:
    """An answer; `headers` come after its Content-Type, `sent` is what went out."""
    headers = (("Content-Type", media_type), *more.get("headers", ()))
    out = more.get("sent", sent())
    response = Response(status, more.get("reason", ""), "HTTP/1.1", headers, body, len(body))
    exchange = Exchange((Hop(out, response),), datetime(2026, 1, 2, tzinfo=UTC), 0.12)
    reading = read(response)
    explanation = explain_exchange(exchange, reading, words())
    rows = text_lines(out.body, "utf-8") if out.body else None
    return Answer(Request(url=URL), explanation, exchange, reading, out, rows)


def failed(failure: Failure, out: Sent | None = None) -> Answer:
    """A failure; `out` is what went out before."""
    return Answer(Request(url=URL), explain_failure(failure, words()), sent=out, failure=failure)
