"""A read-only table of texts, such as the headers of an answer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Facts = tuple[tuple[str, ...], ...]
LONGEST_SHOWN = 400
ROOT = QModelIndex()


class FactsModel(QAbstractTableModel):
    """Rows of texts under fixed titles; long texts are cut on the screen, never in a copy."""

    def __init__(self, titles: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._facts: Facts = ()

    def set_facts(self, facts: Facts) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._facts = facts
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """As many rows as facts."""
        return 0 if parent.isValid() else len(self._facts)

    def columnCount(self, parent: Index = ROOT) -> int:
        """As many columns as titles."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, whole for tooltip and copy, cut for the screen."""
        if not index.isValid():
            return None
        text = self._facts[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[index.column()]}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return text if role == Qt.ItemDataRole.UserRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
