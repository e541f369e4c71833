"""A screen reader hears what a combo box is for, what it holds, and can open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from desktop.ui.widgets.named_box import NamedBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def box(qtbot: QtBot) -> NamedBox:
    box = NamedBox("Method")
    qtbot.addWidget(box)
    box.addItems(["GET", "POST"])
    return box


def test_name_and_value_are_two_things(box: NamedBox) -> None:
    spoken = QAccessible.queryAccessibleInterface(box)
    assert spoken.role() == QAccessible.Role.ComboBox
    assert spoken.text(QAccessible.Text.Name) == "Method"
    assert spoken.text(QAccessible.Text.Value) == "GET"


@pytest.mark.parametrize(("editable", "children"), [(False, 1), (True, 2)])
def test_the_list_and_the_line_are_inside(box: NamedBox, editable: bool, children: int) -> None:
    box.setEditable(editable)
    spoken = QAccessible.queryAccessibleInterface(box)
    assert spoken.childCount() == children
    inside = [spoken.child(index) for index in range(children)]
    assert [spoken.indexOfChild(one) for one in inside] == list(range(children))
    assert spoken.child(children) is None
    assert bool(spoken.state().editable) is editable


def test_it_can_be_opened_and_closed(box: NamedBox, qtbot: QtBot) -> None:
    box.show()
    spoken = QAccessible.queryAccessibleInterface(box).actionInterface()
    spoken.doAction(spoken.showMenuAction())
    assert box.view().isVisible()
    spoken.doAction(spoken.showMenuAction())
    qtbot.waitUntil(lambda: not box.view().isVisible())
