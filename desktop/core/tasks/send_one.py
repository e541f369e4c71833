"""Sends one request, whole: fill in, prepare, send, read, explain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.errors import Failure
from desktop.core.explain.exchange import explain_exchange
from desktop.core.explain.failures import explain_failure
from desktop.core.model.answer import Answer
from desktop.core.reading.lines import text_lines
from desktop.core.reading.read import read
from desktop.core.sending.prepare import prepare
from desktop.core.variables import fill_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Exchange, Problem, Sent
    from desktop.core.model.progress import Progress
    from desktop.core.model.reading import Lines
    from desktop.core.model.request import Request
    from desktop.core.sending.cancel import CancelToken
    from desktop.core.sending.transport import Transport


@dataclass(frozen=True, slots=True)
class SendOne:
    """What a send needs besides the request.

    `values` looks a variable up, and may start the practice API to do so; it is called in the
    thread that sends.
    """

    transport: Transport
    words: Words
    values: Callable[[str], str | None]

    def __call__(
        self,
        request: Request,
        token: CancelToken,
        on_progress: Callable[[Progress], None],
        ask: Callable[[Problem], bool],
    ) -> Answer:
        """Send, and return an answer whatever happens; a failure is an answer too."""
        went_out: list[Sent] = []
        try:
            exchange = self.transport.send(
                prepare(fill_request(request, self.values)),
                token=token,
                on_progress=on_progress,
                ask=ask,
                on_sent=went_out.append,
            )
        except Failure as failure:
            return self._failed(request, failure, went_out)
        return self._answered(request, exchange)

    def _answered(self, request: Request, exchange: Exchange) -> Answer:
        sent = exchange.sent
        reading = read(exchange.response, _accepted(sent))
        explanation = explain_exchange(exchange, reading, self.words)
        body = _rows(sent)
        return Answer(request, explanation, exchange, reading, sent=sent, sent_body=body)

    def _failed(self, request: Request, failure: Failure, went_out: list[Sent]) -> Answer:
        explanation = explain_failure(failure, self.words)
        sent = went_out[-1] if went_out else None
        body = _rows(sent) if sent else None
        return Answer(request, explanation, sent=sent, sent_body=body, failure=failure)


def _rows(sent: Sent) -> Lines | None:
    return text_lines(sent.body, "utf-8") if sent.body else None


def _accepted(sent: Sent) -> str:
    values = (header.value for header in sent.headers if header.name.lower() == "accept")
    return next(values, "")
