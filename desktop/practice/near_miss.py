"""The path that somebody probably meant when theirs leads nowhere."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 200
"""Characters of a path that is looked at: comparing takes the square of its length."""
ALIKE: Final = 0.6


def nearest(path: str, rules: Iterable[str], examples: Iterable[str]) -> str | None:
    """The nearest known path: a rule with the person's own values, else an example; or None."""
    if len(path) > LONGEST:
        return None
    near = [
        (likeness, known)
        for given, wanted, known in _comparisons(path.lower(), rules, examples)
        if (likeness := difflib.SequenceMatcher(None, given, wanted).ratio()) >= ALIKE
    ]
    return max(near, key=lambda one: one[0])[1] if near else None


def _comparisons(
    path: str, rules: Iterable[str], examples: Iterable[str]
) -> Iterator[tuple[str, str, str]]:
    """What to compare with what, and the path that it would be."""
    given = path.strip("/").split("/")
    for rule in rules:
        wanted = rule.strip("/").split("/")
        if len(wanted) == len(given) and "<path:" not in rule:
            pairs = list(zip(given, wanted, strict=True))
            fixed = [pair for pair in pairs if not pair[1].startswith("<")]
            known = "/".join(own if name.startswith("<") else name for own, name in pairs)
            yield (
                "/".join(own for own, _ in fixed),
                "/".join(name for _, name in fixed),
                f"/{known}",
            )
    for example in examples:
        known = example.partition("?")[0]
        yield given[0], known.split("/")[1], known
