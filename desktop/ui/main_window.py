"""The window: lays the panes out and has no logic of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.ui.actions import Actions
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.editor.request_editor import RequestEditor
from desktop.ui.widgets.plain_label import PlainLabel
from desktop.ui.widgets.viewer.answer_view import AnswerView

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

WIDTH, HEIGHT = 1280, 820
SMALLEST_WIDTH, SMALLEST_HEIGHT = 640, 480
EDITOR_SHARE, ANSWER_SHARE = 2, 3
WIDEST = 10_000
NOTICE_MILLISECONDS = 8000


class MainWindow(QMainWindow):
    """Editor above or beside the answer, a line for notices, a status line."""

    leave_requested = Signal()
    """The person wants to close the window; it stays until `let_close`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Bleat")
        self._may_close = False
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        self.resize(WIDTH, HEIGHT)
        self.actions_table = Actions(self)
        self.actions_table.fill(self.menuBar())
        self.banner = Banner(self)
        self.editor = RequestEditor(self)
        self.viewer = AnswerView(self)
        self._split = self._make_split()
        self._saved = PlainLabel()
        self._lay_out()
        self.actions_table["beside"].toggled.connect(self._set_beside)

    def _make_split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.editor)
        split.addWidget(self.viewer)
        split.setStretchFactor(0, EDITOR_SHARE)
        split.setStretchFactor(1, ANSWER_SHARE)
        split.setSizes([300, 460])
        return split

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._split, 1)
        self.setCentralWidget(centre)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._saved, 1)

    @Slot(bool)
    def _set_beside(self, beside: bool) -> None:
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self._split.setOrientation(way)
        # Each half of the width; above one another, the answer has more. Sizes in proportion are
        # kept only where they are more than what there is.
        shares = (1, 1) if beside else (EDITOR_SHARE, ANSWER_SHARE)
        self._split.setSizes([share * WIDEST for share in shares])

    def show_saved(self, words: str) -> None:
        """Say at the lower left how the saving stands."""
        self._saved.setText(words)

    def show_notice(self, words: str) -> None:
        """Say something at the lower left for a while."""
        self.statusBar().showMessage(words, NOTICE_MILLISECONDS)

    def layout_state(self) -> dict[str, str | bool]:
        """Place, sizes and arrangement, to be given back at the next start."""
        return {
            "geometry": _text(self.saveGeometry()),
            "split": _text(self._split.saveState()),
            "beside": self.actions_table["beside"].isChecked(),
        }

    def restore_layout_state(self, state: dict[str, object]) -> None:
        """Take place, sizes and arrangement of an earlier start; what is unreadable is left out."""
        self.actions_table["beside"].setChecked(state.get("beside") is True)
        self.restoreGeometry(_bytes(state.get("geometry")))
        self._split.restoreState(_bytes(state.get("split")))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until all that was typed is saved."""
        self.leave_requested.emit()
        event.setAccepted(self._may_close)

    def let_close(self) -> None:
        """Answer `leave_requested`: the window may close now."""
        self._may_close = True


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: object) -> QByteArray:
    if not isinstance(text, str):
        return QByteArray()
    return QByteArray.fromBase64(text.encode("ascii", "replace"))
