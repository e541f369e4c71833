"""The box in front of a row."""

import pytest

from desktop.ui.item_models.rows_model import Column
from desktop.ui.widgets.editor.cell_editor import CellEditor
from tests.support.row_page import RowPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    return RowPage(qtbot)


def test_a_click_on_a_box_switches_and_opens_nothing(page):
    page.click(0, Column.ON, dx=10)
    assert page.url == "h?size=3"
    page.click(0, Column.ON, dx=10)
    assert page.url == "h?mood=happy&size=3"
    page.click(2, Column.ON, dx=10)
    assert len(page.told) == 2
    assert page.table.findChild(CellEditor) is None
