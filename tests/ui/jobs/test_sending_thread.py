"""One send runs beside the window, and its news arrive on the window's thread."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from desktop.core.model.progress import Progress
from desktop.ui.jobs.sending_thread import SendingThread
from tests.support.made_answers import answered

ANSWER = answered(b"ok")


class Window(QObject):
    """Remembers what it heard, and on which thread."""

    def __init__(self):
        super().__init__()
        self.heard = []
        self.threads = set()

    @Slot(object)
    def hear(self, news):
        self.heard.append(news)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def window(qapp):
    return Window()


def start(work, window, qtbot):
    thread = SendingThread(work)
    thread.progressed.connect(window.hear)
    thread.answered.connect(window.hear)
    with qtbot.waitSignal(thread.finished):
        thread.start()
    assert thread.wait(10_000)
    return thread


def test_the_answer_arrives_once_and_on_the_window_s_thread(window, qtbot):
    ran_in = []

    def work(tell):
        ran_in.append(threading.current_thread())
        return ANSWER

    start(work, window, qtbot)
    assert window.heard == [ANSWER]
    assert window.heard[0] is ANSWER
    assert window.threads == {window.thread()}
    assert ran_in != [threading.current_thread()]


def test_progress_arrives_in_order_and_before_the_answer(window, qtbot):
    steps = [Progress("connect", "a.example"), Progress("receiving", "a.example", 3_000_000_000)]

    def work(tell):
        for step in steps:
            tell(step)
        return ANSWER

    start(work, window, qtbot)
    assert window.heard == [*steps, ANSWER]
    assert window.threads == {window.thread()}


def test_the_window_stays_alive_while_a_send_waits(window, qtbot):
    room = threading.Event()

    def work(tell):
        tell(Progress("waiting", "a.example"))
        assert room.wait(20)
        return ANSWER

    thread = SendingThread(work)
    thread.progressed.connect(window.hear)
    thread.answered.connect(window.hear)
    thread.start()
    qtbot.waitUntil(lambda: len(window.heard) == 1)
    assert thread.isRunning()
    with qtbot.waitSignal(thread.finished):
        room.set()
    assert window.heard[1:] == [ANSWER]


def test_a_fault_of_ours_is_told_and_ends_without_an_answer(window, qtbot):
    def work(tell):
        raise KeyError("goat")

    with qtbot.captureExceptions() as told:
        thread = start(work, window, qtbot)
    assert [kind for kind, _, _ in told] == [KeyError]
    assert window.heard == []
    assert thread.isFinished()
