"""Text by rows: short, decoded on demand, and whole again when joined."""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.limits import LINE_CAP
from desktop.core.reading.lines import text_lines

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.core.reading.lines import TextLines


def joined(lines: TextLines) -> str:
    rows = [lines[at] if lines.continues(at) else f"\n{lines[at]}" for at in range(len(lines))]
    return "".join(rows)[1:]


def test_rows() -> None:
    lines = text_lines(b"one\ntwo\r\n\nlast\r", "utf-8")
    assert [*lines] == ["one", "two", "", "last\r"]
    assert len(lines) == 4
    assert lines.text() == "one\ntwo\r\n\nlast\r"
    with pytest.raises(IndexError):
        lines[4]
    with pytest.raises(IndexError):
        lines[-1]


def test_they_know_their_language_and_which_rows_go_on() -> None:
    lines = text_lines(b"a" * (LINE_CAP + 1) + b"\nb", "utf-8", syntax="json")
    assert lines.syntax == "json"
    assert [lines.continues(at) for at in range(3)] == [False, True, False]


def test_a_byte_order_mark_is_no_text() -> None:
    assert text_lines(b"\xef\xbb\xbfhi", "utf-8", 3)[0] == "hi"
    assert text_lines("hi\nyou".encode("utf-16"), "utf-16-le", 2).text() == "hi\nyou"


def test_old_macs_and_other_charsets() -> None:
    assert [*text_lines(b"a\rb", "utf-8")] == ["a", "b"]
    assert [*text_lines("é\nö".encode("latin-1"), "iso-8859-1")] == ["é", "ö"]
    assert [*text_lines("日本\nテスト".encode("iso2022_jp"), "iso-2022-jp")] == ["日本", "テスト"]
    assert [*text_lines(b"\xff", "no such charset")] == ["\N{REPLACEMENT CHARACTER}"]


def test_one_line_of_twenty_megabytes() -> None:
    text = "naïve 東京 " * (20_000_000 // 14)
    lines = text_lines(text.encode(), "utf-8")
    assert max(map(len, lines)) <= LINE_CAP
    assert joined(lines) == text


def test_a_file_is_not_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "body"
    path.write_bytes(b"one\ntwo\n" * 300_000)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        lines = text_lines(content, "utf-8")
        assert (len(lines), lines[0], lines[599_999]) == (600_001, "one", "two")
        del lines


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["\n", "\r\n", "a", "é", "😀", "東" * 700, "x" * 1999, " "])).map(
        "".join
    ),
    st.sampled_from(["utf-8", "utf-16-le", "gb18030"]),
)
def test_joined_rows_are_the_text(text: str, codec: str) -> None:
    lines = text_lines(text.encode(codec), codec)
    assert joined(lines) == text.replace("\r\n", "\n")
    assert lines.text() == text
    assert all(len(row) <= LINE_CAP for row in lines)


@settings(deadline=None)
@given(st.binary())
def test_bytes_that_are_no_text_read_the_same_in_rows_and_whole(content: bytes) -> None:
    lines = text_lines(content, "utf-8")
    if b"\r" not in content:
        assert joined(lines) == lines.text()
