"""The style sheet: written from the theme's colours, in the size of the text."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.ui.colours import DARK, LIGHT
from desktop.ui.style_sheet import style_sheet
from tests.support.worn_theme import ICONS

SCALES = (1.0, 1.1, 1.5, 2.0, 2.5)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", SCALES)
def test_qt_understands_it(qtbot, colours, scale):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.setStyleSheet(style_sheet(colours, ICONS, scale))
    edit.ensurePolished()
    sheet = edit.styleSheet()
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_it_has_no_colour_of_its_own(colours):
    found = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", style_sheet(colours, ICONS, 1.0)))
    assert found <= set(asdict(colours).values())


@pytest.mark.parametrize("scale", SCALES)
def test_lengths_grow_with_the_text(scale):
    lengths = [int(one) for one in re.findall(r"(\d+)px", style_sheet(LIGHT, ICONS, scale))]
    original = [int(one) for one in re.findall(r"(\d+)px", style_sheet(LIGHT, ICONS, 1.0))]
    grown = [(small, large) for small, large in zip(original, lengths, strict=True) if small > 2]
    assert all(large == round(small * scale) for small, large in grown)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_its_pictures_are_there(colours):
    files = re.findall(r"url\((.+?)\)", style_sheet(colours, ICONS, 1.0))
    assert files
    assert all(Path(file).is_file() for file in files)


def test_light_and_dark_have_arrows_of_their_own():
    files = [re.findall(r"url\((.+?)\)", style_sheet(one, ICONS, 1.0)) for one in (LIGHT, DARK)]
    assert files[0] != files[1]
