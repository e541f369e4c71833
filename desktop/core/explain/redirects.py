"""What happened on the way from the first address to the one that answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.explain.entry import fill
from desktop.core.explain.visible import visible, visible_address

if TYPE_CHECKING:
    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Exchange

_ADDRESS_CAP: Final = 80
_NAMES_CAP: Final = 60


def redirect_sentences(exchange: Exchange, words: Words) -> tuple[str, ...]:
    """Where the request was sent on to, what changed, what stayed behind; empty without hops."""
    if len(exchange.hops) == 1:
        return ()
    keys = ["moved"]
    if exchange.hops[0].sent.method != exchange.sent.method:
        keys.append("method_changed")
    if _withheld(exchange):
        keys.append("withheld")
    facts = _facts(exchange)
    return tuple(fill(words.redirects[key], facts) for key in keys)


def _facts(exchange: Exchange) -> dict[str, str]:
    return {
        "address": visible_address(exchange.sent.url, _ADDRESS_CAP),
        "before": visible(exchange.hops[0].sent.method, _NAMES_CAP),
        "after": visible(exchange.sent.method, _NAMES_CAP),
        "names": visible(", ".join(_withheld(exchange)), _NAMES_CAP),
    }


def _withheld(exchange: Exchange) -> list[str]:
    return list(dict.fromkeys(name for hop in exchange.hops for name in hop.withheld))
