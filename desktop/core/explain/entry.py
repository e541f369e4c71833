"""One thing explained: a status, a failure, a problem, a kind of content."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.core.explain.words import Table
    from desktop.core.model.explanation import Tone

_PLACE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the words say of one thing; `offers` are actions, `labels` their own button texts.

    `content` is true where the headline goes on with what the body is; `question` is asked
    before something is done.
    """

    status: str = ""
    reason: str = ""
    headline: str = ""
    meaning: str = ""
    why: tuple[str, ...] = ()
    tries: tuple[str, ...] = ()
    source: str = ""
    tone: Tone | None = None
    offers: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    content: bool = False
    question: str = ""


def entry_of(table: Table, variant: str = "") -> Entry:
    """An entry from its TOML table, where tries are called `try` and variants stand in `when`."""
    table = table | table.get("when", {}).get(variant, {})
    return Entry(
        status=table.get("status", ""),
        reason=table.get("reason", ""),
        headline=table.get("headline", ""),
        meaning=table.get("meaning", ""),
        why=tuple(table.get("why", ())),
        tries=tuple(table.get("try", ())),
        source=table.get("source", ""),
        tone=table.get("tone"),
        offers=tuple(table.get("offers", ())),
        labels=table.get("labels", {}),
        content=table.get("content", False),
        question=table.get("question", ""),
    )


def filled(entry: Entry, facts: Mapping[str, str]) -> Entry:
    """The entry with its places filled; sentences of the lists that lack a fact are left out."""
    return replace(
        entry,
        headline=fill(entry.headline, facts),
        meaning=fill(entry.meaning, facts),
        why=_all_filled(entry.why, facts),
        tries=_all_filled(entry.tries, facts),
        source=fill(entry.source, facts),
        question=fill(entry.question, facts),
    )


def fill(text: str, facts: Mapping[str, str]) -> str:
    """`{host}` becomes the fact of that name; without it the text is empty, never half."""
    if not all(facts.get(name) for name in _PLACE.findall(text)):
        return ""
    return _PLACE.sub(lambda place: facts[place[1]], text)


def _all_filled(texts: tuple[str, ...], facts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text for text in (fill(each, facts) for each in texts) if text)
