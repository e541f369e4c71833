"""Cycles die on the UI thread, whoever makes garbage elsewhere."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from desktop.ui.jobs.garbage import UiThreadGarbage


@pytest.fixture
def garbage(qapp):
    garbage = UiThreadGarbage()
    yield garbage
    garbage.stop()
    gc.unfreeze()
    assert gc.isenabled()


class Cycle(QObject):
    """What only the collector can find."""

    def __init__(self):
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(1)


def make_garbage():
    for _ in range(200_000):
        cycle = []
        cycle.append(cycle)


def test_a_cycle_of_qt_objects_dies_on_the_ui_thread(qtbot, garbage):
    died_in = []
    for _ in range(20):
        weakref.finalize(Cycle(), lambda: died_in.append(threading.current_thread()))
    thread = threading.Thread(target=make_garbage)
    thread.start()
    thread.join()
    assert died_in == []
    make_garbage()
    qtbot.waitUntil(lambda: len(died_in) == 20, timeout=20_000)
    assert set(died_in) == {threading.current_thread()}


def test_nothing_to_collect_costs_nothing(garbage):
    gc.collect()
    collected = gc.get_stats()
    garbage.collect()
    assert gc.get_stats() == collected


def test_what_there_is_at_the_start_is_spared(garbage):
    garbage.spare()
    assert gc.get_freeze_count() > 1000
