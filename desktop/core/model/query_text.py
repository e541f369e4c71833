"""The text of a URL around its query, and of the parameters in it, exactly as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.core.model.percent import decoded, without_stray_braces

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS: Final = re.compile(r"\{\{[^{}]*\}\}|[?#&=/]")


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one parameter: name, `=` or nothing, value."""

    name: str
    equals: str
    value: str

    def __str__(self) -> str:
        return self.name + self.equals + self.value

    @property
    def meaning(self) -> tuple[str, str]:
        """Name and value as a person reads them."""
        return decoded(self.name), decoded(self.value)

    def without_stray_braces(self) -> Piece:
        """The same parameter, with no brace that could meet another one outside of it."""
        return Piece(without_stray_braces(self.name), self.equals, without_stray_braces(self.value))


@dataclass(frozen=True, slots=True)
class UrlText:
    """A URL cut at its query. `gaps` are the runs of `&` before, between and after `pieces`.

    `before` ends where the `?` stands, `after` begins with the `#`.
    """

    before: str
    pieces: tuple[Piece, ...]
    gaps: tuple[str, ...]
    after: str

    def with_query(self, pieces: tuple[Piece, ...], gaps: list[str]) -> str:
        """The URL with another query; with none at all where there are no pieces."""
        if not pieces:
            return self.before + self.after
        texts = [*map(str, pieces), ""]
        query = "".join(gap + text for gap, text in zip(gaps, texts, strict=True))
        return f"{self.before}?{query}{self.after}"


def taken_apart(url: str) -> UrlText:
    """A URL cut at its query; marks inside of `{{...}}` do not count."""
    rest, after = cut(url, "#")
    before, query = cut(rest, "?")
    pieces: list[Piece] = []
    gaps = [""]
    for text in _split(query[1:]):
        if text:
            pieces.append(piece_of(text))
            gaps.append("")
        gaps[-1] += "&"
    gaps[-1] = gaps[-1][:-1]
    return UrlText(before, tuple(pieces), tuple(gaps), after)


def piece_of(text: str) -> Piece:
    """The text of one parameter, cut at its first `=`."""
    name, rest = cut(text, "=")
    return Piece(name, rest[:1], rest[1:])


def cut(text: str, mark: str) -> tuple[str, str]:
    """The text up to the first `?`, `#`, `&`, `=` or `/` outside of `{{...}}`, and from there."""
    at = text.find(mark) if "{{" not in text else next(_marks(text, mark), -1)
    return (text, "") if at < 0 else (text[:at], text[at:])


def _marks(text: str, mark: str) -> Iterator[int]:
    return (found.start() for found in _MARKS.finditer(text) if found[0] == mark)


def _split(query: str) -> list[str]:
    if "{{" not in query:
        return query.split("&")
    ends = [*_marks(query, "&"), len(query)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [query[start:end] for start, end in zip(starts, ends, strict=True)]
