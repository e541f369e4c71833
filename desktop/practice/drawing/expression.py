"""Eyes and mouth of a goat, which show its mood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.practice.drawing.curves import closed, ellipse
from desktop.practice.drawing.pen import INK, WHITE

if TYPE_CHECKING:
    from desktop.practice.drawing.curves import Point
    from desktop.practice.drawing.pen import Pen

BLUSH: Final = (247, 176, 168)
MOUTH: Final = (150, 62, 64)
TONGUE: Final = (240, 138, 138)
EYE: Final = (14.5, -3.0)
TINY: Final = 0.45
"""Below this scale a glint in the eye would only make it grey."""


def draw(pen: Pen, mood: str) -> None:
    """The expression on a face whose middle is at (0, 0)."""
    eye, mouth = {
        "gentle": (_gentle_eye, _gentle_mouth),
        "happy": (_happy_eye, _happy_mouth),
        "sleepy": (_sleepy_eye, _sleepy_mouth),
        "curious": (_curious_eye, _curious_mouth),
    }[mood]
    mouth(pen)
    for side in (-1, 1):
        eye(pen, side * EYE[0])


def _gentle_eye(pen: Pen, x: float) -> None:
    _pupil(pen, (x, EYE[1]))


def _gentle_mouth(pen: Pen) -> None:
    pen.line([(-9, 26), (-5, 30), (0, 28.4), (5, 30), (9, 26)], 2.4)


def _happy_eye(pen: Pen, x: float) -> None:
    _blush(pen, x)
    _pupil(pen, (x, EYE[1]))
    pen.line([(x - 4.5, -15), (x, -17.2), (x + 4.5, -15)], 2.2)


def _happy_mouth(pen: Pen) -> None:
    lips = [(-9.5, 26.6), (-4.5, 29), (0, 28.4), (4.5, 29), (9.5, 26.6), (6, 34.2), (0, 36.4)]
    smile = closed([*lips, (-6, 34.2)])
    pen.fill(smile, MOUTH)
    pen.inside(smile, lambda inner: inner.fill(ellipse((0, 36.5), 5, 4.6), TONGUE))
    pen.outline(smile, 2.2)


def _sleepy_eye(pen: Pen, x: float) -> None:
    _blush(pen, x)
    pen.line([(x - 6.5, -4.5), (x - 3, -0.8), (x + 3, -0.8), (x + 6.5, -4.5)], 2.8)


def _sleepy_mouth(pen: Pen) -> None:
    pen.line([(-6, 29.6), (-3, 31.2), (0, 29), (3, 31.2), (6, 29.6)], 2.4)


def _curious_eye(pen: Pen, x: float) -> None:
    pen.part(ellipse((x, -3.5), 7.2, 8.4), WHITE, 2)
    _pupil(pen, (x + 2, -3.6))
    lift = -3.5 if x > 0 else 0
    pen.line([(x - 5, -16.5 + lift), (x, -19 + lift), (x + 5, -17.5 + lift)], 2.2)


def _curious_mouth(pen: Pen) -> None:
    pen.part(ellipse((0, 31.4), 3.2, 3.6), MOUTH, 2.4)


def _pupil(pen: Pen, at: Point) -> None:
    if pen.canvas.place.scale < TINY:
        pen.fill(ellipse(at, 6.4, 7.6), INK)
        return
    pen.fill(ellipse(at, 5.0, 6.4), INK)
    pen.fill(ellipse((at[0] + 1.7, at[1] - 2.4), 1.9), WHITE)


def _blush(pen: Pen, x: float) -> None:
    pen.fill(ellipse((x * 1.2, 11), 5, 3.4), BLUSH)
