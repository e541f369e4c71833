"""What hides or moves text is seen; columns still mean what was received."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ui.widgets.viewer.line_marks import shown_row


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("plain", "plain"),
        ("a\x00b\x1b[31m", "a␀b␛[31m"),
        ("del\x7f", "del␡"),
        ("\u202eevil\u202c", "<U+202E>evil<U+202C>"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("c1\x85 end\r", "c1<U+0085> end␍"),
        ("\tx\ty", "    x   y"),
        ("👩\u200d👧 é", "👩\u200d👧 é"),
    ],
)
def test_what_is_painted(row: str, text: str) -> None:
    assert shown_row(row).text == text


def test_columns_and_places() -> None:
    shown = shown_row("a\tb\u202ec")
    assert [shown.place(column) for column in range(6)] == [0, 1, 4, 5, 13, 14]
    assert [shown.column(place) for place in (0, 1, 3, 4, 5, 12, 13, 14)] == [
        0,
        1,
        1,
        2,
        3,
        3,
        4,
        5,
    ]


@settings(deadline=None)
@given(st.text())
def test_every_column_comes_back(row: str) -> None:
    shown = shown_row(row)
    assert all(shown.column(shown.place(column)) == column for column in range(len(row) + 1))
    assert shown.place(len(row)) == len(shown.text)
