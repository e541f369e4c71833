"""A label that shows whatever it is given as it is."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.plain_label import PlainLabel
from tests.support.plain_text import assert_plain_text


@pytest.mark.parametrize(
    "text", ["", "<img src='file:///etc/passwd'>", "<b>a</b>\n\u202eb\u202c\x00", "a" * 1_000_000]
)
def test_it_never_renders(qtbot, text):
    label = PlainLabel(text)
    qtbot.addWidget(label)
    label.setText(text)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == text
    assert_plain_text(label)
