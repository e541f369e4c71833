"""Drawing large and finishing smooth."""

from __future__ import annotations

import pytest

from desktop.practice.drawing.canvas import Canvas, mix
from desktop.practice.drawing.curves import Place, ellipse

RED, BLUE = (255, 0, 0), (0, 0, 255)
SIZES = [(1, 1), (3, 2), (200, 200), (201, 99), (750, 10), (751, 500), (1501, 7), (4000, 1)]


@pytest.mark.parametrize("size", SIZES)
def test_the_finished_picture_has_exactly_its_size(size: tuple[int, int]) -> None:
    assert Canvas.blank(*size).finish().size == size


@pytest.mark.parametrize("size", [(100, 80), (800, 600), (3000, 2000)])
def test_edges_are_smooth(size: tuple[int, int]) -> None:
    canvas = Canvas.blank(*size)
    canvas.fill(ellipse((size[0] / 2, size[1] / 2), size[1] / 3), RED)
    reds = {red for _, (red, _, _) in canvas.finish().getcolors(size[0] * size[1])}
    assert len(reds) > 4, "a hard edge knows only two colours"


def test_what_is_drawn_largest_stays_in_memory() -> None:
    assert max(Canvas.blank(4000, 4000).image.size) <= 3000


def test_shapes_are_drawn_at_the_place() -> None:
    canvas = Canvas.blank(40, 40)
    canvas.at(Place(30, 10, 5)).fill([(-1, -1), (1, -1), (1, 1), (-1, 1)], RED)
    picture = canvas.finish()
    assert picture.getpixel((30, 10)) == RED
    assert picture.getpixel((10, 10)) == (0, 0, 0)


def test_only_what_is_inside_stays() -> None:
    canvas = Canvas.blank(40, 40)
    box = [(10, 10), (20, 10), (20, 20), (10, 20)]
    everywhere = [(0, 0), (40, 0), (40, 40), (0, 40)]
    canvas.inside(box, lambda part: part.fill(everywhere, RED))
    picture = canvas.finish()
    assert picture.getpixel((15, 15)) == RED
    assert picture.getpixel((30, 15)) == (0, 0, 0)


@pytest.mark.parametrize("away", [-500.0, 500.0])
def test_what_is_outside_the_picture_does_no_harm(away: float) -> None:
    canvas = Canvas.blank(20, 20)
    shape = ellipse((away, away), 5)
    canvas.inside(shape, lambda part: part.fill(shape, RED))
    canvas.outline(shape, RED, 2)
    assert canvas.finish().getcolors() == [(400, (0, 0, 0))]


def test_a_line_is_as_thick_as_asked() -> None:
    canvas = Canvas.blank(60, 60)
    canvas.line([(10, 30), (50, 30)], RED, 10)
    picture = canvas.finish()
    assert [picture.getpixel((30, y)) == RED for y in (22, 27, 33, 38)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_a_shade_goes_from_one_colour_to_the_other() -> None:
    canvas = Canvas.blank(10, 100)
    canvas.shade(RED, BLUE)
    picture = canvas.finish()
    assert picture.getpixel((5, 0))[0] > 240
    assert picture.getpixel((5, 99))[2] > 240


def test_colours_mix() -> None:
    assert mix(RED, BLUE, 0.5) == (128, 0, 128)
    assert (mix(RED, BLUE, 0), mix(RED, BLUE, 1)) == (RED, BLUE)
