"""The checker finds what would read a server's words as HTML, and leaves plain text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

from desktop.ui.plain_tip import plain_tip
from tests.support.plain_text import assert_plain_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def _rich_tool_tip(parent: QWidget) -> QWidget:
    widget = QWidget(parent)
    widget.setToolTip("<b>bold</b>")
    return widget


@pytest.mark.parametrize("make", [QLabel, QTextBrowser, QTextEdit, _rich_tool_tip])
def test_what_guesses_is_named(window: QMainWindow, make: type[QWidget]) -> None:
    make(window).setObjectName("culprit")
    with pytest.raises(AssertionError, match="culprit"):
        assert_plain_text(window)


def test_plain_text_passes(window: QMainWindow) -> None:
    QLabel("<b>", window).setTextFormat(Qt.TextFormat.PlainText)
    QPlainTextEdit("<b>", window).setToolTip(plain_tip("<b>"))
    assert_plain_text(window)
