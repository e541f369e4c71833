"""The titles over a row table, and how wide its columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.ui.item_models.rows_model import Column
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

ON_WIDTH = 38
WIDTHS = {Column.NAME: 220, Column.NOTE: 250}
FINE = 1000
"""Widths are kept in the design's size, so that they grow with the text."""
LEAST = {Column.NAME: 110, Column.VALUE: 150, Column.NOTE: 80}


class RowHeader(QHeaderView):
    """All columns together are as wide as the table: the value gets what the others leave."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._wanted: dict[Column, float] = dict(WIDTHS)
        self._fitting = False
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(scaled(ON_WIDTH))
        self.sectionResized.connect(self._hear_width)

    def fit(self) -> None:
        """Share the width out; where it is short, first the note gives way and then the name."""
        if self.count() != len(Column):
            return
        # Not `viewport()`: its first use makes PySide6 build dozens of classes, 25 ms of the start.
        room = self.width() - scaled(ON_WIDTH)
        least = {column: scaled(width) for column, width in LEAST.items()}
        wanted = {column: _pixels(width) for column, width in self._wanted.items()}
        spare = room - least[Column.VALUE]
        note = min(wanted[Column.NOTE], max(least[Column.NOTE], spare - wanted[Column.NAME]))
        name = min(wanted[Column.NAME], max(least[Column.NAME], spare - note))
        value = max(least[Column.VALUE], room - name - note)
        self._fitting = True
        for column, width in zip(Column, (scaled(ON_WIDTH), name, value, note), strict=True):
            self.resizeSection(column, width)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the table."""
        super().resizeEvent(event)
        self.fit()

    @Slot(int, int, int)
    def _hear_width(self, column: int, old: int, new: int) -> None:
        """The person drags the edge of a column: its neighbour gives or takes."""
        if self._fitting:
            return
        if column == Column.VALUE:
            self._want(Column.NOTE, self.sectionSize(Column.NOTE) + old - new)
        elif column != Column.ON:
            self._want(Column(column), new)
        self.fit()

    def _want(self, column: Column, width: int) -> None:
        self._wanted[column] = max(LEAST[column], width * FINE / scaled(FINE))


def _pixels(width: float) -> int:
    return round(width * scaled(FINE) / FINE)
