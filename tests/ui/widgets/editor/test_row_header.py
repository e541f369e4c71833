"""The columns over a row table share its width out."""

import pytest

from desktop.ui.item_models.rows_model import Column
from desktop.ui.theme import scaled
from tests.support.row_page import RowPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    return RowPage(qtbot)


def test_the_columns_share_the_width_out(page):
    header = page.table.horizontalHeader()

    def widths():
        return [header.sectionSize(column) for column in Column]

    on, name, value, note = widths()
    assert (name, note) == (scaled(220), scaled(250))
    assert on + name + value + note == page.table.viewport().width()
    header.resizeSection(Column.VALUE, value + 30)
    assert widths() == [on, name, value + 30, note - 30]
    header.resizeSection(Column.NAME, name + 20)
    assert widths() == [on, name + 20, value + 10, note - 30]
    page.resize(500, 320)
    assert sum(widths()) == page.table.viewport().width()
