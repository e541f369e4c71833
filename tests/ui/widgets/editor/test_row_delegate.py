"""Cells of texts: completion, tooltips, and what a screen reader hears of an editor."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip

from desktop.core.model.request import Row
from desktop.ui.item_models.rows_model import Column
from desktop.ui.plain_tip import plain_tip
from tests.support.row_page import RowPage

KEY = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    return RowPage(qtbot)


def names(page):
    return [row.name for row in page.table.rows()]


def test_names_are_completed_whatever_their_case(page, qtbot):
    page.go(2, Column.NAME)
    page.press("con")
    popup = page.editor().completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, KEY.Key_Down)
    assert names(page)[2] == "Content-Type"
    qtbot.keyClick(popup, KEY.Key_Return)
    assert page.here() == (2, Column.VALUE)
    page.press("x")
    assert page.editor().completer() is None
    assert page.url == "h?mood=happy&size=3&Content-Type=x"


def test_a_completion_is_taken_by_click(page, qtbot):
    page.go(2, Column.NAME)
    page.press("co")
    popup = page.editor().completer().popup()
    qtbot.waitUntil(popup.isVisible)
    at = popup.visualRect(popup.model().index(1, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(page)[2] == "Cookie"


def test_the_editor_says_what_it_edits(page):
    page.go(1, Column.VALUE)
    page.press(KEY.Key_F2)
    assert page.editor().accessibleName() == "Value, row 2"


def help_at(page, row, column):
    index = page.index(row, column)
    option = QStyleOptionViewItem()
    option.rect = page.table.visualRect(index)
    point = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, page.table.viewport().mapToGlobal(point))
    return page.table.itemDelegate().helpEvent(event, page.table, option, index)


def test_only_a_text_that_is_cut_has_a_tooltip(page):
    page.table.set_rows((Row("short", "x" * 300, note="<b>" * 50),))
    assert not help_at(page, 0, Column.NAME)
    assert help_at(page, 0, Column.VALUE)
    assert QToolTip.text() == plain_tip("x" * 300)
    assert help_at(page, 0, Column.NOTE)
    assert "<b>" not in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("reason", ["ActiveWindowFocusReason", "PopupFocusReason"])
def test_a_look_at_another_window_leaves_the_editor_open(page, reason):
    page.go(0, Column.VALUE)
    page.press(KEY.Key_F2, KEY.Key_End, KEY.Key_Left)
    editor = page.editor()
    lost = QFocusEvent(QEvent.Type.FocusOut, getattr(Qt.FocusReason, reason))
    QApplication.sendEvent(editor, lost)
    assert page.table.indexWidget(page.index(0, Column.VALUE)) is editor
    assert editor.cursorPosition() == 4
