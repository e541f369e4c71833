"""A read-only table of texts."""

import time

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.ui.item_models.facts_model import LONGEST_SHOWN, FactsModel

TITLES = ("Name", "Value", "What it is for")
FACTS = (("Accept", "*/*", "What is wanted."), ("X", "", ""), ("Y" * 500, "<b>z</b>", "A tag."))
ROLE = Qt.ItemDataRole


@pytest.fixture
def model():
    model = FactsModel(TITLES)
    model.set_facts(FACTS)
    return model


def test_qt_finds_nothing_wrong_with_it(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)
    model.set_facts(())
    qtmodeltester.check(model, force_py=True)


def test_it_holds_its_facts(model):
    assert (model.rowCount(), model.columnCount()) == (3, 3)
    assert [model.index(0, column).data() for column in range(3)] == list(FACTS[0])
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert titles == list(TITLES)
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_it_is_a_table_and_no_tree(model):
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
    assert model.data(QModelIndex()) is None


def test_nothing_can_be_edited(model):
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_other_facts_take_their_place(qtbot, model):
    with qtbot.waitSignal(model.modelReset):
        model.set_facts((("A", "1", ""),))
    assert (model.rowCount(), model.index(0, 1).data()) == (1, "1")


def test_a_long_text_is_cut_on_the_screen_and_nowhere_else(model):
    name = model.index(2, 0)
    assert name.data() == "Y" * LONGEST_SHOWN + "…"
    assert name.data(ROLE.UserRole) == "Y" * 500
    assert "Y" * 500 in name.data(ROLE.ToolTipRole)


def test_a_screen_reader_hears_title_and_text(model):
    assert model.index(0, 1).data(ROLE.AccessibleTextRole) == "Value: */*"


def test_markup_is_shown_as_it_is(model):
    value = model.index(2, 1)
    assert value.data() == "<b>z</b>"
    assert "<b>" not in value.data(ROLE.ToolTipRole)


def test_hostile_facts_are_quick(model):
    started = time.perf_counter()
    model.set_facts(((("N" * 65536), "\u202e<img>\x00" * 100_000, ""),) * 100)
    for row in range(100):
        for role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            assert len(model.index(row, 1).data(role)) < 20_000
    assert time.perf_counter() - started < 0.2
