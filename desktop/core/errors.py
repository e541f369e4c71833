"""Every failure that Bleat names. They carry data; the sentences are in resources/en/failures.toml.

Failure
├── Cancelled
├── RequestFailure            the request cannot be made
│   ├── NotAnAddress  UnreadableFile  UnsetVariable  FilledTooLong  BadMethod  BadHeader
├── NetworkFailure            no answer came
│   ├── UnknownHost  NothingListening  Unreachable  TimedOut  Untrusted  TlsBroken
│   ├── NotHttp  NoAnswer  BrokenAnswer  TooManyRedirects
├── StorageFailure            what was typed cannot be kept on the disk, or read from it
│   ├── LibraryNewer  LibraryDamaged  LibraryUnwritable
└── PracticeUnavailable       the built-in practice API did not start
"""

from __future__ import annotations

from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class Failure(Exception):
    """A failure with a name (`code`, the key of its words) and the facts that fill the words.

    A subclass lists its facts as a dataclass lists its fields, and is made as one is. It is none,
    since two dozen dataclasses would cost 10 ms of each start.
    """

    code: ClassVar[str] = "failure"
    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = cls.__annotations__.items()
        named = (name for name, kind in own if not str(kind).startswith("ClassVar"))
        cls._fields = (*cls._fields, *named)

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, *named.values())
        given = dict(zip(self._fields, values, strict=False)) | named
        for name in self._fields:
            setattr(self, name, given[name] if name in given else getattr(type(self), name))

    def facts(self) -> dict[str, str | int | float]:
        """The fields by name, as the sentences' placeholders want them."""
        return {name: getattr(self, name) for name in self._fields}


class Cancelled(Failure):
    """The person pressed Cancel, or the window closed."""

    code: ClassVar[str] = "cancelled"


class RequestFailure(Failure):
    """The request cannot be made; nothing was sent."""


class NotAnAddress(RequestFailure):
    """`reason`: empty, no_host, bad_host, bad_port or other_scheme (then `scheme` names it)."""

    code: ClassVar[str] = "not_an_address"
    address: str
    reason: str
    scheme: str = ""


class UnreadableFile(RequestFailure):
    """A request file that cannot be used.

    `reason`: not_found, too_large, not_text, not_json, no_requests or body_kind.
    """

    code: ClassVar[str] = "unreadable_file"
    reason: str


class UnsetVariable(RequestFailure):
    """`{{name}}` stands in the request and nothing gives it a value."""

    code: ClassVar[str] = "unset_variable"
    name: str


class FilledTooLong(RequestFailure):
    """With its variables filled in, a text would have more than `limit` characters."""

    code: ClassVar[str] = "filled_too_long"
    limit: int


class BadMethod(RequestFailure):
    """A method that is no token (RFC 9110 section 9.1)."""

    code: ClassVar[str] = "bad_method"
    method: str


class BadHeader(RequestFailure):
    """`reason`: name (no token) or value (a control character; RFC 9110 section 5.5)."""

    code: ClassVar[str] = "bad_header"
    name: str
    reason: str


class NetworkFailure(Failure):
    """The request was made, and no answer came that could be read."""


class UnknownHost(NetworkFailure):
    """No computer has this name, as far as the name service knows."""

    code: ClassVar[str] = "unknown_host"
    host: str


class NothingListening(NetworkFailure):
    """The computer refused the connection: no program listens at this port."""

    code: ClassVar[str] = "nothing_listening"
    host: str
    port: int


class Unreachable(NetworkFailure):
    """There is no way to this computer from here."""

    code: ClassVar[str] = "unreachable"
    host: str


class TimedOut(NetworkFailure):
    """`phase`: name, connect, tls, sending, waiting or receiving; `seconds`: how long we waited."""

    code: ClassVar[str] = "timed_out"
    host: str
    phase: str
    seconds: float


class Untrusted(NetworkFailure):
    """The certificate was refused.

    `reason`: expired, not_yet_valid, wrong_host, self_signed, unknown_issuer or other.
    """

    code: ClassVar[str] = "untrusted"
    host: str
    reason: str


class TlsBroken(NetworkFailure):
    """No encrypted connection came about.

    `reason`: plain_on_tls (the port speaks plain http), reset, client_certificate, version, other.
    """

    code: ClassVar[str] = "tls_broken"
    host: str
    port: int
    reason: str


class NotHttp(NetworkFailure):
    """Something answered that is no web server.

    `looks_like`: ssh, smtp, ftp, tls, http2, http09, mysql, redis or unknown.
    """

    code: ClassVar[str] = "not_http"
    host: str
    port: int
    looks_like: str


class NoAnswer(NetworkFailure):
    """The server closed the connection without a word."""

    code: ClassVar[str] = "no_answer"
    host: str


class BrokenAnswer(NetworkFailure):
    """The answer breaks the rules of HTTP.

    `reason`: headers, too_many_headers, header_too_long, status, length or encoding.
    """

    code: ClassVar[str] = "broken_answer"
    host: str
    reason: str


class TooManyRedirects(NetworkFailure):
    """The answers kept pointing elsewhere; `count` hops were made."""

    code: ClassVar[str] = "too_many_redirects"
    host: str
    count: int


class PracticeUnavailable(Failure):
    """The built-in practice API did not start."""

    code: ClassVar[str] = "practice_unavailable"


class StorageFailure(Failure):
    """The library cannot be read or written; what is on the screen stays there."""


class LibraryNewer(StorageFailure):
    """The library was written by a newer Bleat, whose schema has this version."""

    code: ClassVar[str] = "library_newer"
    version: int


class LibraryDamaged(StorageFailure):
    """The library is no longer one; the next use of it keeps the file aside and begins anew."""

    code: ClassVar[str] = "library_damaged"
    path: str


class LibraryUnwritable(StorageFailure):
    """`reason`: disk_full, read_only, no_access, folder, busy or disk_error."""

    code: ClassVar[str] = "library_unwritable"
    reason: str
