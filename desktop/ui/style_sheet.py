"""The one style sheet of the program, written from the theme's colours and a scale."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.colours import Colours

_SHEET = Template("""
QMenuBar { background: $window; border-bottom: 1px solid $line; padding: $p2 $p8; }
QMenuBar::item { padding: $p4 $p8; border-radius: $p4; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QPlainTextEdit#grown, QLineEdit#status, QLineEdit#status:focus {
    border: none; background: transparent; padding: 0; min-height: 0;
}
QLabel#hint { color: $soft_text; }
QLabel#headline, QLabel#welcome_headline { font-size: $p18; font-weight: 600; }
QMenu { background: $panel; border: 1px solid $line; padding: $p4; }
QMenu::item { padding: $p4 $p24 $p4 $p24; border-radius: $p4; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $soft_text; }
QMenu::separator { height: 1px; background: $line; margin: $p4 $p8; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $soft_text; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $soft_text; padding: $p2 $p8; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: $p4; }
QWidget#panel, QSplitter { background: $panel; }
QWidget#answer { background: $window; }
QSplitter::handle { background: $line; }
QLineEdit, QComboBox, QPlainTextEdit, QPushButton {
    border: 1px solid $line; border-radius: $p8; background: $panel;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPushButton, QComboBox { padding: 0 $p12; min-height: $p28; }
QPlainTextEdit { padding: $p8; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid $accent; }
QLineEdit:focus, QComboBox:focus { padding: 0 $p11; min-height: $p26; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0; background: transparent; min-height: 0;
}
QComboBox::drop-down { border: none; width: $p24; }
QComboBox::down-arrow { image: url($icons/arrow-$mode.png); width: $p10; height: $p10; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line; padding: $p4; outline: none;
}
QPushButton:hover { background: $window; border-color: $soft_text; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 0 $p11; min-height: $p26; }
QPushButton:disabled { color: $soft_text; background: transparent; }
QPushButton#send, QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton#send:focus, QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton#send:disabled { background: $selection; color: $soft_text; border-color: $line; }
QPushButton[flat="true"] { border: 1px solid transparent; background: transparent;
    color: $soft_text; padding: 0 $p8; }
QPushButton[flat="true"]:hover { color: $text; background: $selection; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; padding: 0 $p7; }
QLineEdit#url, QComboBox#method, QPushButton#send, QPushButton#cancel { min-height: $p36; }
QLineEdit#url:focus, QComboBox#method:focus, QPushButton#send:focus, QPushButton#cancel:focus {
    min-height: $p34;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; top: -1px; }
QTabWidget::tab-bar { left: 0; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    background: $panel; color: $soft_text; border: none; border-bottom: 1px solid $line;
    padding: $p4 $p8; font-weight: 600;
}
QTableView {
    background: $panel; border: none; gridline-color: transparent;
    selection-background-color: $selection; selection-color: $text;
}
QTableView#facts::item { padding: $p4 $p6; }
QTableView#facts, LineView, ImageView {
    border: 1px solid $line; border-top: none; background: $panel;
}
LineView:focus, ImageView:focus, QTableView#facts:focus { border: 1px solid $accent; }
QPushButton#more { min-height: $p20; padding: 0; }
QPushButton#more:focus { min-height: $p18; padding: 0; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $line; border-radius: $p4; margin: $p2; }
QScrollBar::handle:vertical { min-height: $p24; }
QScrollBar::handle:horizontal { min-width: $p24; }
QScrollBar::handle:hover { background: $soft_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colours: Colours, icons: str, scale: float) -> str:
    """The style sheet; `scale` is 1.0 at 14 px text, `icons` the folder of the arrows."""
    lengths = {f"p{n}": f"{round(n * scale)}px" for n in range(41)}
    mode = "dark" if colours.window < "#8" else "light"
    return _SHEET.substitute(asdict(colours), **lengths, icons=icons, mode=mode)
