"""The table of actions: what the menus say, and what the keys do."""

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from desktop.ui.actions import ROWS, Actions


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window):
    actions = Actions(window)
    actions.fill(window.menuBar())
    return actions


def test_every_row_is_found_by_its_id(actions):
    for row in ROWS:
        assert (actions[row.id].text(), actions[row.id].objectName()) == (row.text, row.id)


def test_no_id_no_words_and_no_keys_are_taken_twice():
    keys = [QKeySequence(one).toString() for row in ROWS for one in row.shortcuts]
    for things in ([row.id for row in ROWS], [row.text for row in ROWS], keys):
        assert max(Counter(things).values()) == 1


def test_all_keys_are_keys(actions):
    for row in ROWS:
        written = [QKeySequence(one) for one in row.shortcuts]
        assert actions[row.id].shortcuts() == written
        assert all(one.count() == 1 and one.toString() for one in written)


def test_the_menus_are_in_the_order_of_the_design(window, actions):
    menus = [action.text().removeprefix("&") for action in window.menuBar().actions()]
    order = ["File", "Edit", "View", "Request", "Learn", "Help"]
    assert menus == [name for name in order if name in menus]


def test_each_menu_opens_by_alt_and_a_letter_of_its_own(window, actions):
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1] for title in titles]
    assert len(set(letters)) == len(letters)


def test_every_action_stands_in_its_menu_once(window, actions):
    for bar_action in window.menuBar().actions():
        menu = bar_action.menu()
        words = [one.text() for one in menu.actions() if not one.isSeparator()]
        assert words == [
            row.text for row in ROWS if row.menu == bar_action.text().removeprefix("&")
        ]
        assert not menu.actions()[0].isSeparator()


def test_of_the_colours_one_is_chosen(actions):
    colours = [actions[row.id] for row in ROWS if row.group == "colours"]
    assert len(colours) == 3
    for one in colours:
        one.trigger()
        assert [other.isChecked() for other in colours] == [other is one for other in colours]


def test_only_what_is_on_or_off_can_be_ticked(actions):
    ticked = {row.id for row in ROWS if actions[row.id].isCheckable()}
    assert ticked == {"beside", "system", "light", "dark"}


@pytest.mark.parametrize("row", [row for row in ROWS if row.shortcuts], ids=lambda row: row.id)
def test_its_keys_trigger_an_action(qtbot, window, actions, row):
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for keys in row.shortcuts:
        with qtbot.waitSignal(actions[row.id].triggered):
            QTest.keySequence(window, QKeySequence(keys))


def test_the_list_of_keys_names_each_action_that_has_some(actions):
    listing = actions.listing()
    assert len(listing) == sum(1 for row in ROWS if row.shortcuts)
    assert all(words and keys and not words.endswith("…") for words, keys in listing)
    assert dict(listing)["Send"]


def test_an_unknown_id_is_a_fault(qapp):
    with pytest.raises(KeyError):
        Actions(QObject(qapp))["fly"]
