"""Sends requests. The only door from the program to the network."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from desktop.core.sending.bounds import Bounds
from desktop.core.sending.prepare import own_version

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.exchange import Exchange, Problem, Sent
    from desktop.core.model.progress import Progress
    from desktop.core.sending.cancel import CancelToken
    from desktop.core.sending.courier import Courier
    from desktop.core.sending.prepare import Prepared


def _ignore(_sent: Sent) -> None:
    """Nobody wants to know."""


class Transport:
    """One for the program; sends in several threads at once, and keeps connections open.

    `is_private` says which numeric addresses the internet cannot reach; a test may know better.
    """

    def __init__(
        self, bounds: Bounds | None = None, is_private: Callable[[str], bool] | None = None
    ) -> None:
        self._bounds = bounds or Bounds()
        self._is_private = is_private
        self._lock = Lock()
        self._courier: Courier | None = None

    def warm(self) -> None:
        """Loads what sending needs (about 0.2 s), so that the first send need not wait for it."""
        own_version()
        self._ready()

    def send(
        self,
        prepared: Prepared,
        *,
        token: CancelToken,
        on_progress: Callable[[Progress], None],
        ask: Callable[[Problem], bool],
        on_sent: Callable[[Sent], None] = _ignore,
        follow_redirects: bool = True,
    ) -> Exchange:
        """Sends a request and waits for the answer; nothing but a Failure is raised.

        `on_sent` hears of each request when its first byte is about to leave: the last one that
        it heard of is what went out when the send fails. `ask` is asked before a redirect that
        may do harm; its time does not count. A send that is cancelled, or runs out of time, while
        a body arrives gives what has come, with the problem `cut_short`.
        """
        from desktop.core.sending.journey import Caller, Journey  # noqa: PLC0415 - after the start
        from desktop.core.sending.leg import is_private  # noqa: PLC0415 - after the start

        token.check()
        caller = Caller(token, on_progress, ask, on_sent, follow_redirects)
        journey = Journey(self._ready(), caller, self._bounds, self._is_private or is_private)
        return journey.make(prepared)

    def close(self) -> None:
        """Closes the connections that are idle. Sends that go on are cancelled by their tokens."""
        with self._lock:
            courier, self._courier = self._courier, None
        if courier:
            courier.close()

    def _ready(self) -> Courier:
        from desktop.core.sending.courier import Courier  # noqa: PLC0415 - costs 0.2 s

        with self._lock:
            if self._courier is None:
                self._courier = Courier()
            return self._courier
