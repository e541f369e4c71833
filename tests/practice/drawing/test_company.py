"""What shows the mood beside the face."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.practice.drawing import company

if TYPE_CHECKING:
    from desktop.practice.drawing.canvas import Canvas
    from desktop.practice.drawing.traits import Dice, Hour


def _boxes(canvas: Canvas, dice: Dice, day: Hour, mood: str, left: bool) -> tuple[int, ...] | None:
    """Where something was drawn."""
    company.draw(canvas.at(replace(canvas.place, facing_left=left)), dice, day, mood)
    picture = canvas.finish()
    drawn = picture.point(lambda value: 255 if value > 10 else 0).convert("L")
    return drawn.getbbox()


@pytest.mark.parametrize("mood", ["gentle", "happy"])
def test_some_have_no_company(canvas: Canvas, dice: Dice, day: Hour, mood: str) -> None:
    assert _boxes(canvas, dice, day, mood, False) is None


@pytest.mark.parametrize("mood", ["sleepy", "curious"])
@pytest.mark.parametrize("left", [True, False])
def test_company_is_beside_the_face(
    canvas: Canvas, dice: Dice, day: Hour, mood: str, left: bool
) -> None:
    box = _boxes(canvas, dice, day, mood, left)
    assert box is not None
    assert (box[2] < 100) if left else (box[0] > 100)
    assert box[0] > 0
    assert box[2] < 200
