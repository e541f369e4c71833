"""What really went out: request line, headers and body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from desktop.ui.theme import fixed_font
from desktop.ui.widgets.viewer.facts_table import FactsTable
from desktop.ui.widgets.viewer.line_view import LineView

if TYPE_CHECKING:
    from desktop.core.model.exchange import Sent, SentHeader
    from desktop.core.model.reading import Lines

TITLES = ("Name", "Value", "Who added it")
WIDTHS = (220, 420, 160)
BY_PERSON = "you"
BY_BLEAT = "Bleat, automatically"


class SentView(QWidget):
    """Shows one request as it stood on the wire; what Bleat added is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self._line.setReadOnly(True)
        self._line.setAccessibleName("Request line")
        self._headers = FactsTable("Sent headers", TITLES, WIDTHS, self)
        self._body = LineView(self)
        self._body.setAccessibleName("Sent body")
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self._headers)
        self._split.addWidget(self._body)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._split, 1)

    @property
    def body_view(self) -> LineView:
        """The view of the body, to be given colours."""
        return self._body

    def refresh_sizes(self) -> None:
        """Follow the size of the program's text."""
        self._line.setFont(fixed_font())

    def show_sent(self, sent: Sent, body: Lines | None) -> None:
        """Show a request that went out, its body as readable rows."""
        self.refresh_sizes()
        self._line.setText(f"{sent.method} {sent.target} HTTP/1.1")
        self._line.setCursorPosition(0)
        self._headers.set_facts(tuple(_row(header) for header in sent.headers))
        self._body.setVisible(body is not None)
        if body is not None:
            self._body.set_lines(body)


def _row(header: SentHeader) -> tuple[str, str, str]:
    return header.name, header.value, BY_BLEAT if header.automatic else BY_PERSON
