"""The line for what the person should know."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.colours import DARK, LIGHT
from desktop.ui.widgets.banner import Banner
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

WORDS = "This computer has no keyring. Bleat keeps your secrets until you close it."


@pytest.fixture
def banner(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(page)
    column = QVBoxLayout(page)
    column.addWidget(banner)
    column.addStretch(1)
    page.resize(600, 200)
    with qtbot.waitExposed(page):
        page.show()
    banner.page = page
    return banner


def label(banner):
    return banner.findChild(QLabel)


def button(banner, name):
    """The visible button that a screen reader calls so; None where there is none."""
    buttons = [one for one in banner.findChildren(QPushButton) if one.isVisible()]
    return next((one for one in buttons if name in {one.accessibleName(), one.text()}), None)


def test_it_is_not_there_while_there_is_nothing_to_say(banner):
    assert not banner.isVisible()


def test_it_says_its_words_to_eyes_and_ears(banner):
    banner.say(WORDS)
    assert banner.isVisible()
    assert (label(banner).text(), label(banner).accessibleName()) == (WORDS, WORDS)


def test_it_goes_when_it_is_closed_and_comes_back_with_news(banner):
    banner.say(WORDS)
    close = button(banner, "Close this notice")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.say("News.")
    assert banner.isVisible()
    assert label(banner).text() == "News."


def test_it_offers_what_can_be_done_about_it(qtbot, banner):
    banner.say(WORDS, "Try again")
    with qtbot.waitSignal(banner.pressed):
        QTest.mouseClick(button(banner, "Try again"), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.say(WORDS)
    assert button(banner, "Try again") is None
    with qtbot.assertNotEmitted(banner.pressed):
        QTest.mouseClick(button(banner, "Close this notice"), Qt.MouseButton.LeftButton)


def test_a_long_notice_wraps(qtbot, banner):
    banner.say(WORDS)
    one_line = banner.height()
    banner.say(WORDS * 6)
    qtbot.waitUntil(lambda: banner.height() > one_line)
    assert banner.width() <= banner.page.width()


def test_hostile_words_are_shown_as_they_are(banner):
    banner.say("<img src='file:///etc/passwd'>")
    assert label(banner).text() == "<img src='file:///etc/passwd'>"
    assert_plain_text(banner)


@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_its_ground_is_a_warning_s(qapp, banner, mode, colours):
    with worn(qapp, mode):
        banner.say(WORDS)
        assert banner.grab().toImage().pixelColor(4, 4).name().upper() == colours.warning_ground
