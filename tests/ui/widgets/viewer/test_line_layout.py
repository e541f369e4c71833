"""Where letters stand: in cells, wide ones, joined ones, from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.core.reading.lines import text_lines
from desktop.ui.theme import fixed_font
from desktop.ui.widgets.viewer.line_layout import KEPT, LineMeasures, RowLayout, RowLayouts

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

MIXED = "a é e\u0301 日本 😀👩\u200d👧 سلام שלום \u202e\tend"


@pytest.fixture
def measures(qapp: QGuiApplication) -> LineMeasures:
    return LineMeasures(fixed_font())


def laid_out(row: str, measures: LineMeasures) -> RowLayout:
    layout = RowLayout(row, measures, "text", continues=False)
    layout.measure(1e9)
    return layout


def test_plain_rows_stand_in_cells(measures: LineMeasures) -> None:
    layout = laid_out("hello größe", measures)
    assert layout.even
    assert layout.width == pytest.approx(11 * measures.cell)
    assert layout.x(3) == pytest.approx(3 * measures.cell)
    assert [layout.column(measures.cell * at) for at in (-1, 0.4, 0.6, 5, 99)] == [0, 0, 1, 5, 11]
    assert layout.between(measures.cell * 2.5, measures.cell * 4.5) == (2, 5)
    assert layout.spans((2, 4)) == [
        (pytest.approx(2 * measures.cell), pytest.approx(4 * measures.cell))
    ]


@pytest.mark.parametrize(
    "row", ["日本語 text", "e\u0301e\u0301", "😀👩\u200d👧 🇩🇪", "abc سلام def", MIXED]
)
def test_each_column_is_found_where_it_stands(row: str, measures: LineMeasures) -> None:
    layout = laid_out(row, measures)
    for column in range(len(row) + 1):
        x = layout.x(column)
        assert 0 <= x <= layout.width + 0.01
        assert layout.x(layout.column(x)) == pytest.approx(x, abs=0.01)


def test_what_is_all_selected_is_all_covered(measures: LineMeasures) -> None:
    layout = laid_out(MIXED, measures)
    covered = sum(right - left for left, right in layout.spans((0, len(MIXED))))
    assert covered == pytest.approx(layout.width, abs=0.01)


def test_runs_stay_whole_when_a_part_is_seen(measures: LineMeasures) -> None:
    layout = laid_out("abc سلام def", measures)
    (run,) = layout.runs
    assert layout.between(run.left + 1, run.left + 2) == (run.start, run.end)


def test_a_row_is_measured_as_far_as_it_is_seen(measures: LineMeasures) -> None:
    layout = RowLayout("नमस्ते, " * 250, measures, "text", continues=False)
    layout.measure(500)
    assert 0 < len(layout.runs) < 60
    layout.measure(1e9)
    assert len(layout.runs) == 250


def test_long_runs_are_parted(measures: LineMeasures) -> None:
    layout = laid_out("سلام " * 400, measures)
    assert len(layout.runs) > 5


def test_layouts_are_kept_for_a_while(measures: LineMeasures) -> None:
    layouts = RowLayouts(text_lines(b"x\n" * (2 * KEPT), "utf-8"), "text", measures)
    first = layouts[0]
    assert layouts[0] is first
    for row in range(KEPT + 1):
        assert layouts[row].length == 1
    assert layouts[0] is not first


def test_tokens_of_a_row_that_goes_on(measures: LineMeasures) -> None:
    layout = RowLayout('tail of a string","next":1', measures, "json", continues=True)
    assert [token.role for token in layout.tokens(0, 26)][:3] == ["string", "punctuation", "key"]


def test_a_font_that_is_not_fixed_is_measured_letter_by_letter(qapp: QGuiApplication) -> None:
    measures = LineMeasures(qapp.font())
    layout = laid_out("iiiMMM", measures)
    assert not layout.even
    assert layout.x(3) < layout.width / 2
    for column in range(7):
        assert layout.column(layout.x(column)) == column
