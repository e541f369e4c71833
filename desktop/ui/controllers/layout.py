"""Remembers how the person likes the window: its place, its sizes, its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, get_args

from PySide6.QtCore import QObject, Slot

from desktop.ui.theme import Mode

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.ui.main_window import MainWindow
    from desktop.ui.theme import Theme

KEY: Final = "window"


class LayoutController(QObject):
    """Connects the View menu with the theme, and turns the window's state into a setting."""

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        table = self._window.actions_table
        table["larger"].triggered.connect(self._theme.enlarge)
        table["smaller"].triggered.connect(self._theme.reduce)
        table["normal"].triggered.connect(self._theme.restore)
        for mode in get_args(Mode):
            table[mode].triggered.connect(self._hear_mode)
        self._theme.changed.connect(self._refresh)

    @Slot()
    def _hear_mode(self) -> None:
        for mode in get_args(Mode):
            if self._action(mode).isChecked():
                self._theme.set_mode(mode)

    @Slot()
    def _refresh(self) -> None:
        self._action(self._theme.mode).setChecked(True)
        self._window.editor.refresh_sizes()
        self._window.viewer.refresh()

    def _action(self, mode: Mode) -> QAction:
        return self._window.actions_table[mode]

    def state(self) -> dict[str, object]:
        """The setting that `restore` takes at the next start."""
        look: dict[str, object] = {"scale": self._theme.scale, "colours": self._theme.mode}
        look.update(self._window.layout_state())
        return look

    def restore(self, settings: dict[str, object]) -> None:
        """Give the window what it had; what is not understood is left as it is."""
        state = settings.get(KEY)
        if not isinstance(state, dict):
            return
        scale, mode = state.get("scale"), state.get("colours")
        if mode in get_args(Mode) and mode != self._theme.mode:
            self._theme.set_mode(cast("Mode", mode))
        if isinstance(scale, int | float) and scale != self._theme.scale:
            self._theme.set_scale(float(scale))
        self._window.restore_layout_state(state)
