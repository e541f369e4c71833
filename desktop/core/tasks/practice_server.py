"""The built-in practice API, as a child process that is started when first needed."""

from __future__ import annotations

import contextlib
import queue
import threading
from typing import TYPE_CHECKING, Final

from desktop.core import limits
from desktop.core.errors import PracticeUnavailable

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence

HERE: Final = "http://127.0.0.1:"
END_SECONDS: Final = 1.0
"""A child that has been told to leave gets this long; it takes a hundredth of it."""


class PracticeServer:
    """Starts the practice API by a command line and knows where it answers; for any thread.

    The child lives as long as the pipe to its stdin, so it ends with this process, too.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._starting = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._origin = f"{HERE}{limits.PRACTICE_PORT}"

    def origin(self) -> str:
        """Where it answers, as `http://127.0.0.1:4628`; starts it, or starts it again if it died.

        Blocks until it listens. Raises PracticeUnavailable when it leaves at once, or after 10 s.
        """
        with self._starting:
            child = self._child
            if child is None or child.poll() is not None:
                self._start()
            return self._origin

    @property
    def expected_origin(self) -> str:
        """Where it answers or, before the first start, probably will; starts nothing."""
        return self._origin

    def stop(self) -> None:
        """Ends the child, also one that is still starting; a later `origin` starts another."""
        child, self._child = self._child, None
        if child is not None:
            _end(child)

    def _start(self) -> None:
        self.stop()
        self._child = child = _spawn(self._command)
        origin = _first_line(child)
        if not origin.startswith(HERE):
            self.stop()
            raise PracticeUnavailable
        self._origin = origin


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    import subprocess  # noqa: PLC0415 - 7 ms that no start needs

    try:
        return subprocess.Popen(  # noqa: S603 - our own command line, see the composition root
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise PracticeUnavailable from error


def _first_line(child: subprocess.Popen[bytes]) -> str:
    """What the child says first; empty if it leaves or is silent for too long."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_line, args=(child, lines), daemon=True).start()
    try:
        return lines.get(timeout=limits.PRACTICE_SECONDS).decode("ascii", "replace").strip()
    except queue.Empty:
        return ""


def _read_line(child: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    line = b""
    if child.stdout is not None:
        with contextlib.suppress(OSError, ValueError):  # closed by `stop` meanwhile
            line = child.stdout.readline(200)
    lines.put(line)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Closes the child's stdin, which tells it to leave, and kills it if it does not."""
    from subprocess import TimeoutExpired  # noqa: PLC0415

    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.close()
    try:
        child.wait(END_SECONDS)
    except TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdout is not None:
        child.stdout.close()
