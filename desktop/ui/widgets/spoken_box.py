"""What a screen reader knows of a combo box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

LIST, EDIT = 0, 1


class SpokenBox(QAccessibleWidget):
    """Name, value, state, list and line of a combo box."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox)
        self._box = box

    def text(self, kind: QAccessible.Text) -> str:
        """The name is what the box is for, the value is what it holds."""
        if kind == QAccessible.Text.Name:
            return self._box.accessibleName()
        return self._box.currentText() if kind == QAccessible.Text.Value else super().text(kind)

    def state(self) -> QAccessible.State:
        """As any widget's, and that it can be opened."""
        state = super().state()
        state.expandable = True
        state.expanded = self._box.view().isVisible()
        state.editable = self._box.isEditable()
        return state

    def childCount(self) -> int:
        """Its list, and its line where one can type."""
        return 2 if self._box.isEditable() else 1

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The list first, as in Qt's own."""
        if index == LIST:
            return QAccessible.queryAccessibleInterface(self._box.view())
        edit = self._box.lineEdit() if index == EDIT else None
        return QAccessible.queryAccessibleInterface(edit) if edit else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a child, -1 for a stranger."""
        if child.object() is self._box.view():
            return LIST
        return EDIT if self._box.isEditable() and child.object() is self._box.lineEdit() else -1

    def actionNames(self) -> list[str]:
        """Open, and press, which is the same."""
        return [self.showMenuAction(), self.pressAction()]

    def doAction(self, _name: str) -> None:
        """Open the list, or close it."""
        if self._box.view().isVisible():
            self._box.hidePopup()
        else:
            self._box.showPopup()
