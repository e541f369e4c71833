"""Tells rows that hold a credential from the others, by their names and values."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final
from urllib.parse import unquote_plus

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_VARIABLE: Final = re.compile(r"\{\{.*?\}\}")
_SCHEME: Final = re.compile(r"(?:basic|bearer|token|digest|apikey|negotiate)(?:\s+|$)", re.I)

_ALONE: Final = frozenset(
    {
        "auth", "cookie", "cookies", "credential", "credentials", "key", "pass", "session",
        "sig", "signature",
    }
)  # fmt: skip
_ENDS: Final = ("token", "secret", "password", "authorization", "apikey", "appid")
_ANYWHERE: Final = frozenset(
    {
        "secret", "password", "passwd", "passphrase", "pwd", "jwt", "bearer", "sid", "sessid",
        "sessionid", "jsessionid", "phpsessid", "apikey",
    }
)  # fmt: skip
_PAIRS: Final = frozenset(
    {f"{kind} key" for kind in (
        "access", "account", "admin", "api", "app", "application", "auth", "client", "consumer",
        "developer", "functions", "license", "master", "private", "rapidapi", "secret", "service",
        "shared", "signing", "subscription",
    )}
    | {"session id", "session key", "sess id", "amz credential", "amz signature", "oauth signature"}
)  # fmt: skip
_GLUED: Final = _ANYWHERE | {pair.replace(" ", "") for pair in _PAIRS}
_HARMLESS_ENDS: Final = frozenset(
    {
        "count", "endpoint", "expires", "expiry", "hint", "in", "length", "lifetime", "limit",
        "name", "policy", "required", "type", "ttl", "uri", "url",
    }
)  # fmt: skip
_PAGE_MARKS: Final = frozenset({"continuation", "cursor", "next", "page", "previous", "sync"})


def is_credential_name(name: str) -> bool:
    """True for a header, parameter or field whose name says that its value is a secret.

    A name is taken apart into words, so that `author`, `keyboard` and `max_tokens` are none.
    """
    words = [word.lower() for word in _WORD.findall(unquote_plus(name))]
    if not words or (len(words) > 1 and words[-1] in _HARMLESS_ENDS):
        return False
    if words[-1] == "token" and not _PAGE_MARKS.isdisjoint(words):
        return False
    return (
        (len(words) == 1 and words[0] in _ALONE)
        or any(word.endswith(_ENDS) for word in words)
        or not _GLUED.isdisjoint(words)
        or any(f"{first} {second}" in _PAIRS for first, second in pairwise(words))
        or _is_x_auth(words)
    )


def _is_x_auth(words: list[str]) -> bool:
    return len(words) > 1 and words[0] == "x" and words[1] in {"auth", "authentication"}


def is_secret(value: str) -> bool:
    """True where the value itself must not be written down.

    A value that is made of `{{variables}}`, with or without a word such as Bearer, is none.
    """
    rest = _VARIABLE.sub("", unquote_plus(value) if "%7B" in value.upper() else value)
    rest = _SCHEME.sub("", rest.strip(), count=1)
    return bool(rest.strip(" \t:;,"))
