"""A whole goat, seen from the side, looking at us; its feet are at y = 0, its middle at x = 0."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desktop.practice.drawing import head
from desktop.practice.drawing.canvas import mix
from desktop.practice.drawing.curves import closed, ellipse
from desktop.practice.drawing.pen import INK, WHITE, Pen

if TYPE_CHECKING:
    from desktop.practice.drawing.canvas import Canvas, Colour
    from desktop.practice.drawing.curves import Point, Shape
    from desktop.practice.drawing.traits import Goat

WIDTH: Final = 118.0
HEIGHT: Final = 132.0
THICK: Final = 1.7
HEAD_SCALE: Final = 0.56
HEAD_AT: Final = (30.0, -86.0)
NEAR_LEGS: Final = ((-31.0, -42.0), (14.0, -40.0))
FAR_LEGS: Final = ((-18.0, -40.0), (25.0, -40.0))
"""Where the middle of a leg is, and its upper end."""
BELL: Final = (248, 206, 92)


def draw(canvas: Canvas, goat: Goat) -> None:
    """The goat, standing at the place of the canvas."""
    pen = Pen(canvas, THICK)
    _legs(pen, goat, [_leg(x, top, -3) for x, top in FAR_LEGS], goat.coat.shadow)
    _tail(pen, goat)
    _trunk(pen, goat)
    _head(canvas, goat)


def _head(canvas: Canvas, goat: Goat) -> None:
    where = canvas.place
    x, y = where.put([HEAD_AT])[0]
    head.draw(canvas.at(replace(where, x=x, y=y, scale=where.scale * HEAD_SCALE)), goat)


def _leg(x: float, top: float, foot: float) -> Shape:
    """A straight leg that is a little wider above."""
    left = [(-6.6, top), (-4.4, foot - 19), (-4.4, foot - 6), (-5, foot)]
    return [(x + over, y) for over, y in left] + [(x - over, y) for over, y in reversed(left)]


def _legs(pen: Pen, goat: Goat, legs: list[Shape], colour: Colour) -> None:
    """Legs with their hooves; the outlines come first, so that a body can join them."""
    for leg in legs:
        pen.outline(leg, THICK * 2)
    for leg in legs:
        pen.fill(leg, colour)
        if goat.pattern == "socks":
            _lowest(pen, leg, 15, goat.coat.patch)
        _lowest(pen, leg, 6, mix(INK, goat.horn, 0.3))


def _lowest(pen: Pen, leg: Shape, high: float, colour: Colour) -> None:
    """Colours the lowest part of a leg."""
    foot = max(y for _, y in leg)
    left, right = min(x for x, _ in leg), max(x for x, _ in leg)
    box = [(left, foot - high), (right, foot - high), (right, foot), (left, foot)]
    pen.inside(leg, lambda inside: inside.fill(box, colour))


def _tail(pen: Pen, goat: Goat) -> None:
    outer = [(-40, -60), (-46.5, -65), (-50, -73.5), (-48, -75.5)]
    inner = [(-43, -74.5), (-37.5, -70), (-33, -62)]
    pen.part(closed([*outer, *inner]), mix(goat.coat.hair, WHITE, 0.3))


def _trunk(pen: Pen, goat: Goat) -> None:
    """Body, neck and the near legs, with one outline around them all."""
    body = closed([*_back(), *_belly()])
    pen.outline(body, THICK * 2)
    _legs(pen, goat, [_leg(x, top, 0) for x, top in NEAR_LEGS], goat.coat.hair)
    pen.fill(body, goat.coat.hair)
    pen.inside(body, lambda inside: _markings(inside, goat))
    if goat.collar:
        _collar(pen, body, goat.collar)
    pen.line([(-24.6, -41), (-24, -36), (-25.6, -30)], THICK, goat.coat.shadow)


def _back() -> list[Point]:
    """From the tail along the back and the neck to the head."""
    along = [(-41, -62), (-31, -67.5), (-15, -66.5), (-1, -65), (9, -69)]
    return [*along, (15.5, -81), (24, -91), (40, -89)]


def _belly() -> list[Point]:
    """From the throat along the belly to the tail."""
    front = [(43, -73), (38, -55), (30, -41), (20, -34)]
    return [*front, (6, -30.5), (-12, -29), (-27, -31), (-40, -37), (-44.5, -50)]


def _markings(pen: Pen, goat: Goat) -> None:
    """The shadow of the belly, without the legs, and the pattern of the coat."""
    shade = [(-50, -38), (-20, -36.5), (5, -38), (24, -42), (34, -54), (50, -48), (30, -16)]
    pen.fill(closed([*shade, (-46, -16)]), goat.coat.shadow)
    for patch in _patches(goat.pattern):
        pen.fill(closed(patch), goat.coat.patch)
    for x, top in NEAR_LEGS:
        pen.fill([point for point in _leg(x, top, 0) if point[1] < -10], goat.coat.hair)


def _patches(pattern: str) -> list[list[Point]]:
    """The corners of the patches on the body."""
    patches: dict[str, list[list[Point]]] = {
        "patches": [
            [(-36, -74), (-17, -74), (-12, -60), (-20, -50), (-34, -51), (-41, -60)],
            [(2, -55), (11, -58), (16, -49), (9, -42), (0, -46)],
        ],
        "saddle": [[(-26, -78), (8, -78), (6, -54), (-8, -46), (-24, -54)]],
    }
    return patches.get(pattern, [])


def _collar(pen: Pen, body: Shape, colour: Colour) -> None:
    """A collar with a bell."""
    band: list[Point] = [(8, -78), (15, -71), (22, -65), (34, -61.5), (46, -63)]
    pen.inside(body, lambda inside: inside.line(band, 6))
    pen.inside(body, lambda inside: inside.line(band, 3.4, colour))
    pen.part(ellipse((20.6, -61), 4.4, 4.6), BELL, THICK * 0.8)
    pen.line([(20.6, -59.6), (20.6, -58)], 1.4)
