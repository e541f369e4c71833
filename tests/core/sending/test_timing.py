"""Phases are timed and told."""

from __future__ import annotations

import time

import pytest

from desktop.core import limits
from desktop.core.model.exchange import Timing
from desktop.core.model.progress import Progress
from desktop.core.sending.timing import Stopwatch


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    return now


def test_each_phase_gets_its_time(clock: list[float]) -> None:
    watch = Stopwatch("h", lambda _: None)
    for phase, seconds in (("connect", 1), ("sending", 2), ("waiting", 3), ("sending", 4)):
        watch.begin(phase)
        clock[0] += seconds

    assert watch.timing() == Timing(connect=1, sending=6, waiting=3)


def test_each_phase_is_told() -> None:
    told: list[Progress] = []
    Stopwatch("h", told.append).begin("waiting")

    assert told == [Progress("waiting", "h")]


def test_bytes_are_told_now_and_then(clock: list[float]) -> None:
    told: list[Progress] = []
    watch = Stopwatch("h", told.append)
    watch.begin("receiving")
    told.clear()
    for done in range(1, 31):
        clock[0] += limits.PROGRESS_SECONDS / 9.9
        watch.moved(done, 30)

    assert told == [Progress("receiving", "h", done, 30) for done in (10, 20, 30)]
