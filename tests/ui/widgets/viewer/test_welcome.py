"""What stands in the answer's place before the first send."""

from PySide6.QtWidgets import QLabel

from desktop.ui.widgets.viewer.welcome import Welcome
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn


def test_it_says_what_to_do_in_short_sentences(qtbot):
    welcome = Welcome()
    qtbot.addWidget(welcome)
    words = " ".join(label.text() for label in welcome.findChildren(QLabel))
    assert "Send" in words
    assert all(len(sentence.split()) <= 20 for sentence in words.split(". "))
    assert_plain_text(welcome)


def test_nothing_is_cut_where_it_is_narrow(qtbot, qapp):
    for scale in (1.0, 2.0):
        with worn(qapp, scale=scale):
            welcome = Welcome()
            qtbot.addWidget(welcome)
            welcome.resize(420, 460)
            with qtbot.waitExposed(welcome):
                welcome.show()
            for label in welcome.findChildren(QLabel):
                assert label.height() >= label.heightForWidth(label.width())
                assert label.width() <= welcome.width()
            welcome.close()
