"""Only the rows that are seen are asked for; places and points belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from desktop.core.reading.lines import TextLines, text_lines
from desktop.ui.colours import DARK
from desktop.ui.widgets.viewer.line_canvas import LineCanvas, NoLines
from desktop.ui.widgets.viewer.line_colours import line_colours
from desktop.ui.widgets.viewer.line_selection import Place, Selection
from tests.support.worn_theme import worn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class CountingLines:
    """A million rows, which counts those that it is asked for."""

    syntax = "text"

    def continues(self, _index: int) -> bool:
        return False

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, index: int) -> str:
        self.asked.add(index)
        return f"row {index}"

    def text(self) -> str:
        raise AssertionError


@pytest.fixture
def canvas(qtbot: QtBot) -> LineCanvas:
    canvas = LineCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(500, 300)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def fill(canvas: LineCanvas, lines: TextLines | CountingLines) -> None:
    canvas._lines = lines
    canvas._begin()


def test_only_seen_rows_are_asked_for(canvas: LineCanvas) -> None:
    lines = CountingLines()
    fill(canvas, lines)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    canvas.grab()
    assert 999_999 in lines.asked
    assert len(lines.asked) < 60


def test_points_and_places(canvas: LineCanvas) -> None:
    fill(canvas, text_lines(b"one\ntwo three\nfour", "utf-8"))
    for place in (Place(0, 0), Place(1, 5), Place(2, 4)):
        rect = canvas._rect_in(place)
        assert canvas._place_in(QPoint(rect.left() + 1, rect.center().y())) == place
    assert canvas._place_in(QPoint(-50, -50)) == Place(0, 0)
    assert canvas._place_in(QPoint(5000, 5000)) == Place(2, 4)


def test_a_place_is_brought_into_sight(canvas: LineCanvas) -> None:
    fill(canvas, text_lines(b"x\n" * 500 + b"y" * 1500, "utf-8"))
    for place in (Place(400, 0), Place(3, 0), Place(500, 1400), Place(0, 0)):
        canvas._show_place(place)
        assert canvas.viewport().rect().contains(canvas._rect_in(place).center())


def test_the_scroll_bar_is_as_wide_as_what_was_seen(canvas: LineCanvas) -> None:
    fill(canvas, text_lines(b"short\n" * 100 + b"y" * 1500, "utf-8"))
    assert canvas.horizontalScrollBar().maximum() == 0
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    assert canvas.horizontalScrollBar().maximum() > 1000
    fill(canvas, text_lines(b"short", "utf-8"))
    assert canvas.horizontalScrollBar().maximum() == 0


def test_nothing_is_painted_of_nothing(canvas: LineCanvas) -> None:
    image = canvas.viewport().grab().toImage()
    ground = image.pixel(5, 5)
    assert all(image.pixel(x, y) == ground for x in range(0, 400, 7) for y in range(0, 200, 3))
    assert NoLines().text() == ""
    assert canvas._place_in(QPoint(5, 5)) == Place()
    assert canvas._rect_in(Place()).isEmpty()


def test_colours_and_selection_are_painted(canvas: LineCanvas) -> None:
    fill(canvas, text_lines(b"one\ntwo\nthree", "utf-8"))
    canvas.set_colours(line_colours(DARK))
    canvas._selection = Selection(Place(0, 1), Place(2, 2))
    image = canvas.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(100) for y in range(100)}
    assert DARK.selection.lower() in seen


def test_rows_grow_with_the_text_of_the_program(canvas: LineCanvas, qapp: QApplication) -> None:
    with worn(qapp, scale=1.0):
        before = canvas._measures.row
    with worn(qapp, scale=2.0):
        assert canvas._measures.row > 1.6 * before
        assert canvas.sizeHint().height() > 0
