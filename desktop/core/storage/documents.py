"""How a request is written down: JSON that leaves defaults out and holds no secret.

Where a secret stands, the document says `{"keyring": id}`; an address with secrets is a list of
texts and such references.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from desktop.core.model.request import Body, BodyKind, Request, Row
from desktop.core.storage.secret_places import Place, fill, row_places, url_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.core.storage.secret_places import Section

References = dict[Place, str]
"""The id of the secret that belongs in each place."""

_BODY_KINDS: Final[dict[str, BodyKind]] = {"none": "none", "json": "json", "text": "text"}
_BODY_DEFAULTS: Final[dict[str, object]] = {"kind": "none", "text": ""}
_REQUEST_DEFAULTS: Final[dict[str, object]] = {
    "name": "", "method": "GET", "url": "", "params": [], "headers": [], "body": {},
}  # fmt: skip
_ROW_DEFAULTS: Final[dict[str, object]] = {
    "name": "", "value": "", "enabled": True, "note": "", "raw": "",
}  # fmt: skip


def write_document(request: Request, references: Mapping[Place, str]) -> str:
    """The request as JSON in ASCII, with references in these places instead of what is there."""
    bare = fill(request, dict.fromkeys(references, ""))
    document = {
        "name": bare.name,
        "method": bare.method,
        "url": _write_url(bare.url, references),
        "params": _write_rows(("params", "raw"), bare.params, references),
        "headers": _write_rows(("headers",), bare.headers, references),
        "body": _filled({"kind": bare.body.kind, "text": bare.body.text}, _BODY_DEFAULTS),
    }
    return json.dumps(_filled(document, _REQUEST_DEFAULTS), separators=(",", ":"))


def _filled(values: dict[str, object], defaults: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value != defaults[key]}


def _write_rows(
    sections: tuple[Section, ...], rows: tuple[Row, ...], references: Mapping[Place, str]
) -> list[dict[str, object]]:
    """The rows, with the value and the raw text of a credential replaced by references."""
    written = []
    places = [row_places(section, rows) for section in sections]
    for number, row in enumerate(rows):
        written.append(_write_row(row, *(_id(column[number], references) for column in places)))
    return written


def _id(place: Place | None, references: Mapping[Place, str]) -> str:
    return references.get(place, "") if place else ""


def _write_row(row: Row, value_id: str, raw_id: str = "") -> dict[str, object]:
    values = {name: getattr(row, name) for name in _ROW_DEFAULTS}
    if value_id:
        values["value"] = {"keyring": value_id}
    if raw_id:
        values["raw"] = [row.raw, {"keyring": raw_id}]
    return _filled(values, _ROW_DEFAULTS)


def _write_url(url: str, references: Mapping[Place, str]) -> object:
    parts: list[object] = []
    done = 0
    for place, start, end in url_places(url):
        if place in references:
            parts += [url[done:start], {"keyring": references[place]}]
            done = end
    return [*parts, url[done:]] if parts else url


def read_document(text: str) -> tuple[Request, References] | None:
    """A request and what is to be put into it; None where the text is no document at all.

    Whatever else is wrong with it becomes a default.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    references: References = {}
    request = Request(
        name=_text(document.get("name")),
        method=_text(document.get("method")) or "GET",
        url=_read_url(document.get("url"), references),
        params=_read_params(document.get("params"), references),
        headers=_read_headers(document.get("headers"), references),
        body=_read_body(document.get("body")),
    )
    return request, references


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _reference(value: object) -> str:
    return _text(value.get("keyring")) if isinstance(value, dict) else ""


def _read_body(value: object) -> Body:
    fields = value if isinstance(value, dict) else {}
    kind = _BODY_KINDS.get(_text(fields.get("kind")), "none")
    return Body(kind, _text(fields.get("text")))


def _read_url(value: object, references: References) -> str:
    """The address; a reference counts where a credential can stand, and nowhere else."""
    if not isinstance(value, list):
        return _text(value)
    url = ""
    ids: dict[int, str] = {}
    for part in value:
        if isinstance(part, str):
            url += part
        elif _reference(part):
            ids[len(url)] = _reference(part)
    for place, start, end in url_places(url):
        if start == end and start in ids:
            references[place] = ids[start]
    return url


def _read_headers(value: object, references: References) -> tuple[Row, ...]:
    fields = _fields(value)
    rows = tuple(_read_row(row) for row in fields)
    ids = [_reference(row.get("value")) for row in fields]
    _refer("headers", rows, ids, references)
    return rows


def _read_params(value: object, references: References) -> tuple[Row, ...]:
    fields = _fields(value)
    rows = tuple(_read_row(row) for row in fields)
    _refer("params", rows, [_reference(row.get("value")) for row in fields], references)
    _refer("raw", rows, [_reference(_parts(row.get("raw"))[-1]) for row in fields], references)
    return rows


def _refer(section: Section, rows: tuple[Row, ...], ids: list[str], references: References) -> None:
    for place, secret_id in zip(row_places(section, rows), ids, strict=True):
        if place and secret_id:
            references[place] = secret_id


def _fields(value: object) -> list[dict[str, Any]]:
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict)]


def _parts(raw: object) -> list[Any]:
    """A raw text, which is a list where a secret stands at its end."""
    return raw if isinstance(raw, list) and raw else [raw]


def _read_row(fields: dict[str, Any]) -> Row:
    enabled = fields.get("enabled")
    return Row(
        name=_text(fields.get("name")),
        value=_text(fields.get("value")),
        enabled=enabled if isinstance(enabled, bool) else True,
        note=_text(fields.get("note")),
        raw=_text(_parts(fields.get("raw"))[0]),
    )
