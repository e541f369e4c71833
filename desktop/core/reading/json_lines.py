"""JSON set out in rows with indentation; not a letter of it is changed but its white space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.core.limits import PRETTY_CAP, TIDY_CAP
from desktop.core.reading.charset import transcoded
from desktop.core.reading.json_grammar import outline_of_sound
from desktop.core.reading.json_outline import (
    GOES_ON,
    IN_STRING,
    REST_OF_STRING,
    Outline,
    long_lines,
    pieces,
)
from desktop.core.reading.json_structure import outline_of_any
from desktop.core.reading.line_starts import BY_HAND

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content
    from desktop.core.model.reading import Syntax

_SPACE: Final = b" \t\r\n"
_PLAIN: Final = re.compile(
    rb'(?:"(?:[^"\\]++|\\.)*+":[ ])?+[^ \t\r\n"]*+(?:"(?:[^"\\]++|\\.)*+"?+)?+[^ \t\r\n":]*+',
    re.DOTALL,
)
"""A row that is spaced well already."""
_SPACED: Final = re.compile(
    rb'("(?:[^"\\]++|\\.)*+"?+)|[ \t\r\n]*+(:)[ \t\r\n]*+|[ \t\r\n]++([,\]}]?+)', re.DOTALL
)
_LETTER: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)"
)
_FIRST_READABLE: Final = 0xA1
_SURROGATES: Final = range(0xD800, 0xE000)


class JsonLines:
    r"""Lines (model.Lines) of tidied JSON over the bytes as received.

    `readable` shows the letter in place of its number (`\\u00e9`).
    """

    def __init__(self, content: Content, codec: str, outline: Outline, *, readable: bool) -> None:
        self._content = content
        self._codec = codec
        self._outline = _with_long_lines_cut(content, outline)
        self._readable = readable

    @property
    def syntax(self) -> Syntax:
        """The language that the rows are written in."""
        return "json"

    @property
    def sound(self) -> bool:
        """False where the text breaks JSON's rules."""
        return self._outline.sound

    @property
    def fits(self) -> bool:
        """False where tidying would make far too much of it, as of brackets without end."""
        return self._outline.indentation <= TIDY_CAP

    def __len__(self) -> int:
        return len(self._outline.marks)

    def __getitem__(self, index: int) -> str:
        if not 0 <= index < len(self):
            raise IndexError(index)
        starts, marks = self._outline.starts, self._outline.marks
        last = index + 1 == len(marks)
        stop = len(self._content) if last else int(starts[index + 1])
        raw = self._content[int(starts[index]) : stop]
        cut_in_string = not last and marks[index + 1] == IN_STRING
        row = _tidied(raw, marks[index], cut_in_string=cut_in_string).decode(self._codec, "replace")
        return _LETTER.sub(_letter, row) if self._readable else row

    def continues(self, index: int) -> bool:
        """True where a row goes on with the line of the row before it."""
        return self._outline.marks[index] >= GOES_ON

    def text(self) -> str:
        """The whole tidied text."""
        return "".join(
            self[index] if index == 0 or self.continues(index) else f"\n{self[index]}"
            for index in range(len(self))
        )


def sound_json_lines(content: Content, charset: str, first: int = 0) -> JsonLines | None:
    """The rows of JSON that keeps the rules; None for all else. Never raises, however deep."""
    content, codec, first = transcoded(content, charset, first)
    if len(content) - first <= BY_HAND:
        outline = outline_of_sound(content, first)
    else:
        outline = outline_of_any(content, first)
    if outline is None or not outline.sound:
        return None
    return JsonLines(content, codec, outline, readable=False)


def json_lines(
    content: Content, charset: str, first: int = 0, *, readable: bool = False
) -> JsonLines:
    """The rows of anything that looks like JSON, also where it breaks the rules."""
    content, codec, first = transcoded(content, charset, first)
    return JsonLines(content, codec, outline_of_any(content, first), readable=readable)


def may_be_tidied(content: Content) -> bool:
    """False for what is too long to be set out in rows."""
    return len(content) <= PRETTY_CAP


def _with_long_lines_cut(content: Content, outline: Outline) -> Outline:
    long = long_lines(outline.starts, len(content))
    if not long:
        return outline
    old = [*outline.starts, len(content)]
    starts, marks = [], bytearray()
    done = 0
    for index in long:
        starts += old[done : index + 1]
        marks += outline.marks[done : index + 1]
        for place, mark in pieces(content, int(old[index]), int(old[index + 1])):
            starts.append(place)
            marks.append(mark)
        done = index + 1
    return Outline(starts + old[done:-1], bytes(marks + outline.marks[done:]), outline.sound)


def _tidied(raw: bytes, mark: int, *, cut_in_string: bool) -> bytes:
    head = b""
    if mark == IN_STRING:
        found = REST_OF_STRING.match(raw)
        head, raw = (raw[: found.end()], raw[found.end() :]) if found else (b"", raw)
    elif mark < GOES_ON:
        head, raw = b"  " * mark, raw.lstrip(_SPACE)
    if not cut_in_string:
        raw = raw.rstrip(_SPACE)
    return head + (raw if _PLAIN.fullmatch(raw) else _SPACED.sub(_spacing, raw))


def _spacing(found: re.Match[bytes]) -> bytes:
    if found[1] is not None:
        return found[1]
    return b": " if found[2] else found[3] or b" "


def _letter(found: re.Match[str]) -> str:
    escape = found[0]
    codes = [int(part, 16) for part in escape.split("\\u")[1:] if part]
    if len(codes) == 2:  # a pair stands for one letter beyond 16 bits
        return bytes.fromhex(escape.replace("\\u", "")).decode("utf-16-be")
    readable = codes and codes[0] >= _FIRST_READABLE and codes[0] not in _SURROGATES
    return chr(codes[0]) if readable else escape
