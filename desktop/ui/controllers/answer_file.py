"""Saves the body of an answer in a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content
    from desktop.ui.jobs.pool import Jobs
    from desktop.ui.main_window import MainWindow

SAVED = "The answer is saved as {name}."
NOT_SAVED = "The answer could not be saved as {name}: {reason}. Try another folder."


class AnswerFile(QObject):
    """Asks where to, with a name that fits, and writes off the UI thread."""

    def __init__(self, window: MainWindow, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._folder = ""
        self._body: Content = b""
        window.viewer.save_requested.connect(self.ask)
        window.actions_table["save_answer"].triggered.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Let the person choose a file for the answer that is shown."""
        answer = self._window.viewer.answer()
        if answer is None or answer.exchange is None or not len(answer.exchange.response.body):
            return
        # Loaded when first wanted: no window needs them to open.
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        from desktop.core.tasks.save_body import suggested_name  # noqa: PLC0415

        self._body = answer.exchange.response.body
        dialog = QFileDialog(self._window, "Save the answer")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(self._folder or _downloads())
        dialog.selectFile(suggested_name(answer))
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _save(self, name: str) -> None:
        path = Path(name)
        self._folder = str(path.parent)
        self._jobs.run(partial(_write, self._body, path), self._hear, lane="files")

    @Slot(object)
    def _hear(self, words: str) -> None:
        self._window.show_notice(words)


def _write(body: Content, path: Path) -> str:
    from desktop.core.tasks.save_body import save_body  # noqa: PLC0415

    try:
        save_body(body, path)
    except OSError as error:
        return NOT_SAVED.format(name=path.name, reason=error.strerror or "the disk refused it")
    return SAVED.format(name=path.name)


def _downloads() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
