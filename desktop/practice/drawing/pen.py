"""A pen that draws dark lines around what it fills, upright or tilted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.practice.drawing.curves import opened, turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.practice.drawing.canvas import Canvas, Colour
    from desktop.practice.drawing.curves import Point, Shape

INK: Final = (66, 54, 48)
WHITE: Final = (255, 255, 255)


@dataclass(frozen=True)
class Pen:
    """Draws on a canvas with lines of one thickness; all shapes are turned by `tilt` degrees."""

    canvas: Canvas
    thick: float
    tilt: float = 0.0
    about: Point = (0.0, 0.0)

    def fill(self, shape: Shape, colour: Colour) -> None:
        """A shape without its outline."""
        self.canvas.fill(self._turned(shape), colour)

    def outline(self, shape: Shape, thick: float | None = None) -> None:
        """The outline alone."""
        self.canvas.outline(self._turned(shape), INK, thick or self.thick)

    def part(self, shape: Shape, colour: Colour, thick: float | None = None) -> None:
        """A shape and its outline."""
        self.fill(shape, colour)
        self.outline(shape, thick)

    def line(self, corners: list[Point], thick: float | None = None, colour: Colour = INK) -> None:
        """A smooth line through the corners."""
        self.canvas.line(self._turned(opened(corners)), colour, thick or self.thick)

    def inside(self, shape: Shape, paint: Callable[[Pen], None]) -> None:
        """Lets `paint` draw, and keeps only what falls inside the shape."""
        self.canvas.inside(self._turned(shape), lambda part: paint(self._on(part)))

    def _on(self, canvas: Canvas) -> Pen:
        return Pen(canvas, self.thick, self.tilt, self.about)

    def _turned(self, shape: Shape) -> Shape:
        return turn(shape, self.tilt, self.about)
