"""Answers that take their time, and do not take it from others."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from desktop.practice.delay import WAITING
from tests.practice.conftest import RUN, started

if TYPE_CHECKING:
    from tests.practice.conftest import Running


def _call(running: Running, seconds: float) -> bytes:
    return f"GET /delay/{seconds} HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n".encode()


def test_the_answer_comes_after_the_delay(practice: Running) -> None:
    begin = time.monotonic()
    answer = practice.get("/delay/0.3")
    assert time.monotonic() - begin >= 0.3
    assert answer.json == {"seconds": 0.3, "detail": "This answer waited for 0.3 seconds."}


def test_no_delay_is_a_delay(practice: Running) -> None:
    assert practice.get("/delay/0").json["seconds"] == 0


@pytest.mark.parametrize("seconds", ["61", "60.1", "-1", "nan", "inf", "1e1", "two", "9" * 400])
def test_other_delays_are_refused_in_words(practice: Running, seconds: str) -> None:
    answer = practice.get(f"/delay/{seconds}")
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert answer.json["detail"] == "The delay must be a number from 0 to 60, like 2 or 0.5."


def test_those_who_wait_keep_nobody_waiting() -> None:
    """Eight may wait; a ninth is refused, and everybody else is answered at once."""
    with started(RUN.format(port=0, until=True)) as running, ExitStack() as open_wires:
        for _ in range(WAITING):
            open_wires.enter_context(running.connect()).sendall(_call(running, 60))
        while running.get("/delay/0").status == 200:
            pass
        refused = running.get("/delay/0")
        assert (refused.status, refused.headers["Retry-After"]) == (503, "5")
        assert "8 calls are in line already" in refused.json["detail"]
        assert running.get("/echo").status == 200


def test_who_gives_up_makes_way() -> None:
    with started(RUN.format(port=0, until=True)) as running:
        with ExitStack() as open_wires:
            for _ in range(WAITING):
                open_wires.enter_context(running.connect()).sendall(_call(running, 60))
            while running.get("/delay/0").status == 200:
                pass
        while running.get("/delay/0").status == 503:
            pass


def test_many_delays_run_side_by_side(practice: Running) -> None:
    begin = time.monotonic()
    waiting = [threading.Thread(target=practice.get, args=("/delay/0.5",)) for _ in range(6)]
    for one in waiting:
        one.start()
    for one in waiting:
        one.join()
    assert time.monotonic() - begin < 2.5
