"""Where the rows of tidied JSON begin in the bytes as received, and how far in they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from desktop.core.limits import INDENT_CAP, LINE_CAP
from desktop.core.reading.line_starts import character_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.core.model.exchange import Content

GOES_ON: Final = 254
"""The mark of a row that goes on with the line before it, between two words of JSON."""
IN_STRING: Final = 255
"""The mark of a row that begins inside a string."""
ROOM: Final = LINE_CAP - 2 * INDENT_CAP
"""Bytes of one row; its indentation needs place too."""
REST_OF_STRING: Final = re.compile(rb'(?:[^"\\]++|\\.)*+("?+)', re.DOTALL)
_WHOLE: Final = re.compile(rb'(?:[^"]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_BLANK: Final = re.compile(rb"[ \t\r\n]*+")
_BACKSLASH: Final = 92


@dataclass(frozen=True, slots=True)
class Outline:
    """`starts` are places of bytes; `marks` are depths (INDENT_CAP at most) or one of the marks."""

    starts: Sequence[int]
    marks: bytes
    sound: bool
    """False where the text breaks JSON's rules."""

    @property
    def indentation(self) -> int:
        """Spaces that tidying adds, in all."""
        return 2 * sum(depth * self.marks.count(depth) for depth in range(1, INDENT_CAP + 1))


def after_space(content: Content, place: int) -> int:
    """The first place from here on that is no white space of JSON."""
    blank = _BLANK.match(content, place)
    return blank.end() if blank else place


def long_lines(starts: Sequence[int], end: int) -> list[int]:
    """The indexes of lines that need more than one row."""
    if not isinstance(starts, list):
        return _long_lines_of_array(starts, end)
    lines = enumerate(zip(starts, [*starts[1:], end], strict=True))
    return [index for index, (start, stop) in lines if stop - start > ROOM]


def _long_lines_of_array(starts: Any, end: int) -> list[int]:
    import numpy as np  # noqa: PLC0415

    lengths = np.append(starts[1:], starts.dtype.type(end)) - starts
    return list(np.flatnonzero(lengths > ROOM).tolist())


def pieces(content: Content, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Place and mark of each row that goes on with the line of JSON between two places.

    It goes from cut to cut, so that a string of many megabytes is no long step.
    """
    inside = False
    while end - start > ROOM:
        string = _open_string(content, start, start + ROOM, inside=inside)
        inside = string is not None
        cut = character_start(content, start + ROOM)
        start = cut if string is None else _border(content, string, cut)
        yield start, IN_STRING if inside else GOES_ON


def _open_string(content: Content, start: int, cut: int, *, inside: bool) -> int | None:
    """Where the string (or this part of it) begins that a cut falls into; None for no string."""
    place = start
    if inside:
        rest = REST_OF_STRING.match(content, start, cut)
        if rest is None or not rest[1]:
            return start
        place = rest.end()
    whole = _WHOLE.match(content, place, cut)
    place = whole.end() if whole else place
    return place + 1 if place < cut else None


def _border(content: Content, first: int, place: int) -> int:
    """The place, or the one before it where it would part a backslash from what it escapes."""
    run = place
    while run > first and content[run - 1] == _BACKSLASH:
        run -= 1
    return place - (place - run) % 2
