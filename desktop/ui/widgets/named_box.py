"""A combo box that says its name to a screen reader: on Linux, Qt's own says only its value.

WORKAROUND QAccessibleComboBox::text (Qt 6.11): on Unix it answers the current text when asked for
the name, whatever `accessibleName` is. Without this nobody hears what a box is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from desktop.ui.widgets.own_accessible import let_widgets_speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAccessibleWidget


class NamedBox(QComboBox):
    """A combo box with an accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleIdentifier(name)
        let_widgets_speak()

    def make_accessible(self) -> QAccessibleWidget:
        """What a screen reader is given (own_accessible asks for it)."""
        # Most people have no screen reader: its part is loaded when one asks.
        from desktop.ui.widgets.spoken_box import SpokenBox  # noqa: PLC0415

        return SpokenBox(self)
