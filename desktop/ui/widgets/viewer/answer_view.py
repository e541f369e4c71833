"""The lower half of the window: an answer, or what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.ui.widgets.viewer.welcome import Welcome

if TYPE_CHECKING:
    from desktop.core.model.answer import Answer
    from desktop.ui.widgets.viewer.answer_pane import AnswerPane


class AnswerView(QWidget):
    """Welcomes, and shows answers from the first one on.

    The pane for answers is built when `prepare` is called or the first one comes: the window
    opens without it.
    """

    offer_chosen = Signal(object)
    """The person took an offer of the explanation."""
    save_requested = Signal()
    """The person wants the body in a file."""
    prepared = Signal(object)
    """The `AnswerPane` is built now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._answer: Answer | None = None
        self._pane: AnswerPane | None = None
        self._welcome = Welcome(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._welcome)

    @Slot()
    def prepare(self) -> None:
        """Build the pane now, while nobody waits for it."""
        self._ready()

    def _ready(self) -> AnswerPane:
        if self._pane is None:
            from desktop.ui.widgets.viewer.answer_pane import AnswerPane  # noqa: PLC0415

            self._pane = AnswerPane(self)
            self._pane.offer_chosen.connect(self.offer_chosen)
            self._pane.save_requested.connect(self.save_requested)
            self._stack.addWidget(self._pane)
            self.prepared.emit(self._pane)
        return self._pane

    @Slot()
    def refresh(self) -> None:
        """Follow new colours and sizes."""
        if self._pane is not None:
            self._pane.refresh()

    def show_nothing(self) -> None:
        """Say what will be here."""
        self._answer = None
        self._stack.setCurrentWidget(self._welcome)

    def show_progress(self, status: str, words: str, facts: str) -> None:
        """Show how far a send has come; the answer before is gone."""
        self._answer = None
        self._stack.setCurrentWidget(self._ready())
        self._ready().show_progress(status, words, facts)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer or a failure, its meaning first."""
        self._answer = answer
        self._stack.setCurrentWidget(self._ready())
        self._ready().show_answer(answer)

    def answer(self) -> Answer | None:
        """The answer that is shown."""
        return self._answer
