"""Where each character of a row stands, in a font whose letters are all as wide, or nearly all."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.ui.widgets.viewer.line_marks import shown_row
from desktop.ui.widgets.viewer.line_selection import continues
from desktop.ui.widgets.viewer.line_tokens import Token, string_end, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.core.model.reading import Lines, Syntax

ROW_HEIGHT: Final = 1.4
LONGEST_RUN: Final = 300
"""Characters that are shaped in one go; a screen is narrower."""
EVEN: Final = 0.01
"""Pixels that two widths may differ by."""
LONGEST_SIGN: Final = 12
"""Characters of a sign whose width is remembered."""
KEPT_WIDTHS: Final = 50_000
KEPT: Final = 500
"""Rows whose layout is kept; a screen has about fifty."""
_MARKS: Final = (
    "\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff"
    "\\u3099\\u309a\\ufe00-\\ufe0f\\ufe20-\\ufe2f"
)
_EMOJI: Final = "\\U0001f000-\\U0001faff"
_FLAG: Final = "[\\U0001f1e6-\\U0001f1ff]{2}"
_PLAIN: Final = (
    "\\x00-\\u02ff\\u0370-\\u052f\\u10a0-\\u10ff\\u13a0-\\u13ff\\u1c80-\\u1cbf\\u1d00-\\u1dbf"
    "\\u1e00-\\u200a\\u2010-\\u20cf\\u2100-\\u3098\\u309b-\\ua4cf\\ua720-\\ua7ff\\uac00-\\ud7a3"
    "\\uf900-\\ufaff\\uff00-\\uffef\\U00020000-\\U0003ffff"
)
"""Letters that stand alone: Latin, Greek, Cyrillic, Chinese, Japanese, Korean, and signs."""
_UNUSUAL: Final = re.compile(f"[^{_PLAIN}]")
_ADDED: Final = f"(?:[{_MARKS}\\U0001f3fb-\\U0001f3ff]|\\u200d[{_EMOJI}\\u2600-\\u27bf])"
_SHAPED: Final = re.compile(
    f"{_FLAG}|[{_EMOJI}]{_ADDED}*|[{_PLAIN}]{_ADDED}+"
    f"|[^{_PLAIN}{_EMOJI}]+(?: +[^{_PLAIN}{_EMOJI}]+)*"
)
"""One sign made of several characters, or a run of letters that join or go from right to left."""


class LineMeasures:
    """The measures of a font, for rows of text."""

    def __init__(self, font: QFont) -> None:
        self.asked = font
        self.font = QFont(font)
        self.font.setKerning(False)
        self._metrics = QFontMetricsF(self.font)
        self.cell = self._metrics.horizontalAdvance("0" * 100) / 100
        self.row = round(self._metrics.height() * ROW_HEIGHT)
        self.baseline = (self.row - self._metrics.height()) / 2 + self._metrics.ascent()
        # Where a system has no fixed font, it gives another one.
        wide, narrow = (self._metrics.horizontalAdvance(text * 50) for text in ("Mi", "ii"))
        self._fixed = wide - narrow < 1
        known = map(chr, range(0x20, 0x7F)) if self._fixed else ()
        self._widths = dict.fromkeys(known, self.cell)

    def is_even(self, text: str) -> bool:
        """True where each character is as wide as a cell of the font."""
        if text.isascii():
            return self._fixed
        even = self._fixed and all(abs(self.width(one) - self.cell) < EVEN for one in set(text))
        return even and not _UNUSUAL.search(text)

    def edges_of_plain(self, text: str) -> list[float]:
        """Where characters begin, as if each stood alone."""
        return list(accumulate(map(self.width, text), initial=0.0))

    def width(self, sign: str) -> float:
        """The width of one sign, or of a run of letters that join."""
        width = self._widths.get(sign)
        if width is None:
            width = self._metrics.horizontalAdvance(sign)
            if len(sign) <= LONGEST_SIGN and len(self._widths) < KEPT_WIDTHS:
                self._widths[sign] = width
        return width

    def edges(self, run: str) -> list[float]:
        """Where the characters of a run begin, and where the last one ends."""
        layout = QTextLayout(run, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e6)
        layout.endLayout()
        # PySide6 also returns the place that it took, which its stubs do not know.
        found: list[Any] = [line.cursorToX(place) for place in _utf16_places(run)]
        return [one[0] for one in found]


class Run:
    """Painted characters that are painted in one go; where each stands is found when asked for."""

    def __init__(self, text: str, start: int, left: float, measures: LineMeasures) -> None:
        self.start, self.end = start, start + len(text)
        self.left = left
        self.width = measures.width(text)
        self._text = text
        self._measures = measures

    @cached_property
    def edges(self) -> list[float]:
        """Where its characters begin, from its left end; from right to left in some scripts."""
        return self._measures.edges(self._text)


class RowLayout:
    """One row: what is painted of it, in which colours, and where. Measured as far as needed."""

    def __init__(
        self, row: str, measures: LineMeasures, syntax: Syntax, *, continues: bool
    ) -> None:
        self.length = len(row)
        self._shown = shown_row(row)
        self._measures = measures
        self.text = self._shown.text
        self.runs: list[Run] = []
        self._edges: list[float] = []
        self._unmeasured: list[tuple[int, int]] = []
        self.even = measures.is_even(self.text)
        if not self.even:
            self._edges = measures.edges_of_plain(self.text)
            self._unmeasured = list(_shaped(self.text))[::-1]
        self._syntax: Syntax = syntax
        self._continues = continues

    def measure(self, right: float) -> None:
        """Measure what begins left of a place; what is beyond stays an estimate."""
        self._measure_while(lambda start, moved: self._edges[start] + moved < right)

    def _measure_until(self, place: int) -> None:
        self._measure_while(lambda start, _moved: start < place)

    def _measure_while(self, wanted: Callable[[int, float], bool]) -> None:
        moved, done = 0.0, len(self._edges)
        while self._unmeasured and wanted(self._unmeasured[-1][0], moved):
            start, end = self._unmeasured.pop()
            if moved:
                self._move(min(done, start), start + 1, moved)
            run = Run(self.text[start:end], start, self._edges[start], self._measures)
            self.runs.append(run)
            right = run.left + run.width
            self._edges[start + 1 : end] = [right] * (end - start - 1)
            moved = right - self._edges[end]
            done = end
        if moved:
            self._move(done, len(self._edges), moved)

    def _move(self, first: int, last: int, by: float) -> None:
        self._edges[first:last] = [edge + by for edge in self._edges[first:last]]

    @property
    def width(self) -> float:
        """Of the whole row, in pixels."""
        return self._edge(len(self.text))

    def tokens(self, first: int, last: int) -> list[Token]:
        """What is coloured between two places in the painted text."""
        return tokens(self.text, self._syntax, self._begin, first, last)

    @cached_property
    def _begin(self) -> int:
        """Where the string ends that the row begins in."""
        return string_end(self.text) if self._continues and self._syntax == "json" else 0

    def _edge(self, place: int) -> float:
        return self._edges[place] if self._edges else place * self._measures.cell

    def x(self, column: int) -> float:
        """Where a character of the row begins, from the row's left end."""
        place = self._shown.place(column)
        self._measure_until(place)
        for run in self.runs:
            if run.start < place < run.end:
                return run.left + run.edges[place - run.start]
        return self._edge(place)

    def painted_x(self, place: int) -> float:
        """The left end of a painted character, or of a run that begins with it."""
        return self._edge(place)

    def spans(self, columns: tuple[int, int]) -> list[tuple[float, float]]:
        """Left and right end of each stretch that a part of the row takes."""
        first, last = self._shown.place(columns[0]), self._shown.place(columns[1])
        self._measure_until(last)
        spans, place = [], first
        for run in self.runs:
            start, end = max(run.start, first), min(run.end, last)
            if start < end:
                spans.append((self._edge(place), self._edge(start)))
                spans.append(_stretch(run, start, end))
                place = end
        spans.append((self._edge(place), self._edge(last)))
        return [span for span in spans if span[1] > span[0]]

    def column(self, x: float) -> int:
        """The character of the row whose beginning is nearest."""
        self.measure(x)
        return self._shown.column(self._nearest(x))

    def _nearest(self, x: float) -> int:
        if not self._edges:
            return min(max(round(x / self._measures.cell), 0), len(self.text))
        for run in self.runs:
            if run.left < x < run.left + run.width:
                distances = [abs(run.left + edge - x) for edge in run.edges]
                return run.start + distances.index(min(distances))
        after = min(bisect_right(self._edges, x), len(self.text))
        before = max(after - 1, 0)
        return before if x - self._edges[before] < self._edges[after] - x else after

    def between(self, left: float, right: float) -> tuple[int, int]:
        """The painted characters that are seen between two places; runs stay whole."""
        self.measure(right)
        if not self._edges:
            cell = self._measures.cell
            return max(int(left / cell), 0), min(int(right / cell) + 1, len(self.text))
        first = max(bisect_right(self._edges, left) - 1, 0)
        last = min(bisect_right(self._edges, right), len(self.text))
        for run in self.runs:
            if run.start < first < run.end:
                first = run.start
            if run.start < last < run.end:
                last = run.end
        return first, last


