"""What shows a goat's mood beside its face: a butterfly, or a sleeper's Zs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.practice.drawing.canvas import Canvas, mix
from desktop.practice.drawing.curves import Place, closed, mirror
from desktop.practice.drawing.pen import INK, Pen

if TYPE_CHECKING:
    from desktop.practice.drawing.canvas import Colour
    from desktop.practice.drawing.traits import Dice, Hour


def draw(canvas: Canvas, dice: Dice, hour: Hour, mood: str) -> None:
    """The company of a goat that stands at the place of the canvas; moods may have none."""
    where = canvas.place
    if mood == "curious":
        at = Place(*where.put([(61, -68)])[0], where.scale)
        wings = dice.pick("wings", ((255, 176, 92), (143, 190, 250), (250, 160, 180)))
        _butterfly(canvas.at(at), wings)
    elif mood == "sleepy":
        at = Place(*where.put([(50, -108)])[0], where.scale)
        dark = mix(INK, (120, 130, 190), 0.5)
        ink = (250, 246, 236) if hour.starry else dark
        _dream(canvas.at(at), ink, -1 if where.facing_left else 1)


def _butterfly(canvas: Canvas, colour: Colour) -> None:
    """A butterfly of 15 units."""
    pen = Pen(canvas, 0.9)
    upper = closed([(0, 0), (2, -6), (7, -7.5), (7.5, -3), (3, 0)])
    lower = closed([(0, 0), (5, 0.5), (5.5, 4), (2, 4.5)])
    for wing in (upper, mirror(upper, 0), lower, mirror(lower, 0)):
        pen.part(wing, colour)
    pen.line([(0, -3.4), (0, 3.4)], 1.5)
    for side in (-1, 1):
        pen.line([(0, -3), (side * 1.4, -6), (side * 2.8, -7.2)], 0.6)


def _dream(canvas: Canvas, colour: Colour, side: int) -> None:
    """Three letters Z that rise to the right (side 1) or to the left (-1)."""
    for over, y, size in ((0, 0, 3.4), (5.5, -7, 4.6), (12.5, -15.5, 6)):
        x = over * side - size / 2
        letter = [(x, y - size), (x + size, y - size), (x, y), (x + size, y)]
        canvas.line(letter, colour, 1.3)
