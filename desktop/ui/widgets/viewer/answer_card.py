"""The card above an answer: status, what it means, and what to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import colours_of, scaled
from desktop.ui.widgets.plain_label import PlainLabel
from desktop.ui.widgets.viewer.grown_text import NO_LIMIT, GrownText

if TYPE_CHECKING:
    from desktop.core.model.explanation import Explanation, Offer

RADIUS = 10
STATUS_SHARE = 0.35
"""A status that is wider, as a part of the card, stands above the words."""


class OfferButton(QPushButton):
    """A button that does what an explanation offers."""

    chosen = Signal(object)
    """The person took this offer."""

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(offer.label, parent)
        self._offer = offer
        self.setAccessibleName(offer.label)
        self.clicked.connect(self._hear)

    @Slot()
    def _hear(self) -> None:
        self.chosen.emit(self._offer)


class AnswerCard(QFrame):
    """Shows an explanation on a ground in the colour of its tone; the words say it too."""

    offer_chosen = Signal(object)
    """The person took one of the offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "information"
        self._explanation: Explanation | None = None
        self._status = self._make_status()
        self._words = GrownText("Explanation", self)
        self._details = GrownText("Technical details", self)
        self._details.hide()
        self._more = self._make_more()
        self._facts = PlainLabel()
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(8)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._room = NO_LIMIT
        self._lay_out()

    def _make_status(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName("status")
        edit.setReadOnly(True)
        edit.setFrame(False)
        edit.setAccessibleName("Status")
        edit.setAccessibleIdentifier("Status")
        edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return edit

    def _make_more(self) -> QPushButton:
        button = QPushButton("Details", self)
        button.setObjectName("more")
        button.setProperty("flat", True)
        button.setCheckable(True)
        button.setToolTip("The same in technical words")
        button.toggled.connect(self._show_details)
        return button

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(8)
        text.setContentsMargins(0, 3, 0, 0)
        text.addWidget(self._words)
        text.addWidget(self._details)
        text.addLayout(self._offers)
        text.addStretch(1)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.setContentsMargins(0, 3, 0, 0)
        facts.addWidget(self._facts)
        facts.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        facts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        self._body.setSpacing(16)
        self._body.addWidget(
            self._status, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        )
        self._body.addLayout(text, 1)
        row.addLayout(self._body, 1)
        row.addLayout(facts)

    def show_explanation(self, explanation: Explanation, facts: str) -> None:
        """Show what an answer means; `facts` are its time and size."""
        self._explanation = explanation
        self._tone = explanation.tone
        self._set_status(explanation.status)
        self._words.set_paragraphs(explanation.headline, _paragraphs(explanation))
        self._details.set_paragraphs("In technical words", (explanation.details,))
        self._more.setVisible(bool(explanation.details))
        self._details.setVisible(self._more.isChecked() and bool(explanation.details))
        self._facts.setText(facts)
        self._set_offers(explanation.offers)
        self._colour()

    def show_progress(self, status: str, words: str, facts: str) -> None:
        """Show how far a send has come."""
        self._explanation = None
        self._tone = "information"
        self._set_status(status)
        self._words.set_paragraphs(words, ())
        self._details.hide()
        self._more.hide()
        self._facts.setText(facts)
        self._set_offers(())
        self._colour()

    def set_room(self, height: int) -> None:
        """Be no higher than this, in pixels; the words scroll, the offers stay in sight."""
        self._room = height
        self._share_room()

    def _share_room(self) -> None:
        offers = scaled(46) if self._offers.count() else 0
        above = scaled(28) + 4 if self._is_stacked() else 0
        room = self._room - offers - above - scaled(24)
        with_details = not self._details.isHidden()
        self._words.set_highest(room // 2 if with_details else room)
        self._details.set_highest(room // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have another place for the status."""
        super().resizeEvent(event)
        self._place_status()

    def refresh(self) -> None:
        """Follow new colours and sizes."""
        self._set_status(self._status.text())
        self._colour()

    def _set_status(self, text: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(scaled(20))
        font.setWeight(QFont.Weight.DemiBold)
        self._status.setFont(font)
        self._status.setText(text)
        self._status.setCursorPosition(0)
        self._place_status()

    def _place_status(self) -> None:
        text, metrics = self._status.text(), self._status.fontMetrics()
        width = metrics.horizontalAdvance(text) + scaled(6)
        stacked = width > self.width() * STATUS_SHARE
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._body.setSpacing(4 if stacked else 16)
        room = self.width() - scaled(150)
        self._status.setFixedSize(min(width, max(room, scaled(80))), scaled(26))
        self._share_room()

    def _is_stacked(self) -> bool:
        return self._body.direction() == QBoxLayout.Direction.TopToBottom

    def _set_offers(self, offers: tuple[Offer, ...]) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, offer in enumerate(offers):
            button = OfferButton(offer, self)
            button.setProperty("primary", number == 0)
            button.chosen.connect(self.offer_chosen)
            self._offers.addWidget(button)
        if offers:
            self._offers.addStretch(1)

    @Slot(bool)
    def _show_details(self, wanted: bool) -> None:
        self._details.setVisible(wanted)
        self._share_room()

    def _colour(self) -> None:
        colours = colours_of(self)
        text, _ground = colours.tone(self._tone)
        for widget, colour in ((self._status, text), (self._facts, colours.soft_text)):
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Text, QColor(colour))
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            widget.setPalette(palette)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours_of(self).tone(self._tone)[1]))
        painter.drawRoundedRect(self.rect(), scaled(RADIUS), scaled(RADIUS))
        painter.end()


def _paragraphs(explanation: Explanation) -> tuple[str, ...]:
    lines = [explanation.meaning] if explanation.meaning else []
    if explanation.tone != "success":
        lines += [f"• {cause}" for cause in explanation.why]
        lines += [f"→ {idea}" for idea in explanation.tries]
    return tuple(lines)
