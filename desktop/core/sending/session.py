"""requests, told to send one request exactly as it was prepared, and nothing else.

No environment, no cookies, no redirects, no retries: each of these is decided elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar
from urllib3 import PoolManager

from desktop.core import limits
from desktop.core.sending.connection import Carrier, HttpPool, HttpsPool

if TYPE_CHECKING:
    from urllib3.connectionpool import HTTPConnectionPool
    from urllib3.response import BaseHTTPResponse

    from desktop.core.sending.leg import Leg

_HOSTS: Final = 20
"""Servers whose idle connections are kept."""


class _NoCookies(RequestsCookieJar):
    """Takes no cookies."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Nothing."""


class _Adapter(HTTPAdapter):
    """Brings a leg to a connection of our own kind."""

    def init_poolmanager(self, *_args: Any, **_options: Any) -> None:
        """Makes the pools of our connections."""
        self.poolmanager: PoolManager = PoolManager(num_pools=_HOSTS, maxsize=limits.CONNECTIONS)
        self.poolmanager.pool_classes_by_scheme = {"http": HttpPool, "https": HttpsPool}

    def get_connection_with_tls_context(
        self, request: requests.PreparedRequest, *_args: Any, **_options: Any
    ) -> HTTPConnectionPool:
        """The pool of the server that the leg leads to."""
        address = _leg_of(request).prepared.address
        host = f"[{address.host}]" if ":" in address.host else address.host
        return self.poolmanager.connection_from_host(host, address.port, address.scheme)

    def close(self) -> None:
        """Closes idle connections now; the library leaves that to the garbage collector."""
        pools = self.poolmanager.pools
        for pool in [pools.get(key) for key in pools.keys()]:  # noqa: SIM118 - no mapping
            if pool:
                pool.close()
        super().close()

    def cert_verify(self, *_args: Any) -> None:
        """Nothing: whom to trust is the connection's matter."""

    def request_url(self, *_args: Any) -> str:
        """What the library takes for the target; ours is written in its place."""
        return "/"

    def build_response(self, req: Any, resp: Any) -> requests.Response:
        """A response with what is used of it: the stream of its body."""
        response = requests.Response()
        response.raw, response.request = resp, req
        return response


class Session(requests.Session):
    """Connections to all servers, kept open between sends; for several threads at once."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self.cookies = _NoCookies()
        adapter = _Adapter()
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: redirects are not the library's matter."""

    def go(self, leg: Leg) -> BaseHTTPResponse:
        """Sends a leg's request; its answer's head is on the leg, its body in what is returned."""
        request = requests.PreparedRequest()
        request.method = leg.prepared.method
        request.url = f"{leg.prepared.scheme}://{leg.prepared.address.authority}/"
        request.headers = Carrier(leg)  # type: ignore[assignment]
        request.hooks = {}
        response = self.send(request, stream=True, allow_redirects=False, proxies={})
        raw: BaseHTTPResponse = response.raw
        return raw


def _leg_of(request: requests.PreparedRequest) -> Leg:
    carrier: Any = request.headers
    leg: Leg = carrier.leg
    return leg
