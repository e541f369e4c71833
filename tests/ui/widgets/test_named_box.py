"""A combo box has its name from the start, and a screen reader is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from desktop.ui.widgets.named_box import NamedBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_is_named_and_says_so(qtbot: QtBot) -> None:
    box = NamedBox("Environment")
    qtbot.addWidget(box)
    assert box.accessibleName() == "Environment"
    spoken = QAccessible.queryAccessibleInterface(box)
    assert spoken.text(QAccessible.Text.Name) == "Environment"
