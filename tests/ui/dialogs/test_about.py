"""What Bleat says of itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.product import version
from desktop.ui.dialogs.about import About
from tests.support.plain_text import assert_plain_text


@pytest.fixture
def dialog(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = About(parent)
    dialog.open()
    dialog.home = parent
    return dialog


def test_it_says_what_this_is_and_which_version(dialog):
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts[0] == f"Bleat {version()}"
    assert dialog.windowTitle() == "About Bleat"
    sentences = texts[1].replace("\n\n", " ").split(". ")
    assert all(len(sentence.split()) <= 20 for sentence in sentences)
    assert_plain_text(dialog)


def test_nothing_is_cut(dialog):
    for label in dialog.findChildren(QLabel):
        assert label.width() >= label.minimumSizeHint().width()
        assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("close", ["button", "escape"])
def test_it_closes_and_is_gone(qtbot, dialog, close):
    with qtbot.waitSignal(dialog.destroyed):
        if close == "button":
            (button,) = dialog.findChildren(QPushButton)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
