"""Prints what was measured beside its bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Row:
    """One figure; `bar` is the most that it may be, None where nothing is asked."""

    what: str
    figure: float
    unit: str
    bar: float | None = None

    @property
    def passed(self) -> bool:
        return self.bar is None or self.figure <= self.bar


def print_table(title: str, rows: Sequence[Row]) -> bool:
    """Print the rows; True when none is past its bar."""
    print(f"\n{title}")
    for row in rows:
        bar = "" if row.bar is None else f"at most {row.bar:g}"
        verdict = "" if row.bar is None else "ok" if row.passed else "PAST ITS BAR"
        print(f"  {row.what:44}{row.figure:10.2f} {row.unit:8}{bar:16}{verdict}".rstrip())
    return all(row.passed for row in rows)
