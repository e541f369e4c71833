"""What happens in an open cell, key by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.model.request import Row
from desktop.ui.item_models.rows_model import Column
from desktop.ui.widgets.editor.cell_editor import CellEditor
from tests.support.row_page import RowPage

KEY = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    return RowPage(qtbot)


def test_typing_is_told_at_every_keystroke(page):
    page.go(0, Column.VALUE)
    page.press("sad ")
    assert [rows[0].value for rows in page.told] == ["s", "sa", "sad", "sad "]
    assert page.url == "h?mood=sad%20&size=3"


def test_a_table_edit_moves_neither_caret_nor_editor(page):
    page.go(0, Column.VALUE)
    page.press(KEY.Key_F2)
    mine = page.editor()
    page.press(KEY.Key_Home, KEY.Key_Right, "é &", KEY.Key_Backspace)
    assert page.editor() is mine
    assert (mine.text(), mine.cursorPosition()) == ("hé appy", 3)
    assert page.url == "h?mood=hé%20appy&size=3"
    page.press(KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert mine.text() != "hé appy"
    assert page.table.rows()[0].value == mine.text()


def test_a_new_row_is_made_while_the_editor_stays_open(page):
    page.go(2, Column.NAME)
    page.press("n")
    mine = page.editor()
    page.press("ew")
    assert page.editor() is mine
    assert page.table.model().rowCount() == 4
    assert page.url == "h?mood=happy&size=3&new="
    page.press(KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Backspace)
    assert page.editor() is mine
    assert page.table.model().rowCount() == 3
    assert page.url == "h?mood=happy&size=3"


def test_an_open_editor_follows_the_url_and_keeps_its_caret(page):
    page.go(1, Column.VALUE)
    page.press(KEY.Key_F2, KEY.Key_Home, KEY.Key_Right)
    mine = page.editor()
    page.type_url("h?x&mood=happy&size=3")
    page.type_url("h?x&mood=happy&size=345")
    assert page.editor() is mine
    assert (mine.text(), mine.cursorPosition()) == ("345", 1)
    page.press("0")
    assert page.url == "h?x&mood=happy&size=3045"


def test_an_editor_whose_row_goes_leaves_a_table_that_works(page, qtbot):
    page.go(1, Column.VALUE)
    page.press(KEY.Key_F2)
    page.type_url("h?mood=happy")
    qtbot.waitUntil(lambda: page.table.findChild(CellEditor) is None)
    page.go(0, Column.NAME)
    page.press("x")
    assert page.url == "h?x=happy"


def test_opening_and_leaving_a_cell_changes_nothing(page):
    odd = (Row("a", "x\ny\x00\u2028" + "z" * 50_000, note="n"), Row("b"))
    page.table.set_rows(odd)
    page.go(0, Column.NAME)
    page.press(KEY.Key_F2, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Escape)
    assert page.told == []
    assert page.table.rows() == odd


def test_ctrl_enter_is_left_to_the_window(page):
    page.go(0, Column.VALUE)
    page.press("x")
    page.press(KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor().text() == "x"
    assert page.here() == (0, Column.VALUE)


def test_escape_takes_the_edit_back_as_it_was_typed(page):
    page.type_url("h?a=x+y&b=2")
    page.told.clear()
    page.go(0, Column.VALUE)
    page.press("new", KEY.Key_Escape)
    assert page.url == "h?a=x+y&b=2"
    assert QApplication.focusWidget() is page.table
    page.go(2, Column.NAME)
    page.press("new", KEY.Key_Escape)
    assert page.url == "h?a=x+y&b=2"
    assert page.table.model().rowCount() == 3
