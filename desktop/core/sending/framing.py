"""Where the body of an answer ends, and what the server says about it (RFC 9112 section 6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.core.sending.head import Head

_SWITCHING_PROTOCOLS: Final = 101
_BODILESS: Final = {_SWITCHING_PROTOCOLS, 204, 304}


@dataclass(frozen=True, slots=True)
class Framing:
    """`length` is None where the body ends with the connection, or with a last chunk.

    `codings` are the compressions by the order of their undoing; `faults` break the rules.
    """

    chunked: bool
    length: int | None
    closes: bool
    codings: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def framing(method: str, head: Head) -> Framing:
    """Reads the framing out of an answer to a method."""
    transfer = [each for each in _tokens(head.values("transfer-encoding")) if each != "identity"]
    lengths = _tokens(head.values("content-length"))
    codings = (*reversed(transfer), *reversed(_tokens(head.values("content-encoding"))))
    codings = tuple(coding for coding in codings if coding not in {"identity", "chunked"})
    if method == "HEAD" or head.status in _BODILESS:
        return Framing(chunked=False, length=0, closes=_closes(head), codings=codings)
    chunked = transfer[-1:] == ["chunked"]
    length = None if transfer else _length(lengths)
    endless = not chunked and length is None
    faults = _faults(transfer, lengths)
    closes = endless or bool(faults) or _closes(head)
    return Framing(chunked, length, closes, codings, faults)


def _tokens(values: list[str]) -> list[str]:
    tokens = (token.strip().lower() for value in values for token in value.split(","))
    return [token for token in tokens if token]


def _length(lengths: list[str]) -> int | None:
    """The first length that is a number; there should be but one."""
    return next((int(text) for text in lengths if _is_number(text)), None)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len(str(2**63))


def _faults(transfer: list[str], lengths: list[str]) -> tuple[str, ...]:
    contradicts = len(set(lengths)) > 1 or bool(transfer and lengths)
    if contradicts or not all(map(_is_number, lengths)):
        return (f"Content-Length: {', '.join(lengths)}",)
    return ()


def _closes(head: Head) -> bool:
    """Whether this answer is the last on its connection (RFC 9112 section 9.3)."""
    options = _tokens(head.values("connection"))
    if head.version == "HTTP/1.1":
        return "close" in options or head.status == _SWITCHING_PROTOCOLS
    return "keep-alive" not in options
