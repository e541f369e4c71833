"""A goat's head."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.practice.drawing import head
from desktop.practice.drawing.curves import Place

if TYPE_CHECKING:
    from PIL import Image

    from desktop.practice.drawing.canvas import Canvas
    from desktop.practice.drawing.traits import Goat


@pytest.fixture
def upright(canvas: Canvas) -> Canvas:
    return canvas.at(Place(100, 105, 1))


def _drawn(canvas: Canvas, goat: Goat) -> Image.Image:
    head.draw(canvas, replace(goat, tilt=0))
    return canvas.finish()


def test_the_face_has_the_colour_of_the_coat(upright: Canvas, animal: Goat) -> None:
    picture = _drawn(upright, replace(animal, pattern="plain"))
    assert picture.getpixel((100, 111)) == animal.coat.hair
    assert picture.getpixel((88, 132)) == animal.coat.muzzle


def test_a_blaze_runs_down_the_face(upright: Canvas, animal: Goat) -> None:
    picture = _drawn(upright, replace(animal, pattern="blaze"))
    assert picture.getpixel((100, 111)) == animal.coat.patch


@pytest.mark.parametrize("side", [-1, 1])
def test_it_has_two_horns_that_grow_with_their_size(
    upright: Canvas, animal: Goat, side: int
) -> None:
    for size, grown in ((0.8, False), (1.2, True)):
        picture = _drawn(upright, replace(animal, horn_size=size))
        assert (picture.getpixel((100 + side * 26, 30)) != (1, 2, 3)) is grown


def test_a_beard_hangs_below_the_chin(upright: Canvas, animal: Goat) -> None:
    picture = _drawn(upright, replace(animal, beard=1.2))
    assert picture.getpixel((103, 165)) != (1, 2, 3)


def test_it_can_be_tilted(upright: Canvas, animal: Goat) -> None:
    head.draw(upright, replace(animal, tilt=40, horn_size=1))
    picture = upright.finish()
    assert picture.getpixel((160, 86)) != (1, 2, 3), "horns lean to the right"
