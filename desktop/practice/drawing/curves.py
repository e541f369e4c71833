"""Points and smooth curves: what the goats are made of."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
Shape = list[Point]

STEPS: Final = 12
"""Points between two corners of a smooth curve; enough for a goat of 1500 pixels."""
ROUND_STEPS: Final = 72
DOT_STEPS: Final = 24
"""Points around a circle; the fewer are enough for what is small in every picture."""


def closed(corners: Sequence[Point]) -> Shape:
    """A smooth outline through all corners and back to the first (Catmull-Rom)."""
    around = [corners[-1], *corners, corners[0], corners[1]]
    return _through(around)


def opened(corners: Sequence[Point]) -> Shape:
    """A smooth line from the first corner through the others to the last."""
    return [*_through([corners[0], *corners, corners[-1]]), corners[-1]]


def _through(corners: Sequence[Point]) -> Shape:
    """The curve between the second and the last but one corner."""
    quads = zip(corners, corners[1:], corners[2:], corners[3:], strict=False)
    return [_between(quad, step / STEPS) for quad in quads for step in range(STEPS)]


def _between(quad: tuple[Point, Point, Point, Point], t: float) -> Point:
    """The point at `t` (0 to 1) between the two middle corners."""
    before, start, end, after = quad
    return (
        _blend(before[0], start[0], end[0], after[0], t),
        _blend(before[1], start[1], end[1], after[1], t),
    )


def _blend(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )


def ellipse(
    centre: Point, radius_x: float, radius_y: float | None = None, turned: float = 0.0
) -> Shape:
    """A circle, or an ellipse turned clockwise by so many degrees."""
    radius_y = radius_x if radius_y is None else radius_y
    angles = [2 * math.pi * step / ROUND_STEPS for step in range(ROUND_STEPS)]
    flat = [(radius_x * math.cos(angle), radius_y * math.sin(angle)) for angle in angles]
    return [(x + centre[0], y + centre[1]) for x, y in turn(flat, turned)]


def dot(centre: Point, radius: float) -> Shape:
    """A small circle."""
    angles = [2 * math.pi * step / DOT_STEPS for step in range(DOT_STEPS)]
    x, y = centre
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def turn(shape: Sequence[Point], degrees: float, about: Point = (0.0, 0.0)) -> Shape:
    """The shape turned clockwise about a point."""
    if not degrees:
        return list(shape)
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    moved = [(x - about[0], y - about[1]) for x, y in shape]
    return [(about[0] + x * cos - y * sin, about[1] + x * sin + y * cos) for x, y in moved]


def mirror(shape: Sequence[Point], axis: float) -> Shape:
    """The shape seen in a mirror that stands upright at x = `axis`."""
    return [(2 * axis - x, y) for x, y in shape]


@dataclass(frozen=True)
class Place:
    """Where a drawing goes: its units become picture units by scale, then by shift."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    facing_left: bool = False

    def put(self, shape: Sequence[Point]) -> Shape:
        """The shape in the picture's units."""
        across = -self.scale if self.facing_left else self.scale
        return [(self.x + across * x, self.y + self.scale * y) for x, y in shape]
