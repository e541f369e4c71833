"""Tooltips that show hostile text as it is."""

import time

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from desktop.ui.plain_tip import LONGEST_TIP, plain_tip
from tests.support.plain_text import assert_plain_text

HOSTILE = [
    "<img src='file:///etc/passwd'>",
    "<b>bold</b> & <script>",
    "</p><p>out of the paragraph",
    "\"quotes\" and 'single'",
    "two\nlines  and  spaces",
    "\u202egnp.exe\u202c",
    "&lt;already&gt;",
]


def shown(tip):
    """What Qt makes of a tip."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tip_shows_its_text_as_it_is(qtbot, text):
    assert shown(plain_tip(text)) == text
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setToolTip(plain_tip(text))
    assert_plain_text(widget)


def test_nothing_has_no_tip():
    assert plain_tip("") == ""


def test_a_long_text_is_cut_quickly():
    started = time.perf_counter()
    tip = plain_tip("<" * 1_000_000)
    assert time.perf_counter() - started < 0.05
    assert tip.count("&lt;") == LONGEST_TIP
    assert tip.endswith("…</p>")


def test_a_text_that_just_fits_is_whole():
    assert shown(plain_tip("a" * LONGEST_TIP)) == "a" * LONGEST_TIP
