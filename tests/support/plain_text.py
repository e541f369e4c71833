"""Finds widgets that would read a server's words as HTML: Qt guesses unless it is told not to."""

from __future__ import annotations

import re

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QTextBrowser, QTextEdit, QWidget

ESCAPED_TIP = re.compile(r"<p style='white-space: pre-wrap'>[^<]*</p>")
"""What `plain_tip` makes: one paragraph without any mark-up in it."""


def assert_plain_text(window: QWidget) -> None:
    """Fail, naming each, when a widget of this window guesses at or shows rich text."""
    guessing = [
        f"{type(one).__name__} {_name(one)!r}: {complaint}"
        for one in [window, *window.findChildren(QWidget)]
        if (complaint := _complaint(one))
    ]
    assert not guessing, "not plain text:\n" + "\n".join(guessing)


def _complaint(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QMessageBox)):
        format_ = widget.textFormat()
        return "" if format_ == Qt.TextFormat.PlainText else f"its format is {format_.name}"
    if isinstance(widget, QTextBrowser):
        return "a QTextBrowser reads files that its text names"
    if isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly():
        return "it takes rich text when somebody pastes"
    return _tool_tip_complaint(widget)


def _tool_tip_complaint(widget: QWidget) -> str:
    tip = widget.toolTip()
    rich = QtGui.Qt.mightBeRichText(tip) and not ESCAPED_TIP.fullmatch(tip)
    return "its tool tip looks like HTML" if rich else ""


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName()
