"""Ends a send from another thread, whatever it is waiting for."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from desktop.core.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable


class CancelToken:
    """One send's way out, safe to use from any thread.

    While a send waits, the token holds what wakes it: the end of a name look-up or of a socket.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._wake: Callable[[], None] | None = None
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """True once somebody cancelled."""
        return self._cancelled

    def cancel(self) -> None:
        """Ends the send; returns at once, and does nothing the second time."""
        with self._lock:
            self._cancelled = True
            if self._wake:
                self._wake()

    def hold(self, wake: Callable[[], None] | None) -> None:
        """Sets what wakes the sending thread; None lets go of it.

        `wake` is called under a lock, so that what it touches is never gone. It must not block.
        """
        with self._lock:
            self._wake = wake
            if wake and self._cancelled:
                wake()

    def check(self) -> None:
        """Raises Cancelled where somebody cancelled."""
        if self._cancelled:
            raise Cancelled
