"""The lower half of the window: nothing yet, progress, an answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desktop.core.errors import NoAnswer, NothingListening, UnsetVariable
from desktop.ui.widgets.underline_tabs import UnderlineTabs
from desktop.ui.widgets.viewer.answer_view import AnswerView
from desktop.ui.widgets.viewer.welcome import HEADLINE
from tests.support.made_answers import answered, failed, sent
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

GOOD = answered(b'{"goats":[1,2]}', "application/json")
MISSING = answered(b"no goat", status=404)


class View(AnswerView):
    """A view that notes what it tells."""

    def __init__(self):
        super().__init__()
        self.offers, self.saves, self.panes = [], [], []
        self.offer_chosen.connect(self.offers.append)
        self.save_requested.connect(lambda: self.saves.append(1))
        self.prepared.connect(self.panes.append)

    def visible(self, kind, name):
        found = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return next((one for one in found if one.isVisible()), None)

    def status(self):
        edit = self.visible(QLineEdit, "Status")
        return edit.text() if edit else ""

    def explanation(self):
        return self.visible(QPlainTextEdit, "Explanation").toPlainText()

    def has_pages(self):
        return self.visible(UnderlineTabs, "Answer") is not None

    def says(self, *words):
        labels = [one.text() for one in self.findChildren(QLabel) if one.isVisible()]
        return any(all(word in label for word in words) for label in labels)


@pytest.fixture
def view(qtbot, qapp):
    with worn(qapp):
        view = View()
        qtbot.addWidget(view)
        view.resize(900, 460)
        with qtbot.waitExposed(view):
            view.show()
        yield view


def test_at_first_it_says_what_will_be_here(view):
    assert view.says(HEADLINE)
    assert (view.status(), view.has_pages(), view.answer()) == ("", False, None)
    assert view.panes == []


def test_its_pane_is_built_once(view):
    view.prepare()
    assert not view.has_pages()
    assert view.says(HEADLINE)
    view.show_answer(GOOD)
    view.prepare()
    assert len(view.panes) == 1
    assert view.panes[0].isVisible()


def test_an_answer_is_shown_with_its_meaning_first(view):
    view.show_answer(GOOD)
    assert view.status().startswith("200 OK")
    assert view.explanation().startswith(GOOD.explanation.headline)
    assert view.has_pages()
    assert view.answer() is GOOD
    assert not view.says(HEADLINE)
    assert view.says("0.12 s", "15 B")
    assert_plain_text(view)


def test_progress_takes_the_place_of_the_answer_before(view):
    view.show_answer(GOOD)
    view.show_progress("Waiting…", "The request is there.", "1.0 s")
    assert (view.status(), view.explanation()) == ("Waiting…", "The request is there.")
    assert (view.has_pages(), view.answer()) == (False, None)
    view.show_answer(MISSING)
    assert view.status().startswith("404")
    assert view.has_pages()
    view.show_nothing()
    assert view.says(HEADLINE)
    assert (view.status(), view.has_pages()) == ("", False)


@pytest.mark.parametrize("failure", [NothingListening("a.example", 80), UnsetVariable("x")])
def test_where_nothing_went_out_there_are_no_pages(view, failure):
    view.show_answer(GOOD)
    answer = failed(failure)
    view.show_answer(answer)
    assert view.status() == answer.explanation.status
    assert not view.has_pages()


def test_where_no_answer_came_it_shows_what_went_out(view):
    view.show_answer(failed(NoAnswer("a.example"), sent()))
    assert view.has_pages()
    assert not view.says("0.12 s", "15 B")


def test_an_offer_is_told(view):
    view.show_answer(MISSING)
    QApplication.processEvents()
    offer = MISSING.explanation.offers[0]
    QTest.mouseClick(view.visible(QPushButton, offer.label), Qt.MouseButton.LeftButton)
    assert view.offers == [offer]


def test_a_wish_to_save_is_told(view):
    view.show_answer(GOOD)
    QTest.mouseClick(view.visible(QPushButton, "Save response"), Qt.MouseButton.LeftButton)
    assert len(view.saves) == 1


def test_new_colours_and_sizes_are_followed(qapp, view):
    view.refresh()
    view.show_answer(GOOD)
    small = view.visible(QLineEdit, "Status").fontMetrics().height()
    with worn(qapp, "dark", 2.0):
        view.refresh()
        assert view.visible(QLineEdit, "Status").fontMetrics().height() > 1.8 * small
