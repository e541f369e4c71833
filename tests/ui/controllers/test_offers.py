"""Each offer leads to its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTableView, QWidget

from desktop.core.model.answer import Answer
from desktop.core.model.explanation import Explanation, Offer
from desktop.core.model.request import Body, Request
from desktop.core.sending.cancel import CancelToken
from desktop.ui.controllers.offers import OfferController
from desktop.ui.controllers.send import SendController
from tests.support.made_answers import answered, words

REQUEST = Request(method="POST", url="https://a.example/goats", body=Body("json", "{}"))
LABELS = words().labels["offers"]
OFFERS = tuple(Offer(action, label) for action, label in LABELS.items())
EVERYTHING = Answer(
    REQUEST, Explanation("failure", "400 Bad Request", "It did not work.", "", offers=OFFERS)
)


class Calls(list):
    """Answers each request at once, and remembers it."""

    def __call__(self, request, token, on_progress, ask):
        self.append(request)
        return answered(b"ok")


class Offered:
    """A window whose answer offers everything that there is."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.calls = window, qtbot, Calls()
        window.editor.set_request(REQUEST)
        self.sending = SendController(window.editor, window.viewer, self.calls, CancelToken, window)
        OfferController(window, self.sending)
        window.viewer.show_answer(EVERYTHING)

    def take(self, action):
        button = self.find(QPushButton, LABELS[action])
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def find(self, kind, name):
        named = [one for one in self.window.findChildren(kind) if one.accessibleName() == name]
        # A page that is built when it is first seen comes with the next turn of the loop.
        self.qtbot.waitUntil(lambda: any(one.isVisible() for one in named))
        return next(one for one in named if one.isVisible())

    def focused(self):
        return self.window.focusWidget()


@pytest.fixture
def offered(window, qtbot):
    offered = Offered(window, qtbot)
    yield offered
    assert offered.sending.finish(10_000)


def test_send_again_sends_what_the_editor_holds(offered, qtbot):
    offered.take("send_again")
    qtbot.waitUntil(lambda: not offered.sending.is_running)
    assert offered.calls == [REQUEST]


def test_check_the_address_marks_the_address(offered):
    offered.take("edit_address")
    url = offered.find(QLineEdit, "URL")
    assert offered.focused() is url
    assert url.selectedText() == REQUEST.url


def test_change_the_method_goes_to_the_method(offered):
    offered.take("edit_method")
    method = offered.find(QComboBox, "Method")
    assert method is offered.focused() or method.isAncestorOf(offered.focused())


@pytest.mark.parametrize(
    ("action", "kind", "name"),
    [("edit_headers", QTableView, "Headers"), ("edit_body", QPlainTextEdit, "Body text")],
)
def test_a_page_is_opened_and_takes_the_keys(offered, action, kind, name):
    offered.take(action)
    place: QWidget = offered.find(kind, name)
    assert place is offered.focused() or place.isAncestorOf(offered.focused())


@pytest.mark.parametrize("action", LABELS)
def test_no_offer_leads_nowhere(offered, qtbot, action):
    editor = offered.window.editor
    offered.take(action)
    qtbot.waitUntil(lambda: bool(offered.calls) or editor.isAncestorOf(offered.focused()))
    assert editor.request() == REQUEST
