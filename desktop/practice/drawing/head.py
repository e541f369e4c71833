"""A goat's head, seen from the front; 106 units from ear to ear, its middle at (0, 0)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.practice.drawing import expression
from desktop.practice.drawing.canvas import mix
from desktop.practice.drawing.curves import closed, ellipse, mirror, opened, turn
from desktop.practice.drawing.pen import INK, WHITE, Pen

if TYPE_CHECKING:
    from desktop.practice.drawing.canvas import Canvas
    from desktop.practice.drawing.curves import Point, Shape
    from desktop.practice.drawing.traits import Goat

PINK: Final = (244, 178, 176)
THICK: Final = 3.2
NECK: Final = (0.0, 20.0)
"""What the head is tilted about."""
BROW: Final = -27.0
"""The height from which the horns grow."""


def draw(canvas: Canvas, goat: Goat) -> None:
    """The head, its middle at the place of the canvas."""
    pen = Pen(canvas, THICK, goat.tilt, NECK)
    for side in (1, -1):
        _horn(pen, goat, side)
        _ear(pen, goat, side)
    _beard(pen, goat)
    _face(pen, goat)
    _nose(pen)
    _tuft(pen, goat)
    expression.draw(pen, goat.mood)


def _on(side: int, shape: Shape) -> Shape:
    """The shape as drawn for the right side (1), or its mirror image for the left (-1)."""
    return shape if side == 1 else mirror(shape, 0)


def _horn(pen: Pen, goat: Goat, side: int) -> None:
    """A horn, curved up and outwards, with rings."""
    outer: list[Point] = [(6, BROW), (9, -47), (17, -62), (30, -71)]
    inner: list[Point] = [(27, -58), (22, -44), (20, BROW)]
    shape = _on(side, opened(_grown(outer, goat)) + opened(_grown(inner, goat)))
    pen.fill(shape, goat.horn)
    pen.inside(shape, lambda inside: _rings(inside, goat, side))
    pen.outline(shape)


def _rings(pen: Pen, goat: Goat, side: int) -> None:
    for left, right, y in ((6, 22, -37), (9, 25, -47), (15, 29, -56.5)):
        ring = _grown([(left, y - 1), ((left + right) / 2, y + 2), (right, y + 0.5)], goat)
        pen.line(_on(side, ring), 1.8, mix(goat.horn, INK, 0.35))


def _grown(corners: list[Point], goat: Goat) -> Shape:
    """Points of a horn of ordinary size, moved to where they are on this goat's."""
    return [(x, BROW + (y - BROW) * goat.horn_size) for x, y in corners]


def _ear(pen: Pen, goat: Goat, side: int) -> None:
    """An ear like a leaf; a curious goat pricks one up."""
    ear = closed([(22, -15), (34, -21), (47, -18), (53, -8), (44, -5), (31, -5), (23, -8)])
    hollow = closed([(30, -13.5), (38, -15.5), (47.5, -9.5), (38, -8.5)])
    hangs = -34 if goat.mood == "curious" and side == 1 else goat.droop
    pen.part(_on(side, turn(ear, hangs, (24, -12))), goat.coat.shadow)
    pen.fill(_on(side, turn(hollow, hangs, (24, -12))), PINK)


def _beard(pen: Pen, goat: Goat) -> None:
    tip = 36 + 26 * goat.beard
    left = opened([(-11, 34), (-10, 46), (-3, tip - 5), (3.5, tip)])
    right = opened([(4.5, tip - 6), (10, 46), (11, 34)])
    pen.part(left + right, mix(goat.coat.hair, WHITE, 0.45))
    pen.line([(-2.5, 44), (-1, 50), (1.5, 53)], 1.8)


def _face(pen: Pen, goat: Goat) -> None:
    """The face: broad above, narrow at the muzzle."""
    right: list[Point] = [(15, -31), (26, -22), (28.5, -8), (24, 9), (20, 24), (14.5, 36)]
    face = closed([(0, -32), *right, (0, 41), *reversed(mirror(right, 0))])
    pen.fill(face, goat.coat.hair)
    pen.inside(face, lambda inside: _markings(inside, goat))
    pen.outline(face)


def _markings(pen: Pen, goat: Goat) -> None:
    right: list[Point] = [(6, -30), (5, -5), (12, 14)]
    if goat.pattern == "blaze":
        pen.fill(closed([(0, -40), *right, (0, 20), *reversed(mirror(right, 0))]), goat.coat.patch)
    elif goat.pattern == "patches":
        pen.fill(ellipse((19, -12), 17, 19, 14), goat.coat.patch)
    muzzle = [(-24, 22), (-11, 14.5), (0, 13), (11, 14.5), (24, 22), (20, 48), (-20, 48)]
    pen.fill(closed(muzzle), goat.coat.muzzle)


def _nose(pen: Pen) -> None:
    nose = closed([(-7.2, 17), (0, 15.6), (7.2, 17), (5.6, 21.5), (0, 24.6), (-5.6, 21.5)])
    pen.part(nose, mix(INK, PINK, 0.42), 1.6)
    pen.line([(0, 24.4), (0, 28)], 2.2)


def _tuft(pen: Pen, goat: Goat) -> None:
    """A tuft of hair between the horns."""
    above = [(-12, -29), (-9, -38), (-3, -34), (1, -41), (5, -34), (11, -37), (12, -28)]
    below = [(8, -21), (4, -24), (0, -17), (-4, -24), (-8, -20)]
    pen.part(closed([*above, *below]), mix(goat.coat.hair, goat.coat.patch, 0.25))
