"""Method, URL, Send and Cancel, as a person uses them."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from desktop.ui.colours import DARK, LIGHT
from desktop.ui.widgets.editor.request_bar import METHODS, RequestBar
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

HOSTILE = "http://<img src='file:///etc/passwd'>/\u202egoat\u202c?<b>=\t&x=%00"


class Bar(RequestBar):
    """A bar that notes what it tells."""

    def __init__(self):
        super().__init__()
        self.urls, self.methods, self.sends, self.cancels = [], [], [], []
        self.url_changed.connect(self.urls.append)
        self.method_changed.connect(self.methods.append)
        self.send_requested.connect(lambda: self.sends.append(1))
        self.cancel_requested.connect(lambda: self.cancels.append(1))

    def find(self, kind, name):
        (found,) = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return found


@pytest.fixture
def bar(qtbot):
    bar = Bar()
    qtbot.addWidget(bar)
    bar.resize(800, 60)
    with qtbot.waitExposed(bar):
        bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


@pytest.fixture
def url(bar):
    edit = bar.find(QLineEdit, "URL")
    edit.setFocus()
    return edit


@pytest.fixture
def method(bar):
    box = bar.find(QComboBox, "Method")
    box.lineEdit().setFocus()
    box.lineEdit().selectAll()
    return box


def press(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(QComboBox, "Method"), (QLineEdit, "URL"), (QPushButton, "Send"), (QPushButton, "Cancel")],
)
def test_its_controls_are_found_by_their_names(bar, kind, name):
    assert bar.find(kind, name).accessibleIdentifier() == name
    assert bar.find(kind, name).toolTip()
    assert_plain_text(bar)


def test_each_key_in_the_url_is_told(bar, url):
    QTest.keyClicks(url, "a?b")
    QTest.keyClick(url, Qt.Key.Key_Backspace)
    assert bar.urls == ["a", "a?", "a?b", "a?"]


def test_pasting_and_undoing_are_told(qapp, bar, url):
    qapp.clipboard().setText("http://a.example/")
    url.paste()
    QTest.keyClick(url, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.urls == ["http://a.example/", ""]


def test_a_screen_reader_that_types_is_heard(bar, url):
    words = QAccessible.queryAccessibleInterface(url)
    words.setText(QAccessible.Text.Value, "http://a.example/")
    assert bar.urls == ["http://a.example/"]


def test_a_url_that_is_set_is_not_told(bar, url):
    bar.set_url("http://a.example/")
    bar.set_url("http://a.example/")
    assert url.text() == "http://a.example/"
    assert bar.urls == []


def test_the_caret_stays_where_the_person_put_it(bar, url):
    bar.set_url("http://a.example/?x=1")
    url.setCursorPosition(9)
    bar.set_url("http://a.example/?x=12")
    assert url.cursorPosition() == 9
    assert not url.hasSelectedText()
    bar.set_url("http://")
    assert url.cursorPosition() == 7


def test_without_focus_the_beginning_is_in_sight(bar, url):
    bar.find(QPushButton, "Send").setFocus()
    bar.set_url("http://a.example/" + "x" * 1000)
    assert url.cursorPosition() == 0


def test_a_url_that_was_set_can_be_undone(bar, url):
    QTest.keyClicks(url, "h?a=1")
    bar.set_url("h?a=2")
    QTest.keyClick(url, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert url.text() == bar.urls[-1] == "h?a=1"


@pytest.mark.parametrize("text", [HOSTILE, "a\nb", "a\x00b", "\u00a0\u2028\u2029", "\U0001f410"])
def test_any_url_is_kept_as_it_is(bar, url, text):
    bar.set_url(text)
    assert url.text() == text


def test_a_url_of_100_kb_is_shown_and_edited_quickly(bar, url):
    started = time.perf_counter()
    bar.set_url("http://a.example/?" + "x" * 100_000)
    QTest.keyClicks(url, "ab")
    bar.grab()
    assert time.perf_counter() - started < 0.5
    assert len(url.text()) == 100_020


def test_send_is_told_each_time_it_is_pressed(bar):
    send = bar.find(QPushButton, "Send")
    for running in (False, True):
        bar.set_running(running=running)
        for _ in range(25):
            press(send)
    assert len(bar.sends) == 50


def test_enter_in_the_url_sends(bar, url):
    QTest.keyClick(url, Qt.Key.Key_Return)
    QTest.keyClick(url, Qt.Key.Key_Enter)
    assert len(bar.sends) == 2


def test_keys_press_the_buttons(bar):
    for name, heard in (("Send", bar.sends), ("Cancel", bar.cancels)):
        bar.set_running(running=True)
        button = bar.find(QPushButton, name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert len(heard) == 1


def test_cancel_can_be_pressed_only_while_a_request_runs(bar):
    cancel = bar.find(QPushButton, "Cancel")
    assert not cancel.isEnabled()
    press(cancel)
    bar.set_running(running=True)
    assert cancel.isEnabled()
    press(cancel)
    bar.set_running(running=False)
    assert not cancel.isEnabled()
    assert len(bar.cancels) == 1


def test_send_stays_enabled_and_keeps_the_focus(bar):
    send = bar.find(QPushButton, "Send")
    send.setFocus()
    bar.set_running(running=True)
    assert send.isEnabled()
    assert send.hasFocus()


def test_the_usual_methods_can_be_chosen(bar, method):
    assert [method.itemText(index) for index in range(method.count())] == list(METHODS)
    assert method.currentText() == "GET"
    for name in METHODS[1:]:
        method.setCurrentText(name)
    assert bar.methods == list(METHODS[1:])


@pytest.mark.parametrize("typed", ["PURGE", "purge", "M-SEARCH", "QUERY", "{{verb}}", "GETX", "X"])
def test_a_method_of_ones_own_can_be_typed(bar, method, typed):
    QTest.keyClicks(method.lineEdit(), typed)
    QTest.keyClick(method.lineEdit(), Qt.Key.Key_Tab)
    assert (method.currentText(), bar.methods[-1]) == (typed, typed)
    assert method.count() == len(METHODS)


def test_a_method_that_is_set_is_shown(bar, method):
    for name in ("DELETE", "PROPFIND", ""):
        bar.set_method(name)
        assert method.currentText() == name
    assert bar.methods == []


def test_a_method_has_a_colour_of_its_own(qtbot, qapp):
    with worn(qapp) as theme:
        bar = Bar()
        qtbot.addWidget(bar)
        bar.show()
        edit = bar.find(QComboBox, "Method").lineEdit()

        def shown(name):
            bar.set_method(name)
            return edit.palette().text().color().name().upper()

        assert (shown("DELETE"), shown("GET")) == (LIGHT.delete, LIGHT.get)
        assert shown("PURGE") == LIGHT.text
        theme.set_mode("dark")
        assert (shown("GET"), shown("POST")) == (DARK.get, DARK.post)


def test_the_url_can_be_asked_for(bar, url):
    bar.set_url("http://a.example/")
    bar.find(QPushButton, "Send").setFocus()
    bar.focus_url()
    assert url.hasFocus()
    assert url.selectedText() == "http://a.example/"


def test_the_method_can_be_asked_for(qtbot, bar, method):
    bar.focus_method()
    qtbot.waitUntil(lambda: method.view().isVisible())
    method.hidePopup()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(qapp, bar, method, scale):
    with worn(qapp, scale=scale):
        bar.refresh_sizes()
        bar.layout().activate()
        for button in bar.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
        edit = method.lineEdit()
        for name in METHODS:
            assert edit.width() > edit.fontMetrics().horizontalAdvance(name)
