"""Rows are painted in their colours, the same piece by piece as colour by colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from desktop.ui.theme import fixed_font
from desktop.ui.widgets.viewer.line_colours import LineColours
from desktop.ui.widgets.viewer.line_layout import LineMeasures, RowLayout
from desktop.ui.widgets.viewer.line_painting import LinePainting

COLOURS = LineColours(
    text="#000000", key="#0000ff", string="#00ff00", number="#ff0000", selection="#ffff00"
)
ROW = '{"a":1,"bb":"two","c":[3,44,"five"],"d":{"e":6},"f":"seven"}'


@pytest.fixture
def measures(qapp: QGuiApplication) -> LineMeasures:
    return LineMeasures(fixed_font())


def painted(measures: LineMeasures, row: str, *, selected: tuple[int, int] = (0, 0)) -> QImage:
    image = QImage(600, measures.row, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painting, layout = (
        LinePainting(measures, COLOURS),
        RowLayout(row, measures, "json", continues=False),
    )
    painter = QPainter(image)
    painter.setFont(measures.font)
    painting.paint_selection(painter, layout, QPointF(0, 0), selected)
    painting.paint_row(painter, layout, QPointF(0, 0), 600)
    painting.paint_line_end(painter, layout, QPointF(0, 0))
    painting.paint_caret(painter, QPointF(0, 0), 300)
    painter.end()
    return image


def colours_in(image: QImage, left: float, right: float) -> set[int]:
    """The hues of what is strongly coloured: letters are painted with soft edges."""
    places = range(max(round(left), 0), min(round(right), image.width()))
    seen = (image.pixelColor(x, y) for x in places for y in range(image.height()))
    return {colour.hue() for colour in seen if colour.saturation() > 120}


BLUE, GREEN, RED, YELLOW = 240, 120, 0, 60


def test_words_have_their_colours(measures: LineMeasures) -> None:
    image, cell = painted(measures, ROW), measures.cell
    assert colours_in(image, cell, 4 * cell) == {BLUE}
    assert colours_in(image, 5 * cell, 6 * cell) == {RED}
    assert colours_in(image, 12 * cell, 17 * cell) == {GREEN}


def test_both_ways_of_painting_look_the_same(
    measures: LineMeasures, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = painted(measures, ROW)
    monkeypatch.setattr(LineMeasures, "is_even", lambda _self, _text: False)
    one_by_one = painted(measures, ROW)
    for column in range(len(ROW)):
        left, right = (column + 0.3) * measures.cell, (column + 0.7) * measures.cell
        assert colours_in(at_once, left, right) == colours_in(one_by_one, left, right)


def test_selection_line_end_and_caret(measures: LineMeasures) -> None:
    cell = measures.cell
    image = painted(measures, '"ab"', selected=(1, 3))
    assert YELLOW in colours_in(image, cell, 3 * cell)
    assert YELLOW not in colours_in(image, 0, cell - 1)
    assert YELLOW in colours_in(image, 4 * cell, 5 * cell)
    assert image.pixelColor(300, 5).lightness() < 60


def test_letters_that_join_are_painted(measures: LineMeasures) -> None:
    assert GREEN in colours_in(painted(measures, '"سلام 😀"'), 0, 200)
