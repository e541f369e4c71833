"""Sizes of a picture on the screen, and the pixels that they need."""

from __future__ import annotations

import pytest

from desktop.ui.widgets.viewer.picture_zoom import LARGEST, MOST_PIXELS, PictureZoom


@pytest.mark.parametrize(
    ("picture", "factor", "shown"),
    [
        ((420, 280), 1.0, (420, 280)),
        ((4000, 1000), 0.25, (1000, 250)),
        ((1000, 4000), 0.125, (125, 500)),
        ((100_000, 1), 0.01, (1000, 1)),
    ],
)
def test_what_is_to_fit_is_never_enlarged(
    picture: tuple[int, int], factor: float, shown: tuple[int, int]
) -> None:
    zoom = PictureZoom(*picture, 1000, 500)
    assert zoom.factor == pytest.approx(factor)
    assert zoom.shown == shown


def test_steps_have_ends() -> None:
    zoom = PictureZoom(420, 280, 1000, 500)
    assert zoom.larger().factor == pytest.approx(1.25)
    assert zoom.smaller().factor == pytest.approx(0.8)
    for _ in range(50):
        zoom = zoom.larger()
    assert zoom.factor == LARGEST
    for _ in range(80):
        zoom = zoom.smaller()
    assert 0 < zoom.factor < 0.03
    assert min(zoom.shown) >= 1


def test_no_more_pixels_than_the_screen_or_the_picture_has() -> None:
    assert PictureZoom(4000, 2000, 1000, 500).needed(1.0) == (1000, 500)
    assert PictureZoom(4000, 2000, 1000, 500).needed(2.0) == (2000, 1000)
    assert PictureZoom(420, 280, 1000, 500).needed(2.0) == (420, 280)
    assert PictureZoom(420, 280, 1000, 500, chosen=8.0).needed(2.0) == (420, 280)


def test_a_huge_picture_is_decoded_smaller() -> None:
    width, height = PictureZoom(10_000, 9_000, 1000, 500, chosen=1.0).needed(1.0)
    assert width * height <= MOST_PIXELS * 1.01
    assert width / height == pytest.approx(10 / 9, rel=0.01)
