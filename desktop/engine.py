"""Builds what a send needs, when the first send comes: the window is up long before."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop.core.product import own_command
from desktop.core.tasks.built_in_values import BuiltInValues
from desktop.core.tasks.practice_server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.errors import Failure
    from desktop.core.explain.words import Words
    from desktop.core.model.answer import Answer
    from desktop.core.model.exchange import Problem
    from desktop.core.model.explanation import Explanation
    from desktop.core.model.progress import Progress
    from desktop.core.model.request import Request
    from desktop.core.paths import Paths
    from desktop.core.sending.cancel import CancelToken
    from desktop.core.sending.transport import Transport
    from desktop.core.tasks.send_one import SendOne


def new_token() -> CancelToken:
    """What ends a send when the person asks for it."""
    from desktop.core.sending.cancel import CancelToken  # noqa: PLC0415

    return CancelToken()


class Engine:
    """Sends and explains; for any thread. Its imports take a tenth of a second, once."""

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.resources / "en"
        self._practice = PracticeServer(own_command("practice", "--until-stdin-closes"))
        self.values = BuiltInValues(self._practice)
        self._lock = threading.Lock()
        self._send_one: SendOne | None = None
        self._transport: Transport | None = None

    def warm(self) -> None:
        """Load all that a send needs."""
        self._ready().transport.warm()

    def send(
        self,
        request: Request,
        token: CancelToken,
        on_progress: Callable[[Progress], None],
        ask: Callable[[Problem], bool],
    ) -> Answer:
        """Send a request; whatever happens is an answer."""
        return self._ready()(request, token, on_progress, ask)

    def explain(self, failure: Failure) -> Explanation:
        """A failure in words."""
        from desktop.core.explain.failures import explain_failure  # noqa: PLC0415

        return explain_failure(failure, self._words())

    def explain_keychain(self, code: str) -> str:
        """Where a secret is kept, in words."""
        from desktop.core.explain.keychain import keychain_sentence  # noqa: PLC0415

        return keychain_sentence(code, self._words())

    def close(self) -> None:
        """End the practice API and the connections that are kept open."""
        self._practice.stop()
        if self._transport is not None:
            self._transport.close()

    def _ready(self) -> SendOne:
        from desktop.core.sending.transport import Transport  # noqa: PLC0415
        from desktop.core.tasks.send_one import SendOne  # noqa: PLC0415

        with self._lock:
            if self._send_one is None:
                self._transport = Transport()
                self._send_one = SendOne(self._transport, self._words(), self.values)
            return self._send_one

    def _words(self) -> Words:
        from desktop.core.explain.words import Words  # noqa: PLC0415

        return Words(self._folder)
