"""Sends what the editor holds and shows what comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from desktop.ui.controllers.progress_words import progress_facts, progress_words
from desktop.ui.jobs.sending_thread import SendingThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.answer import Answer
    from desktop.core.model.exchange import Problem
    from desktop.core.model.progress import Progress
    from desktop.core.model.request import Request
    from desktop.core.sending.cancel import CancelToken
    from desktop.ui.widgets.editor.request_editor import RequestEditor
    from desktop.ui.widgets.viewer.answer_view import AnswerView

    Send = Callable[
        [Request, CancelToken, Callable[[Progress], None], Callable[[Problem], bool]], Answer
    ]

QUIET_MILLISECONDS = 150
"""A faster answer comes without a notice of progress, which would only flicker."""
TICK_MILLISECONDS = 100


class SendController(QObject):
    """Idle, sending or cancelling; a second Send meanwhile does nothing."""

    running_changed = Signal(bool)
    """A send began or ended."""

    def __init__(
        self,
        editor: RequestEditor,
        viewer: AnswerView,
        send: Send,
        make_token: Callable[[], CancelToken],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._viewer = viewer
        self._send = send
        self._make_token = make_token
        self._token: CancelToken | None = None
        self._threads: set[SendingThread] = set()
        self._progress: Progress | None = None
        self._clock = QElapsedTimer()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MILLISECONDS)
        self._ticks.timeout.connect(self._show_progress)
        editor.send_requested.connect(self.send)
        editor.cancel_requested.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """True from Send until the answer is shown."""
        return self._token is not None

    @Slot()
    def send(self) -> None:
        """Send the request as it stands, unless one is under way."""
        if self.is_running:
            return
        self._token = self._make_token()
        work = partial(_run, self._send, self._editor.request(), self._token)
        thread = SendingThread(work)
        thread.progressed.connect(self._hear_progress)
        thread.answered.connect(self._hear_answer)
        thread.finished.connect(self._forget)
        self._threads.add(thread)
        self._progress = None
        self._clock.start()
        self._ticks.start()
        self._tell()
        thread.start()

    @Slot()
    def cancel(self) -> None:
        """Stop waiting; the answer then says that it was cancelled."""
        if self._token is not None:
            self._token.cancel()

    def finish(self, milliseconds: int) -> bool:
        """Cancel what runs and wait for it; False where a thread is still stuck after that."""
        self.cancel()
        waited = [thread.wait(milliseconds) for thread in self._threads]
        return all(waited)

    @Slot(object)
    def _hear_progress(self, progress: Progress) -> None:
        self._progress = progress

    @Slot()
    def _show_progress(self) -> None:
        elapsed = self._clock.elapsed()
        if elapsed >= QUIET_MILLISECONDS and self.is_running:
            status, words = progress_words(self._progress)
            self._viewer.show_progress(status, words, progress_facts(self._progress, elapsed))

    @Slot(object)
    def _hear_answer(self, answer: Answer) -> None:
        self._token = None
        self._ticks.stop()
        self._viewer.show_answer(answer)
        self._tell()

    @Slot()
    def _forget(self) -> None:
        for thread in [thread for thread in self._threads if thread.isFinished()]:
            self._threads.discard(thread)
            thread.deleteLater()
        if not self._threads and self.is_running:
            self._give_up()

    def _give_up(self) -> None:
        # The thread ended without an answer: a fault of ours, which the crash reporter has told.
        self._token = None
        self._ticks.stop()
        self._viewer.show_nothing()
        self._tell()

    def _tell(self) -> None:
        self._editor.set_running(running=self.is_running)
        self.running_changed.emit(self.is_running)


def _run(
    send: Send,
    request: Request,
    token: CancelToken,
    on_progress: Callable[[Progress], None],
) -> Answer:
    return send(request, token, on_progress, _answer_no)


def _answer_no(_problem: Problem) -> bool:
    return False
