"""Turns a request, its variables filled in, into exactly what will go out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from desktop.core import product
from desktop.core.errors import BadMethod
from desktop.core.model.exchange import Sent, SentHeader
from desktop.core.sending.address import Address, read_address
from desktop.core.sending.headers import complete, framed, is_token, typed_headers

if TYPE_CHECKING:
    from desktop.core.model.request import Request


@dataclass(frozen=True, slots=True)
class Prepared:
    """One request, ready to be written to a connection; `headers` are in the order of the wire.

    `chunked` is True where the person asked for it with a Transfer-Encoding of their own.
    """

    method: str
    address: Address
    headers: tuple[SentHeader, ...]
    body: bytes = field(default=b"", repr=False)
    chunked: bool = False

    @property
    def scheme(self) -> str:
        """`http` or `https`."""
        return self.address.scheme

    @property
    def host(self) -> str:
        """The computer, in lower case and ASCII; an IPv6 address has no brackets."""
        return self.address.host

    @property
    def port(self) -> int:
        """The port, also where the URL leaves it out."""
        return self.address.port

    @property
    def target(self) -> str:
        """What stands in the request line."""
        return self.address.target

    @property
    def url(self) -> str:
        """The absolute URL, without a login and without a fragment."""
        return self.address.url

    def sent(self) -> Sent:
        """The same as the model knows it."""
        return Sent(self.method, self.url, self.target, self.headers, self.body)


def prepare(request: Request, version: str = "") -> Prepared:
    """What will go out for a request; `version` is Bleat's, looked up when it is not given.

    Raises NotAnAddress, BadMethod, BadHeader.
    """
    method = request.method.strip()
    if not is_token(method):
        raise BadMethod(request.method)
    address = read_address(request.url)
    body = b"" if request.body.kind == "none" else request.body.text.encode("utf-8", "replace")
    typed, chunked = framed(typed_headers(request), body)
    headers = complete(typed, request, address, body, version or own_version())
    return Prepared(method, address, headers, body, chunked)


@cache
def own_version() -> str:
    """Bleat's version; the first look costs 20 ms."""
    return product.version()
