"""Paints one row of text: the selection behind it, then its words in their colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from desktop.ui.widgets.viewer.line_tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from desktop.ui.widgets.viewer.line_colours import LineColours
    from desktop.ui.widgets.viewer.line_layout import LineMeasures, RowLayout, Run
    from desktop.ui.widgets.viewer.line_tokens import Role


class Part(NamedTuple):
    """A text to paint in one go, and where it begins in its row."""

    start: int
    text: str
    role: Role


class LinePainting:
    """Paints rows in one font and one set of colours."""

    def __init__(self, measures: LineMeasures, colours: LineColours) -> None:
        self._measures = measures
        self._pens: dict[Role, QColor] = {
            "text": QColor(colours.text),
            "soft": QColor(colours.soft),
            "key": QColor(colours.key),
            "string": QColor(colours.string),
            "number": QColor(colours.number),
            "word": QColor(colours.word),
            "punctuation": QColor(colours.punctuation),
        }
        self._selection = QColor(colours.selection)

    def paint_selection(
        self, painter: QPainter, row: RowLayout, corner: QPointF, columns: tuple[int, int]
    ) -> None:
        """Paint the ground of the selected columns of a row."""
        for left, right in row.spans(columns):
            self._paint_ground(painter, QPointF(corner.x() + left, corner.y()), right - left)

    def paint_line_end(self, painter: QPainter, row: RowLayout, corner: QPointF) -> None:
        """Paint a selected line end, which is as wide as a letter."""
        place = QPointF(corner.x() + row.width, corner.y())
        self._paint_ground(painter, place, self._measures.cell)

    def _paint_ground(self, painter: QPainter, corner: QPointF, width: float) -> None:
        ground = QRectF(corner.x(), corner.y(), width, self._measures.row)
        painter.fillRect(ground, self._selection)

    def paint_row(self, painter: QPainter, row: RowLayout, corner: QPointF, right: float) -> None:
        """Paint what is seen of a row whose left upper corner is given, up to the right edge."""
        seen = row.between(-corner.x(), right - corner.x())
        baseline = corner.y() + self._measures.baseline
        for start, text, role in _by_colour(row, seen) if row.even else _pieces(row, seen):
            if text and not text.isspace():
                painter.setPen(self._pens[role])
                painter.drawText(QPointF(corner.x() + row.painted_x(start), baseline), text)

    def paint_caret(self, painter: QPainter, corner: QPointF, x: float) -> None:
        """Paint the caret at a distance from the left end of its row."""
        caret = QRectF(corner.x() + x - 0.5, corner.y(), 1.5, self._measures.row)
        painter.fillRect(caret, self._pens["text"])


def _pieces(row: RowLayout, seen: tuple[int, int]) -> Iterator[Part]:
    """The parts of a row that are painted one by one, from left to right."""
    for start, end, role in _covering(row.tokens(*seen), seen):
        place = start
        for first, last in _side_by_side(row.runs, place, end):
            yield Part(place, row.text[place:first], role)
            yield Part(first, row.text[first:last], role)
            place = last
        yield Part(place, row.text[place:end], role)


def _side_by_side(runs: list[Run], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of runs between two places."""
    start = end = first
    for run in runs:
        if first <= run.start and run.end <= last:
            if run.start > end > start:
                yield start, end
            start, end = (start if run.start == end > start else run.start), run.end
    if end > start:
        yield start, end


def _by_colour(row: RowLayout, seen: tuple[int, int]) -> Iterator[Part]:
    """One part for each colour, with spaces in place of the others: far fewer to paint."""
    first = seen[0]
    words: dict[Role, list[str]] = {}
    ends: dict[Role, int] = {}
    for start, end, role in _covering(row.tokens(*seen), seen):
        gap = " " * (start - ends.get(role, first))
        words.setdefault(role, []).append(gap + row.text[start:end])
        ends[role] = end
    return (Part(first, "".join(texts), role) for role, texts in words.items())


def _covering(tokens: list[Token], seen: tuple[int, int]) -> Iterator[Token]:
    """All that is seen: the tokens, cut to it, and the plain text between them."""
    place, last = seen
    for token in tokens:
        start, end, role = token
        if end <= place:
            continue
        if start >= last:
            break
        if start > place:
            yield Token(place, start, "text")
        if start < place or end > last:
            start, end = max(start, place), min(end, last)
            token = Token(start, end, role)  # noqa: PLW2901
        yield token
        place = end
    if place < last:
        yield Token(place, last, "text")
