"""The one door for what Bleat writes besides the library: no secret passes it."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, quote_plus

from desktop.core.storage.credential_rows import is_credential_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MASK: Final = "[hidden]"

_SHORT: Final = 4
"""Shorter secrets are hidden only where they stand alone, else no text would be left."""
_BASE64_CORE: Final = 6
"""Fewer characters of base64 say nothing: they turn up everywhere by chance."""
_BASE64: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=")
# Text that Python or JSON printed has `\n` in two characters where a name begins.
_NAME_BEGINS: Final = r"(?:(?<=\\)[nrt]|(?<![\w.\-%]))"
_HEADER_LINE: Final = re.compile(
    rf"({_NAME_BEGINS}(?:set-cookie2?|cookie|(?:proxy-)?authorization)[ \t]*:[ \t]*)"
    r"(?![\s\"'\\])[^\r\n]+",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    rf"{_NAME_BEGINS}"
    r"""([A-Za-z][\w.\-%]*+)(?:\\*["'][ \t]*[:,=][ \t]*|[ \t]*=[ \t]*|:[ \t]*)"""
)
_VALUE: Final = re.compile(
    r"""
    (?P<open>b?(?P<escape>\\*)(?P<mark>["'])).*?(?<!\\)(?P<close>(?P=escape)(?P=mark))
    |(?:(?i:basic|bearer|digest|token)[ \t]+)?[^\s"'&<>,;(){}\[\]\\]+
    """,
    re.VERBOSE,
)
_USERINFO: Final = re.compile(r"(://)[^/?#\s\"'<>@]+(?=@)")


class Redactor:
    """Hides the secrets that `secrets` names at the moment, in every form that they are written in.

    Values that are named like a credential are hidden too, whether they are known or not.
    """

    def __init__(self, secrets: Callable[[], Iterable[str]]) -> None:
        self._secrets = secrets
        self._forms = _Forms(frozenset())

    def __call__(self, text: str) -> str:
        """The text without secrets. Raises nothing; may be called in any thread."""
        secrets = frozenset(self._secrets())
        forms = self._forms
        if secrets != forms.secrets:
            forms = self._forms = _Forms(secrets)
        return _hide_named(forms.hide(text))


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without these secrets and without values that are named like one."""
    return Redactor(lambda: secrets)(text)


def _hide_named(text: str) -> str:
    text = _HEADER_LINE.sub(rf"\1{MASK}", text)
    pieces, done = [], 0
    is_secret: dict[str, bool] = {}
    for found in _NAME.finditer(text):
        name = found[1]
        if name not in is_secret:
            is_secret[name] = is_credential_name(name) or name.lower().startswith("set-cookie")
        value = _VALUE.match(text, found.end()) if is_secret[name] and found.end() >= done else None
        if value:
            pieces += [
                text[done : found.end()],
                f"{value['open'] or ''}{MASK}{value['close'] or ''}",
            ]
            done = value.end()
    return _USERINFO.sub(rf"\1{MASK}", "".join([*pieces, text[done:]]))


class _Forms:
    """The ways in which secrets may be written, made once for many texts."""

    def __init__(self, secrets: frozenset[str]) -> None:
        self.secrets = secrets
        parts = {part for secret in secrets for part in _parts(secret)}
        forms = {form for part in parts for form in _written(part)}
        # The longest first, since one may begin with another.
        self._long = sorted((f for f in forms if len(f) >= _SHORT), key=len, reverse=True)
        short = "|".join(re.escape(form) for form in forms if len(form) < _SHORT)
        self._short = re.compile(rf"(?<!\w)(?:{short})(?!\w)" if short else r"(?!)")
        self._cores = {core for part in parts for core in _base64_cores(part)}

    def hide(self, text: str) -> str:
        for core in self._cores:
            if core in text:
                text = _hide_around(core, text)
        for form in self._long:
            text = text.replace(form, MASK)
        return self._short.sub(MASK, text)


def _hide_around(core: str, text: str) -> str:
    """Hide each whole run of base64 that a core stands in."""
    pieces, done = [], 0
    found = text.find(core)
    while found >= 0:
        start, end = found, found + len(core)
        while start > done and text[start - 1] in _BASE64:
            start -= 1
        while end < len(text) and text[end] in _BASE64:
            end += 1
        pieces += [text[done:start], MASK]
        done = end
        found = text.find(core, done)
    return "".join([*pieces, text[done:]])


def _parts(secret: str) -> Iterator[str]:
    """A secret, and the token, password or cookie that is inside it."""
    yield secret
    scheme, _, rest = secret.strip().partition(" ")
    if scheme.isalpha() and rest:
        yield rest.strip()
    if scheme.lower() == "basic":
        yield from _basic_parts(rest)
    if "=" in secret and ";" in secret:
        yield from (pair.partition("=")[2].strip() for pair in secret.split(";"))
    if ":" in secret and " " not in secret:
        yield secret.partition(":")[2]


def _basic_parts(pair: str) -> Iterator[str]:
    try:
        decoded = base64.b64decode(pair.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        return
    yield decoded
    yield decoded.partition(":")[2]


def _written(part: str) -> set[str]:
    """The part as it stands in text, in URLs, in JSON and in what Python prints."""
    if not part.strip():
        return set()
    data = part.encode("utf-8", "surrogatepass")
    encoded = {quote(data), quote(data, safe=""), quote(data, safe="!~*'()"), quote_plus(data)}
    lowered = {re.sub("%..", lambda code: code[0].lower(), form) for form in encoded}
    as_json = json.dumps(part)[1:-1]
    return {
        part,
        part.strip(),
        *encoded,
        *lowered,
        as_json,
        as_json.replace("/", "\\/"),
        json.dumps(part, ensure_ascii=False)[1:-1],
        repr(part)[1:-1],
        repr(data)[2:-1],
    }


def _base64_cores(part: str) -> set[str]:
    """What base64 makes of a part that stands anywhere in a longer text, as in a Basic pair.

    Three bytes are four characters, so there are three ways to fall into them; the characters at
    both ends also depend on the neighbours and are left out.
    """
    data = part.encode("utf-8", "surrogatepass")
    cores = set()
    for before in range(3):
        text = base64.b64encode(b"\0" * before + data).decode().rstrip("=")
        core = text[(0, 2, 3)[before] : (before + len(data)) * 8 // 6]
        if len(core) >= _BASE64_CORE:
            cores |= {core, core.replace("+", "-").replace("/", "_")}
    return cores
