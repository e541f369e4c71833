"""Long lines of JSON go on in further rows, never cut inside an escape or a character."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.reading.json_outline import (
    GOES_ON,
    IN_STRING,
    ROOM,
    after_space,
    long_lines,
    pieces,
)


def test_short_lines_stay_whole() -> None:
    assert long_lines([0, 5, 10], 12) == []
    assert long_lines([0, 5, 10 + ROOM], 12 + 2 * ROOM) == [1, 2]
    assert list(pieces(b'"short"', 0, 7)) == []


def test_marks_say_where_a_row_begins() -> None:
    content = b'"' + b"a" * ROOM + b'"' + b" " * (2 * ROOM)
    assert [mark for _, mark in pieces(content, 0, len(content))] == [IN_STRING, GOES_ON, GOES_ON]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "\\", '"', "é", "😀", "\n", "x" * 900]), min_size=50))
def test_no_cut_falls_inside_anything(parts: list[str]) -> None:
    content = json.dumps("".join(parts), ensure_ascii=False).encode()
    cuts = [0, *(place for place, _ in pieces(content, 0, len(content))), len(content)]
    for start, stop in pairwise(cuts):
        piece = content[start:stop].decode()
        assert stop - start <= ROOM
        assert (len(piece) - len(piece.rstrip("\\"))) % 2 == 0


def test_white_space_is_skipped() -> None:
    assert after_space(b" \t\r\n[", 0) == 4
    assert after_space(b"[", 0) == 0
    assert after_space(b"  ", 0) == 2
