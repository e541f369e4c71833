"""Where an answer points to, and what may go along (RFC 9110 section 15.4, Fetch section 4.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from desktop.core.errors import NotAnAddress
from desktop.core.model.exchange import Problem, SentHeader
from desktop.core.sending.address import PORTS, Address, read_address

if TYPE_CHECKING:
    from desktop.core.sending.head import Head
    from desktop.core.sending.prepare import Prepared

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_POST_BECOMES_GET: Final = frozenset({301, 302})
_SEE_OTHER: Final = 303
_OF_BODY: Final = frozenset(
    {
        "content-type",
        "content-length",
        "content-encoding",
        "content-language",
        "content-location",
        "transfer-encoding",
    }
)
_HARMLESS: Final = frozenset({"accept", "accept-language", "user-agent"})
_GOES_WITH_BODY: Final = frozenset(
    {"content-type", "content-length", "content-encoding", "transfer-encoding"}
)
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Turn:
    """The next request; `withheld` names headers that stay behind, `questions` come first.

    `may_be_private` once the person agreed to leave the internet for a private address.
    """

    prepared: Prepared
    withheld: tuple[str, ...] = ()
    questions: tuple[Problem, ...] = ()
    may_be_private: bool = False


def is_redirect(head: Head) -> bool:
    """Whether an answer points elsewhere."""
    return head.status in _REDIRECTS and bool(head.values("location"))


def stays(reason: str, target: str) -> Problem:
    """Why a redirect was not followed, or what must be asked first.

    `reason`: switched_off, bad_address, two_addresses, other_scheme, body_elsewhere, unencrypted
    or private.
    """
    return Problem("redirect_not_followed", (("reason", reason), ("target", target)))


def turn(prepared: Prepared, head: Head) -> Turn | Problem:
    """The request that follows a redirect, or why there is none."""
    locations = list(dict.fromkeys(head.values("location")))
    if len(locations) > 1:
        return stays("two_addresses", locations[0])
    try:
        address = _resolve(prepared.address, locations[0])
    except NotAnAddress as error:
        known = "other_scheme" if error.reason == "other_scheme" else "bad_address"
        return stays(known, locations[0])
    return _turn_to(prepared, address, head.status)


def _resolve(base: Address, location: str) -> Address:
    """The address that a Location means, with its bytes as they are. Raises NotAnAddress.

    A login in it is the server's, not the person's, and is not sent.
    """
    scheme = _SCHEME.match(location)
    if scheme and scheme[1].lower() not in PORTS:
        raise NotAnAddress(location, "other_scheme", scheme[1].lower())
    if scheme and location[scheme.end() :][:2] != "//":
        raise NotAnAddress(location, "no_host")
    if scheme:
        return replace(read_address(location), login=None)
    if location.startswith("//"):
        return replace(read_address(f"{base.scheme}:{location}"), login=None)
    return replace(read_address(_joined(base, location)), login=None)


def _joined(base: Address, location: str) -> str:
    origin = base.url.removesuffix(base.target)
    if location.startswith("/"):
        return origin + location
    path = base.target.partition("?")[0]
    if location.startswith("?"):
        return origin + path + location
    if not location or location.startswith("#"):
        raise NotAnAddress(location, "empty")
    if location.startswith("."):
        # The host stands in, lest a path that begins with two slashes be taken for one.
        return origin + urljoin(f"http://h{path}", location).removeprefix("http://h")
    return origin + path.rpartition("/")[0] + "/" + location


def _turn_to(prepared: Prepared, address: Address, status: int) -> Turn:
    keeps_body = not _becomes_get(prepared.method, status)
    same = _origin(address) == _origin(prepared.address)
    headers, withheld = _split(prepared, address, keeps_body=keeps_body, same=same)
    following = replace(
        prepared,
        method=prepared.method if keeps_body else "GET",
        address=address,
        headers=headers,
        body=prepared.body if keeps_body else b"",
        chunked=prepared.chunked and keeps_body,
    )
    reasons = []
    if following.body and not same:
        reasons.append("body_elsewhere")
    if prepared.scheme == "https" and address.scheme == "http":
        reasons.append("unencrypted")
    return Turn(following, withheld, tuple(stays(reason, address.url) for reason in reasons))


def _becomes_get(method: str, status: int) -> bool:
    if status == _SEE_OTHER:
        return method not in {"GET", "HEAD"}
    return status in _POST_BECOMES_GET and method == "POST"


def _origin(address: Address) -> tuple[str, str, int]:
    return (address.scheme, address.host, address.port)


def _split(
    prepared: Prepared, address: Address, *, keeps_body: bool, same: bool
) -> tuple[tuple[SentHeader, ...], tuple[str, ...]]:
    """The header lines that go along, and the names of those that do not."""
    lines = [
        header for header in prepared.headers if keeps_body or header.name.lower() not in _OF_BODY
    ]
    if same:
        return tuple(lines), ()
    kept = [SentHeader("Host", address.authority, automatic=True)]
    kept += [header for header in lines if _is_harmless(header)]
    withheld = [
        header.name for header in lines if not _is_harmless(header) and not _own_host(header)
    ]
    return tuple(kept), tuple(dict.fromkeys(withheld))


def _own_host(header: SentHeader) -> bool:
    return header.automatic and header.name == "Host"


def _is_harmless(header: SentHeader) -> bool:
    name = header.name.lower()
    if name in _HARMLESS or name in _GOES_WITH_BODY:
        return True
    return header.automatic and name not in {"authorization", "host"}
