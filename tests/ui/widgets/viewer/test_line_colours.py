"""Each colour of text can be read, on the panel and on what is selected."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

from desktop.ui.colours import DARK, LIGHT, Colours
from desktop.ui.widgets.viewer.line_colours import line_colours


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (((p + 0.055) / 1.055) ** 2.4 if p > 0.03928 else p / 12.92 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast(theme: Colours) -> None:
    colours = asdict(line_colours(theme))
    selection = colours.pop("selection")
    for name, colour in colours.items():
        assert contrast(colour, theme.panel) >= 4.5, name
        assert contrast(colour, selection) >= 4.0, name
