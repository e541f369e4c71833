"""What Bleat is, and which version."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.core.product import version
from desktop.ui.widgets.plain_label import PlainLabel

WORDS = (
    "Bleat makes API calls and explains the answers.\n\n"
    "It talks only to the computers that you name in an address. "
    "It has no account, and it tells nobody what you do."
)


class About(QDialog):
    """A few sentences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Bleat")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = PlainLabel(f"Bleat {version()}")
        title.setObjectName("headline")
        words = PlainLabel(WORDS)
        words.setWordWrap(True)
        words.setMinimumWidth(360)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (title, words, buttons):
            column.addWidget(widget)
