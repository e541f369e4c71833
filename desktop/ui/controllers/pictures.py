"""Brings a picture and the thread that decodes it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop.ui.jobs.picture_decoding import PictureDecoding
    from desktop.ui.jobs.pool import Jobs
    from desktop.ui.widgets.viewer.answer_pane import AnswerPane
    from desktop.ui.widgets.viewer.answer_view import AnswerView


class PictureController(QObject):
    """Waits until the views of an answer are built."""

    def __init__(self, viewer: AnswerView, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._decoding: PictureDecoding | None = None
        viewer.prepared.connect(self._join)

    @Slot(object)
    def _join(self, pane: AnswerPane) -> None:
        from desktop.ui.jobs.picture_decoding import PictureDecoding  # noqa: PLC0415

        self._decoding = PictureDecoding(self._jobs, self)
        pane.image_view.decode_wanted.connect(self._decoding.decode)
        self._decoding.decoded.connect(pane.image_view.show_image)
