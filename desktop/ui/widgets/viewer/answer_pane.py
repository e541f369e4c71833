"""One answer: its card, and below it its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.viewer.amounts import duration, size
from desktop.ui.widgets.viewer.answer_card import AnswerCard
from desktop.ui.widgets.viewer.answer_pages import AnswerPages

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.core.model.answer import Answer
    from desktop.ui.widgets.viewer.image_view import ImageView

CARD_SHARE = 0.5


class AnswerPane(QScrollArea):
    """Shows how far a send has come, and then what came of it, its meaning first.

    It scrolls as a whole where the text is large and the window is not.
    """

    offer_chosen = Signal(object)
    """The person took an offer of the explanation."""
    save_requested = Signal()
    """The person wants the body in a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = AnswerCard(self)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._pages = AnswerPages(self)
        self._card.offer_chosen.connect(self.offer_chosen)
        self._pages.save_requested.connect(self.save_requested)
        self._column = self._make_column()
        self._column.addWidget(self._card)
        self._column.addWidget(self._pages, 1)
        self._column.addStretch(0)

    def _make_column(self) -> QVBoxLayout:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(4)
        self.setWidget(whole)
        return column

    @property
    def image_view(self) -> ImageView:
        """The view of a picture, which asks for what is decoded elsewhere."""
        return self._pages.image_view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card takes a share of the new height at the most."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        self._card.set_room(round(self.viewport().height() * CARD_SHARE))

    def refresh(self) -> None:
        """Follow new colours and sizes."""
        self._card.refresh()
        self._pages.refresh()

    def show_progress(self, status: str, words: str, facts: str) -> None:
        """Show how far a send has come; the answer before is gone."""
        self._pages.hide()
        self._card.show_progress(status, words, facts)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer or a failure, from its top."""
        self.verticalScrollBar().setValue(0)
        self._card.show_explanation(answer.explanation, _facts(answer))
        self._give_room()
        self._pages.setVisible(answer.sent is not None)
        # How many pixels of a picture are decoded depends on the room that it has.
        self._column.activate()
        self._pages.show_answer(answer)


def _facts(answer: Answer) -> str:
    if answer.exchange is None:
        return ""
    response = answer.exchange.response
    return f"{duration(answer.exchange.elapsed)}  ·  {size(len(response.body))}"
