"""The look of the program: light, dark, and as large as the person wants it."""

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette, QStyleHints
from PySide6.QtWidgets import QLabel

from desktop.ui.colours import DARK, LIGHT
from desktop.ui.theme import (
    LARGEST_SCALE,
    TEXT_PIXELS,
    Theme,
    colours_in,
    colours_of,
    fixed_font,
    palette_of,
    scaled,
)
from tests.support.worn_theme import worn

ROLES = (
    QPalette.ColorRole.Window, QPalette.ColorRole.WindowText, QPalette.ColorRole.Base,
    QPalette.ColorRole.AlternateBase, QPalette.ColorRole.Text, QPalette.ColorRole.Button,
    QPalette.ColorRole.ButtonText, QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Link,
    QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Accent,
    QPalette.ColorRole.ToolTipBase, QPalette.ColorRole.ToolTipText, QPalette.ColorRole.Dark,
    QPalette.ColorRole.Mid, QPalette.ColorRole.Midlight, QPalette.ColorRole.Light,
    QPalette.ColorRole.Shadow, QPalette.ColorRole.BrightText, QPalette.ColorRole.LinkVisited,
)  # fmt: skip


@pytest.fixture
def theme(qapp):
    with worn(qapp) as theme:
        yield theme


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_role_of_the_palette_has_a_colour_of_the_design(qapp, colours):
    palette = palette_of(colours)
    known = {QColor(value).name() for value in asdict(colours).values()}
    assert {palette.color(role).name() for role in ROLES} <= known
    assert colours_in(palette) is colours


def test_disabled_text_is_soft_and_still_readable():
    group = QPalette.ColorGroup.Disabled
    palette = palette_of(LIGHT)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        assert palette.color(group, role) == QColor(LIGHT.soft_text)


def test_a_widget_knows_the_theme_that_it_is_painted_in(qtbot, theme):
    label = QLabel()
    qtbot.addWidget(label)
    assert colours_of(label) is LIGHT
    theme.set_mode("dark")
    assert colours_of(label) is DARK
    theme.set_mode("light")
    assert colours_of(label) is LIGHT


def test_it_follows_the_system_while_it_runs(qtbot, qapp, theme, monkeypatch):
    says = [Qt.ColorScheme.Dark]
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: says[0])
    theme.set_mode("system")
    assert colours_in(qapp.palette()) is DARK
    says[0] = Qt.ColorScheme.Light
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(says[0])
    assert colours_in(qapp.palette()) is LIGHT
    says[0] = Qt.ColorScheme.Unknown
    qapp.styleHints().colorSchemeChanged.emit(says[0])
    assert colours_in(qapp.palette()) is LIGHT


def test_a_choice_of_the_person_counts_more_than_the_system(qapp, theme, monkeypatch):
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    assert theme.mode == "light"
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours_in(qapp.palette()) is LIGHT


def test_text_is_at_least_14_pixels(qapp, theme):
    assert theme.scale == 1.0
    assert qapp.font().pixelSize() >= TEXT_PIXELS


def test_text_grows_and_shrinks_step_by_step_within_bounds(qtbot, qapp, theme):
    normal = qapp.font().pixelSize()
    with qtbot.waitSignal(theme.changed):
        theme.enlarge()
    assert theme.scale == 1.1
    theme.enlarge()
    theme.reduce()
    assert theme.scale == 1.1
    for _ in range(40):
        theme.enlarge()
    assert theme.scale == LARGEST_SCALE
    assert qapp.font().pixelSize() == round(normal * LARGEST_SCALE)
    for _ in range(40):
        theme.reduce()
    assert (theme.scale, qapp.font().pixelSize()) == (1.0, normal)


@pytest.mark.parametrize(("wanted", "scale"), [(0.2, 1.0), (-3, 1.0), (9.9, 2.5), (1.5, 1.5)])
def test_any_wanted_size_ends_within_bounds(theme, wanted, scale):
    theme.set_scale(wanted)
    assert theme.scale == scale
    theme.restore()
    assert theme.scale == 1.0


def test_lengths_follow_the_text(qapp, theme):
    base = qapp.font().pixelSize() / TEXT_PIXELS
    assert scaled(30) == round(30 * base)
    theme.set_scale(2.0)
    assert scaled(30) == round(60 * base)


def test_code_has_letters_of_one_width_a_little_smaller_than_the_text(qapp, theme):
    for scale in (1.0, 2.0):
        theme.set_scale(scale)
        assert fixed_font().pixelSize() == qapp.font().pixelSize() - 1
        assert QFontInfo(fixed_font()).fixedPitch()


def test_a_theme_starts_at_the_size_that_it_is_given(qapp):
    with worn(qapp, "dark", 1.5) as theme:
        assert isinstance(theme, Theme)
        assert (theme.mode, theme.scale) == ("dark", 1.5)
        assert colours_in(qapp.palette()) is DARK
