"""The view of text by keyboard, mouse and menu; copying gives what was received."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.core.limits import LINE_CAP
from desktop.core.reading.json_lines import json_lines
from desktop.core.reading.lines import text_lines
from desktop.ui.theme import colours_of
from desktop.ui.widgets.viewer.line_colours import line_colours
from desktop.ui.widgets.viewer.line_selection import Place
from desktop.ui.widgets.viewer.line_view import LineView
from tests.support.worn_theme import worn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.support.pictures import PictureBook

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXT = b"one two\nthree\n  four five\n" + b"row\n" * 200 + b"last"


@pytest.fixture
def view(qtbot: QtBot) -> LineView:
    view = LineView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    view.set_lines(text_lines(TEXT, "utf-8"))
    return view


def clipboard(qtbot: QtBot, view: LineView) -> str:
    QGuiApplication.clipboard().setText("nothing")
    view.copy()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "nothing")
    return QGuiApplication.clipboard().text()


def place(view: LineView, row: int, column: int) -> QPoint:
    rect = view._rect_in(Place(row, column))
    return QPoint(rect.left() + 1, rect.center().y())


def test_keys_move_the_caret(view: LineView, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    assert view.caret() == Place(1, 5)
    qtbot.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.caret() == Place(203, 4)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert 180 < view.caret().row < 203
    qtbot.keyClick(view, Qt.Key.Key_Home, CTRL)
    assert (view.caret(), view.verticalScrollBar().value()) == (Place(0, 0), 0)


def test_up_and_down_keep_to_their_column(view: LineView, qtbot: QtBot) -> None:
    view.place_caret(Place(1, 4))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() == Place(2, 4)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.caret() == Place(0, 7)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() == Place(2, 11)


def test_shift_selects_and_an_arrow_ends_it(view: LineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL | SHIFT)
    assert view.selected_text() == "one "
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.selected_text() == "one two\nthre"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert (view.selected_text(), view.caret()) == ("", Place(0, 0))


def test_all_is_copied_as_received(view: LineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert view.verticalScrollBar().value() == 0
    QGuiApplication.clipboard().setText("nothing")
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == TEXT.decode())


def test_signs_for_hidden_characters_are_not_copied(view: LineView, qtbot: QtBot) -> None:
    received = "a\x1b[31m\tb \u202eevil"
    view.set_lines(text_lines(received.encode(), "utf-8"))
    view.select_all()
    assert clipboard(qtbot, view) == received


def test_a_long_line_is_copied_in_one(view: LineView, qtbot: QtBot) -> None:
    long = "é" * (5 * LINE_CAP)
    view.set_lines(text_lines(f"{long}\nend".encode(), "utf-8"))
    view.select_all()
    assert clipboard(qtbot, view) == f"{long}\nend"


def test_nothing_selected_copies_nothing(view: LineView) -> None:
    QGuiApplication.clipboard().setText("before")
    view.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_the_mouse_selects(view: LineView, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), left, pos=place(view, 0, 4))
    assert view.caret() == Place(0, 4)
    view.mouseMoveEvent(_moved(view, place(view, 1, 2)))
    qtbot.mouseRelease(view.viewport(), left, pos=place(view, 1, 2))
    assert view.selected_text() == "two\nth"
    qtbot.mouseClick(view.viewport(), left, SHIFT, place(view, 2, 3))
    assert view.selected_text() == "two\nthree\n  f"
    qtbot.mouseDClick(view.viewport(), left, pos=place(view, 2, 8))
    assert view.selected_text() == "five"


def test_a_drag_beyond_the_edge_scrolls(view: LineView, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), left, pos=place(view, 0, 0))
    view.mouseMoveEvent(_moved(view, QPoint(50, 800)))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 20)
    qtbot.mouseRelease(view.viewport(), left, pos=QPoint(50, 800))
    stopped = view.caret()
    assert not view._drag_timer.isActive()
    assert view.selected_text().startswith("one two\nthree")
    assert view.caret() == stopped


def _moved(view: LineView, point: QPoint) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), view.viewport().mapToGlobal(QPointF(point)),
        Qt.MouseButton.NoButton, left, none,
    )  # fmt: skip


def test_the_menu_offers_copy_and_select_all(view: LineView, qtbot: QtBot) -> None:
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    (menu,) = view.findChildren(QMenu)
    copy, every = menu.actions()
    assert (copy.text(), copy.isEnabled()) == ("Copy", False)
    every.trigger()
    assert view.selected_text() == TEXT.decode()
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_its_keys_are_kept_from_the_windows_shortcuts(view: LineView) -> None:
    for key, modifiers, own in ((Qt.Key.Key_C, CTRL, True), (Qt.Key.Key_S, CTRL, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted() == own


def test_keys_that_are_not_its_own_go_on(view: LineView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


def test_a_new_text_begins_at_its_beginning(view: LineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End, CTRL)
    view.set_lines(text_lines(b"x\n" * 300, "utf-8"))
    assert (view.caret(), view.verticalScrollBar().value()) == (Place(), 0)
    view.clear()
    assert view.selected_text() == ""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right):
        qtbot.keyClick(view, key, SHIFT)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert view.selected_text() == ""


def test_the_language_is_the_lines_own(view: LineView) -> None:
    view.set_lines(json_lines(b"[1]", "utf-8"))
    assert view._syntax == "json"
    view.set_lines(text_lines(b"<a/>", "utf-8", syntax="text"), "xml")
    assert view._syntax == "xml"


def test_a_screen_reader_is_told_of_changes(view: LineView) -> None:
    QAccessible.setActive(True)
    try:
        view.set_lines(text_lines(b"hello\nyou", "utf-8"))
        view.place_caret(Place(1, 2))
        view.place_caret(Place(9, 9))
        assert (view.spoken().text, view.caret()) == ("hello\nyou", Place(1, 2))
    finally:
        QAccessible.setActive(False)


def test_text_looks_right(qtbot: QtBot, qapp: QApplication, pictures: PictureBook) -> None:
    body = json.dumps(
        {"error": None, "message": "Missing access token", "count": 1.1, "ok": True,
         "letters": "größe, 東京, سلام, 😀", "list": ["https://api.example.com/docs/auth", [], {}]},
        ensure_ascii=False,
    )  # fmt: skip
    view = LineView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    with worn(qapp) as theme:
        theme.changed.connect(lambda: view.set_colours(line_colours(colours_of(view))))
        view.set_lines(json_lines(body.encode(), "utf-8"))
        view.show()
        view.place_caret(Place(1, 2))
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
        pictures.save(view, "json")
        odd = "tab\there\nNUL \0 ESC \x1b[31m \u202eevil\u202c\nend"
        view.set_lines(text_lines(odd.encode(), "utf-8"))
        pictures.save(view, "marks")
