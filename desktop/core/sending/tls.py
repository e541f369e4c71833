"""TLS by the certificates that the system trusts."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import truststore

if TYPE_CHECKING:
    from collections.abc import Iterator


class Contexts:
    """TLS settings for connections, one for each handshake that goes on at the same time.

    truststore locks its context during a handshake: with a single one, a server that stalls
    would hold up every other send, out of Cancel's reach.
    """

    def __init__(self) -> None:
        self._idle: SimpleQueue[ssl.SSLContext] = SimpleQueue()

    @contextmanager
    def lent(self) -> Iterator[ssl.SSLContext]:
        """A context that nobody else uses meanwhile."""
        try:
            context = self._idle.get_nowait()
        except Empty:
            # Made bare, so that SSLKEYLOGFILE is not followed.
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            yield context
        finally:
            self._idle.put(context)
