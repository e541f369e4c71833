"""The header lines of a request: the person's as typed, and those that Bleat adds."""

from __future__ import annotations

import re
from binascii import b2a_base64
from typing import TYPE_CHECKING, Final

from desktop.core.errors import BadHeader
from desktop.core.model.exchange import SentHeader

if TYPE_CHECKING:
    from desktop.core.model.request import Request, Row
    from desktop.core.sending.address import Address

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]")
_CONTENT_TYPES: Final = {"json": "application/json", "text": "text/plain; charset=utf-8"}
_EXPECT_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


def is_token(text: str) -> bool:
    """Whether a text may be a method or the name of a header (RFC 9110 section 5.6.2)."""
    return bool(_TOKEN.fullmatch(text))


def wire_bytes(value: str) -> bytes:
    """A header value as it is sent: in Latin-1, or in UTF-8 where that has no such letters."""
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()


def typed_headers(request: Request) -> list[SentHeader]:
    """The person's enabled rows, in their order. Raises BadHeader."""
    return [_typed(row) for row in request.headers if row.enabled and (row.name or row.value)]


def framed(typed: list[SentHeader], body: bytes) -> tuple[list[SentHeader], bool]:
    """The rows without those that lie about the body's length; and whether it goes in chunks.

    Length and chunks belong to the protocol (RFC 9112 section 6): a false one would make the
    server wait, or read the body as a second request.
    """
    chunked = bool(body) and any(_is(row, "transfer-encoding", "chunked") for row in typed)
    honest = ("transfer-encoding", "chunked") if chunked else ("content-length", str(len(body)))
    kept: list[SentHeader] = []
    for row in typed:
        framing = row.name.lower() in {"transfer-encoding", "content-length"}
        if not framing or (_is(row, *honest) and not any(_is(each, *honest) for each in kept)):
            kept.append(row)
    return kept, chunked


def complete(
    typed: list[SentHeader], request: Request, address: Address, body: bytes, version: str
) -> tuple[SentHeader, ...]:
    """The person's rows with the lines that Bleat adds where the person has none of that name."""
    names = {row.name.lower() for row in typed}
    first = [
        ("Host", address.authority),
        ("Authorization", _basic(address)),
        ("User-Agent", f"Bleat/{version}"),
        ("Accept", "*/*"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "keep-alive"),
    ]
    last = [
        ("Content-Type", _CONTENT_TYPES.get(request.body.kind, "") if body else ""),
        ("Content-Length", _length(request.method.strip(), body, names)),
    ]
    return (*_missing(first, names), *typed, *_missing(last, names))


def _typed(row: Row) -> SentHeader:
    name, value = row.name.strip(), row.value.strip(" \t")
    if not is_token(name):
        raise BadHeader(name, "name")
    if _CONTROL.search(value):
        raise BadHeader(name, "value")
    return SentHeader(name, value)


def _is(row: SentHeader, name: str, value: str) -> bool:
    return row.name.lower() == name and row.value.lower() == value


def _missing(added: list[tuple[str, str]], names: set[str]) -> list[SentHeader]:
    return [
        SentHeader(name, value, automatic=True)
        for name, value in added
        if value and name.lower() not in names
    ]


def _basic(address: Address) -> str:
    """The login of the URL as RFC 7617 wants it."""
    if address.login is None:
        return ""
    return f"Basic {b2a_base64(address.login, newline=False).decode('ascii')}"


def _length(method: str, body: bytes, names: set[str]) -> str:
    if "transfer-encoding" in names or not (body or method in _EXPECT_BODY):
        return ""
    return str(len(body))
