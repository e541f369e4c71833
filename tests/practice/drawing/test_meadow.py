"""The ground around the goat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.practice.drawing.canvas import Canvas
from desktop.practice.drawing.meadow import Meadow
from desktop.practice.drawing.traits import Dice

if TYPE_CHECKING:
    from desktop.practice.drawing.traits import Hour


@pytest.mark.parametrize("size", [(300, 200), (600, 60), (60, 600)])
def test_hills_lie_one_before_the_other(day: Hour, size: tuple[int, int]) -> None:
    canvas = Canvas.blank(*size)
    Meadow(canvas, Dice("a"), day).hills()
    picture = canvas.finish()
    down = [picture.getpixel((size[0] // 3, y)) for y in range(size[1])]
    assert down[0] == (0, 0, 0), "there is room for a sky"
    assert down[-1] == day.front
    assert down.index(day.back) < down.index(day.front)


def test_hills_differ(day: Hour) -> None:
    pictures = set()
    for seed in "abc":
        canvas = Canvas.blank(100, 60)
        Meadow(canvas, Dice(seed), day).hills()
        pictures.add(canvas.finish().tobytes())
    assert len(pictures) == 3


def test_plants_grow_only_between_their_heights(day: Hour) -> None:
    canvas = Canvas.blank(300, 200)
    Meadow(canvas, Dice("a"), day).plants(0.9, 1.0, 9)
    left, top, right, _ = canvas.finish().getbbox()
    assert top > 200 * 0.9 - 20, "a flower is not higher than 20 pixels"
    assert right - left > 100, "they stand all over the meadow"


def test_a_goat_casts_a_shadow(day: Hour) -> None:
    canvas = Canvas.blank(300, 200)
    Meadow(canvas, Dice("a"), day).shadow((150, 180), 1)
    assert canvas.finish().getbbox() == pytest.approx((100, 175, 192, 185), abs=2)
