"""The views of one answer, and the tools beside them."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from desktop.core.errors import NoAnswer
from desktop.ui.widgets.viewer.answer_pages import NO_PREVIEW, NOTHING_CAME, AnswerPages
from desktop.ui.widgets.viewer.line_view import LineView
from tests.support.made_answers import answered, failed, sent
from tests.support.plain_text import assert_plain_text
from tests.support.worn_theme import worn

GIF = b"GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x02\x00\x02\x00"
JSON = answered(b'{"goats":[1,2]}', "application/json")
HTML = b"<img src='file:///etc/passwd'>"


class Pages(AnswerPages):
    """Pages that note what they tell."""

    def __init__(self):
        super().__init__()
        self.saves = []
        self.save_requested.connect(lambda: self.saves.append(1))

    def names(self):
        return [self.tabText(at) for at in range(self.count()) if self.isTabVisible(at)]

    def go(self, name):
        self.setCurrentIndex([self.tabText(at) for at in range(self.count())].index(name))

    def named(self, kind, name):
        named = [one for one in self.findChildren(kind) if one.accessibleName() == name]
        return next((one for one in named if one.isVisible()), named[0])

    def text(self):
        view = self.named(LineView, "Response text")
        view.select_all()
        return view.selected_text()


@pytest.fixture
def pages(qtbot, qapp):
    qapp.clipboard().clear()
    with worn(qapp):
        pages = Pages()
        qtbot.addWidget(pages)
        pages.resize(900, 400)
        with qtbot.waitExposed(pages):
            pages.show()
        yield pages


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_everything_is_found_by_its_name(pages):
    pages.show_answer(JSON)
    assert pages.accessibleName() == "Answer"
    bar = pages.tabBar()
    names = [bar.accessibleTabName(at) for at in range(pages.count())]
    assert names == ["Preview", "Text", "Headers", "Sent"]
    for name in ("Save response", "Copy response"):
        assert pages.named(QPushButton, name).accessibleIdentifier() == name
    assert pages.named(QTableView, "Response headers")
    assert_plain_text(pages)


def test_json_is_set_out_in_the_preview_and_as_received_under_text(pages):
    pages.show_answer(JSON)
    assert pages.names() == ["Preview", "Text", "Headers", "Sent"]
    assert pages.tabText(pages.currentIndex()) == "Preview"
    assert pages.text() == '{\n  "goats": [\n    1,\n    2\n  ]\n}'
    pages.go("Text")
    assert pages.text() == '{"goats":[1,2]}'


def test_html_is_text(pages):
    pages.show_answer(answered(HTML, "text/html"))
    assert pages.text() == HTML.decode()


def test_a_picture_is_asked_for(qtbot, pages):
    with qtbot.waitSignal(pages.image_view.decode_wanted) as asked:
        pages.show_answer(answered(GIF, "image/gif"))
    assert asked.args[0].format == "gif"
    assert pages.image_view.isVisible()
    assert pages.names() == ["Preview", "Headers", "Sent"]


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [(b"", "text/plain", NOTHING_CAME), (b"\x00\x01\x02\xff" * 50, "application/zip", NO_PREVIEW)],
)
def test_what_has_no_view_is_a_sentence(pages, body, media_type, words):
    pages.show_answer(answered(body, media_type))
    labels = [one.text() for one in pages.findChildren(QLabel) if one.isVisible()]
    assert labels == [words]
    assert "Text" in pages.names() if media_type == "nothing" else "Text" not in pages.names()


def test_a_failure_shows_what_went_out(pages):
    pages.show_answer(JSON)
    pages.show_answer(failed(NoAnswer("a.example"), sent("PUT")))
    assert pages.names() == ["Sent"]
    assert pages.tabText(pages.currentIndex()) == "Sent"
    for name in ("Save response", "Copy response"):
        assert not pages.named(QPushButton, name).isEnabled()


def test_each_header_has_its_sentence(pages):
    pages.show_answer(answered(b"a", headers=(("Server", "goat/1"), ("Set-Cookie", "a=b"))))
    pages.go("Headers")
    model = pages.named(QTableView, "Response headers").model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(3)]
    assert [row[:2] for row in rows] == [
        ["Content-Type", "text/plain"], ["Server", "goat/1"], ["Set-Cookie", "a=b"],
    ]  # fmt: skip
    assert all(row[2].endswith(".") for row in rows)
    bar = pages.tabBar()
    at = pages.currentIndex()
    assert bar.tabText(at) == bar.accessibleTabName(at) == "Headers"
    assert bar.tabRect(at).width() > bar.fontMetrics().horizontalAdvance("Headers") + 20


def test_copy_gives_the_text_as_received(qapp, pages):
    pages.show_answer(JSON)
    press(pages.named(QPushButton, "Copy response"))
    assert qapp.clipboard().text() == '{"goats":[1,2]}'


def test_copy_gives_a_picture_as_a_picture(qtbot, qapp, pages):
    with qtbot.waitSignal(pages.image_view.decode_wanted) as asked:
        pages.show_answer(answered(GIF, "image/gif"))
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    pages.image_view.show_image(asked.args[0], image)
    press(pages.named(QPushButton, "Copy response"))
    assert qapp.clipboard().image().size() == image.size()


def test_what_cannot_be_copied_or_saved_is_not_offered(pages):
    save, copy = (pages.named(QPushButton, f"{one} response") for one in ("Save", "Copy"))
    pages.show_answer(answered(b""))
    assert (save.isEnabled(), copy.isEnabled()) == (False, False)
    pages.show_answer(JSON)
    assert (save.isEnabled(), copy.isEnabled()) == (True, True)
    pages.show_answer(answered(b"\x00\x01\x02\xff" * 50, "application/zip"))
    assert (save.isEnabled(), copy.isEnabled()) == (True, False)


def test_saving_is_asked_for(pages):
    pages.show_answer(JSON)
    press(pages.named(QPushButton, "Save response"))
    assert len(pages.saves) == 1


def test_the_next_answer_begins_with_its_preview(pages):
    pages.show_answer(JSON)
    pages.go("Headers")
    pages.show_answer(JSON)
    assert pages.tabText(pages.currentIndex()) == "Preview"


@pytest.mark.parametrize(
    "body", [HTML * 30_000, "\u202e".encode() * 300_000, b"x" * 1_000_000, b"\n" * 1_000_000]
)
def test_a_hostile_megabyte_is_shown_quickly(pages, body):
    answer = answered(body)
    started = time.perf_counter()
    pages.show_answer(answer)
    pages.grab()
    assert time.perf_counter() - started < 0.25
    assert_plain_text(pages)


def test_new_colours_reach_every_view(qapp, pages):
    pages.show_answer(JSON)
    light = pages.grab().toImage()
    with worn(qapp, "dark"):
        pages.refresh()
        dark = pages.grab().toImage()
    assert light.pixelColor(450, 300).lightness() > 200
    assert dark.pixelColor(450, 300).lightness() < 80
