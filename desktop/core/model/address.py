"""Takes the text of a URL apart for people: how, which computer, which thing, details."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from desktop.core.model.placeholder import SPAN, placeholders
from desktop.core.model.query import parameters
from desktop.core.model.query_text import cut

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["scheme", "host", "path", "params"]

_LOOKED_AT: Final = 4000
"""Characters of the URL, and of each value filled in; the rest would not fit on any screen."""
_PARAMS_SHOWN: Final = 4
_SCHEME: Final = re.compile(r"(https?(?=:)|[A-Za-z][A-Za-z0-9+.-]*(?=://)):/{0,2}", re.IGNORECASE)
_LOOPBACK: Final = re.compile(r"127(\.\d{1,3}){3}|0\.0\.0\.0")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Characters that have no picture, or that turn the order of others around."""
_WORDS: Final = {
    "http": "how",
    "https": "encrypted",
    "": "not a way that Bleat knows",
    "added": ", added by Bleat",
    "host": "which computer",
    "unset": "which computer, not filled in yet",
    "path": "which thing",
    "params": "details",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an address: `text` as it stands there, filled in; `words` say what it is."""

    kind: Kind
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address in the order of the URL; none where nothing was typed."""

    parts: tuple[Part, ...] = ()


def dissect(url: str, values: Callable[[str], str | None] | None) -> Address:
    """The parts of a URL with known variables filled in; any text will do.

    A login in front of the computer's name is hidden. What is too long to be read is cut.
    """
    text = _filled(url.strip()[:_LOOKED_AT], values).strip()[:_LOOKED_AT]
    scheme, rest = _scheme(text)
    rest, _fragment = cut(rest, "#")
    rest, query = cut(rest, "?")
    login_and_host, path = cut(rest, "/")
    host = _without_login(login_and_host)
    parts = [*_how(scheme, host), *_where(host), *_what(path), *_details(query[1:])]
    if parts and len(url.strip()) > _LOOKED_AT:
        last = parts[-1]
        parts[-1] = Part(last.kind, last.text.removesuffix("…") + "…", last.words)
    return Address(tuple(parts))


def is_this_computer(host: str) -> bool:
    """True for a host that can only be the computer that Bleat runs on; `host` may have a port."""
    name = host.lower()
    if name.startswith("["):
        return name.startswith("[::1]")
    name = name.partition(":")[0].removesuffix(".")
    return name == "localhost" or name.endswith(".localhost") or bool(_LOOPBACK.fullmatch(name))


def _filled(text: str, values: Callable[[str], str | None] | None) -> str:
    parts = []
    done = 0
    for start, end, name in placeholders(text):
        value = values(name) if values else None
        shown = f"{{{{{name}}}}}" if value is None else value[:_LOOKED_AT]
        parts += [text[done:start], shown]
        done = end
    return "".join([*parts, text[done:]])


def _scheme(text: str) -> tuple[str, str]:
    found = _SCHEME.match(text)
    if found:
        return found[1].lower(), text[found.end() :]
    return "", text.removeprefix("//")


def _without_login(text: str) -> str:
    login, at, host = text.rpartition("@")
    return f"••••@{host}" if login and at else host


def _how(scheme: str, host: str) -> list[Part]:
    if scheme:
        return [Part("scheme", _seen(scheme), _WORDS.get(scheme, _WORDS[""]))]
    if not host or _begins_unset(host):
        return []
    assumed = "http" if is_this_computer(host.rpartition("@")[2]) else "https"
    return [Part("scheme", assumed, _WORDS[assumed] + _WORDS["added"])]


def _where(host: str) -> list[Part]:
    words = _WORDS["unset"] if _begins_unset(host) else _WORDS["host"]
    return [Part("host", _seen(host), words)] if host else []


def _begins_unset(host: str) -> bool:
    return bool(SPAN.match(host))


def _what(path: str) -> list[Part]:
    return [Part("path", _seen(path), _WORDS["path"])] if path else []


def _details(query: str) -> list[Part]:
    shown = [_detail(*parameter) for parameter in parameters(query)]
    if not shown:
        return []
    more = len(shown) - _PARAMS_SHOWN
    text = ", ".join(shown[:_PARAMS_SHOWN]) + (f" and {more} more" if more > 0 else "")
    return [Part("params", _seen(text), _WORDS["params"])]


def _detail(name: str, value: str | None) -> str:
    name = name or "(no name)"
    return name if value is None else f"{name} = {value or '(empty)'}"


def _seen(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
