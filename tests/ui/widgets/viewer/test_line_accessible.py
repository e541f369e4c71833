"""A screen reader gets the text, the caret and the places of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAccessible

from desktop.core.reading.lines import text_lines
from desktop.ui.widgets.viewer.line_accessible import WHOLE_ROWS, spoken_text
from desktop.ui.widgets.viewer.line_selection import Place
from desktop.ui.widgets.viewer.line_view import LineView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_short_text_is_told_whole() -> None:
    lines = text_lines(b"one\ntwo\n" + b"x" * 2001, "utf-8")
    spoken = spoken_text(lines, 1, 2)
    assert spoken.text == "one\ntwo\n" + "x" * 2001
    assert spoken.offset(Place(1, 2)) == 6
    assert spoken.place(6) == Place(1, 2)
    assert spoken.offset(Place(3, 1)) == 2009
    assert spoken.place(0) == Place()


def test_of_a_long_text_the_seen_rows_are_told() -> None:
    lines = text_lines(b"row\n" * (WHOLE_ROWS + 1), "utf-8")
    spoken = spoken_text(lines, 10, 12)
    assert spoken.text == "row\nrow"
    assert spoken.place(5) == Place(11, 1)
    assert spoken.offset(Place(0, 0)) == 0
    assert spoken.offset(Place(99, 0)) == 7


def test_the_interface(qtbot: QtBot) -> None:
    view = LineView()
    qtbot.addWidget(view)
    view.set_lines(text_lines("größe\nzwei".encode(), "utf-8"))
    view.show()
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.EditableText
    assert found.text(QAccessible.Text.Name) == "Response text"
    state = found.state()
    assert (state.readOnly, state.multiLine, state.selectableText) == (1, 1, 1)
    text = found.textInterface()
    assert (text.characterCount(), text.text(0, 5), text.text(6, -1)) == (10, "größe", "zwei")
    text.setCursorPosition(7)
    assert (view.caret(), text.cursorPosition()) == (Place(1, 1), 7)
    rect = text.characterRect(7)
    assert text.offsetAtPoint(rect.center()) in {7, 8}
    assert found.valueInterface() is None
    assert found.actionInterface() is None


def test_a_view_that_is_gone_says_nothing(qtbot: QtBot) -> None:
    view = LineView()
    view.set_lines(text_lines(b"hello", "utf-8"))
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert text.characterCount() == 5
    kept = view._spoken
    assert kept is not None
    shiboken6.delete(view)
    del view, text


def test_many_views_come_and_go(qtbot: QtBot) -> None:
    for number in range(200):
        view = LineView()
        view.set_lines(text_lines(f"view {number}".encode(), "utf-8"))
        text = QAccessible.queryAccessibleInterface(view).textInterface()
        assert text.text(0, -1) == f"view {number}"
        shiboken6.delete(view)
