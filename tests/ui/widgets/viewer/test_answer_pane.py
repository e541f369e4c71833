"""The card of an answer, and its views below."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desktop.core.errors import NoAnswer, NothingListening
from desktop.ui.widgets.underline_tabs import UnderlineTabs
from desktop.ui.widgets.viewer.answer_pane import AnswerPane
from desktop.ui.widgets.viewer.image_view import ImageView
from tests.support.made_answers import answered, failed, sent
from tests.support.worn_theme import worn

GIF = b"GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x02\x00\x02\x00"
REFUSED = answered(b"no", status=401)


class Pane(AnswerPane):
    """A pane whose parts are found by their names."""

    def named(self, kind, name):
        (found,) = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return found

    def card(self):
        return self.named(QPlainTextEdit, "Explanation").parentWidget()

    def pages(self):
        return self.named(UnderlineTabs, "Answer")

    def facts(self):
        return next(one.text() for one in self.card().findChildren(QLabel))


@pytest.fixture
def pane(qtbot, qapp):
    with worn(qapp):
        pane = Pane()
        qtbot.addWidget(pane)
        pane.resize(900, 460)
        with qtbot.waitExposed(pane):
            pane.show()
        yield pane


def settle():
    for _ in range(3):
        QApplication.processEvents()


def test_time_and_size_are_told(pane):
    pane.show_answer(answered(b"x" * 24_000))
    assert pane.facts().split() == ["0.12", "s", "·", "24", "kB"]
    pane.show_answer(failed(NoAnswer("a.example"), sent()))
    assert pane.facts() == ""


def test_views_are_there_where_something_went_out(pane):
    for answer, there in (
        (REFUSED, True),
        (failed(NothingListening("a.example", 80)), False),
        (failed(NoAnswer("a.example"), sent()), True),
    ):
        pane.show_answer(answer)
        assert pane.pages().isVisible() == there
        assert pane.named(QLineEdit, "Status").text() == answer.explanation.status
    pane.show_progress("Waiting…", "Waiting for it.", "1 s")
    assert not pane.pages().isVisible()


def test_a_picture_is_asked_for_when_its_room_is_known(qtbot, pane):
    assert pane.image_view is pane.named(ImageView, "Response image")
    pane.show_answer(REFUSED)
    with qtbot.waitSignal(pane.image_view.decode_wanted):
        pane.show_answer(answered(GIF, "image/gif"))


@pytest.mark.parametrize("height", [330, 460, 900])
def test_the_card_takes_half_the_height_at_most(pane, height):
    pane.resize(900, height)
    pane.show_answer(REFUSED)
    settle()
    assert pane.card().height() <= height * 0.5 + 10
    assert pane.pages().y() > pane.card().geometry().bottom()
    assert pane.verticalScrollBar().maximum() == 0


def test_where_the_text_is_large_and_the_window_is_not_it_scrolls(qapp, pane):
    with worn(qapp, scale=2.0):
        pane.refresh()
        pane.resize(700, 160)
        pane.show_answer(REFUSED)
        settle()
        words = pane.named(QPlainTextEdit, "Explanation").geometry()
        offer = pane.named(QPushButton, REFUSED.explanation.offers[0].label).geometry()
        assert not words.intersects(offer)
        assert offer.bottom() <= pane.card().height()
        assert pane.verticalScrollBar().maximum() > 0
        assert pane.horizontalScrollBar().maximum() == 0


def test_an_answer_is_shown_from_its_top(qapp, pane):
    with worn(qapp, scale=2.0):
        pane.refresh()
        pane.resize(700, 160)
        pane.show_answer(REFUSED)
        settle()
        pane.verticalScrollBar().setValue(50)
        pane.show_answer(REFUSED)
        settle()
        assert pane.verticalScrollBar().value() == 0
