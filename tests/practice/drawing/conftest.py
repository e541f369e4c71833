"""A goat and an empty picture to draw it in."""

from __future__ import annotations

import pytest

from desktop.practice.drawing.canvas import Canvas
from desktop.practice.drawing.curves import Place
from desktop.practice.drawing.traits import Dice, Goat, Hour, goat, hour

BACKGROUND = (1, 2, 3)


@pytest.fixture
def canvas() -> Canvas:
    """200 x 200 pixels of one colour; drawing begins in the middle of the lower edge."""
    blank = Canvas.blank(200, 200)
    blank.shade(BACKGROUND, BACKGROUND)
    return blank.at(Place(100, 190, 1.3))


@pytest.fixture
def dice() -> Dice:
    return Dice("test")


@pytest.fixture
def animal(dice: Dice) -> Goat:
    return goat(dice, "gentle")


@pytest.fixture
def day(dice: Dice) -> Hour:
    return hour(dice, "gentle")
