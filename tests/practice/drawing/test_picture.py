"""The finished picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from desktop.practice.drawing.picture import goat_jpeg

MOODS = ("gentle", "happy", "sleepy", "curious")


def _open(width: int, height: int, mood: str = "gentle") -> Image.Image:
    return Image.open(io.BytesIO(goat_jpeg(width, height, mood)))


@pytest.mark.parametrize(
    "size", [(420, 280), (300, 200), (40, 40), (1000, 100), (100, 1000), (72, 72), (71, 71),
             (1, 1), (2, 3), (1, 2000), (2000, 1), (1501, 900)],
)  # fmt: skip
@pytest.mark.parametrize("mood", MOODS)
def test_every_picture_has_exactly_its_size(size: tuple[int, int], mood: str) -> None:
    assert _open(*size, mood).size == size


def test_the_same_question_gives_the_same_bytes() -> None:
    assert goat_jpeg(90, 60, "happy") == goat_jpeg(90, 60, "happy")


def test_every_size_is_another_goat() -> None:
    """Even when scaled to one size, neighbours are not the same picture."""
    thumbnails = [_open(100 + more, 100).resize((20, 20)).tobytes() for more in range(8)]
    assert len(set(thumbnails)) == 8


def test_the_first_goat_of_all_is_white_by_day_with_a_red_collar() -> None:
    """It is the first thing that people see of Bleat; a change of the dice shall not spoil it."""
    picture = _open(420, 280)
    red, green, blue = picture.getpixel((5, 100))
    assert blue > 230
    assert green > 190
    assert red > 140
    neck = picture.crop((205, 115, 280, 165)).getcolors(5000)
    assert sum(count for count, (red, green, _) in neck if red > 180 and green < 100) > 50
    assert min(picture.getpixel((185, 180))) > 225


def test_a_tiny_picture_is_a_face() -> None:
    """The middle is fur, not sky: the head fills the picture."""
    colours = _open(40, 40).crop((15, 15, 25, 25)).resize((1, 1)).getpixel((0, 0))
    assert colours[0] > colours[2], "fur is warmer than the sky"


def test_files_stay_small() -> None:
    assert len(goat_jpeg(420, 280, "gentle")) < 60_000
    assert len(goat_jpeg(2000, 2000, "gentle")) < 600_000
