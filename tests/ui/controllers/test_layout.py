"""The window looks as the person likes it, and does so again at the next start."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from desktop.ui.controllers.layout import KEY, LayoutController
from desktop.ui.theme import LARGEST_SCALE


@pytest.fixture
def layout(theme, window):
    return LayoutController(window, theme)


def orientation(window):
    return next(one for one in window.findChildren(QSplitter) if one.count() == 2).orientation()


def press(window, name):
    window.actions_table[name].trigger()


def test_the_view_menu_changes_the_size_of_the_text(layout, window, theme):
    height = window.editor.fontMetrics().height()
    press(window, "larger")
    press(window, "larger")
    assert theme.scale == 1.2
    assert window.editor.fontMetrics().height() > height
    press(window, "smaller")
    assert theme.scale == 1.1
    press(window, "normal")
    assert theme.scale == 1.0
    assert window.editor.fontMetrics().height() == height


def test_the_view_menu_changes_the_colours(layout, window, theme):
    for mode in ("dark", "light", "system"):
        press(window, mode)
        assert theme.mode == mode
        marked = [one for one in ("system", "light", "dark") if is_marked(window, one)]
        assert marked == [mode]


def is_marked(window, name):
    return window.actions_table[name].isChecked()


def test_the_menu_shows_what_the_theme_has_from_the_start(layout, window, theme):
    assert theme.mode == "light"
    assert is_marked(window, "light")


def test_all_of_it_comes_back_at_the_next_start(layout, window, theme, open_window):
    window.resize(760, 600)
    for name in ("dark", "beside", "larger"):
        press(window, name)
    settings = json.loads(json.dumps({KEY: layout.state()}))
    size = window.size()

    press(window, "normal")
    press(window, "light")
    again = open_window()
    LayoutController(again, theme).restore(settings)
    assert (theme.mode, theme.scale) == ("dark", 1.1)
    assert is_marked(again, "dark")
    assert again.size() == size
    assert orientation(again) == Qt.Orientation.Horizontal


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"other": {"scale": 2}},
        {KEY: None},
        {KEY: "dark"},
        {KEY: ["dark", 2]},
        {KEY: {}},
        {KEY: {"scale": "2", "colours": "pink", "beside": "yes"}},
        {KEY: {"scale": None, "colours": 5, "geometry": 7, "split": "!"}},
        {KEY: {"scale": [2], "colours": ["dark"], "geometry": {}, "split": []}},
        {KEY: {"scale": float("nan")}},
    ],
)
def test_settings_that_make_no_sense_change_nothing(layout, window, theme, settings):
    size = window.size()
    layout.restore(settings)
    assert (theme.mode, theme.scale) == ("light", 1.0)
    assert window.size() == size
    assert orientation(window) == Qt.Orientation.Vertical


@pytest.mark.parametrize(
    ("scale", "becomes"),
    [(99, LARGEST_SCALE), (float("inf"), LARGEST_SCALE), (-3, 1.0), (1.24, 1.2)],
)
def test_a_size_out_of_bounds_is_brought_within_them(layout, theme, scale, becomes):
    layout.restore({KEY: {"scale": scale}})
    assert theme.scale == becomes


def test_what_is_known_is_taken_where_the_rest_makes_no_sense(layout, theme):
    layout.restore({KEY: {"scale": "large", "colours": "dark", "geometry": "?"}})
    assert (theme.mode, theme.scale) == ("dark", 1.0)
