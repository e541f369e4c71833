"""One request in all its fields: URL and rows follow each other, nothing typed is lost."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from desktop.core.model.query import rows_from_url
from desktop.core.model.request import Body, Request, Row
from desktop.ui.item_models.rows_model import Column
from desktop.ui.widgets.editor.request_editor import RequestEditor
from desktop.ui.widgets.underline_tabs import UnderlineTabs
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

KEY = Qt.Key
URL = "https://a.example/goats?mood=happy&size=3"
FULL = Request(
    name="kept",
    method="PATCH",
    url=URL,
    params=rows_from_url(URL, ()),
    headers=(Row("Accept", "image/jpeg"), Row("X-Off", "1", enabled=False)),
    body=Body("json", '{"a": 1}'),
)
HTML = "<img src='file:///etc/passwd'><b>bold</b>"


class Editor(RequestEditor):
    """An editor that notes what it tells, used by keys as a person uses it."""

    def __init__(self):
        super().__init__()
        self.prepare()
        self.told, self.sends, self.cancels = [], [], []
        self.request_changed.connect(self.told.append)
        self.send_requested.connect(lambda: self.sends.append(1))
        self.cancel_requested.connect(lambda: self.cancels.append(1))
        self.url = self.find(QLineEdit, "URL")
        self.params = self.find(QTableView, "Params")
        self.headers = self.find(QTableView, "Headers")
        self.tabs = self.find(UnderlineTabs, "Request")

    def find(self, kind, name):
        (found,) = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return found

    def open(self, table, row, column):
        """Go into a cell as a click does."""
        is_page = self.tabs.indexOf(table) >= 0
        self.tabs.setCurrentWidget(table if is_page else table.parentWidget())
        at = table.visualRect(table.model().index(row, column)).topLeft() + QPoint(10, 10)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def shown(self, table):
        """The texts of name and value, as they are painted."""
        model = table.model()
        return [
            tuple(model.index(row, column).data() for column in (Column.NAME, Column.VALUE))
            for row in range(model.rowCount() - 1)
        ]


def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys, or type a text letter by letter, where the focus is."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                event = QKeyEvent(QEvent.Type.KeyPress, 0, modifier, letter)
                QApplication.sendEvent(QApplication.focusWidget(), event)
        else:
            QTest.keyClick(QApplication.focusWidget(), key, modifier)


def meaning(rows):
    return [(row.name, row.value) for row in rows]


@pytest.fixture
def editor(qtbot, qapp):
    with worn(qapp):
        editor = Editor()
        qtbot.addWidget(editor)
        editor.resize(900, 420)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        yield editor


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (QComboBox, "Method"), (QLineEdit, "URL"), (QPushButton, "Send"), (QPushButton, "Cancel"),
        (QTableView, "Params"), (QTableView, "Headers"), (QComboBox, "Body type"),
        (QPlainTextEdit, "Body text"), (UnderlineTabs, "Request"),
    ],
)  # fmt: skip
def test_everything_is_found_by_its_name(editor, kind, name):
    assert editor.find(kind, name)
    assert_plain_text(editor)


def test_typing_in_the_url_fills_the_rows_at_every_key(editor):
    editor.url.setFocus()
    typed = "h/g?a=1&&b=%20x+y&a=&c&{{v}}=é#end"
    for at, letter in enumerate(typed):
        press(letter)
        request = editor.told[-1]
        assert request.url == editor.url.text() == typed[: at + 1]
        assert meaning(request.params) == meaning(rows_from_url(request.url, ()))
        assert editor.shown(editor.params) == meaning(request.params)
    assert len(editor.told) == len(typed)
    assert meaning(editor.request().params) == [
        ("a", "1"), ("b", " x y"), ("a", ""), ("c", ""), ("{{v}}", "é"),
    ]  # fmt: skip


def test_typing_in_the_rows_fills_the_url_at_every_key(editor):
    editor.set_request(FULL)
    editor.open(editor.params, 1, Column.VALUE)
    press(KEY.Key_End)
    seen = []
    for letter in "4&=é":
        press(letter)
        seen.append(editor.url.text().partition("?")[2])
    assert seen == [
        "mood=happy&size=34", "mood=happy&size=34%26", "mood=happy&size=34%26=",
        "mood=happy&size=34%26=é",
    ]  # fmt: skip
    assert [request.url for request in editor.told][-1] == editor.url.text()
    assert editor.request().params[1].value == "34&=é"


def test_a_new_row_becomes_a_parameter(editor):
    editor.set_request(FULL)
    editor.open(editor.params, 2, Column.NAME)
    press("page", KEY.Key_Tab, "2")
    assert editor.url.text() == f"{URL}&page=2"
    assert meaning(editor.request().params)[-1] == ("page", "2")


def test_a_row_that_is_switched_off_leaves_the_url_and_stays_in_the_table(editor):
    editor.set_request(FULL)
    editor.tabs.setCurrentWidget(editor.params)
    editor.params.setFocus()
    editor.params.setCurrentIndex(editor.params.model().index(0, Column.NAME))
    press(KEY.Key_Space)
    assert editor.url.text() == "https://a.example/goats?size=3"
    assert editor.shown(editor.params) == [("mood", "happy"), ("size", "3")]
    assert [row.enabled for row in editor.request().params] == [False, True]
    press(KEY.Key_Space)
    assert editor.url.text() == URL
    assert len(editor.told) == 2


def test_typing_in_the_url_keeps_what_only_the_table_knows(editor):
    params = (replace(FULL.params[0], note="why"), Row("off", "1", enabled=False), FULL.params[1])
    editor.set_request(replace(FULL, params=params))
    editor.url.setFocus()
    editor.url.setCursorPosition(len(URL))
    press("0")
    kept = editor.request().params
    assert [(row.name, row.enabled, row.note) for row in kept] == [
        ("mood", True, "why"), ("off", False, ""), ("size", True, ""),
    ]  # fmt: skip
    assert kept[2].value == "30"


def test_the_caret_stays_in_the_url_while_it_is_typed_into(editor):
    editor.set_request(FULL)
    editor.url.setFocus()
    start = URL.index("happy")
    editor.url.setCursorPosition(start)
    for count, letter in enumerate("un%20&", 1):
        press(letter)
        assert editor.url.cursorPosition() == start + count
    press(KEY.Key_Backspace, KEY.Key_Delete)
    assert editor.url.cursorPosition() == start + 5
    assert meaning(editor.request().params)[0] == ("mood", "un appy")


def test_the_caret_stays_in_a_cell_while_it_is_typed_into(editor):
    editor.set_request(FULL)
    editor.open(editor.params, 0, Column.VALUE)
    cell = QApplication.focusWidget()
    cell.setCursorPosition(2)
    for count, letter in enumerate("1 &", 1):
        press(letter)
        assert QApplication.focusWidget() is cell
        assert cell.cursorPosition() == 2 + count
    assert editor.request().params[0].value == "ha1 &ppy"


def test_encoding_that_was_typed_stays(editor):
    url = "h?a=%7e&b=+&c=%E4&a=%41&&d"
    editor.set_request(Request(url=url, params=rows_from_url(url, ())))
    editor.open(editor.params, 4, Column.VALUE)
    press("x")
    assert editor.url.text() == "h?a=%7e&b=+&c=%E4&a=%41&&d=x"


def test_undo_in_the_url_takes_back_what_the_table_did(editor):
    editor.url.setFocus()
    press("h?a=1")
    editor.open(editor.params, 0, Column.VALUE)
    press(KEY.Key_End, "2", KEY.Key_Return)
    assert editor.url.text() == "h?a=12"
    editor.focus_url()
    editor.url.undo()
    assert editor.url.text() == editor.request().url == "h?a=1"
    assert meaning(editor.request().params) == editor.shown(editor.params) == [("a", "1")]


def test_the_headers_are_told_at_every_key(editor):
    editor.open(editor.headers, 0, Column.NAME)
    press("X", KEY.Key_Tab, "1")
    assert [meaning(request.headers) for request in editor.told] == [[("X", "")], [("X", "1")]]


def test_method_and_body_are_told(editor):
    editor.find(QComboBox, "Method").setCurrentText("PURGE")
    kind = editor.find(QComboBox, "Body type")
    kind.setCurrentIndex(kind.findText("JSON"))
    editor.focus_body()
    press("{}")
    kind.setCurrentIndex(kind.findText("None"))
    assert editor.told[-1] == Request(method="PURGE", body=Body("none", "{}"))


def test_a_request_that_is_set_is_shown_whole_and_not_told(editor):
    for request in (FULL, Request(), replace(FULL, url="{{x}}", params=()), FULL):
        editor.set_request(request)
        assert editor.request() == request
        assert editor.url.text() == request.url
        assert editor.shown(editor.params) == meaning(request.params)
        assert editor.shown(editor.headers) == meaning(request.headers)
        assert editor.find(QComboBox, "Method").currentText() == request.method
    assert editor.told == []


def test_what_it_does_not_show_it_keeps(editor):
    editor.set_request(FULL)
    editor.url.setFocus()
    press(KEY.Key_End, "0")
    assert editor.request().name == "kept"


def test_setting_the_same_request_keeps_caret_and_open_cell(editor):
    editor.set_request(FULL)
    editor.open(editor.params, 0, Column.VALUE)
    cell = QApplication.focusWidget()
    press(KEY.Key_End, "!")
    editor.set_request(editor.request())
    assert QApplication.focusWidget() is cell
    press("!")
    assert editor.request().params[0].value == "happy!!"


def test_fifty_presses_are_told_fifty_times(editor):
    for _ in range(50):
        QTest.mouseClick(editor.find(QPushButton, "Send"), Qt.MouseButton.LeftButton)
    assert len(editor.sends) == 50
    editor.url.setFocus()
    press(KEY.Key_Return)
    assert len(editor.sends) == 51


def test_cancel_is_there_while_it_runs(editor):
    cancel = editor.find(QPushButton, "Cancel")
    assert not cancel.isEnabled()
    editor.set_running(running=True)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    editor.set_running(running=False)
    assert not cancel.isEnabled()
    assert len(editor.cancels) == 1


def test_counts_are_of_what_is_sent_and_no_part_of_a_name(editor):
    bar = editor.tabs.tabBar()
    bare = [bar.tabRect(index).width() for index in range(3)]
    editor.set_request(FULL)
    assert [bar.tabText(index) for index in range(3)] == ["Params", "Headers", "Body"]
    assert [bar.accessibleTabName(index) for index in range(3)] == ["Params", "Headers", "Body"]
    wider = [bar.tabRect(index).width() > bare[index] for index in range(3)]
    assert wider == [True, True, False]
    editor.set_request(replace(FULL, headers=(Row("X", "1", enabled=False),)))
    assert bar.tabRect(1).width() == bare[1]


def test_the_address_is_taken_apart_with_its_variables_filled_in(editor):
    editor.set_request(Request(url="{{practice}}/goats"))
    strip = editor.find(QWidget, "The address taken apart")
    assert "127.0.0.1" not in strip.accessibleDescription()
    editor.set_values({"practice": "http://127.0.0.1:4628"}.get)
    assert "127.0.0.1:4628" in strip.accessibleDescription()
    editor.url.setFocus()
    press(KEY.Key_End, "?a=1")
    assert "a = 1" in strip.accessibleDescription()


@pytest.mark.parametrize(
    ("go", "name"),
    [("focus_url", "URL"), ("focus_headers", "Headers"), ("focus_body", "Body text")],
)
def test_offers_lead_to_their_places(editor, go, name):
    editor.set_request(FULL)
    getattr(editor, go)()
    assert QApplication.focusWidget().accessibleName() == name
    assert QApplication.focusWidget().isVisible()


def test_the_offer_to_change_the_body_works_where_none_is_sent(editor):
    editor.focus_body()
    focus = QApplication.focusWidget()
    assert focus.isVisible()
    assert focus.accessibleName() == "Body type"


def test_the_strip_begins_where_the_url_begins(qapp, editor):
    strip = editor.find(QWidget, "The address taken apart")
    for scale in (1.0, 1.5, 2.0):
        with worn(qapp, scale=scale):
            editor.refresh_sizes()
            editor.layout().activate()
            left = strip.mapTo(editor, strip.contentsRect().topLeft()).x()
            assert abs(left - editor.url.mapTo(editor, QPoint()).x()) <= 2


@pytest.mark.parametrize(
    "text", [HTML, "\u202egnp.exe\u202c", "a\x00b\x1b[31m", "\U0001f410" * 3, "x" * 100_000]
)
def test_hostile_texts_are_kept_and_shown_quickly(editor, text):
    url = f"http://a.example/{text}"
    request = Request(
        method=text[:60],
        url=url,
        params=(Row(text, text, enabled=False),),
        headers=(Row(text, text, note=text),),
        body=Body("text", text),
    )
    started = time.perf_counter()
    editor.set_request(request)
    editor.grab()
    assert time.perf_counter() - started < 0.5
    assert editor.request() == request
    assert editor.url.text() == url
    assert_plain_text(editor)
