"""The frame of the cell with the focus, and the tint of the selected row."""

import pytest
from PySide6.QtGui import QPalette

from desktop.ui.item_models.rows_model import Column
from tests.support.row_page import RowPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    return RowPage(qtbot)


def colours(page, row, column):
    rect = page.table.visualRect(page.index(row, column))
    image = page.table.viewport().grab().toImage()
    edge = image.pixelColor(rect.left() + 1, rect.center().y())
    ground = image.pixelColor(rect.right() - 4, rect.top() + 4)
    return edge, ground


def test_the_focus_is_seen_and_so_is_what_delete_would_remove(page):
    palette, role = page.table.palette(), QPalette.ColorRole
    page.go(0, Column.VALUE)
    assert colours(page, 0, Column.VALUE) == (
        palette.color(role.Accent),
        palette.color(role.Highlight),
    )
    assert colours(page, 0, Column.NAME) == (palette.color(role.Highlight),) * 2
    assert colours(page, 1, Column.NAME) == (palette.color(role.Base),) * 2


def test_an_open_cell_keeps_its_frame_and_its_row_is_not_tinted(page):
    palette, role = page.table.palette(), QPalette.ColorRole
    page.go(0, Column.VALUE)
    page.table.edit(page.index(0, Column.VALUE))
    edge, ground = colours(page, 0, Column.VALUE)
    assert (edge, ground) == (palette.color(role.Accent), palette.color(role.Base))


def test_nothing_is_lit_while_the_focus_is_elsewhere(page):
    page.go(0, Column.VALUE)
    page.after.setFocus()
    base = page.table.palette().color(QPalette.ColorRole.Base)
    assert colours(page, 0, Column.VALUE) == (base, base)
