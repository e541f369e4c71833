"""Text by rows, decoded from its bytes when a row is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.reading.charset import transcoded
from desktop.core.reading.line_starts import CR, LF, line_end, row_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.core.model.exchange import Content
    from desktop.core.model.reading import Syntax


class TextLines:
    """Lines (model.Lines) over bytes; `first` is the place of the first byte of text."""

    def __init__(self, content: Content, codec: str, first: int, syntax: Syntax) -> None:
        self._content = content
        self._codec = codec
        self._first = first
        self._syntax = syntax
        self._end = line_end(content, first)
        self._starts: Sequence[int] = row_starts(content, first, self._end, utf8=codec == "utf-8")

    @property
    def syntax(self) -> Syntax:
        """The language that the rows are written in."""
        return self._syntax

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> str:
        if not 0 <= index < len(self._starts):
            raise IndexError(index)
        start, stop = int(self._starts[index]), self._stop(index)
        return self._content[start:stop].decode(self._codec, "replace")

    def _stop(self, index: int) -> int:
        if index + 1 == len(self._starts):
            return len(self._content)
        stop = int(self._starts[index + 1])
        if self.continues(index + 1):
            return stop
        before = self._content[stop - 2 : stop - 1]
        begun = stop - 2 >= int(self._starts[index])
        return stop - 2 if self._end == LF and begun and before == bytes((CR,)) else stop - 1

    def continues(self, index: int) -> bool:
        """True where a row goes on with the line of the row before it."""
        return index > 0 and self._content[int(self._starts[index]) - 1] != self._end

    def text(self) -> str:
        """The whole text, its line ends as received."""
        return self._content[self._first :].decode(self._codec, "replace")


def text_lines(
    content: Content, charset: str, first: int = 0, syntax: Syntax = "text"
) -> TextLines:
    """The rows of a body in a charset that Python knows; `first` leaves a byte order mark out."""
    content, codec, first = transcoded(content, charset, first)
    return TextLines(content, codec, first, syntax)
