"""Points and smooth curves."""

from __future__ import annotations

import math

import pytest

from desktop.practice.drawing.curves import Place, closed, dot, ellipse, mirror, opened, turn

CORNERS = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def test_a_closed_curve_goes_through_its_corners() -> None:
    curve = closed(CORNERS)
    assert all(corner in curve for corner in CORNERS)


def test_an_open_curve_begins_and_ends_at_its_ends() -> None:
    curve = opened(CORNERS)
    assert (curve[0], curve[-1]) == (CORNERS[0], CORNERS[-1])


def test_a_curve_through_a_straight_line_is_straight() -> None:
    assert all(y == pytest.approx(0) for _, y in opened([(0, 0), (1, 0), (5, 0)]))


def test_an_ellipse_keeps_its_distances() -> None:
    assert all(math.dist(point, (3, 4)) == pytest.approx(5) for point in ellipse((3, 4), 5))
    xs = [x for x, _ in ellipse((0, 0), 2, 7, turned=90)]
    assert (min(xs), max(xs)) == (pytest.approx(-7, abs=0.05), pytest.approx(7, abs=0.05))


def test_a_quarter_turn_is_clockwise_on_the_screen() -> None:
    [(x, y)] = turn([(1, 0)], 90)
    assert (x, y) == (pytest.approx(0), pytest.approx(1))


def test_a_mirror_image_of_a_mirror_image_is_the_shape() -> None:
    assert mirror(mirror(CORNERS, 3), 3) == CORNERS


def test_a_place_scales_then_shifts() -> None:
    assert Place(100, 50, 2).put([(1, 1)]) == [(102, 52)]
    assert Place(100, 50, 2, facing_left=True).put([(1, 1)]) == [(98, 52)]


def test_a_dot_is_a_small_circle() -> None:
    assert all(math.dist(point, (3, 4)) == pytest.approx(0.5) for point in dot((3, 4), 0.5))
