"""Undoes the compression of a body, a piece at a time, so that no piece can fill the memory."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from desktop.core import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

READABLE: Final = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP: Final = zlib.MAX_WBITS | 16
_ZLIB: Final = zlib.MAX_WBITS
_BARE: Final = -zlib.MAX_WBITS
_GZIP_MAGIC: Final = b"\x1f\x8b"


class NotEncoded(Exception):
    """The bytes are not what their encoding says."""


class Decoder:
    """Undoes one gzip or deflate (RFC 9110 section 8.4.1).

    `deflate` is a zlib stream by the book, and a bare one from many servers: both are read.
    """

    def __init__(self, coding: str) -> None:
        self._gzip = coding != "deflate"
        self._inflate = zlib.decompressobj(_GZIP if self._gzip else _ZLIB)
        self._begun = bytearray()
        self._undecided = not self._gzip
        self._fed = False
        self._done = False

    @property
    def complete(self) -> bool:
        """False while the end of the compressed data has not come."""
        return self._done or not self._fed

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decoded pieces of at most `limits.RECEIVE_CHUNK` bytes. Raises NotEncoded."""
        self._fed = True
        more = True
        while more and not self._is_padding(data):
            piece = self._step(data)
            if piece:
                self._undecided = False
                yield piece
            self._done = self._inflate.eof
            data = self._inflate.unused_data if self._done else self._inflate.unconsumed_tail
            more = bool(data) or (len(piece) == limits.RECEIVE_CHUNK and not self._done)

    def _step(self, data: bytes) -> bytes:
        if self._undecided:
            self._begun += data
        try:
            return self._inflate.decompress(data, limits.RECEIVE_CHUNK)
        except zlib.error:
            if not self._undecided:
                raise NotEncoded from None
        self._undecided, self._inflate = False, zlib.decompressobj(_BARE)
        return self._step(bytes(self._begun))

    def _is_padding(self, data: bytes) -> bool:
        """Behind the end, another gzip member goes on; anything else is padding."""
        if not self._done:
            return False
        if not (self._gzip and data.startswith(_GZIP_MAGIC)):
            return True
        self._inflate, self._done = zlib.decompressobj(_GZIP), False
        return False


class Decoding:
    """All the encodings of a body, in the order of their undoing."""

    def __init__(self, codings: tuple[str, ...]) -> None:
        self._decoders = [Decoder(coding) for coding in codings]

    @property
    def active(self) -> bool:
        """False where there is nothing to undo."""
        return bool(self._decoders)

    @property
    def complete(self) -> bool:
        """False while compressed data is missing."""
        return all(decoder.complete for decoder in self._decoders)

    def feed(self, data: bytes, depth: int = 0) -> Iterator[bytes]:
        """Decoded pieces. Raises NotEncoded."""
        if depth == len(self._decoders):
            yield data
            return
        for piece in self._decoders[depth].feed(data):
            yield from self.feed(piece, depth + 1)


def is_readable(codings: tuple[str, ...]) -> bool:
    """Whether all of a body's encodings are known, and not absurdly many."""
    return len(codings) <= limits.ENCODINGS and READABLE.issuperset(codings)
