"""Makes visible what would hide, move or end the text of a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

TAB_COLUMNS: Final = 4
_HIDDEN: Final = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e"
    "\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e007f]"
)
"""Control characters, direction marks, separators and invisible letters (but no joiners)."""
_PICTURES: Final = 0x2400
_SPACE: Final = 0x20
_DELETE: Final = "\x7f"


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it is painted. `places` tells where each of its characters stands, and its end.

    `places` is empty where nothing had to be made visible.
    """

    text: str
    places: tuple[int, ...] = ()

    def place(self, column: int) -> int:
        """Where a character of the row stands in what is painted."""
        if not self.places:
            return min(column, len(self.text))
        return self.places[min(column, len(self.places) - 1)]

    def column(self, place: int) -> int:
        """The character of the row that a painted one belongs to."""
        return bisect_right(self.places, place) - 1 if self.places else place


def shown_row(row: str) -> ShownRow:
    """The row with tabs spread out and all that is hidden as signs, such as `␀` or `<U+202E>`."""
    if not _HIDDEN.search(row):
        return ShownRow(row)
    parts, places, at = [], [], 0
    for character in row:
        places.append(at)
        sign = _sign(character, at) if _HIDDEN.match(character) else character
        parts.append(sign)
        at += len(sign)
    return ShownRow("".join(parts), (*places, at))


def _sign(character: str, at: int) -> str:
    if character == "\t":
        return " " * (TAB_COLUMNS - at % TAB_COLUMNS)
    code = ord(character)
    if code < _SPACE:
        return chr(_PICTURES + code)
    return "␡" if character == _DELETE else f"<U+{code:04X}>"
