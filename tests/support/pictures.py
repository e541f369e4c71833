"""Saves pictures of widgets in both themes, for people to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.ui.theme import Mode, Theme

ICONS = "resources/icons"


class PictureBook:
    """`save(widget, name)` writes NAME-light.png and NAME-dark.png below the test's own folder."""

    def __init__(self, application: QApplication, folder: Path, test: str) -> None:
        self._application = application
        self._folder = folder / re.sub(r"[^\w.-]+", "-", test).strip("-")

    def save(self, widget: QWidget, name: str) -> list[Path]:
        """The widget as it stands, in light and in dark; the theme is light again afterwards."""
        self._folder.mkdir(parents=True, exist_ok=True)
        theme = self._theme()
        files = []
        modes: tuple[Mode, ...] = ("dark", "light")
        for mode in modes:
            theme.set_mode(mode)
            self._application.processEvents()
            file = self._folder / f"{name}-{mode}.png"
            if not widget.grab().save(str(file)):
                raise OSError(f"{file} cannot be written")
            files.append(file)
        return files

    def _theme(self) -> Theme:
        from desktop.ui.theme import Theme

        return self._application.findChild(Theme) or Theme(self._application, ICONS)
