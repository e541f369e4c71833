"""The body of a request: nothing, JSON or text."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.model.request import Body, BodyKind
from desktop.ui.theme import fixed_font, scaled
from desktop.ui.widgets.named_box import NamedBox
from desktop.ui.widgets.plain_label import PlainLabel

KINDS: Final = (("none", "None"), ("json", "JSON"), ("text", "Text"))
NOTHING = "This request sends no body. Choose JSON or text to send something along."


class BodyEditor(QWidget):
    """Tells the whole body at each change; the text stays while the kind is None."""

    body_changed = Signal(object)
    """The body is another one now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = NamedBox("Body type", self)
        for kind, words in KINDS:
            self._kind.addItem(words, kind)
        self._text = self._make_text()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(_nothing(NOTHING))
        self._pages.addWidget(self._text)
        self._lay_out()
        self._kind.currentIndexChanged.connect(self._hear)
        self._text.textChanged.connect(self._hear)
        self._show_page()

    def _make_text(self) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setAccessibleName("Body text")
        edit.setAccessibleIdentifier("Body text")
        edit.setTabChangesFocus(True)
        # Long lines that wrap hold the window for minutes.
        edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        edit.setFont(fixed_font())
        return edit

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        label = PlainLabel("What to send")
        label.setBuddy(self._kind)
        self._kind.setMinimumWidth(scaled(140))
        row.addWidget(label)
        row.addWidget(self._kind)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._pages, 1)

    @Slot()
    def _hear(self) -> None:
        self._show_page()
        self.body_changed.emit(self.body())

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(0 if self._kind.currentData() == "none" else 1)

    def refresh_sizes(self) -> None:
        """Follow the size of the program's text."""
        self._text.setFont(fixed_font())

    def body(self) -> Body:
        """The body as it stands in the fields."""
        kind = cast("BodyKind", self._kind.currentData())
        return Body(kind, self._plain_text())

    def _plain_text(self) -> str:
        # `toPlainText` would make a plain blank of every no-break space.
        text = self._text.document().toRawText()
        return text.replace("\u2029", "\n").replace("\u2028", "\n")

    def set_body(self, body: Body) -> None:
        """Show a body without telling of a change."""
        with QSignalBlocker(self):
            self._kind.setCurrentIndex(max(0, self._kind.findData(body.kind)))
            if body.text != self._plain_text():
                self._text.setPlainText(body.text)
        self._show_page()

    def focus_text(self) -> None:
        """Put the caret into the text, or let the person choose what to send first."""
        (self._text if self._kind.currentData() != "none" else self._kind).setFocus()


def _nothing(words: str) -> QLabel:
    label = PlainLabel(words)
    label.setObjectName("hint")
    label.setWordWrap(True)
    label.setMargin(12)
    return label
