"""What the bytes of an answer can be shown as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Syntax = Literal["text", "json", "xml"]
"""The language that rows of text are written in, for their colours."""
Kind = Literal["empty", "image", "json", "xml", "html", "text", "binary"]


class Lines(Protocol):
    """Text by rows, decoded when asked for; no row is longer than `limits.LINE_CAP`."""

    def __len__(self) -> int:
        """How many rows there are."""

    def __getitem__(self, index: int, /) -> str:
        """One row, without its line end."""

    @property
    def syntax(self) -> Syntax:
        """The language that the rows are written in."""

    def continues(self, index: int, /) -> bool:
        """True where a row goes on with the line of the row before it."""

    def text(self) -> str:
        """The whole text; long, so not for the screen."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Facts of a raster picture, read from its first bytes: `format` as Qt calls it (`jpeg`)."""

    format: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Reading:
    """`media_type` is what the bytes are believed to be; `extension` has no dot.

    `preview` are the tidied rows (JSON re-indented), `text` the rows as received; both are None
    for what is no text. `notes` are codes of sentences, such as `json_broken` or `json_is_html`.
    """

    kind: Kind
    media_type: str = ""
    charset: str = ""
    extension: str = "bin"
    picture: Picture | None = None
    preview: Lines | None = None
    text: Lines | None = None
    notes: tuple[str, ...] = ()
