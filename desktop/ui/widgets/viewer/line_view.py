"""Shows text of any length: coloured, selectable, copied as received, read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextUpdateEvent,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.widgets.own_accessible import let_widgets_speak
from desktop.ui.widgets.viewer.line_accessible import LineAccessible, SpokenText, spoken_text
from desktop.ui.widgets.viewer.line_canvas import LineCanvas, NoLines
from desktop.ui.widgets.viewer.line_gathering import LineGathering
from desktop.ui.widgets.viewer.line_keys import is_own, move_of
from desktop.ui.widgets.viewer.line_selection import (
    Place,
    Selection,
    everything,
    moved,
    selected_parts,
    word_at,
)

if TYPE_CHECKING:
    from desktop.core.model.reading import Lines, Syntax
    from desktop.ui.widgets.viewer.line_selection import Move

DRAG_MS: Final = 40
"""How often a drag beyond the edge scrolls on."""
_VERTICAL: Final = frozenset({"up", "down", "page_up", "page_down"})


class LineView(LineCanvas):
    """Read-only text. Keys and mouse move the caret and select; Copy gives what was received."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        let_widgets_speak()
        self.setObjectName("lines")
        self.setAccessibleName("Response text")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._wished_x = 0.0
        self._spoken: SpokenText | None = None
        self._drag = QPoint()
        self._drag_timer = QTimer(self)
        self._drag_timer.setInterval(DRAG_MS)
        self._drag_timer.timeout.connect(self._drag_on)
        self._gathering = LineGathering(self)
        self._gathering.gathered.connect(self._to_clipboard)

    def set_lines(self, lines: Lines, syntax: Syntax | None = None) -> None:
        """Show a text from its beginning; its language is the lines' own, if none is given."""
        before = self._spoken
        self._lines, self._syntax = lines, syntax or lines.syntax
        self._selection = Selection()
        self._wished_x = 0.0
        self._spoken = None
        self._gathering.forget()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self._begin()
        if QAccessible.isActive():
            old = before.text if before else ""
            event = QAccessibleTextUpdateEvent(self, 0, old, self.spoken().text)
            QAccessible.updateAccessibility(event)

    def clear(self) -> None:
        """Show nothing."""
        self.set_lines(NoLines())

    def selected_text(self) -> str:
        """What is selected, as it was received."""
        return "".join(selected_parts(self._lines, self._selection)) if len(self._lines) else ""

    @Slot()
    def select_all(self) -> None:
        """Select the whole text; what is seen stays where it is."""
        self._select(everything(self._lines))

    @Slot()
    def copy(self) -> None:
        """Copy what is selected; much of it takes a moment, in which the window stays awake."""
        if len(self._lines) and not self._selection.empty:
            self._gathering.gather(selected_parts(self._lines, self._selection))

    @Slot()
    def copy_all(self) -> None:
        """Copy the whole text; the selection stays as it is."""
        if len(self._lines):
            self._gathering.gather(selected_parts(self._lines, everything(self._lines)))

    @Slot(object)
    def _to_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _select(self, selection: Selection) -> None:
        self._selection = selection
        self.viewport().update()
        if QAccessible.isActive():
            offset = self.spoken().offset(selection.caret)
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, offset))

    def _go(self, place: Place, *, extend: bool) -> None:
        self._select(self._selection.moved_to(place, extend=extend))
        self._show_place(place)

    def _move(self, move: Move, *, extend: bool) -> None:
        if not len(self._lines):
            return
        caret = self._selection.caret
        if not extend and not self._selection.empty and move in {"left", "right"}:
            place = self._selection.first if move == "left" else self._selection.last
        else:
            place = moved(self._lines, caret, move, self._page())
        if move in _VERTICAL:
            place = Place(place.row, self._layouts[place.row].column(self._wished_x))
        self._go(place, extend=extend)
        if move not in _VERTICAL:
            self._wish(place)

    def _wish(self, place: Place) -> None:
        """Remember where across the row the caret wants to be when it goes up or down."""
        self._wished_x = self._layouts[place.row].x(place.column) if len(self._lines) else 0.0

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean the text from the window's shortcuts."""
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, select, copy."""
        found = move_of(event)
        if found:
            self._move(found[0], extend=found[1])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret there; with Shift, select up to there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._place_in(event.position().toPoint())
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._select(self._selection.moved_to(place, extend=extend))
        self._wish(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to here; beyond the edge, scroll on."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._drag = event.position().toPoint()
        if self.viewport().rect().contains(self._drag):
            self._drag_timer.stop()
        elif not self._drag_timer.isActive():
            self._drag_timer.start()
        self._drag_on()

    @Slot()
    def _drag_on(self) -> None:
        self._go(self._place_in(self._drag), extend=True)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self._drag_timer.stop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        if event.button() == Qt.MouseButton.LeftButton and len(self._lines):
            self._select(word_at(self._lines, self._place_in(event.position().toPoint())))
            self._wish(self._selection.caret)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and to select."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy", QKeySequence.StandardKey.Copy, self.copy)
        copy.setEnabled(not self._selection.empty)
        every = menu.addAction("Select all", QKeySequence.StandardKey.SelectAll, self.select_all)
        every.setEnabled(len(self._lines) > 0)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        caret = self._rect_in(self._selection.caret).bottomLeft()
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(caret))

    def _look(self) -> None:
        self._spoken = None
        super()._look()

    def make_accessible(self) -> LineAccessible:
        """What a screen reader is given (own_accessible asks for it)."""
        return LineAccessible(self)

    def spoken(self) -> SpokenText:
        """The text that a screen reader is told."""
        if self._spoken is None:
            rows = self._seen_rows()
            self._spoken = spoken_text(self._lines, rows.start, rows.stop)
        return self._spoken

    def caret(self) -> Place:
        """Where the caret stands."""
        return self._selection.caret

    def place_caret(self, place: Place) -> None:
        """Move the caret, and show it."""
        if place.row < len(self._lines):
            place = Place(place.row, min(place.column, len(self._lines[place.row])))
            self._go(place, extend=False)
            self._wish(place)

    def character_rect(self, place: Place) -> QRect:
        """Where a character is on the screen."""
        rect = self._rect_in(place)
        return rect.translated(self.viewport().mapToGlobal(QPoint()))

    def place_at(self, point: QPoint) -> Place:
        """The place at a point of the screen."""
        return self._place_in(self.viewport().mapFromGlobal(point))
