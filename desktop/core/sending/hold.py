"""A second handle on a socket, with which another thread can end whatever waits for it."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.sending.cancel import CancelToken


class Hold:
    """A duplicate of a socket, in the hands of a token.

    It must be released when the send ends, or the server never sees the end of the connection.
    """

    def __init__(self, sock: socket.socket, token: CancelToken) -> None:
        self._token = token
        # Not sock.dup(): a TLS socket refuses it.
        twin = socket.dup(sock.fileno())
        self._twin = socket.socket(sock.family, sock.type, sock.proto, fileno=twin)
        token.hold(self._shut)

    def release(self) -> None:
        """Lets go of the socket."""
        self._token.hold(None)
        self._twin.close()

    def _shut(self) -> None:
        with suppress(OSError):  # the other side may have been faster
            self._twin.shutdown(socket.SHUT_RDWR)
