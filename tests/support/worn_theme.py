"""Gives the tests' application the look of the program, and takes it off again."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6

from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme import Mode

ICONS = (Path(__file__).resolve().parents[2] / "resources" / "icons").as_posix()


@contextmanager
def worn(application: QApplication, mode: Mode = "light", scale: float = 1.0) -> Iterator[Theme]:
    """The theme, worn as in the real program; afterwards the application looks as before."""
    font, palette, sheet = application.font(), application.palette(), application.styleSheet()
    theme = Theme(application, ICONS, scale)
    theme.set_mode(mode)
    try:
        yield theme
    finally:
        shiboken6.delete(theme)
        application.setFont(font)
        application.setPalette(palette)
        application.setStyleSheet(sheet)
