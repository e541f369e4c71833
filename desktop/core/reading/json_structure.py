"""Finds the rows of large JSON with numpy, which lets other threads work meanwhile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from desktop.core.limits import INDENT_CAP
from desktop.core.reading.json_outline import Outline, after_space

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content

CHUNK: Final = 1 << 20
_BACKSLASHES: Final = re.compile(rb"\\*+")
_QUOTE, _BACKSLASH, _COMMA, _OPEN, _CLOSE = 34, 92, 44, 123, 125
_CASE: Final = 32
"""The bit between `[` and `{`, and between `]` and `}`."""
Array = Any
"""A numpy array; the module is imported when it is first needed."""


class _Marks:
    """The brackets and commas outside strings: `places`, their `signs`, the `depths` after them."""

    def __init__(self, content: Content, first: int) -> None:
        import numpy as np  # noqa: PLC0415

        data = np.frombuffer(content, np.uint8)
        self.kind = np.uint32 if len(data) < 1 << 32 else np.uint64
        self.quotes = self.last_quote = 0
        parts, begin = [np.empty(0, self.kind)], first
        while begin < len(data):
            end = self._chunk_end(content, begin)
            parts.append(self._found(data[begin:end], begin))
            begin = end
        self.places = np.concatenate(parts)
        self.signs = data[self.places]
        shape = self.signs | _CASE
        self.opens, self.closes = shape == _OPEN, shape == _CLOSE
        self.commas = self.signs == _COMMA
        steps = self.opens.view(np.int8) - self.closes.view(np.int8)
        self.depths = _sums(steps)

    @staticmethod
    def _chunk_end(content: Content, first: int) -> int:
        """A place that no escape spans."""
        found = _BACKSLASHES.match(content, min(first + CHUNK, len(content)))
        end = found.end() if found else len(content)
        return min(end + 1, len(content)) if content[end - 1] == _BACKSLASH else end

    def _found(self, data: Array, first: int) -> Array:
        import numpy as np  # noqa: PLC0415

        real = _real_quotes(data)
        quotes = np.zeros(len(data), np.uint8)
        quotes[real] = 1
        inside = np.bitwise_xor.accumulate(quotes)
        inside ^= self.quotes % 2
        if len(real):
            self.quotes += len(real)
            self.last_quote = first + int(real[-1])
        shape = data | _CASE
        wanted = (shape == _OPEN) | (shape == _CLOSE) | (data == _COMMA)
        return (np.flatnonzero(wanted & (inside == 0)) + first).astype(self.kind)


def outline_of_any(content: Content, first: int) -> Outline:
    """The outline of JSON, also where it breaks the rules; then it is not `sound`.

    Brackets, commas and quotes are checked, numbers and words are not.
    """
    import numpy as np  # noqa: PLC0415

    marks = _Marks(content, first)
    nothing = _nothing_before_next(content, marks)
    empty = nothing & marks.opens & _shifted(marks.closes, -1)
    trailing = nothing & marks.commas & _shifted(marks.closes, -1)
    after = (marks.opens | marks.commas) & ~empty & ~trailing
    breaks = after | (marks.closes & ~_shifted(empty))
    again = marks.opens & _shifted(marks.closes)
    begin = np.array([after_space(content, first)], marks.kind)
    places = np.concatenate((begin, marks.places[breaks] + after[breaks], marks.places[again]))
    depths = np.concatenate(
        (np.zeros(1, np.int32), marks.depths[breaks], marks.depths[again] - 1), dtype=np.int32
    )
    if again.any():
        order = np.argsort(places, kind="stable")
        places, depths = places[order], depths[order]
    once = np.append(places[1:] > places[:-1], True)
    np.clip(depths, 0, INDENT_CAP, out=depths)
    return Outline(
        places[once],
        depths[once].astype(np.uint8).tobytes(),
        sound=_is_sound(content, first, marks) and not (nothing & ~empty).any(),
    )


def _sums(steps: Array) -> Array:
    """The sum of all steps up to each one. In slices: numpy lets no other thread in meanwhile."""
    import numpy as np  # noqa: PLC0415

    sums, total = np.empty(len(steps), np.int32), 0
    for start in range(0, len(steps), CHUNK // 4):
        part = np.cumsum(steps[start : start + CHUNK // 4], dtype=np.int32)
        part += total
        total = int(part[-1])
        sums[start : start + len(part)] = part
    return sums


def _real_quotes(data: Array) -> Array:
    """The places of quotation marks that no backslash makes part of a string."""
    import numpy as np  # noqa: PLC0415

    quotes = np.flatnonzero(data == _QUOTE)
    slashes = np.flatnonzero(data == _BACKSLASH)
    if not len(slashes):
        return quotes
    begins = np.flatnonzero(np.diff(slashes, prepend=-2) != 1)
    ends = np.append(begins[1:], len(slashes))
    odd = (ends - begins) % 2 == 1
    escaped = np.zeros(len(data) + 1, np.bool_)
    escaped[slashes[ends[odd] - 1] + 1] = True
    return quotes[~escaped[quotes]]


def _nothing_before_next(content: Content, marks: _Marks) -> Array:
    """True at each opening bracket or comma right before a comma or a closing bracket."""
    import numpy as np  # noqa: PLC0415

    found = (marks.opens | marks.commas) & _shifted(marks.closes | marks.commas, -1)
    at = np.flatnonzero(found)
    here, there = marks.places[at] + 1, marks.places[at + 1]
    nothing = here == there
    blank = np.isin(np.frombuffer(content, np.uint8)[here], (9, 10, 13, 32))
    for one in np.flatnonzero(blank & ~nothing).tolist():
        nothing[one] = after_space(content, int(here[one])) == there[one]
    found[at] = nothing
    return found


def _shifted(flags: Array, by: int = 1) -> Array:
    """The flags, each one place later (or earlier); the one that comes in is False."""
    import numpy as np  # noqa: PLC0415

    moved = np.roll(flags, by)
    if len(moved):
        moved[0 if by > 0 else -1] = False
    return moved


def _is_sound(content: Content, first: int, marks: _Marks) -> bool:
    """True when there is one value, and all that is opened is closed."""
    begin = after_space(content, first)
    if not len(marks.places):
        return _is_one_string(content, begin, marks)
    whole = marks.depths[-1] == 0 and (marks.depths[:-1] > 0).all()
    doubled = (marks.opens & _shifted(marks.closes)).any()
    begins = begin == marks.places[0]
    ends = after_space(content, int(marks.places[-1]) + 1) == len(content)
    closed = marks.quotes % 2 == 0
    return bool(whole and begins and ends and closed and not doubled) and _pairs_match(marks)


def _is_one_string(content: Content, begin: int, marks: _Marks) -> bool:
    ends = after_space(content, marks.last_quote + 1) == len(content)
    return marks.quotes == len(b'""') and content[begin] == _QUOTE and ends


def _pairs_match(marks: _Marks) -> bool:
    """True when each bracket closes the kind that was opened: of one depth, they take turns."""
    import numpy as np  # noqa: PLC0415

    brackets = np.flatnonzero(~marks.commas)
    levels = marks.depths[brackets] + marks.closes[brackets]
    ordered = brackets[np.argsort(levels, kind="stable")]
    signs = marks.signs[ordered]
    return bool((signs[1::2] - signs[0::2] == 2).all())  # `]` is `[` + 2
