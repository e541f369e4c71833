"""Keys mean what the system says they mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.widgets.viewer.line_keys import is_own, move_of

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.usefixtures("qapp")
def test_moves() -> None:
    assert move_of(pressed(Qt.Key.Key_Right)) == ("right", False)
    assert move_of(pressed(Qt.Key.Key_Down, SHIFT)) == ("down", True)
    assert move_of(pressed(Qt.Key.Key_PageUp)) == ("page_up", False)
    assert move_of(pressed(Qt.Key.Key_End, CTRL | SHIFT)) == ("end", True)
    assert move_of(pressed(Qt.Key.Key_A)) is None


@pytest.mark.usefixtures("qapp")
def test_keys_that_the_window_must_leave_alone() -> None:
    assert is_own(pressed(Qt.Key.Key_C, CTRL))
    assert is_own(pressed(Qt.Key.Key_A, CTRL))
    assert is_own(pressed(Qt.Key.Key_Home))
    assert not is_own(pressed(Qt.Key.Key_S, CTRL))
