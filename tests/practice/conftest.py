"""A practice API that runs, in a process of its own, and ways to speak to it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 20.0
"""Seconds after which a test gives up; nothing here takes as many."""
RUN = "from desktop.practice.server import run; raise SystemExit(run({port!r}, {until!r}))"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    reason: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Running:
    """A practice API as a child process."""

    process: subprocess.Popen[str]
    origin: str

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def ask(self, method: str, target: str, body: bytes | None = None, **headers: str) -> Answer:
        """Sends one request on a connection of its own; underscores become hyphens."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body, named)
            answer = connection.getresponse()
            found = {name.title(): value for name, value in answer.getheaders()}
            return Answer(answer.status, answer.reason, found, answer.read())
        finally:
            connection.close()

    def get(self, target: str, **headers: str) -> Answer:
        return self.ask("GET", target, **headers)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), PATIENCE)

    def raw(self, request: bytes) -> bytes:
        """Sends these bytes and reads all that comes until the server closes."""
        with self.connect() as wire:
            wire.sendall(request)
            return read_all(wire)


def read_all(wire: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    parts = []
    while part := wire.recv(65536):
        parts.append(part)
    return b"".join(parts)


@contextmanager
def started(code: str) -> Iterator[Running]:
    """A child that runs this code, whose first line is its origin; ended by the end of stdin."""
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
    )  # fmt: skip
    with process:
        try:
            yield Running(process, process.stdout.readline().strip())
        finally:
            process.stdin.close()
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()


@pytest.fixture(scope="session")
def practice() -> Iterator[Running]:
    """The practice API, shared by all tests; do not end it."""
    with started(RUN.format(port=0, until=True)) as running:
        yield running
        assert running.process.poll() is None, "a test has ended the practice API"
