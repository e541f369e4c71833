"""A picture in the middle, moved about when it is larger than the view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage

from desktop.ui.widgets.viewer.picture_canvas import PictureCanvas

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def canvas(qtbot: QtBot) -> PictureCanvas:
    canvas = PictureCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def show(canvas: PictureCanvas, width: int, height: int, colour: QColor) -> None:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    canvas._begin(width, height)
    canvas._show(image)


def colours_seen(canvas: PictureCanvas) -> set[str]:
    image = canvas.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(0, 290, 4)
    }


def test_it_stands_in_the_middle(canvas: PictureCanvas) -> None:
    show(canvas, 100, 60, QColor("red"))
    middle = canvas._target().center() - QPointF(canvas.viewport().rect().center())
    assert middle.manhattanLength() <= 2
    assert "#ff0000" in colours_seen(canvas)
    assert canvas.horizontalScrollBar().maximum() == 0


def test_a_sentence_stands_in_its_place(canvas: PictureCanvas) -> None:
    canvas._show(QImage(), "It is broken.")
    assert canvas.words == "It is broken."
    assert len(colours_seen(canvas)) > 1


def test_squares_are_seen_through_it(canvas: PictureCanvas) -> None:
    before = colours_seen(canvas)
    show(canvas, 200, 200, QColor(0, 0, 0, 0))
    assert len(colours_seen(canvas)) > len(before)


def test_the_point_under_the_mouse_stays(canvas: PictureCanvas) -> None:
    show(canvas, 2000, 1500, QColor("red"))
    canvas._zoom_to(replace(canvas.zoom, chosen=1.0))
    point = QPointF(100, 80)
    for step in (canvas.zoom.larger(), canvas.zoom.larger().larger()):
        before = (point - canvas._target().topLeft()) / canvas._target().width()
        canvas._zoom_to(step, point)
        after = (point - canvas._target().topLeft()) / canvas._target().width()
        assert (after - before).manhattanLength() < 0.002


def test_it_is_moved_by_the_mouse(canvas: PictureCanvas, qtbot: QtBot) -> None:
    show(canvas, 2000, 1500, QColor("red"))
    canvas._zoom_to(replace(canvas.zoom, chosen=1.0))
    shapes = Qt.CursorShape
    assert canvas.viewport().cursor().shape() == shapes.OpenHandCursor
    before = canvas._target().topLeft()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(canvas.viewport(), left, pos=QPoint(200, 150))
    assert canvas.viewport().cursor().shape() == shapes.ClosedHandCursor
    qtbot.mouseMove(canvas.viewport(), QPoint(150, 130))
    qtbot.mouseRelease(canvas.viewport(), left, pos=QPoint(150, 130))
    assert canvas._target().topLeft() - before == QPointF(-50, -20)
    canvas._zoom_to(replace(canvas.zoom, chosen=None))
    assert canvas.viewport().cursor().shape() == shapes.ArrowCursor


def test_it_fits_whatever_the_view_measures(canvas: PictureCanvas) -> None:
    show(canvas, 2000, 1500, QColor("red"))
    for size in ((200, 300), (700, 120), (40, 40)):
        canvas.resize(*size)
        assert canvas.viewport().rect().toRectF().contains(canvas._target())
