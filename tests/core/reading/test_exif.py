"""The directory of a TIFF file, and what an orientation does to a size."""

from __future__ import annotations

import struct

import pytest

from desktop.core.reading.exif import ORIENTATION, fields, turned_by


def directory(order: str, *entries: tuple[int, int, int]) -> bytes:
    start = b"II*\0" if order == "<" else b"MM\0*"
    body = b"".join(
        struct.pack(f"{order}HHI", tag, kind, 1)
        + struct.pack(
            f"{order}{'HH' if kind == 3 else 'I'}", *((value, 0) if kind == 3 else (value,))
        )
        for tag, kind, value in entries
    )
    return start + struct.pack(f"{order}IH", 8, len(entries)) + body


@pytest.mark.parametrize("order", ["<", ">"])
def test_whole_numbers_are_read(order: str) -> None:
    content = directory(order, (256, 4, 70_000), (ORIENTATION, 3, 6), (305, 2, 1))
    assert fields(content, 0) == {256: 70_000, ORIENTATION: 6}


@pytest.mark.parametrize("content", [b"", b"II*\0", b"XX", b"II*\0\xff\xff\xff\xff"])
def test_what_is_broken_is_refused(content: bytes) -> None:
    with pytest.raises((struct.error, ValueError)):
        fields(content, 0)


def test_a_photo_on_its_side_is_turned() -> None:
    assert [turned_by(way, (3, 2)) for way in range(1, 9)] == [(3, 2)] * 4 + [(2, 3)] * 4
