"""What stands in the answer's place before the first send."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.plain_label import PlainLabel

HEADLINE = "The answer will be here"
WORDS = (
    "Press Send. Bleat asks the computer in the address, "
    "shows what comes back, and explains what it means."
)


class Welcome(QWidget):
    """Two sentences on what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        column.addStretch(2)
        for words, name in ((HEADLINE, "welcome_headline"), (WORDS, "hint")):
            label = PlainLabel(words, self)
            label.setObjectName(name)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
