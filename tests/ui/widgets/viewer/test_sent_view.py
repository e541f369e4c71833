"""What really went out, with what Bleat added marked."""

import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QTableView

from desktop.core.model.exchange import SentHeader
from desktop.core.reading.lines import text_lines
from desktop.ui.theme import fixed_font
from desktop.ui.widgets.viewer.line_view import LineView
from desktop.ui.widgets.viewer.sent_view import SentView
from tests.support.made_answers import sent
from tests.support.plain_text import assert_plain_text

SENT = sent("POST", b'{"a": 1}', "/goats?x=%20")


class View(SentView):
    """A view whose parts are found by their names."""

    def named(self, kind, name):
        (found,) = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return found

    def rows(self):
        model = self.named(QTableView, "Sent headers").model()
        return [
            tuple(model.index(row, column).data() for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]


@pytest.fixture
def view(qtbot):
    view = View()
    qtbot.addWidget(view)
    view.resize(800, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_the_request_line_is_as_it_went_out(view):
    view.show_sent(SENT, None)
    line = view.named(QLineEdit, "Request line")
    assert line.text() == "POST /goats?x=%20 HTTP/1.1"
    assert line.isReadOnly()
    assert line.cursorPosition() == 0


def test_what_was_added_is_marked(view):
    view.show_sent(SENT, None)
    assert view.rows() == [
        ("Host", "api.example.com", "Bleat, automatically"),
        ("Accept", "application/json", "you"),
    ]


def test_a_body_is_there_where_one_was_sent(view):
    view.show_sent(SENT, text_lines(SENT.body, "utf-8"))
    body = view.named(LineView, "Sent body")
    assert body is view.body_view
    assert body.isVisible()
    body.select_all()
    assert body.selected_text() == '{"a": 1}'
    view.show_sent(SENT, None)
    assert not body.isVisible()


def test_the_line_follows_the_size_of_the_text(view):
    view.refresh_sizes()
    assert view.named(QLineEdit, "Request line").font().pixelSize() == fixed_font().pixelSize()


def test_hostile_texts_are_shown_quickly_as_they_are(view):
    html = "<img src='file:///etc/passwd'>\u202e"
    hostile = replace(
        SENT, method=html, target=html + "x" * 50_000, headers=(SentHeader(html, html * 5000),) * 50
    )
    started = time.perf_counter()
    view.show_sent(hostile, text_lines(b"<b>" * 300_000, "utf-8"))
    view.grab()
    assert time.perf_counter() - started < 0.5
    assert view.rows()[0][0] == html
    assert view.named(QLineEdit, "Request line").text().startswith(html)
    assert_plain_text(view)
