"""Takes one request to one server and brings the beginning of its answer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import requests
from urllib3.exceptions import HTTPError

from desktop.core.errors import NoAnswer
from desktop.core.sending.failures import wire_failure
from desktop.core.sending.session import Session
from desktop.core.sending.tls import Contexts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3.response import BaseHTTPResponse

    from desktop.core.sending.leg import Leg


class Courier:
    """All connections of the program; for several threads at once."""

    def __init__(self) -> None:
        self.contexts = Contexts()
        self._session = Session()

    @contextmanager
    def visit(self, leg: Leg) -> Iterator[BaseHTTPResponse]:
        """The stream of an answer's body, its head being on the leg.

        Afterwards the connection is kept if the body was read to its end, else closed. Raises
        NetworkFailure, Cancelled, PrivateTarget.
        """
        try:
            raw = self._answer(leg)
            try:
                yield raw
            finally:
                raw.close()
                raw.release_conn()
        finally:
            leg.release()

    def close(self) -> None:
        """Closes the connections that are idle; those at work close when they are done."""
        self._session.close()

    def _answer(self, leg: Leg) -> BaseHTTPResponse:
        try:
            return self._go(leg)
        except NoAnswer:
            if leg.heard or not (leg.reused and leg.repeatable):
                raise
        # The server closed an idle connection just as the request left (RFC 9112 section 9.3.1).
        leg.fresh, leg.reused = True, False
        return self._go(leg)

    def _go(self, leg: Leg) -> BaseHTTPResponse:
        try:
            return self._session.go(leg)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise wire_failure(error, leg) from error
