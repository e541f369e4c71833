"""A page of a tab that is filled when somebody looks at it, or when there is time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class LaterPage(QWidget):
    """Empty until `hold`; the window opens without what only other tabs show."""

    wanted = Signal()
    """Somebody looks at the page, and it is still empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, widget: QWidget) -> None:
        """Fill the page."""
        self._column.addWidget(widget)
        # A layout would show it a moment later; it may have to take the focus now.
        widget.show()
        self.setFocusProxy(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the contents before they are seen."""
        if not self._column.count():
            self.wanted.emit()
        super().showEvent(event)
