"""Keeps a body: a short one in memory, a long one in a temporary file without a name."""

from __future__ import annotations

import mmap
import tempfile
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from io import FileIO

    from desktop.core.model.exchange import Content


class Spool:
    """Takes a body a piece at a time; `in_memory` is the size at which it moves to a file."""

    def __init__(self, in_memory: int) -> None:
        self.size = 0
        self._in_memory = in_memory
        self._pieces: list[bytes] = []
        self._file: FileIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Drops what was kept; content that was given out stays."""
        self._pieces.clear()
        if self._file:
            self._file.close()

    def add(self, piece: bytes) -> None:
        """Keeps a piece. Raises OSError where the disk is full; what it took is kept."""
        if self._file is None and self.size + len(piece) > self._in_memory:
            self._move_to_file()
        if self._file is None:
            self._pieces.append(piece)
        else:
            _write(self._file, piece)
        self.size += len(piece)

    def content(self) -> Content:
        """All that was kept."""
        if self._file is None:
            return b"".join(self._pieces)
        return mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def _move_to_file(self) -> None:
        # Closed by __exit__; private to this user, and without a name where the system can.
        self._file = tempfile.TemporaryFile(prefix="bleat-", buffering=0)  # noqa: SIM115
        for piece in self._pieces:
            _write(self._file, piece)
        self._pieces.clear()


def _write(file: FileIO, piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[file.write(rest) :]
