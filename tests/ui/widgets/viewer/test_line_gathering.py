"""Little text is joined at once, much text in steps; the last wish counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.ui.widgets.viewer.line_gathering import LineGathering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def gathering(qapp: object) -> Iterator[LineGathering]:
    owner = QObject()
    yield LineGathering(owner)
    owner.deleteLater()


def test_little_text_is_there_at_once(gathering: LineGathering, qtbot: QtBot) -> None:
    with qtbot.waitSignal(gathering.gathered) as heard:
        gathering.gather(iter(["a", "b"]))
    assert heard.args == ["ab"]


def test_much_text_comes_in_steps(gathering: LineGathering, qtbot: QtBot) -> None:
    heard: list[str] = []
    gathering.gathered.connect(heard.append)
    gathering.gather(str(number % 10) for number in range(400_000))
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert len(heard[0]) == 400_000


def test_a_new_wish_ends_the_old_one(gathering: LineGathering, qtbot: QtBot) -> None:
    heard: list[str] = []
    gathering.gathered.connect(heard.append)
    gathering.gather("x" for _ in range(400_000))
    gathering.gather(iter(["y"]))
    qtbot.waitUntil(lambda: bool(heard))
    gathering.gather("x" for _ in range(400_000))
    gathering.forget()
    assert heard == ["y"]
