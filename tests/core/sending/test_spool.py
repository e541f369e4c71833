"""Bodies are kept in memory or in a file."""

from __future__ import annotations

import mmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.sending.spool import Spool


@given(st.lists(st.binary(max_size=30), max_size=10), st.integers(0, 60))
def test_what_goes_in_comes_out(pieces: list[bytes], in_memory: int) -> None:
    with Spool(in_memory) as spool:
        for piece in pieces:
            spool.add(piece)
        content = spool.content()

    assert content[:] == b"".join(pieces)
    assert isinstance(content, bytes if spool.size <= in_memory else mmap.mmap)


def test_an_empty_piece_makes_no_file() -> None:
    with Spool(0) as spool:
        spool.add(b"")

        assert spool.content() == b""


def test_content_stays_when_the_spool_is_gone() -> None:
    with Spool(2) as spool:
        spool.add(b"goat")
        content = spool.content()

    assert content[1:3] == b"oa"


def test_an_error_leaves_no_file_open() -> None:
    def fail() -> None:
        with Spool(0) as spool:
            spool.add(b"goat")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
