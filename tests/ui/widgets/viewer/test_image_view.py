"""Pictures are asked for as large as needed; what comes late for another one is dropped."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.core.model.reading import Picture
from desktop.core.reading.picture_wanted import PictureWanted
from desktop.ui.jobs.picture_decoding import PictureDecoding, decoded_picture
from desktop.ui.jobs.pool import Jobs
from desktop.ui.widgets.viewer.image_view import ImageView
from tests.support.worn_theme import worn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.support.pictures import PictureBook

BROKEN = "This picture is damaged, so it cannot be shown."


def jpeg(width: int, height: int) -> bytes:
    file = io.BytesIO()
    picture = Image.new("RGB", (width, height), "#8fd0f0")
    box = (width // 4, height // 4, width * 3 // 4, height * 3 // 4)
    ImageDraw.Draw(picture).ellipse(box, fill="white", outline="black")
    picture.save(file, "JPEG")
    return file.getvalue()


SMALL, LARGE = jpeg(420, 280), jpeg(3000, 2000)


class Wishes(list[PictureWanted]):
    """Remembers what the view asks for; `grant` gives it."""

    def grant(self, view: ImageView) -> None:
        view.show_image(self[-1], decoded_picture(self[-1]))


@pytest.fixture
def view(qtbot: QtBot) -> ImageView:
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def wishes(view: ImageView) -> Wishes:
    wishes = Wishes()
    view.decode_wanted.connect(wishes.append)
    return wishes


def shown(view: ImageView) -> QImage:
    return view._image


def test_a_small_picture_is_shown_in_its_own_size(view: ImageView, wishes: Wishes) -> None:
    view.show_picture(SMALL, Picture("jpeg", 420, 280), BROKEN)
    assert [(wish.format, wish.width, wish.height) for wish in wishes] == [("jpeg", 420, 280)]
    assert shown(view).isNull()
    wishes.grant(view)
    assert (shown(view).width(), view.zoom.factor) == (420, 1.0)
    assert view.accessibleDescription() == "JPEG picture, 420 x 280 pixels"


def test_a_large_picture_is_decoded_as_small_as_it_is_shown(
    view: ImageView, wishes: Wishes, qtbot: QtBot
) -> None:
    view.show_picture(LARGE, Picture("jpeg", 3000, 2000), BROKEN)
    wishes.grant(view)
    assert shown(view).width() < 500
    view.show_full_size()
    qtbot.waitUntil(lambda: len(wishes) == 2)
    assert (wishes[-1].width, wishes[-1].height) == (3000, 2000)
    wishes.grant(view)
    view.fit()
    qtbot.waitUntil(lambda: len(wishes) == 3)
    assert wishes[-1].width < 500


def test_a_result_for_an_older_picture_is_dropped(view: ImageView, wishes: Wishes) -> None:
    view.show_picture(LARGE, Picture("jpeg", 3000, 2000), BROKEN)
    view.show_picture(SMALL, Picture("jpeg", 420, 280), BROKEN)
    old, new = wishes
    view.show_image(new, decoded_picture(new))
    view.show_image(old, decoded_picture(old))
    assert shown(view).width() == 420
    view.clear()
    view.show_image(new, decoded_picture(new))
    assert shown(view).isNull()


@pytest.mark.parametrize("picture", [None, Picture("png", 20_000, 20_000)])
def test_a_sentence_for_what_cannot_be_shown(
    view: ImageView, wishes: Wishes, picture: Picture | None
) -> None:
    view.show_picture(SMALL, picture, BROKEN)
    assert (view.words, view.accessibleDescription(), wishes) == (BROKEN, BROKEN, [])


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
def test_a_picture_that_breaks_off_is_a_sentence_too(view: ImageView, wishes: Wishes) -> None:
    view.show_picture(SMALL[:100], Picture("jpeg", 420, 280), BROKEN)
    wishes.grant(view)
    assert view.words == BROKEN
    view.show_picture(SMALL, Picture("jpeg", 420, 280), BROKEN)
    assert view.words == ""


def test_keys_buttons_and_wheel_zoom(view: ImageView, wishes: Wishes, qtbot: QtBot) -> None:
    for key in "+-01":
        qtbot.keyClick(view, key)
    view.show_picture(LARGE, Picture("jpeg", 3000, 2000), BROKEN)
    wishes.grant(view)
    fitting = view.zoom.factor
    qtbot.keyClick(view, "+")
    assert view.zoom.factor == pytest.approx(1.25 * fitting)
    qtbot.keyClick(view, "-")
    qtbot.keyClick(view, "-")
    assert view.zoom.factor < fitting
    qtbot.keyClick(view, "0")
    assert view.zoom.factor == fitting
    qtbot.keyClick(view, "1")
    assert view.zoom.factor == 1.0
    larger = next(one for one in view.findChildren(QPushButton) if one.text() == "+")
    qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert view.zoom.factor == 1.25
    wheel(view, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom.factor == pytest.approx(1.25**2)
    wheel(view, Qt.KeyboardModifier.NoModifier)
    assert view.zoom.factor == pytest.approx(1.25**2)


def wheel(view: ImageView, modifiers: Qt.KeyboardModifier) -> None:
    point = QPointF(50, 50)
    event = QWheelEvent(
        point, view.viewport().mapToGlobal(point), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_all_pixels_are_copied(view: ImageView, wishes: Wishes, qtbot: QtBot) -> None:
    view.copy_image()
    view.show_picture(LARGE, Picture("jpeg", 3000, 2000), BROKEN)
    wishes.grant(view)
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (wishes[-1].width, wishes[-1].height) == (3000, 2000)
    wishes.grant(view)
    assert QGuiApplication.clipboard().image().width() == 3000


def test_a_screen_reader_is_told_that_it_is_a_picture(view: ImageView) -> None:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.Graphic
    assert found.text(QAccessible.Text.Name) == "Response image"


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    errors: list[BaseException] = []
    jobs = Jobs(errors.append)
    yield jobs
    assert jobs.close(10)
    assert errors == []


def test_with_real_decoding(view: ImageView, jobs: Jobs, qtbot: QtBot) -> None:
    decoding = PictureDecoding(jobs)
    view.decode_wanted.connect(decoding.decode)
    decoding.decoded.connect(view.show_image)
    for _ in range(5):
        view.show_picture(LARGE, Picture("jpeg", 3000, 2000), BROKEN)
    view.show_picture(SMALL, Picture("jpeg", 420, 280), BROKEN)
    qtbot.waitUntil(lambda: shown(view).width() == 420)


def test_pictures_look_right(
    view: ImageView, wishes: Wishes, qapp: QApplication, pictures: PictureBook
) -> None:
    file = io.BytesIO()
    glass = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(glass).ellipse((20, 20, 280, 180), fill=(200, 60, 60, 140))
    glass.save(file, "PNG")
    with worn(qapp):
        for name, content, picture in (
            ("small", SMALL, Picture("jpeg", 420, 280)),
            ("large", LARGE, Picture("jpeg", 3000, 2000)),
            ("glass", file.getvalue(), Picture("png", 300, 200)),
            ("broken", SMALL, None),
        ):
            view.show_picture(content, picture, BROKEN)
            if picture:
                wishes.grant(view)
            pictures.save(view, name)
