"""Widgets that paint themselves are asked what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.ui.widgets.own_accessible import let_widgets_speak

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Dial(QWidget):
    """Says that it is a dial."""

    def make_accessible(self) -> QAccessibleWidget:
        return QAccessibleWidget(self, QAccessible.Role.Dial)


def test_a_widget_speaks_for_itself(qtbot: QtBot) -> None:
    let_widgets_speak()
    let_widgets_speak()
    dial, plain = Dial(), QWidget()
    qtbot.addWidget(dial)
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(dial).role() == QAccessible.Role.Dial
    assert QAccessible.queryAccessibleInterface(plain).role() != QAccessible.Role.Dial
