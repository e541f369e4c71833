"""How large a picture is shown, and how many of its pixels that needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

STEP: Final = 1.25
SMALLEST: Final = 0.02
LARGEST: Final = 16.0
MOST_PIXELS: Final = 40_000_000
"""A larger picture is decoded smaller, and enlarged where it is painted: 160 MB are enough."""
LONGEST_SIDE: Final = 200_000
"""Pixels of a side of what is painted; Qt's coordinates end not far beyond."""


@dataclass(frozen=True, slots=True)
class PictureZoom:
    """Pixels of the picture and of the room for it; `chosen` is None while it is to fit.

    A factor of 1.0 shows a pixel of the picture as one of the window (not of the screen).
    """

    width: int = 1
    height: int = 1
    room_width: int = 1
    room_height: int = 1
    chosen: float | None = None

    @property
    def factor(self) -> float:
        """How much larger than 100 % it is shown; what is to fit is never enlarged."""
        if self.chosen is not None:
            return self.chosen
        return max(min(1.0, self.room_width / self.width, self.room_height / self.height), 1e-6)

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height on the screen."""
        factor = self.factor
        return max(1, round(self.width * factor)), max(1, round(self.height * factor))

    def larger(self) -> PictureZoom:
        """A step nearer."""
        most = min(LARGEST, max(1.0, LONGEST_SIDE / max(self.width, self.height)))
        return replace(self, chosen=min(self.factor * STEP, most))

    def smaller(self) -> PictureZoom:
        """A step away, at most down to a picture that is hardly seen."""
        return replace(self, chosen=max(self.factor / STEP, min(SMALLEST, self.factor)))

    def needed(self, screen: float) -> tuple[int, int]:
        """Width and height to decode for a screen with so many pixels to one of the window."""
        scale = min(1.0, self.factor * screen)
        pixels = self.width * self.height * scale * scale
        if pixels > MOST_PIXELS:
            scale *= (MOST_PIXELS / pixels) ** 0.5
        return max(1, ceil(self.width * scale)), max(1, ceil(self.height * scale))
