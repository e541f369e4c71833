"""How large a raster picture is, read from its head without decoding it."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from desktop.core.model.reading import Picture
from desktop.core.reading.exif import ORIENTATION, fields, turned_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.model.exchange import Content

SEGMENTS: Final = 1000
"""Parts of a JPEG that are gone through to find its size."""
EXIF_BYTES: Final = 64 * 1024
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame and so hold its size (ITU T.81, table B.1)."""
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers that have no length."""
_MARKER: Final = re.compile(rb"\xff+([\x01-\xfe])")
"""Searched for, not expected: decoders too skip what stands between two segments."""
_EXIF: Final = 0xE1
_LAST: Final = b"\xd9"
_IMAGE_WIDTH: Final = 256
_IMAGE_LENGTH: Final = 257

Size = tuple[int, int]


def picture_facts(content: Content, kind: str) -> Picture | None:
    """Width and height as they are shown, a turned photo being turned; None where they are broken.

    `kind` is Qt's name of the format: png, jpeg, gif, webp, bmp, ico or tiff.
    """
    try:
        width, height = _READERS[kind](content)
    except (struct.error, IndexError, LookupError, ValueError):
        return None
    return Picture(kind, width, height) if width > 0 and height > 0 else None


def _png(content: Content) -> Size:
    if content[12:16] != b"IHDR":
        raise ValueError
    return _pair(">II", content, 16)


def _gif(content: Content) -> Size:
    return _pair("<HH", content, 6)


def _bmp(content: Content) -> Size:
    (length,) = struct.unpack("<I", content[14:18])
    if length == 12:  # the oldest head, with two bytes a number
        return _pair("<HH", content, 18)
    width, height = _pair("<ii", content, 18)
    return width, abs(height)


def _ico(content: Content) -> Size:
    width, height = content[6], content[7]
    return width or 256, height or 256


def _webp(content: Content) -> Size:
    kind = content[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        return width, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", content[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind != b"VP8 " or content[23:26] != b"\x9d\x01\x2a":
        raise ValueError
    width, height = _pair("<HH", content, 26)
    return width & 0x3FFF, height & 0x3FFF


def _tiff(content: Content) -> Size:
    known = fields(content, 0)
    size = known[_IMAGE_WIDTH], known[_IMAGE_LENGTH]
    return turned_by(known.get(ORIENTATION, 1), size)


def _jpeg(content: Content) -> Size:
    place, orientation = 2, 1
    for _ in range(SEGMENTS):
        found = _MARKER.search(content, place)
        if found is None or found[1] == _LAST:
            break
        mark, place = found[1][0], found.end()
        if mark in _FRAMES:
            height, width = _pair(">HH", content, place + 3)
            return turned_by(orientation, (width, height))
        if mark == _EXIF and content[place + 2 : place + 8] == b"Exif\0\0":
            orientation = _orientation(content, place + 8)
        if mark not in _ALONE:
            place += _pair(">HH", content, place)[0]
    raise ValueError


def _orientation(content: Content, place: int) -> int:
    try:
        return fields(content[place : place + EXIF_BYTES], 0).get(ORIENTATION, 1)
    except (struct.error, ValueError):
        return 1


def _pair(form: str, content: Content, place: int) -> Size:
    one, other = struct.unpack(form, content[place : place + struct.calcsize(form)])
    return one, other


_READERS: Final[dict[str, Callable[[Content], Size]]] = {
    "png": _png,
    "gif": _gif,
    "bmp": _bmp,
    "ico": _ico,
    "webp": _webp,
    "tiff": _tiff,
    "jpeg": _jpeg,
}
