"""Rows begin after line ends, and inside long lines only between characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.limits import LINE_CAP
from desktop.core.reading import line_starts
from desktop.core.reading.line_starts import CR, LF, character_start, line_end, row_starts


def starts(content: bytes, first: int = 0) -> list[int]:
    return [int(start) for start in row_starts(content, first, LF, utf8=True)]


def test_rows_begin_after_line_ends() -> None:
    assert starts(b"one\ntwo\r\n\nlast") == [0, 4, 9, 10]
    assert starts(b"") == [0]
    assert starts(b"\n") == [0, 1]
    assert starts(b"xxone\ntwo", 2) == [2, 6]


def test_the_line_end_of_old_macs() -> None:
    assert line_end(b"a\rb\rc", 0) == CR
    assert line_end(b"a\rb\nc", 0) == LF
    assert line_end(b"abc", 0) == LF


def test_a_long_line_is_cut() -> None:
    assert starts(b"x" * (2 * LINE_CAP)) == [0, LINE_CAP]
    assert starts(b"x" * LINE_CAP + b"\r\ny") == [0, LINE_CAP + 2]
    assert starts(b"x" * (LINE_CAP + 1) + b"\ny") == [0, LINE_CAP, LINE_CAP + 2]


def test_it_is_cut_between_characters() -> None:
    content = "é€😀".encode() * 1000
    for start in starts(content):
        assert character_start(content, start) == start or start == 0


@pytest.mark.parametrize("content", [b"\x80" * 9000, b"\xf0" + b"\x9f" * 5000, b"\xff" * 5000])
def test_bytes_that_are_no_utf8_are_cut_too(content: bytes) -> None:
    cut = starts(content)
    assert len(cut) >= len(content) // LINE_CAP
    assert "".join(
        content[a:b].decode("utf-8", "replace")
        for a, b in zip(cut, [*cut[1:], len(content)], strict=True)
    ) == content.decode("utf-8", "replace")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([b"\n", b"\r\n", b"a", b"\xc3\xa9", b"\xff", b"x" * 1999, b"y" * 4000])
    )
)
def test_numpy_finds_the_same(parts: list[bytes]) -> None:
    content = b"".join(parts)
    by_numpy = line_starts._by_numpy(content, 0, LF, utf8=True)
    assert [int(start) for start in by_numpy] == starts(content)
