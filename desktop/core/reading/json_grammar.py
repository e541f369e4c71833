"""Goes through JSON once, row by row, and knows whether it keeps the rules (RFC 8259)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.core.limits import INDENT_CAP
from desktop.core.reading.json_outline import Outline, after_space

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content

_SPACE: Final = rb"[ \t\r\n]*+"
_STRING: Final = rb'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"'
_NUMBER: Final = rb"-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+"
_WHOLE: Final = (
    rb"(?:" + _STRING + rb"|" + _NUMBER + rb"|true|false|null"
    rb"|\{" + _SPACE + rb"\}|\[" + _SPACE + rb"\])" + _SPACE
)  # fmt: skip
"""A value that takes one row."""
_VALUE: Final = rb"(?:" + _WHOLE + rb"(?:,()|())|\{()|\[())"
_ROW: Final = re.compile(
    rb"(?:" + _STRING + _SPACE + rb":" + _SPACE + _VALUE
    + rb"|" + _VALUE
    + rb"|\}" + _SPACE + rb"(?:,()|())"
    + rb"|\]" + _SPACE + rb"(?:,()|())"
    + rb"|[\x00-\xff]())" + _SPACE
)  # fmt: skip
"""One row of tidied JSON. The empty groups number its forms; the last one breaks the rules."""
_CLOSING: Final = 9
"""Forms from this one on are closing brackets."""
_COMMA: Final = frozenset({1, 5, 9, 11})
_OBJECT: Final = frozenset({3, 7})
_ARRAY: Final = frozenset({4, 8})
_TOP_DUE, _TOP_DONE, _OBJECT_DUE, _OBJECT_DONE, _ARRAY_DUE, _ARRAY_DONE = range(6)
_FITTING: Final = (
    frozenset({6, 7, 8}),
    frozenset[int](),
    frozenset({1, 2, 3, 4}),
    frozenset({9, 10}),
    frozenset({5, 6, 7, 8}),
    frozenset({11, 12}),
)
"""The forms that may follow in each state: inside what, and whether a value must come."""


def outline_of_sound(content: Content, first: int) -> Outline | None:
    """The outline of a JSON text from the place `first` on; None where it breaks the rules.

    Depth has no limit: nothing here calls itself.
    """
    starts, marks = [], bytearray()
    state, outer = _TOP_DUE, bytearray()
    for row in _ROW.finditer(content, after_space(content, first)):
        form = row.lastindex or 0
        if form not in _FITTING[state]:
            return None
        if form >= _CLOSING:
            state = outer.pop()
        starts.append(row.start())
        marks.append(min(len(outer), INDENT_CAP))
        if form in _OBJECT or form in _ARRAY:
            outer.append(state)
            state = _OBJECT_DUE if form in _OBJECT else _ARRAY_DUE
        elif form in _COMMA:
            if state == _TOP_DUE:
                return None
        else:
            state |= 1  # what was due is done
    return Outline(starts, bytes(marks), sound=True) if state == _TOP_DONE else None
