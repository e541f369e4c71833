"""Eyes and mouth show the mood."""

from __future__ import annotations

import pytest

from desktop.practice.drawing import expression
from desktop.practice.drawing.canvas import Canvas
from desktop.practice.drawing.curves import Place
from desktop.practice.drawing.pen import WHITE, Pen

FUR = (200, 180, 160)


def _face(mood: str, scale: float) -> bytes:
    canvas = Canvas.blank(120, 120)
    canvas.shade(FUR, FUR)
    expression.draw(Pen(canvas.at(Place(60, 60, scale)), 3), mood)
    return canvas.finish().tobytes()


@pytest.mark.parametrize("scale", [0.2, 1.0])
def test_every_mood_looks_different(scale: float) -> None:
    moods = ("gentle", "happy", "sleepy", "curious")
    assert len({_face(mood, scale) for mood in moods}) == 4


def test_open_eyes_have_a_glint_where_there_is_room() -> None:
    assert bytes(WHITE) in _face("gentle", 1.0)
    assert bytes(WHITE) not in _face("gentle", 0.4)
    assert bytes(WHITE) not in _face("sleepy", 1.0)
