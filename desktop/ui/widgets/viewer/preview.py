"""The best view of an answer: its picture, its tidied text, or a sentence on what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop.ui.widgets.plain_label import PlainLabel
from desktop.ui.widgets.viewer.image_view import ImageView
from desktop.ui.widgets.viewer.line_view import LineView

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content
    from desktop.core.model.reading import Lines, Picture


BROKEN = (
    "This picture cannot be shown: it is damaged, or too large. "
    "You can save it and try another program."
)


class Preview(QStackedWidget):
    """One of three pages: words, text, picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._words = _words()
        self._text = LineView(self)
        self._text.setAccessibleName("Response text")
        self._image = ImageView(self)
        for page in (self._words, self._text, self._image):
            self.addWidget(page)

    @property
    def text_view(self) -> LineView:
        """The view of tidied text, to be given colours."""
        return self._text

    @property
    def image_view(self) -> ImageView:
        """The view of a picture."""
        return self._image

    def show_words(self, words: str) -> None:
        """Say something in place of a view."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setCurrentWidget(self._words)

    def show_lines(self, lines: Lines) -> None:
        """Show text."""
        self._text.set_lines(lines)
        self.setCurrentWidget(self._text)

    def show_picture(self, content: Content, picture: Picture | None) -> None:
        """Show a picture as soon as it is decoded."""
        # In front first: how many pixels are decoded depends on the room that there is.
        self.setCurrentWidget(self._image)
        self._image.show_picture(content, picture, BROKEN)


def _words() -> QLabel:
    label = PlainLabel()
    label.setObjectName("hint")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setMargin(24)
    return label
