"""The whole program, ready to be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.journey import Journey
from tests.support.plain_text import assert_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.support.pictures import PictureBook


@pytest.fixture
def bleat(qapp: QApplication, qtbot: QtBot, pictures: PictureBook) -> Iterator[Journey]:
    qapp.setStyle("Fusion")
    journey = Journey(qapp, qtbot)
    yield journey
    if journey.window.isVisible():
        pictures.save(journey.window, "end")
    assert_plain_text(journey.window)
    journey.close()
