"""What is typed is saved while it is typed, whatever the disk does."""

import threading
import time

import pytest
from PySide6.QtTest import QSignalSpy

from desktop.core import limits
from desktop.core.errors import LibraryUnwritable
from desktop.ui.jobs.pool import Jobs
from desktop.ui.jobs.saving import ThrottledSave


class Disk:
    """Remembers what is written; `error` makes it fail, `room` makes it wait."""

    def __init__(self):
        self.written = []
        self.error = None
        self.room = threading.Event()
        self.room.set()
        self.asked = threading.Event()

    def write(self, key, value):
        self.asked.set()
        assert self.room.wait(20)
        if self.error:
            raise self.error
        self.written.append((key, value, time.monotonic()))

    @property
    def pairs(self):
        return [(key, value) for key, value, _ in self.written]


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def reported():
    return []


@pytest.fixture
def jobs(qapp, reported):
    jobs = Jobs(reported.append)
    yield jobs
    assert jobs.close(10)


@pytest.fixture
def saving(jobs, disk):
    return ThrottledSave(jobs, disk.write, seconds=0.12, retry_seconds=0.02)


def test_the_latest_value_of_each_key_is_written_once(qtbot, saving, disk):
    with qtbot.waitSignal(saving.saved):
        for number in range(50):
            saving.keep("a", number)
        saving.keep("b", "x")
        assert not saving.is_saved
    assert disk.pairs == [("a", 49), ("b", "x")]
    assert saving.is_saved


def test_somebody_who_never_pauses_is_saved_all_the_same(qtbot, jobs, disk):
    saving = ThrottledSave(jobs, disk.write)
    started = time.monotonic()
    with qtbot.waitSignal(saving.saved):
        while time.monotonic() - started < limits.SAVE_SECONDS * 0.7:
            saving.keep("a", time.monotonic())
            qtbot.wait(5)
    assert disk.written[0][2] - started <= limits.SAVE_SECONDS


def test_flush_writes_at_once(jobs, disk):
    saving = ThrottledSave(jobs, disk.write, seconds=1000)
    saving.keep("a", 1)
    saving.flush()
    assert jobs.finish(10)
    assert disk.pairs == [("a", 1)]
    assert saving.is_saved


def test_flush_without_anything_to_save_writes_nothing(jobs, saving, disk):
    saved = QSignalSpy(saving.saved)
    saving.flush()
    assert jobs.finish(10)
    assert disk.pairs == []
    assert saved.count() == 0


def test_flush_during_a_write_brings_the_rest_too(jobs, disk):
    saving = ThrottledSave(jobs, disk.write, seconds=1000)
    disk.room.clear()
    saving.keep("a", 1)
    saving.flush()
    assert disk.asked.wait(10)
    saving.keep("a", 2)
    saving.flush()
    disk.room.set()
    assert jobs.finish(10)
    assert disk.pairs == [("a", 1), ("a", 2)]
    assert saving.is_saved


def test_a_slow_disk_gets_one_write_at_a_time(qtbot, saving, disk):
    disk.room.clear()
    saving.keep("a", 0)
    qtbot.waitUntil(disk.asked.is_set)
    for number in range(1, 6):
        saving.keep("a", number)
        qtbot.wait(30)
    with qtbot.waitSignal(saving.saved):
        disk.room.set()
    assert disk.pairs == [("a", 0), ("a", 5)]


def test_a_failure_is_told_once_and_tried_again_until_it_works(qtbot, saving, disk, reported):
    told, saved = QSignalSpy(saving.not_saved), QSignalSpy(saving.saved)
    disk.error = LibraryUnwritable("disk_full")
    with qtbot.waitSignal(saving.not_saved) as failed:
        saving.keep("a", 1)
    assert failed.args == [disk.error]
    for _ in range(3):
        disk.asked.clear()
        qtbot.waitUntil(disk.asked.is_set)
    assert not saving.is_saved
    assert (told.count(), saved.count()) == (1, 0)
    with qtbot.waitSignal(saving.saved):
        disk.error = None
    assert disk.pairs == [("a", 1)]
    assert reported == []


def test_another_reason_is_told_too(qtbot, saving, disk):
    disk.error = LibraryUnwritable("disk_full")
    with qtbot.waitSignal(saving.not_saved):
        saving.keep("a", 1)
    with qtbot.waitSignal(saving.not_saved) as failed:
        disk.error = LibraryUnwritable("read_only")
    assert failed.args[0].reason == "read_only"
    with qtbot.waitSignal(saving.saved):
        disk.error = None
    with qtbot.waitSignal(saving.not_saved):
        disk.error = LibraryUnwritable("read_only")
        saving.keep("a", 2)
    disk.error = None


def test_a_newer_value_takes_the_place_of_one_that_failed(qtbot, saving, disk):
    disk.error = LibraryUnwritable("disk_full")
    with qtbot.waitSignal(saving.not_saved):
        saving.keep("a", 1)
        saving.keep("b", 1)
    saving.keep("a", 2)
    with qtbot.waitSignal(saving.saved):
        disk.error = None
    assert dict(disk.pairs) == {"a": 2, "b": 1}


def test_typing_tries_again_before_the_pause_is_over(qtbot, jobs, disk):
    saving = ThrottledSave(jobs, disk.write, seconds=0.11, retry_seconds=1000)
    disk.error = LibraryUnwritable("disk_full")
    with qtbot.waitSignal(saving.not_saved):
        saving.keep("a", 1)
    disk.error = None
    with qtbot.waitSignal(saving.saved):
        saving.keep("a", 2)
    assert disk.pairs == [("a", 2)]


def test_a_disk_that_is_full_to_the_end_is_known_on_closing(jobs, disk):
    saving = ThrottledSave(jobs, disk.write, seconds=1000, retry_seconds=1000)
    told = QSignalSpy(saving.not_saved)
    disk.error = LibraryUnwritable("disk_full")
    saving.keep("a", 1)
    saving.flush()
    assert jobs.finish(10)
    assert told.count() == 1
    assert not saving.is_saved


def test_a_fault_of_ours_loses_nothing(qtbot, saving, disk, reported):
    disk.error = KeyError("x")
    with qtbot.waitSignal(saving.not_saved) as failed:
        saving.keep("a", 1)
    assert failed.args == [disk.error]
    assert reported == [disk.error]
    disk.error = None
    with qtbot.waitSignal(saving.saved):
        saving.keep("b", 2)
    assert disk.pairs == [("a", 1), ("b", 2)]
