"""Where the rows of a text begin: after each line end, and inside lines that are too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.core.limits import LINE_CAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.core.model.exchange import Content

LF: Final = 10
CR: Final = 13
BY_HAND: Final = 1 << 20
"""Bytes up to which the time to load numpy is not worth it."""
CHUNK: Final = 2 << 20
"""Bytes that numpy looks at in one go, so that no step takes long."""
FOUR_BYTES: Final = 1 << 32


def line_end(content: Content, first: int) -> int:
    """The byte that ends a line: LF, or CR where a text has CR alone (as old Macs wrote it)."""
    return CR if content.find(b"\n", first) < 0 and content.find(b"\r", first) >= 0 else LF


def row_starts(content: Content, first: int, end: int, *, utf8: bool) -> Sequence[int]:
    """The places where rows begin, the first one being `first`; `end` is the line end's byte.

    A row holds at most LINE_CAP bytes, so at most that many characters.
    """
    if len(content) - first > BY_HAND:
        return _by_numpy(content, first, end, utf8=utf8)
    mark = re.compile(re.escape(bytes((end,))))
    starts = [first, *(found.end() for found in mark.finditer(content, first))]
    ends = [*starts[1:], len(content)]
    long = [pair for pair in zip(starts, ends, strict=True) if pair[1] - pair[0] > LINE_CAP]
    return sorted((*starts, *_all_cuts(content, long, end, utf8=utf8)))


def character_start(content: Content, place: int) -> int:
    """The place, or the one before it where the UTF-8 character begins that it is inside of."""
    for back in range(4):
        if content[place - back] & 0xC0 != 0x80:
            return place - back
    return place  # four bytes that only continue something: no UTF-8 at all


def _all_cuts(
    content: Content, lines: list[tuple[int, int]], end: int, *, utf8: bool
) -> Iterator[int]:
    for start, stop in lines:
        yield from _cuts(content, start, _without_end(content, start, stop, end), utf8=utf8)


def _without_end(content: Content, start: int, stop: int, end: int) -> int:
    if stop > start and content[stop - 1] == end:
        stop -= 1
        if end == LF and stop > start and content[stop - 1] == CR:
            stop -= 1
    return stop


def _cuts(content: Content, start: int, stop: int, *, utf8: bool) -> Iterator[int]:
    while stop - start > LINE_CAP:
        start += LINE_CAP
        if utf8:
            start = character_start(content, start)
        yield start


def _by_numpy(content: Content, first: int, end: int, *, utf8: bool) -> Sequence[int]:
    import numpy as np  # noqa: PLC0415

    data = np.frombuffer(content, np.uint8)
    kind = np.uint32 if len(data) < FOUR_BYTES else np.uint64
    parts = [np.array([first], kind)]
    for place in range(first, len(data), CHUNK):
        found = np.flatnonzero(data[place : place + CHUNK] == end)
        parts.append((found + (place + 1)).astype(kind))
    starts = np.concatenate(parts)
    ends = np.append(starts[1:], kind(len(data)))
    long = np.flatnonzero(ends - starts > LINE_CAP)
    if len(long):
        lines = list(zip(starts[long].tolist(), ends[long].tolist(), strict=True))
        cuts = np.fromiter(_all_cuts(content, lines, end, utf8=utf8), kind)
        starts = np.sort(np.concatenate((starts, cuts)))
    return starts  # type: ignore[return-value]  # an array is no Sequence, and is used as one
