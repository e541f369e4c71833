"""The views of one answer as tabs, and the tools beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import colours_of
from desktop.ui.widgets.underline_tabs import UnderlineTabs
from desktop.ui.widgets.viewer.facts_table import FactsTable
from desktop.ui.widgets.viewer.line_colours import line_colours
from desktop.ui.widgets.viewer.line_view import LineView
from desktop.ui.widgets.viewer.preview import Preview
from desktop.ui.widgets.viewer.sent_view import SentView

if TYPE_CHECKING:
    from desktop.core.model.answer import Answer
    from desktop.core.model.explanation import Explanation
    from desktop.core.model.reading import Reading
    from desktop.ui.widgets.viewer.image_view import ImageView

HEADER_TITLES = ("Name", "Value", "What it is for")
HEADER_WIDTHS = (220, 340, 240)
NO_PREVIEW = "This is neither text nor a picture. You can save it and open it with another program."
NOTHING_CAME = "The answer has no content: status and headers are all of it."


class AnswerPages(UnderlineTabs):
    """Pages that make no sense for an answer are not there."""

    save_requested = Signal()
    """The person wants the body in a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Answer", parent)
        self._answer: Answer | None = None
        self._preview = Preview(self)
        self._text = LineView(self)
        self._text.setAccessibleName("Response text")
        self._headers = FactsTable("Response headers", HEADER_TITLES, HEADER_WIDTHS, self)
        self._sent = SentView(self)
        self._save = _tool("Save…", "Save response", "Save what came back in a file (Ctrl+S)")
        self._copy = _tool("Copy", "Copy response", "Copy what came back to the clipboard")
        self._save.clicked.connect(self._hear_save)
        self._copy.clicked.connect(self._copy_answer)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        for page, name in (
            (self._preview, "Preview"),
            (self._text, "Text"),
            (self._headers, "Headers"),
            (self._sent, "Sent"),
        ):
            self.add_page(page, name)
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        row.addWidget(self._copy)
        row.addWidget(self._save)
        self.setCornerWidget(tools, Qt.Corner.TopRightCorner)

    def refresh(self) -> None:
        """Follow new colours and sizes."""
        colours = line_colours(colours_of(self))
        for view in (self._text, self._preview.text_view, self._sent.body_view):
            view.set_colours(colours)
        self._sent.refresh_sizes()

    def show_answer(self, answer: Answer) -> None:
        """Show what came back, and what went out."""
        self._answer = answer
        text = answer.reading.text if answer.reading else None
        answered = answer.exchange is not None
        self._set_page(self._preview, visible=answered)
        self._set_page(self._text, visible=text is not None)
        self._set_page(self._headers, visible=answered)
        if text is not None:
            self._text.set_lines(text)
        if answer.reading is not None:
            self._show_preview(answer.reading)
        if answer.sent is not None:
            self._sent.show_sent(answer.sent, answer.sent_body)
        self._show_headers(answer.explanation)
        self._save.setEnabled(self._has_body())
        self._copy.setEnabled(self._has_body() and self._can_copy())
        self.setCurrentWidget(self._preview if answered else self._sent)

    def _set_page(self, page: QWidget, *, visible: bool) -> None:
        self.setTabVisible(self.indexOf(page), visible)

    def _show_preview(self, reading: Reading) -> None:
        lines = reading.preview or reading.text
        if reading.kind == "image" and self._answer and self._answer.exchange:
            body = self._answer.exchange.response.body
            self._preview.show_picture(body, reading.picture)
        elif reading.kind == "empty":
            self._preview.show_words(NOTHING_CAME)
        elif lines is None:
            self._preview.show_words(NO_PREVIEW)
        else:
            self._preview.show_lines(lines)

    def _show_headers(self, explanation: Explanation) -> None:
        rows = tuple((line.name, line.value, line.sentence) for line in explanation.headers)
        self._headers.set_facts(rows)
        self.set_count(self._headers, len(rows))

    @property
    def image_view(self) -> ImageView:
        """The view of a picture, which asks for what is decoded elsewhere."""
        return self._preview.image_view

    def _has_body(self) -> bool:
        answer = self._answer
        return bool(answer and answer.exchange and len(answer.exchange.response.body))

    def _can_copy(self) -> bool:
        reading = self._answer.reading if self._answer else None
        return reading is not None and (reading.text is not None or reading.kind == "image")

    @Slot()
    def _hear_save(self) -> None:
        self.save_requested.emit()

    @Slot()
    def _copy_answer(self) -> None:
        reading = self._answer.reading if self._answer else None
        if reading is None:
            return
        if reading.text is not None:
            self._text.copy_all()
        elif reading.kind == "image":
            self._preview.image_view.copy_image()


def _tool(words: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("flat", True)
    button.setAccessibleName(name)
    button.setAccessibleIdentifier(name)
    button.setToolTip(tip)
    return button
