"""The buttons under an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.model.explanation import Offer

if TYPE_CHECKING:
    from desktop.core.explain.entry import Entry
    from desktop.core.explain.words import Words


def offers_of(entry: Entry, words: Words, *, body_sent: bool = True) -> tuple[Offer, ...]:
    """What an entry offers, once each; editing the body only where there was one."""
    return tuple(
        Offer(action, entry.labels.get(action) or words.labels["offers"][action])
        for action in dict.fromkeys(entry.offers)
        if body_sent or action != "edit_body"
    )
