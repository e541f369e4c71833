"""Time runs out, except while the person is asked."""

from __future__ import annotations

import time

import pytest

from desktop.core.sending.deadline import Deadline


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_time_runs_out(clock: list[float]) -> None:
    deadline = Deadline(10)
    clock[0] += 4

    assert (deadline.spent(), deadline.left()) == (4, 6)
    clock[0] += 7
    assert deadline.left() == -1


def test_time_stands_still_while_paused(clock: list[float]) -> None:
    deadline = Deadline(10)
    with deadline.paused():
        clock[0] += 1000
    clock[0] += 1

    assert deadline.left() == 9


def test_a_limit_within_ends_no_later(clock: list[float]) -> None:
    deadline = Deadline(10)
    clock[0] += 8

    assert deadline.within(5).left() == 2
    assert deadline.within(1).left() == 1
