"""The card above an answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.model.explanation import Explanation, Offer
from desktop.ui.colours import DARK, LIGHT
from desktop.ui.widgets.viewer.answer_card import AnswerCard
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

GOOD = Explanation("success", "200 OK", "It worked.", "The server sent a picture.", details="RFC")
OFFERS = (Offer("edit_address", "Change the address"), Offer("send_again", "Send it again"))
BAD = Explanation(
    "failure", "404 Not Found", "There is no such thing.", "The server knows no goat.",
    ("A letter is wrong.", "It was removed."), ("Compare the address.",), "RFC 9110", OFFERS,
)  # fmt: skip
TONES = ("success", "information", "warning", "failure")


class Card(AnswerCard):
    """A card that notes what it tells."""

    def __init__(self, parent):
        super().__init__(parent)
        self.chosen = []
        self.offer_chosen.connect(self.chosen.append)
        self.status = self.named(QLineEdit, "Status")
        self.words = self.named(QPlainTextEdit, "Explanation")
        self.details = self.named(QPlainTextEdit, "Technical details")

    def named(self, kind, name):
        (found,) = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return found

    def show_explanation(self, explanation, facts):
        super().show_explanation(explanation, facts)
        # A layout shows new widgets when the event loop runs.
        QApplication.processEvents()

    def buttons(self):
        return [one for one in self.findChildren(QPushButton) if one.isVisible()]

    def button(self, words):
        (found,) = [one for one in self.buttons() if one.text() == words]
        return found

    def facts(self):
        return next(one for one in self.findChildren(QLabel)).text()


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def card(qtbot, qapp):
    with worn(qapp):
        page = QWidget()
        qtbot.addWidget(page)
        card = Card(page)
        column = QVBoxLayout(page)
        column.addWidget(card)
        column.addStretch(1)
        page.resize(860, 500)
        card.page = page
        with qtbot.waitExposed(page):
            page.show()
        yield card


def test_status_and_explanation_are_found_by_their_names(card):
    card.show_explanation(GOOD, "0.12 s\n24 kB")
    assert card.status.text().startswith("200 OK")
    assert card.words.toPlainText() == "It worked.\nThe server sent a picture."
    assert card.status.isReadOnly()
    assert card.words.isReadOnly()
    assert card.status.accessibleIdentifier() == "Status"
    assert card.facts() == "0.12 s\n24 kB"
    assert_plain_text(card)


def test_a_bad_answer_says_why_and_what_to_try(card):
    card.show_explanation(BAD, "")
    text = card.words.toPlainText()
    parts = (BAD.headline, BAD.meaning, *BAD.why, *BAD.tries)
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_good_answer_does_not_worry_anybody(card):
    card.show_explanation(replace(GOOD, why=("Odd.",), tries=("Look.",)), "")
    assert "Odd." not in card.words.toPlainText()


def test_offers_are_buttons_named_by_their_words(card):
    card.show_explanation(BAD, "")
    press(card.button("Send it again"))
    press(card.button("Change the address"))
    assert card.chosen == [OFFERS[1], OFFERS[0]]
    assert card.button("Send it again").accessibleName() == "Send it again"


def test_the_offers_of_an_answer_go_with_it(qtbot, card):
    card.show_explanation(BAD, "")
    card.show_explanation(replace(BAD, offers=OFFERS[1:]), "")
    assert {one.text() for one in card.buttons()} == {"Send it again", "Details"}
    card.show_explanation(GOOD, "")
    assert [one.text() for one in card.buttons()] == ["Details"]
    qtbot.waitUntil(lambda: len(card.findChildren(QPushButton)) == 1)


def test_technical_words_are_a_click_away(card):
    card.show_explanation(BAD, "")
    assert not card.details.isVisible()
    press(card.button("Details"))
    assert card.details.isVisible()
    assert "RFC 9110" in card.details.toPlainText()
    press(card.button("Details"))
    assert not card.details.isVisible()


def test_who_wants_the_details_gets_them_for_the_next_answer_too(card):
    card.show_explanation(BAD, "")
    press(card.button("Details"))
    card.show_progress("Waiting…", "Waiting.", "0.1 s")
    assert not card.details.isVisible()
    assert card.buttons() == []
    card.show_explanation(GOOD, "")
    assert card.details.isVisible()
    card.show_explanation(replace(GOOD, details=""), "")
    assert not card.details.isVisible()
    assert card.buttons() == []


def test_progress_takes_the_place_of_an_answer(card):
    card.show_explanation(BAD, "0.1 s")
    card.show_progress("Receiving…", "The answer is coming in.", "1.2 s\n3 kB")
    assert card.status.text() == "Receiving…"
    assert card.words.toPlainText() == "The answer is coming in."
    assert card.facts() == "1.2 s\n3 kB"
    assert card.buttons() == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_its_ground_and_its_status_are_in_the_colours_of_the_tone(qapp, card, tone, mode, colours):
    with worn(qapp, mode):
        card.refresh()
        card.show_explanation(replace(BAD, tone=tone), "")
        ground = card.grab().toImage().pixelColor(card.width() // 2, 4).name().upper()
        text = card.status.palette().text().color().name().upper()
    assert (text, ground) == colours.tone(tone)


def test_new_colours_reach_a_card_that_stands_there(qapp, card):
    card.show_explanation(BAD, "")
    with worn(qapp, "dark"):
        card.refresh()
        assert card.status.palette().text().color().name().upper() == DARK.failure


@pytest.mark.parametrize(("scale", "width"), [(1.0, 868), (1.5, 1568), (2.0, 1568)])
def test_no_status_is_cut(qtbot, qapp, card, scale, width):
    with worn(qapp, scale=scale):
        card.page.resize(width, 700)
        qtbot.waitUntil(lambda: card.width() > width - 40)
        card.refresh()
        for text in ("200 OK", "520 Web Server Returned an Unknown Error", "No answer"):
            card.show_explanation(replace(BAD, status=text), "0.12 s\n128 B")
            metrics = card.status.fontMetrics()
            assert card.status.width() >= metrics.horizontalAdvance(text)
            assert card.status.height() >= metrics.height()
            assert not card.status.geometry().intersects(card.words.geometry())


def test_a_short_status_stands_beside_the_words_and_a_long_one_above(qtbot, card):
    card.show_explanation(BAD, "")
    assert card.words.x() > card.status.geometry().right()
    card.show_explanation(replace(BAD, status="431 Request Header Fields Too Large"), "")
    assert card.words.y() > card.status.geometry().bottom()
    card.page.resize(1500, 500)
    qtbot.waitUntil(lambda: card.words.x() > card.status.geometry().right())


def test_an_endless_status_is_cut_at_the_card(card):
    card.show_explanation(replace(BAD, status="299 " + "very " * 200), "1 s")
    assert card.status.geometry().right() < card.width()
    assert card.status.cursorPosition() == 0
    assert card.words.width() > 200


@pytest.mark.parametrize("opened", [False, True])
def test_it_keeps_to_its_room_and_its_offers_stay_in_sight(qtbot, card, opened):
    long = replace(BAD, tries=("Try this and that. " * 10,) * 12, details="A line.\n" * 40)
    card.show_explanation(long, "")
    if opened:
        press(card.button("Details"))
    card.set_room(250)
    qtbot.waitUntil(lambda: card.height() <= 260)
    offer = card.button("Send it again").geometry()
    assert offer.bottom() <= card.height()
    assert not offer.intersects(card.words.geometry())
    assert not offer.intersects(card.details.geometry()) or not opened


@pytest.mark.parametrize("text", ["<img src='file:///etc/passwd'>", "\u202egnp\x00", "x" * 5000])
def test_hostile_texts_are_shown_as_they_are(card, text):
    offer = (Offer("send_again", text[:200]),)
    hostile = Explanation("failure", text, text, text, (text,), (text,), text, offer)
    card.show_explanation(hostile, text[:50])
    card.grab()
    assert card.status.text() == text
    assert card.words.toPlainText().splitlines()[0] == text
    assert_plain_text(card)
