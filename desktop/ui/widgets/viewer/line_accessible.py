"""What a screen reader is told of a view of text: its rows, the caret, and where they are."""

from __future__ import annotations

import weakref
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.ui.widgets.viewer.line_selection import Place, continues

if TYPE_CHECKING:
    from desktop.core.model.reading import Lines

WHOLE_ROWS: Final = 2000
WHOLE_CHARACTERS: Final = 64 * 1024
"""A text up to this size is told whole; of a longer one, the rows on the screen."""


@dataclass(frozen=True, slots=True)
class SpokenText:
    """Some rows as one text; `starts` are the offsets of the rows from `first` on."""

    first: int
    starts: tuple[int, ...]
    text: str

    def offset(self, place: Place) -> int:
        """How many characters stand before a place; the nearest one that is told."""
        row = place.row - self.first
        if row < 0 or not self.starts:
            return 0
        return self.starts[row] + place.column if row < len(self.starts) else len(self.text)

    def place(self, offset: int) -> Place:
        """The place that has so many characters before it."""
        row = max(bisect_right(self.starts, offset) - 1, 0)
        start = self.starts[row] if self.starts else 0
        return Place(self.first + row, max(offset - start, 0))


def spoken_text(lines: Lines, top: int, bottom: int) -> SpokenText:
    """All of a short text, or the rows from `top` to `bottom` (not included) of a long one."""
    if len(lines) <= WHOLE_ROWS:
        whole = _joined(lines, 0, len(lines))
        if len(whole.text) <= WHOLE_CHARACTERS:
            return whole
    return _joined(lines, top, bottom)


def _joined(lines: Lines, first: int, end: int) -> SpokenText:
    parts: list[str] = []
    starts, length = [], 0
    for row in range(first, end):
        if row > first and not continues(lines, row):
            parts.append("\n")
            length += 1
        starts.append(length)
        parts.append(lines[row])
        length += len(parts[-1])
        if length > 2 * WHOLE_CHARACTERS and end - first > WHOLE_ROWS // 10:
            break
    return SpokenText(first, tuple(starts), "".join(parts))


class SpeakingView(Protocol):
    """What a view must answer, so that it can be read aloud."""

    def spoken(self) -> SpokenText:
        """The text that is told."""

    def caret(self) -> Place:
        """Where the caret stands."""

    def place_caret(self, place: Place) -> None:
        """Move the caret."""

    def character_rect(self, place: Place) -> QRect:
        """Where a character is on the screen."""

    def place_at(self, point: QPoint) -> Place:
        """The place at a point of the screen."""


class _Text(QAccessibleTextInterface):
    """The text itself. Selections are not told: PySide6 has no binding for them."""

    def __init__(self, view: SpeakingView) -> None:
        super().__init__()
        self._view = weakref.ref(view)

    def _alive(self) -> SpeakingView | None:
        view = self._view()
        return view if view is not None and shiboken6.isValid(view) else None

    def characterCount(self) -> int:
        view = self._alive()
        return len(view.spoken().text) if view else 0

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803
        view = self._alive()
        text = view.spoken().text if view else ""
        return text[max(startOffset, 0) : endOffset if endOffset >= 0 else len(text)]

    def cursorPosition(self) -> int:
        view = self._alive()
        return view.spoken().offset(view.caret()) if view else 0

    def setCursorPosition(self, position: int) -> None:
        if view := self._alive():
            view.place_caret(view.spoken().place(position))

    def characterRect(self, offset: int) -> QRect:
        view = self._alive()
        return view.character_rect(view.spoken().place(offset)) if view else QRect()

    def offsetAtPoint(self, point: QPoint) -> int:
        view = self._alive()
        return view.spoken().offset(view.place_at(point)) if view else -1

    def scrollToSubstring(self, startIndex: int, _endIndex: int) -> None:  # noqa: N803
        self.setCursorPosition(startIndex)

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, _startOffset: int, _endOffset: int) -> None:  # noqa: N803
        pass

    def removeSelection(self, _selectionIndex: int) -> None:  # noqa: N803
        pass

    def setSelection(self, _selectionIndex: int, _startOffset: int, _endOffset: int) -> None:  # noqa: N803
        pass


class LineAccessible(QAccessibleWidget):
    """A read-only text of several lines."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._text = _Text(view)  # type: ignore[arg-type]  # a view of text speaks

    def state(self) -> QAccessible.State:
        """What can be done with it: reading and selecting."""
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """The text for those who ask for it, and nothing else."""
        # PySide6 takes an object or a VoidPtr here; None or a number crash it.
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return shiboken6.VoidPtr(0)
