"""Guesses what it is that answered in place of a web server."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = (
    ("ssh", re.compile(rb"SSH-")),
    ("smtp", re.compile(rb"(220|421|554)[ -][^\r\n]*(SMTP|[Mm]ail|Postfix|Exim|Sendmail)")),
    ("ftp", re.compile(rb"(220|421|530)[ -]")),
    ("tls", re.compile(rb"[\x14-\x17]\x03[\x00-\x04]")),
    ("http2", re.compile(rb"\x00\x00.\x04.\x00\x00\x00\x00|PRI \* HTTP/2", re.DOTALL)),
    ("mysql", re.compile(rb"..\x00[\x00-\x02](\x0a|\xff)", re.DOTALL)),
    ("redis", re.compile(rb"-(ERR|DENIED|NOAUTH|WRONGTYPE|MISCONF)\b")),
    ("http09", re.compile(rb"\s*<")),
)


def looks_like(first: bytes) -> str:
    """The kind of a server by its first bytes, as NotHttp names it; `unknown` is one too."""
    return next((kind for kind, sign in _SIGNS if sign.match(first)), "unknown")
