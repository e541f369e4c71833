"""Explains why no answer came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.explain.details import failure_details
from desktop.core.explain.entry import entry_of, filled
from desktop.core.explain.offers import offers_of
from desktop.core.explain.visible import visible
from desktop.core.model.explanation import Explanation

if TYPE_CHECKING:
    from desktop.core.errors import Failure
    from desktop.core.explain.words import Table, Words

_FACT_CAP: Final = 60
_PATH_CAP: Final = 300
_VARIANTS: Final = ("reason", "phase", "looks_like")
"""The facts that choose between the variants of a failure's words."""
_NEARLY_ONE: Final = 0.95
_EXACT_BELOW: Final = 10


def explain_failure(failure: Failure, words: Words) -> Explanation:
    """What stopped the request; a failure without words of its own gets the general ones."""
    facts = _facts(failure, words)
    variant = _variant(failure)
    table: Table = words.failures.get(failure.code) or words.failures["failure"]
    entry = filled(entry_of(table, variant), facts)
    general = entry_of(words.failures["failure"])
    return Explanation(
        tone=entry.tone or "failure",
        status=entry.status or general.status,
        headline=entry.headline or general.headline,
        meaning=entry.meaning or general.meaning,
        why=entry.why,
        tries=entry.tries,
        details=failure_details(failure.code, variant, entry, words),
        offers=offers_of(entry, words),
    )


def _variant(failure: Failure) -> str:
    """The name of the variant; `empty` where the text that is complained about is not there."""
    facts = failure.facts()
    if failure.code in {"bad_method", "bad_header"} and not _subject(facts):
        return "empty"
    return next((str(facts[name]) for name in _VARIANTS if name in facts), "")


def _subject(facts: dict[str, str | int | float]) -> str:
    return str(facts.get("name", facts.get("method", ""))).strip()


def _facts(failure: Failure, words: Words) -> dict[str, str]:
    facts = {
        name: visible(str(value), _PATH_CAP if name == "path" else _FACT_CAP)
        for name, value in failure.facts().items()
    }
    if "name" in facts:
        facts["variable"] = "{{" + facts["name"] + "}}"
    seconds = failure.facts().get("seconds")
    if isinstance(seconds, int | float):
        facts["seconds"] = _span(float(seconds), words)
    return facts


def _span(seconds: float, words: Words) -> str:
    number = f"{round(seconds, 1) if seconds < _EXACT_BELOW else round(seconds):g}"
    if seconds < _NEARLY_ONE:
        return str(words.labels["seconds"]["few"])
    form = "one" if number == "1" else "many"
    return str(words.labels["seconds"][form]).replace("{number}", number)
