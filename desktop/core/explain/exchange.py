"""Explains an answer that came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.explain.details import exchange_details
from desktop.core.explain.entry import Entry, filled
from desktop.core.explain.headers import header_lines
from desktop.core.explain.kinds import with_content, with_reply
from desktop.core.explain.offers import offers_of
from desktop.core.explain.problems import problem_entries, with_problem
from desktop.core.explain.redirects import redirect_sentences
from desktop.core.explain.statuses import (
    is_refusal,
    is_success,
    status_entry,
    status_text,
    status_tone,
)
from desktop.core.explain.visible import visible
from desktop.core.model.explanation import Explanation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Exchange
    from desktop.core.model.explanation import Tone
    from desktop.core.model.reading import Reading

_METHOD_CAP: Final = 20
_WORSE: Final[tuple[Tone, ...]] = ("success", "information", "warning", "failure")


def explain_exchange(exchange: Exchange, reading: Reading | None, words: Words) -> Explanation:
    """What the answer means; `reading` is None where nobody has looked at the body."""
    response = exchange.response
    status = filled(status_entry(response.status, words), _facts(exchange))
    problems = problem_entries(response, reading, words)
    entry = _with_problems(_with_body(status, exchange, reading, words), problems, response.status)
    return Explanation(
        tone=_tone(response.status, status, problems),
        status=status_text(response.status, response.reason, status),
        headline=entry.headline,
        meaning=entry.meaning,
        why=entry.why + redirect_sentences(exchange, words),
        tries=entry.tries,
        details=exchange_details(exchange, status, words),
        offers=offers_of(entry, words, body_sent=bool(exchange.sent.body)),
        headers=header_lines(response.headers, words),
    )


def _facts(exchange: Exchange) -> dict[str, str]:
    is_open = exchange.sent.url.lower().startswith("http:")
    return {
        "code": str(exchange.response.status),
        "method": visible(exchange.sent.method, _METHOD_CAP),
        "http": "http" if is_open else "",
    }


def _with_body(entry: Entry, exchange: Exchange, reading: Reading | None, words: Words) -> Entry:
    if reading is None:
        return entry
    if entry.content:
        return with_content(entry, exchange.sent, reading, words)
    return with_reply(entry, reading, words) if is_refusal(exchange.response.status) else entry


def _with_problems(entry: Entry, problems: Iterable[Entry], status: int) -> Entry:
    may_lead = is_success(status)
    for problem in problems:
        leads = may_lead and bool(problem.headline)
        may_lead = may_lead and not leads
        entry = with_problem(entry, problem, leads=leads)
    return entry


def _tone(code: int, status: Entry, problems: Iterable[Entry]) -> Tone:
    tones = [each.tone for each in problems if each.tone]
    return max([status_tone(code, status), *tones], key=_WORSE.index)
