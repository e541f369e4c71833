"""The neutral form of requests, in which all import formats meet."""

from __future__ import annotations

import json
from typing import Any, Final

from desktop.core.errors import UnreadableFile
from desktop.core.model.query import rows_from_url, url_from_rows
from desktop.core.model.request import Body, Request, Row

JSON_MIME: Final = "application/json"


def read_neutral(text: str) -> tuple[Request, ...]:
    """The requests of a neutral document.

    Raises UnreadableFile where the text is no JSON or holds something that no request can be.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("not_json") from error
    requests = document.get("requests") if isinstance(document, dict) else None
    if not isinstance(requests, list) or not requests:
        raise UnreadableFile("no_requests")
    return tuple(_request(entry) for entry in requests)


def _request(entry: Any) -> Request:
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        raise UnreadableFile("no_requests")
    url, params = _address(entry)
    return Request(
        name=_text(entry.get("name")),
        method=_text(entry.get("method")) or "GET",
        url=url,
        params=params,
        headers=_rows(entry.get("headers")),
        body=_body(entry.get("body")),
    )


def _address(entry: dict[str, Any]) -> tuple[str, tuple[Row, ...]]:
    url, listed = _text(entry["url"]), _rows(entry.get("params"))
    if "?" not in url:
        return url_from_rows(url, listed), listed
    # The address counts; the list adds what is switched off, which no address can show.
    off = tuple(row for row in listed if not row.enabled)
    return url, rows_from_url(url, ()) + off


def _rows(listed: Any) -> tuple[Row, ...]:
    entries = listed if isinstance(listed, list) else []
    return tuple(_row(entry) for entry in entries if isinstance(entry, list) and entry)


def _row(entry: list[Any]) -> Row:
    value = entry[1] if len(entry) > 1 else ""
    enabled = len(entry) < 3 or entry[2] is not False
    return Row(_text(entry[0]), _text(value), enabled=enabled)


def _body(entry: Any) -> Body:
    kind = entry.get("kind", "none") if isinstance(entry, dict) else "none"
    if kind == "none":
        return Body()
    if kind != "raw":
        raise UnreadableFile("body_kind")
    is_json = _text(entry.get("mime")).split(";")[0].strip() == JSON_MIME
    return Body("json" if is_json else "text", _text(entry.get("text")))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)
