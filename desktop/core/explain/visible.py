"""Foreign text made fit for one line: short, and with nothing that hides or moves."""

from __future__ import annotations

import unicodedata
from typing import Final

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode's categories of signs that show nothing, turn the line round or end it."""
_SPACE: Final = 0x20
_DELETE: Final = 0x7F
_PICTURES: Final = 0x2400


def visible(text: str, limit: int) -> str:
    """The text with control signs shown as signs, cut to `limit` characters."""
    shown = "".join(map(_seen, text.strip(" ")[: limit + 1]))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def visible_address(url: str, limit: int) -> str:
    """An address without what may be secret: its user and password, and the values after `?`."""
    place, mark, _ = url.partition("#")[0].partition("?")
    scheme, colon, rest = place.partition("://")
    host, slash, path = rest.partition("/")
    bare = scheme + colon + host.rpartition("@")[2] + slash + path
    return visible(bare + ("?…" if mark else ""), limit)


def _seen(sign: str) -> str:
    code = ord(sign)
    if unicodedata.category(sign) not in _UNSEEN:
        return sign
    if code < _SPACE:
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"<U+{code:04X}>"
