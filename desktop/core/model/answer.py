"""The whole outcome of one send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.errors import Failure
    from desktop.core.model.exchange import Exchange, Sent
    from desktop.core.model.explanation import Explanation
    from desktop.core.model.reading import Lines, Reading
    from desktop.core.model.request import Request


@dataclass(frozen=True, slots=True)
class Answer:
    """An exchange with its reading, or a failure; always an explanation.

    `sent` is what went out, also where no answer came (None when nothing was sent), and
    `sent_body` its body as readable rows (None where it is empty).
    """

    request: Request
    explanation: Explanation
    exchange: Exchange | None = None
    reading: Reading | None = None
    sent: Sent | None = None
    sent_body: Lines | None = None
    failure: Failure | None = None
