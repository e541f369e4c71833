"""What was wrong with an answer that came, added to the words of its status."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desktop.core.explain.entry import Entry, entry_of, filled
from desktop.core.explain.visible import visible, visible_address

if TYPE_CHECKING:
    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Problem, Response
    from desktop.core.model.reading import Reading

_FACT_CAP: Final = 60
_ADDRESS_CAP: Final = 120


def problem_entries(response: Response, reading: Reading | None, words: Words) -> list[Entry]:
    """The words for each problem of the answer, then for each note of its reading."""
    notes = words.problems["notes"]
    problems = [_entry(problem, words) for problem in response.problems]
    noted = [entry_of(notes[note]) for note in (reading.notes if reading else ()) if note in notes]
    return [entry for entry in problems if entry] + noted


def question_about(problem: Problem, words: Words) -> str:
    """What the person is asked before Bleat goes on; empty where there is nothing to ask."""
    entry = _entry(problem, words)
    return entry.question if entry else ""


def with_problem(entry: Entry, problem: Entry, *, leads: bool) -> Entry:
    """The entry with a problem's words; `leads` lets the problem say everything instead."""
    offers = entry.offers + problem.offers
    if leads:
        return replace(problem, reason=entry.reason, source=entry.source, offers=offers)
    return replace(
        entry,
        meaning=f"{entry.meaning} {problem.meaning}",
        why=entry.why + problem.why,
        tries=entry.tries + problem.tries,
        offers=offers,
    )


def _entry(problem: Problem, words: Words) -> Entry | None:
    table = words.problems["problems"].get(problem.code)
    facts = dict(problem.facts)
    return filled(entry_of(table, facts.get("reason", "")), _shown(facts)) if table else None


def _shown(facts: dict[str, str]) -> dict[str, str]:
    shown = {name: visible(value, _FACT_CAP) for name, value in facts.items()}
    return shown | {"target": visible_address(facts.get("target", ""), _ADDRESS_CAP)}
