"""The small buttons say what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.widgets.viewer.zoom_bar import ZoomBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_buttons(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = ZoomBar(page)
    page.show()
    buttons = bar.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Fit", "100 %", "+", "\N{MINUS SIGN}"]
    assert [button.accessibleName() for button in buttons] == [
        "Fit", "100 %", "Zoom in", "Zoom out",
    ]  # fmt: skip
    assert all(button.toolTip() for button in buttons)
    wanted = (bar.fit_wanted, bar.full_wanted, bar.larger_wanted, bar.smaller_wanted)
    for button, signal in zip(buttons, wanted, strict=True):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_how_large_the_picture_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = ZoomBar(page)
    fit, full = bar.findChildren(QPushButton)[:2]
    bar.show_factor(0.664, fits=True)
    assert (fit.accessibleDescription(), full.accessibleDescription()) == ("Now at 66 %",) * 2
    bar.show_factor(1.0, fits=False)
    assert (fit.accessibleDescription(), full.accessibleDescription()) == ("", "Now at 100 %")
    page.show()
    assert not bar.grab().isNull()
