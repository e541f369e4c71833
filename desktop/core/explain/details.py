"""The technical truth behind an explanation, for those who want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.explain.entry import fill
from desktop.core.explain.visible import visible, visible_address

if TYPE_CHECKING:
    from desktop.core.explain.entry import Entry
    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Exchange

_ADDRESS_CAP: Final = 300
_WORD_CAP: Final = 40


def exchange_details(exchange: Exchange, entry: Entry, words: Words) -> str:
    """What was asked where, what the code is called, and who defined it; one fact a line."""
    first, response = exchange.hops[0].sent, exchange.response
    moved = len(exchange.hops) > 1
    facts = {
        "method": visible(first.method, _WORD_CAP),
        "address": visible_address(first.url, _ADDRESS_CAP),
        "final": visible_address(exchange.sent.url, _ADDRESS_CAP) if moved else "",
        "version": visible(response.version, _WORD_CAP),
        "code": str(response.status),
        "reason": entry.reason,
        "source": entry.source,
    }
    return _lines(words.labels["details"]["exchange"], facts)


def failure_details(code: str, variant: str, entry: Entry, words: Words) -> str:
    """The name under which Bleat knows a failure, of which kind it is, and what it rests on."""
    facts = {"code": code, "variant": visible(variant, _WORD_CAP), "source": entry.source}
    return _lines(words.labels["details"]["failure"], facts)


def _lines(templates: list[str], facts: dict[str, str]) -> str:
    return "\n".join(line for line in (fill(each, facts) for each in templates) if line)
