"""The words of one row, each with the name of its colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from desktop.core.model.reading import Syntax

Role = Literal["key", "string", "number", "word", "punctuation", "soft", "text"]


class Token(NamedTuple):
    """Characters `start` to `end` of a row, and what they are (a colour of LineColours)."""

    start: int
    end: int
    role: Role


_JSON: Final = re.compile(
    r'(?P<key>"(?:[^"\\]++|\\.)*+"(?=\s*:))|(?P<string>"(?:[^"\\]++|\\.)*+(?:"|$))'
    r"|(?P<number>-?\d[\d.eE+-]*)|(?P<word>true|false|null)|(?P<punctuation>[\[\]{},:]+)"
)
_REST_OF_STRING: Final = re.compile(r'(?:[^"\\]++|\\.)*+(?:"|$)')
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|$)')
_WHOLE: Final = re.compile(r'(?:[^"]++|"(?:[^"\\]++|\\.)*+")*+')
"""Strings from end to end, and what stands between them."""
BEFORE: Final = 32
"""Characters before the first one that is wanted: a number may have begun there."""
ENOUGH: Final = 400
"""Characters that tell whether a row begins in a string."""
_NOT_JSON: Final = re.compile(r"[^\s\[\]{},:\d.eE+\-truefalsn]")
_XML: Final = re.compile(
    r"(?P<soft><!--.*?(?:-->|$)|<[!?][^>]*>?)"
    r"|(?P<key></?[A-Za-z_][\w:.-]*)|(?P<word>[A-Za-z_][\w:.-]*(?=\s*=\s*[\"']))"
    r"|(?P<string>\"[^\"<]*(?:\"|$)|'[^'<]*(?:'|$))|(?P<punctuation>/?>|=)"
)
_ENTITY: Final = re.compile(r"&#?\w+;")


def tokens(row: str, syntax: Syntax, begin: int, first: int, last: int) -> list[Token]:
    """What is to be coloured between two places of a row.

    `begin` is where the string ends that a row of JSON begins in (0: in none).
    """
    if syntax == "json":
        return _json(row, begin, first, last)
    return _xml(row, first, last) if syntax == "xml" else []


def string_end(row: str) -> int:
    """Where the string ends that a row of JSON begins in; 0 where it begins in none.

    A row does not say. But read the wrong way round, words stand outside of strings.
    """
    rest = _REST_OF_STRING.match(row)
    end = rest.end() if rest else 0
    return end if _strange(row[end : end + ENOUGH]) < _strange(row[:ENOUGH]) else 0


def _json(row: str, begin: int, first: int, last: int) -> list[Token]:
    found = [Token(0, begin, "string")] if begin > first else []
    whole = _WHOLE.match(row, begin, max(begin, first - BEFORE))
    # A little more than is wanted, so that what a key is can be seen by its colon.
    matches = _JSON.finditer(row, whole.end() if whole else begin, last + BEFORE)
    return found + [_token(match) for match in matches]


def _token(match: re.Match[str]) -> Token:
    role: Role = match.lastgroup  # type: ignore[assignment]  # the groups are named like that
    return Token(*match.span(), role)


def _strange(row: str) -> int:
    return len(_NOT_JSON.findall(_STRING.sub("", row)))


def _xml(row: str, first: int, last: int) -> list[Token]:
    place = max(row.rfind("<", 0, first), 0)
    found = []
    if not place and (end := _end_of_tag(row)):
        found += [_token(match) for match in _XML.finditer(row, 0, end)]
        place = end
    while place < last:
        start = row.find("<", place)
        text_end = len(row) if start < 0 else start
        found += [
            Token(*match.span(), "number") for match in _ENTITY.finditer(row, place, text_end)
        ]
        if start < 0:
            break
        place = _tag_end(row, start)
        found += [_token(match) for match in _XML.finditer(row, start, place)]
    return found


def _end_of_tag(row: str) -> int:
    """The end of a tag that began in a row before; 0 where there is none."""
    close, begin = row.find(">"), row.find("<")
    continued = close >= 0 and (begin < 0 or close < begin)
    return close + 1 if continued else 0


def _tag_end(row: str, start: int) -> int:
    end = row.find("-->", start) + 3 if row.startswith("<!--", start) else row.find(">", start) + 1
    return end if end > start + 1 else len(row)
