"""The body: nothing, JSON or text, and never lost."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit

from desktop.core.model.request import Body
from desktop.ui.widgets.editor.body_editor import BodyEditor
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

HOSTILE = "<img src='file:///etc/passwd'>\n\u202ebackwards\u202c\n\ttab\n\U0001f410\n"


class Editor(BodyEditor):
    """An editor that notes what it tells."""

    def __init__(self):
        super().__init__()
        self.told = []
        self.body_changed.connect(self.told.append)
        (self.kind,) = self.findChildren(QComboBox)
        (self.text,) = self.findChildren(QPlainTextEdit)

    def choose(self, words):
        self.kind.setCurrentIndex(self.kind.findText(words))


@pytest.fixture
def editor(qtbot):
    editor = Editor()
    qtbot.addWidget(editor)
    editor.resize(600, 300)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def test_its_controls_are_found_by_their_names(editor):
    for widget, name in ((editor.kind, "Body type"), (editor.text, "Body text")):
        assert widget.accessibleName() == widget.accessibleIdentifier() == name
    assert_plain_text(editor)


def test_at_first_it_sends_nothing_and_says_what_to_do(editor):
    assert editor.body() == Body("none", "")
    assert not editor.text.isVisible()
    hint = next(one for one in editor.findChildren(QLabel) if "JSON" in one.text())
    assert hint.isVisible()


def test_each_choice_and_each_key_is_told(editor):
    editor.choose("JSON")
    assert editor.text.isVisible()
    QTest.keyClicks(editor.text, "{}")
    editor.choose("Text")
    assert editor.told == [
        Body("json", ""), Body("json", "{"), Body("json", "{}"), Body("text", "{}"),
    ]  # fmt: skip


def test_the_text_stays_while_nothing_is_sent(editor):
    editor.choose("JSON")
    QTest.keyClicks(editor.text, '{"a": 1}')
    editor.choose("None")
    assert editor.told[-1] == Body("none", '{"a": 1}')
    assert not editor.text.isVisible()
    editor.choose("Text")
    assert editor.body() == Body("text", '{"a": 1}')
    assert editor.text.isVisible()


def test_a_body_that_is_set_is_not_told(editor):
    for body in (Body("json", "[1]"), Body("none", "kept"), Body("text", "a\nb"), Body()):
        editor.set_body(body)
        assert editor.body() == body
        assert editor.text.isVisible() == (body.kind != "none")
    assert editor.told == []


def test_setting_the_same_text_keeps_caret_and_undo(editor):
    editor.choose("Text")
    QTest.keyClicks(editor.text, "ab cd")
    place = editor.text.textCursor()
    place.setPosition(2)
    editor.text.setTextCursor(place)
    editor.set_body(editor.body())
    assert editor.text.textCursor().position() == 2
    editor.text.undo()
    assert editor.body().text != "ab cd"


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "a\n\n\nb\n", "10\u00a0000 \u20ac", "\u200b\ufeff", "e\u0301", "\ufffc", "", "  a  "],
    ids=["hostile", "lines", "no-break space", "unseen", "accent", "object", "empty", "spaces"],
)
def test_a_text_is_sent_as_it_was_typed(editor, text):
    editor.set_body(Body("text", text))
    assert editor.body().text == text
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    QTest.keyClicks(editor.text, "x")
    assert editor.told == [Body("text", text + "x")]


def test_a_break_with_shift_is_a_line_end(editor):
    editor.choose("Text")
    QTest.keyClicks(editor.text, "a")
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor.text, "b")
    assert editor.body().text == "a\nb"


def test_a_screen_reader_that_types_is_heard(editor):
    editor.choose("Text")
    words = QAccessible.queryAccessibleInterface(editor.text)
    words.setText(QAccessible.Text.Value, "maa")
    assert editor.told[-1] == Body("text", "maa")


def test_tab_leads_on(editor):
    editor.choose("Text")
    editor.focus_text()
    assert editor.text.hasFocus()
    QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor.kind
    assert editor.body().text == ""


@pytest.mark.parametrize("text", ["x" * 1_000_000, "x\n" * 50_000], ids=["one line", "50,000"])
def test_long_texts_are_shown_quickly(editor, text):
    started = time.perf_counter()
    editor.set_body(Body("text", text))
    editor.grab()
    assert time.perf_counter() - started < 1.0
    assert editor.body().text == text


def test_its_text_follows_the_size_of_the_program_s(qapp, editor):
    with worn(qapp, scale=2.0):
        editor.refresh_sizes()
        assert editor.text.font().pixelSize() == qapp.font().pixelSize() - 1
