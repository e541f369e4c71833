"""The colours of a view of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.colours import Colours


@dataclass(frozen=True, slots=True)
class LineColours:
    """Colours as `#RRGGBB`: of plain text, of the words of JSON and XML, and of the selection."""

    text: str = "#1C2330"
    soft: str = "#586274"
    key: str = "#2457A8"
    string: str = "#1B7F4B"
    number: str = "#9A5B00"
    word: str = "#6B3FA0"
    punctuation: str = "#1C2330"
    selection: str = "#DCE8FC"


def line_colours(colours: Colours) -> LineColours:
    """The colours that belong to a theme."""
    return LineColours(
        text=colours.text,
        soft=colours.soft_text,
        key=colours.information,
        string=colours.success,
        number=colours.post,
        word=colours.patch,
        punctuation=colours.text,
        selection=colours.selection,
    )
