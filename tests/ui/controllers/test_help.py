"""What the Help menu opens."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel

from desktop.core.product import version
from desktop.ui.controllers.help import HelpController
from tests.support.plain_text import assert_plain_text


@pytest.fixture
def help_dialog(window):
    HelpController(window)

    def help_dialog(action):
        window.actions_table[action].trigger()
        (dialog,) = window.findChildren(QDialog)
        return dialog

    return help_dialog


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_nothing_is_open_before_it_is_asked_for(help_dialog, window):
    assert window.findChildren(QDialog) == []


def test_every_action_with_keys_is_in_the_list(help_dialog, window):
    dialog = help_dialog("shortcuts")
    assert dialog.isVisible()
    with_keys = [one for one in window.findChildren(QAction) if one.shortcuts()]
    wanted = {one.text().rstrip("…") for one in with_keys if one.objectName()}
    assert len(wanted) >= 8
    assert wanted <= set(texts(dialog))
    assert_plain_text(dialog)


def test_about_says_what_this_is(help_dialog):
    dialog = help_dialog("about")
    assert dialog.isVisible()
    assert f"Bleat {version()}" in texts(dialog)
    assert_plain_text(dialog)


@pytest.mark.parametrize("action", ["shortcuts", "about"])
def test_a_closed_dialog_is_gone_and_can_be_opened_again(help_dialog, qtbot, action):
    first = help_dialog(action)
    with qtbot.waitSignal(first.destroyed):
        first.reject()
    assert help_dialog(action).isVisible()
