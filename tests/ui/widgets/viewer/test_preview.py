"""The best view of an answer: words, text or a picture."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.core.model.reading import Picture
from desktop.core.reading.lines import text_lines
from desktop.ui.widgets.viewer.image_view import ImageView
from desktop.ui.widgets.viewer.line_view import LineView
from desktop.ui.widgets.viewer.preview import BROKEN, Preview
from tests.support.plain_text import assert_plain_text

HTML = "<img src='file:///etc/passwd'>"


@pytest.fixture
def preview(qtbot):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(500, 300)
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def test_its_views_are_found_by_their_names(preview):
    (text,) = preview.findChildren(LineView)
    (image,) = preview.findChildren(ImageView)
    assert (text.accessibleName(), image.accessibleName()) == ("Response text", "Response image")
    assert (preview.text_view, preview.image_view) == (text, image)


def test_words_are_seen_and_heard(preview):
    preview.show_words(HTML)
    label = preview.currentWidget()
    assert isinstance(label, QLabel)
    assert (label.text(), label.accessibleName()) == (HTML, HTML)
    assert_plain_text(preview)


def test_text_is_shown(preview):
    preview.show_words("wait")
    preview.show_lines(text_lines(b"maa\n<b>maa</b>", "utf-8"))
    assert preview.currentWidget() is preview.text_view
    preview.text_view.select_all()
    assert preview.text_view.selected_text() == "maa\n<b>maa</b>"


def test_a_picture_is_asked_for_in_the_room_that_there_is(qtbot, preview):
    preview.show_words("wait")
    with qtbot.waitSignal(preview.image_view.decode_wanted) as asked:
        preview.show_picture(b"bytes", Picture("jpeg", 4000, 2000))
    assert preview.currentWidget() is preview.image_view
    (wanted,) = asked.args
    assert (wanted.content, wanted.format) == (b"bytes", "jpeg")
    assert wanted.width <= preview.width() * preview.devicePixelRatioF()


@pytest.mark.parametrize("picture", [None, Picture("png", 100_000, 100_000)])
def test_a_picture_that_cannot_be_shown_is_a_sentence(qtbot, preview, picture):
    with qtbot.assertNotEmitted(preview.image_view.decode_wanted):
        preview.show_picture(b"bytes", picture)
    assert preview.image_view.accessibleDescription() == BROKEN
    assert all(len(sentence.split()) <= 20 for sentence in BROKEN.split(". "))
