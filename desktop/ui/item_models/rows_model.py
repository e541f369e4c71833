"""Rows of a request (parameters, headers) as an editable table with an empty row at its end."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.core.model.query import common_ends, edited, keep_places
from desktop.core.model.request import Row
from desktop.ui.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LONGEST_SHOWN = 400
"""Characters of a cell that are painted; editor, tooltip and copy have them all."""
INVITATION_ROLE = Qt.ItemDataRole.UserRole + 1
"""What an empty cell invites to, in place of a text."""
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
"""The whole row, for taking an edit back exactly."""
CONTROLS_SEEN = dict.fromkeys([*range(0x20), 0x7F], "\N{REPLACEMENT CHARACTER}") | {9: "→", 10: "↵"}
ON_TIP = "Switched on: it is sent."
OFF_TIP = "Switched off: it is kept here and not sent."


class Column(IntEnum):
    """The columns from left to right."""

    ON = 0
    NAME = 1
    VALUE = 2
    NOTE = 3


class RowsModel(QAbstractTableModel):
    """Follows rows that are set from outside cell by cell, so that an open editor stays open.

    A row without any text is shown, and is never told of.
    """

    rows_changed = Signal(object)
    """The person changed the rows: a tuple of those that hold something."""

    def __init__(self, invitation: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._invitation = invitation
        self._rows: list[Row] = []
        self._told: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """The rows that hold something."""
        return tuple(row for row in self._rows if not row.is_empty)

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows, touching only what differs; tells nobody."""
        wanted = [row for row in rows if not row.is_empty]
        if wanted != list(self.rows()):
            held = [not row.is_empty for row in self._rows]
            self._become(list(keep_places(self._rows, held, wanted)))
            self._drop_empty_end()
        self._told = self.rows()

    def is_new(self, row: int) -> bool:
        """True for the empty row at the end."""
        return row == len(self._rows)

    def is_on(self, row: int) -> bool:
        """True for a row that is sent."""
        return self.row(row).enabled

    def row(self, row: int) -> Row:
        """The row at a place; an empty one at the end."""
        return self._rows[row] if row < len(self._rows) else Row()

    def remove(self, rows: Iterable[int]) -> None:
        """Take rows out; the empty one at the end stays."""
        for row in sorted({row for row in rows if not self.is_new(row)}, reverse=True):
            self._take_out(row, 1)
        self._drop_empty_end()
        self._tell()

    def set_on(self, rows: Iterable[int], *, on: bool) -> None:
        """Switch rows on or off."""
        for row in rows:
            if not self.is_new(row):
                self._put(row, replace(self._rows[row], enabled=on))
        self._tell()

    def insert_empty(self, row: int) -> None:
        """Make room for a row above another one."""
        self._put_in(min(row, len(self._rows)), [Row()])

    def rowCount(self, parent: Index = ROOT) -> int:
        """One more than there are rows."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        """On, name, value, note."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Texts can be edited, boxes ticked, except in the empty row, which is always on."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if index.column() != Column.ON:
            return flags | flag.ItemIsEditable
        return flags if self.is_new(index.row()) else flags | flag.ItemIsUserCheckable

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles; the one of the boxes is only spoken."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        title = Column(section).name.capitalize()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = role == Qt.ItemDataRole.DisplayRole and section != Column.ON
        return title if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell holds, shows and says."""
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self.row(index.row())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{Column(index.column()).name.capitalize()}, row {index.row() + 1}"
        if index.column() == Column.ON:
            return self._box(index.row(), role)
        return self._text(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what the person did in a cell; a whole row (ROW_ROLE) is an edit taken back."""
        if not index.isValid():
            return False
        row = self.row(index.row())
        if role == ROW_ROLE and isinstance(value, Row):
            row = value
        elif role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.ON:
            row = replace(row, enabled=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and index.column() != Column.ON:
            row = _with_text(row, Column(index.column()), str(value or ""))
        else:
            return False
        self._put(index.row(), row)
        self._drop_empty_end()
        self._tell()
        return True

    def _box(self, at: int, role: int) -> Any:
        if self.is_new(at):
            return None
        on = self.is_on(at)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "On" if on else "Off"
        return plain_tip(ON_TIP if on else OFF_TIP) if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, index: Index, role: int) -> Any:
        text = _text_of(self.row(index.row()), Column(index.column()))
        invites = self.is_new(index.row()) and index.column() == Column.NAME
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text)
        if role == INVITATION_ROLE:
            return self._invitation if invites else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            empty = f"No {Column(index.column()).name.lower()}"
            return text or (self._invitation if invites else empty)
        return None

    def _become(self, wanted: list[Row]) -> None:
        head, tail = common_ends(self._rows, wanted)
        old, new = len(self._rows) - head - tail, len(wanted) - head - tail
        shared = min(old, new)
        self._rows[head : head + shared] = wanted[head : head + shared]
        if shared:
            self._tell_cells(head, head + shared - 1)
        if old > shared:
            self._take_out(head + shared, old - shared)
        elif new > shared:
            self._put_in(head + shared, wanted[head + shared : head + new])

    def _put(self, at: int, row: Row) -> None:
        """Change a row; the empty one at the end turns into a row, and another one follows it."""
        if row == self.row(at):
            return
        if self.is_new(at):
            self.beginInsertRows(ROOT, at + 1, at + 1)
            self._rows.append(row)
            self.endInsertRows()
        self._rows[at] = row
        self._tell_cells(at, at)

    def _drop_empty_end(self) -> None:
        """What became empty at the end is the empty row at the end."""
        while self._rows and self._rows[-1].is_empty:
            last = len(self._rows)
            self.beginRemoveRows(ROOT, last, last)
            self._rows.pop()
            self.endRemoveRows()
            self._tell_cells(last - 1, last - 1)

    def _take_out(self, at: int, count: int) -> None:
        self.beginRemoveRows(ROOT, at, at + count - 1)
        del self._rows[at : at + count]
        self.endRemoveRows()

    def _put_in(self, at: int, rows: list[Row]) -> None:
        self.beginInsertRows(ROOT, at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self.endInsertRows()

    def _tell_cells(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, Column.ON), self.index(last, Column.NOTE))

    def _tell(self) -> None:
        rows = self.rows()
        if rows != self._told:
            self._told = rows
            self.rows_changed.emit(rows)


def _text_of(row: Row, column: Column) -> str:
    return {Column.NAME: row.name, Column.VALUE: row.value}.get(column, row.note)


def _with_text(row: Row, column: Column, text: str) -> Row:
    if column == Column.NOTE:
        return replace(row, note=text)
    return edited(row, name=text) if column == Column.NAME else edited(row, value=text)


def _shown(text: str) -> str:
    cut = text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
    return cut.translate(CONTROLS_SEEN)
