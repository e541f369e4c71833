"""Rows as a model: what it shows, what it tells, and how little it disturbs."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.core.model.request import Row
from desktop.ui.item_models.rows_model import (
    INVITATION_ROLE,
    LONGEST_SHOWN,
    ROW_ROLE,
    Column,
    RowsModel,
)

MOOD = Row("mood", "happy", note="or sleepy", raw="mood=happy")
SIZE = Row("size", "3", enabled=False)
ROLE = Qt.ItemDataRole


@pytest.fixture
def model(qapp):
    model = RowsModel("Add a parameter")
    model.set_rows((MOOD, SIZE))
    return model


@pytest.fixture
def told(model):
    told = []
    model.rows_changed.connect(told.append)
    return told


def cell(model, row, column, role=ROLE.DisplayRole):
    return model.index(row, column).data(role)


def put(model, row, column, value, role=ROLE.EditRole):
    return model.setData(model.index(row, column), value, role)


def shown(model):
    return [
        tuple(cell(model, row, column, ROLE.EditRole) for column in list(Column)[1:])
        for row in range(model.rowCount())
    ]


def test_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)
    put(model, 2, Column.NAME, "new")
    model.remove([0])
    qtmodeltester.check(model)


def test_shows_the_rows_and_an_empty_one(model):
    assert shown(model) == [("mood", "happy", "or sleepy"), ("size", "3", ""), ("", "", "")]
    assert cell(model, 0, Column.ON, ROLE.CheckStateRole) == Qt.CheckState.Checked
    assert cell(model, 1, Column.ON, ROLE.CheckStateRole) == Qt.CheckState.Unchecked
    assert cell(model, 2, Column.ON, ROLE.CheckStateRole) is None
    assert cell(model, 2, Column.NAME, INVITATION_ROLE) == "Add a parameter"
    assert cell(model, 2, Column.VALUE, INVITATION_ROLE) == ""
    assert model.columnCount(model.index(0, 0)) == model.rowCount(model.index(0, 0)) == 0


def test_titles(model):
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    spoken = model.headerData(Column.ON, Qt.Orientation.Horizontal, ROLE.AccessibleTextRole)
    assert titles == [None, "Name", "Value", "Note"]
    assert spoken == "On"


def test_speaks(model):
    say = ROLE.AccessibleTextRole
    assert [cell(model, 0, column, say) for column in Column] == [
        "On",
        "mood",
        "happy",
        "or sleepy",
    ]
    assert [cell(model, 1, column, say) for column in Column] == ["Off", "size", "3", "No note"]
    assert [cell(model, 2, column, say) for column in list(Column)[1:]] == [
        "Add a parameter",
        "No value",
        "No note",
    ]
    described = cell(model, 1, Column.VALUE, ROLE.AccessibleDescriptionRole)
    assert described == "Value, row 2"


def test_a_tooltip_is_plain_text(model):
    put(model, 0, Column.VALUE, "<img src=file:///etc/passwd>")
    tip = cell(model, 0, Column.VALUE, ROLE.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip


def test_a_long_or_odd_text_is_cut_and_tamed_for_the_screen_only(model):
    put(model, 0, Column.VALUE, "a\nb\t\x00" + "x" * 1000)
    text = cell(model, 0, Column.VALUE)
    assert text.startswith("a↵b→\ufffdx")
    assert len(text) == LONGEST_SHOWN + 1
    assert len(cell(model, 0, Column.VALUE, ROLE.EditRole)) == 1005


def test_tells_of_each_edit(model, told):
    put(model, 0, Column.VALUE, "sleepy")
    put(model, 1, Column.ON, Qt.CheckState.Checked, ROLE.CheckStateRole)
    put(model, 1, Column.NOTE, "pixels")
    assert told[-1] == model.rows()
    assert told[-1] == (Row("mood", "sleepy", note="or sleepy"), Row("size", "3", note="pixels"))
    assert len(told) == 3


def test_tells_nothing_where_nothing_changed(model, told):
    put(model, 0, Column.VALUE, "happy")
    put(model, 2, Column.NAME, "")
    model.set_rows((SIZE, MOOD))
    model.set_rows((SIZE, MOOD))
    model.insert_empty(0)
    assert not put(model, 0, Column.ON, "x")
    assert not model.setData(QModelIndex(), "x")
    assert told == []


def test_a_note_or_a_box_leaves_the_typed_text_of_the_url(model, told):
    put(model, 0, Column.NOTE, "new")
    put(model, 0, Column.ON, Qt.CheckState.Unchecked, ROLE.CheckStateRole)
    assert told[-1][0] == Row("mood", "happy", enabled=False, note="new", raw="mood=happy")


def test_typing_into_the_empty_row_makes_a_row_and_another_empty_one(model, told):
    put(model, 2, Column.NAME, "n")
    assert model.rowCount() == 4
    assert told == [(MOOD, SIZE, Row("n"))]
    put(model, 2, Column.NAME, "")
    assert model.rowCount() == 3
    assert told[-1] == (MOOD, SIZE)


def test_a_row_that_was_emptied_stays_until_it_is_the_last(model, told):
    put(model, 0, Column.NOTE, "")
    put(model, 0, Column.VALUE, "")
    put(model, 0, Column.NAME, "")
    assert told[-1] == (SIZE,)
    assert model.rowCount() == 3
    model.set_rows((SIZE, Row("c")))
    assert [name for name, _value, _note in shown(model)] == ["", "size", "c", ""]
    model.remove([1, 2])
    assert model.rowCount() == 1


def test_removes_rows_but_never_the_empty_one(model, told):
    model.remove([0, 2])
    assert told == [(SIZE,)]
    model.remove([0, 1])
    assert told[-1] == ()
    assert model.rowCount() == 1


def test_switches_rows(model, told):
    model.set_on([0, 1, 2], on=False)
    assert [row.enabled for row in told[-1]] == [False, False]
    assert not model.is_on(0)


def test_a_row_above_another(model, told):
    model.insert_empty(1)
    assert [name for name, _value, _note in shown(model)] == ["mood", "", "size", ""]
    put(model, 1, Column.NAME, "between")
    assert [row.name for row in told[-1]] == ["mood", "between", "size"]


def test_an_edit_is_taken_back_whole(model, told):
    before = cell(model, 0, Column.VALUE, ROW_ROLE)
    put(model, 0, Column.VALUE, "sad")
    assert told[-1][0].raw == ""
    put(model, 0, Column.VALUE, before, ROW_ROLE)
    assert told[-1] == (MOOD, SIZE)


def test_new_values_touch_only_their_cells(model, qtbot):
    kept = QPersistentModelIndex(model.index(1, Column.VALUE))
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    resets = []
    for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
        signal.connect(lambda *_: resets.append(1))
    model.set_rows((MOOD, Row("size", "30", enabled=False)))
    assert changed == [(1, 1)]
    assert resets == []
    assert kept.data(ROLE.EditRole) == "30"


def test_rows_that_come_and_go_leave_the_others_in_place(model):
    kept = QPersistentModelIndex(model.index(1, Column.NAME))
    last = QPersistentModelIndex(model.index(2, Column.NAME))
    model.set_rows((Row("first"), MOOD, SIZE))
    model.set_rows((Row("first"), MOOD, SIZE, Row("last")))
    assert (kept.row(), last.row()) == (2, 4)
    model.set_rows((Row("first"), SIZE, Row("last")))
    assert (kept.row(), last.row()) == (1, 3)


ROWS = st.lists(
    st.builds(Row, st.sampled_from(["", "a", "b"]), st.sampled_from(["", "1"]), st.booleans()),
    max_size=6,
).map(tuple)


@given(st.lists(ROWS, min_size=1, max_size=5))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_follows_any_rows(qapp, sets):
    model = RowsModel()
    counted = [1]
    model.rowsInserted.connect(lambda _parent, first, last: counted.append(last - first + 1))
    model.rowsRemoved.connect(lambda _parent, first, last: counted.append(first - last - 1))
    for rows in sets:
        model.set_rows(rows)
        assert model.rows() == tuple(row for row in rows if not row.is_empty)
        assert model.rowCount() == sum(counted) == len(model.rows()) + 1
