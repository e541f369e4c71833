"""The sky above the goat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.practice.drawing.canvas import Canvas
from desktop.practice.drawing.sky import Sky
from desktop.practice.drawing.traits import Dice

if TYPE_CHECKING:
    from desktop.practice.drawing.traits import Hour


def _columns_of_light(seed: str, day: Hour) -> list[int]:
    canvas = Canvas.blank(300, 200)
    Sky(canvas, Dice(seed), day).draw()
    picture = canvas.finish()
    return [x for x in range(300) for y in range(200) if picture.getpixel((x, y)) == day.light]


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e", "f"])
def test_the_sun_stands_where_it_is_said_to_stand(seed: str, day: Hour) -> None:
    columns = _columns_of_light(seed, day)
    left = Sky(Canvas.blank(1, 1), Dice(seed), day).light_is_left
    assert columns
    assert (max(columns) < 150) if left else (min(columns) > 150)


def test_stars_come_out_at_night(day: Hour) -> None:
    colours = []
    for starry in (False, True):
        canvas = Canvas.blank(300, 200)
        Sky(canvas, Dice("a"), replace(day, starry=starry)).draw()
        colours.append(len(canvas.finish().getcolors(60000)))
    assert colours[1] > colours[0]


def test_it_is_one_colour_above_and_another_below(day: Hour) -> None:
    canvas = Canvas.blank(300, 200)
    Sky(canvas, Dice("a"), day).draw()
    picture = canvas.finish()
    assert picture.getpixel((150, 199)) != picture.getpixel((150, 0))
