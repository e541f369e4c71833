"""The sweep names threads and windows that a test leaves behind, and takes them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QThreadPool
from PySide6.QtWidgets import QMainWindow, QWidget

from tests.support.leftovers import Leftovers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_a_running_thread_is_named_and_ended(qapp: QApplication) -> None:
    leftovers = Leftovers(qapp)
    with leftovers.watching():
        thread = QThread()
        thread.start()
    assert "running thread" in "".join(leftovers.sweep())
    assert thread.isFinished()


def test_visible_and_hidden_windows_are_named_and_closed(qapp: QApplication) -> None:
    leftovers = Leftovers(qapp)
    shown, hidden = QWidget(), QMainWindow()
    shown.show()
    assert len(leftovers.sweep()) == 2
    assert leftovers.sweep() == []
    del shown, hidden


def test_what_ended_by_itself_is_no_complaint(qapp: QApplication) -> None:
    leftovers = Leftovers(qapp)
    done = []
    with leftovers.watching():
        QThreadPool.globalInstance().start(lambda: done.append(True))
        QMainWindow().deleteLater()
    assert leftovers.sweep() == []
    assert done == [True]
