"""The child processes of stalls.py: `stall_probe.py SCENARIO ADDRESS`, or `idle`, or `serve`.

A scenario drives the real window and prints the largest stall in milliseconds; `idle` is a Qt
program that does nothing, and prints its own once stdin is closed; `serve` answers 1 MB of JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Slot  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QLineEdit, QMainWindow

PERIOD_MS = 5
KEY_MS = 30
POLL_MS = 10
LIMIT_SECONDS = 20
SETTLE_MS = 1500
"""Start-up has its own measure."""
AFTERWARDS_MS = 700
"""Painting, and saving half a second after the last key, belong to the scenario."""
TYPED = "https://api.example.com/v1/customers?name=Ann%20Lee&limit=20&sort=newest&page=3#top"

Step = int | Callable[[], bool]
"""Milliseconds to wait, or a condition to wait for."""
Scenario = Callable[["QMainWindow", str], Generator[Step, None, None]]


class StallTimer(QObject):
    """Keeps the largest gap of a timer in the event loop, less its period."""

    def __init__(self) -> None:
        super().__init__()
        self.largest_ms = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.largest_ms = max(self.largest_ms, (now - self._last) * 1000 - PERIOD_MS)
        self._last = now


class Player(QObject):
    """Plays a scenario on the event loop, then prints the largest stall and leaves."""

    def __init__(self, steps: Generator[Step, None, None], stalls: StallTimer) -> None:
        super().__init__()
        self._steps = steps
        self._stalls = stalls
        self._condition: Callable[[], bool] = bool
        self._limit = 0.0

    @Slot()
    def start(self) -> None:
        self._stalls.start()
        self._next()

    @Slot()
    def _next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            _leave(self._stalls)
        elif isinstance(step, int):
            QTimer.singleShot(step, self._next)
        else:
            self._condition, self._limit = step, time.monotonic() + LIMIT_SECONDS
            self._poll()

    @Slot()
    def _poll(self) -> None:
        if self._condition():
            self._next()
        elif time.monotonic() > self._limit:
            print("what the scenario waits for did not come", file=sys.stderr)
            QApplication.exit(1)
        else:
            QTimer.singleShot(POLL_MS, self._poll)


def _leave(stalls: StallTimer) -> None:
    print(f"{stalls.largest_ms:.2f}", flush=True)
    QApplication.quit()


def _fail(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    """An exception in a slot would be printed, and the scenario would never end."""
    sys.__excepthook__(kind, value, trace)
    QApplication.exit(1)


def _control(window: QMainWindow, name: str) -> QWidget:
    return next(
        one
        for one in window.findChildren(QWidget)
        if one.accessibleName() == name and one.parentWidget().accessibleName() != name
    )


def _status_begins(window: QMainWindow, start: str) -> Callable[[], bool]:
    status: QLineEdit = _control(window, "Status")
    return lambda: status.text().startswith(start)


def _press(window: QMainWindow, name: str) -> None:
    QTest.mouseClick(_control(window, name), Qt.MouseButton.LeftButton)


def typing(window: QMainWindow, _address: str) -> Generator[Step, None, None]:
    """Type an address with parameters, take a part of it back, and type on."""
    url: QLineEdit = _control(window, "URL")
    url.setFocus()
    url.selectAll()
    for letter in TYPED:
        QTest.keyClick(url, letter)
        yield KEY_MS
    for _ in range(20):
        QTest.keyClick(url, Qt.Key.Key_Backspace)
        yield KEY_MS
    yield AFTERWARDS_MS


def sending(window: QMainWindow, _address: str) -> Generator[Step, None, None]:
    """Send the first goat and see it."""
    _press(window, "Send")
    yield _status_begins(window, "200 OK")
    yield AFTERWARDS_MS


def cancelling(window: QMainWindow, _address: str) -> Generator[Step, None, None]:
    """Cancel a call whose answer takes half a minute."""
    _control(window, "URL").setText("{{practice}}/delay/30")
    _press(window, "Send")
    yield 1000
    _press(window, "Cancel")
    yield _status_begins(window, "Cancelled")
    yield AFTERWARDS_MS


def showing(window: QMainWindow, address: str) -> Generator[Step, None, None]:
    """Show 1 MB of JSON."""
    _control(window, "URL").setText(address)
    _press(window, "Send")
    yield _status_begins(window, "200 OK")
    yield AFTERWARDS_MS


SCENARIOS: dict[str, Scenario] = {
    one.__name__: one for one in (typing, sending, cancelling, showing)
}


def play(scenario: Scenario, address: str) -> NoReturn:
    """Run the real program with somebody at the keyboard."""
    from desktop.app import SWITCH_SECONDS, Program, make_application
    from desktop.core.paths import user_paths

    sys.setswitchinterval(SWITCH_SECONDS)
    paths = user_paths()
    application = make_application()
    program = Program(application, paths)
    program.open([])
    sys.excepthook = _fail
    player = Player(scenario(program.window, address), StallTimer())
    QTimer.singleShot(SETTLE_MS, player.start)
    status = application.exec()
    program.leave()
    os._exit(status)


def idle() -> int:
    """Do nothing in an event loop until stdin is closed."""
    application = QApplication([])
    stalls = StallTimer()
    stalls.start()
    reader = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    reader.activated.connect(lambda *_: _leave(stalls))
    return application.exec()


def serve() -> int:
    """Answer 1 MB of JSON, in one line as APIs send it, at an address that is printed."""
    chance = random.Random(4628)
    rows = [
        {"id": n, "name": f"Goat {n}", "weight": chance.random() * 90, "tags": ["alpine", None]}
        for n in range(11_500)
    ]
    body = json.dumps(rows).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
    return 0


if __name__ == "__main__":
    OTHERS = {"idle": idle, "serve": serve}
    sys.exit(
        OTHERS[sys.argv[1]]()
        if sys.argv[1] in OTHERS
        else play(SCENARIOS[sys.argv[1]], sys.argv[2])
    )
