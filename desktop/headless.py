"""Composition root of the commands that need no window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.errors import Cancelled, Failure, RequestFailure
from desktop.core.model.answer import Answer
from desktop.core.model.request import Request
from desktop.core.paths import user_paths
from desktop.core.tasks.answer_report import answer_as_json, answer_as_text
from desktop.core.tasks.named_request import named_request
from desktop.engine import Engine, new_token

if TYPE_CHECKING:
    from desktop.core.model.exchange import Problem
    from desktop.core.model.progress import Progress

ANSWERED, FAILED, CANNOT_BE_MADE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to print on stdout and on stderr, and the exit status."""

    text: str
    trouble: str
    status: int


def send_named(named: str, *, as_json: bool) -> Outcome:
    """Send what the command line names. What the window would ask is answered no."""
    engine = Engine(user_paths())
    request = Request(url=named)
    try:
        request = named_request(named)
        answer = engine.send(request, new_token(), _say_nothing, _answer_no)
    except Failure as failure:
        answer = Answer(request, engine.explain(failure), failure=failure)
    except KeyboardInterrupt:
        answer = Answer(request, engine.explain(Cancelled()), failure=Cancelled())
    finally:
        engine.close()
    return _outcome(answer, as_json=as_json)


def _outcome(answer: Answer, *, as_json: bool) -> Outcome:
    text = json.dumps(answer_as_json(answer), ensure_ascii=False, indent=2) if as_json else ""
    if answer.failure is None:
        return Outcome(text or answer_as_text(answer), "", ANSWERED)
    explanation = answer.explanation
    sentence = f"{explanation.headline} {explanation.meaning}".strip()
    unmade = isinstance(answer.failure, RequestFailure)
    return Outcome(text, sentence, CANNOT_BE_MADE if unmade else FAILED)


def _say_nothing(_progress: Progress) -> None:
    pass


def _answer_no(_problem: Problem) -> bool:
    return False
