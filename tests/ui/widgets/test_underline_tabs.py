"""Tabs as words; the counts beside them are for the eyes only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.colours import DARK, LIGHT
from desktop.ui.widgets.underline_tabs import UnderlineTabs
from tests.support.worn_theme import worn

NAMES = ("Params", "Headers", "Body")


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.before = QLineEdit(page)
    page.tabs = UnderlineTabs("Request", page)
    for name in NAMES:
        page.tabs.add_page(QLineEdit(page), name)
    column = QVBoxLayout(page)
    column.addWidget(page.before)
    column.addWidget(page.tabs)
    page.resize(700, 300)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def tabs(page):
    return page.tabs


def names(tabs):
    """What a screen reader hears of the tabs."""
    bar = QAccessible.queryAccessibleInterface(tabs.tabBar())
    children = (bar.child(number) for number in range(bar.childCount()))
    return [
        one.text(QAccessible.Text.Name)
        for one in children
        if one.role() == QAccessible.Role.PageTab
    ]


def test_the_group_and_its_tabs_have_names(tabs):
    assert tabs.accessibleName() == tabs.accessibleIdentifier() == "Request"
    assert names(tabs) == list(NAMES)


def test_a_count_is_no_part_of_any_name_and_takes_room(tabs):
    bar = tabs.tabBar()
    before = bar.tabSizeHint(1).width()
    tabs.set_count(tabs.widget(1), 7)
    assert names(tabs) == list(NAMES)
    assert [bar.tabText(index) for index in range(3)] == list(NAMES)
    assert bar.tabSizeHint(1).width() > before
    assert bar.tabRect(1).width() == bar.tabSizeHint(1).width()
    tabs.set_count(tabs.widget(1), 12345)
    assert bar.tabRect(1).width() == bar.tabSizeHint(1).width()
    tabs.set_count(tabs.widget(1), 0)
    assert bar.tabRect(1).width() == before


def test_a_count_is_painted(tabs):
    before = tabs.tabBar().grab().toImage()
    tabs.set_count(tabs.widget(2), 3)
    assert tabs.tabBar().grab().toImage() != before


def test_no_tab_is_narrower_than_its_word(qapp, tabs):
    for scale in (1.0, 1.5, 2.0):
        with worn(qapp, scale=scale):
            bar = tabs.tabBar()
            for index, name in enumerate(NAMES):
                assert bar.tabRect(index).width() > bar.fontMetrics().horizontalAdvance(name)
                assert bar.tabRect(index).height() >= bar.fontMetrics().height()


def test_keys_choose_a_tab(page, tabs):
    page.before.setFocus()
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    bar = tabs.tabBar()
    assert bar.hasFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert tabs.currentIndex() == 0


def test_a_click_chooses_a_tab(tabs):
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    assert tabs.currentIndex() == 2


def test_a_hidden_tab_is_not_painted(tabs):
    bar = tabs.tabBar()
    tabs.setTabVisible(1, False)
    assert bar.tabRect(1).width() <= 0
    assert not bar.grab().isNull()


@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_chosen_tab_has_a_line_in_the_accent(qapp, tabs, mode, colours):
    with worn(qapp, mode):
        bar = tabs.tabBar()
        tabs.setCurrentIndex(1)
        image = bar.grab().toImage()
        bottom = [
            image.pixelColor(bar.tabRect(index).left() + 2, bar.tabRect(index).bottom())
            for index in range(3)
        ]
    is_accent = [one.name().upper() == colours.accent for one in bottom]
    assert is_accent == [False, True, False]


def test_the_focus_is_seen(page, tabs):
    bar = tabs.tabBar()
    page.before.setFocus()
    before = bar.grab().toImage()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    assert bar.grab().toImage() != before
