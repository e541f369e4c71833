"""Finds what a test left behind in Qt: threads that run, jobs that wait, windows that stay."""

from __future__ import annotations

import gc
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

DRAIN_MS = 5000


class Leftovers:
    """Watches one test; `sweep` waits for its jobs, names what stays, and clears it away."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._before = {shiboken6.getCppPointer(one)[0] for one in application.topLevelWidgets()}
        self._threads: list[weakref.ref[QObject]] = []
        self._pools: list[weakref.ref[QObject]] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note every thread and every pool that is started meanwhile; Qt has no list of them."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(QThread, "start", _noting(QThread.start, self._threads))
            patch.setattr(QThreadPool, "start", _noting(QThreadPool.start, self._pools))
            yield

    def sweep(self) -> list[str]:
        """One line for each thing that is still there; afterwards it is gone."""
        self._drain()
        return [*self._running_threads(), *self._stray_windows()]

    def _drain(self) -> None:
        for pool in {QThreadPool.globalInstance(), *_living(self._pools)}:
            pool.waitForDone(DRAIN_MS)
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.processEvents()

    def _running_threads(self) -> Iterator[str]:
        for thread in _living(self._threads):
            if thread.isRunning():
                yield f"a running thread: {thread!r}"
                thread.quit()
                thread.wait(DRAIN_MS)

    def _stray_windows(self) -> Iterator[str]:
        suspects = self._new_windows()
        if suspects:
            del suspects
            gc.collect()
        for window in self._new_windows():
            yield f"a window: {window!r} with the title {window.windowTitle()!r}"
            window.close()
            shiboken6.delete(window)

    def _new_windows(self) -> list[QWidget]:
        """Pop-ups that are hidden belong to Qt; hidden windows and dialogs are leaks."""
        return [
            one
            for one in self._application.topLevelWidgets()
            if shiboken6.getCppPointer(one)[0] not in self._before
            and (one.isVisible() or isinstance(one, (QMainWindow, QDialog)))
        ]


def _noting(
    start: Callable[..., object], seen: list[weakref.ref[QObject]]
) -> Callable[..., object]:
    def start_and_note(self: QObject, *arguments: object) -> object:
        seen.append(weakref.ref(self))
        return start(self, *arguments)

    return start_and_note


def _living(references: list[weakref.ref[QObject]]) -> Iterator[QObject]:
    for reference in references:
        one = reference()
        if one is not None and shiboken6.isValid(one):
            yield one
