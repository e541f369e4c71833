"""The table as a person fills it in, by keyboard and by mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.core.model.request import Row
from desktop.ui.item_models.rows_model import Column
from desktop.ui.theme import scaled
from desktop.ui.widgets.editor.cell_editor import CellEditor
from tests.support.row_page import RowPage

KEY = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    return RowPage(qtbot)


def names(page):
    return [row.name for row in page.table.rows()]


def test_is_found_by_its_name(page):
    assert page.table.accessibleName() == page.table.accessibleIdentifier() == "Params"


def test_tab_and_enter_lead_from_cell_to_cell_and_into_the_empty_row(page):
    page.go(1, Column.NAME)
    page.press("a", KEY.Key_Tab)
    assert page.here() == (1, Column.VALUE)
    page.press("b", KEY.Key_Tab, "c", KEY.Key_Tab)
    assert page.here() == (2, Column.NAME)
    page.press("d", KEY.Key_Return, "e", KEY.Key_Return)
    assert page.here() == (3, Column.NAME)
    assert isinstance(QApplication.focusWidget(), CellEditor)
    page.press(KEY.Key_Backtab, KEY.Key_Backtab, "f", KEY.Key_Escape)
    assert page.here() == (2, Column.VALUE)
    assert page.table.rows()[1:] == (
        replace(page.table.rows()[1], name="a", value="b", note="c"),
        replace(page.table.rows()[2], name="d", value="e"),
    )


@pytest.mark.parametrize("editing", [True, False])
def test_tab_leads_out_of_the_table_at_both_ends(page, editing):
    page.go(2, Column.NAME)
    page.press(*[KEY.Key_F2] * editing, KEY.Key_Tab)
    assert QApplication.focusWidget() is page.after
    page.go(0, Column.NAME)
    page.press(*[KEY.Key_F2] * editing, KEY.Key_Backtab)
    assert QApplication.focusWidget() is page.before
    page.press(KEY.Key_Tab)
    assert QApplication.focusWidget() is page.table


def test_the_keyboard_finds_a_cell_to_type_into(page):
    page.before.setFocus()
    page.press(KEY.Key_Tab, "q")
    assert page.here() == (0, Column.NAME)
    assert names(page) == ["q", "size"]


def test_enter_opens_and_closes(page):
    page.go(1, Column.VALUE)
    page.press(KEY.Key_Return)
    assert page.editor().text() == "3"
    page.press("4", KEY.Key_Return, KEY.Key_Return)
    assert QApplication.focusWidget() is page.table
    assert page.url == "h?mood=happy&size=4"


def test_delete_removes_the_selected_rows(page):
    page.go(0, Column.VALUE)
    page.press(KEY.Key_Delete)
    assert page.url == "h?size=3"
    page.table.selectAll()
    page.press(KEY.Key_Backspace, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.url == "h"
    assert page.table.model().rowCount() == 1
    page.press(KEY.Key_Delete)
    assert len(page.told) == 2


def test_space_switches_the_selected_rows(page):
    page.go(1, Column.NOTE)
    page.press(KEY.Key_Space)
    assert page.url == "h?mood=happy"
    page.table.selectAll()
    page.press(KEY.Key_Space)
    assert page.url == "h"
    page.press(KEY.Key_Space)
    assert page.url == "h?mood=happy&size=3"


def test_a_click_opens_a_cell_with_the_caret_where_it_is(page):
    page.click(0, Column.VALUE, dx=300)
    assert not page.editor().hasSelectedText()
    page.press("!")
    assert page.url == "h?mood=happy!&size=3"
    page.click(2, Column.VALUE)
    page.press("v")
    assert page.url == "h?mood=happy!&size=3&=v"


def open_menu(page, row):
    at = page.table.visualRect(page.table.model().index(row, Column.NAME)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, page.table.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(page.table.viewport(), event)
    return page.table.findChild(QMenu)


def choose(menu, words):
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()
    menu.close()


def test_the_menu_deletes_and_switches(page, qtbot):
    for words, url in [
        ("Turn off", "h?mood=happy"),
        ("Turn on", "h?mood=happy&size=3"),
        ("Delete row", "h?mood=happy"),
    ]:
        choose(open_menu(page, 1), words)
        assert page.url == url
        qtbot.waitUntil(lambda: page.table.findChild(QMenu) is None)
    assert open_menu(page, 1) is None


def test_the_menu_makes_room_for_a_row(page, qtbot):
    choose(open_menu(page, 1), "Insert row above")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CellEditor))
    page.press("new", KEY.Key_Tab, "1")
    assert page.url == "h?mood=happy&new=1&size=3"


def test_rows_are_as_high_as_the_design_says(page):
    assert page.table.rowHeight(0) == scaled(30)


def test_pictures(page, pictures):
    page.table.set_rows(
        (
            Row("mood", "happy", note="happy, sleepy or curious"),
            Row("width", "300", enabled=False, note="pixels"),
            Row("filter", '{"long": "' + "x" * 200, note="a note that has no room in its column"),
        )
    )
    page.after.setFocus()
    pictures.save(page, "rows")
    page.go(1, Column.NAME)
    pictures.save(page, "rows-focus")
    page.press(KEY.Key_F2)
    pictures.save(page, "rows-editor")
    page.press(KEY.Key_Escape)
