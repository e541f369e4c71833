"""Opens what the Help menu names; the dialogs are loaded when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class HelpController(QObject):
    """Shows dialogs that only say something."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_table["shortcuts"].triggered.connect(self._show_shortcuts)
        window.actions_table["about"].triggered.connect(self._show_about)

    @Slot()
    def _show_shortcuts(self) -> None:
        from desktop.ui.dialogs.shortcut_list import ShortcutList  # noqa: PLC0415

        ShortcutList(self._window.actions_table.listing(), self._window).open()

    @Slot()
    def _show_about(self) -> None:
        from desktop.ui.dialogs.about import About  # noqa: PLC0415

        About(self._window).open()
