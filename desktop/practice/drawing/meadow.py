"""The ground around the goat: hills with trees, grass and flowers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.practice.drawing.canvas import Canvas, mix
from desktop.practice.drawing.curves import Place, closed, dot, ellipse, turn
from desktop.practice.drawing.pen import WHITE

if TYPE_CHECKING:
    from desktop.practice.drawing.canvas import Colour
    from desktop.practice.drawing.curves import Point, Shape
    from desktop.practice.drawing.traits import Dice, Hour

EDGE_STEPS: Final = 60
LEAVES: Final = (30, 70, 60)
WOOD: Final = (80, 50, 40)
SHADE: Final = (20, 50, 50)
FLOWER_HEART: Final = (250, 204, 84)


@dataclass(frozen=True)
class Hill:
    """A hill: where its top is (0 above, 1 below), how tall its waves and how large its trees."""

    name: str
    height: float
    waves: float
    trees: float
    colour: Colour


@dataclass(frozen=True)
class Meadow:
    """One meadow, drawn from far to near."""

    canvas: Canvas
    dice: Dice
    hour: Hour

    def hills(self) -> None:
        """Far hills in the haze, then two green ones."""
        for hill in (
            Hill("far", 0.60, 0.075, 0.7, self.hour.far),
            Hill("back", 0.67, 0.065, 1.0, self.hour.back),
            Hill("front", 0.79, 0.03, 0.0, self.hour.front),
        ):
            self._hill(hill)
            if hill.trees:
                self._trees(hill)

    def _hill(self, hill: Hill) -> None:
        wide, low = self.canvas.width, self.canvas.height * 1.1
        xs = [wide * (step / EDGE_STEPS * 1.1 - 0.05) for step in range(EDGE_STEPS + 1)]
        edge = [(x, self._top(hill, x)) for x in xs]
        self.canvas.fill([*edge, (wide * 1.05, low), (-wide * 0.05, low)], hill.colour)

    def _top(self, hill: Hill, x: float) -> float:
        """Where the top of a hill is at x."""
        wide, high = self.canvas.width, self.canvas.height
        waves = self.dice.between(f"{hill.name} waves", 0.7, 1.15) * max(1.0, wide / high / 2)
        turns = x / wide * waves + self.dice.throw(f"{hill.name} phase")
        return hill.height * high + math.sin(math.tau * turns) * hill.waves * min(high, wide * 1.5)

    def _trees(self, hill: Hill) -> None:
        """A few trees on a hill: round ones, or firs."""
        crown = _fir() if self.dice.throw("firs") < 0.5 else _round_tree()
        for number in range(int(self.dice.throw(f"{hill.name} trees") * 5)):
            x = self.dice.throw(f"{hill.name} tree {number}") * self.canvas.width
            size = self.canvas.unit * self.dice.between(f"{hill.name} size {number}", 0.7, 1.1)
            canvas = self.canvas.at(Place(x, self._top(hill, x) + size, size * hill.trees))
            trunk = [(-0.8, 1), (0.8, 1), (0.8, -5), (-0.8, -5)]
            canvas.fill(trunk, mix(hill.colour, WOOD, 0.6))
            for shape in crown:
                canvas.fill(shape, mix(hill.colour, LEAVES, 0.24))

    def shadow(self, at: Point, scale: float) -> None:
        """A shadow in the grass below the feet of a goat of this scale."""
        shape = ellipse((at[0] - 4 * scale, at[1]), 46 * scale, 5 * scale)
        self.canvas.fill(shape, mix(self.hour.front, SHADE, 0.2))

    def plants(self, low: float, high: float, count: int) -> None:
        """Flowers and grass between two heights (0 is above, 1 below); more in a wide meadow."""
        wider = min(6.0, max(1.0, self.canvas.width / self.canvas.height))
        names = [f"{low} plant {number}" for number in range(round(count * wider))]
        for y, name in sorted((self.dice.between(f"{name} y", low, high), name) for name in names):
            x = self.dice.throw(f"{name} x") * self.canvas.width
            nearness = 2 * y - 0.75
            place = Place(x, y * self.canvas.height, self.canvas.unit * nearness)
            grows = self._grass if self.dice.throw(name) < 0.45 else self._flower
            grows(self.canvas.at(place), name)

    def _grass(self, canvas: Canvas, _name: str) -> None:
        for lean in (-1.6, 0.2, 1.7):
            canvas.line([(lean * 0.3, 0), (lean, -3.4)], mix(self.hour.front, LEAVES, 0.35), 0.6)

    def _flower(self, canvas: Canvas, name: str) -> None:
        tint = self.dice.pick(f"{name} colour", _petals())
        canvas.line([(0, 0), (0.2, -4)], mix(self.hour.front, LEAVES, 0.35), 0.6)
        colour = mix(tint, self.hour.front, 0.35 if self.hour.starry else 0)
        petal = closed([(0.2, -8.1), (1.25, -6.6), (0.2, -5.1), (-0.85, -6.6)])
        for number in range(5):
            canvas.fill(turn(petal, 72 * number, (0.2, -5)), colour)
        canvas.fill(dot((0.2, -5), 0.95), FLOWER_HEART)


def _petals() -> tuple[Colour, ...]:
    pink, yellow, violet, red = (250, 176, 190), (255, 226, 120), (198, 172, 240), (240, 120, 110)
    return (WHITE, WHITE, pink, yellow, violet, red)


def _fir() -> list[Shape]:
    return [
        [(up - 4.4, -2 - 4 * up), (4.4 - up, -2 - 4 * up), (0, -9 - 4 * up)] for up in (0, 1, 2)
    ]


def _round_tree() -> list[Shape]:
    return [ellipse((0, -8), 4.2, 5), ellipse((-2.8, -6), 2.8), ellipse((2.8, -6), 2.8)]
