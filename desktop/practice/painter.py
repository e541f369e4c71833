"""Draws goats, one at a time, in a thread of its own."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Order:
    """A goat that somebody waits for."""

    width: int
    height: int
    mood: str
    picture: Future[bytes] = field(default_factory=Future)


class Painter:
    """Draws what any thread orders.

    The largest goat takes 120 MB while it is drawn. In one thread these are used again for the
    next; in many threads each would keep its own.
    """

    def __init__(self) -> None:
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        threading.Thread(target=self._work, name="painter", daemon=True).start()

    def draw(self, width: int, height: int, mood: str) -> bytes:
        """A JPEG; waits until those who came before are served."""
        order = Order(width, height, mood)
        self._orders.put(order)
        return order.picture.result()

    def _work(self) -> None:
        while True:
            order = self._orders.get()
            try:
                order.picture.set_result(_drawn(order))
            except Exception as error:  # noqa: BLE001 - belongs to the thread that waits
                order.picture.set_exception(error)


def _drawn(order: Order) -> bytes:
    from desktop.practice.drawing.picture import goat_jpeg  # noqa: PLC0415 - loads Pillow

    return goat_jpeg(order.width, order.height, order.mood)
