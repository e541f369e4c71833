"""A read-only table of texts that can be selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.item_models.facts_model import Facts, FactsModel
from desktop.ui.theme import scaled


class FactsTable(QTableView):
    """Rows as high as their text; the last column takes what room there is."""

    def __init__(
        self, name: str, titles: tuple[str, ...], widths: tuple[int, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleIdentifier(name)
        self.setObjectName("facts")
        self._widths = widths
        self._model = FactsModel(titles, self)
        self.setModel(self._model)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self._add_copy()

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(scaled(30))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, scaled(width))

    def _add_copy(self) -> None:
        copy = QAction("Copy", self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_facts(self, facts: Facts) -> None:
        """Show other rows, from the top."""
        self._model.set_facts(facts)
        self.scrollToTop()

    @Slot()
    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        text = "\n".join(self._row_text(row) for row in rows)
        if text:
            QGuiApplication.clipboard().setText(text)

    def _row_text(self, row: int) -> str:
        # A header is copied as it stands on the wire; its sentence is for reading.
        cells = (self._model.index(row, column) for column in range(2))
        return ": ".join(str(cell.data(Qt.ItemDataRole.UserRole)) for cell in cells)
