"""The pen that draws outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.practice.drawing.pen import INK, Pen

if TYPE_CHECKING:
    from desktop.practice.drawing.canvas import Canvas

RED = (255, 0, 0)
BOX = [(-30, -100), (30, -100), (30, -60), (-30, -60)]


def test_a_part_has_a_dark_outline(canvas: Canvas) -> None:
    Pen(canvas, 4).part(list(BOX), RED)
    picture = canvas.finish()
    assert picture.getpixel((100, 86)) == RED
    assert picture.getpixel((100, 60)) == INK


def test_a_tilted_pen_turns_what_it_draws(canvas: Canvas) -> None:
    Pen(canvas, 1, 90, (0, -80)).fill(list(BOX), RED)
    picture = canvas.finish()
    assert picture.getpixel((100, 190 - 104 - 36)) == RED, "now it is taller than wide"
    assert picture.getpixel((100 + 36, 190 - 104)) != RED


def test_inside_keeps_the_tilt(canvas: Canvas) -> None:
    everywhere = [(-99.0, -199.0), (99, -199), (99, 99), (-99, 99)]
    pen = Pen(canvas, 1, 90, (0, -80))
    pen.inside(list(BOX), lambda inside: inside.fill(everywhere, RED))
    picture = canvas.finish()
    assert picture.getpixel((100, 190 - 104 - 36)) == RED
    assert picture.getpixel((100 + 36, 190 - 104)) != RED
