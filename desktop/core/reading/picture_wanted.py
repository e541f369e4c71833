"""A picture that somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.core.model.exchange import Content


@dataclass(frozen=True, slots=True, eq=False)
class PictureWanted:
    """`format` is Qt's name of it; more pixels than `width` and `height` are not needed.

    Each wish is one of its own: the answer to it is known by it.
    """

    content: Content = field(repr=False)
    format: str
    width: int
    height: int
