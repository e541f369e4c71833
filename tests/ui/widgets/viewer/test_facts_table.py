"""A table of texts that can be selected and copied."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.viewer.facts_table import FactsTable
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

FACTS = (
    ("Content-Type", "image/jpeg", "What kind of thing the answer is. " * 6),
    ("X-Long", "v" * 3000, "Nobody knows."),
    ("X-Html", "<img src='file:///etc/passwd'>", ""),
)
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, qapp):
    with worn(qapp):
        page = QWidget()
        qtbot.addWidget(page)
        titles = ("Name", "Value", "What it is for")
        page.table = FactsTable("Response headers", titles, (200, 300, 240), page)
        page.table.set_facts(FACTS)
        page.after = QLineEdit(page)
        column = QVBoxLayout(page)
        column.addWidget(page.table)
        column.addWidget(page.after)
        page.resize(900, 400)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qapp.clipboard().clear()
        yield page


@pytest.fixture
def table(page):
    page.table.setFocus()
    return page.table


def test_it_is_found_by_its_name(table):
    assert table.accessibleName() == table.accessibleIdentifier() == "Response headers"
    assert_plain_text(table)


def test_rows_are_as_high_as_their_text(table):
    assert table.rowHeight(0) > table.rowHeight(2) >= scaled(30)
    assert table.rowHeight(0) >= 2 * table.fontMetrics().lineSpacing()


def test_the_last_column_takes_the_room_that_is_left(table):
    widths = [table.columnWidth(column) for column in range(3)]
    assert widths[:2] == [scaled(200), scaled(300)]
    assert sum(widths) == table.viewport().width()


def test_copy_gives_the_selected_rows_as_they_were_received(qapp, table):
    table.selectRow(0)
    QTest.keyClick(table, KEY.Key_C, CONTROL)
    assert qapp.clipboard().text() == "Content-Type: image/jpeg"
    QTest.keyClick(table, KEY.Key_A, CONTROL)
    QTest.keyClick(table, KEY.Key_C, CONTROL)
    lines = qapp.clipboard().text().splitlines()
    assert lines == [f"{name}: {value}" for name, value, _words in FACTS]


def test_copy_is_in_the_menu_too(qapp, table):
    table.selectRow(2)
    (copy,) = table.actions()
    assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    copy.trigger()
    assert qapp.clipboard().text() == "X-Html: <img src='file:///etc/passwd'>"


def test_with_nothing_selected_the_clipboard_stays(qapp, table):
    qapp.clipboard().setText("mine")
    table.clearSelection()
    table.actions()[0].trigger()
    assert qapp.clipboard().text() == "mine"


def test_keys_walk_through_it_and_tab_leaves_it(page, table):
    QTest.keyClick(table, KEY.Key_Down)
    assert table.currentIndex().row() in {0, 1}
    QTest.keyClick(table, KEY.Key_Tab)
    assert QApplication.focusWidget() is page.after


def test_other_facts_are_shown_from_the_top(table):
    table.set_facts(FACTS * 30)
    table.scrollToBottom()
    table.set_facts(FACTS * 20)
    assert table.verticalScrollBar().value() == 0


def test_a_hundred_hostile_rows_are_shown_quickly(table):
    rows = tuple((f"X-{row}", "<b>\u202e" * 8000, "What is it? " * 10) for row in range(100))
    started = time.perf_counter()
    table.set_facts(rows)
    table.grab()
    assert time.perf_counter() - started < 0.5
