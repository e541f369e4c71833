"""Where the caret stands in rows of text, what is selected, and how keys move it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.core.model.reading import Lines

Move = Literal[
    "left", "right", "word_left", "word_right", "row_start", "row_end",
    "up", "down", "page_up", "page_down", "start", "end",
]  # fmt: skip
_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]+")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Between two characters: before the character `column` of a row."""

    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it was begun (`anchor`) to the caret, in either direction."""

    anchor: Place = Place()
    caret: Place = Place()

    @property
    def first(self) -> Place:
        """The end that comes first in the text."""
        return min(self.anchor, self.caret)

    @property
    def last(self) -> Place:
        """The end that comes last in the text."""
        return max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        """True when there is only a caret."""
        return self.anchor == self.caret

    def columns(self, row: int, length: int) -> tuple[int, int]:
        """The selected part of a row with so many characters; equal numbers for none."""
        if self.empty or not self.first.row <= row <= self.last.row:
            return 0, 0
        start = self.first.column if row == self.first.row else 0
        end = self.last.column if row == self.last.row else length
        return start, end

    def moved_to(self, place: Place, *, extend: bool) -> Selection:
        """The caret elsewhere; the selection grows with it or ends."""
        return Selection(self.anchor if extend else place, place)


def continues(lines: Lines, row: int) -> bool:
    """True where a row goes on with the line of the row before it."""
    return lines.continues(row)


def everything(lines: Lines) -> Selection:
    """All of a text, the caret at its end."""
    return Selection(Place(), text_end(lines))


def text_end(lines: Lines) -> Place:
    """The place after the last character."""
    last = len(lines) - 1
    return Place(last, len(lines[last])) if last >= 0 else Place()


def word_at(lines: Lines, place: Place) -> Selection:
    """The word at a place, or the spaces or signs there."""
    for word in _WORD.finditer(lines[place.row]):
        if word.end() > place.column or word.end() == len(lines[place.row]):
            return Selection(Place(place.row, word.start()), Place(place.row, word.end()))
    return Selection(place, place)


def moved(lines: Lines, place: Place, move: Move, page: int) -> Place:
    """Where a key takes the caret; `page` is how many rows are seen. Up and down keep the column.

    Up and down count in characters; a view that knows better places the caret itself.
    """
    if move in _ALONG:
        return _ALONG[move](lines, place)
    step = page if move.startswith("page") else 1
    row = place.row + (-step if move in {"up", "page_up"} else step)
    row = min(max(row, 0), len(lines) - 1)
    return Place(row, min(place.column, len(lines[row])))


def selected_parts(lines: Lines, selection: Selection) -> Iterator[str]:
    """The selected text, row by row, as received; rows of one line are not parted."""
    first, last = selection.first, selection.last
    for row in range(first.row, last.row + 1):
        text = lines[row]
        start, end = selection.columns(row, len(text))
        apart = row > first.row and not continues(lines, row)
        yield f"\n{text[start:end]}" if apart else text[start:end]


def _left(lines: Lines, place: Place) -> Place:
    if place.column:
        return Place(place.row, place.column - 1)
    return Place(place.row - 1, len(lines[place.row - 1])) if place.row else place


def _right(lines: Lines, place: Place) -> Place:
    if place.column < len(lines[place.row]):
        return Place(place.row, place.column + 1)
    return Place(place.row + 1, 0) if place.row + 1 < len(lines) else place


def _word_left(lines: Lines, place: Place) -> Place:
    if not place.column:
        return _left(lines, place)
    starts = [word.start() for word in _WORD.finditer(lines[place.row]) if not word[0].isspace()]
    return Place(place.row, max((start for start in starts if start < place.column), default=0))


def _word_right(lines: Lines, place: Place) -> Place:
    row = lines[place.row]
    if place.column >= len(row):
        return _right(lines, place)
    starts = [word.start() for word in _WORD.finditer(row) if not word[0].isspace()]
    return Place(place.row, min((at for at in starts if at > place.column), default=len(row)))


def _row_start(lines: Lines, place: Place) -> Place:
    """After the indentation; from there, at the very start."""
    row = lines[place.row]
    indentation = len(row) - len(row.lstrip())
    return Place(place.row, 0 if place.column == indentation else indentation)


def _row_end(lines: Lines, place: Place) -> Place:
    return Place(place.row, len(lines[place.row]))


def _start(_lines: Lines, _place: Place) -> Place:
    return Place()


def _end(lines: Lines, _place: Place) -> Place:
    return text_end(lines)


_ALONG: Final[dict[str, Callable[[Lines, Place], Place]]] = {
    "left": _left,
    "right": _right,
    "word_left": _word_left,
    "word_right": _word_right,
    "row_start": _row_start,
    "row_end": _row_end,
    "start": _start,
    "end": _end,
}
