"""The painter serves all threads from its own."""

from __future__ import annotations

import threading

import pytest

from desktop.practice.drawing.picture import goat_jpeg
from desktop.practice.painter import Painter


def test_it_draws_what_was_ordered() -> None:
    assert Painter().draw(30, 20, "happy") == goat_jpeg(30, 20, "happy")


def test_everybody_gets_their_own() -> None:
    painter = Painter()
    got: dict[int, bytes] = {}

    def order(width: int) -> None:
        got[width] = painter.draw(width, 20, "gentle")

    threads = [threading.Thread(target=order, args=(width,)) for width in range(20, 30)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert got == {width: goat_jpeg(width, 20, "gentle") for width in range(20, 30)}


def test_a_failure_reaches_who_ordered_and_the_next_is_served() -> None:
    painter = Painter()
    with pytest.raises(KeyError):
        painter.draw(30, 20, "grumpy")
    assert painter.draw(30, 20, "happy")
