"""Gives the whole program its look: palette, style sheet and sizes, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette

from desktop.ui.colours import DARK, LIGHT, Colours
from desktop.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QWidget

Mode = Literal["system", "light", "dark"]
TEXT_PIXELS = 14
LARGEST_SCALE = 2.5
SCALE_STEP = 0.1


def colours_of(widget: QWidget) -> Colours:
    """The colours of the theme that a widget is painted in."""
    return colours_in(widget.palette())


def colours_in(palette: QPalette) -> Colours:
    """The theme that a palette belongs to."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """The palette that every widget starts from."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, colours.window), (role.WindowText, colours.text),
        (role.Base, colours.panel), (role.AlternateBase, colours.window),
        (role.Text, colours.text), (role.PlaceholderText, colours.soft_text),
        (role.Button, colours.panel), (role.ButtonText, colours.text),
        (role.BrightText, colours.failure), (role.Mid, colours.line), (role.Dark, colours.line),
        (role.Light, colours.panel), (role.Midlight, colours.window),
        (role.Shadow, colours.line), (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text), (role.Accent, colours.accent),
        (role.Link, colours.accent), (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.panel), (role.ToolTipText, colours.text),
    ):  # fmt: skip
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.soft_text))
    return palette


class Theme(QObject):
    """Gives the program its look, and follows the system between light and dark while it runs."""

    changed = Signal()
    """Colours or sizes are new; widgets that paint by themselves look again."""

    def __init__(
        self,
        application: QApplication,
        icons: str,
        scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or application)
        self._application = application
        self._icons = icons
        self._scale = scale
        self._mode: Mode = "system"
        self._system_pixels = _pixels(application.font())
        self._application.styleHints().colorSchemeChanged.connect(self._follow)
        self.apply()

    @property
    def scale(self) -> float:
        """1.0 is the system's own size of text."""
        return self._scale

    @Slot()
    def enlarge(self) -> None:
        """Make all text a step larger, for a projector."""
        self.set_scale(self._scale + SCALE_STEP)

    @Slot()
    def reduce(self) -> None:
        """Make all text a step smaller."""
        self.set_scale(self._scale - SCALE_STEP)

    @Slot()
    def restore(self) -> None:
        """Go back to the system's size of text."""
        self.set_scale(1.0)

    @property
    def mode(self) -> Mode:
        """What the person chose: light, dark, or what the system says."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Choose light or dark, or follow the system."""
        self._mode = mode
        self.apply()

    def set_scale(self, scale: float) -> None:
        """Set the size of all text, between the system's own size and 2.5 times of it."""
        self._scale = round(min(LARGEST_SCALE, max(1.0, scale)), 1)
        self.apply()

    def _is_dark(self) -> bool:
        if self._mode == "system":
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    @Slot(Qt.ColorScheme)
    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        self.apply()

    def apply(self) -> None:
        """Set font, palette and style sheet of the whole application."""
        colours = DARK if self._is_dark() else LIGHT
        font = self._application.font()
        font.setPixelSize(round(max(TEXT_PIXELS, self._system_pixels) * self._scale))
        self._application.setFont(font)
        self._application.setPalette(palette_of(colours))
        scale = font.pixelSize() / TEXT_PIXELS
        self._application.setStyleSheet(style_sheet(colours, self._icons, scale))
        self.changed.emit()


def fixed_font() -> QFont:
    """The system's fixed font in the size of the program's text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(_pixels(QGuiApplication.font()) - 1)
    return font


def scaled(pixels: int) -> int:
    """A length of the design (at 14 px text) in the size of the program's text."""
    return round(pixels * _pixels(QGuiApplication.font()) / TEXT_PIXELS)


def _pixels(font: QFont) -> int:
    if font.pixelSize() > 0:
        return font.pixelSize()
    return round(font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72)
