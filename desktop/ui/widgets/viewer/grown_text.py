"""A read-only text that is as high as what it says."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

NO_LIMIT = 16_777_215


class GrownText(QPlainTextEdit):
    """Plain text whose first paragraph is bold; it wraps, and scrolls only past `set_highest`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleIdentifier(name)
        self.setObjectName("grown")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._highest = NO_LIMIT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def set_paragraphs(self, headline: str, paragraphs: tuple[str, ...]) -> None:
        """Show a headline in bold and the paragraphs under it."""
        self.clear()
        cursor = self.textCursor()
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText(headline, bold)
        plain = QTextCharFormat()
        for paragraph in paragraphs:
            cursor.insertText("\n", plain)
            cursor.insertText(paragraph, plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def set_highest(self, height: int) -> None:
        """Scroll rather than be higher than this, in pixels."""
        # Whole lines: half a line looks broken.
        line = self._line_height()
        self._highest = max(2, height // line) * line
        self._fit()

    def _line_height(self) -> int:
        # A line may be a pixel higher than the font says.
        block = self.document().firstBlock()
        self.blockBoundingRect(block)
        line = block.layout().lineAt(0)
        return ceil(line.height()) if line.isValid() else self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """The height of all wrapped lines."""
        return QSize(200, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Narrow it may be; cut it may not."""
        return QSize(80, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(self._wanted_height())

    def _wanted_height(self) -> int:
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return min(self._highest, ceil(height) + 2)
