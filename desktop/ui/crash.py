"""What happens when Bleat itself goes wrong: a log entry, a word to the window, and no dialog."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.core import limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    Redact = Callable[[str], str]

LOG_NAME: Final = "bleat.log"
_log: Final = logging.getLogger(__name__)
_REPEAT_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Crash:
    """A fault of ours. `summary` is one line, `details` the traceback; both hold no secret."""

    summary: str
    details: str


class CrashReporter(QObject):
    """Hears of every exception that nobody caught, in any thread; none of them ends the program.

    Nothing is shown from here: `crashed` arrives on the UI thread after the code that failed has
    ended, and whoever hears it may open what they like.
    """

    crashed = Signal(object)
    """A `Crash`; one that repeats at once is told again only after a second without it."""
    _caught = Signal(object)

    def __init__(self, redact: Redact, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._redact = redact
        self._crash_file: IO[str] | None = None
        self._last = ("", -_REPEAT_SECONDS)
        self._hooks = (sys.excepthook, threading.excepthook)
        self._caught.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self, crash_file: Path) -> str:
        """Catch from now on. Returns what a hard crash (in Qt, say) left behind the last time.

        A hard crash writes the Python lines that each thread was at, and no values, into the file.
        """
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        left = ""
        with suppress(OSError):
            left = _take(crash_file)
            # faulthandler needs the file open for as long as it watches.
            self._crash_file = _open_private(crash_file)
            faulthandler.enable(self._crash_file)
        return left

    def remove(self) -> None:
        """Leave the hooks as they were before."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            self._crash_file = None

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Log an exception and queue word of it. Any thread may call; raises nothing."""
        try:
            self._report(error)
        except Exception as fault:  # noqa: BLE001 - whoever reports a fault must not be one
            with suppress(Exception):
                _log.critical("a crash could not be reported: %s", type(fault).__name__)

    def _report(self, error: BaseException) -> None:
        details = self._redact("".join(traceback.format_exception(error)))
        last, when = self._last
        self._last = (details, time.monotonic())
        if details == last and time.monotonic() - when < _REPEAT_SECONDS:
            return
        _log.error("%s", details)
        if sys.stderr is not None:
            sys.stderr.write(details)
        summary = self._redact(traceback.format_exception_only(error)[-1].strip())
        self._caught.emit(Crash(summary, details))

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
        else:
            self.report(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)


def log_to(folder: Path, redact: Redact) -> logging.Handler:
    """Write the log into this folder, through `redact`; returns the handler, to be removed.

    Libraries are heard from warnings on, since what they say before holds addresses.
    """
    handler = _RotatedFile(folder)
    handler.setFormatter(_Redacted(redact))
    logging.getLogger().addHandler(handler)
    logging.getLogger("desktop").setLevel(logging.INFO)
    return handler


class _Redacted(logging.Formatter):
    """Lines with time, level and place, the traceback included, without secrets."""

    def __init__(self, redact: Redact) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))


class _RotatedFile(logging.Handler):
    """A log of a few files, opened for each record: there are few, and no file stays locked.

    Importing `logging.handlers` takes 10 ms, which no start that goes well should have to pay.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._path = folder / LOG_NAME

    def emit(self, record: logging.LogRecord) -> None:
        """Write; a log that cannot be written stops nothing."""
        line = self.format(record) + "\n"
        with suppress(OSError):
            if self._path.exists() and self._path.stat().st_size + len(line) > limits.LOG_BYTES:
                self._rotate()
            with _open_private(self._path) as file:
                file.write(line)

    def _rotate(self) -> None:
        for number in range(limits.LOG_FILES, 0, -1):
            newer = self._numbered(number - 1)
            if newer.exists():
                newer.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{LOG_NAME}.{number}") if number else self._path


def _open_private(path: Path) -> IO[str]:
    """Open a file to be added to, which only this person can read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.fdopen(number, "a", encoding="utf-8", errors="backslashreplace")


def _take(path: Path) -> str:
    """The content of a file that is then gone; empty where there is none."""
    try:
        text = path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return ""
    path.unlink()
    return text
