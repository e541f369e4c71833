"""What a header is for, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.model.explanation import HeaderLine

if TYPE_CHECKING:
    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Pairs


def describe_header(name: str, words: Words) -> str:
    """The sentence for a header, whatever its case; that of its family, or empty if unknown."""
    wanted = name.strip().lower()
    return words.headers.get(wanted) or _family_sentence(wanted, words)


def header_lines(headers: Pairs, words: Words) -> tuple[HeaderLine, ...]:
    """Each header with its sentence, in the order of the wire."""
    return tuple(HeaderLine(name, value, describe_header(name, words)) for name, value in headers)


def _family_sentence(name: str, words: Words) -> str:
    beginnings = [each for each in words.header_families if name.startswith(each)]
    return words.header_families[max(beginnings, key=len)] if beginnings else ""
