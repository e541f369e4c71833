"""One send at a time, and a window that is always given back."""

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.core.errors import Cancelled
from desktop.core.model.progress import Progress
from desktop.core.model.request import Request
from desktop.core.sending.cancel import CancelToken
from desktop.ui.controllers.send import SendController
from tests.support.made_answers import answered, failed

REQUEST = Request(url="https://a.example/goats")
ANSWER = answered(b"ok")


class Server:
    """Answers when there is `room`; `heeds_cancel` says whether a cancel ends its wait."""

    def __init__(self):
        self.requests, self.tokens = [], []
        self.room = threading.Event()
        self.begun = threading.Event()
        self.heeds_cancel = True
        self.fault = None

    def __call__(self, request, token, on_progress, ask):
        self.requests.append(request)
        self.tokens.append(token)
        self.begun.set()
        on_progress(Progress("waiting", "a.example"))
        if self.heeds_cancel:
            token.hold(self.room.set)
        assert self.room.wait(20)
        if self.fault:
            raise self.fault
        return failed(Cancelled()) if token.cancelled else ANSWER


class Sender:
    """A window that sends to a server of ours, and what a person sees of it."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.server = window, qtbot, Server()
        window.editor.set_request(REQUEST)
        self.controller = SendController(
            window.editor, window.viewer, self.server, CancelToken, window
        )
        self.told = QSignalSpy(self.controller.running_changed)

    def button(self, name):
        buttons = self.window.editor.findChildren(QPushButton)
        return next(one for one in buttons if one.accessibleName() == name)

    def press(self, name):
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def status(self):
        fields = self.window.viewer.findChildren(QLineEdit)
        return next((one.text() for one in fields if one.accessibleName() == "Status"), "")

    def begin(self):
        self.press("Send")
        self.qtbot.waitUntil(self.server.begun.is_set)

    def wait_for_the_end(self):
        self.qtbot.waitUntil(lambda: not self.controller.is_running)

    def answer(self):
        self.server.room.set()
        self.wait_for_the_end()
        return self.window.viewer.answer()

    def running(self):
        return [self.told.at(index)[0] for index in range(self.told.count())]

    def is_idle(self):
        return not (self.controller.is_running or self.button("Cancel").isEnabled())


@pytest.fixture
def sender(window, qtbot):
    sender = Sender(window, qtbot)
    yield sender
    sender.server.room.set()
    assert sender.controller.finish(10_000)


def test_it_is_idle_then_sending_then_idle_again(sender):
    assert sender.is_idle()
    sender.begin()
    assert sender.controller.is_running
    assert sender.button("Cancel").isEnabled()
    assert sender.answer() is ANSWER
    assert sender.is_idle()
    assert sender.status() == "200 OK"
    assert sender.running() == [True, False]
    assert sender.server.requests == [REQUEST]


def test_fifty_presses_are_one_send(sender):
    for _ in range(50):
        sender.press("Send")
        sender.controller.send()
    assert sender.answer() is ANSWER
    assert sender.server.requests == [REQUEST]
    assert sender.running() == [True, False]


def test_what_is_typed_meanwhile_goes_out_with_the_next_send(sender):
    sender.begin()
    later = Request(url="https://b.example/")
    sender.window.editor.set_request(later)
    sender.answer()
    sender.press("Send")
    sender.answer()
    assert sender.server.requests == [REQUEST, later]


def test_a_slow_answer_is_announced(sender, qtbot):
    sender.begin()
    qtbot.waitUntil(lambda: sender.status() == "Waiting…")
    assert sender.window.viewer.answer() is None
    assert sender.answer() is ANSWER
    assert sender.status() == "200 OK"


def test_cancel_ends_the_wait(sender):
    sender.begin()
    sender.press("Cancel")
    sender.wait_for_the_end()
    assert isinstance(sender.window.viewer.answer().failure, Cancelled)
    assert sender.status() == "Cancelled"
    assert sender.is_idle()


def test_cancel_while_nothing_runs_does_nothing(sender):
    sender.controller.cancel()
    assert sender.is_idle()
    assert sender.window.viewer.answer() is None
    assert sender.running() == []


def test_no_second_send_begins_while_the_first_is_being_cancelled(sender):
    sender.server.heeds_cancel = False
    sender.begin()
    for _ in range(5):
        sender.controller.cancel()
        sender.press("Send")
    assert sender.controller.is_running
    assert isinstance(sender.answer().failure, Cancelled)
    assert sender.server.requests == [REQUEST]


def test_a_late_answer_of_a_cancelled_send_does_not_touch_the_next_one(sender):
    sender.server.heeds_cancel = False
    sender.begin()
    sender.controller.cancel()
    assert isinstance(sender.answer().failure, Cancelled)
    sender.press("Send")
    assert sender.answer() is ANSWER
    first, second = sender.server.tokens
    assert (first.cancelled, second.cancelled) == (True, False)
    assert sender.running() == [True, False, True, False]


def test_many_sends_one_after_another_leave_no_thread(sender, qtbot):
    sender.server.room.set()
    for number in range(1, 21):
        sender.press("Send")
        sender.wait_for_the_end()
        assert len(sender.server.requests) == number
    assert sender.controller.finish(10_000)
    qtbot.waitUntil(lambda: not sender.controller._threads)


def test_a_thread_that_ends_without_an_answer_gives_the_window_back(sender, qtbot):
    sender.server.fault = KeyError("a fault of ours")
    sender.server.room.set()
    with qtbot.captureExceptions() as told:
        sender.press("Send")
        sender.wait_for_the_end()
    assert [kind for kind, _, _ in told] == [KeyError]
    assert sender.is_idle()
    assert sender.running() == [True, False]
    sender.server.fault = None
    sender.press("Send")
    assert sender.answer() is ANSWER


def test_leaving_cancels_what_runs(sender):
    sender.begin()
    assert sender.controller.finish(10_000)
    assert sender.server.tokens[0].cancelled


def test_leaving_does_not_wait_for_what_is_stuck(sender):
    sender.server.heeds_cancel = False
    sender.begin()
    started = time.monotonic()
    assert not sender.controller.finish(50)
    assert time.monotonic() - started < 1
    sender.server.room.set()
    assert sender.controller.finish(10_000)


def test_leaving_at_rest_is_at_once(sender):
    assert sender.controller.finish(0)
