"""A name service whose names lead where a test wants, or nowhere, or hang."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20.0


class NameService:
    """Stands in for the system's look-up; names that it does not know go to the system."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self._real = socket.getaddrinfo
        self._known: dict[str, Callable[[int], list[Any]]] = {}

    def lead(self, name: str, *addresses: str) -> None:
        self._known[name] = lambda port: _places(port, addresses)

    def hang(self, name: str, *addresses: str) -> None:
        """Answer when the gate opens, at the latest when the test is over."""

        def late(port: int) -> list[Any]:
            self.gate.wait(PATIENCE)
            return _places(port, addresses)

        self._known[name] = late

    def fail(self, name: str, error: Exception) -> None:
        def refuse(_port: int) -> list[Any]:
            raise error

        self._known[name] = refuse

    def look_up(self, host: str, port: int, *args: Any, **options: Any) -> list[Any]:
        if host not in self._known or options.get("flags"):
            return self._real(host, port, *args, **options)
        return self._known[host](port)


def _places(port: int, addresses: tuple[str, ...]) -> list[Any]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in addresses]