def _stretch(run: Run, start: int, end: int) -> tuple[float, float]:
    if (start, end) == (run.start, run.end):
        return run.left, run.left + run.width
    inside = run.edges[start - run.start : end - run.start + 1]
    return run.left + min(inside), run.left + max(inside)


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part that is painted in one go; long ones are parted at spaces."""
    for found in _SHAPED.finditer(text):
        start, end = found.span()
        while end - start > LONGEST_RUN:
            space = text.rfind(" ", start + 1, start + LONGEST_RUN)
            cut = space if space > 0 else start + LONGEST_RUN
            yield start, cut
            start = cut
        yield start, end


class RowLayouts:
    """The layouts of the rows that were seen last; `measures` belong to the font."""

    def __init__(self, lines: Lines, syntax: Syntax, measures: LineMeasures) -> None:
        self._lines = lines
        self._syntax: Syntax = syntax
        self._measures = measures
        self._known: dict[int, RowLayout] = {}

    def __getitem__(self, row: int) -> RowLayout:
        known = self._known.get(row)
        if known is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            known = self._known[row] = RowLayout(
                self._lines[row],
                self._measures,
                self._syntax,
                continues=continues(self._lines, row),
            )
        return known


def _utf16_places(text: str) -> list[int]:
    return list(accumulate((2 if ord(letter) > 0xFFFF else 1 for letter in text), initial=0))
