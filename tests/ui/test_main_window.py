"""The window: panes, notices, and how the person likes it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QStatusBar

from desktop.ui.main_window import SMALLEST_HEIGHT, SMALLEST_WIDTH, MainWindow
from tests.support.plain_text import assert_plain_text


@pytest.fixture
def make(qtbot):
    def make():
        window = MainWindow()
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return make


@pytest.fixture
def window(make):
    return make()


def splitter(window):
    return next(one for one in window.findChildren(QSplitter) if one.count() == 2)


def visible_texts(window):
    bar = window.findChild(QStatusBar)
    return [one.text() for one in bar.findChildren(QLabel) if one.isVisible()]


def test_it_is_called_bleat(window):
    assert "Bleat" in window.windowTitle()
    assert_plain_text(window)


def test_the_editor_is_above_the_answer_and_has_the_smaller_share(window):
    split = splitter(window)
    assert split.orientation() == Qt.Orientation.Vertical
    assert [split.widget(at) for at in range(2)] == [window.editor, window.viewer]
    above, below = split.sizes()
    assert above < below


def test_they_can_stand_side_by_side(window):
    window.actions_table["beside"].trigger()
    assert splitter(window).orientation() == Qt.Orientation.Horizontal
    left, right = splitter(window).sizes()
    assert abs(left - right) <= 2
    window.actions_table["beside"].trigger()
    assert splitter(window).orientation() == Qt.Orientation.Vertical
    above, below = splitter(window).sizes()
    assert above < below


def test_no_pane_can_be_lost(window):
    split = splitter(window)
    split.setSizes([10_000, 0])
    assert all(split.sizes())
    split.setSizes([0, 10_000])
    assert all(split.sizes())


def test_it_says_how_saving_stands(window):
    window.show_saved("Everything is saved")
    assert visible_texts(window) == ["Everything is saved"]


def test_a_notice_is_shown_for_a_while(window):
    window.show_saved("Saved")
    window.show_notice("Saved goat.jpeg")
    bar = window.findChild(QStatusBar)
    assert bar.currentMessage() == "Saved goat.jpeg"
    bar.clearMessage()
    assert visible_texts(window) == ["Saved"]


def test_a_banner_is_above_everything(window):
    window.banner.say("There is no keyring.")
    assert window.banner.isVisible()
    at = window.banner.mapTo(window, window.banner.rect().topLeft()).y()
    assert at < window.editor.mapTo(window, window.editor.rect().topLeft()).y()


def test_place_sizes_and_arrangement_come_back(window, make):
    window.resize(760, 600)
    window.actions_table["beside"].trigger()
    splitter(window).setSizes([400, 360])
    state = window.layout_state()
    again = make()
    again.restore_layout_state(dict(state))
    assert again.size() == window.size()
    assert splitter(again).orientation() == Qt.Orientation.Horizontal
    assert splitter(again).sizes() == splitter(window).sizes()
    assert again.actions_table["beside"].isChecked()


def test_the_state_can_be_written_as_json(window):
    assert json.loads(json.dumps(window.layout_state())) == window.layout_state()


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"geometry": 5, "split": None, "beside": "yes"},
        {"geometry": "!!!", "split": "é\ud800", "beside": 1},
        {"geometry": "AAAA" * 1000, "split": "AAAA" * 1000},
        {"geometry": [], "split": {}, "beside": []},
    ],
)
def test_a_state_that_makes_no_sense_is_left_out(window, state):
    size = window.size()
    window.restore_layout_state(state)
    assert window.size() == size
    assert splitter(window).orientation() == Qt.Orientation.Vertical
    assert all(splitter(window).sizes())


def test_it_stays_until_what_was_typed_is_saved(qtbot, window):
    with qtbot.waitSignal(window.leave_requested):
        assert not window.close()
    assert window.isVisible()
    window.let_close()
    assert window.close()
    assert not window.isVisible()


def test_who_can_leave_at_once_says_so_when_asked(window):
    window.leave_requested.connect(window.let_close)
    assert window.close()


def test_it_does_not_shrink_to_nothing(window):
    window.resize(1, 1)
    assert (window.width(), window.height()) == (SMALLEST_WIDTH, SMALLEST_HEIGHT)
