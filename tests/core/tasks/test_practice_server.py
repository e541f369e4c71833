"""The practice API as a child process: one for all callers, gone with its parent."""

from __future__ import annotations

import subprocess
import sys
import threading
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from desktop.core import limits
from desktop.core.errors import PracticeUnavailable
from desktop.core.tasks.practice_server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 20.0
RUN = "from desktop.practice.server import run; raise SystemExit(run(0, True))"
PYTHON = (sys.executable, "-c")
FAMILY = f"""
import sys
from desktop.core.tasks.practice_server import PracticeServer
server = PracticeServer([sys.executable, "-c", {RUN!r}])
print(server.origin(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    practice = PracticeServer([*PYTHON, RUN])
    yield practice
    practice.stop()


def _connect(origin: str) -> HTTPConnection:
    return HTTPConnection(origin.removeprefix("http://"), timeout=PATIENCE)


def _status(origin: str) -> int:
    connection = _connect(origin)
    try:
        connection.request("GET", "/echo")
        return connection.getresponse().status
    finally:
        connection.close()


def _wait_for_end(connection: HTTPConnection) -> None:
    """Waits until the other side of an open connection is gone."""
    try:
        assert connection.sock.recv(1) == b""
    except ConnectionError:
        pass
    finally:
        connection.close()


def _held(origin: str) -> HTTPConnection:
    """A connection that stays open after one answer."""
    connection = _connect(origin)
    connection.request("GET", "/echo")
    connection.getresponse().read()
    return connection


def test_it_answers_where_it_says(server: PracticeServer) -> None:
    assert _status(server.origin()) == 200


def test_it_is_expected_at_its_usual_port_and_starts_nothing(server: PracticeServer) -> None:
    assert server.expected_origin == f"http://127.0.0.1:{limits.PRACTICE_PORT}"
    nothing = PracticeServer(["/nowhere/at/all"])
    assert nothing.expected_origin == server.expected_origin


def test_once_it_runs_it_is_expected_where_it_is(server: PracticeServer) -> None:
    origin = server.origin()
    assert server.expected_origin == origin
    server.stop()
    assert server.expected_origin == origin


def test_all_callers_share_one_child(server: PracticeServer) -> None:
    origins: list[str] = []
    callers = [threading.Thread(target=lambda: origins.append(server.origin())) for _ in range(10)]
    for one in callers:
        one.start()
    for one in callers:
        one.join(PATIENCE)
    assert len(origins) == 10
    assert len(set(origins)) == 1


def test_it_is_gone_after_stop(server: PracticeServer) -> None:
    held = _held(server.origin())
    server.stop()
    _wait_for_end(held)


def test_stop_may_be_called_before_and_twice(server: PracticeServer) -> None:
    server.stop()
    server.origin()
    server.stop()
    server.stop()


def test_it_starts_again_after_stop(server: PracticeServer) -> None:
    server.origin()
    server.stop()
    assert _status(server.origin()) == 200


def test_it_starts_again_when_it_died(server: PracticeServer) -> None:
    server.origin()
    server._child.kill()
    server._child.wait(PATIENCE)
    assert _status(server.origin()) == 200


@pytest.mark.parametrize(
    "code", ["", "raise SystemExit(1)", "print('hello')", "import sys; sys.stdout.close()"]
)
def test_a_child_that_does_not_serve_is_a_failure(code: str) -> None:
    server = PracticeServer([*PYTHON, code])
    with pytest.raises(PracticeUnavailable):
        server.origin()
    server.stop()


def test_a_command_that_is_not_there_is_a_failure() -> None:
    with pytest.raises(PracticeUnavailable):
        PracticeServer(["/nowhere/at/all"]).origin()


def test_a_child_that_says_nothing_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PRACTICE_SECONDS", 0.2)
    server = PracticeServer([*PYTHON, "import sys; sys.stdin.read()"])
    with pytest.raises(PracticeUnavailable):
        server.origin()


def test_stop_does_not_wait_for_a_start() -> None:
    """The window may be closed while the child is still starting."""
    server = PracticeServer([*PYTHON, "import sys; sys.stdin.read()"])
    failures: list[PracticeUnavailable] = []

    def ask() -> None:
        try:
            server.origin()
        except PracticeUnavailable as failure:
            failures.append(failure)

    asking = threading.Thread(target=ask)
    asking.start()
    while asking.is_alive():
        server.stop()
        asking.join(0.01)
    assert len(failures) == 1


def test_a_child_that_will_not_leave_is_killed() -> None:
    stubborn = "print('http://127.0.0.1:1', flush=True)\nwhile True: __import__('time').sleep(9)"
    server = PracticeServer([*PYTHON, stubborn])
    assert server.origin() == "http://127.0.0.1:1"
    server.stop()


@pytest.mark.parametrize("how", ["killed", "left"])
def test_it_dies_with_its_parent(how: str) -> None:
    parent = subprocess.Popen(
        [*PYTHON, FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with parent:
        held = _held(parent.stdout.readline().strip())
        if how == "killed":
            parent.kill()
        else:
            parent.stdin.close()
        _wait_for_end(held)
