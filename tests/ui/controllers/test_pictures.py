"""A picture in an answer is decoded beside the window, and then shown."""

import io

import pytest
from PIL import Image

from desktop.ui.controllers.pictures import PictureController
from desktop.ui.widgets.viewer.image_view import ImageView
from tests.support.made_answers import answered


def picture(width, height):
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#8fd0f0").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def viewer(window, jobs):
    PictureController(window.viewer, jobs, window)
    return window.viewer


def shown_size(viewer):
    image = viewer.findChild(ImageView)._image
    return image.width(), image.height()


@pytest.mark.parametrize("prepared", [True, False])
def test_a_picture_is_shown(viewer, qtbot, prepared):
    if prepared:
        viewer.prepare()
    viewer.show_answer(answered(picture(60, 40), "image/jpeg"))
    qtbot.waitUntil(lambda: shown_size(viewer) == (60, 40))


def test_of_several_answers_the_last_one_is_shown(viewer, jobs, qtbot):
    for width in (30, 40, 50, 60):
        viewer.show_answer(answered(picture(width, 40), "image/jpeg"))
    qtbot.waitUntil(lambda: shown_size(viewer) == (60, 40))
    assert jobs.finish(10)
    assert shown_size(viewer) == (60, 40)


@pytest.mark.qt_log_ignore("Invalid JPEG file structure")
def test_a_picture_that_is_cut_short_does_no_harm(viewer, jobs, qtbot):
    broken = picture(60, 40)[:200]
    viewer.show_answer(answered(broken, "image/jpeg"))
    assert jobs.finish(10)
    viewer.show_answer(answered(picture(60, 40), "image/jpeg"))
    qtbot.waitUntil(lambda: shown_size(viewer) == (60, 40))


def test_a_text_asks_for_no_picture(viewer, jobs):
    viewer.show_answer(answered(b"hello"))
    assert jobs.finish(10)
    assert shown_size(viewer) == (0, 0)
