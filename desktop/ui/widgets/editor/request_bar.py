"""The line with method, URL, Send and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.ui.theme import colours_of, fixed_font, scaled
from desktop.ui.widgets.named_box import NamedBox

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
LONGEST_METHOD = 40


class RequestBar(QWidget):
    """Tells every change of method and URL, and when the person wants to send or to cancel."""

    method_changed = Signal(str)
    """The method is another word now."""
    url_changed = Signal(str)
    """The text of the URL changed, by the person."""
    send_requested = Signal()
    """Send was pressed, or Enter in the URL."""
    cancel_requested = Signal()
    """Cancel was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method_edit = QLineEdit(self)
        self._method = self._make_method()
        self._url = self._make_url()
        self._send = _button("Send", "send", "Send this request (Ctrl+Return)")
        self._cancel = _button("Cancel", "cancel", "Stop waiting for the answer (Esc)")
        self._lay_out()
        self._connect()
        self.set_running(running=False)

    def _make_method(self) -> QComboBox:
        box = NamedBox("Method", self)
        box.setObjectName("method")
        box.setEditable(True)
        box.setLineEdit(self._method_edit)
        box.addItems(METHODS)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setToolTip("What the server should do: GET asks for something, POST sends something.")
        self._method_edit.setMaxLength(LONGEST_METHOD)
        self._method_edit.setObjectName("method_edit")
        self._method_edit.setAccessibleName("Method")
        return box

    def _make_url(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName("url")
        edit.setAccessibleName("URL")
        edit.setAccessibleIdentifier("URL")
        edit.setPlaceholderText("Type or paste an address")
        edit.setMaxLength(10_000_000)
        edit.setToolTip("The address that the request goes to.")
        return edit

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._method)
        row.addWidget(self._url, 1)
        row.addWidget(self._send)
        row.addWidget(self._cancel)
        self.refresh_sizes()

    def refresh_sizes(self) -> None:
        """Follow the size of the program's text."""
        font = fixed_font()
        self._url.setFont(font)
        font.setBold(True)
        self._method.setFixedWidth(scaled(116))
        self._send.setMinimumWidth(scaled(92))
        self._cancel.setMinimumWidth(scaled(84))
        self._colour_method(self._method.currentText())
        self._method_edit.setFont(font)

    def _connect(self) -> None:
        self._method.currentTextChanged.connect(self._hear_method)
        # Not `textEdited`: a screen reader that types is a person, too.
        self._url.textChanged.connect(self.url_changed)
        self._url.returnPressed.connect(self.send_requested)
        self._send.clicked.connect(self._hear_send)
        self._cancel.clicked.connect(self._hear_cancel)

    @Slot(str)
    def _hear_method(self, method: str) -> None:
        self._colour_method(method)
        self.method_changed.emit(method)

    @Slot()
    def _hear_send(self) -> None:
        self.send_requested.emit()

    @Slot()
    def _hear_cancel(self) -> None:
        self.cancel_requested.emit()

    def _colour_method(self, method: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colours_of(self).method(method)))
        self._method_edit.setPalette(palette)

    def set_method(self, method: str) -> None:
        """Show a method; a word that is not in the list is fine."""
        if method != self._method.currentText():
            with QSignalBlocker(self):
                self._method.setCurrentText(method)

    def set_url(self, url: str) -> None:
        """Show a URL, keeping the field's own undo and, where it can, the caret."""
        if url == self._url.text():
            return
        caret, was_at_end = self._url.cursorPosition(), self._is_at_end()
        # `insert` keeps the field's undo, and says that the person typed; the person did not.
        with QSignalBlocker(self):
            self._url.selectAll()
            self._url.insert(url)
        if self._url.hasFocus():
            self._url.setCursorPosition(len(url) if was_at_end else min(caret, len(url)))
        else:
            self._url.setCursorPosition(0)

    def _is_at_end(self) -> bool:
        return self._url.cursorPosition() == len(self._url.text())

    def set_running(self, *, running: bool) -> None:
        """Cancel can be pressed only while a request runs; Send stays, to keep the focus."""
        self._cancel.setEnabled(running)

    def take_focus(self) -> None:
        """Put the caret into the URL."""
        self._url.setFocus()

    def focus_url(self) -> None:
        """Put the caret into the URL, everything selected."""
        self._url.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._url.selectAll()

    def focus_method(self) -> None:
        """Let the person choose another method."""
        self._method.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._method.showPopup()


def _button(words: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setAccessibleIdentifier(words)
    button.setToolTip(tip)
    return button
