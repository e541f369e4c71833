"""The keys that move the caret, as the system has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from desktop.ui.widgets.viewer.line_selection import Move

_Key = QKeySequence.StandardKey
_MOVES: Final[tuple[tuple[_Key, Move, bool], ...]] = (
    (_Key.MoveToNextChar, "right", False),
    (_Key.MoveToPreviousChar, "left", False),
    (_Key.MoveToNextWord, "word_right", False),
    (_Key.MoveToPreviousWord, "word_left", False),
    (_Key.MoveToNextLine, "down", False),
    (_Key.MoveToPreviousLine, "up", False),
    (_Key.MoveToNextPage, "page_down", False),
    (_Key.MoveToPreviousPage, "page_up", False),
    (_Key.MoveToStartOfLine, "row_start", False),
    (_Key.MoveToEndOfLine, "row_end", False),
    (_Key.MoveToStartOfDocument, "start", False),
    (_Key.MoveToEndOfDocument, "end", False),
    (_Key.SelectNextChar, "right", True),
    (_Key.SelectPreviousChar, "left", True),
    (_Key.SelectNextWord, "word_right", True),
    (_Key.SelectPreviousWord, "word_left", True),
    (_Key.SelectNextLine, "down", True),
    (_Key.SelectPreviousLine, "up", True),
    (_Key.SelectNextPage, "page_down", True),
    (_Key.SelectPreviousPage, "page_up", True),
    (_Key.SelectStartOfLine, "row_start", True),
    (_Key.SelectEndOfLine, "row_end", True),
    (_Key.SelectStartOfDocument, "start", True),
    (_Key.SelectEndOfDocument, "end", True),
)
"""Key, what it does, and whether it selects."""


def move_of(event: QKeyEvent) -> tuple[Move, bool] | None:
    """What a key does to the caret, and whether it selects; None for any other key."""
    return next(((move, selects) for key, move, selects in _MOVES if event.matches(key)), None)


def is_own(event: QKeyEvent) -> bool:
    """True for keys that mean the text, also where the window has a shortcut for them."""
    own = (_Key.Copy, _Key.SelectAll)
    return any(event.matches(key) for key in own) or move_of(event) is not None
