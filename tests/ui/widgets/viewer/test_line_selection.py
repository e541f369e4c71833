"""How keys move the caret, and what a selection holds."""

from __future__ import annotations

import pytest

from desktop.core.limits import LINE_CAP
from desktop.core.reading.lines import text_lines
from desktop.ui.widgets.viewer.line_selection import (
    Place,
    Selection,
    continues,
    everything,
    moved,
    selected_parts,
    text_end,
    word_at,
)

LINES = text_lines(b"one two\r\n  three\n\nlast", "utf-8")


@pytest.mark.parametrize(
    ("move", "start", "end"),
    [
        ("left", (0, 3), (0, 2)), ("left", (1, 0), (0, 7)), ("left", (0, 0), (0, 0)),
        ("right", (0, 7), (1, 0)), ("right", (3, 4), (3, 4)), ("right", (1, 1), (1, 2)),
        ("word_left", (0, 7), (0, 4)), ("word_left", (1, 2), (1, 0)), ("word_left", (1, 0), (0, 7)),
        ("word_right", (0, 0), (0, 4)), ("word_right", (0, 4), (0, 7)),
        ("word_right", (0, 7), (1, 0)),
        ("row_start", (1, 5), (1, 2)), ("row_start", (1, 2), (1, 0)), ("row_end", (1, 0), (1, 7)),
        ("up", (1, 5), (0, 5)), ("up", (0, 5), (0, 5)), ("down", (1, 5), (2, 0)),
        ("page_down", (0, 4), (2, 0)), ("page_up", (3, 4), (1, 4)),
        ("start", (3, 1), (0, 0)), ("end", (0, 0), (3, 4)),
    ],
)  # fmt: skip
def test_moves(move: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    assert moved(LINES, Place(*start), move, 2) == Place(*end)


def test_a_selection_has_two_ends() -> None:
    selection = Selection(Place(2, 0), Place(0, 4))
    assert (selection.first, selection.last, selection.empty) == (Place(0, 4), Place(2, 0), False)
    assert [selection.columns(row, 7) for row in range(4)] == [(4, 7), (0, 7), (0, 0), (0, 0)]
    assert selection.moved_to(Place(1, 1), extend=True) == Selection(Place(2, 0), Place(1, 1))
    assert selection.moved_to(Place(1, 1), extend=False).empty


def test_what_is_copied() -> None:
    assert "".join(selected_parts(LINES, everything(LINES))) == "one two\n  three\n\nlast"
    assert "".join(selected_parts(LINES, Selection(Place(0, 4), Place(1, 3)))) == "two\n  t"


def test_rows_of_one_line_are_not_parted() -> None:
    text = "x" * (2 * LINE_CAP + 5)
    lines = text_lines(f"{text}\nnext".encode(), "utf-8")
    assert [continues(lines, row) for row in range(4)] == [False, True, True, False]
    assert "".join(selected_parts(lines, everything(lines))) == f"{text}\nnext"


def test_words() -> None:
    assert word_at(LINES, Place(0, 5)) == Selection(Place(0, 4), Place(0, 7))
    assert word_at(LINES, Place(0, 7)) == Selection(Place(0, 4), Place(0, 7))
    assert word_at(LINES, Place(1, 0)) == Selection(Place(1, 0), Place(1, 2))
    assert word_at(LINES, Place(2, 0)).empty


def test_the_end_of_nothing() -> None:
    assert text_end(text_lines(b"", "utf-8")) == Place(0, 0)
    assert everything(text_lines(b"", "utf-8")).empty
