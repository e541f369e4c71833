"""What the tests of sending share: a hostile server, a transport, and a check for leaks."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.core.model.request import Body, Request, Row
from desktop.core.sending.bounds import Bounds
from desktop.core.sending.cancel import CancelToken
from desktop.core.sending.prepare import prepare
from desktop.core.sending.transport import Transport
from tests.support.hostile_cases import CASES
from tests.support.hostile_server import HostileServer
from tests.support.name_service import NameService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.core.model.exchange import Exchange, Problem, Sent
    from desktop.core.model.progress import Progress


@dataclass
class Sender:
    """Sends as the program does, and notes what it is told meanwhile."""

    transport: Transport
    token: CancelToken = field(default_factory=CancelToken)
    progress: list[Progress] = field(default_factory=list)
    asked: list[Problem] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    says: bool = False
    when: Callable[[Progress], None] = lambda _: None
    answer: Callable[[Problem], bool] | None = None

    def __call__(self, url: str, method: str = "GET", body: str = "", **options: Any) -> Exchange:
        rows = tuple(Row(name, value) for name, value in options.pop("headers", ()))
        request = Request(
            method=method, url=url, headers=rows, body=Body("text" if body else "none", body)
        )
        return self.transport.send(
            prepare(request, "1"),
            token=self.token,
            on_progress=self._note,
            ask=self._asked,
            on_sent=self.sent.append,
            **options,
        )

    def _note(self, progress: Progress) -> None:
        self.progress.append(progress)
        self.when(progress)

    def _asked(self, problem: Problem) -> bool:
        self.asked.append(problem)
        return self.answer(problem) if self.answer else self.says


@pytest.fixture(autouse=True)
def _nothing_leaks() -> Iterator[None]:
    """No thread goes on and no socket stays open, not even for the garbage collector to close."""
    threads, sockets = set(threading.enumerate()), _sockets()
    yield
    end = time.monotonic() + 2
    while (set(threading.enumerate()) - threads or _sockets() > sockets) and time.monotonic() < end:
        time.sleep(0.01)
    assert set(threading.enumerate()) <= threads
    assert _sockets() <= sockets


def _sockets() -> int:
    links = []
    with suppress(OSError):
        for entry in Path("/proc/self/fd").iterdir():
            with suppress(OSError):
                links.append(str(entry.readlink()))
    return sum(link.startswith("socket:") for link in links)


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer(CASES) as running:
        yield running


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[NameService]:
    service = NameService()
    monkeypatch.setattr(socket, "getaddrinfo", service.look_up)
    yield service
    service.gate.set()


@pytest.fixture
def other() -> Iterator[HostileServer]:
    """A second origin."""
    with HostileServer(CASES) as running:
        yield running


@pytest.fixture
def make_sender() -> Iterator[Callable[..., Sender]]:
    """Makes senders with bounds of their own, and closes them."""
    made: list[Transport] = []

    def make(*, is_private: Callable[[str], bool] | None = None, **bounds: Any) -> Sender:
        made.append(Transport(Bounds(**bounds), is_private))
        return Sender(made[-1])

    yield make
    for transport in made:
        transport.close()


@pytest.fixture
def send(make_sender: Callable[..., Sender]) -> Sender:
    return make_sender(deadline=10.0, connect=5.0)


@pytest.fixture
def hurried(make_sender: Callable[..., Sender]) -> Sender:
    """One whose deadline comes soon."""
    return make_sender(deadline=0.4, connect=0.3)
