"""The list of keyboard shortcuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.ui.actions import Actions
from desktop.ui.dialogs.shortcut_list import ShortcutList
from tests.support.plain_text import assert_plain_text


@pytest.fixture
def listing(qapp):
    actions = Actions(qapp)
    yield actions.listing()
    actions.deleteLater()


@pytest.fixture
def dialog(qtbot, listing):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ShortcutList(listing, parent)
    dialog.open()
    dialog.home = parent
    return dialog


def test_each_action_stands_beside_its_keys(dialog, listing):
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert sorted(texts) == sorted(text for row in listing for text in row)
    by_place = sorted(dialog.findChildren(QLabel), key=lambda one: (one.y(), one.x()))
    rows = list(zip(by_place[::2], by_place[1::2], strict=True))
    assert tuple((words.text(), keys.text()) for words, keys in rows) == listing
    assert_plain_text(dialog)


def test_nothing_is_cut(dialog):
    for label in dialog.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width()


@pytest.mark.parametrize("close", ["button", "escape"])
def test_it_closes_and_is_gone(qtbot, dialog, close):
    with qtbot.waitSignal(dialog.destroyed):
        if close == "button":
            (button,) = dialog.findChildren(QPushButton)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
