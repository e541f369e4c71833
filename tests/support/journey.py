"""Drives the whole window inside this process, by the names that a person would hear."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)

from desktop.app import Program
from desktop.core.paths import user_paths

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ANSWER_MILLISECONDS = 20_000
W = TypeVar("W", bound=QWidget)


class Journey:
    """One run of the program; `close` ends it as closing the window does."""

    def __init__(
        self, application: QApplication, qtbot: QtBot, named: tuple[str, ...] = ()
    ) -> None:
        self.qtbot = qtbot
        self.program = Program(application, user_paths())
        self.window = self.program.window
        self.program.open(named)
        qtbot.waitExposed(self.window)
        qtbot.waitUntil(lambda: bool(self.url.text()))

    def close(self) -> None:
        """Leave as the program leaves, but for the end of the process."""
        self.window.close()
        self.qtbot.waitUntil(self.window.isHidden)
        self.program.leave()
        self.program.crashes.remove()
        self.window.deleteLater()
        self.program.deleteLater()

    def find(self, kind: type[W], name: str) -> W:
        """The control of this accessible name; the visible one where there are several."""
        named = [one for one in self.window.findChildren(kind) if one.accessibleName() == name]
        assert named, f"no {kind.__name__} is called {name!r}"
        return next((one for one in named if one.isVisible()), named[0])

    @property
    def url(self) -> QLineEdit:
        return self.find(QLineEdit, "URL")

    @property
    def method(self) -> QComboBox:
        return self.find(QComboBox, "Method")

    @property
    def status(self) -> str:
        return self.find(QLineEdit, "Status").text()

    @property
    def explanation(self) -> str:
        return self.find(QPlainTextEdit, "Explanation").toPlainText()

    def type_url(self, text: str) -> None:
        """Replace the address, key by key."""
        self.url.setFocus()
        self.url.selectAll()
        self.qtbot.keyClicks(self.url, text)

    def type_text(self, text: str) -> None:
        """Type where the focus is, as it moves."""
        for letter in text:
            self.qtbot.keyClicks(QApplication.focusWidget(), letter)

    def choose_method(self, method: str) -> None:
        """Type a method over the one that stands there."""
        edit = self.method.lineEdit()
        edit.selectAll()
        self.qtbot.keyClicks(edit, method)

    def press(self, name: str) -> None:
        """Press a button with the mouse."""
        self.qtbot.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def choose_tab(self, group: str, page: str) -> None:
        """Click a tab by its accessible name."""
        bar = self.find(QTabWidget, group).tabBar()
        names = [bar.accessibleTabName(index) for index in range(bar.count())]
        place = bar.tabRect(names.index(page)).center()
        self.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)

    def visible_tabs(self, group: str) -> list[str]:
        """The accessible names of the tabs that are there."""
        bar = self.find(QTabWidget, group).tabBar()
        shown = [index for index in range(bar.count()) if bar.isTabVisible(index)]
        return [bar.accessibleTabName(index) for index in shown]

    def wait_for_status(self, start: str) -> str:
        """Wait until the answer stands there."""
        self.qtbot.waitUntil(
            lambda: self.status.startswith(start) and not self.program.sending.is_running,
            timeout=ANSWER_MILLISECONDS,
        )
        return self.status

    def send(self, start: str) -> str:
        """Press Send, and wait for a status that begins like this."""
        self.press("Send")
        return self.wait_for_status(start)

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """The texts of a table, row by row."""
        model = self.find(QTableView, name).model()
        return [
            tuple(
                str(model.index(row, column).data() or "") for column in range(model.columnCount())
            )
            for row in range(model.rowCount())
        ]

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that is open."""
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(kind)))
        return self.window.findChildren(kind)[0]
