"""Finds and fills `{{name}}`: one pass, a plain look-up, never an expression."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.core import limits
from desktop.core.errors import FilledTooLong, UnsetVariable
from desktop.core.model.placeholder import placeholders

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.request import Body, Request, Row

    Values = Callable[[str], str | None]
    """The value of a variable; None where it has none."""


def names_in(text: str) -> tuple[str, ...]:
    """The names of all variables in a text, each once, in the order of the text."""
    return tuple(dict.fromkeys(name for _start, _end, name in placeholders(text)))


def fill(text: str, values: Values) -> str:
    """The text with a value in place of each `{{name}}`; values are not looked into.

    Raises UnsetVariable for a name without a value, FilledTooLong past `limits.FILLED_CAP`.
    Double braces around what is no name stay as they are.
    """
    parts = []
    size = done = 0
    for start, end, name in placeholders(text):
        value = _value(name, values)
        size += start - done + len(value)
        if size > limits.FILLED_CAP:
            raise FilledTooLong(limits.FILLED_CAP)
        parts += [text[done:start], value]
        done = end
    return "".join([*parts, text[done:]])


def fill_request(request: Request, values: Values) -> Request:
    """The request as it will be sent; `params` stay as written, since the URL holds them.

    Rows that are switched off and a body that is not sent are left alone.
    """
    return replace(
        request,
        method=fill(request.method, values),
        url=fill(request.url, values),
        headers=tuple(_filled_row(row, values) for row in request.headers),
        body=_filled_body(request.body, values),
    )


def _value(name: str, values: Values) -> str:
    value = values(name)
    if value is None:
        raise UnsetVariable(name)
    return value


def _filled_row(row: Row, values: Values) -> Row:
    if not row.enabled:
        return row
    return replace(row, name=fill(row.name, values), value=fill(row.value, values))


def _filled_body(body: Body, values: Values) -> Body:
    return body if body.kind == "none" else replace(body, text=fill(body.text, values))
