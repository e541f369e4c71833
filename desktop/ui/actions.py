"""The one table of actions: menus, shortcuts and their words all come from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar


@dataclass(frozen=True, slots=True)
class ActionRow:
    """`id` is what the code calls it; `shortcuts` are in Qt's portable words.

    Of a `group`, one is chosen.
    """

    id: str
    menu: str
    text: str
    shortcuts: tuple[str, ...] = ()
    separated: bool = False
    checkable: bool = False
    group: str = ""


ROWS: Final = (
    ActionRow("save_answer", "File", "Save the answer…", ("Ctrl+S",)),
    ActionRow("quit", "File", "Quit", ("Ctrl+Q",), separated=True),
    ActionRow("edit_url", "Edit", "Go to the address", ("Ctrl+L",)),
    ActionRow("beside", "View", "Answer beside the request", ("Ctrl+Shift+B",), checkable=True),
    ActionRow("system", "View", "Colours like the system", separated=True, group="colours"),
    ActionRow("light", "View", "Light colours", group="colours"),
    ActionRow("dark", "View", "Dark colours", group="colours"),
    ActionRow("larger", "View", "Larger text", ("Ctrl++", "Ctrl+="), separated=True),
    ActionRow("smaller", "View", "Smaller text", ("Ctrl+-",)),
    ActionRow("normal", "View", "Normal text", ("Ctrl+0",)),
    ActionRow("send", "Request", "Send", ("Ctrl+Return", "Ctrl+Enter")),
    ActionRow("cancel", "Request", "Cancel", ("Esc",)),
    ActionRow("shortcuts", "Help", "Keyboard shortcuts"),
    ActionRow("about", "Help", "About Bleat"),
)


class Actions(QObject):
    """All actions as Qt knows them, by their ids."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups = {row.group: QActionGroup(self) for row in ROWS if row.group}
        self._actions = {row.id: self._make(row) for row in ROWS}

    def _make(self, row: ActionRow) -> QAction:
        action = QAction(row.text, self)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable or bool(row.group))
        if row.group:
            self._groups[row.group].addAction(action)
        action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu, in the order of the table."""
        menus = {name: bar.addMenu(f"&{name}") for name in dict.fromkeys(row.menu for row in ROWS)}
        for row in ROWS:
            if row.separated:
                menus[row.menu].addSeparator()
            menus[row.menu].addAction(self._actions[row.id])

    def listing(self) -> tuple[tuple[str, str], ...]:
        """Each action that has a shortcut: its words and its keys as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(
            (row.text.rstrip("…"), self._actions[row.id].shortcut().toString(native))
            for row in ROWS
            if row.shortcuts
        )
