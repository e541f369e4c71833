"""The sky above the goat: sun or moon, stars, clouds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.practice.drawing.canvas import Canvas, mix
from desktop.practice.drawing.curves import Place, closed, dot, ellipse
from desktop.practice.drawing.pen import WHITE

if TYPE_CHECKING:
    from desktop.practice.drawing.curves import Point
    from desktop.practice.drawing.traits import Dice, Hour

STARS: Final = 40
LIGHT_SIZE: Final = 10.5


@dataclass(frozen=True)
class Sky:
    """One sky; `draw` covers the whole canvas."""

    canvas: Canvas
    dice: Dice
    hour: Hour

    def draw(self) -> None:
        """The sky and all that is in it."""
        self.canvas.shade(self.hour.high, self.hour.low)
        if self.hour.starry:
            self._stars()
        self._light()
        for number in range(1 + int(self.dice.throw("clouds") * 3)):
            self._cloud(f"cloud {number}")

    @property
    def light_is_left(self) -> bool:
        """Whether the sun or the moon stands on the left."""
        return self.dice.throw("light side") < 0.5

    def _stars(self) -> None:
        colour = mix(self.hour.high, WHITE, 0.75)
        for number in range(STARS):
            x = self.dice.throw(f"star {number} x") * self.canvas.width
            y = self.dice.throw(f"star {number} y") ** 1.4 * self.canvas.height * 0.55
            size = self.canvas.unit * self.dice.between(f"star {number} size", 0.3, 0.75)
            self.canvas.fill(dot((x, y), size), colour)

    def _light(self) -> None:
        """The sun, or the moon with its seas; a soft ring around either."""
        side = self.dice.between("light x", 0.1, 0.2)
        x = (side if self.light_is_left else 1 - side) * self.canvas.width
        middle = (x, self.dice.between("light y", 0.16, 0.3) * self.canvas.height)
        size = LIGHT_SIZE * self.canvas.unit
        around = mix(self.hour.light, mix(self.hour.high, self.hour.low, 0.4), 0.68)
        self.canvas.fill(ellipse(middle, size * 1.4), around)
        self.canvas.fill(ellipse(middle, size), self.hour.light)
        if self.hour.starry:
            self._seas(middle, size)

    def _seas(self, middle: Point, size: float) -> None:
        colour = mix(self.hour.light, self.hour.high, 0.14)
        for x, y, wide in ((-0.3, -0.2, 0.22), (0.25, 0.3, 0.16), (0.3, -0.35, 0.11)):
            at = (middle[0] + x * size, middle[1] + y * size)
            self.canvas.fill(ellipse(at, wide * size), colour)

    def _cloud(self, name: str) -> None:
        """A cloud that leaves the sun mostly free."""
        away = self.dice.between(f"{name} x", 0.3, 1.0)
        x = (away if self.light_is_left else 1 - away) * self.canvas.width
        y = self.dice.between(f"{name} y", 0.1, 0.34) * self.canvas.height
        size = self.canvas.unit * self.dice.between(f"{name} size", 0.7, 1.2)
        canvas = self.canvas.at(Place(x, y, size, self.dice.throw(name) < 0.5))
        colour = mix(self.hour.cloud, self.hour.high, 0.12)
        for at, wide, high in (((-9, 1), 7, 5), ((0, -2.5), 8.5, 7.5), ((9.5, 0.5), 7.5, 5.5)):
            canvas.fill(ellipse(at, wide, high), colour)
        base = [(-15.5, 2), (-9, -1.5), (9, -1.5), (16.5, 2), (14, 6), (-13, 6)]
        canvas.fill(closed(base), colour)
