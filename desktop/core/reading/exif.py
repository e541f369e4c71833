"""The numbers in the first directory of a TIFF file, which is also what EXIF is written in."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content

ORIENTATION: Final = 274
FIELDS: Final = 200
"""Entries that are read; a real directory has about twenty."""
_SHORT: Final = 3
_LONG: Final = 4
_SIDEWAYS: Final = range(5, 9)
"""Orientations that lie on their side (TIFF 6.0, page 36)."""


def fields(content: Content, place: int) -> dict[int, int]:
    """Tag and value of each entry that is one whole number. Raises struct.error or ValueError."""
    order = {b"II": "<", b"MM": ">"}.get(content[place : place + 2])
    if order is None:
        raise ValueError(place)
    (directory,) = struct.unpack(f"{order}I", content[place + 4 : place + 8])
    at = place + directory
    (count,) = struct.unpack(f"{order}H", content[at : at + 2])
    known = {}
    for entry in range(at + 2, at + 2 + 12 * min(count, FIELDS), 12):
        tag, kind, _number = struct.unpack(f"{order}HHI", content[entry : entry + 8])
        if kind in {_SHORT, _LONG}:
            form = "H" if kind == _SHORT else "I"
            size = struct.calcsize(form)
            (known[tag],) = struct.unpack(f"{order}{form}", content[entry + 8 : entry + 8 + size])
    return known


def turned_by(orientation: int, size: tuple[int, int]) -> tuple[int, int]:
    """Width and height after a picture was turned the way that its orientation asks for."""
    width, height = size
    return (height, width) if orientation in _SIDEWAYS else (width, height)
