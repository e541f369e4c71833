"""A read-only text that is as high as what it says."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.viewer.grown_text import GrownText
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

WORDS = ("The server knows this address.", "It may be busy. " * 12, "Try it again later.")


@pytest.fixture
def text(qtbot, qapp):
    with worn(qapp):
        page = QWidget()
        qtbot.addWidget(page)
        text = GrownText("Explanation", page)
        column = QVBoxLayout(page)
        column.addWidget(text)
        column.addStretch(1)
        page.resize(500, 400)
        text.page = page
        with qtbot.waitExposed(page):
            page.show()
        yield text


def all_is_seen(text):
    bar = text.verticalScrollBar()
    return bar.minimum() == bar.maximum()


def test_it_says_its_words(text):
    text.set_paragraphs("It worked.", WORDS)
    assert text.accessibleName() == text.accessibleIdentifier() == "Explanation"
    assert text.toPlainText() == "\n".join(("It worked.", *WORDS))
    assert text.isReadOnly()


def test_only_the_headline_is_bold(text):
    text.set_paragraphs("It worked.", WORDS)
    weights = []
    block = text.document().firstBlock()
    while block.isValid():
        weights.append(block.begin().fragment().charFormat().fontWeight())
        block = block.next()
    assert weights[0] == QFont.Weight.DemiBold
    assert all(weight < QFont.Weight.DemiBold for weight in weights[1:])
    text.set_paragraphs("", ("plain",))
    assert text.document().lastBlock().begin().fragment().charFormat().fontWeight() < 600


def test_it_is_as_high_as_its_words_at_any_width(qtbot, text):
    text.set_paragraphs("It worked.", WORDS)
    heights = []
    for width in (700, 400, 200):
        text.page.resize(width, 800)
        qtbot.waitUntil(lambda: all_is_seen(text))
        heights.append(text.height())
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]
    text.set_paragraphs("Short.", ())
    qtbot.waitUntil(lambda: text.height() < heights[0])


def test_it_grows_with_the_text_of_the_program(qtbot, qapp, text):
    text.set_paragraphs("It worked.", WORDS)
    before = text.height()
    with worn(qapp, scale=2.0):
        qtbot.waitUntil(lambda: text.height() > before * 1.8)
        assert all_is_seen(text)


def test_past_its_limit_it_scrolls(qtbot, text):
    text.set_paragraphs("It worked.", WORDS * 10)
    text.set_highest(120)
    assert 120 - text.fontMetrics().lineSpacing() < text.height() <= 120
    assert not all_is_seen(text)
    assert text.verticalScrollBar().value() == 0
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert text.verticalScrollBar().value() > 0


def test_two_lines_are_always_in_sight(text):
    text.set_paragraphs("It worked.", WORDS * 10)
    text.set_highest(-50)
    assert text.height() >= 2 * text.fontMetrics().lineSpacing()


def test_its_words_can_be_selected_by_key(text):
    text.set_paragraphs("It worked.", WORDS)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert text.textCursor().selectedText().startswith("It worked.")
    QTest.keyClicks(text, "x")
    assert text.toPlainText().startswith("It worked.")


@pytest.mark.parametrize("words", ["<img src='file:///etc/passwd'>", "\u202egnp", "a\x1bb"])
def test_hostile_words_are_shown_as_they_are(text, words):
    text.set_paragraphs(words, (words,))
    assert text.toPlainText() == f"{words}\n{words}"
    assert_plain_text(text)


def test_a_long_word_wraps_quickly(text):
    started = time.perf_counter()
    text.set_paragraphs("x" * 20_000, ())
    text.grab()
    assert time.perf_counter() - started < 0.3
    assert text.height() > 20 * text.fontMetrics().lineSpacing()
