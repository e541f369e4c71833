"""A whole goat."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from desktop.practice.drawing import goat
from desktop.practice.drawing.pen import INK

if TYPE_CHECKING:
    from PIL import Image

    from desktop.practice.drawing.canvas import Canvas
    from desktop.practice.drawing.traits import Goat

BACKGROUND = (1, 2, 3)


def _drawn(canvas: Canvas, animal: Goat) -> Image.Image:
    goat.draw(canvas, animal)
    return canvas.finish()


def _at(x: float, y: float) -> tuple[int, int]:
    """The pixel of a point in the goat's units."""
    return round(100 + 1.3 * x), round(190 + 1.3 * y)


def test_it_stands_on_four_legs(canvas: Canvas, animal: Goat) -> None:
    picture = _drawn(canvas, replace(animal, pattern="plain"))
    row = [picture.getpixel((x, _at(0, -20)[1])) for x in range(200)]
    for colour in (animal.coat.hair, animal.coat.shadow):
        assert sum(one != colour == other for one, other in pairwise(row)) == 2


def test_its_body_has_the_colour_of_its_coat(canvas: Canvas, animal: Goat) -> None:
    picture = _drawn(canvas, replace(animal, pattern="plain", collar=None))
    assert picture.getpixel(_at(-15, -50)) == animal.coat.hair


@pytest.mark.parametrize(
    ("pattern", "at"), [("patches", (-28, -60)), ("saddle", (-8, -58)), ("socks", (-31, -12))]
)
def test_patterns_are_where_they_belong(
    canvas: Canvas, animal: Goat, pattern: str, at: tuple[float, float]
) -> None:
    assert _drawn(canvas, replace(animal, pattern=pattern)).getpixel(_at(*at)) == animal.coat.patch


def test_it_may_wear_a_collar_with_a_bell(canvas: Canvas, animal: Goat) -> None:
    assert _drawn(canvas, replace(animal, collar=(200, 0, 0))).getpixel(_at(19, -61)) == goat.BELL


def test_its_outline_is_dark_all_around(canvas: Canvas, animal: Goat) -> None:
    """From above, from both sides and from below, ink comes before anything else."""
    picture = _drawn(canvas, animal)
    middle = _at(-15, -50)
    column = [picture.getpixel((middle[0], y)) for y in range(200)]
    first = next(colour for colour in column if colour != BACKGROUND)
    assert sum(first) < sum(animal.coat.hair)
    assert INK in column


def test_all_of_it_is_within_its_size(canvas: Canvas, animal: Goat) -> None:
    picture = _drawn(canvas, replace(animal, horn_size=1.25, tilt=0))
    for x in (0, 199):
        assert {picture.getpixel((x, y)) for y in range(200)} == {BACKGROUND}
