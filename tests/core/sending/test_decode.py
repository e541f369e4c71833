"""Compression is undone piece by piece."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import limits
from desktop.core.sending.decode import Decoding, NotEncoded, is_readable
from tests.support.hostile_cases import bare_deflate

PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "bare deflate": bare_deflate,
}


def decode(coding: str, packed: bytes, step: int) -> tuple[bytes, bool]:
    decoding = Decoding((coding.removeprefix("bare "),))
    pieces = [
        piece
        for start in range(0, len(packed), step)
        for piece in decoding.feed(packed[start : start + step])
    ]
    assert all(0 < len(piece) <= limits.RECEIVE_CHUNK for piece in pieces)
    return b"".join(pieces), decoding.complete


@pytest.mark.parametrize("coding", PACKERS)
@given(data=st.binary(max_size=500), step=st.integers(1, 50))
def test_any_bytes_come_back_however_they_are_cut(coding: str, data: bytes, step: int) -> None:
    assert decode(coding, PACKERS[coding](data), step) == (data, True)


@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("step", [7, 100_000])
def test_what_grows_a_thousandfold_comes_in_pieces(coding: str, step: int) -> None:
    data = bytes(3 * limits.RECEIVE_CHUNK + 1)

    assert decode(coding, PACKERS[coding](data), step) == (data, True)


@pytest.mark.parametrize("coding", PACKERS)
def test_what_has_no_end_is_not_complete(coding: str) -> None:
    data = bytes(range(256)) * 9
    part, complete = decode(coding, PACKERS[coding](data)[:-3], 50)

    assert data.startswith(part)
    assert not complete


def test_nothing_is_complete() -> None:
    assert Decoding(("gzip",)).complete
    assert Decoding(()).complete


def test_padding_behind_the_end_is_ignored() -> None:
    assert decode("gzip", gzip.compress(b"goat") + b"\0\0junk", 5) == (b"goat", True)


def test_members_follow_each_other() -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two")

    assert decode("gzip", packed, 1000) == (b"onetwo", True)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_is_not_packed(coding: str) -> None:
    with pytest.raises(NotEncoded):
        decode(coding, b"\xff\xff plain text, and more of it", 4)


def test_encodings_inside_each_other() -> None:
    packed = gzip.compress(zlib.compress(b"goat" * 99))
    pieces = Decoding(("gzip", "deflate")).feed(packed)

    assert b"".join(pieces) == b"goat" * 99


@pytest.mark.parametrize(
    ("codings", "expected"),
    [
        ((), True),
        (("gzip", "deflate", "x-gzip"), True),
        (("br",), False),
        (("gzip", "zstd"), False),
        (("gzip",) * limits.ENCODINGS, True),
        (("gzip",) * (limits.ENCODINGS + 1), False),
    ],
)
def test_what_can_be_read(codings: tuple[str, ...], expected: bool) -> None:
    assert is_readable(codings) is expected
